"""The calendar in the reader's words: occasions and their numbers, what is planned, days to avoid."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from operator import attrgetter
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language, gettext

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.base import cldr
from chancery.base.languages import wording
from chancery.campaign.queries.calendar import Span
from chancery.events.planned import EventDays, PlannedEvent, planned_called
from chancery.occasions.avoided_rows import ComingDay, coming_day
from chancery.occasions.models import Occasion
from chancery.occasions.queries.calendar import KeptOn
from chancery.occasions.wording import number_words
from chancery.rules.anniversaries import is_round_by
from chancery.rules.conflicts import Avoided


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event: `url` is empty where it belongs to another post; of that nothing else is told."""

    first: date
    last: date | None
    title: str
    url: str
    office: str
    where: str
    status: str
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class KeptLine:
    """
    One day kept: by several posts of a ministry where they keep the same one.

    What does not apply is empty: `moved`, `evening`, `history`, `plan_url` where the reader plans nothing.
    """

    day: date
    name: str
    url: str
    offices: Sequence[str]
    ordinal: str
    counts: str
    is_round: bool
    history: str
    moved: str
    evening: str
    plan_url: str
    events: Sequence[EventLine] = ()
    avoided: Sequence[ComingDay] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands on one day of the calendar: one of the three."""

    day: date
    kept: KeptLine | None = None
    event: EventLine | None = None
    avoided: ComingDay | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """
    What stands on one day before it is put into words: one of the three.

    `kept` are the keepings of several posts that are one day, `events` those that are held for them.
    """

    day: date
    kept: Sequence[KeptOn] = ()
    events: Sequence[EventDays] = ()
    event: EventDays | None = None
    avoided: Avoided | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the calendar, on which day, by which step of round numbers, and in which language."""

    office: Office
    today: date
    step: int | None
    language: str = field(default_factory=lambda: get_language() or "en")

    def placed(self, span: Span) -> list[Placed]:
        """All that stands in a span in order of the days: days to avoid, occasions, then other events."""
        found = [Placed(each.first, avoided=each) for each in merged(span.avoided)]
        found += self.placed_kept(span, span.kept)
        found += [Placed(each.first, event=each) for each in span.other_events]
        return sorted(found, key=attrgetter("day"))

    def placed_kept(self, span: Span, kept: Iterable[KeptOn]) -> Iterator[Placed]:
        """Days kept; those of several posts that are the same day stand in one line."""
        for _key, same in groupby(sorted(kept, key=self._order), key=self._order):
            group = list(same)
            events = [event for one in group for event in span.events_for(one)]
            yield Placed(group[0].day, kept=group, events=events)

    def told(self, placed: Sequence[Placed], span: Span) -> list[Entry]:
        """Put what stands on some days of a span into words, by a fixed number of queries."""
        wanted = {event.event for each in placed for event in each.events}
        wanted |= {each.event.event for each in placed if each.event}
        events = planned_called(wanted, self.language) if wanted else {}
        return [self._told(each, events, span) for each in placed]

    def _told(self, placed: Placed, events: Mapping[int, PlannedEvent], span: Span) -> Entry:
        if placed.avoided:
            return Entry(placed.day, avoided=coming_day(placed.avoided))
        if placed.event:
            return Entry(placed.day, event=self.event_line(events[placed.event.event]))
        lines = [self.event_line(events[each.event]) for each in placed.events]
        return Entry(placed.day, kept=self._line(placed.kept, lines, span))

    def is_round(self, kept: KeptOn) -> bool:
        return is_round_by(kept.number, self.step)

    def _order(self, kept: KeptOn) -> tuple[date, str, date, int]:
        return kept.day, self._name(kept.occasion), kept.kept.nominal, kept.number or -1

    def _name(self, occasion: Occasion) -> str:
        return wording(occasion.names, self.language).text

    def _line(self, group: Sequence[KeptOn], events: Sequence[EventLine], span: Span) -> KeptLine:
        own = self.office.organiser.pk
        first = min(group, key=lambda kept: kept.occasion.organiser_id != own)
        occasion, kept = first.occasion, first.kept
        happened = occasion.happened_on
        is_moved = kept.nominal != kept.day
        return KeptLine(
            day=first.day,
            name=self._name(occasion),
            url=self._url(occasion),
            offices=self._offices(group),
            ordinal=number_words(occasion, first.number, self.language),
            counts=_counts(occasion),
            is_round=self.is_round(first),
            history=cldr.partial_date_in_words(happened, self.language) if happened else "",
            moved=cldr.day_in_words(kept.nominal, self.language) if is_moved else "",
            evening=cldr.day_in_words(kept.begins_on, self.language) if kept.begins_on else "",
            plan_url=self._plan_url(first),
            events=events,
            avoided=[coming_day(each) for each in span.avoided if each.first <= first.day <= each.last],
        )

    def _offices(self, group: Sequence[KeptOn]) -> list[str]:
        """Whose day it is, where it is not the reader's own alone."""
        offices = {kept.occasion.organiser_id: kept.occasion.organiser for kept in group}
        if list(offices) == [self.office.organiser.pk]:
            return []
        return [wording(each.names, self.language).text for each in offices.values()]

    def _url(self, occasion: Occasion) -> str:
        if occasion.organiser_id != self.office.organiser.pk:
            return ""
        return reverse("occasions:occasion", args=[self.office.organiser.ref, occasion.code])

    def _plan_url(self, kept: KeptOn) -> str:
        """Where an event is planned for a day to come, with the occasion where the office may serve it."""
        organiser, occasion = self.office.organiser, kept.occasion
        if kept.day < self.today or not self.office.may(Right.EVENTS_EDIT):
            return ""
        asked = {"day": kept.day.isoformat()}
        if occasion.organiser_id in (organiser.pk, organiser.parent_id):
            asked |= {"occasion": occasion.code, "anniversary": kept.kept.nominal.isoformat()}
        return f"{reverse('events:plan', args=[organiser.ref])}?{urlencode(asked)}"

    def event_line(self, planned: PlannedEvent) -> EventLine:
        """Put an event into words."""
        event, own = planned.event, self.office.organiser
        is_own = event.organiser_id == own.pk
        return EventLine(
            first=planned.first,
            last=planned.last if planned.last != planned.first else None,
            title=wording(event.titles, self.language).text,
            url=reverse("desk:event", args=[own.ref, event.code]) if is_own else "",
            office="" if is_own else wording(event.organiser.names, self.language).text,
            where=" · ".join(part for part in (planned.place if is_own else "", planned.city) if part),
            status=event.get_status_display(),
            is_cancelled=event.status == event.Status.CANCELLED,
        )


def _counts(occasion: Occasion) -> str:
    """What its number counts; empty for an occasion that has none."""
    match occasion.counts:
        case Occasion.Counts.EVENT:
            return gettext("years since the event of history")
        case Occasion.Counts.KEEPING:
            return gettext("times it is kept")
        case _:
            return ""


def merged(avoided: Iterable[Avoided]) -> list[Avoided]:
    """Join days to avoid of one name that follow each other: a holiday of a week is one entry."""
    joined: list[Avoided] = []
    for each in avoided:
        before = next((one for one in reversed(joined) if one.name == each.name), None)
        if before and (each.first - before.last).days == 1 and before.sureness == each.sureness:
            joined[joined.index(before)] = replace(before, last=each.last)
        else:
            joined.append(each)
    return joined
