"""A plan after one change: the fewest people move, and rules stay kept."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.seating.plan import Couples, Problem, Settings, Wish, WishKind
from chancery.rules.seating.solve import Repair, repair, solve
from tests.rules.seating.tables import round_tables, sitter, sitters


@cache
def seated(tables: int = 4, guests: int = 20, *wishes: Wish) -> tuple[Problem, Mapping[str, str]]:
    """Guests at tables of six by the search, with seats left."""
    problem = Problem(round_tables(*[6] * tables), sitters(guests), Settings(couples=Couples.APART), wishes)
    return problem, solve(problem, steps=2_000).placing


def moved(found: Repair) -> list[str]:
    return [each.sitter for each in found.moved if each.before and each.after]


def precedence(found: Repair) -> int:
    return sum(kept.cost for kept in found.kept if kept.wish == "house:precedence")


def test_nobody_moves_where_nothing_changed() -> None:
    """The plan is its own repair."""
    problem, before = seated()

    found = repair(problem, before)

    assert found.placing == before
    assert found.moved == ()


def test_who_declines_leaves_an_empty_seat() -> None:
    """All others stay."""
    problem, before = seated()

    found = repair(replace(problem, sitters=problem.sitters[1:]), before)

    assert [(each.sitter, each.after) for each in found.moved] == [("g1", "")]
    assert found.moved[0].reason.words() == "Is not to be seated any more."
    assert found.placing == {each: seat for each, seat in before.items() if each != "g1"}


def test_who_comes_new_takes_a_free_seat() -> None:
    """All others stay."""
    problem, before = seated()

    found = repair(replace(problem, sitters=(*problem.sitters, sitter(21, place=2))), before)

    assert [each.sitter for each in found.moved] == ["g21"]
    assert found.moved[0].reason.words() == "Has no seat yet, and takes the best one that is free."
    assert found.placing["g21"] not in before.values()


def test_somebody_makes_room_where_every_free_seat_breaks_a_rule() -> None:
    """One moves, and is told for whom."""
    problem = Problem(round_tables(3, 3), sitters(5))
    before = {"g1": "T1-1", "g2": "T1-2", "g3": "T1-3", "g4": "T2-1", "g5": "T2-2"}
    rule = Wish("1", WishKind.APART, ("g6", "g4"), is_hard=True)
    after = replace(problem, sitters=(*problem.sitters, sitter(6)), wishes=(rule,))

    found = repair(after, before)

    assert len(moved(found)) == 1
    assert not [kept for kept in found.kept if kept.is_hard and not kept.is_kept]
    assert "Makes room for Guest 6." in {each.reason.words() for each in found.moved}


def test_a_full_room_lets_the_lowest_go() -> None:
    """Who comes new with a high place takes the seat of the lowest, who is told why."""
    problem, before = seated(2, 12)

    found = repair(replace(problem, sitters=(*problem.sitters, sitter(13, place=1))), before)

    assert set(found.unseated) == {"g12"}
    assert found.placing["g13"] == before["g12"]


def test_a_representative_of_lower_rank_changes_seats_with_one() -> None:
    """Two move at most, and the exchange saves what it is worth."""
    problem, before = seated(8, 48)
    lower = replace(problem.sitters[0], place=47)
    after = replace(problem, sitters=(lower, *problem.sitters[1:]))

    found = repair(after, before, changed=["g1"])

    assert len(moved(found)) == 2
    assert "g1" in moved(found)
    assert precedence(found) <= precedence(repair(after, before)) - 2


def test_a_new_rule_moves_one_of_two() -> None:
    """The lower one goes to another table."""
    problem, before = seated()
    high, low = (each for each in before if before[each].startswith("T1-") and each in ("g1", "g2"))
    rule = Wish("1", WishKind.APART, (high, low), is_hard=True)

    found = repair(replace(problem, wishes=(rule,)), before)

    assert not [kept for kept in found.kept if kept.is_hard and not kept.is_kept]
    assert moved(found) == ["g2"]


@given(st.integers(1, 20), st.sampled_from(["declined", "new", "other rank"]), st.integers(1, 20))
@settings(max_examples=30, deadline=None)
def test_one_change_moves_at_most_one_other(number: int, kind: str, place: int) -> None:
    """Nobody is lost, no seat is given twice, locked seats stay."""
    problem, before = seated()
    guests = [each for each in problem.sitters if kind != "declined" or each.number != number]
    guests = [
        replace(each, place=place) if kind == "other rank" and each.number == number else each
        for each in guests
    ]
    guests += [sitter(21, place=place)] if kind == "new" else []
    locked = {"g5": before["g5"]} if number != 5 else {}

    found = repair(
        replace(problem, sitters=tuple(guests), locked=locked),
        before,
        changed=[f"g{number}"] if kind == "other rank" else [],
    )

    assert set(found.placing) == {each.id for each in guests}
    assert len(set(found.placing.values())) == len(guests)
    assert len(moved(found)) <= 2
    assert {each: found.placing[each] for each in locked} == locked


@pytest.mark.parametrize("blocked", ["T1-1", "T2-1"])
def test_who_sat_on_a_seat_that_is_gone_moves(blocked: str) -> None:
    """All others stay."""
    problem, before = seated()
    room = replace(
        problem.room,
        seats=tuple(replace(seat, is_blocked=seat.id == blocked) for seat in problem.room.seats),
    )

    found = repair(replace(problem, room=room), before)

    assert [before[each] for each in moved(found)] == [blocked]
