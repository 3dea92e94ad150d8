"""How guests in their order take places in theirs: one by one, or couples side by side (R52, R66, R72)."""

from collections.abc import Sequence

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.counting import Spot
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.neighbours import Neighbours, neighbours
from chancery.rules.seating.plan import Sitter

BESIDE_PARTNER = gettext_noop("Sits beside the partner %(partner)s, as the office has set for couples.")
WITH_ROOM_FOR_TWO = gettext_noop("The highest place that leaves one for the partner %(partner)s beside it.")
NOT_BESIDE = gettext_noop("Couples sit side by side, but no two places beside each other were left.")
OWN_BLOCK = gettext_noop("Partners sit in a block of their own, in the order of the guests they come with.")


def fill(draft: Draft, queue: Sequence[Sitter], spots: Sequence[Spot]) -> None:
    """Give the free places in their order to those without a seat in theirs."""
    for sitter, spot in zip(draft.unseated(queue), draft.free(spots), strict=False):
        draft.give(sitter, spot.seat, spot.reason)


def fill_with_couples(draft: Draft, queue: Sequence[Sitter], spots: Sequence[Spot]) -> None:
    """
    Give couples two places side by side: the highest free one with a free neighbour, and that neighbour.

    Shape: single guests take what is free in its order, also between couples. Where no two places are left
    side by side both sit by their own order, and it is said.
    Source: R72 for rows; at tables a setting of the office.
    """
    beside = neighbours(draft.problem.room)
    waiting = {sitter.id: sitter for sitter in draft.unseated(queue)}
    while waiting:
        sitter = waiting.pop(next(iter(waiting)))
        free = draft.free(spots)
        partner = waiting.get(sitter.partner)
        pair = _pair(free, beside) if partner else None
        if partner and pair:
            waiting.pop(partner.id)
            draft.give(sitter, pair[0].seat, pair[0].reason, _reason(WITH_ROOM_FOR_TWO, partner))
            draft.give(partner, pair[1].seat, pair[1].reason, _reason(BESIDE_PARTNER, sitter))
        elif free:
            draft.give(sitter, free[0].seat, free[0].reason)
            if sitter.partner in {each.id for each in queue}:
                draft.tell(sitter, Reason(NOT_BESIDE, rule="R72", source=sources.CENTRE_OUT, is_open=True))


def _pair(free: Sequence[Spot], beside: Neighbours) -> tuple[Spot, Spot] | None:
    by_seat = {spot.seat: spot for spot in free}
    number = {spot.seat: at for at, spot in enumerate(free)}
    for spot in free:
        near = [seat for seat in beside[spot.seat] if seat in by_seat]
        if near:
            return spot, by_seat[min(near, key=lambda seat: number[seat])]
    return None


def fill_in_blocks(draft: Draft, queue: Sequence[Sitter], spots: Sequence[Spot]) -> None:
    """
    Seat the partners of guests in a block of their own behind them (R72).

    Shape: they begin in the first row or at the first table where none of the others sits, as far as there
    is one, else they follow at what is left.
    """
    numbers = {sitter.id: number for number, sitter in enumerate(queue)}
    seconds = [sitter for sitter in queue if numbers.get(sitter.partner, len(queue)) < numbers[sitter.id]]
    ids = {sitter.id for sitter in seconds}
    fill(draft, [sitter for sitter in queue if sitter.id not in ids], spots)
    seat_of = draft.problem.room.seat_of
    used = {seat_of[seat].unit for seat in draft.sitter_in}
    own = sorted(spots, key=lambda spot: seat_of[spot.seat].unit in used)
    for sitter in draft.unseated(seconds):
        draft.tell(sitter, Reason(OWN_BLOCK, rule="R72", source=sources.CENTRE_OUT))
    fill(draft, seconds, own)


def _reason(sentence: str, partner: Sitter) -> Reason:
    return Reason(sentence, {"partner": partner.name}, rule="R72", source=sources.CENTRE_OUT)
