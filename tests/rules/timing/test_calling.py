"""The caller's steps: what they lead to, what is refused, and what always holds (R94, R95)."""

import json
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules import timing
from chancery.rules.timing import Called, CallKind, CallState, Course, Item, Press, Status

CASES = json.loads((Path(__file__).parents[2] / "programme" / "calling.json").read_text())
START = datetime(2027, 2, 26, 19, 0, tzinfo=UTC)
EVENING = Course(
    (
        Item("anthem", kind="anthem", seconds=90),
        Item("speech", seconds=600),
        Item("silence", kind="silence", silence=60, anchor=timing.ClockAnchor(time(19, 20))),
        Item("wreaths"),
        Item("wreath-1", parent="wreaths"),
        Item("wreath-2", parent="wreaths"),
        Item("film", parallel="close"),
        Item("tea", parallel="close"),
        Item("dropped", status=Status.DROPPED),
    ),
    agreed=frozenset({"speech", "anthem", "wreaths"}),
)


def press(kind: str, at: float = 0, by: str = "ada", **more: Any) -> Press:
    uid = more.pop("uid", f"{kind}-{at}-{by}-{sorted(more.items())}")
    return Press(uid, CallKind(kind), START + timedelta(seconds=at), by, **more)


def after(*presses: Press) -> Called:
    return timing.called(EVENING, presses)


def refused(state: Called, kind: str, **more: Any) -> str:
    reason = timing.refusal(EVENING, state, press(kind, 900, **more))
    return reason.words() if reason else ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_steps_lead_where_the_table_says(case: dict[str, Any]) -> None:
    """The same table is run by the script of the desk."""
    course = course_of(case)
    presses = [
        Press(str(number), CallKind(kind), START + timedelta(seconds=number), "a", item)
        for number, (kind, item) in enumerate(case["presses"])
    ]
    state = timing.called(course, presses)
    told = {
        "state": state.state.value,
        "current": state.current,
        "running": sorted(state.running),
        "next": timing.next_of(course, state),
    }
    assert told == case["leads_to"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_table_gives_scripts_the_order_and_tracks_of_the_rules(case: dict[str, Any]) -> None:
    course = course_of(case)
    assert course.walk({}) == case["order"]
    for item in case["items"]:
        assert (course.lanes_of(item["id"]) or {}) == item.get("lanes", {})


def course_of(case: dict[str, Any]) -> Course:
    names = ("id", "parent", "parallel", "track")
    return Course(tuple(Item(**{name: item.get(name, "") for name in names}) for item in case["items"]))


def test_going_ends_what_ran_at_the_same_moment() -> None:
    state = after(press("go", 0), press("go", 95))
    assert state.begun["speech"] == state.ended["anthem"] == START + timedelta(seconds=95)


def test_what_is_dropped_is_never_called() -> None:
    state = after(*(press("go", number) for number in range(20)))
    assert "dropped" not in state.begun
    assert timing.next_of(EVENING, state) == ""


def test_items_side_by_side_do_not_end_each_other() -> None:
    state = after(*(press("go", number) for number in range(7)))
    assert state.running == ("film", "tea")


def test_an_item_brought_forward_passes_nothing_over() -> None:
    state = after(press("go", 0), press("go", 10, item="silence"))
    assert timing.next_of(EVENING, state) == "speech"


def test_back_restores_what_stood_by_and_ran() -> None:
    before = after(press("go", 0), press("stand-by", 5, item="silence"))
    assert after(*before.taken, press("go", 9), press("back", 11)) == before


def test_back_takes_back_the_end() -> None:
    state = after(press("go", 0), press("end", 60), press("back", 61))
    assert state.state is CallState.RUNNING
    assert state.running == ("anthem",)


def test_a_correction_moves_the_end_of_what_ran_before() -> None:
    state = after(press("go", 0), press("go", 100), press("correct", 110, seconds=30))
    assert state.begun["speech"] == state.ended["anthem"] == START + timedelta(seconds=80)


def test_a_correction_never_reaches_before_what_ran_before() -> None:
    state = after(press("go", 0), press("go", 100), press("correct", 110, seconds=900))
    assert state.begun["speech"] == START


@pytest.mark.cases("R95")
@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        ("anthem", "“anthem” is never cut: it is an anchor, an anthem or a silence."),
        ("silence", "“silence” is never cut: it is an anchor, an anthem or a silence."),
        ("film", "“film” is not among the cuts agreed with the host; skip it if it must go."),
        ("speech", ""),
        ("wreaths", ""),
    ],
)
def test_only_agreed_cuts_are_made(item: str, sentence: str) -> None:
    assert refused(Called(), "cut", item=item) == sentence


