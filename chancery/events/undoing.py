"""Undo of what a reader just did at an event."""

from collections.abc import Callable

from django.http import HttpRequest

from chancery.accounts import undoing
from chancery.accounts.undoing import undo_last
from chancery.events.access import EventOffice
from chancery.events.choosing import address

__all__ = ["do_and_say", "undo_last"]


def do_and_say(
    request: HttpRequest, office: EventOffice, deed: Callable[[], str], *, route: str, **arguments: str
) -> None:
    """Do something at an event that ends in a sentence, and offer to undo it by the page called `route`."""
    undoing.do_and_say(request, deed, url=address(office, route, **arguments))
