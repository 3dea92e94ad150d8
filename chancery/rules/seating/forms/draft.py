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
        self.conflicts: tuple[tuple[str, ...], ...] = ()
        self._reasons: dict[str, list[Reason]] = {}
        self._left: dict[str, Reason] = {}
        for sitter in sorted(problem.sitters, key=lambda sitter: sitter.number):
            seat = problem.locked.get(sitter.id, "")
            if seat in problem.room.seat_of and seat not in self.sitter_in:
                self.give(sitter, seat, Reason(LOCKED))

    def give(self, sitter: Sitter, seat: str, *reasons: Reason) -> None:
        """Seat somebody on a free seat, with reasons."""
        self.seat_of[sitter.id] = seat
        self.sitter_in[seat] = sitter
        self.tell(sitter, *reasons)

    def exchange(self, one: Sitter, other: Sitter) -> None:
        """Let two who are seated change their seats."""
        first, second = self.seat_of[one.id], self.seat_of[other.id]
        self.seat_of[one.id], self.seat_of[other.id] = second, first
        self.sitter_in[first], self.sitter_in[second] = other, one

    def tell(self, sitter: Sitter, *reasons: Reason) -> None:
        """Add reasons to those of somebody."""
        self._reasons.setdefault(sitter.id, []).extend(reasons)

    def leave(self, sitter: Sitter, reason: Reason) -> None:
        """Say why there is no seat for somebody, should it stay so."""
        self._left[sitter.id] = reason

    def unseated(self, sitters: Iterable[Sitter]) -> list[Sitter]:
        """Those who have no seat yet, in their order."""
        return [sitter for sitter in sitters if sitter.id not in self.seat_of]

    def free(self, spots: Sequence[Spot]) -> list[Spot]:
        """The places that nobody has yet, in their order."""
        return [spot for spot in spots if spot.seat not in self.sitter_in]

    def is_free(self, seat: str) -> bool:
        """Whether this is a seat and nobody has it."""
        return bool(seat) and seat not in self.sitter_in

    def solution(self) -> Solution:
        """The plan, with everybody who found no seat."""
        sitters = sorted(self.problem.sitters, key=lambda sitter: sitter.number)
        without = {
            sitter.id: self._left.get(sitter.id, Reason(NO_SEAT, is_open=True))
            for sitter in self.unseated(sitters)
        }
        seated = [sitter.id for sitter in sitters if sitter.id in self.seat_of]
        return Solution(
            {sitter: self.seat_of[sitter] for sitter in seated},
            0,
            unseated=without,
            conflicts=self.conflicts,
            reasons={sitter: tuple(self._reasons.get(sitter, ())) for sitter in seated},
        )
