"""Places given by hand: kept when the order is computed again, with their reason."""

import pytest

from chancery.precedence import loader
from chancery.rules.precedence import Move, Order, Side, order
from tests.rules.precedence.lists import open_words, ordered, places, rows_of, words

CORPS = """
    id,class,taken_up_at
    a,1,2001
    b,1,2002
    c,1,2003
    d,2,2001
    e,2,2001
    """


def before(guest: str, neighbour: str) -> Move:
    """A move directly before somebody."""
    return Move(guest, "decided", neighbour=neighbour)


def after(guest: str, neighbour: str) -> Move:
    """A move directly after somebody."""
    return Move(guest, "decided", neighbour=neighbour, side=Side.AFTER)


def to_place(guest: str, place: int) -> Move:
    """A move to a place."""
    return Move(guest, "decided", place=place)


CASES = {
    "before": ([before("c", "a")], "1 c, 2 a, 3 b, 4 d = e"),
    "after": ([after("a", "c")], "1 b, 2 c, 3 a, 4 d = e"),
    "to a place": ([to_place("c", 2)], "1 a, 2 c, 3 b, 4 d = e"),
    "to the first place": ([to_place("e", 1)], "1 e, 2 a, 3 b, 4 c, 5 d"),
    "to a place beyond the list": ([to_place("a", 99)], "1 b, 2 c, 3 d = e, 5 a"),
    "before one of a tie is before both": ([before("a", "e")], "1 b, 2 c, 3 a, 4 d = e"),
    "after one of a tie is after both": ([after("a", "d")], "1 b, 2 c, 3 d = e, 5 a"),
    "out of a tie": ([before("e", "d")], "1 a, 2 b, 3 c, 4 e, 5 d"),
    "two before the same keep their order": ([before("c", "a"), before("b", "a")], "1 b, 2 c, 3 a, 4 d = e"),
    "two after the same keep their order": ([after("b", "d"), after("a", "d")], "1 c, 2 d = e, 4 a, 5 b"),
    "beside somebody who is moved too": ([before("b", "c"), to_place("c", 1)], "1 b, 2 c, 3 a, 4 d = e"),
    "the last move of a guest counts": ([before("c", "a"), before("c", "b")], "1 a, 2 c, 3 b, 4 d = e"),
}


@pytest.mark.cases
@pytest.mark.parametrize(("moves", "expected"), CASES.values(), ids=CASES)
def test_moves_are_carried_out(moves: list[Move], expected: str) -> None:
    """Each guest stands where the office wants, the others as the rules say."""
    assert places(ordered("diplomatic-corps", CORPS, moves=moves)) == expected


def test_order_of_the_moves_does_not_matter() -> None:
    """The same decisions give the same order, whichever was written down first."""
    moves = [before("c", "a"), before("b", "a"), after("d", "a")]
    forward = ordered("diplomatic-corps", CORPS, moves=moves)
    backward = ordered("diplomatic-corps", CORPS, moves=moves[::-1])

    assert places(forward) == places(backward) == "1 b, 2 c, 3 a, 4 d, 5 e"


def test_move_is_kept_when_a_guest_is_added() -> None:
    """Computing again with another guest leaves the moved one where the office put him."""
    order_ = ordered("diplomatic-corps", CORPS + "f,1,2000\n", moves=[before("c", "a")])

    assert places(order_) == "1 f, 2 c, 3 a, 4 b, 5 d = e"


def test_reason_of_a_move_is_shown_at_the_moved_guest() -> None:
    """The chain says where to, why and by whom."""
    move = Move("c", "speaks first", neighbour="a", by="N. Ionescu")
    order_ = ordered("diplomatic-corps", CORPS, moves=[move])

    assert "Moved before a by N. Ionescu: speaks first" in words(order_, "c")
    assert "Moved" not in words(order_, "a")


def test_move_of_a_guest_without_rank_rests_on_the_right_of_the_inviter() -> None:
    """Persons who are not in the table may be placed among the authorities (R36)."""
    order_ = ordered("diplomatic-corps", CORPS + "h,,\n", moves=[before("h", "b")])
    chain = next(ranked for ranked in order_ if ranked.guest == "h").reasons

    assert places(order_) == "1 a, 2 h, 3 b, 4 c, 5 d = e"
    assert chain[-1].rule == "R36"


def test_move_naming_an_absent_guest_is_reported() -> None:
    """A move of somebody who is not on the list is not lost."""
    order_ = ordered("diplomatic-corps", CORPS, moves=[before("z", "a")])

    assert places(order_) == "1 a, 2 b, 3 c, 4 d = e"
    assert order_.notes[0].is_open
    assert "names z" in order_.notes[0].words()


def test_move_beside_an_absent_guest_is_told_to_the_moved_one() -> None:
    """The guest stays where the rules say, and the chain says why."""
    order_ = ordered("diplomatic-corps", CORPS, moves=[before("c", "z")])

    assert places(order_) == "1 a, 2 b, 3 c, 4 d = e"
    assert "z, who has no place on the list" in open_words(order_, "c")


def test_moves_in_a_circle_are_told() -> None:
    """Two guests who wait for each other are placed by the rules."""
    order_ = ordered("diplomatic-corps", CORPS, moves=[before("a", "b"), before("b", "a")])

    assert places(order_) == "1 a, 2 b, 3 c, 4 d = e"
    assert "depends on this one" in open_words(order_, "a")
    assert "depends on this one" in open_words(order_, "b")


def test_group_is_moved_as_one() -> None:
    """A group that is named moves with all its members (R36)."""
    text = "id,class,taken_up_at,group\na,1,2001,\nb,1,2002,\ns,,,Survivors\nt,,,Survivors"
    order_ = ordered("diplomatic-corps", text, moves=[before("Survivors", "b")])

    assert places(order_) == "1 a, 2 s = t, 4 b"


def test_partner_follows_a_moved_guest() -> None:
    """Who shares the rank of a moved guest goes along (R31)."""
    text = "id,class,taken_up_at,spouse_of\na,1,2001,\nb,1,2002,\nc,1,2003,\ns,,,c"
    order_ = ordered("diplomatic-corps", text, moves=[before("c", "a")])

    assert places(order_) == "1 c, 2 s, 3 a, 4 b"
    assert "Follows c" in words(order_, "s")


def test_designate_gets_a_place_by_hand() -> None:
    """The office may place somebody who holds no place by the rules (R8)."""
    text = "id,title,taken_up_at\na,Ambassador,2001\nd,Ambassador-designate,"

    assert places(ordered("diplomatic-corps", text, moves=[after("d", "a")])) == "1 a, 2 d"


def test_columns_of_the_list_say_moves_too() -> None:
    """A list may carry its own moves."""
    order_ = ordered("diplomatic-corps", "id,class,move_before,move_reason\na,1,,\nb,2,a,speaks first")

    assert places(order_) == "1 b, 2 a"


def test_place_in_the_middle_of_undecidable_guests() -> None:
    """A place given by hand is certain even among guests who are not."""
    rows = rows_of("id,class,taken_up_at\na,1,2020\nb,1,2020-03\nc,1,2021")
    computed: Order = order(rows.guests, profile=loader.profile("diplomatic-corps"), moves=[after("c", "a")])

    assert places(computed) == "1 a = b, 3 c"
