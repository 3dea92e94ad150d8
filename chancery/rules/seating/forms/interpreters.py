"""Interpreters: on a chair behind their principal, or at the table where there is none (R70)."""

from collections.abc import Sequence

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.counting import Spot
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.forms.geometry import distance
from chancery.rules.seating.plan import Sitter

BEHIND = gettext_noop("Interprets for %(principal)s and sits on the chair behind.")
AT_TABLE = gettext_noop(
    "Interprets for %(principal)s: there is no free chair behind, so the nearest place that was left."
)
NOBODY = gettext_noop("Interprets for somebody who has no seat.")
NO_CHAIR = gettext_noop("Interprets for %(principal)s: neither a chair behind nor a place is left.")


def seat_interpreters(draft: Draft, spots: Sequence[Spot]) -> None:
    """
    Seat interpreters after everybody else, those of the highest principals first.

    Shape: a place at the table is given only where there is no free chair behind the principal.
    Source: R70.
    """
    by_id = {sitter.id: sitter for sitter in draft.problem.sitters}
    waiting = [sitter for sitter in draft.unseated(by_id.values()) if sitter.interprets]

    def order(sitter: Sitter) -> tuple[bool, int, int]:
        principal = by_id.get(sitter.interprets)
        return principal is None, principal.number if principal else 0, sitter.number

    for sitter in sorted(waiting, key=order):
        principal = by_id.get(sitter.interprets)
        seat = draft.seat_of.get(sitter.interprets, "")
        if not principal or not seat:
            draft.leave(sitter, Reason(NOBODY, rule="R70", source=sources.INTERPRETERS, is_open=True))
        else:
            _seat(draft, sitter, principal, seat, spots)


def _seat(draft: Draft, sitter: Sitter, principal: Sitter, seat: str, spots: Sequence[Spot]) -> None:
    room = draft.problem.room
    values = {"principal": principal.name}
    chair = next((each for each in room.seats if each.behind == seat and not each.is_blocked), None)
    if chair and draft.is_free(chair.id):
        draft.give(sitter, chair.id, Reason(BEHIND, values, rule="R70", source=sources.INTERPRETERS))
        return
    free = [room.seat_of[spot.seat] for spot in draft.free(spots)]
    if free:
        nearest = min(free, key=lambda each: (distance(room.seat_of[seat], each), each.id))
        draft.give(sitter, nearest.id, Reason(AT_TABLE, values, rule="R70", source=sources.INTERPRETERS))
    else:
        draft.leave(sitter, Reason(NO_CHAIR, values, rule="R70", source=sources.INTERPRETERS, is_open=True))
