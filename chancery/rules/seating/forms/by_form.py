"""The plan by the form alone: places from the highest to the lowest, guests in their order (R52-R79)."""

from collections.abc import Sequence
from dataclasses import replace

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import delegations, groups, sources
from chancery.rules.seating.forms.counting import Spot
from chancery.rules.seating.forms.couples import part_couples
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.forms.ends import mend_ends
from chancery.rules.seating.forms.filling import fill, fill_in_blocks, fill_with_couples
from chancery.rules.seating.forms.interpreters import seat_interpreters
from chancery.rules.seating.forms.line import in_two_groups
from chancery.rules.seating.forms.mixed import in_turn
from chancery.rules.seating.forms.places import named_rows, seats_of_hosts, spots_of, tables_of
from chancery.rules.seating.forms.presidency import by_part, head_of, seat_head, tell_parts
from chancery.rules.seating.forms.proof import prove
from chancery.rules.seating.forms.queueing import queue_of, stands_apart
from chancery.rules.seating.forms.rows import wings_of_row
from chancery.rules.seating.forms.tables import Table
from chancery.rules.seating.plan import Couples, Part, Problem, Settings, Sitter, Solution, System
from chancery.rules.seating.room import Shape

FIRST = gettext_noop("No host sits here: the first of the order takes the seat that a host would have.")
FIRST_OPPOSITE = gettext_noop("No guest of honour is named: the first guest sits opposite the host.")
TOO_LARGE = gettext_noop(
    "Heads the round table %(unit)s of %(count)s places: six to ten are best, fourteen the most."
)
_MOST_AT_ROUND = 14


def seat_by_form(problem: Problem) -> Solution:
    """
    Seat everybody by the form, with a reason for each seat.

    Shape: locked seats stay; whoever finds no seat stands in `unseated` with the reason. The order in which
    sitters are handed in does not matter. Wishes of the office and the cost are left to search and score.
    Source: R35, R37, R52-R79 in docs/rules/seating.md.
    """
    draft = Draft(groups.without_held(problem))
    settings = settings_in_force(problem)
    tables = tables_of(draft.problem.room, settings)
    queue, spots = _with_heads(draft, settings, tables)
    is_of_states = settings.system is System.TWO_DELEGATIONS and delegations.delegations_of(queue)
    if is_of_states and not _are_face_to_face(queue, tables):
        delegations.in_blocks(draft, queue, _round(draft, spots, tables))
    if stands_apart(settings.lists):
        _stand_apart(draft, queue, tables)
    parts = groups.groups_of(draft, queue, spots)
    for group, own in parts:
        groups.seat_wheelchairs(draft, group, own)
        groups.seat_speakers(draft, group, own)
        _fill(draft, group, own, tables)
    _finish(draft, queue, spots, tables)
    return draft.solution()


def settings_in_force(problem: Problem) -> Settings:
    """The settings, with one presidency where nobody could take the one opposite."""
    has_co_host = any(sitter.part is Part.CO_HOST for sitter in problem.sitters)
    if has_co_host or problem.settings.system in (System.HONOUR_OPPOSITE, System.TWO_DELEGATIONS):
        return problem.settings
    return replace(problem.settings, system=System.ONE_PRESIDENCY)


def places_for(problem: Problem) -> tuple[str, ...]:
    """
    Return the seats that this plan may give, from the highest place to the lowest.

    Shape: as `places_of_honour`, without seats that are held back, and with the seats of hosts who are not
    there: they go to the first of the order.
    """
    spots = _spots(groups.without_held(problem), settings_in_force(problem))
    return tuple(spot.seat for spot in spots)


def _spots(problem: Problem, settings: Settings) -> list[Spot]:
    """The open places; before them the seats of hosts whom nobody takes."""
    seats = seats_of_hosts(problem.room, settings)
    parts = {sitter.part for sitter in problem.sitters}
    spots = spots_of(problem.room, settings)
    has_president = bool(parts & {Part.HOST, Part.PRESIDING})
    taken = Part.CO_HOST if settings.system is not System.HONOUR_OPPOSITE else Part.GUEST_OF_HONOUR
    empty = []
    if seats.host and not has_president:
        empty.append(Spot(seats.host, Reason(FIRST, rule="R53", source=sources.STYLES)))
    if seats.co_host and taken not in parts:
        empty.append(Spot(seats.co_host, Reason(FIRST_OPPOSITE, rule="R55", source=sources.ONE_PRESIDENCY)))
    return [*empty, *spots]


