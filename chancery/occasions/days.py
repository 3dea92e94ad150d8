"""The days on which an occasion is kept, and which anniversary they are (R111-R116)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from chancery.occasions.models import Occasion
from chancery.rules import anniversaries
from chancery.rules.anniversaries import FixedDay, Kept, Ordinal, Rule, UnreadableRule
from chancery.rules.dates import PartialDate, Precision
from chancery.rules.reasons import Reason

# A day that is kept seldom (29 February, or a table that ends) is looked for no further ahead.
YEARS_AHEAD = 60


@dataclass(frozen=True, slots=True)
class KeptDay:
    """
    One day on which an occasion is kept.

    `kept.nominal` is the anniversary day before it was moved; `number` counts by it and is None where
    nothing is counted, or the date it is counted from is not known. `reasons` say how day and number were
    found.
    """

    kept: Kept
    number: int | None
    reasons: Sequence[Reason]

    @property
    def is_moved(self) -> bool:
        """Whether the day kept is not the anniversary day itself."""
        return self.kept.day != self.kept.nominal

    @property
    def is_round(self) -> bool:
        """Whether it is the tenth, the twenty-fifth or another number that is kept as a round one."""
        return self.number is not None and self.number > 0 and anniversaries.is_round(self.number)


def rule_of(occasion: Occasion) -> Rule | None:
    """
    Return the rule by which the days of an occasion are found; None where none is known.

    Without a rule of its own an anniversary is kept on the day and month of the event of history.
    """
    if occasion.rule:
        try:
            return anniversaries.read_rule(occasion.rule)
        except UnreadableRule:
            return None
    happened = occasion.happened_on
    if happened is None or occasion.kind != Occasion.Kind.ANNIVERSARY:
        return None
    if happened.precision not in (Precision.DAY, Precision.MINUTE):
        return None
    return FixedDay(happened.earliest.month, happened.earliest.day)


def trouble_with(occasion: Occasion) -> UnreadableRule | None:
    """Return what is wrong with the rule of an occasion, as a loaded folder may have it."""
    try:
        if occasion.rule:
            anniversaries.read_rule(occasion.rule)
    except UnreadableRule as trouble:
        return trouble
    return None


def days_of_year(occasion: Occasion, year: int) -> list[KeptDay]:
    """Return the days kept in a civil year: none, one, or two where a lunar day falls twice in it."""
    rule = rule_of(occasion)
    if rule is None:
        return []
    return [_kept_day(occasion, rule, kept) for kept in anniversaries.keepings(rule, year).kept]


def days_ahead(occasion: Occasion, after: date, *, count: int = 10) -> list[KeptDay]:
    """Return the next days kept, from `after` on; fewer where the rule finds no more."""
    rule = rule_of(occasion)
    if rule is None:
        return []
    return [_kept_day(occasion, rule, kept) for kept in islice(_from(rule, after), count)]


def _from(rule: Rule, after: date) -> Iterator[Kept]:
    for year in range(after.year - 1, after.year + YEARS_AHEAD):
        yield from (kept for kept in anniversaries.keepings(rule, year).kept if kept.day >= after)


def open_reasons(occasion: Occasion, year: int) -> Sequence[Reason]:
    """Say why a year has no day, or what the office has to decide before it has one (R115)."""
    rule = rule_of(occasion)
    return anniversaries.keepings(rule, year).reasons if rule else ()


def _kept_day(occasion: Occasion, rule: Rule, kept: Kept) -> KeptDay:
    found = _counted(occasion, kept, rule)
    return (
        KeptDay(kept, found.number, (*found.reasons, *kept.reasons))
        if found
        else KeptDay(kept, None, kept.reasons)
    )


def _counted(occasion: Occasion, kept: Kept, rule: Rule) -> Ordinal | None:
    since = counted_from(occasion)
    if since is None:
        return None
    count = anniversaries.times_kept if _counts_keepings(occasion) else anniversaries.ordinal_of
    return count(since, kept, rule)


def counted_from(occasion: Occasion) -> PartialDate | None:
    """Return the date that numbers are counted from; None where none are, or the date is not known."""
    if occasion.counts == Occasion.Counts.NOTHING:
        return None
    since: PartialDate | None = occasion.first_kept_on if _counts_keepings(occasion) else occasion.happened_on
    return since


def _counts_keepings(occasion: Occasion) -> bool:
    return occasion.counts == Occasion.Counts.KEEPING


def nearest_day(occasion: Occasion, ceremony_day: date) -> KeptDay | None:
    """Return the keeping that a ceremony on `ceremony_day` serves: the nearest one (R112)."""
    rule = rule_of(occasion)
    kept = anniversaries.anniversary_near(rule, ceremony_day) if rule else None
    return _kept_day(occasion, rule, kept) if rule and kept else None


def ordinal_on(occasion: Occasion, anniversary_day: date) -> Ordinal | None:
    """
    Count which anniversary a day is, in the calendar of the occasion's rule (R111, R116).

    Shape: None where nothing is counted, or the date it is counted from is not known.
    """
    since = counted_from(occasion)
    if since is None:
        return None
    rule = rule_of(occasion)
    near = anniversaries.anniversary_near(rule, anniversary_day) if rule else None
    if rule is not None and near is not None and anniversary_day in (near.nominal, near.day):
        return _counted(occasion, near, rule)
    found = anniversaries.ordinal(since, anniversary_day)
    return anniversaries.counting_the_first(found) if _counts_keepings(occasion) else found
