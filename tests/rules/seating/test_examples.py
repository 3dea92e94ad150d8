"""The examples SE01 to SE31, each through the function that a user reaches."""

from collections.abc import Sequence

import pytest

from chancery.rules.seating.forms import rows_that_may_be_of_honour, seats_of_hosts
from chancery.rules.seating.plan import Settings, Sex, Solution, Style
from chancery.rules.seating.room import Edge
from chancery.rules.states import Flag, row_of_flags
from tests.rules.precedence.lists import ordered, places
from tests.rules.seating import examples
from tests.rules.seating.built import by_form, on_edge, room, seated, sitters

pytestmark = pytest.mark.cases


def shown(names: str) -> list[str | None]:
    return [None if name == "-" else name for name in names.split()]


def told(plan: Solution, sitter: str) -> str:
    return " ".join(reason.words() for reason in plan.reasons[sitter])


def beside(plan: Solution, ring: Sequence[str], sitter: str) -> list[str | None]:
    """Who sits at the left and at the right hand of somebody."""
    at = ring.index(plan.placing[sitter])
    return seated(plan, [ring[at - 1], ring[(at + 1) % len(ring)]])


def test_every_example_is_covered() -> None:
    """SE01 to SE31, each once."""
    tables = [examples.LINES, examples.SIDES, examples.ROUNDS, examples.ORDERS, examples.FLAGS]
    covered = [case for table in tables for case in table] + sorted(examples.ALONE)

    assert sorted(covered) == [f"SE{number:02}" for number in range(1, 32)]


@pytest.mark.parametrize("case", examples.LINES, ids=str)
def test_lines_and_rows(case: str) -> None:
    """R35, R71, R72, R77, R78: from the sitters' own left to their own right."""
    piece, names, settings, expected = examples.LINES[case]
    hall = room(piece)
    guests = [name for name in names.split() if name.startswith("G") and name != "GH"]
    facts = {name: {"partner": f"S{name[1:]}"} for name in guests}
    facts |= {f"S{name[1:]}": {"partner": name, "place": int(name[1:])} for name in guests}

    plan = by_form(hall, sitters(names.split(), **facts), **settings)

    assert seated(plan, [seat for unit in hall.units for seat in unit.seats]) == shown(expected)


@pytest.mark.parametrize("case", examples.SIDES, ids=str)
def test_long_tables(case: str) -> None:
    """R54, R55: both sides from the sitters' own left to their own right."""
    side, names, settings, first, second = examples.SIDES[case]
    hall = room({"kind": "long", "side_seats": side})

    plan = by_form(hall, sitters(names.split()), **settings)

    assert seated(plan, on_edge(hall, Edge.FIRST_SIDE)) == shown(first)
    assert seated(plan, on_edge(hall, Edge.SECOND_SIDE)) == shown(second)


@pytest.mark.parametrize("case", examples.ROUNDS, ids=str)
def test_mixed_dinners(case: str) -> None:
    """R56, R58, R61: each next one at the right hand of the one before, from the host."""
    count, pairs, expected = examples.ROUNDS[case]
    hall = room({"kind": "round", "seats": count})

    plan = by_form(hall, examples.couples(pairs), alternates=True)

    assert seated(plan, hall.units[0].seats) == shown(expected)
    assert plan.conflicts == ()


@pytest.mark.parametrize("case", examples.ORDERS, ids=str)
def test_orders(case: str) -> None:
    """R19, R27, R33, R35, R38, R42: the order of the act, by the profile of the house."""
    for profile, guests, ceremony, expected in examples.ORDERS[case]:
        assert places(ordered(profile, guests, **ceremony)) == expected


@pytest.mark.parametrize("case", examples.FLAGS, ids=str)
def test_flags(case: str) -> None:
    """R47-R49: from the left of the public."""
    for host, others, settings, expected in examples.FLAGS[case]:
        flags = [Flag(code, code) for code in others.split()]

        assert " ".join(row_of_flags(Flag(host, host), flags, **settings).names) == expected


