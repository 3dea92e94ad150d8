"""Addresses of the many rows of one page."""

from collections.abc import Callable

from django.urls import reverse

from chancery.events.access import EventOffice

_CODE = "0code0"


def address_of_each(office: EventOffice, route: str) -> Callable[[str], str]:
    """
    Return what makes the address of a row of an event from its code.

    Resolving a route costs more than writing the row it leads to, so it is done once for all of them.
    """
    pattern = reverse(route, args=[office.organiser.ref, office.event.code, _CODE])
    before, _code, after = pattern.rpartition(_CODE)
    return lambda code: f"{before}{code}{after}"
