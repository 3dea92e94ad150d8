"""Guests to tables: what every plan of the search holds to (R52, R58, R66, R67, R70)."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.seating.grounds import grounds_of
from chancery.rules.seating.plan import Couples, Part, Problem, Settings, Sex, Sitter, Wish, WishKind
from chancery.rules.seating.room import Reserve
from chancery.rules.seating.score import cost, score
from chancery.rules.seating.solve import Progress, fill, solve
from chancery.rules.seating.solve.annealing import anneal, limits_at, table_cost
from chancery.rules.seating.solve.ready import in_order
from chancery.rules.seating.solve.search import anneal_tables, chain_of, cost_of
from chancery.rules.seating.solve.seated import at_tables
from chancery.rules.seating.solve.start import first_tables
from chancery.rules.seating.solve.tabling import tabling_of
from tests.rules.seating.tables import round_tables, sitter, sitters

STEPS = 4_000


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Tables of different sizes, guests with all sorts of facts, pairs apart, seats locked and blocked."""
    sizes = draw(st.lists(st.integers(2, 6), min_size=2, max_size=5))
    count = draw(st.integers(1, sum(sizes) + 2))
    guests = [
        sitter(
            number,
            place=draw(st.integers(1, count)),
            sex=draw(st.sampled_from(Sex)),
            delegation=draw(st.sampled_from(["", "", "A", "B"])),
            languages=frozenset(draw(st.sets(st.sampled_from(["en", "fr", "ro"])))),
        )
        for number in range(1, count + 1)
    ]
    if count > 1:
        guests[0] = replace(guests[0], partner="g2")
        guests[1] = replace(guests[1], partner="g1")
    rules = tuple(
        Wish(f"{a}-{b}", WishKind.APART, (f"g{a}", f"g{b}"), is_hard=True)
        for a, b in draw(st.sets(st.tuples(st.integers(3, 6), st.integers(7, 10)), max_size=2))
        if b <= count
    )
    locked = {"g3": "T2-1"} if count > 2 and draw(st.booleans()) else {}
    reserves = (Reserve("T1-1", is_blocked=True),) if draw(st.booleans()) else ()
    chosen = Settings(couples=draw(st.sampled_from(Couples)), alternates=draw(st.booleans()))
    return Problem(round_tables(*sizes), tuple(guests), chosen, rules, locked, reserves)


@given(problems(), st.integers(1, 3))
@settings(max_examples=20, deadline=None)
def test_a_plan_holds_to_what_is_always_so(problem: Problem, seed: int) -> None:
    """Each guest once, no seat twice, none blocked; the locked stay; what is told is what is counted."""
    found = solve(problem, seed=seed, steps=STEPS)

    assert len(set(found.placing.values())) == len(found.placing)
    assert set(found.placing) | set(found.unseated) == {each.id for each in problem.sitters}
    assert not set(found.placing) & set(found.unseated)
    assert {each: found.placing[each] for each in problem.locked} == problem.locked
    assert not {reserve.seat for reserve in problem.reserves} & set(found.placing.values())
    assert set(found.placing.values()) <= problem.room.seat_of.keys()
    assert cost(score(problem, found.placing)) == found.cost
    assert found.bound is not None
    assert found.bound <= found.cost


@given(problems(), st.randoms(use_true_random=False))
@settings(max_examples=8, deadline=None)
def test_the_order_of_the_input_does_not_matter(problem: Problem, dice: random.Random) -> None:
    """The same seed and steps give the same plan, whatever came first."""
    shuffled = list(problem.sitters)
    dice.shuffle(shuffled)

    again = solve(replace(problem, sitters=tuple(shuffled), wishes=problem.wishes[::-1]), seed=2, steps=STEPS)

    found = solve(problem, seed=2, steps=STEPS)
    assert (again.placing, again.bound, again.kept) == (found.placing, found.bound, found.kept)


@given(problems(), st.integers(1, 50))
@settings(max_examples=30, deadline=None)
def test_a_search_that_ends_at_its_bound_finds_what_it_would_have_found(problem: Problem, seed: int) -> None:
    """How soon the bound is proven depends on the machine; the plan does not."""
    problem = in_order(problem)
    grounds = grounds_of(problem)
    tabling = tabling_of(problem, grounds, {}, at_tables(problem, grounds, {}))
    start = first_tables(tabling)
    whole = anneal_tables(tabling, start, seed=seed, steps=STEPS, told=lambda _step, _best: True)

    ended = anneal_tables(tabling, start, seed=seed, steps=STEPS, told=lambda _step, best: best > whole[1])

    assert ended == whole


def reception() -> Problem:
    """Thirty guests at five tables, half of them couples, two pairs apart."""
    guests = list(sitters(30))
    for number in range(0, 16, 2):
        guests[number] = replace(guests[number], partner=guests[number + 1].id)
        guests[number + 1] = replace(guests[number + 1], partner=guests[number].id)
    guests = [replace(each, delegation="RO" if each.number in (3, 12, 20, 29) else "") for each in guests]
    rules = (
        Wish("1", WishKind.APART, ("g1", "g3"), is_hard=True),
        Wish("2", WishKind.APART, ("g20", "g21"), is_hard=True),
    )
    return Problem(round_tables(6, 6, 6, 6, 6), tuple(guests), Settings(couples=Couples.TOGETHER), rules)


def hard(problem: Problem, placing: Mapping[str, str]) -> list[str]:
    return [kept.wish for kept in score(problem, placing) if kept.is_hard and not kept.is_kept]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_rules_are_kept_where_they_can_be(seed: int) -> None:
    """Couples at one table and pairs apart, in a room that is full."""
    problem = reception()

    found = solve(problem, seed=seed, steps=STEPS)

    assert hard(problem, found.placing) == []
    assert not found.unseated


