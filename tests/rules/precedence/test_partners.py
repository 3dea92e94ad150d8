"""Spouses and widowed partners: R31."""

import pytest

from tests.rules.precedence.lists import open_words, ordered, places, ranks, rules, words

# profile, list, order
CASES = {
    "R31 the rank of the partner, directly behind": (
        "diplomatic-corps",
        """
        id,class,taken_up_at,spouse_of
        a,1,2001,
        b,1,2002,
        c,,,a
        """,
        "1 a, 2 c, 3 b",
    ),
    "R31 of two who share a place": (
        "diplomatic-corps",
        """
        id,class,taken_up_at,spouse_of
        a,1,2001-01-01,
        b,1,2001-01-01,
        c,,,a
        d,,,b
        """,
        "1 a = b, 3 c = d",
    ),
    "R31 an own office counts": (
        "united-states",
        """
        id,title,spouse_of
        a,President,
        b,Senator,a
        c,Chief Justice,
        """,
        "1 a, 2 c, 3 b",
    ),
    "R31 Australia: both take the higher": (
        "australia",
        """
        id,title,spouse_of
        a,Minister,b
        b,Chief Justice of Australia,
        c,Speaker of the House of Representatives,
        """,
        "1 c, 2 b, 3 a",
    ),
    "R31 Australia: either way round": (
        "australia",
        """
        id,title,spouse_of
        a,Chief Justice of Australia,b
        b,Minister,
        c,Speaker of the House of Representatives,
        """,
        "1 c, 2 a, 3 b",
    ),
    "R31 Australia: also who holds nothing": (
        "australia",
        """
        id,title,spouse_of
        a,Prime Minister,b
        b,Gardener,
        c,Chief Justice of Australia,
        """,
        "1 a, 2 b, 3 c",
    ),
    "R31 Switzerland: spouses share the rank": (
        "switzerland",
        """
        id,title,spouse_of
        a,Federal Councillor,
        b,,a
        c,Cardinal,
        """,
        "1 a, 2 b, 3 c",
    ),
    "R31 a widow keeps the rank": (
        "united-states",
        """
        id,title,widow_of
        a,,Former President
        b,Associate Justice,
        """,
        "1 a, 2 b",
    ),
    "R31 on leave yields to active service of equal rank": (
        "diplomatic-corps",
        """
        id,class,taken_up_at,basis
        a,1,2001,on leave
        b,1,2024,
        c,2,1999,
        """,
        "1 b, 2 a, 3 c",
    ),
    "R31 partners of each other": (
        "diplomatic-corps",
        """
        id,class,spouse_of
        a,1,b
        b,,a
        """,
        "1 a, 2 b",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize(("profile", "text", "expected"), CASES.values(), ids=CASES)
def test_partners_are_placed(profile: str, text: str, expected: str) -> None:
    """Partners stand as the practice of the table has it."""
    assert places(ordered(profile, text)) == expected


def test_partner_of_the_french_head_of_state_has_a_place_by_courtesy() -> None:
    """No rank is fixed; the place is given and called a courtesy (R31)."""
    order = ordered(
        "france-paris", "id,title,spouse_of\na,President of the Republic,\nb,,a\nc,Prime Minister,"
    )

    assert places(order) == "1 a, 2 b, 3 c"
    assert "courtesy" in open_words(order, "b")


def test_partner_takes_the_rank_text_too() -> None:
    """The rank of a partner is that of the one whose rank it is (R31)."""
    assert ranks(ordered("india", "id,title,spouse_of\na,Deputy Prime Minister,\nb,,a")) == "5A a, 5A b"


def test_partner_who_is_not_on_the_list_may_be_named_by_the_office() -> None:
    """A partner who stays away still gives the rank (R31)."""
    order = ordered("spain-madrid", "id,title,spouse_of\na,,Ombudsman\nb,Rector,")

    assert ranks(order) == "21 a, 39 b"


def test_partner_without_any_rank_is_an_open_question() -> None:
    """There is no rank to take from somebody who has none (R31)."""
    text = "id,title,spouse_of\na,Historian,\nb,,a\nc,,nobody"
    order = ordered("spain-madrid", text)

    assert places(order) == "1 a = b = c"
    assert "has no rank that could be taken" in open_words(order, "b")
    assert "not on the list" in open_words(order, "c")


def test_own_office_is_named_where_the_partner_ranks_higher() -> None:
    """The chain says why the higher rank of the partner was not taken (R57)."""
    order = ordered("united-states", "id,title,spouse_of\na,President,\nb,Senator,a")

    assert "R57" in rules(order, "b")
    assert "own office" in words(order, "b")
