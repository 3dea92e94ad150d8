"""Several lists, heads of state, unions: R37 to R40."""

from dataclasses import replace
from datetime import date

import pytest

from chancery.precedence import loader
from chancery.rules.precedence.settings import HeadsOfState, Setting
from tests.rules.precedence.lists import open_words, ordered, places, ranks, rules

THREE = """
    id,class,taken_up_at,list
    a1,1,2001,authorities
    a2,1,2002,authorities
    a3,1,2003,authorities
    s1,2,2000,sponsors
    o1,,,organisers
    o2,1,2024,organisers
    """
COMBED = {
    "R37 usual turns": ((), "1 a1, 2 o2, 3 s1, 4 a2, 5 o1, 6 a3"),
    "R37 turns as asked for": (("organisers", "authorities"), "1 o2, 2 a1, 3 s1, 4 o1, 5 a2, 6 a3"),
}


@pytest.mark.cases
@pytest.mark.parametrize(("turns", "expected"), COMBED.values(), ids=COMBED)
def test_lists_take_turns(turns: tuple[str, ...], expected: str) -> None:
    """Sorted lists are merged in turn, each keeping its own order."""
    assert places(ordered("diplomatic-corps", THREE, lists=turns)) == expected


def test_one_list_is_not_combed() -> None:
    """A name of a list alone changes nothing (R37)."""
    order = ordered("diplomatic-corps", "id,class,list\na,2,x\nb,1,x")

    assert places(order) == "1 b, 2 a"
    assert "R37" not in rules(order, "a")


def test_tie_inside_a_list_stays_a_tie() -> None:
    """Guests who share a place of their list share it after combing (R37)."""
    order = ordered(
        "diplomatic-corps",
        """
        id,class,taken_up_at,list
        a,1,2001-01-01,x
        b,1,2001-01-01,x
        c,1,2024,y
        """,
    )

    assert places(order) == "1 a = b, 3 c"


HEADS = """
    id,title,accepted_at,taken_up_at
    a,Head of state,2025-01-20,2001
    b,Head of state,2025-01-10,2020
    c,Head of state,,1999
    """


def test_heads_of_state_stand_by_acceptance() -> None:
    """In the order in which they accepted; who is not known to have comes after (R38)."""
    order = ordered("united-nations", HEADS)

    assert places(order) == "1 b, 2 a, 3 c"
    assert "No date of acceptance" in open_words(order, "c")


def test_heads_of_state_stand_by_accession_where_the_practice_is_so() -> None:
    """The French guide counts the time in office (R38)."""
    assert places(ordered("france-paris", HEADS)) == "1 c, 2 a, 3 b"
    shipped = loader.profile("united-nations")
    by_accession = replace(shipped.settings, heads_of_state=Setting(HeadsOfState.ACCESSION))
    assert places(ordered(replace(shipped, settings=by_accession), HEADS)) == "1 c, 2 a, 3 b"


EUROPE = """
    id,state,title
    commission,,President of the European Commission
    denmark,DK,Prime Minister
    romania,RO,President of Romania
    france,FR,President of France
    poland,PL,Prime Minister
    council,,President of the European Council
    parliament,,President of the European Parliament
    bank,,President of the European Central Bank
    court,,President of the Court of Justice of the European Union
    """
PRESIDENCIES = {
    "R39 Polish presidency": (
        date(2025, 3, 1),
        "1 parliament, 2 council, 3 poland, 4 romania, 5 france, 6 denmark, 7 commission, 8 court, 9 bank",
    ),
    "R39 Danish presidency": (
        date(2025, 7, 1),
        "1 parliament, 2 council, 3 denmark, 4 romania, 5 france, 6 poland, 7 commission, 8 court, 9 bank",
    ),
    "R39 French presidency": (
        date(2022, 5, 9),
        "1 parliament, 2 council, 3 france, 4 romania, 5 poland, 6 denmark, 7 commission, 8 court, 9 bank",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize(("day", "expected"), PRESIDENCIES.values(), ids=PRESIDENCIES)
def test_european_council_stands_by_presidencies(day: date, expected: str) -> None:
    """The presidency first, then heads of state and of government in the order of presidencies."""
    assert places(ordered("european-union", EUROPE, on=day)) == expected


def test_presidency_without_a_day_is_an_open_question() -> None:
    """Whose turn it is depends on the day of the act (R39)."""
    order = ordered("european-union", "id,state,title\na,PL,Prime Minister\nb,DK,Prime Minister")

    assert ranks(order) == "3.3 a, 3.3 b"
    assert "no turn of the state" in open_words(order, "a")


def test_institutions_stand_in_their_order() -> None:
    """The seven institutions as bodies (R39)."""
    text = """
        id,title
        g,European Court of Auditors
        f,European Central Bank
        e,Court of Justice of the European Union
        d,European Commission
        c,Council of the European Union
        b,European Council
        a,European Parliament
        """

    assert places(ordered("european-union", text)) == "1 a, 2 b, 3 c, 4 d, 5 e, 6 f, 7 g"


DELEGATIONS = {
    "R40 heads of state to representatives": (
        """
        id,title
        g,Permanent Representative
        f,Leader of the delegation to the General Assembly
        e,Minister of Health
        d,Minister of Foreign Affairs
        c,Deputy Prime Minister
        b,Prime Minister
        a,Head of state
        """,
        "1 a, 2 b, 3 c, 4 d, 5 e, 6 f, 7 g",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize(("text", "expected"), DELEGATIONS.values(), ids=DELEGATIONS)
def test_delegations_to_the_united_nations(text: str, expected: str) -> None:
    """Members of delegations at Headquarters."""
    order = ordered("united-nations", text)

    assert places(order) == expected
    assert rules(order, "d") == {"R40"}
