"""What tells open pages of arrivals that something changed; each then asks for itself, by its own right."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from chancery.accounts.roles import Right
from chancery.base.push import Opened
from chancery.door.queries.marks import channel_of, mark_of
from chancery.events.access import EventOffice
from chancery.events.pages import event_page


@event_page(Right.DOOR_VIEW)
def arrivals(request: HttpRequest, office: EventOffice) -> Opened:
    """Tell that something changed at the doors of an event, and first how things stand."""
    event = office.event
    return Opened(channel_of(event.pk), lambda: {"mark": mark_of(event)}, cut=only_mark)


def only_mark(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave out what was said: a page asks for what it shows."""
    return {"mark": content["mark"]} if "mark" in content else {}
