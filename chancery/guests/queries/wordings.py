"""Reads of the office's own wordings."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, QuerySet

from chancery.accounts.models import Organiser
from chancery.directory.giving import shown_to
from chancery.events.models import Event
from chancery.events.queries import events_to_come
from chancery.guests.models import Form, Kind, Template, Wave

MOST_EVENTS = 6


def wordings_of(organiser: Organiser) -> QuerySet[Template]:
    """The own wordings of an office by name, each with the number of `waves_using`."""
    found = Template.objects.filter(organiser=organiser).annotate(waves_using=Count("waves"))
    found = found.select_related("source")
    return found.order_by("name", "id")


def wordings_for(organiser: Organiser, form: Form, kind: Kind) -> QuerySet[Template]:
    """The own wordings of one kind in one form."""
    return wordings_of(organiser).filter(form=form, kind=kind)


def wordings_shown_to(organiser: Organiser) -> QuerySet[Template]:
    """The wordings that the ministry and other posts show to an office, by their owner and name."""
    return shown_to(organiser, Template).order_by("organiser__ref", "name", "id")


def events_to_preview(organiser: Organiser, today: date) -> list[Event]:
    """Events with whose guests a wording can be looked at: the next ones, else the last ones."""
    coming = list(events_to_come(organiser, today)[:MOST_EVENTS])
    return coming or list(Event.objects.filter(organiser=organiser).order_by("-held_on", "-id")[:MOST_EVENTS])


def waves_using(wording: Template) -> Sequence[Wave]:
    """The waves that a wording stands in, with their events."""
    return list(wording.waves.select_related("event").order_by("event_id", "number"))


def free_name(organiser: Organiser, name: str) -> str:
    """The name, with a number where the office has a wording of that name already."""
    taken = set(Template.objects.filter(organiser=organiser).values_list("name", flat=True))
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{name} {number}"
    return free
