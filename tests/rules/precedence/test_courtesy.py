"""Courtesy and the part in the act: R32 to R36."""

import pytest

from chancery.rules.precedence import GroupPlace, House, Side
from tests.rules.precedence.lists import open_words, ordered, places, ranks, rules, words

NEARNESS = {
    "R32 foreign guest before a national of equal rank": (
        "id,state,title,accredited_to\na,ES,Ombudsman,\nb,FR,Ombudsman,",
        "1 b, 2 a",
    ),
    "R32 compatriot abroad before a compatriot at home": (
        "id,state,title,accredited_to\na,ES,Director-General,\nb,ES,Director-General,FR",
        "1 b, 2 a",
    ),
    "R32 never before a higher rank": (
        "id,state,title,accredited_to\na,ES,Minister,\nb,FR,Ombudsman,",
        "1 a, 2 b",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize(("text", "expected"), NEARNESS.values(), ids=NEARNESS)
def test_equal_ranks_stand_by_nearness(text: str, expected: str) -> None:
    """Of equal rank the guest from farther away goes first."""
    assert places(ordered("spain-madrid", text)) == expected


CORPS = """
    id,state,title,class,taken_up_at
    president,RO,President of Romania,,2014
    senate,RO,President of the Senate,,2021
    minister,RO,Minister of Foreign Affairs,,2021
    ambassador,FR,Ambassador,,2020
    envoy,IT,Envoy,,2020
    """
HOUSES = {
    "R33 no house": (House.NONE, "1 ambassador, 2 envoy, 3 president = senate = minister"),
    "R33 mission": (House.MISSION, "1 president, 2 senate, 3 minister, 4 ambassador, 5 envoy"),
    "R33 head of government": (
        House.HEAD_OF_GOVERNMENT,
        "1 ambassador, 2 senate, 3 envoy, 4 president = minister",
    ),
    "R33 private house": (House.PRIVATE, "1 ambassador, 2 minister, 3 envoy, 4 president = senate"),
}


@pytest.mark.cases
@pytest.mark.parametrize(("house", "expected"), HOUSES.values(), ids=HOUSES)
def test_house_moves_offices_of_the_host_state(house: House, expected: str) -> None:
    """In whose house the act is held decides between ambassadors and the host state."""
    assert places(ordered("diplomatic-corps", CORPS, host_state="RO", house=house)) == expected


TABLE = """
    id,state,title,taken_up_at
    senate,CA,Speaker of the Senate,
    commons,CA,Speaker of the House of Commons,
    foreign,CA,Minister of Foreign Affairs,2021
    finance,CA,Minister of Finance,2019
    ambassador,FR,Ambassador,2020
    """
TABLE_HOUSES = {
    "R33 mission: the foreign minister alone moves up": (
        House.MISSION,
        "4 senate, 5 commons, 7 foreign, 6 ambassador, 7 finance",
    ),
    "R33 head of government: speakers move behind, in their order": (
        House.HEAD_OF_GOVERNMENT,
        "6 ambassador, 4 senate, 5 commons, 7 finance, 7 foreign",
    ),
    "R33 private house: the foreign minister directly after ambassadors": (
        House.PRIVATE,
        "4 senate, 5 commons, 6 ambassador, 7 foreign, 7 finance",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize(("house", "expected"), TABLE_HOUSES.values(), ids=TABLE_HOUSES)
def test_house_moves_offices_against_a_table(house: House, expected: str) -> None:
    """The rule of the house holds against the table of the state."""
    order = ordered("canada", TABLE, house=house)

    assert ranks(order) == expected


def test_house_leaves_foreign_ministers_of_other_states_alone() -> None:
    """The rule is about the host state only (R33)."""
    text = "id,state,title\na,FR,Minister of Foreign Affairs\nb,DE,Ambassador"

    assert places(ordered("diplomatic-corps", text, host_state="RO", house=House.MISSION)) == "1 b, 2 a"


PART = """
    id,class,taken_up_at,host,presides,guest_of_honour
    host,1,2022,{host},,
    first,1,2019,,,
    second,1,2020,,,
    president,,,,{presides},
    """
PARTS = {
    "R35 the host presides": ("yes", "", "1 host, 2 first, 3 second, 4 president"),
    "R35 given up freely: third": ("freely", "yes", "1 president, 2 first, 3 host, 4 second"),
    "R35 given up by force: second": ("forced", "yes", "1 president, 2 host, 3 first, 4 second"),
    "R35 given up to the highest": ("freely", "", "1 first, 2 second, 3 host, 4 president"),
}


@pytest.mark.cases
@pytest.mark.parametrize(("host", "presides", "expected"), PARTS.values(), ids=PARTS)
def test_host_stands_by_the_presidency(host: str, presides: str, expected: str) -> None:
    """The host is first, or beside the one who presides."""
    assert places(ordered("diplomatic-corps", PART.format(host=host, presides=presides))) == expected


def test_presidency_that_was_given_up_somehow_is_an_open_question() -> None:
    """Left or right of the president depends on how it was given up (R35)."""
    order = ordered("diplomatic-corps", PART.format(host="yes", presides="yes"))

    assert places(order) == "1 president, 2 host, 3 first, 4 second"
    assert "is not recorded" in open_words(order, "host")


def test_presidency_is_given_up_only_once() -> None:
    """A second president keeps the own rank and is told so (R35)."""
    order = ordered(
        "diplomatic-corps",
        """
        id,class,taken_up_at,host,presides
        host,1,2022,forced,
        a,1,2019,,yes
        b,1,2020,,yes
        """,
    )

    assert places(order) == "1 a, 2 host, 3 b"
    assert "only once" in open_words(order, "b")


INVITING = {
    "R35 inviting mayor directly after the prefect": ("yes", "1 prefect, 2 mayor, 3 deputy, 4 senator"),
    "R35 a mayor who does not invite": ("", "1 prefect, 2 deputy, 3 senator, 4 mayor"),
}


@pytest.mark.cases
@pytest.mark.parametrize(("host", "expected"), INVITING.values(), ids=INVITING)
def test_inviting_mayor_in_france(host: str, expected: str) -> None:
    """The table says seventh, the practice says second for the mayor who invites."""
    order = ordered(
        "france-departments",
        f"""
        id,title,host
        mayor,Maire de Lyon,{host}
        senator,Sénateur,
        deputy,Député,
        prefect,Préfet,
        """,
        places=("Lyon",),
    )

    assert places(order) == expected
    assert ("R35" in rules(order, "mayor")) is bool(host)


def test_guest_of_honour_has_the_place_beside_the_host() -> None:
    """Whoever ranks higher is told before (R65)."""
    order = ordered(
        "diplomatic-corps",
        """
        id,class,taken_up_at,host,guest_of_honour
        host,1,2022,yes,
        a,1,2019,,
        honoured,1,2024,,yes
        """,
    )

    assert places(order) == "1 host, 2 honoured, 3 a"
    assert "to be told before" in open_words(order, "a")


GROUPS = """
    id,name,class,group,title
    a,Ana,1,,
    e,Ema,2,,
    s1,Sofia,,Survivors,
    s2,Sorin,,Survivors,
    f,Florin,,Families,
    h,Horia,,,Historian
    """


def test_group_stands_after_the_ranks_until_the_inviter_decides() -> None:
    """A group is placed without a rank, before those of whom nothing is known (R36)."""
    order = ordered("diplomatic-corps", GROUPS)

    assert places(order) == "1 a, 2 e, 3 s1 = s2 = f, 6 h"
    assert "inviter has not said" in open_words(order, "s1")


def test_group_is_placed_among_authorities_by_the_inviter() -> None:
    """Members of the table keep their order among themselves (R36)."""
    wanted = (GroupPlace("Survivors", Side.BEFORE, "1"), GroupPlace("families", Side.AFTER, "1"))
    order = ordered("diplomatic-corps", GROUPS, group_places=wanted)

    assert places(order) == "1 s1 = s2, 3 a, 4 f, 5 e, 6 h"
    assert not open_words(order, "s1")


def test_group_beside_an_unknown_rank_is_said() -> None:
    """A rank that the table does not have cannot hold a group (R36)."""
    order = ordered("diplomatic-corps", GROUPS, group_places=(GroupPlace("Survivors", Side.AFTER, "99"),))

    assert "which the table does not have" in open_words(order, "s1")


def test_guest_without_a_row_is_last_and_never_dropped() -> None:
    """What no row takes stands after all ranks with the reason (R36)."""
    order = ordered("spain-madrid", "id,title\na,Poet laureate\nb,Rector\nc,")

    assert places(order) == "1 b, 2 a = c"
    assert "takes “Poet laureate”" in words(order, "a")
    assert "No office is recorded" in words(order, "c")


def test_who_presides_shares_no_place_by_the_rules() -> None:
    """A tie of dates says nothing where the part in the act gives the place (R35)."""
    text = "id,title,taken_up_at,presides\na,Ambassador,2020-05-01,yes\nb,Ambassador,2020-05-01,"
    order = ordered("diplomatic-corps", text)

    assert places(order) == "1 a, 2 b"
    assert "share the place" not in words(order, "a") + words(order, "b")
    assert "Ordered inside the rank by the date of taking up functions: 2020-05-01" in words(order, "a")
