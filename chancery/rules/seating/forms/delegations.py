"""Delegations: two face to face, several in blocks in the order of their states (R41, R42, R69, R79)."""

from collections.abc import Sequence

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.counting import Spot
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.forms.tables import Table
from chancery.rules.seating.plan import Part, Sitter, WishKind

HEAD = gettext_noop("Heads the delegation of %(delegation)s: sits in the middle of its side, face to face.")
MEMBER = gettext_noop("Belongs to the delegation of %(delegation)s and sits on its side.")
GUESTS_SIDE = gettext_noop("The visiting delegation has the side of honour, which faces the door.")
SECRETARY = gettext_noop("Secretary: sits at the end of the own side.")
OTHER_SIDE = gettext_noop("No place is left on the side of the own delegation.")
BLOCK = gettext_noop(
    "Delegations sit in the order of their states, each together: %(delegation)s is number %(number)s."
)
NO_DELEGATION = gettext_noop("Belongs to no delegation: follows after all of them.")
ORDER_IS_FIXED = gettext_noop(
    "The order of states is fixed by rule here, so a wish to keep two apart gives way; it is noted."
)
_APART = (WishKind.APART, WishKind.NOT_BESIDE, WishKind.STATES_APART)


def delegations_of(queue: Sequence[Sitter]) -> list[str]:
    """The delegations by their highest member, each once."""
    return list(dict.fromkeys(sitter.delegation for sitter in queue if sitter.delegation))


def face_to_face(draft: Draft, queue: Sequence[Sitter], table: Table, spots: Sequence[Spot]) -> None:
    """
    Seat two delegations on the two sides of a table, heads in the middle, secretaries at the end.

    Shape: the delegation of a host sits opposite the side of honour; without one the higher delegation has
    it. Who belongs to neither, or finds no place on the own side, follows at what is left.
    Source: R69.
    """
    names = delegations_of(queue)
    hosts = {sitter.delegation for sitter in queue if sitter.part in (Part.HOST, Part.CO_HOST)}
    names.sort(key=lambda name: name in hosts)
    for name, (head, side) in zip(names, _sides(draft, table, spots), strict=False):
        members = [sitter for sitter in draft.unseated(queue) if sitter.delegation == name]
        members.sort(key=lambda sitter: (sitter.part is Part.SECRETARY, queue.index(sitter)))
        seats = [seat for seat in (head, *side) if draft.is_free(seat)]
        for sitter, seat in zip(members, seats, strict=False):
            draft.give(sitter, seat, _told(sitter, seat == head))
            if seat == head and hosts and name not in hosts:
                draft.tell(sitter, Reason(GUESTS_SIDE, rule="R52", source=sources.PLACE_OF_HONOUR))
        for sitter in members[len(seats) :]:
            draft.tell(sitter, Reason(OTHER_SIDE, rule="R69", source=sources.DELEGATIONS, is_open=True))


def _sides(draft: Draft, table: Table, spots: Sequence[Spot]) -> list[tuple[str, list[str]]]:
    """The head's seat and the other open places of both sides, from the middle outward."""
    room = draft.problem.room
    sides = []
    for wings in (table.host, table.opposite):
        if wings:
            own = {*wings.right, *wings.left}
            edge = room.seat_of[wings.seat].edge
            seats = [spot.seat for spot in spots if spot.seat in own and room.seat_of[spot.seat].edge is edge]
            sides.append((wings.seat, _nearer(draft, seats, wings.seat, table)))
    return sides


def _nearer(draft: Draft, seats: Sequence[str], head: str, table: Table) -> list[str]:
    """At a round table, where both sides have one edge: the half that is nearer to the own head."""
    others = [wings.seat for wings in (table.host, table.opposite) if wings and wings.seat != head]
    ring = table.unit.seats

    def away(seat: str, other: str) -> int:
        steps = abs(ring.index(seat) - ring.index(other))
        return min(steps, len(ring) - steps)

    edges = {draft.problem.room.seat_of[seat].edge for seat in (head, *others)}
    if len(edges) > 1:
        return list(seats)
    return [seat for seat in seats if all(away(seat, head) < away(seat, other) for other in others)]


def _told(sitter: Sitter, is_head: bool) -> Reason:
    if sitter.part is Part.SECRETARY and not is_head:
        return Reason(SECRETARY, rule="R69", source=sources.DELEGATIONS)
    values = {"delegation": sitter.delegation}
    return Reason(HEAD if is_head else MEMBER, values, rule="R69", source=sources.DELEGATIONS)


def in_blocks(draft: Draft, queue: Sequence[Sitter], seats: Sequence[str]) -> None:
    """
    Seat delegations one after the other along the seats, each with its head first (R41, R42).

    Shape: `seats` go round the table from the right hand of who presides, or along the rows from the
    sitters' own left, which is the right end as seen from the podium. Who has no delegation comes last.
    """
    names = delegations_of(queue)
    ordered = sorted(
        draft.unseated(queue),
        key=lambda sitter: names.index(sitter.delegation) if sitter.delegation else len(names),
    )
    free = [seat for seat in seats if draft.is_free(seat)]
    for sitter, seat in zip(ordered, free, strict=False):
        draft.give(sitter, seat)
        draft.tell(sitter, _block(sitter.delegation, names))
    _note_fixed_order(draft)


def _block(delegation: str, names: Sequence[str]) -> Reason:
    if not delegation:
        return Reason(NO_DELEGATION, rule="R69", source=sources.DELEGATIONS)
    values = {"delegation": delegation, "number": str(names.index(delegation) + 1)}
    return Reason(BLOCK, values, rule="R69", source=sources.DELEGATIONS)


def _note_fixed_order(draft: Draft) -> None:
    """Say to those who are to be kept apart that the order of states goes before it (R79)."""
    for wish in draft.problem.wishes:
        pair = [sitter for sitter in draft.problem.sitters if sitter.id in wish.who]
        if wish.kind in _APART and len(pair) > 1 and all(sitter.delegation for sitter in pair):
            for sitter in pair:
                draft.tell(sitter, Reason(ORDER_IS_FIXED, rule="R79", source=sources.OFFICE, is_open=True))
