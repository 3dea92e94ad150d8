"""Who is in hand on the page of a plan, and the seat that was pointed at: what the panel beside it shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.rules.seating.plan import Placing, Sitter
from chancery.rules.seating.room import Room, Seat
from chancery.seating.actions.placing import Sitting
from chancery.seating.models import Placement
from chancery.seating.plan_drawing import Pointing
from chancery.seating.queries.loading import LoadedPlan
from chancery.seating.wording import where_words


@dataclass(frozen=True, slots=True)
class Hand:
    """
    What is in hand.

    Shape: `who` is the sitter to be moved, with the `seat` held now and the `placement` of it; `to` the seat
    that was pointed at and `met` whoever sits there. Each may be None, `who` and `to` not both.
    """

    who: Sitter | None
    seat: Seat | None
    placement: Placement | None
    to: Seat | None
    met: Sitter | None
    is_blocked: bool
    without: Sequence[Sitter]
    lay_down: str
    seat_words: str
    to_words: str


def hand_of(plan: LoadedPlan, pointing: Pointing) -> Hand | None:
    """Return what is in hand, None where nothing is, or what the address names is not there."""
    sitters = {sitter.id: sitter for sitter in plan.problem.sitters}
    seats = plan.problem.room.seat_of
    who, to = sitters.get(pointing.hand), seats.get(pointing.seat)
    if who is None and to is None:
        return None
    sitting = {seat: sitter for sitter, seat in plan.placing.items()}
    held = plan.placing.get(who.id) if who else None
    return Hand(
        who=who,
        seat=seats.get(held) if held else None,
        placement=plan.placements.get(who.id) if who else None,
        to=to,
        met=sitters.get(sitting.get(to.id, "")) if to else None,
        is_blocked=bool(to and (to.is_blocked or _is_blocked(plan, to.id))),
        without=[sitter for sitter in sitters.values() if sitter.id not in plan.placing] if to else (),
        lay_down=pointing.to(),
        seat_words=where_words(plan.problem.room, held or ""),
        to_words=where_words(plan.problem.room, to.id if to else ""),
    )


def _is_blocked(plan: LoadedPlan, seat: str) -> bool:
    return any(reserve.seat == seat and reserve.is_blocked for reserve in plan.problem.reserves)


def sittings_of(plan: LoadedPlan, placing: Placing) -> dict[str, Sitting]:
    """Everybody of a plan as the actions take them, with their seats in `placing`."""
    return {
        each.sitter.id: Sitting(
            sitter=each.sitter.id,
            participation=each.who.key,
            member=each.member,
            name=each.sitter.name,
            seat=placing.get(each.sitter.id, ""),
            place=each.sitter.place,
        )
        for each in plan.everybody
    }


def seat_called(room: Room, text: str) -> Seat | None:
    """The seat of an id or of a label that no other seat has; None where there is none, or several."""
    found = room.seat_of.get(text)
    if found is not None:
        return found
    called = [seat for seat in room.seats if seat.label.casefold() == text.casefold()]
    return called[0] if len(called) == 1 else None
