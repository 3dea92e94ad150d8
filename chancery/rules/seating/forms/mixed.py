"""Women and men in turn, where the office asks for it: each counted by their own order (R56, R58, R61)."""

from collections import deque
from collections.abc import Mapping, Sequence

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.counting import Spot
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.forms.tables import Table
from chancery.rules.seating.neighbours import Neighbours, neighbours
from chancery.rules.seating.plan import Sex, Sitter

WOMAN = gettext_noop(
    "Woman number %(number)s of those seated: women and men sit in turn, each in their own order."
)
MAN = gettext_noop(
    "Man number %(number)s of those seated: women and men sit in turn, each in their own order."
)
UNKNOWN = gettext_noop(
    "Whether a woman or a man is not recorded: takes the next place, and the turn cannot be checked here."
)
NO_TURN = gettext_noop("Takes a place where the turn of women and men would ask for the other: none is left.")
HOST_UNKNOWN = gettext_noop(
    "Whether a woman or a man is not recorded: from this seat women and men cannot be counted in turn."
)
MOVED_COUNT = gettext_noop(
    "With the co-host moved one place no source says how lower places run: women are counted from the man "
    "who presides, men from the woman."
)
FIRST_LADY_LEFT = gettext_noop("The first woman sits at the left of the host, as the office has set.")
_OTHER = {Sex.WOMAN: Sex.MAN, Sex.MAN: Sex.WOMAN}


def in_turn(draft: Draft, queue: Sequence[Sitter], spots: Sequence[Spot], tables: Sequence[Table]) -> None:
    """
    Fill places so that women and men alternate, as far as their numbers allow.

    Shape: a seat asks for the sex that its distance from who presides gives it; the next of that sex in the
    order takes it, or the next guest where none is left. Rows ask for nothing.
    Source: R56 (first man right of the hostess, first woman right of the host, and so outward), R58.
    """
    waiting = draft.unseated(queue)
    turns = _Turns(draft, tables)
    counts = {Sex.WOMAN: 0, Sex.MAN: 0}
    for spot in _in_order(draft, spots, tables):
        if not waiting or not draft.is_free(spot.seat):
            continue
        asked = turns.asked_at(spot.seat)
        sitter = _next(waiting, asked)
        waiting.remove(sitter)
        if sitter.sex in counts:
            counts[sitter.sex] += 1
        draft.give(sitter, spot.seat, spot.reason, *_told(sitter, asked, counts))


def _next(waiting: Sequence[Sitter], asked: Sex) -> Sitter:
    fitting = (sitter for sitter in waiting if not asked or sitter.sex in (asked, Sex.UNKNOWN))
    return next(fitting, waiting[0])


def _told(sitter: Sitter, asked: Sex, counts: Mapping[Sex, int]) -> list[Reason]:
    if sitter.sex is Sex.UNKNOWN:
        return [Reason(UNKNOWN, rule="R58", source=sources.ALTERNATION, is_open=True)]
    sentence = WOMAN if sitter.sex is Sex.WOMAN else MAN
    told = [Reason(sentence, {"number": str(counts[sitter.sex])}, rule="R56", source=sources.MIXED)]
    if asked and sitter.sex is not asked:
        told.append(Reason(NO_TURN, rule="R58", source=sources.ALTERNATION, is_open=True))
    return told


