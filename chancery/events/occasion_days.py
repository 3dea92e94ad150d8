"""The three dates of an occasion an event serves (R112): proposals, numbers and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.base.frame import Why
from chancery.base.languages import wording
from chancery.base.reasons import reason_line
from chancery.events import queries
from chancery.events.copy_actions import in_year
from chancery.events.models import Event, EventOccasion
from chancery.events.working_days import working_days_of
from chancery.occasions.days import KeptDay, days_ahead, nearest_day, ordinal_on
from chancery.occasions.wording import number_words
from chancery.rules.timing import due_on


@dataclass(frozen=True, slots=True)
class Proposal:
    """
    The anniversary day that lies nearest to an event, for an occasion that counts from another one or none.

    `code` is that of the occasion; `day` and `ordinal` are in words.
    """

    code: str
    name: str
    day: str
    ordinal: str


def proposals_for(event: Event, language: str) -> list[Proposal]:
    """Return what the calendar rules propose for the occasions of an event; nothing without its day."""
    found = []
    for link in queries.occasion_links_of(event):
        nearest = _nearest(link, event)
        if nearest is not None and nearest.kept.nominal != link.anniversary_on:
            found.append(_proposal(link, nearest, language))
    return found


def without_a_day(event: Event, language: str) -> list[str]:
    """The names of the occasions that count from no day, and whose rules propose none for this event."""
    return [
        wording(link.occasion.names, language).text
        for link in queries.occasion_links_of(event)
        if event.held_on and link.anniversary_on is None and _nearest(link, event) is None
    ]


def _nearest(link: EventOccasion, event: Event) -> KeptDay | None:
    return nearest_day(link.occasion, event.held_on) if event.held_on else None


def _proposal(link: EventOccasion, nearest: KeptDay, language: str) -> Proposal:
    return Proposal(
        code=link.occasion.code,
        name=wording(link.occasion.names, language).text,
        day=cldr.day_in_words(nearest.kept.nominal, language),
        ordinal=number_words(link.occasion, nearest.number, language),
    )


def proposed_day(link: EventOccasion) -> date | None:
    """The anniversary day that the rule of an occasion gives for its event."""
    nearest = _nearest(link, link.event)
    return nearest.kept.nominal if nearest else None


@dataclass(frozen=True, slots=True)
class NextTime:
    """The day of the next such event, and the number of its anniversary, with the one before."""

    held_on: date | None
    number: tuple[int, int] | None = None


def next_time(event: Event, today: date) -> NextTime:
    """
    Propose when such an event is held the next time, from `today` on.

    It lies as far from the next anniversary day as this one lay from its own; one that was held beforehand
    on a working day is on one again (R112). Without an anniversary it is held a year later.
    """
    if event.held_on is None:
        return NextTime(None)
    link = queries.main_occasion(event)
    found = _next_keeping(link, event.held_on, today) if link is not None else None
    if link is None or link.anniversary_on is None or found is None:
        return NextTime(_a_year_later(event.held_on, today))
    ahead = link.anniversary_on - event.held_on
    day = found.kept.nominal - ahead
    before = ordinal_on(link.occasion, link.anniversary_on)
    return NextTime(
        _as_working(day, event) if ahead > timedelta() else day,
        (before.number, found.number) if before and before.number and found.number else None,
    )


def _next_keeping(link: EventOccasion, held_on: date, today: date) -> KeptDay | None:
    """The first keeping after the one that was served whose event would not be past."""
    if link.anniversary_on is None:
        return None
    ahead = link.anniversary_on - held_on
    after = max(link.anniversary_on + timedelta(days=1), today + ahead)
    return next((found for found in days_ahead(link.occasion, after) if found.kept.nominal >= after), None)


def _as_working(day: date, event: Event) -> date:
    """The day itself, or the last working day before it where the event was held on one."""
    working = working_days_of(event.organiser.host_state)
    if event.held_on is None or not working.holds(event.held_on):
        return day
    return due_on(day, 0, working)


def _a_year_later(held_on: date, today: date) -> date:
    later = in_year(held_on, max(held_on.year + 1, today.year))
    return later if later >= today else in_year(held_on, today.year + 1)


def why(link: EventOccasion, language: str) -> Why:
    """Say which anniversary an event keeps, by which dates, and how that was counted."""
    found = ordinal_on(link.occasion, link.anniversary_on) if link.anniversary_on else None
    number = found.number if found else None
    reasons = list(found.reasons) if found else []
    nearest = _nearest(link, link.event)
    if nearest is not None and nearest.kept.nominal == link.anniversary_on:
        reasons += nearest.kept.reasons
    return Why(
        subject=number_words(link.occasion, number, language) or wording(link.occasion.names, language).text,
        claim=" · ".join(dates_of(link, language)),
        reasons=[reason_line(reason) for reason in reasons],
    )


def dates_of(link: EventOccasion, language: str) -> Sequence[str]:
    """The three dates of an occasion, kept apart: of history, of the anniversary, of the event."""
    happened, kept, held = link.occasion.happened_on, link.anniversary_on, link.event.held_on
    words = (
        (_("date of history: %(day)s"), cldr.partial_date_in_words(happened, language) if happened else ""),
        (_("anniversary day: %(day)s"), cldr.day_in_words(kept, language) if kept else ""),
        (_("day of the event: %(day)s"), cldr.day_in_words(held, language) if held else ""),
    )
    return [template % {"day": day or _("not known")} for template, day in words]
