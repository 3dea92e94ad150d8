"""What else falls on the day of an event (D1-D6), in sentences; nothing of it forbids the day."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import get_language

from chancery.accounts.models import Organiser
from chancery.base.frame import ReasonLine
from chancery.base.languages import wording
from chancery.base.reasons import reason_line
from chancery.events import planned, queries
from chancery.events.models import Event
from chancery.occasions.queries.avoided import avoided_between
from chancery.occasions.queries.calendar import kept_between, occasions_seen_by
from chancery.rules import conflicts
from chancery.rules.conflicts import Conflict, KeptDay, Planned

EVENING = timedelta(days=1)
"""A day that begins at sundown touches the evening before it."""
WEEKS_LOOKED_AT = timedelta(days=31)
"""Of an event of many days the first month is looked at: an exhibition of a year meets every holiday."""


def conflicts_of(event: Event) -> Sequence[ReasonLine]:
    """Say what falls on the days of an event besides itself; nothing where no day is planned."""
    if event.held_on is None:
        return ()
    last = min(event.held_until_on or event.held_on, event.held_on + WEEKS_LOOKED_AT)
    states = planned.states_of(event, queries.stations_of(event)) if event.pk else _host(event.organiser)
    served = {link.occasion_id for link in queries.occasion_links_of(event)} if event.pk else set()
    found = _found(event.organiser, states, event.held_on, last, event=event, served=served)
    return [reason_line(conflict.reason) for conflict in found]


def _host(organiser: Organiser) -> set[str]:
    return {organiser.host_state} if organiser.host_state else set()


def _found(
    organiser: Organiser, states: set[str], first: date, last: date, *, event: Event, served: set[int]
) -> Sequence[Conflict]:
    language = get_language() or "en"
    besides = event if event.pk else None
    return conflicts.conflicts_of_days(
        first,
        last,
        avoided=avoided_between(organiser, states, first, last + EVENING, language),
        planned=_planned(organiser, first, last, language, besides),
        kept=_kept(organiser, first, last, language, served),
    )


def _planned(
    organiser: Organiser, first: date, last: date, language: str, besides: Event | None
) -> list[Planned]:
    """The other events of the tree on these days but its own whole; a cancelled one takes no day."""
    found = planned.planned_between(organiser, first, last, language, without=besides)
    whole = besides.part_of_id if besides else None
    return [
        Planned(
            name=wording(each.event.titles, language).text,
            office=wording(each.event.organiser.names, language).text,
            city=each.city,
            first=each.first,
            last=each.last,
        )
        for each in found
        if each.event.status != Event.Status.CANCELLED and each.event.pk != whole
    ]


def _kept(organiser: Organiser, first: date, last: date, language: str, served: set[int]) -> list[KeptDay]:
    """The occasions of these days which the event does not serve."""
    others = [each for each in occasions_seen_by(organiser) if each.pk not in served]
    return [
        KeptDay(wording(found.occasion.names, language).text, found.day, found.kept.begins_on)
        for found in kept_between(others, first, last + EVENING)
    ]
