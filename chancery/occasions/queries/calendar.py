"""Reads of the calendar: the occasions that an office sees, and the days on which they are kept in a span."""

from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from django.db.models import Q, QuerySet

from chancery.accounts.models import Organiser
from chancery.occasions import days
from chancery.occasions.models import Occasion
from chancery.rules.anniversaries import Kept, Rule, keepings_between, number_of, year_counted_from


class KeptOn(NamedTuple):
    """One day on which one occasion is kept; `number` is None where it has none."""

    day: date
    occasion: Occasion
    kept: Kept
    number: int | None


def occasions_seen_by(organiser: Organiser) -> QuerySet[Occasion]:
    """
    The occasions an office reads in its calendar, by their short name, each with its office.

    An office sees its own, a post those of its ministry too, a ministry those of its posts.
    """
    seen = Q(organiser=organiser) | Q(organiser__parent=organiser)
    if organiser.parent_id:
        seen |= Q(organiser=organiser.parent_id)
    return Occasion.objects.filter(seen).select_related("organiser").order_by("ref", "id")


def kept_between(occasions: Iterable[Occasion], first: date, last: date) -> list[KeptOn]:
    """
    Find the days on which occasions are kept from `first` to `last`, with their numbers (R111-R116).

    Shape: in order of the days, then as the occasions were handed in. Costs one reckoning for each rule that
    differs, however many occasions share it.
    """
    reckoned: dict[Rule, tuple[Kept, ...]] = {}
    found: list[KeptOn] = []
    for occasion in occasions:
        rule = days.rule_of(occasion)
        if rule is None:
            continue
        if rule not in reckoned:
            reckoned[rule] = keepings_between(rule, first, last)
        found += _counted(occasion, rule, reckoned[rule])
    return sorted(found, key=attrgetter("day"))


def _counted(occasion: Occasion, rule: Rule, kept: Iterable[Kept]) -> list[KeptOn]:
    since = days.counted_from(occasion)
    year = year_counted_from(since, rule) if since else None
    if year is None:
        return [KeptOn(each.day, occasion, each, None) for each in kept]
    is_keeping = occasion.counts == Occasion.Counts.KEEPING
    return [KeptOn(each.day, occasion, each, number_of(each, year, counts_first=is_keeping)) for each in kept]
