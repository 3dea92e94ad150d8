"""Who may be sent what (R81, R82, R83)."""

from dataclasses import replace

import pytest

from chancery.rules.waves import Answer, Kind, Past, first_that_fit, why_not

INVITED = frozenset({Kind.INVITATION})
TOLD = frozenset({Kind.HOLD_DATE})
COMES = Past(Answer.COMES, sent=INVITED, arrived=INVITED, sent_since=INVITED)
SILENT = Past(sent=INVITED, arrived=INVITED, sent_since=INVITED)


def reminded(*kinds: Kind) -> Past:
    sent = INVITED | frozenset(kinds)
    return Past(sent=sent, arrived=sent, sent_since=sent)


@pytest.mark.cases("R82", "R83")
@pytest.mark.parametrize(
    ("kind", "past", "sentence"),
    [
        (Kind.HOLD_DATE, Past(), ""),
        (Kind.HOLD_DATE, Past(is_held=True), ""),
        (Kind.HOLD_DATE, Past(sent=TOLD, sent_since=TOLD), "has had this message already"),
        (Kind.HOLD_DATE, SILENT, "has an invitation already; nobody is invited twice"),
        (Kind.HOLD_DATE, Past(Answer.STAYS_AWAY), "has answered already"),
        (Kind.INVITATION, Past(), ""),
        (Kind.INVITATION, Past(sent=TOLD, arrived=TOLD, sent_since=TOLD), ""),
        (Kind.INVITATION, Past(is_held=True), "waits for a free place"),
        (Kind.INVITATION, Past(sent=INVITED), "has an invitation already; nobody is invited twice"),
        (Kind.INVITATION, Past(Answer.COMES), "has accepted already; a card to remind is what is due"),
        (Kind.INVITATION, Past(Answer.STAYS_AWAY), "does not come"),
        (Kind.INVITATION, Past(Answer.UNDECIDED), ""),
        (Kind.REMINDER_1, Past(), "has no invitation yet"),
        (Kind.REMINDER_1, Past(sent=INVITED), "the invitation has not left the house yet"),
        (Kind.REMINDER_1, SILENT, ""),
        (Kind.REMINDER_1, Past(Answer.UNDECIDED, INVITED, INVITED, INVITED), ""),
        (Kind.REMINDER_1, COMES, "has answered already"),
        (Kind.REMINDER_1, replace(COMES, has_open_answer=True), "has answered already"),
        (
            Kind.REMINDER_1,
            replace(SILENT, has_open_answer=True),
            "has answered, and the office has not decided on the answer yet",
        ),
        (Kind.CHANGE, replace(SILENT, has_open_answer=True, knows_plan=False), ""),
        (Kind.REMINDER_1, Past(Answer.STAYS_AWAY, INVITED, INVITED), "has answered already"),
        (Kind.REMINDER_1, reminded(Kind.REMINDER_1), "has had this message already"),
        (Kind.REMINDER_1, reminded(Kind.REMINDER_2), "has had a later reminder already"),
        (Kind.REMINDER_2, reminded(Kind.REMINDER_1), ""),
        (Kind.REMINDER_3, reminded(), ""),
        (Kind.CHANGE, Past(), "was never told of the event"),
        (Kind.CHANGE, SILENT, "knows the day, time and place as they are now"),
        (Kind.CHANGE, Past(arrived=INVITED, sent=INVITED, knows_plan=False), ""),
        (Kind.CHANGE, Past(Answer.STAYS_AWAY, INVITED, INVITED, knows_plan=False), ""),
        (Kind.CHANGE, Past(arrived=TOLD, sent=TOLD, knows_plan=False), ""),
        (Kind.CANCELLATION, Past(), "was never told of the event"),
        (Kind.CANCELLATION, COMES, ""),
        (Kind.CANCELLATION, Past(arrived=TOLD), ""),
        (
            Kind.CANCELLATION,
            Past(arrived=INVITED, sent_since=frozenset({Kind.CANCELLATION})),
            "has had this message already",
        ),
    ],
)
def test_whoever_is_left_out_is_told_with_the_reason(kind: Kind, past: Past, sentence: str) -> None:
    """Each kind of message is for those it concerns, and says why another is left out."""
    reason = why_not(kind, past)

    assert (reason.template if reason else "") == sentence


@pytest.mark.cases("R81")
@pytest.mark.parametrize(
    ("past", "sentence"),
    [
        (Past(Answer.COMES), ""),
        (COMES, ""),
        (SILENT, "has not accepted"),
        (Past(Answer.COMES, sent_since=frozenset({Kind.TO_REMIND})), "has had this message already"),
    ],
)
def test_a_card_to_remind_is_for_whoever_accepted(past: Past, sentence: str) -> None:
    """Also who accepted by telephone before any card gets one that asks for no reply."""
    reason = why_not(Kind.TO_REMIND, past)

    assert (reason.template if reason else "") == sentence


def test_a_wave_that_fills_places_takes_those_who_wait() -> None:
    """Whoever waits for a free place is left out of other waves alone."""
    assert why_not(Kind.INVITATION, Past(is_held=True), takes_held=True) is None


@pytest.mark.parametrize(
    ("sizes", "free", "taken"),
    [
        ([1, 1, 1], 2, 2),
        ([2, 1], 1, 0),
        ([1, 2, 1], 2, 1),
        ([1, 2], 5, 2),
        ([], 3, 0),
        ([1], 0, 0),
        ([1], -2, 0),
    ],
)
def test_free_places_go_to_the_first_in_order(sizes: list[int], free: int, taken: int) -> None:
    """Nobody is taken before somebody who stands higher, so a party that is too large ends the count."""
    assert first_that_fit(sizes, free) == taken
