"""Days to avoid as their page lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base import cldr
from chancery.occasions import public_holidays
from chancery.occasions.models import AvoidedDay
from chancery.occasions.queries.avoided import avoided_between
from chancery.occasions.rule_words import stored_in_words
from chancery.rules.conflicts import Avoided, Sureness


@dataclass(frozen=True, slots=True)
class ComingDay:
    """A day to avoid in the coming months, in words; `sureness` is empty where the day is sure."""

    day: date
    last: date | None
    name: str
    kind: str
    source: str
    sureness: str


@dataclass(frozen=True, slots=True)
class Coming:
    """The days to avoid of a host state in a year; `is_known` says whether the kept table has the state."""

    state: str
    is_known: bool
    days: Sequence[ComingDay]


def coming_days(organiser: Organiser, first: date, last: date) -> Coming | None:
    """What is to be avoided in the host state of an office; None where that is not known."""
    state, language = organiser.host_state, get_language() or "en"
    if not state:
        return None
    found = avoided_between(organiser, {state}, first, last, language)
    return Coming(
        cldr.state_in_words(state, language),
        public_holidays.knows(state),
        [coming_day(each) for each in found],
    )


def coming_day(avoided: Avoided) -> ComingDay:
    """Put a day to avoid into words."""
    return ComingDay(
        day=avoided.first,
        last=avoided.last if avoided.last != avoided.first else None,
        name=avoided.name,
        kind=avoided.kind,
        source=avoided.source,
        sureness=sureness_in_words(avoided.sureness),
    )


def sureness_in_words(sureness: Sureness) -> str:
    """How sure a day is; empty where there is nothing to say."""
    match sureness:
        case Sureness.ESTIMATED:
            return _("estimated")
        case Sureness.IN_LIEU:
            return _("day off in lieu")
        case Sureness.SURE:
            return ""


def when_in_words(row: AvoidedDay) -> str:
    """When a day of the office falls: its rule, or its days."""
    if row.begins_on is None:
        return stored_in_words(row.rule)
    language = get_language() or "en"
    first = cldr.weekday_in_words(row.begins_on, language)
    if row.ends_on is None or row.ends_on == row.begins_on:
        return first
    return _("%(first)s to %(last)s") % {
        "first": first,
        "last": cldr.weekday_in_words(row.ends_on, language),
    }
