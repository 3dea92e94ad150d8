"""Whether what a small table cannot keep is impossible, told by trying every arrangement (R61, R62)."""

from collections.abc import Sequence

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.counting import Spot
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.forms.search import RoundTask, smallest_contradictions
from chancery.rules.seating.forms.tables import Table
from chancery.rules.seating.plan import Sex
from chancery.rules.seating.room import Shape

IMPOSSIBLE = gettext_noop(
    "No arrangement of this table keeps women and men in turn, the first woman and the first man at the "
    "right of the hosts, and all couples apart: every one was tried, and one of the three is given up."
)
# Every arrangement of more guests takes too long; the search for the best plan proves those.
MOST_GUESTS = 8


def prove(draft: Draft, table: Table, spots: Sequence[Spot]) -> None:
    """
    Find the smallest sets of rules of one round table that contradict each other, and tell its host.

    Shape: nothing where the table is larger than MOST_GUESTS, not full, or not counted from two hosts.
    Source: R62.
    """
    task = _task(draft, table, spots)
    if task is None or len(task.guests) > MOST_GUESTS:
        return
    draft.conflicts = smallest_contradictions(task)
    if draft.conflicts:
        host = draft.sitter_in[table.host.seat]
        draft.tell(host, Reason(IMPOSSIBLE, rule="R62", source=sources.FULL_SEARCH, is_open=True))


def _task(draft: Draft, table: Table, spots: Sequence[Spot]) -> RoundTask | None:
    ring = [seat for seat in table.unit.seats if seat in draft.sitter_in]
    if table.unit.shape is not Shape.ROUND or table.opposite is None or len(ring) < len(table.unit.seats):
        return None
    heads = {ring.index(wings.seat): draft.sitter_in[wings.seat].id for wings in (table.host, table.opposite)}
    guests = [draft.sitter_in[spot.seat] for spot in spots if spot.seat in ring]
    honour = {}
    for wings in (table.host, table.opposite):
        sex = draft.sitter_in[wings.seat].sex
        first = next((guest for guest in guests if guest.sex not in (sex, Sex.UNKNOWN)), None)
        if first and wings.right:
            honour[first.id] = ring.index(wings.right[0])
    everybody = list(draft.sitter_in.values())
    return RoundTask(
        len(ring),
        heads,
        [guest.id for guest in guests],
        {sitter.id: sitter.sex for sitter in everybody},
        {sitter.id: sitter.partner for sitter in everybody if sitter.partner},
        honour,
    )
