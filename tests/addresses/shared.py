"""Objects that stand in the addresses of several parts."""

from django.db import transaction

from chancery.accounts.models import Organiser
from chancery.base import audit
from tests import films, make


def an_event(office: Organiser) -> str:
    """The code of the event of an office."""
    return make.event_of(office).code


def a_line(office: Organiser) -> int:
    """A line of the history about that event: it asks for the right to change what it undoes."""
    event = make.event_of(office)
    with transaction.atomic():
        audit.note(event, by=make.actor(office), code="events.event.changed", changes={"note": ["", "x"]})
    return audit.lines_of(event)[0].pk


def an_item(office: Organiser) -> str:
    """The code of an item of that event."""
    return make.item(make.event_of(office)).code


def the_film(office: Organiser) -> str:
    """The code of a film that has a file, a poster and subtitles."""
    return films.kept_film(office).code


def its_subtitles(office: Organiser) -> str:
    """The code of the subtitles of that film."""
    return films.kept_film(office).subtitles.get().code


def a_campaign(office: Organiser) -> str:
    """The code of a campaign of an office."""
    return make.campaign(office).code


def a_guest(office: Organiser) -> str:
    """The code of somebody on the guest list of that event."""
    return make.participation(make.event_of(office), make.person(office)).code
