"""Who presides, where a host sits who does not, and who sits beside them (R35, R52, R53, R63, R65, R78)."""

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.rules.precedence.presiding import HOST_PRESIDES, ONLY_ONCE, OUTRANKED
from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.forms.tables import Table
from chancery.rules.seating.plan import Part, Sitter, System, Yielding

HOST = gettext_noop("Host: presides, and the places are counted from this seat.")
CO_HOST = gettext_noop("Co-host: presides opposite the host, or at another table.")
CO_HOST_MOVED = gettext_noop(
    "Co-host, moved one place to the left: with %(count)s places women and men cannot alternate between two "
    "hosts who sit face to face."
)
PRESIDES = gettext_noop("Presides: has the seat from which the places are counted.")
PRESIDES_FIRST = gettext_noop("Presides: takes the first place.")
PRESIDES_BY_RANK = gettext_noop(
    "The host gave up the presidency and nobody is named for it: the guest of honour or the first guest "
    "presides."
)
HOST_LEFT = gettext_noop(
    "Host, gave up the presidency freely: sits at the left of who presides, two places lower."
)
HOST_RIGHT = gettext_noop(
    "Host, had to give up the presidency: sits at the right of who presides, one place lower."
)
HOST_OPEN = gettext_noop(
    "Host, does not preside: sits at the left of who does, as long as it is not said whether the presidency "
    "had to be given up."
)
VISITOR = gettext_noop("Visiting head of state: has the seat of the host.")
VISITORS_PARTNER = gettext_noop("Partner of the visiting head of state: has the seat of the co-host.")
LEFT_OF_VISITOR = gettext_noop(
    "Sits at the left of %(visitor)s, so that the places of honour stay with the guests."
)
OPPOSITE = gettext_noop("Guest of honour: sits opposite the host.")
HONOURED = gettext_noop("Guest of honour: comes directly after who presides.")
INTRODUCER = gettext_noop("Introduces: sits at the left of who presides, by the lectern.")
OUTRANKED_HONOUR = gettext_noop(
    "Guest of honour though %(others)s ranks higher: the host has to approve the plan."
)
TAKEN = gettext_noop("There is no such place, or it is locked for somebody else: follows in the order.")


@dataclass(frozen=True, slots=True)
class Head:
    """Who is placed by the part in the act; None where there is nobody."""

    president: Sitter | None = None
    host: Sitter | None = None
    co_host: Sitter | None = None
    honoured: Sitter | None = None
    introducer: Sitter | None = None
    visitors_partner: Sitter | None = None

    @property
    def is_given_up(self) -> bool:
        """Whether somebody else presides though the host is there."""
        return bool(self.host and self.president and self.host != self.president)


def head_of(draft: Draft, queue: Sequence[Sitter]) -> Head:
    """
    Find who presides among guests in their order.

    Shape: the presidency is given up once: of several who are marked the first one presides, and a host who
    gave it up without saying to whom yields to the guest of honour, else to the first guest.
    """
    first = {part: next((sitter for sitter in queue if sitter.part is part), None) for part in Part}
    host, co_host, honoured = first[Part.HOST], first[Part.CO_HOST], first[Part.GUEST_OF_HONOUR]
    president = first[Part.PRESIDING]
    if host and not president and draft.problem.settings.yielding:
        others = [sitter for sitter in queue if sitter not in (host, co_host)]
        president = honoured or next(iter(others), None)
        if president:
            draft.tell(president, _reason(PRESIDES_BY_RANK, is_open=honoured is None))
    for sitter in queue:
        if sitter.part is Part.PRESIDING and sitter is not president:
            draft.tell(sitter, _reason(ONLY_ONCE, is_open=True))
    partner = next((sitter for sitter in queue if president and sitter.id == president.partner), None)
    is_visit = bool(host and co_host and president and partner not in (None, host, co_host))
    honoured = None if honoured is president else honoured
    _warn(draft, queue, honoured, {president, host, co_host})
    return Head(
        president or host, host, co_host, honoured, first[Part.INTRODUCER], partner if is_visit else None
    )


def _warn(draft: Draft, queue: Sequence[Sitter], honoured: Sitter | None, heads: set[Sitter | None]) -> None:
    """Say where the guest of honour is outranked: three ways out, and the host approves (R65)."""
    if honoured is None:
        return
    higher = [sitter for sitter in queue[: queue.index(honoured)] if sitter not in heads]
    for sitter in higher:
        values = {"honoured": honoured.name}
        draft.tell(sitter, Reason(OUTRANKED, values, "R65", sources.TABLES_AND_SEATING, is_open=True))
    if higher:
        values = {"others": higher[0].name}
        draft.tell(
            honoured, Reason(OUTRANKED_HONOUR, values, "R65", sources.TABLES_AND_SEATING, is_open=True)
        )


