"""The full search of a mixed table: how many arrangements there are, and what contradicts what (R61, R62)."""

import pytest

from chancery.rules.seating.forms.search import Asked, RoundTask, arrangements, smallest_contradictions
from chancery.rules.seating.plan import Sex

EVERYTHING = frozenset(Asked)


def dinner(size: int, hostess: int) -> RoundTask:
    """A round table of couples with the host at 0; the first couple is to be honoured."""
    couples = range(1, size // 2)
    men, women = [f"M{number}" for number in couples], [f"W{number}" for number in couples]
    partners = dict(zip(men, women, strict=True)) | dict(zip(women, men, strict=True))
    sexes = dict.fromkeys([*men, "H"], Sex.MAN) | dict.fromkeys([*women, "h"], Sex.WOMAN)
    honour = {"W1": 1, "M1": hostess + 1}
    return RoundTask(size, {0: "H", hostess: "h"}, [*men, *women], sexes, partners, honour)


COUNTS = {
    "R62: six places, one arrangement": (6, 3, 1),
    "R62: ten places, twelve": (10, 5, 12),
    "R62: twelve, the hostess one place to her left": (12, 5, 96),
    "R61: eight places face to face": (8, 4, 0),
    "R61: twelve places face to face": (12, 6, 0),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", COUNTS, ids=str)
def test_arrangements_are_counted(case: str) -> None:
    """Turn, first places beside the hosts, and couples apart."""
    size, hostess, count = COUNTS[case]

    found = list(arrangements(dinner(size, hostess), EVERYTHING))

    assert len(found) == count == len(set(found))


@pytest.mark.parametrize("hostess", range(2, 7))
def test_eight_places_and_three_couples_fail_wherever_the_hostess_sits(hostess: int) -> None:
    """R62: no arrangement keeps all; the seat beside the host is for the first woman or would be the last."""
    task = dinner(8, hostess)

    assert next(arrangements(task, EVERYTHING), None) is None
    assert smallest_contradictions(task)


def test_smallest_contradiction_is_named() -> None:
    """R62: with the hostess moved each two of the three rules can be kept, all three cannot."""
    assert smallest_contradictions(dinner(8, 3)) == (("house:alternate", "house:couple", "house:places"),)
    assert ("house:alternate",) in smallest_contradictions(dinner(8, 4))
    assert smallest_contradictions(dinner(10, 5)) == ()
