"""Plans of pretix become rooms and rooms become plans; a damaged file is one sentence, never more."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.rules.seating.layout import LayoutRefused, read_layout
from chancery.rules.seating.pretix import read_plan, write_plan
from chancery.rules.seating.ready import Asked, Ready, ready_layout
from chancery.rules.seating.room import Room


def seat(number: int, x: int, category: str = "Stalls") -> dict[str, Any]:
    guid = f"00000000-0000-4000-8000-{number:012}"
    return {"seat_guid": guid, "seat_number": str(number), "position": {"x": x, "y": 0}, "category": category}


PLAN: dict[str, Any] = {
    "name": "Town theatre",
    "categories": [{"name": "Stalls", "color": "#aa0000"}, {"name": "Box", "color": "#00aa00"}],
    "size": {"width": 600, "height": 400},
    "zones": [
        {
            "name": "Floor",
            "position": {"x": 100, "y": 50},
            "rows": [
                {
                    "row_number": "A",
                    "position": {"x": 0, "y": 0},
                    "seats": [seat(1, 0), seat(2, 25), seat(3, 50)],
                },
                {"row_number": "B", "position": {"x": 0, "y": 40}, "seats": [seat(5, 25), seat(4, 0)]},
            ],
            "areas": [{"shape": "rectangle", "width": 100, "height": 20, "position": {"x": 0, "y": -40}}],
        },
        {
            "name": "Balcony",
            "position": {"x": 100, "y": 300},
            "rows": [{"row_number": "A", "seats": [seat(6, 0, "Box")]}],
        },
    ],
}


def test_a_plan_becomes_a_room():
    """Zones become furniture, rows units, categories zones; seats stand 2 cm a pixel from each other."""
    read = read_plan(PLAN)
    room = read_layout(read.layout)

    assert read.name == "Town theatre"
    assert [(unit.id, unit.label, len(unit.seats)) for unit in room.units] == [
        ("P1-1", "Floor A", 3),
        ("P1-2", "Floor B", 2),
        ("P2-1", "Balcony A", 1),
    ]
    first, second = room.seats[:2]
    assert (second.x - first.x, second.y - first.y) == (50, 0)
    assert first.id == "00000000-0000-4000-8000-000000000001"
    assert [seat.label for seat in room.seats] == ["1", "2", "3", "4", "5", "6"]
    assert [seat.zone for seat in room.seats] == ["Stalls"] * 5 + ["Box"]


def test_what_a_room_cannot_hold_is_said():
    """Areas and colours are left out, and the reasons name them."""
    assert [reason.words() for reason in read_plan(PLAN).left_out] == [
        "Drawn areas are left out (1): a room knows only what stands in it.",
        "The colours of categories are left out; the categories became zones.",
    ]


def same(room: Room) -> list[tuple[Any, ...]]:
    """The seats of a room as both formats hold them, measured from the first."""
    seats = [one for one in room.seats if not one.behind]
    left, top = min(one.x for one in seats), min(one.y for one in seats)
    return [
        (one.id, one.label, one.zone, round((one.x - left) / 2), round((one.y - top) / 2)) for one in seats
    ]


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from([Ready.CENTRE_AISLE, Ready.TWO_AISLES, Ready.BANQUET, Ready.STANDING]),
    st.integers(4, 120),
)
def test_reading_what_was_written_gives_the_same_seats(kind: Ready, guests: int):
    """Ids, labels and zones stay, and each seat stands within a pixel of where it stood."""
    room = read_layout(ready_layout(kind, Asked(guests)))

    again = read_layout(read_plan(json.loads(json.dumps(write_plan(room, "Hall").plan))).layout)

    before, after = same(room), same(again)
    assert [one[:3] for one in after] == [one[:3] for one in before]
    assert all(
        abs(one[3] - other[3]) <= 1 and abs(one[4] - other[4]) <= 1
        for one, other in zip(before, after, strict=True)
    )


def test_a_written_plan_written_again_is_the_same():
    """After the first rounding nothing moves any more."""
    room = read_layout(ready_layout(Ready.CENTRE_AISLE, Asked(60)))
    once = read_layout(read_plan(write_plan(room, "Hall").plan).layout)
    twice = read_layout(read_plan(write_plan(once, "Hall").plan).layout)

    assert [(u.label, u.seats) for u in twice.units] == [(u.label, u.seats) for u in once.units]
    assert same(twice) == same(once)


def test_what_pretix_cannot_hold_is_said():
    """Tables, chairs of interpreters and notes are named."""
    layout = ready_layout(Ready.BANQUET, Asked(20))
    layout["seats"] = {"T1-1": {"interpreter": True, "blocked": True}}

    written = write_plan(read_layout(layout), "Hall")

    assert [reason.words() for reason in written.left_out][:4] == [
        "Tables are drawn as rows of seats and as areas; the form of a table is left out.",
        "Where people look is left out; read again, all look to the top.",
        "Chairs of interpreters are left out (1).",
        "What is blocked or for wheelchairs is left out.",
    ]


def test_ids_that_stand_twice_are_made_new():
    """Both seats stay; the second gets an id of its own, and the reason says so."""
    plan = copy.deepcopy(PLAN)
    plan["zones"][0]["rows"][0]["seats"][1]["seat_guid"] = plan["zones"][0]["rows"][0]["seats"][0][
        "seat_guid"
    ]

    read = read_plan(plan)

    assert read_layout(read.layout).seats[1].id == "P1-1-2"
    assert "Some seats have new ids (1)" in read.left_out[-1].words()


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ([], "The file is no seat plan of pretix: “zones” is missing or written wrongly."),
        ({"zones": []}, "The plan has no seats."),
        (
            {"zones": [{"rows": 5}]},
            "The file is no seat plan of pretix: “rows” is missing or written wrongly.",
        ),
        ({"zones": [{"rows": [7]}]}, "Row 1 of zone 1 cannot be read; correct it in the file."),
        (
            {"zones": [{"name": "F", "rows": [{"row_number": "B", "seats": [{}]}]}]},
            "Seat 1 in row B of zone F cannot be read; correct the file.",
        ),
        (
            {"zones": [{"rows": [{"seats": [seat(1, 10**400)]}]}]},
            "Seat 1 in row 1 of zone 1 stands too far away; correct the file.",
        ),
    ],
)
def test_a_bad_file_is_one_sentence(plan: object, words: str):
    """The sentence names the place and what to do."""
    with pytest.raises(LayoutRefused) as refused:
        read_plan(plan)

    assert str(refused.value) == words


def spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of a plan that may be damaged."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(spot for key, item in inner for spot in spots(item, (*path, key)))]


DAMAGE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=60),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(spots(PLAN)[1:]), DAMAGE)
def test_a_damaged_plan_is_read_or_refused_in_a_sentence(path: tuple[Any, ...], damage: Any):
    """Whatever stands in the file, it is a room or a sentence."""
    plan = copy.deepcopy(PLAN)
    within = plan
    for key in path[:-1]:
        within = within[key]
    within[path[-1]] = damage

    assert read_or_refusal(plan).endswith((".", "seats"))


def read_or_refusal(plan: object) -> str:
    """How many seats a plan has, or why it is refused."""
    try:
        return f"{len(read_layout(read_plan(plan).layout).seats)} seats"
    except LayoutRefused as refused:
        return str(refused)
