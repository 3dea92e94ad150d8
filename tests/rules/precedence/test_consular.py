"""Consular posts: R15 and R16."""

import pytest

from tests.rules.precedence.lists import open_words, ordered, places, ranks, rules

CASES = {
    "R15 class before date": (
        """
        id,title,exequatur
        a,Vice-Consul,2001
        b,Consul,2010
        c,Consul General,2024
        d,Consular Agent,1999
        """,
        "1 c, 2 b, 3 a, 4 d",
    ),
    "R15 date of exequatur": (
        """
        id,title,exequatur
        a,Consul General,2021-02-01
        b,Consul General,2020-02-01
        """,
        "1 b, 2 a",
    ),
    "R15 earlier provisional admission counts": (
        """
        id,title,exequatur,provisional_admission
        a,Consul,2022-02-01,2019-05-01
        b,Consul,2020-02-01,
        """,
        "1 a, 2 b",
    ),
    "R15 admitted provisionally and no exequatur yet": (
        """
        id,title,exequatur,provisional_admission
        a,Consul,,2019-05-01
        b,Consul,2020-02-01,
        """,
        "1 a, 2 b",
    ),
    "R15 a later provisional admission changes nothing": (
        """
        id,title,exequatur,provisional_admission
        a,Consul,2020-06-01,2021-05-01
        b,Consul,2021-02-01,
        """,
        "1 a, 2 b",
    ),
    "R15 same date: the commission": (
        """
        id,title,exequatur,commission
        a,Consul,2020-02-01,2019-12-10
        b,Consul,2020-02-01,2019-12-01
        """,
        "1 b, 2 a",
    ),
    "R15 honorary after career inside each class": (
        """
        id,title,exequatur,basis
        a,Honorary Consul General,2001,
        b,Consul General,2020,
        c,Consul,2002,honorary
        d,Consul,2021,
        """,
        "1 b, 2 a, 3 d, 4 c",
    ),
    "R15 acting heads after all heads, by the day of taking over": (
        """
        id,title,basis,taking_charge,exequatur
        a,Consul General,acting,2023-02-01,
        b,Vice-Consul,acting,2023-01-01,
        c,Honorary Vice-Consul,,,2024-01-01
        """,
        "1 c, 2 b, 3 a",
    ),
    "R15 heads before consuls who are not heads": (
        """
        id,title,head_of_post,exequatur
        a,Consul General,no,
        b,Honorary Vice-Consul,,2024
        c,Deputy Consul General,,
        """,
        "1 b, 2 a = c",
    ),
    "R16 order inside a post as notified": (
        """
        id,title,body,number
        a,Deputy Consul,Consulate of Ruritania,2
        b,consular-officer,Consulate of Ruritania,1
        """,
        "1 b, 2 a",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_consuls_are_ordered(text: str, expected: str) -> None:
    """Heads and officers of posts stand as the convention of each case says."""
    assert places(ordered("consular-corps", text)) == expected


def test_consuls_of_two_posts_are_not_ordered_among_themselves() -> None:
    """What one post notifies says nothing about another, and the chain says so (R16)."""
    order = ordered(
        "consular-corps",
        """
        id,class,body,number
        a,consular-officer,Consulate of Ruritania,1
        b,consular-officer,Consulate of Strelsau,1
        """,
    )

    assert places(order) == "1 a = b"
    assert "notifies its order" in open_words(order, "a")


def test_consuls_appear_last_in_a_spanish_region() -> None:
    """Consular representatives have rank 48 in a region, career before honorary (R15, R17)."""
    order = ordered(
        "spain-region",
        """
        id,state,title,exequatur
        a,FR,Honorary Consul,2001
        b,IT,Consul,2020
        c,ES,Deputy mayor of the place,
        """,
    )

    assert ranks(order) == "46 c, 48 b, 48 a"


def test_provisional_admission_is_explained() -> None:
    """The chain cites the rule for the earlier date (R15)."""
    order = ordered("consular-corps", "id,title,exequatur,provisional_admission\na,Consul,2020,2019")

    assert rules(order, "a") == {"R15"}
