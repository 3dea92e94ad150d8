"""What a programme is made of: items in their order, with the few clock times that are really fixed."""

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from enum import StrEnum

PROTECTED_KINDS = frozenset({"anthem", "silence"})
ARRIVAL_KIND = "arrival"


class Status(StrEnum):
    """How firmly an item stands in the plan."""

    FIXED = "fixed"
    TBC = "tbc"
    MOVED = "moved"
    DROPPED = "dropped"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ClockAnchor:
    """
    A local clock time at the venue.

    `on` is a date, or the number of days after the programme's day (0 is the day itself); without it the
    time is taken on the day that brings it nearest to where the items before it end.
    """

    at: time
    on: date | int | None = None


@dataclass(frozen=True, slots=True)
class StartAnchor:
    """A time told by its distance from the start of the programme: T0 is 0 seconds, T-15 is -900."""

    seconds: int = 0


@dataclass(frozen=True, slots=True)
class InstantAnchor:
    """A moment that needs no zone to be understood: an aware datetime."""

    at: datetime


type Anchor = ClockAnchor | StartAnchor | InstantAnchor


@dataclass(frozen=True, slots=True)
class Item:
    """
    One item of a programme.

    Units: whole seconds. `seconds` is the usual duration, None when it is not known; for an elastic item
    it is the wish, held between `least` (0 when not stated) and `most` (no limit when not stated).
    `transition` is the time needed between the item before it and this one.
    Shape: items of one parent with the same `parallel` name run side by side; those with the same `track`
    follow each other, each item without a track is a track of its own. `after` names items that have to
    be over first.
    """

    id: str
    title: str = ""
    kind: str = ""
    seconds: int | None = None
    is_elastic: bool = False
    least: int | None = None
    most: int | None = None
    anchor: Anchor | None = None
    ends_at: Anchor | None = None
    on: date | int | None = None
    parallel: str = ""
    track: str = ""
    parent: str = ""
    after: tuple[str, ...] = ()
    latest_arrival: Anchor | None = None
    silence: int | None = None
    transition: int = 0
    status: Status = Status.FIXED
    actual_start: datetime | None = None
    actual_end: datetime | None = None

    @property
    def wished(self) -> int | None:
        """The duration the item would have if nothing pressed it: a silence lasts as long as it is kept."""
        return self.silence if self.seconds is None else self.seconds

    @property
    def is_protected(self) -> bool:
        """Whether the item is never offered as a cut: anchors, anthem, silence (R95)."""
        is_anchored = self.anchor is not None or self.ends_at is not None
        return is_anchored or self.silence is not None or self.kind in PROTECTED_KINDS


@dataclass(frozen=True, slots=True)
class Programme:
    """
    The items of one event in their order.

    `day` is the day the programme begins on at the venue, None when it is not known: times are then clock
    times without a date. `zone` is the venue's; without it no change of clocks is minded.
    `starts_at` is T0; `ends_at` is when all has to be over.
    """

    items: tuple[Item, ...]
    day: date | None = None
    zone: tzinfo | None = None
    starts_at: ClockAnchor | InstantAnchor | None = None
    ends_at: ClockAnchor | InstantAnchor | None = None


class ProgrammeNotReadable(ValueError):
    """
    The items cannot stand in any order.

    `item_id` and `field` name what says so (`id`, `parent` or `after`), `template` and `values` what it says.
    """

    def __init__(self, item_id: str, field: str, template: str, **values: str) -> None:
        self.item_id = item_id
        self.field = field
        self.template = template
        self.values = values
        super().__init__(template % values)
