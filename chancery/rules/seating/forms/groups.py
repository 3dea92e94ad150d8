"""Who sits apart from the order: zones of groups, wheelchairs, speakers, seats held back (R75, R76)."""

from collections.abc import Sequence
from dataclasses import replace
from math import hypot

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.counting import Spot
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.honour import way_to_stage
from chancery.rules.seating.plan import Problem, Sitter
from chancery.rules.seating.room import Shape, Unit

IN_ZONE = gettext_noop("Belongs to a group that has the zone %(zone)s.")
FREE_IN_ZONE = gettext_noop("Sits in the zone %(zone)s, where seats are not given by name.")
ZONE_FULL = gettext_noop("The zone %(zone)s of the own group is full: follows after all others.")
UNNAMED = gettext_noop("Sits in a row behind those whose seats are given by name, by arrival.")
KEPT = gettext_noop("No place is left: %(count)s seats are kept for officials who come late or are blocked.")
WHEELCHAIR = gettext_noop("Has the highest place with room for a wheelchair.")
NO_WHEELCHAIR = gettext_noop(
    "Needs room for a wheelchair, and the room has no free place that is marked for it: sits by the order."
)
SPEAKER = gettext_noop("Speaks: sits near the way to the stage.")
SPEAKER_BY_ORDER = gettext_noop("Speaks, and the order gives a seat in the first row: stays there.")
NO_WAY = gettext_noop("Speaks, but the way to the stage is not drawn: sits by the order.")


def without_held(problem: Problem) -> Problem:
    """
    The same problem in a room where seats that are held back count as blocked (R76).

    Shape: a seat that is locked for somebody is not held back from them.
    """
    locked = set(problem.locked.values())
    held = {reserve.seat for reserve in problem.reserves} - locked
    if not held:
        return problem
    seats = tuple(replace(seat, is_blocked=True) if seat.id in held else seat for seat in problem.room.seats)
    return replace(problem, room=replace(problem.room, seats=seats))


def groups_of(
    draft: Draft, queue: Sequence[Sitter], spots: Sequence[Spot]
) -> list[tuple[list[Sitter], list[Spot]]]:
    """
    Part guests and places by zone: groups that have a zone first, then all others with all other places.

    Shape: each guest and each place in one part; a group whose zone has too few places leaves its last guests
    to the end of the others.
    Source: R75.
    """
    zones = draft.problem.settings.group_zones
    zone_of = {spot.seat: _zone(draft.problem, spot.seat) for spot in spots}
    taken = {zone for zone in zones.values() if zone in zone_of.values()}
    parts, late = [], []
    for zone in dict.fromkeys(zones.values()):
        group = [sitter for sitter in draft.unseated(queue) if zones.get(sitter.category) == zone]
        if zone not in taken:
            _leave_in_zone(draft, group, zone)
            continue
        own = draft.free([spot for spot in spots if zone_of[spot.seat] == zone])
        for sitter in group[: len(own)]:
            draft.tell(sitter, _reason(IN_ZONE, zone=zone))
        for sitter in group[len(own) :]:
            draft.tell(sitter, _reason(ZONE_FULL, is_open=True, zone=zone))
        parts.append((group[: len(own)], own))
        late += group[len(own) :]
    grouped = {sitter.id for group, _own in parts for sitter in group} | {sitter.id for sitter in late}
    has_zone = {category for category, zone in zones.items() if zone not in taken}
    rest = [sitter for sitter in queue if sitter.id not in grouped and sitter.category not in has_zone]
    return [*parts, ([*rest, *late], [spot for spot in spots if zone_of[spot.seat] not in taken])]


def _leave_in_zone(draft: Draft, group: Sequence[Sitter], zone: str) -> None:
    """Nobody of a group whose zone has no seats by name is given one."""
    for sitter in group:
        draft.leave(sitter, _reason(FREE_IN_ZONE, zone=zone))


def _zone(problem: Problem, seat: str) -> str:
    room = problem.room
    return room.seat_of[seat].zone or room.unit_of[room.seat_of[seat].unit].zone


def seat_wheelchairs(draft: Draft, queue: Sequence[Sitter], spots: Sequence[Spot]) -> None:
    """Give the places marked for wheelchairs to those who need one, before anybody else takes them."""
    for sitter in draft.unseated(queue):
        if not sitter.needs_wheelchair:
            continue
        seats = (spot for spot in draft.free(spots) if draft.problem.room.seat_of[spot.seat].is_wheelchair)
        spot = next(seats, None)
        if spot:
            draft.give(sitter, spot.seat, spot.reason, Reason(WHEELCHAIR))
        else:
            draft.tell(sitter, Reason(NO_WHEELCHAIR, is_open=True))


def seat_speakers(draft: Draft, queue: Sequence[Sitter], spots: Sequence[Spot]) -> None:
    """
    Seat speakers near the way to the stage, in a hall of rows.

    Shape: who has a seat in the first row by the order stays there; the others take the free places of the
    rows behind it that are nearest to the steps, else to the lectern or the stage.
    Source: R75.
    """
    room = draft.problem.room
    free = draft.free(spots)
    if not free or room.unit_of[room.seat_of[free[0].seat].unit].shape is not Shape.ROW:
        return
    first = room.seat_of[free[0].seat].unit
    honoured = [spot.seat for spot in free if room.seat_of[spot.seat].unit == first]
    waiting = draft.unseated(queue)
    for sitter in [each for each in waiting if each.speaks]:
        if waiting.index(sitter) < len(honoured):
            draft.tell(sitter, _reason(SPEAKER_BY_ORDER))
        else:
            _seat_speaker(draft, sitter, [spot for spot in draft.free(spots) if spot.seat not in honoured])


def _seat_speaker(draft: Draft, sitter: Sitter, spots: Sequence[Spot]) -> None:
    seats = draft.problem.room.seat_of
    way = way_to_stage(draft.problem.room)
    if way.where is None or not spots:
        draft.tell(sitter, _reason(NO_WAY, is_open=True))
        return
    x, y = way.where
    away = {spot.seat: round(hypot(seats[spot.seat].x - x, seats[spot.seat].y - y)) for spot in spots}
    nearest = min(spots, key=lambda spot: (away[spot.seat], spot.seat))
    draft.give(sitter, nearest.seat, nearest.reason, _reason(SPEAKER), way.reason)


def tell_unseated(draft: Draft, queue: Sequence[Sitter], named: Sequence[Unit]) -> None:
    """Say to those without a seat whether rows are filled by arrival, or seats are held back (R75, R76)."""
    problem = draft.problem
    rows = [unit for unit in problem.room.units if unit.shape is Shape.ROW]
    held = len({reserve.seat for reserve in problem.reserves})
    for sitter in draft.unseated(queue):
        if len(named) < len(rows):
            draft.leave(sitter, _reason(UNNAMED))
        elif held:
            draft.leave(
                sitter, Reason(KEPT, {"count": str(held)}, rule="R76", source=sources.RESERVE, is_open=True)
            )


def _reason(sentence: str, *, is_open: bool = False, **values: str) -> Reason:
    return Reason(sentence, values, rule="R75", source=sources.HALLS, is_open=is_open)
