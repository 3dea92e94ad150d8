"""How places are counted outward from a presidency: right before left, near before far (R52, R54)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from types import MappingProxyType

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.plan import System


class Anchor(StrEnum):
    """From whom or what places are counted."""

    HOST = "host"
    CO_HOST = "co-host"
    HEAD = "head"
    CENTRE = "centre"
    AISLE = "aisle"


class Hand(StrEnum):
    """On which hand of the anchor a place is."""

    RIGHT = "right"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Spot:
    """A seat with the reason why the form counts it where it does."""

    seat: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Wings:
    """
    The seats beside a presidency.

    Shape: `seat` is that of who presides, "" where places are counted from an aisle; `right` and `left` go
    outward, the nearest first. `unit` is the label of the row, or the table in words.
    """

    anchor: Anchor
    seat: str
    right: tuple[str, ...]
    left: tuple[str, ...]
    unit: str = ""


_AT: Mapping[tuple[Anchor, Hand], str] = MappingProxyType(
    {
        (Anchor.HOST, Hand.RIGHT): gettext_noop(
            "%(unit)s, place %(count)s at the right hand of who presides."
        ),
        (Anchor.HOST, Hand.LEFT): gettext_noop("%(unit)s, place %(count)s at the left hand of who presides."),
        (Anchor.CO_HOST, Hand.RIGHT): gettext_noop(
            "%(unit)s, place %(count)s at the right hand of who presides opposite."
        ),
        (Anchor.CO_HOST, Hand.LEFT): gettext_noop(
            "%(unit)s, place %(count)s at the left hand of who presides opposite."
        ),
        (Anchor.HEAD, Hand.RIGHT): gettext_noop("%(unit)s, place %(count)s at the right hand of its head."),
        (Anchor.HEAD, Hand.LEFT): gettext_noop("%(unit)s, place %(count)s at the left hand of its head."),
        (Anchor.CENTRE, Hand.RIGHT): gettext_noop(
            "Row %(unit)s, place %(count)s to the right of its middle."
        ),
        (Anchor.CENTRE, Hand.LEFT): gettext_noop("Row %(unit)s, place %(count)s to the left of its middle."),
        (Anchor.AISLE, Hand.RIGHT): gettext_noop(
            "Row %(unit)s, place %(count)s of the right half, counted from the middle."
        ),
        (Anchor.AISLE, Hand.LEFT): gettext_noop(
            "Row %(unit)s, place %(count)s of the left half, counted from the middle."
        ),
    }
)
SENTENCES = frozenset(_AT.values())
_RULES: Mapping[Anchor, tuple[str, str]] = MappingProxyType(
    {
        Anchor.HOST: ("R52", sources.PLACE_OF_HONOUR),
        Anchor.CO_HOST: ("R52", sources.PLACE_OF_HONOUR),
        Anchor.HEAD: ("R66", sources.SEVERAL_TABLES),
        Anchor.CENTRE: ("R71", sources.CENTRE_OUT),
        Anchor.AISLE: ("R73", sources.OFFICE),
    }
)


def counted(wings: Sequence[Wings], system: System = System.CROSS) -> tuple[Spot, ...]:
    """
    Count the places beside one or two presidencies, the presidencies themselves excepted.

    Shape: each seat once, at the first place at which it is met: wings that reach to each other may share
    seats. Cross goes from presidency to presidency, all right hands before left hands; clock takes right and
    left of the one before right and left of the other; both repeat outward.
    Source: R52, R54.
    """
    first: dict[str, Spot] = {wing.seat: Spot("", Reason("")) for wing in wings}
    for spot in _outward(wings, system):
        first.setdefault(spot.seat, spot)
    return tuple(spot for spot in first.values() if spot.seat)


def _outward(wings: Sequence[Wings], system: System) -> Iterator[Spot]:
    by_wing = [[(wing, hand, seats) for hand, seats in _hands(wing)] for wing in wings]
    if system is System.CLOCK:
        ordered = [entry for entries in by_wing for entry in entries]
    else:
        ordered = [entry for entries in zip(*by_wing, strict=True) for entry in entries]
    rounds = zip_longest(*(seats for _wing, _hand, seats in ordered))
    for count, seats in enumerate(rounds, start=1):
        for (wing, hand, _all), seat in zip(ordered, seats, strict=True):
            if seat:
                yield Spot(seat, _told(wing, hand, count))


def _hands(wing: Wings) -> Iterable[tuple[Hand, tuple[str, ...]]]:
    return ((Hand.RIGHT, wing.right), (Hand.LEFT, wing.left))


def _told(wing: Wings, hand: Hand, count: int) -> Reason:
    rule, source = _RULES[wing.anchor]
    values = {"unit": wing.unit, "count": str(count)}
    return Reason(_AT[wing.anchor, hand], values, rule=rule, source=source)