def _with_heads(draft: Draft, settings: Settings, tables: Sequence[Table]) -> tuple[list[Sitter], list[Spot]]:
    """Seat those who have a place by their part; return guests and places in their order."""
    queue = queue_of(draft)
    head = head_of(draft, queue)
    spots = _spots(draft.problem, settings)
    queue = by_part(draft, queue, head)
    if settings.system is System.TWO_DELEGATIONS and _are_face_to_face(queue, tables):
        delegations.face_to_face(draft, queue, tables[0], spots)
    elif tables:
        seat_head(draft, head, tables[0], seats_of_hosts(draft.problem.room, settings).co_host)
        _tell_what_doors_decided(draft, tables[0])
        spots = _with_presidency(draft, tables[0], spots)
    else:
        tell_parts(draft, head)
    return queue, spots


def _with_presidency(draft: Draft, table: Table, spots: list[Spot]) -> list[Spot]:
    """Open the seat of who presides to the first of the order, where that one is locked elsewhere."""
    if not draft.is_free(table.host.seat) or table.host.seat in {spot.seat for spot in spots}:
        return spots
    return [Spot(table.host.seat, Reason(FIRST, rule="R53", source=sources.STYLES)), *spots]


def _are_face_to_face(queue: Sequence[Sitter], tables: Sequence[Table]) -> bool:
    """Whether two delegations sit at one table that has two sides; others sit in blocks."""
    has_sides = len(tables) == 1 and tables[0].opposite is not None
    return has_sides and len(delegations.delegations_of(queue)) in (1, 2)


def _round(draft: Draft, spots: Sequence[Spot], tables: Sequence[Table]) -> list[str]:
    """The open places round each table from the right hand of who presides, then along the rows."""
    room = draft.problem.room
    by_seat = [spot.seat for spot in spots]
    ordered: list[str] = []
    for table in tables:
        seats, late = table.unit.seats, [spot.seat for spot in table.last]
        at = seats.index(table.host.seat)
        ordered += [*(seat for seat in (*seats[at:], *seats[:at]) if seat not in late), *late]
    for row in named_rows(room, draft.problem.settings):
        ordered += row.seats
    open_seats = set(by_seat)
    return [seat for seat in ordered if seat in open_seats]


def _stand_apart(draft: Draft, queue: Sequence[Sitter], tables: Sequence[Table]) -> None:
    rows = named_rows(draft.problem.room, draft.problem.settings)
    if tables:
        in_two_groups(draft, queue, tables[0].host)
    elif rows:
        in_two_groups(draft, queue, wings_of_row(rows[0]))


def _fill(draft: Draft, queue: Sequence[Sitter], spots: Sequence[Spot], tables: Sequence[Table]) -> None:
    settings = draft.problem.settings
    if settings.couples is Couples.TOGETHER:
        fill_with_couples(draft, queue, spots)
    elif settings.alternates and tables:
        in_turn(draft, queue, spots, tables)
    elif settings.couples is Couples.OWN_BLOCK:
        fill_in_blocks(draft, queue, spots)
    else:
        fill(draft, queue, spots)


def _finish(draft: Draft, queue: Sequence[Sitter], spots: Sequence[Spot], tables: Sequence[Table]) -> None:
    """Part couples, look at the ends, seat interpreters, and say why somebody has no seat."""
    settings = draft.problem.settings
    is_mixed = settings.alternates and settings.couples is not Couples.TOGETHER and bool(tables)
    if is_mixed or settings.couples in (Couples.APART, Couples.OTHER_TABLES):
        part_couples(draft, [spot.seat for spot in spots])
    if is_mixed:
        mend_ends(draft, tables)
        if len(tables) == 1:
            prove(draft, tables[0], spots)
    _tell_of_large_tables(draft, tables)
    groups.tell_unseated(draft, queue, named_rows(draft.problem.room, settings))
    seat_interpreters(draft, spots)


def _tell_what_doors_decided(draft: Draft, table: Table) -> None:
    """Say to who presides on which side of the table that is, and why (R52, R53)."""
    head = draft.sitter_in.get(table.host.seat)
    if head and table.decided:
        draft.tell(head, table.decided)


def _tell_of_large_tables(draft: Draft, tables: Sequence[Table]) -> None:
    """Say to its head that a round table has too many places (R67)."""
    for table in tables:
        head = draft.sitter_in.get(table.host.seat)
        if head and table.unit.shape is Shape.ROUND and len(table.unit.seats) > _MOST_AT_ROUND:
            values = {"unit": table.unit.label, "count": str(len(table.unit.seats))}
            draft.tell(head, Reason(TOO_LARGE, values, rule="R67", source=sources.ROUND, is_open=True))
