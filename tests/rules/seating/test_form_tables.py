"""Tables of every shape, several tables, delegations and interpreters (R52-R55, R63-R70)."""

import pytest

from chancery.rules.seating.explain import why
from chancery.rules.seating.forms import HostSeats, places_of_honour, seat_by_form, seats_of_hosts
from chancery.rules.seating.forms.geometry import is_opposite
from chancery.rules.seating.plan import (
    Couples,
    Part,
    Problem,
    Settings,
    Sex,
    Solution,
    System,
    Wish,
    WishKind,
)
from chancery.rules.seating.room import Edge
from tests.rules.seating import examples
from tests.rules.seating.built import by_form, on_edge, room, seated, sitters

NUMBERS = [str(number) for number in range(1, 31)]


def told(plan: Solution, sitter: str) -> str:
    return " ".join(reason.words() for reason in plan.reasons[sitter])


def rules(plan: Solution, sitter: str) -> set[str]:
    return {reason.rule for reason in plan.reasons[sitter]}


OPEN = {
    "R68 U": ({"kind": "u", "bar_seats": 3, "arm_seats": 2}, "6 4 2 H 1 3 5"),
    "R68 horseshoe": ({"kind": "horseshoe", "seats": 7}, "6 4 2 H 1 3 5"),
    "R68 T, its bar": ({"kind": "t", "bar_seats": 5}, "4 2 H 1 3"),
    "R68 comb": ({"kind": "comb", "bar_seats": 3, "tooth_seats": 2}, "6 4 2 H 1 3 5"),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", OPEN, ids=str)
def test_outer_side_is_counted_from_the_middle_of_the_bend(case: str) -> None:
    """R68: right and left of the presidency along the outer side."""
    piece, expected = OPEN[case]
    hall = room(piece)

    plan = by_form(hall, sitters(["H", *NUMBERS]))

    assert seated(plan, on_edge(hall, Edge.OUTER)) == expected.split()


@pytest.mark.parametrize("kind", ["u", "comb"])
def test_inner_side_comes_last_and_never_opposite_the_presidency(kind: str) -> None:
    """R68."""
    arm = "inner_arm_seats" if kind == "u" else "inner_tooth_seats"
    hall = room({"kind": kind, "bar_seats": 5, "inner_bar_seats": 3, arm: 2})
    host = hall.seat_of[seats_of_hosts(hall, Settings()).host]

    places = places_of_honour(hall, Settings())

    edges = [hall.seat_of[seat].edge for seat in places]
    assert edges == sorted(edges, key=lambda edge: edge is Edge.INNER)
    assert Edge.INNER in edges
    facing = [seat.id for seat in hall.seats if is_opposite(host, seat)]
    assert not set(facing) & set(places)
    assert kind == "comb" or facing


def test_who_would_sit_opposite_the_presidency_has_no_seat() -> None:
    """R68: the place is never given, and whoever is left over is told."""
    hall = room({"kind": "u", "bar_seats": 3, "arm_seats": 0, "inner_bar_seats": 1})

    plan = by_form(hall, sitters(["H", "1", "2", "3"]))

    assert set(plan.unseated) == {"3"}


def test_host_faces_the_guests_door() -> None:
    """R52, R53: the side that looks to the door."""
    door = {"kind": "guests-door", "x": 2500, "y": 100}
    hall = room({"kind": "long", "side_seats": 3}, door)

    plan = by_form(hall, sitters(["H", "h", "1"]))

    assert seated(plan, on_edge(hall, Edge.SECOND_SIDE)) == [None, "H", "1"]
    assert "faces the door" in told(plan, "H")


def test_host_is_told_that_no_door_decides() -> None:
    """R52: nothing is filled in silently."""
    hall = room({"kind": "long", "side_seats": 3})

    plan = by_form(hall, sitters(["H", "h", "1"]))

    assert any(reason.is_open for reason in plan.reasons["H"])


def test_one_presidency_leaves_the_place_opposite_to_the_last() -> None:
    """R55: nobody sits opposite the host as long as there is another place."""
    hall = room({"kind": "round", "seats": 6})

    plan = by_form(hall, sitters(["H", *"1234"]))
    full = by_form(hall, sitters(["H", *"12345"]))

    assert seated(plan, hall.units[0].seats) == ["H", "1", "3", None, "4", "2"]
    assert seated(full, hall.units[0].seats) == ["H", "1", "3", "5", "4", "2"]
    assert "stays empty as long as there are others" in told(full, "5")


def test_host_and_co_host_preside_two_tables() -> None:
    """R66: places beside both in turn; every further table has its head."""
    hall = room(
        {"kind": "round", "seats": 3, "x": 1000},
        {"kind": "round", "seats": 3, "x": 2500},
        {"kind": "round", "seats": 3, "x": 4000},
    )

    plan = by_form(hall, sitters(["H", "h", *"1234567"]))

    assert seats_of_hosts(hall, Settings()) == HostSeats("A-1", "B-1")
    assert [seated(plan, unit.seats) for unit in hall.units] == [
        ["H", "1", "3"],
        ["h", "2", "4"],
        ["5", "6", "7"],
    ]
    assert "Heads table C" in told(plan, "5")


def test_a_table_that_faces_the_room_comes_first() -> None:
    """R78: also where it is drawn last."""
    hall = room({"kind": "round", "seats": 3, "x": 1000}, {"kind": "head", "seats": 3, "x": 3000})

    plan = by_form(hall, sitters(["H", "1", "2", "3"]))

    assert seated(plan, hall.unit_of["B"].seats) == ["2", "H", "1"]


def test_couples_go_to_different_tables() -> None:
    """R66: with the least change of rank."""
    hall = room({"kind": "round", "seats": 4, "x": 1000}, {"kind": "round", "seats": 4, "x": 3000})
    facts = {"2": {"partner": "4"}, "4": {"partner": "2"}}

    together = by_form(hall, sitters(["H", "h", *"123456"], **facts))
    apart = by_form(hall, sitters(["H", "h", *"123456"], **facts), couples=Couples.OTHER_TABLES)

    assert together.placing["2"][0] == together.placing["4"][0]
    assert apart.placing["2"][0] != apart.placing["4"][0]
    assert "R59" in rules(apart, "4")


def test_couples_at_one_table_do_not_sit_side_by_side() -> None:
    """R67: one of them moves, by as little as possible."""
    hall = room({"kind": "round", "seats": 8})
    facts = {"3": {"partner": "5"}, "5": {"partner": "3"}}

    plan = by_form(hall, sitters(["H", *"1234567"], **facts), couples=Couples.APART)

    assert seated(plan, hall.units[0].seats) == ["H", "1", "3", "6", "7", "5", "4", "2"]
    assert "Changed places with 5" in told(plan, "6")


def test_a_couple_that_cannot_be_parted_is_told() -> None:
    """R59: at a table for three everybody sits beside everybody."""
    hall = room({"kind": "round", "seats": 3})
    facts = {"1": {"partner": "2"}, "2": {"partner": "1"}}

    plan = by_form(hall, sitters(["H", "1", "2"], **facts), couples=Couples.APART)

    assert "no change of places would part them" in told(plan, "1")


def test_couples_sit_side_by_side() -> None:
    """A setting: the highest place with a free one beside it, single guests between."""
    hall = room({"kind": "rows", "rows": 1, "seats": 5})
    facts = {"1": {"partner": "4"}, "4": {"partner": "1"}, "2": {"partner": "3"}, "3": {"partner": "2"}}

    plan = by_form(hall, sitters("12345", **facts), couples=Couples.TOGETHER)

    assert seated(plan, hall.units[0].seats) == ["3", "2", "1", "4", "5"]


def test_partners_sit_in_a_block_of_their_own() -> None:
    """R72: behind the guests, in their order."""
    hall = room({"kind": "rows", "rows": 2, "seats": 3})
    facts = {"1": {"partner": "2"}, "2": {"partner": "1"}, "3": {"partner": "4"}, "4": {"partner": "3"}}

    plan = by_form(hall, sitters("1234", **facts), couples=Couples.OWN_BLOCK)

    assert seated(plan, hall.units[0].seats) == [None, "1", "3"]
    assert seated(plan, hall.units[1].seats) == [None, "2", "4"]


def test_two_delegations_sit_face_to_face() -> None:
    """R69: heads in the middle, secretaries at the end, the visitors where they face the door."""
    door = {"kind": "guests-door", "x": 2500, "y": 4900}
    hall = room({"kind": "long", "side_seats": 3}, door)
    facts = {name: {"delegation": "ours" if name in "HBC" else "theirs"} for name in "HBC123"}
    facts["B"] |= {"part": Part.SECRETARY}
    facts["1"] |= {"part": Part.SECRETARY}

    plan = by_form(hall, sitters(["H", "B", "C", "1", "2", "3"], **facts), system=System.TWO_DELEGATIONS)

    assert seated(plan, on_edge(hall, Edge.FIRST_SIDE)) == ["1", "2", "3"]
    assert seated(plan, on_edge(hall, Edge.SECOND_SIDE)) == ["B", "H", "C"]
    assert "side of honour" in told(plan, "2")


def test_several_delegations_sit_in_the_order_of_their_states() -> None:
    """R41, R69: each in one block, going round."""
    hall = room({"kind": "u", "bar_seats": 3, "arm_seats": 2})
    facts = {name: {"delegation": name[0]} for name in ("A1", "A2", "B1", "B2", "C1")}

    plan = by_form(hall, sitters(["A1", "B1", "C1", "A2", "B2"], **facts), system=System.TWO_DELEGATIONS)

    assert seated(plan, on_edge(hall, Edge.OUTER)) == ["C1", None, None, "A1", "A2", "B1", "B2"]


def test_first_state_sits_at_the_right_end_as_seen_from_the_podium() -> None:
    """R42: the sitters' own left end of the first row; delegations follow along the rows."""
    hall = room({"kind": "rows", "rows": 2, "seats": 3})
    facts = {name: {"delegation": name} for name in "ABCD"}

    plan = by_form(hall, sitters("ABCD", **facts), system=System.TWO_DELEGATIONS)

    assert [seated(plan, unit.seats) for unit in hall.units] == [["A", "B", "C"], ["D", None, None]]


def test_interpreter_sits_behind_the_principal() -> None:
    """R70: on the own chair, or at the nearest place that is left."""
    hall = room({"kind": "long", "side_seats": 3}, A_2={"interpreter": True})
    facts = {"x": {"interprets": "H"}, "y": {"interprets": "1"}}

    plan = by_form(hall, sitters(["H", "h", "1", "x", "y"], **facts))

    assert plan.placing["x"] == "A-2-i"
    assert plan.placing["y"] == "A-1" or hall.seat_of[plan.placing["y"]].unit == "A"
    assert "no free chair behind" in told(plan, "y")


def test_guest_of_honour_who_is_outranked_is_told_with_the_ways_out() -> None:
    """R65: told before, made co-host, or the head of another table."""
    hall = room({"kind": "round", "seats": 6})

    plan = by_form(hall, sitters(["H", "1", "GH"]))

    assert seated(plan, hall.units[0].seats) == ["H", "GH", None, None, None, "1"]
    assert {"R65"} < rules(plan, "1")
    assert "approve" in told(plan, "GH")


def test_presidency_is_given_up_only_once() -> None:
    """R35: the first one presides, the other keeps the own rank."""
    hall = room({"kind": "dais", "seats": 3})
    facts = {"2": {"part": Part.PRESIDING}}

    plan = by_form(hall, sitters(["P", "1", "2"], **facts))

    assert seated(plan, hall.units[0].seats) == ["2", "P", "1"]
    assert "only once" in told(plan, "2")


def test_office_may_find_a_woman_at_the_end_worse_than_two_women_together() -> None:
    """R60: the exchange is made where the stated importance says so."""
    hall = room({"kind": "long", "side_seats": 9})
    ladder = (WishKind.NO_WOMAN_AT_END, WishKind.ALTERNATE)

    plan = by_form(hall, examples.couples(8), alternates=True, importance=ladder)

    assert seated(plan, on_edge(hall, Edge.SECOND_SIDE)) == [
        "M6",
        "W8",
        "W4",
        "M2",
        "h",
        "M1",
        "W3",
        "W7",
        "M5",
    ]


def test_sex_that_is_not_recorded_is_never_guessed() -> None:
    """R58: such a guest takes the next place, and it is said that the turn is open there."""
    hall = room({"kind": "round", "seats": 6})
    facts = {"H": {"sex": Sex.MAN}, "h": {"sex": Sex.WOMAN}, "1": {"sex": Sex.MAN}}

    plan = by_form(hall, sitters(["H", "h", "1", "2"], **facts), alternates=True)

    assert seated(plan, hall.units[0].seats) == ["H", "2", None, "h", "1", None]
    assert any(reason.is_open for reason in plan.reasons["2"])


def test_large_round_table_is_told() -> None:
    """R67: six to ten are best, fourteen the most."""
    small, large = (room({"kind": "round", "seats": count}) for count in (14, 16))

    assert "R67" not in rules(by_form(small, sitters(["H"])), "H")
    assert "R67" in rules(by_form(large, sitters(["H"])), "H")


def test_fixed_order_of_states_goes_before_a_wish_to_keep_apart() -> None:
    """R79: left as it is, and noted."""
    hall = room({"kind": "rows", "rows": 1, "seats": 3})
    facts = {name: {"delegation": name} for name in "ABC"}
    wish = Wish("1", WishKind.NOT_BESIDE, ("A", "B"), is_discreet=True)
    problem = Problem(hall, sitters("ABC", **facts), Settings(system=System.TWO_DELEGATIONS), wishes=(wish,))

    plan = seat_by_form(problem)

    assert seated(plan, hall.units[0].seats) == ["A", "B", "C"]
    assert "R79" in rules(plan, "A")
    assert "R79" not in rules(plan, "C")


def test_what_the_form_decided_stands_in_the_chain() -> None:
    """R60: the fixes reach whoever asks why she sits at the end."""
    hall = room({"kind": "long", "side_seats": 9})
    problem = Problem(hall, examples.couples(8), Settings(alternates=True))

    chain = " ".join(reason.words() for reason in why(problem, seat_by_form(problem), "W7"))

    assert "bring W3 and W7 together" in chain
    assert "Place 7 in the order of precedence." not in chain
