"""Why one guest comes before another."""

import pytest

from chancery.rules.precedence import Move, NotOnTheList, compare
from tests.rules.precedence.lists import ordered

LIST = """
    id,name,state,title,class,taken_up_at,spouse_of
    a,Ana,FR,Ambassador,,2001-02-03,
    b,Bela,IT,Ambassador,,2005,
    c,Cem,DE,Ambassador,,2005-07-01,
    e,Ema,TR,Envoy,,1999,
    s,Sara,FR,,,,a
    h,Hans,DE,Historian,,,
    d,Dora,GB,Ambassador-designate,,,
    u,Uli,AT,Ambassador,,,
    """
# first, second, rule, words, whether it is open
CASES = {
    "R1 by rank": ("a", "e", "R1", "Ana comes before Ema: rank 1 against rank 2", False),
    "R1 the other way round": ("e", "a", "R1", "Ana comes before Ema: rank 1 against rank 2", False),
    "R2 by date": (
        "a",
        "b",
        "R2",
        "Ana comes before Bela: taking up functions on 2001-02-03 against 2005",
        False,
    ),
    "R2 undecidable": ("b", "c", "R2", "Whether Bela or Cem comes first is undecidable", True),
    "R2 date known of one only": ("u", "a", "R2", "is known of the first only", False),
    "R31 partner behind": ("a", "s", "R31", "Sara takes the rank of a partner", False),
    "R36 without rank": (
        "a",
        "h",
        "R36",
        "Ana has a rank of the table, Hans has no rank of the table",
        False,
    ),
    "R8 without place": ("d", "a", "R8", "Dora holds no place", False),
}


@pytest.mark.cases
@pytest.mark.parametrize(("first", "second", "rule", "words", "is_open"), CASES.values(), ids=CASES)
def test_two_guests_are_compared(first: str, second: str, rule: str, words: str, is_open: bool) -> None:
    """The deciding difference is named, with its rule."""
    reason = compare(ordered("diplomatic-corps", LIST), first, second)

    assert words in reason.words()
    assert (reason.rule, reason.is_open) == (rule, is_open)


def test_tie_is_called_one() -> None:
    """Two guests whom nothing sets apart share a place (R2)."""
    order = ordered("diplomatic-corps", "id,class,taken_up_at\na,1,2001-01-01\nb,1,2001-01-01")

    assert "share a place" in compare(order, "a", "b").words()


def test_offices_that_no_rule_orders_are_called_so() -> None:
    """Two offices of one rank without an order (R17)."""
    order = ordered("united-nations", "id,title\na,Deputy Foreign Minister\nb,Permanent Representative")

    assert compare(order, "a", "b").is_open
    assert "No rule orders" in compare(order, "a", "b").words()


def test_move_decides_before_any_rank() -> None:
    """A place given by hand is the reason, whatever the rules say."""
    move = Move("b", "speaks first", neighbour="a")
    order = ordered("diplomatic-corps", "id,class\na,1\nb,2", moves=[move])

    assert "speaks first" in compare(order, "a", "b").words()


def test_presidency_decides_before_any_rank() -> None:
    """The part in the act is the reason (R35)."""
    order = ordered("diplomatic-corps", "id,class,host\na,1,\nb,2,yes")

    assert compare(order, "a", "b").rule == "R35"


def test_unknown_guest_is_an_error() -> None:
    """Who is not on the list cannot be compared."""
    with pytest.raises(NotOnTheList):
        compare(ordered("diplomatic-corps", "id,class\na,1"), "a", "z")


PERSONS = {
    "R23": ("spain-madrid", "id,title,territory\na,Captain General,Madrid\nb,Captain General,Ceuta"),
    "R32": ("spain-madrid", "id,state,title\na,FR,Ombudsman\nb,ES,Ombudsman"),
    "R29": ("australia", "id,title,represents\na,Prime Minister,\nb,Minister,Prime Minister"),
    "R31": ("diplomatic-corps", "id,class,basis\na,1,\nb,1,on leave"),
    "R26": ("spain-madrid", "id,title,number\na,Minister,1\nb,Minister,2"),
}


@pytest.mark.cases
@pytest.mark.parametrize(("rule", "case"), PERSONS.items())
def test_personal_difference_is_named(rule: str, case: tuple[str, str]) -> None:
    """What sets two holders of one rank apart carries the number of its rule."""
    profile, text = case
    reason = compare(ordered(profile, text), "b", "a")

    assert reason.rule == rule
    assert "%(" not in reason.words()
