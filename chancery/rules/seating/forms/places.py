"""All places of a room from the highest to the lowest, and the seats of the hosts (R52-R55, R66-R78)."""

from dataclasses import dataclass

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms.counting import Spot
from chancery.rules.seating.forms.rows import places_in_rows, rows_by_honour
from chancery.rules.seating.forms.several_tables import PARTED, places_at_tables
from chancery.rules.seating.forms.tables import Table, table_of
from chancery.rules.seating.plan import Settings
from chancery.rules.seating.room import Room, Shape, Unit

STANDS = gettext_noop("Stands in the zone %(unit)s, where places have no order.")
_ROWS = (Shape.ROW, Shape.STANDING)
_FACING = (Shape.HEAD, Shape.DAIS)


@dataclass(frozen=True, slots=True)
class HostSeats:
    """The seats from which places are counted; "" where the form has none, as rows have none."""

    host: str = ""
    co_host: str = ""


def places_of_honour(room: Room, settings: Settings) -> tuple[str, ...]:
    """
    Return the seats from the highest place to the lowest, those of the hosts excepted.

    Shape: each usable seat at most once; blocked seats, chairs behind others, rows that are zones (R75) and
    seats opposite a presidency that has none opposite (R68) are left out.
    Source: R52-R55, R66-R68, R71, R73, R74, R78 in docs/rules/seating.md.
    """
    return tuple(spot.seat for spot in spots_of(room, settings))


def seats_of_hosts(room: Room, settings: Settings) -> HostSeats:
    """
    Return where host and co-host sit by the form.

    Shape: a hall of rows has no such seats: a host takes the place of the order there. With several tables
    the co-host presides the second one (R66), unless only one presidency is asked for.
    """
    tables = tables_of(room, settings)
    if not tables:
        return HostSeats()
    first = tables[0]
    if len(tables) > 1 and settings.system in PARTED:
        return HostSeats(first.host.seat, tables[1].host.seat)
    return HostSeats(first.host.seat, first.opposite.seat if first.opposite else "")


def tables_of(room: Room, settings: Settings) -> tuple[Table, ...]:
    """The tables by honour: one that faces the room first, then by number (R66, R78)."""
    units = [unit for unit in room.units if unit.shape not in _ROWS and _has_seats(room, unit)]
    units.sort(key=lambda unit: unit.shape not in _FACING)
    is_alone = len(units) == 1 or settings.system not in PARTED
    return tuple(
        table_of(room, unit, settings, is_alone=is_alone and number == 0) for number, unit in enumerate(units)
    )


def spots_of(room: Room, settings: Settings) -> tuple[Spot, ...]:
    """The places of a room with their reasons: tables before rows, standing places last."""
    standing = [unit for unit in room.units if unit.shape is Shape.STANDING]
    spots = (
        *places_at_tables(tables_of(room, settings), settings.system),
        *places_in_rows(named_rows(room, settings)),
        *(Spot(seat, Reason(STANDS, {"unit": unit.label})) for unit in standing for seat in unit.seats),
    )
    return tuple(spot for spot in spots if not room.seat_of[spot.seat].is_blocked)


def named_rows(room: Room, settings: Settings) -> tuple[Unit, ...]:
    """The rows whose seats are given by name, from the highest to the lowest (R74, R75)."""
    rows = rows_by_honour([unit for unit in room.units if unit.shape is Shape.ROW], settings)
    return rows[: settings.numbered_rows] if settings.numbered_rows else rows


def _has_seats(room: Room, unit: Unit) -> bool:
    return any(not room.seat_of[seat].is_blocked for seat in unit.seats)
