"""What a placing keeps and gives up (R52, R58, R64, R66, R67, R69)."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from chancery.rules.seating.grounds import grounds_of
from chancery.rules.seating.plan import Couples, Problem, Settings, Sex, Sitter, Wish, WishKind
from chancery.rules.seating.room import Mark, MarkKind
from chancery.rules.seating.score import BROKEN_RULE, cost, score, warnings, wishes_of_house
from tests.rules.seating.tables import round_tables, sitter, sitters

WOMAN, MAN = Sex.WOMAN, Sex.MAN


def placed(*tables: str) -> dict[str, str]:
    """Each string names who sits at a table, seat by seat from its first."""
    return {
        f"g{name}": f"T{table}-{seat}"
        for table, names in enumerate(tables, 1)
        for seat, name in enumerate(names.split(), 1)
    }


def broken(problem: Problem, placing: Mapping[str, str], wish: str) -> int:
    return sum(kept.cost for kept in score(problem, placing) if kept.wish == wish)


def test_the_order_seated_from_the_first_seat_on_costs_nothing() -> None:
    """Who fills tables in order gives up nothing."""
    problem = Problem(round_tables(3, 3), sitters(6))

    assert cost(score(problem, placed("1 2 3", "4 5 6"))) == 0


@pytest.mark.cases("R52")
@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        (("1", "2", "3", "4"), 0),
        # the first of four weighs three, all others of so few two or one
        (("2", "1", "3", "4"), 3 + 2),
        (("1", "2", "4", "3"), 0),
        (("1", "3", "2", "4"), 2 + 1),
        (("4", "2", "3", "1"), 3 * 2 + 2),
    ],
)
def test_a_place_away_counts_by_rings_and_rank(tables: tuple[str, ...], expected: int) -> None:
    """Tables 3 and 4 are one ring; the higher the guest, the dearer each ring away."""
    problem = Problem(round_tables(1, 1, 1, 1), sitters(4))

    assert broken(problem, placed(*tables), "house:precedence") == expected


def pair(one: Sex = Sex.UNKNOWN, other: Sex = Sex.UNKNOWN) -> tuple[Sitter, ...]:
    return (sitter(1, partner="g2", sex=one), sitter(2, partner="g1", sex=other), *sitters(6)[2:])


@pytest.mark.cases("R58", "R66", "R67", "R72")
@pytest.mark.parametrize(
    ("couples", "tables", "wish", "expected"),
    [
        (Couples.TOGETHER, ("1 2 3", "4 5 6"), "house:couple-table", 0),
        (Couples.TOGETHER, ("1 3 4", "2 5 6"), "house:couple-table", BROKEN_RULE),
        (Couples.APART, ("1 2 3", "4 5 6"), "house:couple-table", 0),
        (Couples.APART, ("1 2 3", "4 5 6"), "house:couple", 6),
        (Couples.OTHER_TABLES, ("1 2 3", "4 5 6"), "house:couple-table", BROKEN_RULE),
        (Couples.OTHER_TABLES, ("1 3 4", "2 5 6"), "house:couple-table", 0),
        (Couples.FREE, ("1 3 4", "2 5 6"), "house:couple-table", 0),
    ],
)
def test_couples_sit_as_set(couples: Couples, tables: tuple[str, ...], wish: str, expected: int) -> None:
    """One table or two is a rule, side by side a wish."""
    problem = Problem(round_tables(3, 3), pair(), Settings(couples=couples))

    assert broken(problem, placed(*tables), wish) == expected


@pytest.mark.cases("R58")
@pytest.mark.parametrize(
    ("sexes", "expected"),
    [((WOMAN, MAN), 0), ((MAN, MAN), 4), ((WOMAN, WOMAN), 8), ((WOMAN, Sex.UNKNOWN), 0)],
)
def test_two_women_side_by_side_are_the_greater_evil(sexes: tuple[Sex, Sex], expected: int) -> None:
    """A sex that is not known breaks no turn."""
    problem = Problem(round_tables(3, 3), pair(*sexes), Settings(alternates=True))

    assert broken(problem, placed("1 2", "3 4 5"), "house:alternate") == expected


@pytest.mark.cases("R64")
def test_who_shares_no_language_with_two_others_lacks_company() -> None:
    """Whoever speaks what most speak is never counted."""
    english, both = frozenset({"en"}), frozenset({"en", "ro"})
    guests = [replace(each, languages=english) for each in sitters(6)]
    guests[0] = replace(guests[0], languages=frozenset({"ro"}))
    guests[1], guests[3] = replace(guests[1], languages=both), replace(guests[3], languages=both)
    problem = Problem(round_tables(3, 3), tuple(guests))

    assert broken(problem, placed("1 2 3", "4 5 6"), "house:language") == 2
    assert broken(problem, placed("1 2 4", "3 5 6"), "house:language") == 0


@pytest.mark.cases("R69")
def test_each_further_table_of_a_delegation_counts() -> None:
    """At one table it costs nothing."""
    guests = tuple(replace(each, delegation="RO" if each.number > 3 else "") for each in sitters(6))
    problem = Problem(round_tables(3, 3), guests)

    assert broken(problem, placed("1 2 3", "4 5 6"), "house:delegation") == 0
    assert broken(problem, placed("1 2 4", "3 5 6"), "house:delegation") == 5


def test_warnings_tell_rules_before_dear_wishes() -> None:
    """What is kept is no warning."""
    wishes = (
        Wish("1", WishKind.TOGETHER, ("g1", "g4"), weight=50),
        Wish("2", WishKind.APART, ("g1", "g2"), is_hard=True),
        Wish("3", WishKind.BESIDE, ("g1", "g3")),
    )
    problem = Problem(round_tables(3, 3), sitters(6), wishes=wishes)

    found = warnings(problem, placed("1 2 3", "4 5 6"))

    assert [(kept.wish, kept.cost) for kept in found] == [("2", BROKEN_RULE), ("1", 50)]


def test_a_stated_order_of_importance_sets_the_weights() -> None:
    """The first of the stated kinds weighs most, and what is not named least."""
    guests = tuple(replace(each, delegation="RO", languages=frozenset({"ro"})) for each in sitters(3))
    importance = (WishKind.LANGUAGE, WishKind.PRECEDENCE)

    wishes = wishes_of_house(Problem(round_tables(3), guests, Settings(importance=importance)))

    assert {wish.kind: wish.weight for wish in wishes} == {
        WishKind.LANGUAGE: 2,
        WishKind.PRECEDENCE: 1,
        WishKind.DELEGATION: 1,
    }


def test_the_office_may_weigh_a_wish_of_the_house() -> None:
    """A wish with the id of the house takes its place."""
    guests = tuple(replace(each, delegation="RO") for each in sitters(3))
    wish = Wish("house:delegation", WishKind.DELEGATION, weight=9)
    problem = Problem(round_tables(2, 1), guests, wishes=(wish,))

    assert broken(problem, placed("1 2", "3"), "house:delegation") == 9


@pytest.mark.cases("R75")
def test_speakers_sit_near_the_middle_of_the_steps_and_not_of_their_corner() -> None:
    """Steps as wide as the room stand between both tables: each has the quarter of its own side near."""
    room = round_tables(4, 4)
    middle = (room.seat_of["T1-1"].x + room.seat_of["T2-1"].x) / 2
    steps = Mark(MarkKind.STEPS, middle, 300.0, 2_000.0, 90.0)
    people = tuple(replace(each, speaks=each.number == 1) for each in sitters(8))
    problem = Problem(replace(room, marks=(steps,)), people)

    assert grounds_of(problem).near == {"T1-2", "T2-4"}
    assert broken(problem, {"g1": "T1-2"}, "house:near-stage") == 0
    assert broken(problem, {"g1": "T2-2"}, "house:near-stage") > 0
