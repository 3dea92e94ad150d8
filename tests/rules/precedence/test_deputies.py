"""Those who stand in for others: R27 to R30."""

import pytest

from tests.rules.precedence.lists import open_words, ordered, places, ranks, rules

# profile, list, ranks in order
CASES = {
    "R27 Spain: a deputy keeps the own rank": (
        "spain-madrid",
        """
        id,title,represents
        a,Secretary of State for Justice,Minister of Justice
        b,Ombudsman,
        """,
        "21 b, 22 a",
    ),
    "R27 Spain: except expressly for the King": (
        "spain-madrid",
        """
        id,title,represents
        a,Minister of Justice,King
        b,President of the Government,
        """,
        "1 a, 5 b",
    ),
    "R27 Spain: except expressly for the head of Government": (
        "spain-madrid",
        """
        id,title,represents
        a,Director-General,Presidente del Gobierno
        b,Minister of Justice,
        """,
        "5 a, 11 b",
    ),
    "R28 France: rank is not delegated": (
        "france-departments",
        """
        id,title,represents
        a,Deputy mayor,President of the regional council
        a2,Historian,Senator
        b,Mayor of the commune,
        """,
        "5 a, 7 b, a2",
    ),
    "R28 France: except the representative of the President": (
        "france-paris",
        """
        id,title,represents
        a,Senator,President of the Republic
        b,Prime Minister,
        """,
        "1 a, 2 b",
    ),
    "R28 France: an interim holder holds the rank": (
        "france-departments",
        """
        id,title,represents,represents_as
        a,Sous-préfet,Préfet,interim
        b,Senator,,
        """,
        "1 a, 3 b",
    ),
    "R28 France: a statutory substitute holds the rank": (
        "france-departments",
        """
        id,title,represents,represents_as
        a,Historian,President of the departmental council,statutory
        b,Senator,,
        """,
        "3 b, 6 a",
    ),
    "R28 France: a prefect by a prefectoral colleague": (
        "france-departments",
        """
        id,title,represents
        a,Sous-préfète,Préfet
        b,Senator,
        """,
        "1 a, 3 b",
    ),
    "R28 France: a parliamentary substitute has no place": (
        "france-departments",
        """
        id,title,represents,represents_as
        a,Suppléant du député,,
        b,Lawyer,Député,parliamentary-substitute
        c,Senator,,
        """,
        "3 c, a, b",
    ),
    "R29 Australia: who acts takes the rank": (
        "australia",
        """
        id,title,represents
        a,Minister,Prime Minister
        b,Chief Justice of Australia,
        """,
        "3 a, 6 b",
    ),
    "R29 Australia: after those present in own right": (
        "australia",
        """
        id,state,title,basis,represents,appointed,territory
        a,AU,Governor,acting,,2001-01-01,Victoria
        b,AU,Governor,,,2020-01-01,Queensland
        c,AU,Minister,,Governor of Tasmania,1999-01-01,Tasmania
        """,
        "2b b, 2b a, 2b c",
    ),
    "R30 Portugal: not without a law": (
        "portugal",
        """
        id,title,represents,represents_as
        a,Secretary of State,Minister,
        b,Ombudsman,,
        """,
        "12 b, 20 a",
    ),
    "R30 Portugal: where a law allows it": (
        "portugal",
        """
        id,title,represents,represents_as
        a,Secretary of State,Minister,by-law
        b,Ombudsman,,
        """,
        "7 a, 12 b",
    ),
    "R30 Geneva: whoever acts comes last": (
        "un-geneva",
        """
        id,title,represents
        a,Counsellor,Permanent Representative
        b,Acting Permanent Representative,
        """,
        "3 b, 4 a",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize(("profile", "text", "expected"), CASES.values(), ids=CASES)
def test_stand_ins_are_placed(profile: str, text: str, expected: str) -> None:
    """Who stands in for somebody is placed as the state of the table has it."""
    places_of = ranks(ordered(profile, text, places=("Brisbane",)))

    assert places_of == expected


RULES = {"spain-madrid": "R27", "france-paris": "R28", "australia": "R29", "portugal": "R30"}


@pytest.mark.parametrize(("profile", "rule"), RULES.items())
def test_chain_of_a_stand_in_cites_the_rule_of_the_state(profile: str, rule: str) -> None:
    """Deputies differ by state, and so does the number that is cited (R27-R30)."""
    assert rule in rules(ordered(profile, "id,title,represents\na,Historian,Prime Minister"), "a")


def test_unknown_rule_on_deputies_is_an_open_question() -> None:
    """Where no rule was read the own rank is kept and the question stays open (R27)."""
    order = ordered("canada", "id,title,represents\na,Privy Counsellor,Prime Minister\nb,Prime Minister,")

    assert ranks(order) == "2 b, 10 a"
    assert "no rule of this profile" in open_words(order, "a")


def test_own_rank_counts_where_it_is_the_higher() -> None:
    """Standing in never lowers anybody (R25)."""
    order = ordered("australia", "id,title,represents\na,Prime Minister,Chief Justice of Australia")

    assert ranks(order) == "3 a"


def test_stand_in_for_a_guest_of_the_list_takes_the_office_of_that_guest() -> None:
    """The office may be named by the id of its holder (R29)."""
    text = """
        id,title,represents
        a,Historian,b
        b,Prime Minister,
        c,Chief Justice of Australia,
        """

    assert places(ordered("australia", text)) == "1 b, 2 a, 3 c"


def test_stand_in_for_nobody_of_the_table_is_an_open_question() -> None:
    """The table cannot say where a representative of somebody unknown stands (R27)."""
    order = ordered("spain-madrid", "id,title,represents\na,Historian,President of the chess club\nb,Rector,")

    assert places(order) == "1 b, 2 a"
    assert "which no row of the table takes" in open_words(order, "a")


def test_acting_holder_is_a_question_where_no_rule_is_read() -> None:
    """Whether an acting holder has the rank is not guessed (R27)."""
    order = ordered("spain-madrid", "id,title,basis\na,Ombudsman,acting\nb,Rector,")

    assert ranks(order) == "21 a, 39 b"
    assert "Acts as holder" in open_words(order, "a")
