"""Addresses of the guest list."""

from django.urls import path

from chancery.guests.views import adding, as_sent, guest, histories, listing, projections, undoing

app_name = "guests"
urlpatterns = [
    path("people/<slug:person>/events/", histories.of_person, name="person_events"),
    path("bodies/<slug:body>/events/", histories.of_body, name="body_events"),
    path("events/<slug:code>/guests/", listing.guests, name="guests"),
    path("events/<slug:code>/guests/add/", adding.add, name="add"),
    path("events/<slug:code>/guests/inviters/", adding.inviters, name="inviters"),
    path("events/<slug:code>/guests/act/", listing.act, name="act"),
    path("events/<slug:code>/order/lists/", projections.projections, name="projections"),
    path("events/<slug:code>/guests/undo/", undoing.undo_change, name="undo"),
    path("events/<slug:code>/guests/find/", guest.find, name="find"),
    path("events/<slug:code>/guests/<slug:guest>/", guest.guest, name="guest"),
    path("events/<slug:code>/sent/<slug:dispatch>/", as_sent.as_sent, name="as_sent"),
    path("events/<slug:code>/sent/<slug:dispatch>/mail/", as_sent.as_mail, name="as_mail"),
    path("events/<slug:code>/sent/<slug:dispatch>/page-<int:number>.png", as_sent.picture, name="as_printed"),
]
