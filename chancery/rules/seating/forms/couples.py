"""Couples not side by side, or not at one table: the smallest change of rank (R58, R59, R66, R67)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.neighbours import neighbours
from chancery.rules.seating.plan import Couples, Part, Sitter, WishKind
from chancery.rules.seating.room import Shape

MOVED = gettext_noop(
    "Changed places with %(other)s, so that no couple sits together: the smallest change of rank that helps."
)
STAYS_BESIDE = gettext_noop("Sits beside the partner %(partner)s: no change of places would part them.")
STAYS_AT_TABLE = gettext_noop(
    "Sits at one table with the partner %(partner)s: no change of places would part them."
)
SAME_SEX = gettext_noop("Women and men are not in turn here, so that no couple sits together.")
# Exchanges tried at once where few couples sit together; more couples are parted one after the other.
_DEEPEST = 3
# Up to so many guests as many exchanges are tried; among more guests one exchange less.
_SMALL = 14
_HEADS = (Part.HOST, Part.CO_HOST, Part.PRESIDING, Part.GUEST_OF_HONOUR, Part.INTRODUCER)


def part_couples(draft: Draft, spots: Sequence[str]) -> None:
    """
    Part couples by exchanging places, with the least change of rank.

    Shape: `spots` are the places in their order. Who presides, who sits beside them and who is locked stays;
    the second places of honour move only where nothing else helps. Where women and men sit in turn they go on
    doing so, unless the office thinks couples apart more important or nothing else helps.
    Ties: the exchange of lower guests.
    Source: R59; R66 for several tables, R67 for a round one.
    """
    parting = _Parting(draft, spots)
    for bounds in _bounds(draft):
        if parting.together():
            parting.part(bounds)
    parting.tell_rest()


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What an exchange has to respect: so many first places stay, and women change with women only."""

    fixed: int
    keeps_turn: bool


def _bounds(draft: Draft) -> Iterator[_Bounds]:
    settings = draft.problem.settings
    if not settings.alternates:
        yield from (_Bounds(2, False), _Bounds(1, False))
        return
    yield from (_Bounds(4, True), _Bounds(2, True))
    ladder = settings.importance
    is_known = WishKind.ALTERNATE in ladder and WishKind.COUPLE in ladder
    if is_known and ladder.index(WishKind.ALTERNATE) < ladder.index(WishKind.COUPLE):
        return
    yield from (_Bounds(4, False), _Bounds(2, False))