def test_more_steps_never_cost_more_than_the_start() -> None:
    """The best plan so far is kept."""
    problem = reception()

    assert solve(problem, steps=20_000).cost <= solve(problem, steps=400).cost


def test_a_search_can_be_stopped() -> None:
    """The best plan so far is the result, with everybody in it."""
    problem, told = reception(), []

    def stop(progress: Progress) -> bool:
        told.append(progress)
        return False

    found = solve(problem, steps=400_000, watch=stop)

    assert len(told) == 1
    assert found.steps == told[0].step < told[0].steps
    assert len(found.placing) == 30


def test_what_is_compiled_counts_as_plain_python_does() -> None:
    """The inner loop uncompiled takes the same moves."""
    problem = reception()
    grounds = grounds_of(problem)
    tabling = tabling_of(problem, grounds, {}, [each.id for each in problem.sitters])
    start = first_tables(tabling)
    one, other = chain_of(tabling, start, 5), chain_of(tabling, start, 5)

    one.run(2_000, 2.0)
    cost, best = anneal.py_func(  # type: ignore[attr-defined]  # what numba keeps of the plain function
        other.board, limits_at(2.0), 2_000, other.cost, other.best, other.best_table
    )

    assert (one.cost, one.best) == (cost, best)
    assert one.board.table.tolist() == other.board.table.tolist()
    assert cost == cost_of(tabling, other.board.table.tolist())
    assert table_cost(one.board, 0) == one.board.talk_at[0]


@pytest.mark.cases("R52")
def test_the_lowest_places_stay_without_a_seat() -> None:
    """A room too small is told by name and reason."""
    found = solve(Problem(round_tables(3, 3), sitters(8)), steps=STEPS)

    assert set(found.unseated) == {"g7", "g8"}
    assert found.unseated["g7"].words() == "All seats are given to those of a higher place."


@pytest.mark.cases("R66")
def test_hosts_preside_different_tables() -> None:
    """Host and co-host have the seats of the form; guests keep their order."""
    hosts: tuple[Sitter, ...] = (sitter(1, part=Part.HOST), sitter(2, part=Part.CO_HOST))
    found = solve(Problem(round_tables(3, 3), (*hosts, *sitters(6)[2:])), steps=STEPS)

    tables = {each: seat.split("-")[0] for each, seat in found.placing.items()}

    assert (tables["g1"], tables["g2"]) == ("T1", "T2")
    assert {tables["g3"], tables["g4"]} == {"T1"}


def test_the_head_table_is_filled_by_precedence() -> None:
    """No wish of usual weight brings somebody lower to it."""
    guests = tuple(replace(each, delegation="RO" if each.number in (4, 5) else "") for each in sitters(12))

    found = solve(Problem(round_tables(4, 4, 4, heads=1), guests), steps=STEPS)

    assert {each for each, seat in found.placing.items() if seat.startswith("T1-")} == {
        "g1",
        "g2",
        "g3",
        "g4",
    }


@pytest.mark.cases("R58")
def test_each_table_stands_in_turn_of_women_and_men() -> None:
    """As many women as men: nobody sits beside the own sex."""
    guests = tuple(replace(each, sex=Sex.WOMAN if each.number % 2 else Sex.MAN) for each in sitters(12))
    problem = Problem(round_tables(6, 6), guests, Settings(alternates=True))

    found = solve(problem, steps=STEPS)

    assert sum(kept.cost for kept in found.kept if kept.kind is WishKind.ALTERNATE) == 0


@pytest.mark.cases("R70")
@pytest.mark.parametrize("chair_at", ["T1-2", "T2-3"])
def test_an_interpreter_sits_behind_the_principal(chair_at: str) -> None:
    """The principal is seated where the chair stands, and the interpreter takes no seat at the table."""
    room = round_tables(3, 3)
    front = room.seat_of[chair_at]
    chair = replace(front, id="C", unit=front.unit, behind=chair_at)
    guests = (*sitters(6), sitter(7, interprets="g4"))

    found = solve(Problem(replace(room, seats=(*room.seats, chair)), guests), steps=STEPS)

    assert (found.placing["g4"], found.placing["g7"]) == (chair_at, "C")
    assert not found.unseated


@pytest.mark.cases("R70")
def test_an_interpreter_without_a_chair_sits_beside_the_principal() -> None:
    """At the table, where no chair stands behind."""
    guests = (*sitters(6), sitter(7, interprets="g2"))

    found = solve(Problem(round_tables(4, 4), guests), steps=STEPS)

    assert sum(kept.cost for kept in found.kept if kept.kind is WishKind.INTERPRETER) == 0
    assert found.placing["g7"].split("-")[0] == found.placing["g2"].split("-")[0]


def test_filling_moves_nobody() -> None:
    """Whoever has a seat keeps it, and all others get one."""
    problem = reception()
    before = {"g1": "T5-3", "g30": "T1-1", "g7": "T2-2"}

    found = fill(problem, before)

    assert {each: found.placing[each] for each in before} == before
    assert len(found.placing) == 30
    assert max(Counter(seat.split("-")[0] for seat in found.placing.values()).values()) == 6


def test_rules_that_collide_are_told_with_the_plan() -> None:
    """R61, R62: side by side and at different tables cannot both be; these two are to blame, by proof."""
    rules = (
        Wish("beside", WishKind.BESIDE, ("g1", "g2"), is_hard=True),
        Wish("apart", WishKind.APART, ("g1", "g2"), is_hard=True),
    )
    problem = Problem(round_tables(4, 4), sitters(6), Settings(), wishes=rules)

    found = solve(problem, steps=STEPS)

    assert [set(each) for each in found.conflicts] == [{"apart", "beside"}]
    assert found.is_blame_proven
