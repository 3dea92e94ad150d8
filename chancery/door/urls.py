"""Addresses of the door: what the office prepares and sees stands at the stage of its event."""

from django.urls import path

from chancery.door import urls_arrivals, urls_badges
from chancery.door.views import devices, doors, doubts, notes

app_name = "door"
STAGE = "events/<slug:code>/door/"
DOORS = f"{STAGE}doors/"
GUEST = f"{STAGE}guest/<slug:guest>/"
urlpatterns = [
    *urls_arrivals.urlpatterns,
    *urls_badges.urlpatterns,
    path(f"{STAGE}notes/", notes.notes, name="notes"),
    path(f"{STAGE}notes/new/", notes.new, name="new-note"),
    path(f"{STAGE}notes/undo/", notes.undo_change, name="undo-notes"),
    path(f"{STAGE}notes/<slug:note>/", notes.change, name="change-note"),
    path(f"{STAGE}notes/<slug:note>/delete/", notes.delete, name="delete-note"),
    path(f"{STAGE}answers/", notes.answers, name="answers"),
    path(f"{STAGE}doubts/", doubts.doubts, name="doubts"),
    path(f"{STAGE}doubts/<uuid:scan>/", doubts.settle, name="settle"),
    path(f"{STAGE}doubts/<uuid:scan>/uninvited/", doubts.settle_uninvited, name="settle-uninvited"),
    path(GUEST, doubts.guest, name="guest"),
    path(f"{GUEST}<slug:deed>/", doubts.by_hand, name="by-hand"),
    path(f"{GUEST}scans/<uuid:scan>/take-back/", doubts.take_back, name="take-back-scan"),
    path(DOORS, doors.doors, name="doors"),
    path(f"{DOORS}new/", doors.new, name="new-door"),
    path(f"{DOORS}order/", doors.order, name="order-doors"),
    path(f"{DOORS}undo/", doors.undo_change, name="undo"),
    path(f"{DOORS}devices/<slug:device>/", devices.device, name="device"),
    path(f"{DOORS}devices/<slug:device>/change/", devices.change, name="change-device"),
    path(f"{DOORS}devices/<slug:device>/pair/", devices.pair_again, name="pair-device"),
    path(f"{DOORS}devices/<slug:device>/revoke/", devices.revoke, name="revoke-device"),
    path(f"{DOORS}<slug:door>/new-device/", devices.new, name="new-device"),
    path(f"{DOORS}<slug:door>/", doors.change, name="change-door"),
    path(f"{DOORS}<slug:door>/delete/", doors.delete, name="delete-door"),
]