def test_a_cut_item_is_left_out() -> None:
    state = after(press("cut", 0, item="speech"), press("go", 1))
    assert timing.next_of(EVENING, state) == "silence"


@pytest.mark.parametrize(
    ("steps", "kind", "sentence"),
    [
        ([], "hold", "Nothing is running that could be held."),
        ([], "resume", "The programme is not held."),
        ([], "back", "There is no step that could be taken back."),
        ([], "end", "The programme has not begun; call the first item."),
        (["go", "end"], "go", "The programme is over; take back the end to go on."),
        ([], "correct", "Only the beginning of something that has begun can be corrected."),
        (["go"], "take", "You have the call already."),
        (["go"] * 7, "go", "Nothing is left to call; end the programme."),
    ],
)
def test_what_cannot_be_done_is_said(steps: list[str], kind: str, sentence: str) -> None:
    state = after(*(press(step, number) for number, step in enumerate(steps)))
    assert refused(state, kind) == sentence


def test_one_has_the_call_and_hands_it_over() -> None:
    mine = (press("go", 0), press("take", 1, "ben"))
    assert refused(after(*mine), "go", by="ben") == "ada has the call; ask for it first."
    given = after(*mine, press("give", 2))
    assert (given.caller, given.asked_by) == ("ben", "")


def test_a_silent_desk_loses_the_call() -> None:
    state = after(press("go", 0), press("take", 1, "ben", words=timing.OVER_SILENCE))
    assert state.caller == "ben"


ITEMS = [item.id for item in EVENING.items]
PRESSES = st.lists(
    st.builds(
        Press,
        uid=st.integers(0, 60).map(str),
        kind=st.sampled_from(CallKind),
        at=st.integers(0, 4000).map(lambda seconds: START + timedelta(seconds=seconds)),
        by=st.sampled_from(["ada", "ben"]),
        item=st.sampled_from(["", *ITEMS, "unknown"]),
        seconds=st.none() | st.integers(0, 900),
        words=st.sampled_from(["", "close", timing.OVER_SILENCE]),
    ),
    max_size=25,
)


@given(PRESSES)
def test_whatever_is_pressed_the_state_holds_together(presses: list[Press]) -> None:
    state = timing.called(EVENING, presses)

    assert set(state.ended) <= set(state.begun)
    assert all(state.begun[item] <= at for item, at in state.ended.items())
    assert set(state.begun) <= EVENING.callable_items
    assert not state.skipped & set(state.begun)
    assert (state.state is CallState.HELD) == (state.held_at is not None)
    if state.state is CallState.OVER:
        assert not state.running
    assert not state.current or state.current in state.running


@given(PRESSES)
def test_replaying_what_counted_gives_the_same_state(presses: list[Press]) -> None:
    state = timing.called(EVENING, presses)
    assert timing.called(EVENING, state.taken) == state


@given(PRESSES, st.data())
def test_no_press_counts_twice(presses: list[Press], chosen: st.DataObject) -> None:
    doubled = list(presses)
    for number in chosen.draw(st.lists(st.integers(0, max(0, len(presses) - 1)), max_size=5)):
        doubled += presses[number : number + 1]
    assert timing.called(EVENING, doubled) == timing.called(EVENING, presses)


@given(PRESSES, st.sampled_from([CallKind.GO, CallKind.SKIP, CallKind.HOLD]), st.integers(0, 5000))
def test_back_undoes_exactly_one_step(presses: list[Press], kind: CallKind, at: int) -> None:
    """The call is taken first, for the step of a desk takes it where nobody has it."""
    before = timing.called(EVENING, [press("take", by="ada", words=timing.OVER_SILENCE), *presses])
    step = press(kind.value, at, before.caller, uid="step")
    if timing.refusal(EVENING, before, step) is None:
        done = timing.stepped(EVENING, before, step)
        assert timing.stepped(EVENING, done, press("back", at, before.caller, uid="back")) == before
