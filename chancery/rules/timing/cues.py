"""Cues of departments, bound to the items they serve and given on the caller's word (R93, R94)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .clock import Clock, Moment
from .items import Programme
from .links import How
from .result import Plan, Timed


class CueKind(StrEnum):
    """What the caller says."""

    STAND_BY = "stand-by"
    GO = "go"
    HOLD = "hold"


class CueEdge(StrEnum):
    """The end of the item a cue is bound to."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Cue:
    """
    One call to one department: flags to half-mast at the first note of the Last Post (R93).

    `offset` is in seconds from the edge of the item, negative before it.
    """

    item_id: str
    department: str
    words: str
    kind: CueKind = CueKind.GO
    edge: CueEdge = CueEdge.START
    offset: int = 0


@dataclass(frozen=True, slots=True)
class CueRow:
    """
    One row of a cue sheet.

    `elapsed` is in seconds from the start of the programme; both are None where the time is not known:
    the row still stands in its place, because departments act on the word and not on the clock.
    """

    cue: Cue
    at: Moment | None
    elapsed: int | None


def cue_sheet(
    programme: Programme, plan: Plan, cues: Sequence[Cue], *, departments: frozenset[str] = frozenset()
) -> tuple[CueRow, ...]:
    """
    Bring cues into the order they are called in.

    Shape: one row per cue; only those of `departments` when any are named. Cues of items that are not in
    the plan or dropped are left out.
    Ties: by time; a cue without a known time stands with its item, cues of one moment as they are listed.
    Source: R93, R94 in docs/rules/timing.md.
    """
    clock = Clock.of(programme)
    places = _places(plan)
    wanted = [
        cue for cue in cues if cue.item_id in places and (not departments or cue.department in departments)
    ]
    starts = [timed.start.seconds for timed in plan.items if timed.start is not None]
    begins = min(starts, default=0)
    keyed = []
    for listed, cue in enumerate(wanted):
        place, timed, reached = places[cue.item_id]
        at = _seconds(cue, timed)
        moment = None if at is None else clock.moment(at)
        row = CueRow(cue, moment, None if at is None else at - begins)
        by_edge = 0 if cue.edge is CueEdge.START else 1
        keyed.append(((reached if at is None else at, place, by_edge, cue.offset, listed), row))
    return tuple(row for _, row in sorted(keyed, key=lambda pair: pair[0]))


def elapsed(plan: Plan) -> dict[str, int]:
    """Seconds from the start of the programme to each item whose time is known (R94)."""
    starts = {timed.item_id: timed.start.seconds for timed in plan.items if timed.start is not None}
    begins = min(starts.values(), default=0)
    return {item_id: at - begins for item_id, at in starts.items()}


def _places(plan: Plan) -> dict[str, tuple[int, Timed, float]]:
    """Each item that takes part: its place, its times, and the latest time known up to it."""
    places: dict[str, tuple[int, Timed, float]] = {}
    reached = float("-inf")
    for place, timed in enumerate(plan.items):
        if timed.how is How.DROPPED:
            continue
        if timed.start is not None:
            reached = max(reached, timed.start.seconds)
        places[timed.item_id] = (place, timed, reached)
    return places


def _seconds(cue: Cue, timed: Timed) -> int | None:
    edge = timed.start if cue.edge is CueEdge.START else timed.end
    return None if edge is None else edge.seconds + cue.offset
