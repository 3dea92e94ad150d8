"""Several tables: host and co-host at different ones, each further table with its head (R66)."""

from collections.abc import Sequence

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.counting import Spot, counted
from chancery.rules.seating.forms.tables import Table
from chancery.rules.seating.plan import System

HEAD = gettext_noop("Heads table %(unit)s: each further table has the highest of its guests as head.")
PARTED = (System.CROSS, System.CLOCK)


def places_at_tables(tables: Sequence[Table], system: System) -> tuple[Spot, ...]:
    """
    Count the places of all tables, without the seats of host and co-host.

    Shape: `tables` by honour. Host and co-host preside the first two, whose places are counted in turn by
    the system; every other table comes whole after them, its head first.
    """
    if len(tables) < 2 or system not in PARTED:
        first, rest = tables[:1], tables[1:]
        near = first[0].spots(system) if first else ()
    else:
        first, rest = tables[:2], tables[2:]
        near = _in_turn(first, system)
    return (*near, *(spot for table in rest for spot in (_head(table), *table.spots(system))))


def _in_turn(tables: Sequence[Table], system: System) -> tuple[Spot, ...]:
    late = [spot for table in tables for spot in table.last]
    ids = {spot.seat for spot in late}
    beside = counted([table.host for table in tables], system)
    return (*(spot for spot in beside if spot.seat not in ids), *late)


def _head(table: Table) -> Spot:
    values = {"unit": table.unit.label}
    return Spot(table.host.seat, Reason(HEAD, values, rule="R66", source=sources.SEVERAL_TABLES))
