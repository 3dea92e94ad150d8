"""The members of a chain, where they came to lie, and what was found wrong on the way."""

from dataclasses import dataclass, field
from enum import StrEnum

from .share import Span


class How(StrEnum):
    """How the time of an item was found."""

    ANCHORED = "anchored"
    FORWARD = "forward"
    BACKWARD = "backward"
    STRETCHED = "stretched"
    SHRUNK = "shrunk"
    PARTS = "parts"
    DROPPED = "dropped"
    UNKNOWN = "unknown"


class Edge(StrEnum):
    """What a pin holds: the start or end of a link, or the bounds of the whole chain."""

    OPENS = "opens"
    START = "start"
    END = "end"
    CLOSES = "closes"


class Trouble(StrEnum):
    """What is wrong between two places of a programme."""

    GAP = "gap"
    OVERLAP = "overlap"
    TOO_TIGHT = "too-tight"
    OUT_OF_ORDER = "out-of-order"
    OVERRUN = "overrun"
    NO_TIME_LEFT = "no-time-left"
    LENGTH_DIFFERS = "length-differs"
    START_DIFFERS = "start-differs"
    SKIPPED_HOUR = "skipped-hour"
    REPEATED_HOUR = "repeated-hour"
    LATE_ARRIVAL = "late-arrival"
    SILENCE_SHORT = "silence-short"
    AFTER_UNMET = "after-unmet"


@dataclass(frozen=True, slots=True)
class Link:
    """
    One member of a chain: an item, a framed block, a group, or (with an empty key) a transition.

    `lead` is the time needed between the link before and this one. A link that is neither elastic nor has
    a wish is of unknown length and breaks the chain.
    """

    key: str
    span: Span
    is_elastic: bool = False
    lead: int = 0
    starts_at: int | None = None
    ends_at: int | None = None

    @property
    def is_unknown(self) -> bool:
        """Whether nothing can be counted across it."""
        return self.span.wished is None and not self.is_elastic


@dataclass(frozen=True, slots=True)
class Pin:
    """A fixed time before link number `boundary`; `key` is the link it holds or the owner of the bounds."""

    boundary: int
    at: int
    key: str
    edge: Edge


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a link came to lie, and between which pins: forward from `first`, backwards from `second`."""

    key: str
    start: int | None
    end: int | None
    how: How
    first: Pin | None = None
    second: Pin | None = None
    wished: int | None = None

    @property
    def seconds(self) -> int | None:
        """How long it lasts, None as long as one of its ends is not known."""
        return None if self.start is None or self.end is None else self.end - self.start


@dataclass(frozen=True, slots=True)
class Finding:
    """A trouble: the pin or link it lies at, what it lies against, and how much time is in question."""

    trouble: Trouble
    key: str
    pin: Pin | None = None
    against: Pin | None = None
    other: str = ""
    seconds: int = 0


@dataclass(slots=True)
class Chain:
    """The spots of all links in order (transitions with an empty key) and what was found on the way."""

    spots: list[Spot] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