def test_se04_civil_and_military_group_stand_on_two_sides() -> None:
    """R77: the order inside each group goes from the middle outward."""
    hall = room({"kind": "dais", "seats": 7})
    names = ["M1", "C1", "M2", "P", "C2", "M3", "C3"]
    lists = {name: {"list_name": "civil" if name[0] == "C" else "military"} for name in names if name != "P"}

    plan = by_form(hall, sitters(names, **lists), lists=("civil", "military"))

    assert seated(plan, hall.units[0].seats) == ["M3", "M2", "M1", "P", "C1", "C2", "C3"]


def test_se10_hosts_at_head_and_foot() -> None:
    """R53, R54."""
    hall = room({"kind": "long", "side_seats": 2, "first_end_seats": 1, "second_end_seats": 1})

    plan = by_form(hall, sitters(["H", "h", "1", "2", "3", "4"]), style=Style.ENGLISH)

    assert beside(plan, hall.units[0].seats, "H") == ["3", "1"]
    assert beside(plan, hall.units[0].seats, "h") == ["4", "2"]


def test_se13_eight_places_cannot_keep_everything() -> None:
    """R61, R62: the hosts do not face each other, and what cannot be kept is named."""
    hall = room({"kind": "round", "seats": 8})

    plan = by_form(hall, examples.couples(3), alternates=True)

    seats = seats_of_hosts(hall, Settings(alternates=True))
    ring = hall.units[0].seats
    assert ring.index(seats.co_host) - ring.index(seats.host) != 4
    assert plan.conflicts == (("house:alternate", "house:couple", "house:places"),)
    assert "every one was tried" in told(plan, "H")


def test_se15_women_at_the_ends_and_the_fixes() -> None:
    """R60: two places at each end, or two women together with the man between them at the end."""
    hall = room({"kind": "long", "side_seats": 9})

    plan = by_form(hall, examples.couples(8), alternates=True)

    assert plan.placing["W7"] == on_edge(hall, Edge.SECOND_SIDE)[-1]
    assert plan.placing["W8"] == on_edge(hall, Edge.SECOND_SIDE)[0]
    assert "two places at each end of the table" in told(plan, "W7")
    assert "bring W3 and W7 together and move M5 to the end" in told(plan, "W7")
    assert "bring W4 and W8 together and move M6 to the end" in told(plan, "W8")


def test_se16_visiting_head_of_state_has_the_head_of_the_table() -> None:
    """R63: the hosts keep to the left of the visitors."""
    hall = room({"kind": "long", "side_seats": 2, "first_end_seats": 1, "second_end_seats": 1})
    facts = {"P": {"partner": "S"}, "S": {"partner": "P", "place": 1}}

    plan = by_form(hall, sitters(["P", "S", "H", "h", "A", "B"], **facts), style=Style.ENGLISH)

    head, foot = on_edge(hall, Edge.FIRST_END), on_edge(hall, Edge.SECOND_END)
    assert seated(plan, [*head, *foot]) == ["P", "S"]
    assert beside(plan, hall.units[0].seats, "P") == ["h", "A"]
    assert beside(plan, hall.units[0].seats, "S") == ["H", "B"]


def test_se22_first_lady_at_the_right_or_the_left_of_the_host() -> None:
    """R56: a setting, at the right where nothing is set."""
    hall = room({"kind": "round", "seats": 10})
    guests = examples.couples(4)

    right = by_form(hall, guests, alternates=True)
    left = by_form(hall, guests, alternates=True, first_lady_left=True)

    assert beside(right, hall.units[0].seats, "H") == ["W2", "W1"]
    assert beside(left, hall.units[0].seats, "H") == ["W1", "W2"]
    assert {sitter.sex for sitter in guests} == {Sex.MAN, Sex.WOMAN}


def test_se23_row_of_honour_of_a_theatre_is_a_setting() -> None:
    """R74: where sight is best."""
    theatre = room({"kind": "rows", "rows": 8, "seats": 10})

    plan = by_form(theatre, sitters(["1", "2"]), row_of_honour=3)

    assert rows_that_may_be_of_honour(theatre) == (2, 3, 4)
    assert {theatre.seat_of[seat].unit for seat in plan.placing.values()} == {theatre.units[2].id}
