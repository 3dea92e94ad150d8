"""The pages of the stage “Seating”, which stand beside each other as tabs."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.accounts.roles import Right
from chancery.base.frame import Link
from chancery.events.access import EventOffice

# In the order in which a seating is made; each page adds its own line in its place: Plans, Wishes, Rooms,
# Papers.
TABS: tuple[tuple[Promise, str, Right], ...] = (
    (_("Plans"), "seating:plans", Right.SEATING_VIEW),
    (_("Wishes"), "seating:wishes", Right.SEATING_VIEW),
    (_("Papers"), "seating:papers", Right.SEATING_VIEW),
    (_("Find a seat"), "seating:find-seat", Right.SEATING_VIEW),
    (_("Rooms"), "seating:rooms", Right.SEATING_VIEW),
)
# Pages of the office, which stand among the tabs and are not about one event.
OF_OFFICE = {"seating:rooms"}


def tabs_of(office: EventOffice, current: str) -> list[Link]:
    """
    Return the pages of the stage that the reader may see; `current` is the route of the open one.

    Shape: empty where the open page is none of them, as a plan, or where only one may be seen.
    """
    if current not in {route for _name, route, _right in TABS}:
        return []
    seen = [(name, route) for name, route, right in TABS if office.may(right)]
    if len(seen) < 2:
        return []
    return [Link(str(name), _url(office, route), route == current) for name, route in seen]


def _url(office: EventOffice, route: str) -> str:
    of_event = [] if route in OF_OFFICE else [office.event.code]
    return reverse(route, args=[office.organiser.ref, *of_event])
