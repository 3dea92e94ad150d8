"""The three dates of an occasion an event serves (R112): proposals, numbers and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.base.frame import Why
from chancery.base.languages import wording
from chancery.base.reasons import reason_line
from chancery.events import queries
from chancery.events.copy_actions import in_year
from chancery.events.models import Event, EventOccasion
from chancery.occasions.days import KeptDay, nearest_day, ordinal_on
from chancery.occasions.wording import number_words


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


def day_next_time(event: Event) -> date | None:
    """Propose the day of the next such event: as far from the next anniversary day as this one was."""
    if event.held_on is None:
        return None
    link = queries.main_occasion(event)
    if link is not None and link.anniversary_on is not None:
        next_year = in_year(link.anniversary_on, link.anniversary_on.year + 1)
        found = nearest_day(link.occasion, next_year)
        if found is not None:
            return found.kept.nominal - (link.anniversary_on - event.held_on)
    return in_year(event.held_on, event.held_on.year + 1)


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
