"""Every arrangement round one table that keeps chosen rules: for proof, not for speed (R61, R62)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from chancery.rules.seating.plan import Sex


class Asked(StrEnum):
    """What may be asked of an arrangement; the values are the ids of the wishes of the house."""

    TURN = "house:alternate"
    HONOUR = "house:places"
    COUPLES = "house:couple"


@dataclass(frozen=True, slots=True)
class RoundTask:
    """
    Guests to be seated round a table.

    Shape: seats are counted from 0, each at the right hand of the one before. `seated` are those who have
    their seat already, hosts among them; `guests` take the other seats, as many as there are. `honour` are
    seats of those who have a place of honour, by their name; it counts only where that is asked for.
    """

    size: int
    seated: Mapping[int, str]
    guests: Sequence[str]
    sexes: Mapping[str, Sex]
    partners: Mapping[str, str]
    honour: Mapping[str, int]


def arrangements(task: RoundTask, asked: frozenset[Asked]) -> Iterator[tuple[str, ...]]:
    """
    Every arrangement that keeps what is asked, seat by seat from 0.

    Shape: each arrangement once, guests tried in their order; none where the rules contradict each other.
    """
    fixed = dict(task.seated)
    if Asked.HONOUR in asked:
        fixed |= {seat: guest for guest, seat in task.honour.items()}
    yield from _extended(task, asked, fixed, [])


def _extended(
    task: RoundTask, asked: frozenset[Asked], fixed: Mapping[int, str], ring: list[str]
) -> Iterator[tuple[str, ...]]:
    if len(ring) == task.size:
        if _may_meet(task, asked, ring[-1], ring[0]):
            yield tuple(ring)
        return
    free = [guest for guest in task.guests if guest not in ring and guest not in fixed.values()]
    for guest in [fixed[len(ring)]] if len(ring) in fixed else free:
        if not ring or _may_meet(task, asked, ring[-1], guest):
            ring.append(guest)
            yield from _extended(task, asked, fixed, ring)
            ring.pop()


def _may_meet(task: RoundTask, asked: frozenset[Asked], one: str, other: str) -> bool:
    is_turn = task.sexes[one] is not task.sexes[other] or Sex.UNKNOWN in (task.sexes[one], task.sexes[other])
    is_couple = task.partners.get(one) == other
    return (is_turn or Asked.TURN not in asked) and not (is_couple and Asked.COUPLES in asked)


def smallest_contradictions(task: RoundTask) -> tuple[tuple[str, ...], ...]:
    """
    The smallest sets of rules that no arrangement keeps together.

    Shape: each set sorted; empty where everything can be kept at once. Proven by trying every arrangement.
    Source: R62.
    """
    found: list[frozenset[Asked]] = []
    for count in range(1, len(Asked) + 1):
        for chosen in map(frozenset, combinations(Asked, count)):
            is_larger = any(smaller <= chosen for smaller in found)
            if not is_larger and next(arrangements(task, chosen), None) is None:
                found.append(chosen)
    return tuple(tuple(sorted(chosen)) for chosen in found)
