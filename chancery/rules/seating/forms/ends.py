"""Women at the ends of a table, and what may be done about it (R58, R60)."""

from collections.abc import Iterator, Sequence

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.forms.tables import Table
from chancery.rules.seating.plan import Sex, Sitter, WishKind
from chancery.rules.seating.room import Edge, Shape

AT_END = gettext_noop(
    "Sits at an end of the table, which by the turn of women and men falls to a woman here."
)
TWO_AT_ENDS = gettext_noop("It could be mended in the room: two places at each end of the table.")
WOMEN_TOGETHER = gettext_noop(
    "Or by a change: bring %(inner)s and %(woman)s together and move %(man)s to the end."
)
MOVED_IN = gettext_noop(
    "Changed places with %(other)s: the office finds a woman at the end worse than two women side by side."
)
_SIDES = (Edge.FIRST_SIDE, Edge.SECOND_SIDE)


def ends_of(draft: Draft, table: Table) -> Iterator[list[str]]:
    """The outer seats of each side of a long table without seats at its ends, the outermost first."""
    seats = [draft.problem.room.seat_of[seat] for seat in table.unit.seats]
    if table.unit.shape is not Shape.LONG or any(seat.edge not in _SIDES for seat in seats):
        return
    for side in _SIDES:
        own = [seat.id for seat in seats if seat.edge is side]
        if len(own) > 2:
            yield own[::-1][:3]
            yield own[:3]


def mend_ends(draft: Draft, tables: Sequence[Table]) -> None:
    """
    Name what may be done where a woman sits at an end of a long side; do it where the office wants it.

    Shape: an exchange is made only where the stated importance puts the ends above the turn.
    Source: R58, R60.
    """
    for table in tables:
        for seats in ends_of(draft, table):
            outer, middle, inner = (draft.sitter_in.get(seat) for seat in seats)
            if outer and outer.sex is Sex.WOMAN:
                _mend(draft, outer, middle, inner)


def _mend(draft: Draft, woman: Sitter, man: Sitter | None, inner: Sitter | None) -> None:
    if not (man and inner and man.sex is Sex.MAN and inner.sex is Sex.WOMAN):
        draft.tell(woman, _reason(AT_END, is_open=True), _reason(TWO_AT_ENDS))
        return
    if _is_wanted(draft) and not {woman.id, man.id} & set(draft.problem.locked):
        draft.exchange(woman, man)
        draft.tell(woman, _reason(MOVED_IN, other=man.name))
        draft.tell(man, _reason(MOVED_IN, other=woman.name))
        return
    fix = _reason(WOMEN_TOGETHER, inner=inner.name, woman=woman.name, man=man.name)
    draft.tell(woman, _reason(AT_END, is_open=True), _reason(TWO_AT_ENDS), fix)


def _is_wanted(draft: Draft) -> bool:
    ladder = draft.problem.settings.importance
    if WishKind.NO_WOMAN_AT_END not in ladder or WishKind.ALTERNATE not in ladder:
        return False
    return ladder.index(WishKind.NO_WOMAN_AT_END) < ladder.index(WishKind.ALTERNATE)


def _reason(sentence: str, *, is_open: bool = False, **values: str) -> Reason:
    return Reason(sentence, values, rule="R60", source=sources.MIXED, is_open=is_open)
