"""Why a step of the caller cannot be taken now."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from chancery.rules.reasons import Reason, gettext_noop

from .course import Course
from .items import Item
from .presses import Called, CallKind, CallState, Press
from .sentences import SOURCE

WORDS_TO_SPEAKER = frozenset({"", "2-minutes", "1-minute", "close"})
"""What a speaker can be told; empty takes the word back."""

_NOT_CALLER = gettext_noop("%(caller)s has the call; ask for it first.")
_OVER = gettext_noop("The programme is over; take back the end to go on.")
_NOTHING_LEFT = gettext_noop("Nothing is left to call; end the programme.")
_NOT_OPEN = gettext_noop("“%(item)s” has been called already or is left out; take that back first.")
_NOT_THERE = gettext_noop("This item is not in the programme any more; choose another one.")
_NOT_RUNNING = gettext_noop("Nothing is running that could be held.")
_NOT_HELD = gettext_noop("The programme is not held.")
_NOT_BEGUN = gettext_noop("The programme has not begun; call the first item.")
_NOTHING_BACK = gettext_noop("There is no step that could be taken back.")
_PROTECTED = gettext_noop("“%(item)s” is never cut: it is an anchor, an anthem or a silence.")
_NOT_AGREED = gettext_noop("“%(item)s” is not among the cuts agreed with the host; skip it if it must go.")
_HAS_CALL = gettext_noop("You have the call already.")
_NO_WORD = gettext_noop("This is no word that the clock of speakers knows.")
_NEVER_BEGAN = gettext_noop("Only the beginning of something that has begun can be corrected.")

type _Check = Callable[[Course, Called, Press, str], Reason | None]


def refusal_of(course: Course, state: Called, press: Press, next_item: str) -> Reason | None:
    """Return why `press` cannot be taken in `state`; `next_item` is what `go` would call."""
    if press.kind is CallKind.TAKE:
        return _reason(_HAS_CALL) if state.caller == press.by and state.caller else None
    if state.caller and state.caller != press.by:
        return _reason(_NOT_CALLER, caller=state.caller)
    check = _CHECKS.get(press.kind)
    return check(course, state, press, next_item) if check else None


def _callable(course: Course, state: Called, press: Press, next_item: str) -> Reason | None:
    if state.state is CallState.OVER:
        return _reason(_OVER)
    if not press.item:
        return None if next_item else _reason(_NOTHING_LEFT)
    if press.item not in course.callable_items:
        return _reason(_NOT_THERE)
    return None if state.is_open(press.item) else _not_open(course, press)


def _skippable(course: Course, state: Called, press: Press, next_item: str) -> Reason | None:
    if state.state is CallState.OVER or not press.item:
        return _callable(course, state, press, next_item)
    return _some_open(course, state, press)


def _some_open(course: Course, state: Called, press: Press) -> Reason | None:
    leaves = course.leaves_of(press.item)
    if not leaves:
        return _reason(_NOT_THERE)
    return None if any(map(state.is_open, leaves)) else _not_open(course, press)


def _cuttable(course: Course, state: Called, press: Press, next_item: str) -> Reason | None:
    if state.state is CallState.OVER:
        return _reason(_OVER)
    item = course.by_id.get(press.item)
    if item is None:
        return _reason(_NOT_THERE)
    if course.is_protected(item.id):
        return _cut_reason(_PROTECTED, item)
    if item.id not in course.agreed:
        return _cut_reason(_NOT_AGREED, item)
    return _some_open(course, state, press)


def _holdable(course: Course, state: Called, press: Press, next_item: str) -> Reason | None:
    return None if state.state is CallState.RUNNING else _reason(_NOT_RUNNING)


def _resumable(course: Course, state: Called, press: Press, next_item: str) -> Reason | None:
    return None if state.state is CallState.HELD else _reason(_NOT_HELD)


def _endable(course: Course, state: Called, press: Press, next_item: str) -> Reason | None:
    if state.state is CallState.OVER:
        return _reason(_OVER)
    return _reason(_NOT_BEGUN) if state.state is CallState.READY else None


def _undoable(course: Course, state: Called, press: Press, next_item: str) -> Reason | None:
    return None if state.last_move else _reason(_NOTHING_BACK)


def _worded(course: Course, state: Called, press: Press, next_item: str) -> Reason | None:
    return None if press.words in WORDS_TO_SPEAKER else _reason(_NO_WORD)


def _correctable(course: Course, state: Called, press: Press, next_item: str) -> Reason | None:
    has_begun = (press.item or state.current) in state.begun
    return None if has_begun and (press.seconds or 0) >= 0 else _reason(_NEVER_BEGAN)


def _addable(course: Course, state: Called, press: Press, next_item: str) -> Reason | None:
    return _reason(_OVER) if state.state is CallState.OVER else None


_CHECKS: dict[CallKind, _Check] = {
    CallKind.STAND_BY: _callable,
    CallKind.GO: _callable,
    CallKind.SKIP: _skippable,
    CallKind.CUT: _cuttable,
    CallKind.HOLD: _holdable,
    CallKind.RESUME: _resumable,
    CallKind.END: _endable,
    CallKind.BACK: _undoable,
    CallKind.WORD: _worded,
    CallKind.CORRECT: _correctable,
    CallKind.ADD: _addable,
}


def _not_open(course: Course, press: Press) -> Reason:
    item = course.by_id[press.item]
    return _reason(_NOT_OPEN, item=item.title or item.id)


def _cut_reason(template: str, item: Item) -> Reason:
    return Reason(template, MappingProxyType({"item": item.title or item.id}), "R95", SOURCE)


def _reason(template: str, **values: str) -> Reason:
    return Reason(template, MappingProxyType(values))


def with_caller(reason: Reason, name: str) -> Reason:
    """Return a refusal with the name of whoever has the call."""
    return replace(reason, values=MappingProxyType({**reason.values, "caller": name}))
