"""Addresses of arrivals: who is awaited, when, by whom greeted, and who is here."""

from django.urls import path

from chancery.door.views import arrival, arrival_papers, arrivals, host, slots, steward, streams

STAGE = "events/<slug:code>/door/"
ARRIVALS = f"{STAGE}arrivals/"
SLOTS = f"{STAGE}slots/"
GUEST = f"{ARRIVALS}guest/<slug:guest>/"
urlpatterns = [
    path(STAGE, arrivals.arrivals, name="arrivals"),
    path(f"{ARRIVALS}stream/", streams.arrivals, name="arrivals-stream"),
    path(f"{ARRIVALS}undo/", arrivals.undo_change, name="undo-arrival"),
    path(f"{ARRIVALS}host/", host.host, name="host"),
    path(f"{ARRIVALS}paper/<slug:name>/", arrival_papers.paper, name="arrival-paper"),
    path(f"{ARRIVALS}assign/", slots.assign, name="assign-arrivals"),
    path(SLOTS, slots.slots, name="slots"),
    path(f"{SLOTS}new/", slots.new, name="new-slot"),
    path(f"{SLOTS}propose/", slots.propose, name="propose-slots"),
    path(f"{SLOTS}take/", slots.take, name="take-slots"),
    path(f"{SLOTS}undo/", slots.undo_change, name="undo-slots"),
    path(f"{SLOTS}slot/<slug:slot>/", slots.change, name="change-slot"),
    path(f"{SLOTS}slot/<slug:slot>/delete/", slots.delete, name="delete-slot"),
    path(GUEST, arrival.arrival, name="arrival"),
    path(f"{GUEST}plan/", arrival.plan, name="plan-arrival"),
    path(f"{STAGE}let-in/", steward.page, name="steward"),
    path(f"{STAGE}let-in/<slug:guest>/", steward.scan, name="scan-by-account"),
    path(f"{GUEST}say/", arrivals.say, name="say-of-arrival"),
]
