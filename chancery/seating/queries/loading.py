"""A plan with everything the rules of seating take, read by a fixed number of queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import override

from chancery.events.ordering import EventOrder, order_of
from chancery.events.participants import Participant
from chancery.rules.seating.plan import (
    Couples,
    Placing,
    Problem,
    Settings,
    Style,
    System,
    Wish,
    WishKind,
    Yielding,
)
from chancery.rules.seating.room import Reserve
from chancery.seating.models import Placement, Plan, SeatNote
from chancery.seating.models import Wish as OfficeWish
from chancery.seating.queries import sitters, wished
from chancery.seating.queries.drawings import room_drawn
from chancery.seating.queries.sitters import Seated


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """
    A plan as the rules take it, and as it stands.

    `everybody` is who is to be seated by the list as it is now, in the order of the problem; `participants`
    gives the guest to whose party each sitter belongs. `placements` are all rows of the plan by sitter, also
    of those who are not seated any more; `placing` holds the seats that somebody of the problem has and the
    room still knows. `gave_way` are pairs kept apart that give way to a fixed order of states (R79).
    """

    plan: Plan
    problem: Problem
    placing: Placing
    placements: Mapping[str, Placement]
    everybody: Sequence[Seated]
    participants: Mapping[str, Participant]
    order: EventOrder
    gave_way: tuple[Wish, ...]


def loaded(plan: Plan, *, language: str, may_read_apart: bool) -> LoadedPlan:
    """
    Read a plan, its guests and what is asked of it; names and words are written for a reader of `language`.

    Pairs that are kept apart always count; their words are read only where `may_read_apart`.
    Errors: LayoutRefused where the drawing of the plan cannot be read.
    """
    with override(language):
        rows = list(wished.wishes_of(plan.event))
        computed = order_of(plan.event)
        everybody = sitters.seated_by(plan, computed, sitters.asked_by(rows), language=language)
        asking = wished.asked_of(
            plan.event, rows, everybody, computed, language=language, may_read_apart=may_read_apart
        )
    room = room_drawn(plan.layout)
    placements = _placements(plan, computed)
    coming = {each.sitter.id for each in everybody}
    placing = {
        sitter: placed.seat
        for sitter, placed in placements.items()
        if sitter in coming and placed.seat in room.seat_of
    }
    problem = Problem(
        room=room,
        sitters=tuple(each.sitter for each in everybody),
        settings=settings_of(plan, rows, everybody),
        wishes=asking.wishes,
        locked={sitter: seat for sitter, seat in placing.items() if placements[sitter].is_locked},
        reserves=_reserves(plan),
    )
    return LoadedPlan(
        plan=plan,
        problem=problem,
        placing=placing,
        placements=placements,
        everybody=everybody,
        participants={each.sitter.id: each.who for each in everybody},
        order=computed,
        gave_way=asking.gave_way,
    )


def _placements(plan: Plan, computed: EventOrder) -> dict[str, Placement]:
    codes = {who.key: who.code for who in computed.participants}
    rows = Placement.objects.filter(plan=plan).select_related("by").order_by("id")
    return {f"{codes[row.participation_id]}.{row.member}": row for row in rows}


def _reserves(plan: Plan) -> tuple[Reserve, ...]:
    notes = SeatNote.objects.filter(plan=plan).order_by("id")
    return tuple(Reserve(note.seat, note.band, note.is_blocked, note.captions) for note in notes)


def settings_of(plan: Plan, rows: Sequence[OfficeWish], everybody: Sequence[Seated]) -> Settings:
    """The form of a plan as the rules take it; a category without a zone has that of the one around it."""
    return Settings(
        style=Style(plan.style),
        system=System(plan.system),
        couples=Couples(plan.couples),
        alternates=plan.alternates,
        first_lady_left=plan.first_lady_left,
        yielding=_yielding(plan, everybody),
        row_of_honour=plan.row_of_honour,
        numbered_rows=plan.numbered_rows,
        lists=tuple(plan.event.ordering.lists),
        group_zones=_zones(rows, everybody),
        importance=tuple(WishKind(kind) for kind in plan.importance if kind in WishKind),
    )


def _yielding(plan: Plan, everybody: Sequence[Seated]) -> Yielding:
    """How the host of the plan gives up the presidency (R35); no host, nothing to give up."""
    hosts = (each.who.yields for each in everybody if each.sitter.part == "host")
    return Yielding(next(hosts, ""))


def _zones(rows: Sequence[OfficeWish], everybody: Sequence[Seated]) -> dict[str, str]:
    """The zone of each category that must sit in one (R75)."""
    own = {row.category.ref: row.where for row in rows if row.category and wished.is_zone_of_group(row)}
    zones = {}
    for line in sorted({each.categories for each in everybody if each.categories}):
        zone = next((own[ref] for ref in line if ref in own), "")
        if zone:
            zones[line[0]] = zone
    return zones
