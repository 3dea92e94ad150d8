"""Addresses of planning an event."""

from django.urls import path

from chancery.events import views

app_name = "events"
urlpatterns = [
    path("events/", views.events, name="events"),
    path("events/new/", views.plan, name="plan"),
    path("events/<slug:code>/edit/", views.change, name="change"),
    path("events/<slug:code>/edit/<slug:section>/", views.change_section, name="section"),
    path("events/<slug:code>/copy/", views.copy, name="copy"),
    path("events/<slug:code>/tasks/", views.tasks, name="tasks"),
    path("events/<slug:code>/tasks/<slug:task>/", views.set_task, name="set-task"),
    path("places/", views.places, name="places"),
    path("places/new/", views.add_place, name="add-place"),
    path("places/<slug:place>/", views.change_place, name="change-place"),
]
