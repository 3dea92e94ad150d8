"""Addresses of what is printed at the door: badges, and the place card of one guest."""

from django.urls import path

from chancery.door.views import badges, guest_papers

BADGES = "events/<slug:code>/door/badges/"
GUEST = f"{BADGES}guest/<slug:guest>/"
urlpatterns = [
    path(BADGES, badges.page, name="badges"),
    path(f"{BADGES}print/", badges.print_badges, name="print-badges"),
    path(f"{BADGES}undo/", badges.undo_printing, name="undo-badges"),
    path(f"{BADGES}<int:number>.pdf", badges.printed, name="printed-badges"),
    path(GUEST, guest_papers.page, name="guest-papers"),
    path(f"{GUEST}badge/", guest_papers.print_badge, name="print-badge"),
    path(f"{GUEST}place-card/", guest_papers.print_place_card, name="print-place-card"),
]
