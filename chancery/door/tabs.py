"""The pages of the stage “Door”, which stand beside each other as tabs."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.accounts.roles import Right
from chancery.base.frame import Link
from chancery.events.access import EventOffice

# In the order in which somebody needs them; each page adds its own line in its place: Arrivals, Doors and
# devices, Guests at the door, Badges and cards, Card but not on the list, Doubts.
TABS: tuple[tuple[Promise, str, Right], ...] = (
    (_("Arrivals"), "door:arrivals", Right.DOOR_VIEW),
    (_("Slots of arrival"), "door:slots", Right.DOOR_VIEW),
    (_("Guests at the door"), "door:notes", Right.DOOR_VIEW),
    (_("Badges and cards"), "door:badges", Right.DOOR_WORK),
    (_("Card but not on the list"), "door:answers", Right.DOOR_VIEW),
    (_("Doubts"), "door:doubts", Right.DOOR_VIEW),
    (_("Doors and devices"), "door:doors", Right.DOOR_VIEW),
)


def tabs_of(office: EventOffice, current: str) -> list[Link]:
    """
    Return the pages of the stage that the reader may see; `current` is the route of the open one.

    Shape: empty where the open page is none of them, as a device, or where only one may be seen.
    """
    if current not in {route for _name, route, _right in TABS}:
        return []
    seen = [(name, route) for name, route, right in TABS if office.may(right)]
    if len(seen) < 2:
        return []
    args = [office.organiser.ref, office.event.code]
    return [Link(str(name), reverse(route, args=args), route == current) for name, route in seen]
