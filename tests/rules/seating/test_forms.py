"""Forms of seating by small cases (R52-R79)."""

import pytest

from chancery.rules.seating.forms import HostSeats, places_of_honour, seats_of_hosts
from chancery.rules.seating.plan import Settings, Style, System
from chancery.rules.seating.room import Edge
from tests.rules.seating.built import by_form, on_edge, room, seated, sitters

ROWS = {
    "R71: odd, from the middle": ({"seats": 5}, "5 3 1 2 4"),
    "R71: even, the right one of the two in the middle first": ({"seats": 4}, "4 2 1 3"),
    "R73: a centre aisle, its right side first": ({"seats": 6, "aisles_after": [3]}, "6 4 2 1 3 5"),
    "R73: unequal halves": ({"seats": 5, "aisles_after": [2]}, "4 2 1 3 5"),
    "R71: two aisles leave a block in the middle": ({"seats": 7, "aisles_after": [2, 5]}, "7 5 3 1 2 4 6"),
    "an aisle near the wall is not in the middle": ({"seats": 7, "aisles_after": [1]}, "7 5 3 1 2 4 6"),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", ROWS, ids=str)
def test_rows_are_counted_from_their_middle(case: str) -> None:
    """R71, R73: places of a row from the sitters' own left to their own right."""
    piece, expected = ROWS[case]
    hall = room({"kind": "rows", "rows": 1, **piece})
    guests = sitters([str(number) for number in range(1, len(expected.split()) + 1)])

    plan = by_form(hall, guests)

    assert seated(plan, hall.units[0].seats) == expected.split()


LONG = {
    "R54 cross": ({}, "H h", "7 3 H 1 5", "8 4 h 2 6"),
    "R54 clock": ({"system": System.CLOCK}, "H h", "6 2 H 1 5", "8 4 h 3 7"),
    "R55 guest of honour opposite": (
        {"system": System.HONOUR_OPPOSITE},
        "H GH",
        "7 3 H 1 5",
        "8 4 GH 2 6",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", LONG, ids=str)
def test_long_table_follows_its_system(case: str) -> None:
    """R54, R55: both sides from the sitters' own left to their own right."""
    settings, heads, first, second = LONG[case]
    hall = room({"kind": "long", "side_seats": 5})

    plan = by_form(hall, sitters([*heads.split(), *"12345678"]), **settings)

    assert seated(plan, on_edge(hall, Edge.FIRST_SIDE)) == first.split()
    assert seated(plan, on_edge(hall, Edge.SECOND_SIDE)) == second.split()


def test_hosts_sit_at_the_ends_in_the_english_style() -> None:
    """R53."""
    hall = room({"kind": "long", "side_seats": 3, "first_end_seats": 1, "second_end_seats": 1})
    english = Settings(style=Style.ENGLISH)

    seats = seats_of_hosts(hall, english)

    assert seats == HostSeats(on_edge(hall, Edge.FIRST_END)[0], on_edge(hall, Edge.SECOND_END)[0])
    assert set(places_of_honour(hall, english)) == set(hall.seat_of) - {seats.host, seats.co_host}
