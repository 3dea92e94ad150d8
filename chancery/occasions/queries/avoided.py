"""Reads of days to avoid: those that an office and its ministry keep, beside the public holidays."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base import cldr
from chancery.base.languages import wording
from chancery.directory.access import of_tree
from chancery.occasions import public_holidays
from chancery.occasions.models import AvoidedDay
from chancery.rules.anniversaries import UnreadableRule, keepings_between, read_rule
from chancery.rules.conflicts import Avoided

LOOKS_ASIDE = timedelta(days=1)
"""A day that begins at sundown touches the evening before it."""


def avoided_days_of(organiser: Organiser) -> QuerySet[AvoidedDay]:
    """The days to avoid that an office keeps, by state, then those that fall once by their day."""
    return AvoidedDay.objects.filter(organiser=organiser).order_by("state", "begins_on", "ref", "id")


def avoided_between(
    organiser: Organiser, states: set[str], first: date, last: date, language: str
) -> list[Avoided]:
    """
    Return the days to avoid in some states from `first` to `last`, in the reader's words.

    Shape: in order of their first days; what an office, its ministry and the posts of it keep, and the public
    holidays of the kept table. A holiday that the office keeps itself is told again with its own source.
    """
    rows = _rows_of_tree(organiser, states)
    own = (found for row in rows for found in _of_row(row, first, last, language))
    public = (found for state in sorted(states) for found in _public(state, first, last, language))
    return sorted([*own, *public], key=lambda each: (each.first, each.state, each.name))


def _rows_of_tree(organiser: Organiser, states: set[str]) -> QuerySet[AvoidedDay]:
    return AvoidedDay.objects.filter(of_tree(organiser), state__in=sorted(states)).order_by("id")


def _of_row(row: AvoidedDay, first: date, last: date, language: str) -> Iterator[Avoided]:
    for begins, ends, at_sundown in _spans(row, first, last):
        yield Avoided(
            name=wording(row.names, language).text or str(row),
            kind=row.get_kind_display(),
            state=cldr.state_in_words(row.state, language),
            first=begins,
            last=ends,
            source=row.source,
            begins_at_sundown=at_sundown,
        )


def _spans(row: AvoidedDay, first: date, last: date) -> Iterator[tuple[date, date, bool]]:
    """The spans of a row that touch the days asked for; whether each begins at sundown before."""
    if row.begins_on is not None:
        ends = row.ends_on or row.begins_on
        if row.begins_on <= last and ends >= first:
            yield row.begins_on, ends, False
        return
    try:
        rule = read_rule(row.rule)
    except UnreadableRule:
        return
    for kept in keepings_between(rule, first, last + LOOKS_ASIDE):
        yield kept.day, kept.day, kept.begins_on is not None


def _public(state: str, first: date, last: date, language: str) -> Iterator[Avoided]:
    for year in range(first.year, last.year + 1):
        for holiday in public_holidays.holidays_of_year(state, year, language):
            if first <= holiday.day <= last:
                yield Avoided(
                    name=holiday.name,
                    kind=_("public holiday"),
                    state=cldr.state_in_words(state, language),
                    first=holiday.day,
                    last=holiday.day,
                    source=_("the table “%(table)s” %(version)s")
                    % {"table": public_holidays.SOURCE, "version": public_holidays.version()},
                    sureness=holiday.sureness,
                )