class _Turns:
    """Which sex each seat asks for, once somebody presides at its table."""

    def __init__(self, draft: Draft, tables: Sequence[Table]) -> None:
        self._draft, self._beside = draft, neighbours(draft.problem.room)
        self._tables = {table.unit.id: table for table in tables}
        self._asked: dict[str, dict[str, Sex]] = {}

    def asked_at(self, seat: str) -> Sex:
        """The sex a seat asks for, unknown where it asks for none."""
        table = self._tables.get(self._draft.problem.room.seat_of[seat].unit)
        if table is None or seat == table.host.seat:
            return Sex.UNKNOWN
        if table.unit.id not in self._asked:
            self._asked[table.unit.id] = self._from_heads(table)
        return self._asked[table.unit.id].get(seat, Sex.UNKNOWN)

    def _from_heads(self, table: Table) -> dict[str, Sex]:
        seats = [table.host.seat, *([table.opposite.seat] if table.opposite else [])]
        heads = {seat: self._draft.sitter_in[seat] for seat in seats if seat in self._draft.sitter_in}
        for head in heads.values():
            if head.sex is Sex.UNKNOWN:
                reason = Reason(HOST_UNKNOWN, rule="R58", source=sources.ALTERNATION, is_open=True)
                self._draft.tell(head, reason)
        known = {seat: head.sex for seat, head in heads.items() if head.sex is not Sex.UNKNOWN}
        return in_turn_from(known, self._beside)


def in_turn_from(heads: Mapping[str, Sex], beside: Neighbours) -> dict[str, Sex]:
    """
    Which sex each seat asks for, by its distance from the nearest of those who preside.

    Ties: the one named first counts.
    """
    asked = dict(heads)
    waiting = deque(heads)
    while waiting:
        seat = waiting.popleft()
        for near in beside.get(seat, ()):
            if near not in asked:
                asked[near] = _OTHER[asked[seat]]
                waiting.append(near)
    return asked


def _in_order(draft: Draft, spots: Sequence[Spot], tables: Sequence[Table]) -> list[Spot]:
    """The places as others count them, but for a moved co-host and a first lady at the left."""
    moved = next((table for table in tables if table.is_moved), None)
    if moved:
        own = set(moved.unit.seats)
        ordered = _about_moved(draft, [spot for spot in spots if spot.seat in own], moved)
        return [*ordered, *(spot for spot in spots if spot.seat not in own)]
    if draft.problem.settings.first_lady_left:
        return _first_lady_left(draft, spots, tables)
    return list(spots)


def _about_moved(draft: Draft, spots: Sequence[Spot], table: Table) -> list[Spot]:
    """Women by their distance from the man who presides, men from the woman; weak, and said so (R61)."""
    opposite = table.opposite
    host = draft.sitter_in.get(table.host.seat)
    other = draft.sitter_in.get(opposite.seat) if opposite else None
    if not (opposite and host and other and {host.sex, other.sex} == set(_OTHER)):
        return list(spots)
    draft.tell(other, Reason(MOVED_COUNT, rule="R56", source=sources.FULL_SEARCH, is_open=True))
    ring = table.unit.seats
    at, end = ring.index(table.host.seat), ring.index(opposite.seat)

    def order(spot: Spot) -> tuple[int, int, int]:
        # An odd number of places from the host is the other sex, which is counted from the host.
        from_host = (ring.index(spot.seat) - at) % len(ring)
        way = from_host if from_host % 2 else (ring.index(spot.seat) - end) % len(ring)
        away = min(way, len(ring) - way)
        is_left = way > len(ring) - way
        return away, is_left if away == 1 else not is_left, from_host % 2

    return sorted(spots, key=order)


def _first_lady_left(draft: Draft, spots: Sequence[Spot], tables: Sequence[Table]) -> list[Spot]:
    """Let the first place at the left of each man who presides change with that at his right (R56)."""
    swapped: dict[str, str] = {}
    for table in tables:
        for wings in (table.host, table.opposite):
            head = draft.sitter_in.get(wings.seat) if wings else None
            if wings and head and head.sex is Sex.MAN and wings.right and wings.left:
                swapped |= {wings.right[0]: wings.left[0], wings.left[0]: wings.right[0]}
                draft.tell(head, Reason(FIRST_LADY_LEFT, rule="R56", source=sources.FIRST_LADY_LEFT))
    by_seat = {spot.seat: spot for spot in spots}
    return [by_seat.get(swapped.get(spot.seat, spot.seat), spot) for spot in spots]
