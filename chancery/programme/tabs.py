"""The pages of the stage “Call”, which stand beside each other as tabs."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.accounts.roles import Right
from chancery.base.frame import Link
from chancery.events.access import EventOffice

TABS: tuple[tuple[Promise, str, Right], ...] = (
    (_("Desk"), "programme:desk", Right.RUN_CALL),
    (_("Cues"), "programme:cues", Right.PROGRAMME_VIEW),
    (_("Screens"), "programme:screens", Right.RUN_CALL),
)


def tabs_of(office: EventOffice, current: str) -> list[Link]:
    """
    Return the pages of the stage that the reader may see; `current` is the route of the open one.

    Shape: empty where the open page is none of them, as an item, or where only one may be seen.
    """
    if current not in {route for _name, route, _right in TABS}:
        return []
    where = [office.organiser.ref, office.event.code]
    seen = [(name, route) for name, route, right in TABS if office.may(right)]
    if len(seen) < 2:
        return []
    return [Link(str(name), reverse(route, args=where), route == current) for name, route in seen]
