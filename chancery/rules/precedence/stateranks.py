"""A check on moves: where a region or town organises, the ranks of the State stay as they are (R19)."""

from collections.abc import Iterable, Mapping

from chancery.rules.precedence import sources
from chancery.rules.precedence.lineup import Lineup
from chancery.rules.precedence.scope import has_territories, is_organised_below
from chancery.rules.precedence.standing import Standing
from chancery.rules.precedence.tables import Table, is_state_rank
from chancery.rules.reasons import Reason, gettext_noop

CHANGED = gettext_noop(
    "The move changes the ranks of the State among themselves against %(others)s, "
    "which an act of a region or town may not do."
)


def warn_of_changes(
    lineup: Lineup,
    standings: Mapping[str, Standing],
    base: Mapping[str, int],
    moved: Iterable[str],
    table: Table,
) -> None:
    """Tell moved authorities of the State whom they were moved against; the move itself stays."""
    if not is_organised_below(table) or not has_territories(table):
        return
    of_state = [guest for guest in base if (claim := standings[guest].claim) and is_state_rank(claim)]
    for guest in moved:
        if guest not in of_state:
            continue
        passed = [other for other in of_state if _is_turned(guest, other, base, lineup.places)]
        if passed:
            names = ", ".join(sorted(standings[other].guest.name for other in passed))
            reason = Reason(
                CHANGED, {"others": names}, rule="R19", source=sources.SPANISH_DECREE, is_open=True
            )
            lineup.tell(guest, reason)


def _is_turned(one: str, other: str, base: Mapping[str, int], places: Mapping[str, int]) -> bool:
    return (base[one] < base[other]) != (places[one] < places[other]) and base[one] != base[other]
