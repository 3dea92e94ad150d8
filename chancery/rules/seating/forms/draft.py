"""A plan while it is being made: who has which seat, and why."""

from collections.abc import Iterable, Sequence

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms.counting import Spot
from chancery.rules.seating.plan import Problem, Sitter, Solution

LOCKED = gettext_noop("The seat is locked and stays.")
NO_SEAT = gettext_noop("There are more guests than seats: no place is left.")


class Draft:
    """
    Seats as they are given one by one.

    Shape: each sitter gets at most one seat and each seat goes to at most one sitter; reasons stand in the
    order in which they were told. Locked seats are taken from the beginning.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.seat_of: dict[str, str] = {}
        self.sitter_in: dict[str, Sitter] = {}
        self._reasons: dict[str, list[Reason]] = {}
        for sitter in problem.sitters:
            seat = problem.locked.get(sitter.id, "")
            if seat in problem.room.seat_of and seat not in self.sitter_in:
                self.give(sitter, seat, Reason(LOCKED))

    def give(self, sitter: Sitter, seat: str, *reasons: Reason) -> None:
        """Seat somebody, with reasons."""
        self.seat_of[sitter.id] = seat
        self.sitter_in[seat] = sitter
        self.tell(sitter, *reasons)

    def tell(self, sitter: Sitter, *reasons: Reason) -> None:
        """Add reasons to those of somebody."""
        self._reasons.setdefault(sitter.id, []).extend(reasons)

    def unseated(self, sitters: Iterable[Sitter]) -> list[Sitter]:
        """Those who have no seat yet, in their order."""
        return [sitter for sitter in sitters if sitter.id not in self.seat_of]

    def free(self, spots: Sequence[Spot]) -> list[Spot]:
        """The places that nobody has yet, in their order."""
        return [spot for spot in spots if spot.seat not in self.sitter_in]

    def solution(self) -> Solution:
        """The plan, with everybody who found no seat."""
        without = {
            sitter.id: self._reasons.get(sitter.id, [Reason(NO_SEAT, is_open=True)])[-1]
            for sitter in self.unseated(self.problem.sitters)
        }
        reasons = {
            sitter.id: tuple(self._reasons.get(sitter.id, ()))
            for sitter in self.problem.sitters
            if sitter.id in self.seat_of
        }
        placing = {sitter: self.seat_of[sitter] for sitter in reasons}
        return Solution(placing, 0, unseated=without, reasons=reasons)
