"""The search in halls: parties to rows, seats within rows, proofs (R71-R76)."""

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from chancery.rules.seating.plan import Couples, Problem, Settings, Wish, WishKind
from chancery.rules.seating.room import Reserve
from chancery.rules.seating.score import cost, score
from chancery.rules.seating.solve import solve
from tests.rules.seating.halls import apart, guests, hall, problems, row_of

STEPS = 2_000
few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(problems())
def test_everybody_has_one_seat_and_rules_hold(problem: Problem) -> None:
    """Each guest once, no seat twice, nobody beside a rule."""
    found = solve(problem, steps=STEPS)

    assert set(found.placing) == {each.id for each in problem.sitters}
    assert len(set(found.placing.values())) == len(problem.sitters)
    assert {each: found.placing[each] for each in problem.locked} == problem.locked
    assert all(kept.is_kept for kept in found.kept if kept.is_hard)
    assert found.cost == cost(score(problem, found.placing))
    assert found.bound is not None
    assert found.bound <= found.cost


@few
@given(problems())
def test_order_of_the_input_changes_nothing(problem: Problem) -> None:
    """The same people handed over in another order get the same seats."""
    mixed = list(problem.sitters)
    Random(3).shuffle(mixed)

    again = solve(replace(problem, sitters=tuple(mixed), wishes=problem.wishes[::-1]), steps=STEPS)

    assert again == solve(problem, steps=STEPS)


def test_rows_of_a_small_hall_are_as_good_as_by_trying_all() -> None:
    """Six guests in two rows with a delegation across them and two kept apart: the proof is right."""
    people = [replace(each, delegation="D" if each.id in ("g1", "g4") else "") for each in guests(6)]
    problem = Problem(hall(2, 3), tuple(people), Settings(), (apart("g2", "g3"),))
    seats = [seat.id for seat in problem.room.seats]

    found = solve(problem, steps=STEPS)

    every = (dict(zip([each.id for each in people], order, strict=True)) for order in permutations(seats))
    assert found.cost == min(cost(score(problem, placing)) for placing in every)
    assert found.is_proven


@pytest.mark.cases("R71")
def test_a_row_is_filled_from_its_middle() -> None:
    """Eleven seats: 1 in the centre, 2 at the right, 3 at the left."""
    found = solve(Problem(hall(2, 11), guests(22)), steps=STEPS)

    on = {seat: sitter for sitter, seat in found.placing.items()}
    row = [int(on[f"A-1-{seat}"][1:]) for seat in range(1, 12)]
    assert row == [11, 9, 7, 5, 3, 1, 2, 4, 6, 8, 10]
    assert found.is_proven


@pytest.mark.cases("R72")
def test_couples_sit_side_by_side() -> None:
    """Spouses are never parted by the count from the middle, which puts 2 and 3 on two sides."""
    people = list(guests(7))
    for one, other in ((2, 3), (5, 6)):
        people[one - 1] = replace(people[one - 1], partner=f"g{other}")
        people[other - 1] = replace(people[other - 1], partner=f"g{one}")

    found = solve(Problem(hall(1, 7), tuple(people), Settings(couples=Couples.TOGETHER)), steps=STEPS)

    at = {each: int(seat.split("-")[2]) for each, seat in found.placing.items()}
    assert abs(at["g2"] - at["g3"]) == 1
    assert abs(at["g5"] - at["g6"]) == 1


def test_reserved_seats_stay_free() -> None:
    """What is kept for latecomers is given to nobody (R76)."""
    problem = Problem(hall(2, 3), guests(5), reserves=(Reserve("A-1-2", band="minister"),))

    found = solve(problem, steps=STEPS)

    assert "A-1-2" not in found.placing.values()
    assert not found.unseated


def test_the_last_ones_have_no_seat_in_a_full_hall() -> None:
    """Seven for six seats: the last by precedence is told."""
    found = solve(Problem(hall(2, 3), guests(7)), steps=STEPS)

    assert set(found.unseated) == {"g7"}
    assert not found.is_proven


def test_a_wheelchair_goes_where_it_can_stand() -> None:
    """The row with room for wheelchairs, though it is not that of the rank."""
    people = [replace(each, needs_wheelchair=each.id == "g1") for each in guests(6)]

    found = solve(Problem(hall(3, 3, wheelchair_rows=frozenset({3})), tuple(people)), steps=STEPS)

    assert row_of(found.placing["g1"]) == 3


def test_a_stopped_search_gives_the_best_so_far() -> None:
    """Everybody has a seat, and nothing is said to be proven."""
    found = solve(Problem(hall(3, 5), guests(15)), steps=STEPS, watch=lambda _: False)

    assert len(found.placing) == 15
    assert not found.is_proven


def test_not_beside_parts_two_of_one_row() -> None:
    """States that must not sit side by side do not (R79)."""
    wish = Wish("states", WishKind.NOT_BESIDE, ("g1", "g2"), is_hard=True)

    found = solve(Problem(hall(1, 5), guests(5), wishes=(wish,)), steps=STEPS)

    at = {each: int(seat.split("-")[2]) for each, seat in found.placing.items()}
    assert abs(at["g1"] - at["g2"]) > 1