def by_part(draft: Draft, queue: Sequence[Sitter], head: Head) -> list[Sitter]:
    """
    Put who presides first, then the guest of honour, with the host who yields second or third (R35).

    Shape: everybody of the queue once.
    """
    rest = [sitter for sitter in queue if sitter not in (head.president, head.host, head.honoured)]
    if head.honoured:
        draft.tell(head.honoured, Reason(HONOURED, rule="R52", source=sources.TABLES_AND_SEATING))
    front = [sitter for sitter in (head.president, head.honoured) if sitter]
    if head.is_given_up and head.host:
        at = 1 if draft.problem.settings.yielding is Yielding.FORCED else 2
        if len(front) < at:
            front, rest = [*front, *rest[:1]], rest[1:]
        front.insert(at, head.host)
    return [*front, *rest]


def seat_head(draft: Draft, head: Head, table: Table, other: str) -> None:
    """
    Seat those who have a place by their part; the others follow by their order.

    Shape: `table` is that of the host, `other` the seat of the second presidency, "" for none.
    """
    if head.visitors_partner and table.opposite:
        _seat_visit(draft, head, table)
        return
    if head.president:
        is_host = head.president is head.host
        _give(draft, head.president, table.host.seat, _reason(HOST if is_host else PRESIDES, "R53"))
    if head.is_given_up and head.host:
        _seat_yielding(draft, head.host, table)
    if draft.problem.settings.system is System.HONOUR_OPPOSITE and table.opposite:
        if head.honoured:
            _give(draft, head.honoured, other, _reason(OPPOSITE, "R55"))
    elif head.co_host:
        _give(draft, head.co_host, other, _co_host(table, other))
    if head.introducer and table.unit.faces_room:
        seat = next((seat for seat in table.host.left if draft.is_free(seat)), "")
        _give(draft, head.introducer, seat, Reason(INTRODUCER, rule="R78", source=sources.LECTERN))


def tell_parts(draft: Draft, head: Head) -> None:
    """Tell those whose part moved them in a queue without a presidency of its own, as in a row."""
    if head.president:
        is_host = head.president is head.host
        draft.tell(head.president, _reason(HOST_PRESIDES if is_host else PRESIDES_FIRST))
    if head.is_given_up and head.host:
        draft.tell(head.host, _yielding(draft))


def _seat_visit(draft: Draft, head: Head, table: Table) -> None:
    """The visitor and the partner preside, the hosts sit at the left of them (R63)."""
    visitor, partner, opposite = head.president, head.visitors_partner, table.opposite
    if not (visitor and partner and opposite and head.host and head.co_host):
        return
    _give(draft, visitor, table.host.seat, _visit(VISITOR))
    _give(draft, partner, opposite.seat, _visit(VISITORS_PARTNER))
    _give(draft, head.co_host, next(iter(table.host.left), ""), _visit(LEFT_OF_VISITOR, visitor=visitor.name))
    _give(draft, head.host, next(iter(opposite.left), ""), _visit(LEFT_OF_VISITOR, visitor=partner.name))


def _seat_yielding(draft: Draft, host: Sitter, table: Table) -> None:
    is_forced = draft.problem.settings.yielding is Yielding.FORCED
    near = table.host.right if is_forced else table.host.left
    _give(draft, host, next((seat for seat in near if draft.is_free(seat)), ""), _yielding(draft))


def _yielding(draft: Draft) -> Reason:
    yields = draft.problem.settings.yielding
    sentence = {Yielding.FREELY: HOST_LEFT, Yielding.FORCED: HOST_RIGHT}.get(yields, HOST_OPEN)
    return _reason(sentence, is_open=sentence is HOST_OPEN)


def _co_host(table: Table, seat: str) -> Reason:
    if table.is_moved and table.opposite and table.opposite.seat == seat:
        values = {"count": str(len(table.unit.seats))}
        return Reason(CO_HOST_MOVED, values, rule="R61", source=sources.FOURS)
    return _reason(CO_HOST, "R53")


def _give(draft: Draft, sitter: Sitter, seat: str, reason: Reason) -> None:
    """Seat somebody who has no seat yet; where the place is locked for another one, say so."""
    if sitter.id in draft.seat_of:
        return
    if draft.is_free(seat):
        draft.give(sitter, seat, reason)
    else:
        draft.tell(sitter, reason, Reason(TAKEN, is_open=True))


_READ_IN = {"R35": sources.PRESIDENCY, "R53": sources.STYLES, "R55": sources.ONE_PRESIDENCY}


def _reason(sentence: str, rule: str = "R35", *, is_open: bool = False) -> Reason:
    return Reason(sentence, rule=rule, source=_READ_IN[rule], is_open=is_open)


def _visit(sentence: str, **values: str) -> Reason:
    return Reason(sentence, values, rule="R63", source=sources.MIXED)
