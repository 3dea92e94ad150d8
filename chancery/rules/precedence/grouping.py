"""Groups placed without a rank: families, survivors, clergy, veterans (R36)."""

from collections.abc import Iterable

from chancery.rules.precedence import keys, sources
from chancery.rules.precedence.ranks import GROUPED, RANKED, level_ground
from chancery.rules.precedence.standing import Standing
from chancery.rules.precedence.tables import Table
from chancery.rules.precedence.values import Ground, GroupPlace, Guest, Move, Side
from chancery.rules.precedence.wording import plain
from chancery.rules.reasons import Reason, gettext_noop

IN_GROUP = gettext_noop("Belongs to the group “%(group)s”, which is placed without a rank.")
PLACED_BEFORE = gettext_noop("The inviter places the group before rank %(rank)s.")
PLACED_AFTER = gettext_noop("The inviter places the group after rank %(rank)s.")
UNPLACED = gettext_noop("The inviter has not said where the group stands: after all who have a rank.")
NO_SUCH_RANK = gettext_noop(
    "The inviter places the group beside rank %(rank)s, which the table does not have: after all ranks."
)
# Outside of what the rules of the house may put beside a rank.
_SHIFTS = {Side.BEFORE: -4, Side.AFTER: 2}


def stand_in_group(guest: Guest, table: Table) -> Standing:
    """Place a member of a group where the inviter wants the group, or after all who have a rank."""
    named = (Reason(IN_GROUP, {"group": guest.group}, rule="R36", source=sources.GROUPS),)
    wanted = next((p for p in table.ceremony.group_places if plain(p.group) == plain(guest.group)), None)
    apart = Ground(keys.GROUP, plain(guest.group), "", guest.group, "", "R36", sources.GROUPS)
    number = _row_of(wanted, table) if wanted else None
    if wanted is None or number is None:
        sentence, values = (NO_SUCH_RANK, {"rank": wanted.rank}) if wanted else (UNPLACED, {})
        reason = Reason(sentence, values, rule="R36", source=sources.GROUPS, is_open=True)
        return Standing(guest, GROUPED, (level_ground(GROUPED), apart), (*named, reason))
    value = f"{table.group_of(number):05}{_SHIFTS[wanted.side] + 5}"
    rank = Ground(keys.RANK, value, value, guest.group, "", "R36", sources.GROUPS)
    sentence = PLACED_BEFORE if wanted.side is Side.BEFORE else PLACED_AFTER
    reason = Reason(sentence, {"rank": wanted.rank}, rule="R36", source=sources.GROUPS)
    return Standing(guest, GROUPED, (level_ground(RANKED), rank, apart), (*named, reason))


def moved_as_one(standings: Iterable[Standing], moves: Iterable[Move]) -> dict[str, list[str]]:
    """The members of each group that a move names, without those who are moved one by one."""
    named = {move.guest for move in moves} | {move.neighbour for move in moves}
    groups: dict[str, list[str]] = {}
    for standing in standings:
        guest = standing.guest
        if guest.group in named and guest.id not in named:
            groups.setdefault(guest.group, []).append(guest.id)
    return groups


def _row_of(wanted: GroupPlace, table: Table) -> int | None:
    ranks = enumerate(table.profile.rows)
    return next((number for number, row in ranks if plain(row.rank) == plain(wanted.rank)), None)
