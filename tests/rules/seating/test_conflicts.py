"""Which rules cannot be kept together: proven, and proven to be the fewest (R58, R61, R62)."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations, permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chancery.rules.seating.plan import Couples, Part, Problem, Settings, Sex, Sitter, Wish, WishKind
from chancery.rules.seating.score import score
from chancery.rules.seating.solve import smallest_conflicts, solve
from tests.rules.seating.built import room
from tests.rules.seating.halls import apart, guests, hall

ALTERNATE = Wish("house:alternate", WishKind.ALTERNATE, is_hard=True)
COUPLES_APART = Wish("house:couple", WishKind.COUPLE, is_hard=True)


def dinner(places: int, locked: Mapping[str, int]) -> Problem:
    """A mixed dinner: host, hostess and couples M1 W1, M2 W2 …, some at numbers of the ring."""
    pairs = places // 2 - 1
    names = ["H", "h", *(f"{sex}{pair}" for pair in range(1, pairs + 1) for sex in "MW")]
    people = tuple(
        Sitter(
            name,
            name,
            number,
            number,
            part={"H": Part.HOST, "h": Part.CO_HOST}.get(name, Part.GUEST),
            sex=Sex.WOMAN if name[0] in "hW" else Sex.MAN,
            partner=_partner(name),
        )
        for number, name in enumerate(names, start=1)
    )
    table = room({"kind": "round", "seats": places})
    seats = table.units[0].seats
    return Problem(
        table,
        people,
        Settings(couples=Couples.APART, alternates=True),
        (ALTERNATE, COUPLES_APART),
        {name: seats[at % places] for name, at in locked.items()},
    )


def _partner(name: str) -> str:
    return {"H": "h", "h": "H"}.get(name) or {"M": "W", "W": "M"}[name[0]] + name[1:]


def honours(places: int, hostess: int) -> dict[str, int]:
    """The first man at the right of the hostess, the first woman at that of the host."""
    return {"H": 0, "h": hostess, "M1": hostess + 1, "W1": 1}


@pytest.mark.cases("R61")
@pytest.mark.parametrize(("places", "can_be"), [(6, True), (8, False), (10, True), (12, False), (14, True)])
def test_hosts_face_each_other_with_alternation_but_for_multiples_of_four(places: int, can_be: bool) -> None:
    """Two facing places and the turn of women and men are to blame, and nothing else."""
    problem = dinner(places, {"H": 0, "h": places // 2})

    found = smallest_conflicts(problem)

    assert found == (() if can_be else (("house:alternate", "locked:H", "locked:h"),))


@pytest.mark.cases("R62", "SE13")
@pytest.mark.parametrize("hostess", [3, 4, 5, 6])
def test_eight_places_with_three_couples_cannot_keep_all_four_wishes(hostess: int) -> None:
    """Wherever the hostess sits, some of the wishes are in conflict, and they are named."""
    problem = dinner(8, honours(8, hostess))

    found = solve(problem)

    assert found.conflicts
    assert found.is_proven
    for blamed in found.conflicts:
        assert set(blamed) & {"house:alternate", "house:couple"}


@pytest.mark.cases("R62", "SE11")
def test_six_places_have_one_plan() -> None:
    """Alternation, places of honour and spouses apart: the only ring is found."""
    problem = dinner(6, honours(6, 3))

    found = solve(problem)

    on = {seat: sitter for sitter, seat in found.placing.items()}
    assert [on[seat] for seat in problem.room.units[0].seats] == ["H", "W1", "M2", "h", "M1", "W2"]
    assert found.is_proven
    assert not found.conflicts


@pytest.mark.cases("SE14")
def test_twelve_places_with_the_hostess_moved_keep_all() -> None:
    """One place from facing the host, alternation, honours and spouses apart can all be kept."""
    assert smallest_conflicts(dinner(12, honours(12, 5))) == ()


def test_wishes_in_conflict_are_told_though_none_is_a_rule() -> None:
    """Three who each want to sit beside both others, in a row."""
    wishes = tuple(
        Wish(f"w{one}{other}", WishKind.BESIDE, (f"g{one}", f"g{other}"))
        for one, other in combinations((1, 2, 3), 2)
    )
    problem = Problem(hall(1, 4), guests(4), wishes=wishes)

    assert smallest_conflicts(problem) == ()
    assert smallest_conflicts(problem, also=["w12", "w13", "w23"]) == (("w12", "w13", "w23"),)


def test_a_delegation_larger_than_a_row_is_to_blame_alone() -> None:
    """Four who must share a row of three."""
    people = tuple(replace(each, delegation="D") for each in guests(4))
    rule = Wish("house:delegation", WishKind.DELEGATION, is_hard=True)

    assert smallest_conflicts(Problem(hall(2, 3), people, wishes=(rule,))) == (("house:delegation",),)


@st.composite
def quarrels(draw: st.DrawFn) -> Problem:
    """Four in two rows of two, with rules and locks that often contradict each other."""
    pairs = list(combinations(["g1", "g2", "g3", "g4"], 2))
    parted = draw(st.lists(st.sampled_from(pairs), max_size=4, unique=True))
    joined = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True))
    rules = [apart(*pair) for pair in parted]
    rules += [Wish("with-" + "-".join(pair), WishKind.BESIDE, pair, is_hard=True) for pair in joined]
    locked = {"g1": "A-1-1", "g2": draw(st.sampled_from(["A-1-2", "A-2-1"]))} if draw(st.booleans()) else {}
    return Problem(hall(2, 2), guests(4), Settings(), tuple(rules), locked)


def _can_be_kept(problem: Problem, rules: tuple[str, ...]) -> bool:
    seats = [seat.id for seat in problem.room.seats]
    for order in permutations(seats):
        placing = dict(zip(["g1", "g2", "g3", "g4"], order, strict=True))
        broken = {kept.wish for kept in score(problem, placing) if kept.is_hard and not kept.is_kept}
        broken |= {f"locked:{each}" for each, seat in problem.locked.items() if placing[each] != seat}
        if broken.isdisjoint(rules):
            return True
    return False


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(quarrels())
def test_sets_to_blame_are_the_smallest_by_trying_all(problem: Problem) -> None:
    """No smaller set of rules is impossible, and what is told to be impossible is."""
    rules = sorted({wish.id for wish in problem.wishes} | {f"locked:{each}" for each in problem.locked})

    found = smallest_conflicts(problem)

    size = len(found[0]) if found else len(rules) + 1
    smaller = (chosen for less in range(min(size, len(rules) + 1)) for chosen in combinations(rules, less))
    assert all(_can_be_kept(problem, chosen) for chosen in smaller)
    assert not any(_can_be_kept(problem, chosen) for chosen in found)
    assert len({len(chosen) for chosen in found}) <= 1