@dataclass
class _Parting:
    """The places of a draft while couples are parted."""

    draft: Draft
    spots: Sequence[str]
    number: Mapping[str, int] = field(init=False)
    near: Callable[[str, str], bool] = field(init=False)
    couples: Sequence[tuple[Sitter, Sitter]] = field(init=False)

    def __post_init__(self) -> None:
        self.number = {seat: number for number, seat in enumerate(self.spots)}
        self.near = _nearness(self.draft)
        self.couples = tuple(_couples(self.draft))

    def together(self) -> list[tuple[Sitter, Sitter]]:
        """The couples that sit together, the higher one first."""
        return [couple for couple in self.couples if self._is_together(couple)]

    def _is_together(self, couple: tuple[Sitter, Sitter]) -> bool:
        one, other = couple
        return self.near(self.draft.seat_of[one.id], self.draft.seat_of[other.id])

    def part(self, bounds: _Bounds) -> None:
        """Part as many couples as the bounds allow."""
        couples = self.together()
        if len(couples) <= _DEEPEST:
            is_small = len(self.draft.sitter_in) <= _SMALL
            found = self._cheapest(bounds, _DEEPEST if is_small else _DEEPEST - 1)
            for one, other in found or ():
                self._exchange(one, other)
            if found:
                return
        for couple in couples:
            exchange = next(self._singles(couple, bounds), None) if self._is_together(couple) else None
            if exchange:
                self._exchange(*exchange)

    def _cheapest(self, bounds: _Bounds, deepest: int) -> list[tuple[Sitter, Sitter]] | None:
        """The exchanges that part all couples with the least change, None where there are none."""
        for count in range(1, deepest + 1):
            best = min(self._all(bounds, count), default=None, key=lambda entry: entry[0])
            if best:
                return best[1]
        return None

    def _all(
        self, bounds: _Bounds, count: int
    ) -> Iterator[tuple[tuple[int, ...], list[tuple[Sitter, Sitter]]]]:
        """Every way to part all couples in so many exchanges, with what each costs."""
        for couple in self.together()[:1]:
            for one, other in self._candidates(couple, bounds):
                self.draft.exchange(one, other)
                if not self.together():
                    yield self._cost(one, other), [(one, other)]
                elif count > 1:
                    for cost, rest in self._all(bounds, count - 1):
                        first, *lower = self._cost(one, other)
                        yield (first + cost[0], *sorted((*lower, *cost[1:]))), [(one, other), *rest]
                self.draft.exchange(one, other)

    def _singles(self, couple: tuple[Sitter, Sitter], bounds: _Bounds) -> Iterator[tuple[Sitter, Sitter]]:
        """Exchanges that part one couple and bring no other together, the smallest change first."""
        ordered = sorted(self._candidates(couple, bounds), key=lambda pair: self._cost(*pair))
        for one, other in ordered:
            theirs = [each for each in self.couples if one in each or other in each]
            self.draft.exchange(one, other)
            is_parted = not any(map(self._is_together, theirs))
            self.draft.exchange(one, other)
            if is_parted:
                yield one, other

    def _candidates(self, couple: tuple[Sitter, Sitter], bounds: _Bounds) -> list[tuple[Sitter, Sitter]]:
        return [
            (one, other)
            for one in couple
            if self._may_move(one, bounds)
            for other in self.draft.sitter_in.values()
            if other not in couple
            and self._may_move(other, bounds)
            and (not bounds.keeps_turn or one.sex is other.sex)
        ]

    def _may_move(self, sitter: Sitter, bounds: _Bounds) -> bool:
        seat = self.draft.seat_of[sitter.id]
        is_free = sitter.id not in self.draft.problem.locked and sitter.part not in _HEADS
        return is_free and self.number.get(seat, -1) >= bounds.fixed

    def _cost(self, one: Sitter, other: Sitter) -> tuple[int, ...]:
        """How far both move, then whom it is done to: lower guests before higher ones."""
        seats = (self.draft.seat_of[one.id], self.draft.seat_of[other.id])
        away = abs(self.number[seats[0]] - self.number[seats[1]])
        return (away, *sorted((-one.number, -other.number)))

    def _exchange(self, one: Sitter, other: Sitter) -> None:
        self.draft.exchange(one, other)
        for each, with_whom in ((one, other), (other, one)):
            values = {"other": with_whom.name}
            self.draft.tell(each, Reason(MOVED, values, rule="R59", source=sources.MIXED))
            if self.draft.problem.settings.alternates and one.sex is not other.sex:
                self.draft.tell(each, Reason(SAME_SEX, rule="R58", source=sources.ALTERNATION))

    def tell_rest(self) -> None:
        """Say which couples still sit together."""
        is_by_table = self.draft.problem.settings.couples is Couples.OTHER_TABLES
        for one, other in self.together():
            sentence = STAYS_AT_TABLE if is_by_table else STAYS_BESIDE
            for each, partner in ((one, other), (other, one)):
                reason = Reason(
                    sentence, {"partner": partner.name}, rule="R59", source=sources.MIXED, is_open=True
                )
                self.draft.tell(each, reason)


def _nearness(draft: Draft) -> Callable[[str, str], bool]:
    """Whether two seats are too near for a couple: side by side, or at one table (R66)."""
    room = draft.problem.room
    if draft.problem.settings.couples is Couples.OTHER_TABLES:
        tables = [unit for unit in room.units if unit.shape not in (Shape.ROW, Shape.STANDING)]
        if len(tables) > 1:
            ids = {unit.id for unit in tables}
            return lambda one, other: _unit(draft, one) == _unit(draft, other) and _unit(draft, one) in ids
    beside = neighbours(room)
    return lambda one, other: other in beside.get(one, ())


def _unit(draft: Draft, seat: str) -> str:
    return draft.problem.room.seat_of[seat].unit


def _couples(draft: Draft) -> Iterator[tuple[Sitter, Sitter]]:
    """The couples of whom both have a seat, by their higher one."""
    by_id = {sitter.id: sitter for sitter in draft.problem.sitters}
    for sitter in sorted(by_id.values(), key=lambda each: each.number):
        partner = by_id.get(sitter.partner)
        if partner and sitter.number < partner.number and {sitter.id, partner.id} <= draft.seat_of.keys():
            yield sitter, partner
