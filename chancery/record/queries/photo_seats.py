"""Who is proposed for a photograph of a table or row, from the plans that stand for the event (R105)."""

from collections.abc import Iterator
from dataclasses import dataclass

from chancery.events.models import Event, Participation
from chancery.record.queries.photo_wishes import to_be_asked
from chancery.rules.seating.pictured import left_to_right
from chancery.rules.seating.room import Room, Unit
from chancery.seating.models import Placement, Plan
from chancery.seating.queries.telling import chosen_plans, room_of
from chancery.seating.wording import unit_words


@dataclass(frozen=True, slots=True)
class SeatedUnit:
    """A table or row at which `taken` people sit; `key` names plan and unit, `words` the unit."""

    key: str
    words: str
    taken: int


def units_of(event: Event) -> list[SeatedUnit]:
    """The tables and rows of the chosen plans at which somebody sits, in the order of the rooms."""
    plans = list(chosen_plans(event))
    return [
        SeatedUnit(f"{plan.code}.{unit.id}", _words(plan, unit, len(plans)), taken)
        for plan, unit, _room, taken in _taken(plans)
    ]


def _words(plan: Plan, unit: Unit, plans: int) -> str:
    words = unit_words(unit)
    return f"{plan.part or plan} · {words}" if plans > 1 else words


def _taken(plans: list[Plan]) -> Iterator[tuple[Plan, Unit, Room, int]]:
    """Each table and row with how many sit there; those without anybody are left out."""
    seats: dict[int, set[str]] = {}
    for key, seat in Placement.objects.filter(plan__in=plans).values_list("plan_id", "seat"):
        seats.setdefault(key, set()).add(seat)
    for plan in plans:
        room = room_of(plan)
        for unit in room.units if room else ():
            if taken := len(seats.get(plan.pk, set()) & set(unit.seats)):
                assert room is not None
                yield plan, unit, room, taken


def people_at(event: Event, key: str, *, is_from_behind: bool) -> list[Participation]:
    """
    Return who sits at a table or row, from left to right as the photographer sees them.

    Shape: those of the event by themselves; a companion is nobody of the event and is left out. Empty for a
    key that names nothing.
    """
    code, _dot, unit_id = key.partition(".")
    plan = chosen_plans(event).filter(code=code).first()
    room = room_of(plan) if plan else None
    unit = room.unit_of.get(unit_id) if room else None
    if plan is None or room is None or unit is None:
        return []
    seats = Placement.objects.filter(plan=plan, member=0).values_list("seat", "participation_id")
    sitting = dict(seats)
    rows = to_be_asked(event).in_bulk([sitting[seat] for seat in unit.seats if seat in sitting])
    order = left_to_right(room, unit, is_from_behind=is_from_behind)
    return [rows[sitting[seat]] for seat in order if sitting.get(seat) in rows]
