"""Reads of the calendar: what is kept, planned and avoided in a span, in a constant number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import QuerySet

from chancery.accounts.models import Organiser
from chancery.events import planned
from chancery.events.planned import EventDays, Serving
from chancery.occasions.models import Occasion
from chancery.occasions.queries.avoided import avoided_between
from chancery.occasions.queries.calendar import KeptOn, kept_between, occasions_seen_by
from chancery.rules.conflicts import Avoided

HALF_A_YEAR = timedelta(days=193)
"""An event serves the keeping that is nearest to it, and none that is further away (R112)."""


@dataclass(frozen=True, slots=True)
class Span:
    """
    What lies between two days; of events their days alone, for a page puts few of them into words.

    `served` are the events by the occasion and the anniversary day they are held for; `other_events` are
    those of the span that are held for none of its occasions.
    """

    kept: Sequence[KeptOn]
    other_events: Sequence[EventDays]
    avoided: Sequence[Avoided]
    served: dict[tuple[int, date], list[EventDays]] = field(default_factory=dict)

    def events_for(self, kept: KeptOn) -> list[EventDays]:
        """The events that are held for a keeping, the earliest first."""
        return self.served.get((kept.occasion.pk, kept.kept.nominal), [])


def posts_of(organiser: Organiser) -> QuerySet[Organiser]:
    """The posts of a ministry; none for any other office."""
    return Organiser.objects.filter(parent=organiser).order_by("ref", "id")


def span_of(
    organiser: Organiser, first: date, last: date, language: str, *, post: Organiser | None = None
) -> Span:
    """
    Read the calendar of an office from `first` to `last`; of a ministry also that of one `post` alone.

    The days to avoid are those of the host state of the office, or of the post.
    """
    kept = kept_between(occasions_of_calendar(organiser, post), first, last)
    serving = planned.serving_between(organiser, first - HALF_A_YEAR, last + HALF_A_YEAR, post=post)
    served = _served(kept, serving)
    told = {each.event for found in served.values() for each in found}
    events = planned.days_between(organiser, first, last, post=post)
    others = [each for each in events if each.event not in told]
    host = (post or organiser).host_state
    avoided = avoided_between(organiser, {host}, first, last, language) if host else []
    return Span(kept, others, avoided, served)


def occasions_of_calendar(organiser: Organiser, post: Organiser | None = None) -> QuerySet[Occasion]:
    """The occasions an office sees, or those of one post of a ministry."""
    # Each office is loaded once: a ministry has twenty times as many occasions as posts.
    seen = occasions_seen_by(organiser).select_related(None).prefetch_related("organiser")
    return seen.filter(organiser=post) if post else seen


def _served(kept: Sequence[KeptOn], serving: Sequence[Serving]) -> dict[tuple[int, date], list[EventDays]]:
    """Give each event to the keeping it says it counts from, else to the nearest one of its occasion."""
    days: dict[int, list[KeptOn]] = {}
    for each in kept:
        days.setdefault(each.occasion.pk, []).append(each)
    served: dict[tuple[int, date], list[EventDays]] = {}
    for event, occasion, anniversary_on in serving:
        of_occasion = days.get(occasion, ())
        nominal = anniversary_on or _nearest(of_occasion, event.first)
        if nominal is not None and any(one.kept.nominal == nominal for one in of_occasion):
            served.setdefault((occasion, nominal), []).append(event)
    return served


def _nearest(kept: Sequence[KeptOn], day: date) -> date | None:
    near = [each for each in kept if abs(each.day - day) <= HALF_A_YEAR]
    return min(near, key=lambda each: abs(each.day - day)).kept.nominal if near else None
