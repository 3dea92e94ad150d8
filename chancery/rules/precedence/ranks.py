"""The first grounds of a guest: the level, the rank of the table, and how the office is held."""

from functools import cache

from chancery.rules.precedence import keys, sources
from chancery.rules.precedence.claims import Claim
from chancery.rules.precedence.states import state_of
from chancery.rules.precedence.tables import Table
from chancery.rules.precedence.values import Ground
from chancery.rules.reasons import gettext_noop

# The levels of a list, in order; the last holds no place.
RANKED, GROUPED, OUTSIDE, UNRANKED, WITHOUT_PLACE = "0", "1", "2", "3", "4"
LEVEL_NAMES = {
    RANKED: gettext_noop("has a rank of the table"),
    GROUPED: gettext_noop("is placed in a group without a rank"),
    OUTSIDE: gettext_noop("is head of a mission, for whom the table has no rank"),
    UNRANKED: gettext_noop("has no rank of the table"),
    WITHOUT_PLACE: gettext_noop("holds no place"),
}


@cache
def level_ground(level: str) -> Ground:
    """The first ground of everybody."""
    return exact(keys.LEVEL, level, LEVEL_NAMES[level], "R36", sources.GROUPS)


def exact(key: str, value: str, shown: str = "", rule: str = "", source: str = "") -> Ground:
    """A ground whose values are known to the last sign."""
    return Ground(key, value, value, shown, "", rule, source)


def grounds_of_rank(claim: Claim, state: str, table: Table) -> tuple[Ground, ...]:
    """
    The grounds that a rank of the table gives.

    Shape: holders of one rank and part have the same keys in the same order. Many guests of a list hold the
    same office, so the grounds are made once.
    """
    nearness = _nearness(claim, state, table)
    held = (claim.is_after_own_right, claim.is_inactive, nearness)
    asked = (claim.position, claim.rank, claim.row is None, claim.origin, *held)
    if asked not in table.grounds_of_rank:
        grounds = (level_ground(RANKED), *_rank(claim, table), *_holding(claim))
        near = (exact(keys.FOREIGN, nearness, "", "R32", sources.FOREIGN_GUESTS),) if nearness else ()
        table.grounds_of_rank[asked] = (*grounds, *near)
    return table.grounds_of_rank[asked]


def _rank(claim: Claim, table: Table) -> list[Ground]:
    source = table.profile.source(claim.row.source) if claim.row else sources.HOUSES
    rule = table.profile.rule if claim.row else "R33"
    number, shift = claim.position
    grounds = [exact(keys.RANK, f"{table.group_of(number):05}{shift + 5}", claim.rank, rule, source)]
    if shift:
        origin = len(table.profile.rows) if claim.origin is None else claim.origin
        grounds.append(exact(keys.PART, f"{origin:05}", claim.rank, rule, source))
    elif claim.row and table.is_shared(number):
        words = claim.row.words(table.ceremony.language)
        grounds.append(exact(keys.PART, f"{claim.row.part:05}", words, rule, source))
        if table.has_rivals(number):
            grounds.append(Ground(keys.ROW, f"{number:05}", "", claim.rank, "", rule, source))
    return grounds


def _holding(claim: Claim) -> tuple[Ground, Ground]:
    return (
        exact(keys.OWN_RIGHT, "1" if claim.is_after_own_right else "0", "", "R29", sources.DEPUTIES_AFTER),
        exact(keys.SERVICE, "1" if claim.is_inactive else "0", "", "R31", sources.PARTNERS),
    )


def _nearness(claim: Claim, state: str, table: Table) -> str:
    """Where an office is from; empty where the rank is not open to foreign and own offices alike (R32)."""
    is_asked = table.profile.settings.foreign_first.value and table.act.own_state
    if not is_asked or claim.row is None or not table.is_open_to_all(claim.position[0]):
        return ""
    if table.act.is_own(claim.office, state) is False:
        return "0"
    accredited_to = state_of(claim.office.accredited_to)
    return "1" if accredited_to and accredited_to != table.act.own_state else "2"
