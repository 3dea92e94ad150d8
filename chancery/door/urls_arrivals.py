"""Addresses of arrivals: who is awaited, when, by whom greeted, and who is here."""

from django.urls import path

from chancery.door.views import arrival, arrivals, host, streams

ARRIVALS = "events/<slug:code>/door/arrivals/"
GUEST = f"{ARRIVALS}guest/<slug:guest>/"
urlpatterns = [
    path(ARRIVALS, arrivals.arrivals, name="arrivals"),
    path(f"{ARRIVALS}stream/", streams.arrivals, name="arrivals-stream"),
    path(f"{ARRIVALS}undo/", arrivals.undo_change, name="undo-arrival"),
    path(f"{ARRIVALS}host/", host.host, name="host"),
    path(GUEST, arrival.arrival, name="arrival"),
    path(f"{GUEST}plan/", arrival.plan, name="plan-arrival"),
    path(f"{GUEST}say/", arrivals.say, name="say-of-arrival"),
]
