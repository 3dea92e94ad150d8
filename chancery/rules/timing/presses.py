"""The steps of the caller and the state they lead to, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType


class CallKind(StrEnum):
    """What the caller does."""

    STAND_BY = "stand-by"
    GO = "go"
    HOLD = "hold"
    RESUME = "resume"
    SKIP = "skip"
    BACK = "back"
    ADD = "add"
    CUT = "cut"
    END = "end"
    TAKE = "take"
    GIVE = "give"
    WORD = "word"
    CORRECT = "correct"


class CallState(StrEnum):
    """Where a called programme stands."""

    READY = "ready"
    RUNNING = "running"
    HELD = "held"
    OVER = "over"


MOVES = frozenset({CallKind.GO, CallKind.HOLD, CallKind.RESUME, CallKind.SKIP, CallKind.CUT, CallKind.END})
"""The steps that `back` takes back, the last one first."""

OF_AN_ITEM = frozenset({CallKind.GO, CallKind.STAND_BY, CallKind.SKIP, CallKind.CUT, CallKind.CORRECT})
"""The steps that are taken of one item."""

OVER_SILENCE = "over"
"""The words of a `take` by which a desk takes the call from one that has been silent too long."""

_NOTHING: Mapping[str, datetime] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Press:
    """
    One step of the caller: `by` is the person, `item` the id of an item, empty for the next or current one.

    `seconds`: the length an item is cut to (0 or None leaves it out); for a correction how long before `at`
    the item began. `words`: the word to the speaker; `OVER_SILENCE` for a call taken over.
    """

    uid: str
    kind: CallKind
    at: datetime
    by: str = ""
    item: str = ""
    seconds: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """
    Where the steps have led.

    `begun` and `ended` are the real times of items without parts, by id; what has begun and not ended is
    running. `current` is the one called last, empty before the first and after the end. `cut` holds the
    seconds an item is cut to, 0 where it is left out. `taken` are the steps that count, those taken back not.
    """

    state: CallState = CallState.READY
    current: str = ""
    standing_by: str = ""
    held_at: datetime | None = None
    begun: Mapping[str, datetime] = _NOTHING
    ended: Mapping[str, datetime] = _NOTHING
    skipped: frozenset[str] = frozenset()
    cut: Mapping[str, int] = MappingProxyType({})
    caller: str = ""
    asked_by: str = ""
    word: str = ""
    taken: tuple[Press, ...] = ()

    @property
    def running(self) -> tuple[str, ...]:
        """The items that have begun and not ended, in the order they began."""
        return tuple(item for item in self.begun if item not in self.ended)

    @property
    def last_move(self) -> Press | None:
        """The step that `back` would take back now."""
        return next((press for press in reversed(self.taken) if press.kind in MOVES), None)

    @property
    def latest(self) -> datetime | None:
        """The last real time that is known; no later step lies before it."""
        return max((*self.begun.values(), *self.ended.values()), default=None)

    def is_open(self, item: str) -> bool:
        """Whether an item can still be called."""
        return item not in self.begun and item not in self.skipped and self.cut.get(item) != 0
