"""What else falls on a day on which an event is planned (D1-D6): told with its source, never forbidden."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from chancery.rules.reasons import Reason, gettext_noop

SOURCE = "docs/rules/calendar.md"

_AVOIDED = gettext_noop("%(day)s is “%(name)s” (%(kind)s) in %(state)s, according to %(source)s.")
_AVOIDED_UNSOURCED = gettext_noop(
    "%(day)s is “%(name)s” (%(kind)s) in %(state)s; no source is given for it, so ask first."
)
_ESTIMATED = gettext_noop(
    "%(day)s is probably “%(name)s” (%(kind)s) in %(state)s, according to %(source)s; the day is estimated "
    "and is announced shortly before."
)
_IN_LIEU = gettext_noop(
    "%(day)s is a day off in lieu of “%(name)s” (%(kind)s) in %(state)s, according to %(source)s."
)
_EVENING = gettext_noop("“%(name)s” (%(kind)s) in %(state)s begins on the evening of %(day)s.")
_EVENT = gettext_noop("%(office)s plans “%(name)s” on %(day)s.")
_EVENT_IN = gettext_noop("%(office)s plans “%(name)s” on %(day)s in %(city)s.")
_KEPT = gettext_noop("%(day)s is the day of “%(name)s”.")
_KEPT_EVENING = gettext_noop("“%(name)s” begins on the evening of %(day)s.")


class Sureness(StrEnum):
    """How sure a day to avoid is: fixed, reckoned before it is announced, or off in place of another."""

    SURE = "sure"
    ESTIMATED = "estimated"
    IN_LIEU = "in-lieu"


class About(StrEnum):
    """What a conflict is about, in the order in which conflicts are told."""

    AVOIDED = "avoided"
    EVENT = "event"
    OCCASION = "occasion"


@dataclass(frozen=True, slots=True)
class Avoided:
    """
    A day to avoid, from `first` to `last`, both included.

    `name`, `kind` and `state` are in words; `source` is empty where none is given. What `begins_at_sundown`
    begins on the evening before `first`.
    """

    name: str
    kind: str
    state: str
    first: date
    last: date
    source: str = ""
    sureness: Sureness = Sureness.SURE
    begins_at_sundown: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """Another event, from `first` to `last`; `city` is empty where it is not known."""

    name: str
    office: str
    city: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class KeptDay:
    """A day on which an occasion is kept; `eve` is the evening on which it begins, where it does."""

    name: str
    day: date
    eve: date | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that falls on the day, and the sentence that says so."""

    about: About
    day: date
    reason: Reason


def conflicts_of_days(
    first: date,
    last: date,
    *,
    avoided: Iterable[Avoided] = (),
    planned: Iterable[Planned] = (),
    kept: Iterable[KeptDay] = (),
) -> Sequence[Conflict]:
    """
    Tell what falls on the days of an event, from `first` to `last`, both included.

    Shape: one conflict each, with the first of the event's days it falls on; empty in, empty out.
    Ties: days to avoid stand before events and those before occasions; within these the earlier day first,
    then as they were handed in.
    Errors: none; nothing here forbids a day (D1).
    Source: D1-D6 in docs/rules/calendar.md.
    """
    found = [*_avoided(first, last, avoided), *_planned(first, last, planned), *_kept(first, last, kept)]
    order = list(About)
    return sorted(found, key=lambda each: (order.index(each.about), each.day))


def _avoided(first: date, last: date, avoided: Iterable[Avoided]) -> Iterator[Conflict]:
    for each in avoided:
        values = {"name": each.name, "kind": each.kind, "state": each.state, "source": each.source}
        eve = each.first - timedelta(days=1)
        if day := _shared(first, last, each.first, each.last):
            yield _conflict(About.AVOIDED, day, _words_of(each), **values)
        elif each.begins_at_sundown and last == eve:
            yield _conflict(About.AVOIDED, eve, _EVENING, **values)


def _words_of(avoided: Avoided) -> str:
    match avoided.sureness:
        case Sureness.ESTIMATED:
            return _ESTIMATED
        case Sureness.IN_LIEU:
            return _IN_LIEU
        case Sureness.SURE:
            return _AVOIDED if avoided.source else _AVOIDED_UNSOURCED


def _planned(first: date, last: date, planned: Iterable[Planned]) -> Iterator[Conflict]:
    for each in planned:
        if day := _shared(first, last, each.first, each.last):
            template = _EVENT_IN if each.city else _EVENT
            yield _conflict(About.EVENT, day, template, name=each.name, office=each.office, city=each.city)


def _kept(first: date, last: date, kept: Iterable[KeptDay]) -> Iterator[Conflict]:
    for each in kept:
        if first <= each.day <= last:
            yield _conflict(About.OCCASION, each.day, _KEPT, name=each.name)
        elif each.eve is not None and each.eve == last:
            yield _conflict(About.OCCASION, each.eve, _KEPT_EVENING, name=each.name)


def _shared(first: date, last: date, begins: date, ends: date) -> date | None:
    """The first day that two spans have in common."""
    day = max(first, begins)
    return day if day <= min(last, ends) else None


def _conflict(about: About, day: date, template: str, **values: str) -> Conflict:
    told = {"day": day.isoformat()} | {name: value for name, value in values.items() if value}
    return Conflict(about, day, Reason(template, MappingProxyType(told), "", SOURCE))
