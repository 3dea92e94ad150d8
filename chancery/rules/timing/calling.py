"""A programme as it is called: the steps of the caller, and where they lead."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType

from chancery.rules.reasons import Reason

from .course import Course
from .presses import OF_AN_ITEM, OVER_SILENCE, Called, CallKind, CallState, Press
from .refusals import refusal_of


def called(course: Course, presses: Iterable[Press]) -> Called:
    """
    Follow the steps of the caller from the beginning.

    Shape: a pure fold; a step whose uid came before, or which was not allowed when it came, has no effect.
    A move of an item that is in the programme no more only counts as one that can be taken back.
    `back` takes back exactly one step of MOVES, as if it had never been; what lies between stays.
    Units: aware times; a step that says it was before the last one counts at the time of that one.
    Source: R94 and R95 in docs/rules/timing.md.
    """
    state = Called()
    seen: set[str] = set()
    for press in presses:
        if press.uid not in seen and _is_lost(course, press):
            state = replace(state, taken=(*state.taken, press))
        elif press.uid not in seen and refusal(course, state, press) is None:
            state = stepped(course, state, press)
        seen.add(press.uid)
    return state


def stepped(course: Course, state: Called, press: Press) -> Called:
    """Return where one step leads that is allowed; see `refusal`."""
    if press.kind is not CallKind.BACK:
        return replace(_after(course, state, press), taken=(*state.taken, press))
    undone = state.last_move
    return called(course, (each for each in state.taken if each is not undone))


def refusal(course: Course, state: Called, press: Press) -> Reason | None:
    """
    Say why a step cannot be taken now; None where it can.

    Where the call is with somebody else, the value `caller` of the reason is that person's `by`.
    """
    return refusal_of(course, state, press, next_of(course, state))


def next_of(course: Course, state: Called) -> str:
    """
    Return the item that `go` calls: the one standing by, else the first open one after the current.

    Ties: side by side, the first item of every track comes before the second of any. After the last one
    what was left open before it is offered. Empty where nothing is left.
    """
    if state.standing_by and state.is_open(state.standing_by):
        return state.standing_by
    walk = course.walk(state.begun)
    place = walk.index(state.current) + 1 if state.current in walk else 0
    return next((item for item in (*walk[place:], *walk[:place]) if state.is_open(item)), "")


def named(course: Course, state: Called, press: Press) -> Press:
    """Return a step with the item it is taken of, so that it means the same after the plan was changed."""
    if press.item or press.kind not in OF_AN_ITEM:
        return press
    item = state.current if press.kind is CallKind.CORRECT else next_of(course, state)
    return replace(press, item=item)


def _is_lost(course: Course, press: Press) -> bool:
    return press.kind in OF_AN_ITEM and bool(press.item) and press.item not in course.by_id


def _after(course: Course, state: Called, press: Press) -> Called:
    if press.kind is CallKind.TAKE:
        return _with_call_asked(state, press)
    if press.kind is CallKind.GIVE:
        return replace(state, caller=state.asked_by, asked_by="")
    held = replace(state, caller=state.caller or press.by)
    return _MOVED[press.kind](course, held, press) if press.kind in _MOVED else held


def _with_call_asked(state: Called, press: Press) -> Called:
    if not state.caller or press.words == OVER_SILENCE:
        return replace(state, caller=press.by, asked_by="")
    return replace(state, asked_by=press.by)


def _gone(course: Course, state: Called, press: Press) -> Called:
    item, at = press.item or next_of(course, state), _not_before(state, press.at)
    stops = {other: at for other in state.running if not course.is_beside(other, item)}
    return replace(
        state,
        state=CallState.RUNNING,
        current=item,
        standing_by="",
        held_at=None,
        begun=MappingProxyType({**state.begun, item: at}),
        ended=MappingProxyType({**state.ended, **stops}),
        word="",
    )


def _held(course: Course, state: Called, press: Press) -> Called:
    return replace(state, state=CallState.HELD, held_at=_not_before(state, press.at))


def _resumed(course: Course, state: Called, press: Press) -> Called:
    return replace(state, state=CallState.RUNNING, held_at=None)


def _skipped(course: Course, state: Called, press: Press) -> Called:
    item = press.item or next_of(course, state)
    left_out = {leaf for leaf in course.leaves_of(item) if state.is_open(leaf)}
    stays = "" if state.standing_by in left_out else state.standing_by
    return replace(state, skipped=state.skipped | left_out, standing_by=stays)


def _cut(course: Course, state: Called, press: Press) -> Called:
    cuts = {leaf: press.seconds or 0 for leaf in course.leaves_of(press.item) if state.is_open(leaf)}
    return replace(state, cut=MappingProxyType({**state.cut, **cuts}))


def _over(course: Course, state: Called, press: Press) -> Called:
    at = _not_before(state, press.at)
    ended = {**state.ended, **dict.fromkeys(state.running, at)}
    return replace(
        state,
        state=CallState.OVER,
        current="",
        standing_by="",
        held_at=None,
        ended=MappingProxyType(ended),
        word="",
    )


def _standing_by(course: Course, state: Called, press: Press) -> Called:
    return replace(state, standing_by=press.item or next_of(course, state))


def _worded(course: Course, state: Called, press: Press) -> Called:
    return replace(state, word=press.words)


def _corrected(course: Course, state: Called, press: Press) -> Called:
    """An item began earlier than it was noted; what ended at that moment did so too."""
    item = press.item or state.current
    noted = state.begun[item]
    before = {other for other, at in state.ended.items() if at == noted and other != item}
    bound = max((state.begun[other] for other in before), default=None)
    begin = press.at - timedelta(seconds=press.seconds or 0)
    begin = begin if bound is None else max(begin, bound)
    begin = min(begin, state.ended.get(item, begin))
    ended = {other: begin if other in before else at for other, at in state.ended.items()}
    begun = {**state.begun, item: begin}
    return replace(state, begun=MappingProxyType(begun), ended=MappingProxyType(ended))


_MOVED = {
    CallKind.GO: _gone,
    CallKind.HOLD: _held,
    CallKind.RESUME: _resumed,
    CallKind.SKIP: _skipped,
    CallKind.CUT: _cut,
    CallKind.END: _over,
    CallKind.STAND_BY: _standing_by,
    CallKind.WORD: _worded,
    CallKind.CORRECT: _corrected,
}


def _not_before(state: Called, at: datetime) -> datetime:
    latest = state.latest
    return at if latest is None else max(at, latest)


def changed_items(before: Called, after: Called) -> Iterator[str]:
    """The items whose real times differ, or which were left out or are not any more."""
    named = (*before.begun, *after.begun, *before.skipped, *after.skipped, *before.cut, *after.cut)
    for item in dict.fromkeys(named):
        if _told(before, item) != _told(after, item):
            yield item


def _told(state: Called, item: str) -> Sequence[object]:
    is_out = item in state.skipped or state.cut.get(item) == 0
    return state.begun.get(item), state.ended.get(item), is_out
