"""Tables of precedence: scope, kind of act, local and former offices: R17 to R26."""

from dataclasses import replace
from datetime import date

import pytest

from chancery.precedence import loader
from chancery.rules.precedence import Act, Move, Organiser, Profile, Side
from chancery.rules.precedence.settings import Former, Setting
from tests.rules.precedence.lists import open_words, ordered, places, ranks, reasons, rules, words

# profile, places of the act, list, ranks in order
CASES = {
    "R17 Madrid: ministers before the president of a region": (
        "spain-madrid",
        (),
        """
        id,class,territory
        a,regional-president,Madrid
        b,minister,
        """,
        "11 b, 14 a",
    ),
    "R17 region: its president before ministers": (
        "spain-region",
        ("Sevilla", "Andalucía"),
        """
        id,class,territory
        a,regional-president,Andalucía
        b,minister,
        c,regional-president,Galicia
        """,
        "11 a, 12 b, 15 c",
    ),
    "R17 region: its mayor jumps to 19": (
        "spain-region",
        ("Sevilla", "Andalucía"),
        """
        id,title
        a,Alcalde de Sevilla
        b,Defensor del Pueblo
        c,Alcalde de Cádiz
        """,
        "19 a, 24 b, c",
    ),
    "R17 France: the mayor of the place in the departments": (
        "france-departments",
        ("Lyon",),
        """
        id,title
        a,Maire de Lyon
        b,Sénatrice
        c,Maire de Paris
        d,Préfète
        """,
        "1 d, 3 b, 7 a, c",
    ),
    "R20 Germany: five offices and nothing else": (
        "germany",
        (),
        """
        id,title
        a,Bundesminister
        b,Bundeskanzler
        c,Bundespräsidentin
        d,Präsident des Bundesverfassungsgerichts
        e,Bundestagspräsidentin
        f,Bundesratspräsident
        """,
        "1 c, 2 e, 3 b, 4 f, 5 d, a",
    ),
    "R21 Spain: ambassadors after ministers": (
        "spain-madrid",
        (),
        "id,state,title\na,FR,Ambassador\nb,ES,Minister",
        "11 b, 12 a",
    ),
    "R21 United Kingdom: after the Lord Privy Seal": (
        "united-kingdom",
        (),
        "id,state,title\na,FR,Ambassador\nb,GB,Lord Privy Seal",
        "16 b, 17 a",
    ),
    "R21 United States: after the Secretary of State and the Secretary-General": (
        "united-states",
        (),
        """
        id,state,title
        a,FR,Ambassador
        b,US,Secretary of State
        c,,Secretary-General of the United Nations
        """,
        "8 b, 9 c, 10 a",
    ),
    "R21 Canada: before the cabinet": (
        "canada",
        (),
        "id,state,title\na,FR,Ambassador\nb,CA,Minister of Finance",
        "6 a, 7 b",
    ),
    "R21 India: before governors and chief ministers outside their states": (
        "india",
        ("Kerala",),
        """
        id,state,title
        a,IN,Chief Minister of Punjab
        b,IN,Governor of Punjab
        c,FR,Ambassador
        """,
        "8 c, 8 b, 8 a",
    ),
    "R21 Australia: 7a": (
        "australia",
        (),
        "id,state,title\na,FR,Ambassador\nb,AU,Chief Justice of Australia",
        "6 b, 7a a",
    ),
    "R21 Switzerland: nuncio, then ambassadors, after the clergy": (
        "switzerland",
        (),
        """
        id,state,title,taken_up_at
        a,FR,Ambassador,2001
        b,VA,Nuncio,2024
        c,CH,Chief rabbi,
        """,
        "10 c, 11 b, 11 a",
    ),
    "R22 US governor in the own state": (
        "united-states",
        ("Austin", "Texas"),
        """
        id,state,title
        a,US,Governor of Texas
        b,US,Chief Justice
        c,US,Governor of Ohio
        d,US,Governor of Delaware
        """,
        "3 a, 5 b, 19 d, 19 c",
    ),
    "R22 Indian governor and chief minister in and outside the own state": (
        "india",
        ("Mumbai", "Maharashtra"),
        """
        id,title,territory
        a,Governor,Maharashtra
        b,Governor,Kerala
        c,Chief Minister,Maharashtra
        d,Chief Minister,Kerala
        e,Former President,
        """,
        "4 a, 5 e, 7 c, 8 b, 8 d",
    ),
    "R22 Australian premier in the own state": (
        "australia",
        ("New South Wales",),
        """
        id,title
        a,Premier of New South Wales
        b,Premier of Victoria
        c,Prime Minister
        """,
        "3 c, 4 a, b",
    ),
    "R24 Spain: former heads of government at 13": (
        "spain-madrid",
        (),
        "id,title\na,Ex Presidente del Gobierno\nb,Alcaldesa de Madrid",
        "13 a, 16 b",
    ),
    "R24 United States: former presidents and their widows by seniority": (
        "united-states",
        (),
        """
        id,title,widow_of,taken_up_at
        a,Former President,,2009-01-20
        b,Former President,,1993-01-20
        c,Widow of a former president,,1989-01-20
        """,
        "6 c, 6 b, 6 a",
    ),
    "R25 the highest office that applies": (
        "france-paris",
        (),
        """
        id,title,taken_up_at
        a,President of the Constitutional Council,2016
        a,Former Prime Minister,1984
        b,Former Prime Minister,1991
        """,
        "7 a, 7 b",
    ),
    "R26 Canada: ministers by date of appointment, secretaries of state after them": (
        "canada",
        (),
        """
        id,title,appointed
        a,Minister of Finance,2021-10-26
        b,Minister of Justice,2019-11-20
        c,Secretary of State,2001-01-01
        """,
        "7 b, 7 a, 7 c",
    ),
    "R26 Spain: the fixed order of ministries": (
        "spain-madrid",
        (),
        """
        id,title
        a,Minister of Culture
        b,Ministro de Justicia
        c,Minister of Foreign Affairs
        d,Ministra de Defensa
        """,
        "11 c, 11 b, 11 d, 11 a",
    ),
    "R26 France: the order fixed by the head of state": (
        "france-paris",
        (),
        """
        id,title,number
        a,Ministre de la Culture,3
        b,Ministre de l'Intérieur,1
        c,Ministre de la Justice,2
        """,
        "6 b, 6 c, 6 a",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize(("profile", "where", "text", "expected"), CASES.values(), ids=CASES)
def test_table_ranks_offices(profile: str, where: tuple[str, ...], text: str, expected: str) -> None:
    """Each office stands at the rank that the table of the place gives it."""
    assert ranks(ordered(profile, text, places=where)) == expected


def test_table_says_that_the_act_is_elsewhere() -> None:
    """A list for acts in Madrid is no list for acts in Barcelona (R17)."""
    order = ordered("spain-madrid", "id,title\na,Minister", places=("Barcelona",))

    assert [(note.rule, note.is_open) for note in order.notes] == [("R17", True)]


def test_table_of_another_state_is_named() -> None:
    """The table of one state is not that of the host state (R17)."""
    order = ordered("spain-madrid", "id,title\na,Minister", host_state="FR")

    assert "choose the table of the host state" in order.notes[0].words()


def test_special_act_is_ordered_by_its_organiser() -> None:
    """A special act puts the customs of the organiser first (R18)."""
    order = ordered("spain-madrid", "id,title\na,Minister", act=Act.SPECIAL)

    assert [note.rule for note in order.notes] == ["R18"]
    assert not ordered("spain-madrid", "id,title\na,Minister").notes


def test_region_may_not_change_the_ranks_of_the_state() -> None:
    """A move of one authority of the State before another is carried out and called by its name (R19)."""
    text = "id,title\na,Minister of Justice\nb,Attorney General\nc,Mayor"
    up = Move("b", "custom of the house", neighbour="a")

    moved = ordered("spain-region", text, moves=[up], organiser=Organiser.TOWN)
    of_the_state = ordered("spain-region", text, moves=[up])
    local = ordered(
        "spain-region", text, moves=[Move("c", "own feast", neighbour="a")], organiser=Organiser.TOWN
    )

    assert places(moved) == "1 b, 2 a, 3 c"
    assert "R19" in rules(moved, "b")
    assert "R19" not in rules(of_the_state, "b")
    assert "R19" not in rules(local, "c")


def test_german_list_is_called_none() -> None:
    """The order of a table that does not exist is never silent about it (R20)."""
    notes = ordered("germany", "id,title\na,Bundeskanzlerin").notes

    assert [(note.rule, note.is_open) for note in notes] == [("R20", True)]


@pytest.mark.parametrize("profile", ["romania", "azerbaijan"])
def test_near_empty_profiles_say_what_they_lack(profile: str) -> None:
    """Where no table was found the office is told to ask the ministry (R20)."""
    order = ordered(profile, "id,title\na,Minister of Culture\nb,Ambassador")

    assert places(order) == "1 b, 2 a"
    assert rules(order, "b") >= {"R21"}
    assert order.notes[0].is_open


@pytest.mark.parametrize("profile", ["france-paris", "portugal"])
def test_ambassadors_stand_outside_of_some_tables(profile: str) -> None:
    """Foreign ambassadors are not in the lists of France and Portugal (R21)."""
    order = ordered(profile, "id,state,title\na,DE,Ambassador\nb,,Prime Minister")

    assert places(order) == "1 b, 2 a"
    assert [note.rule for note in order.notes] == ["R21"]


def test_unknown_place_is_said_and_not_guessed() -> None:
    """A governor whose state is not recorded stands where governors stand outside of it (R22)."""
    order = ordered("india", "id,title\na,Governor\nb,Former President")

    assert ranks(order) == "5 b, 8 a"
    assert "placed as outside of it" in open_words(order, "a")


def test_local_office_without_a_lower_rank_is_placed_and_said() -> None:
    """A mayor whose town is not recorded stands as mayor of the place, as an open question (R22)."""
    order = ordered("france-departments", "id,title\na,Mayor\nb,Senator")

    assert ranks(order) == "3 b, 7 a"
    assert "placed as inside of it" in open_words(order, "a")


LOCAL = {
    "R23 Spain: from the place first": (
        "spain-madrid",
        """
        id,title,territory
        a,Captain General,Sevilla
        b,Captain General,Madrid
        """,
        "1 b, 2 a",
    ),
    "R23 Spain: only where rank and order are the same": (
        "spain-madrid",
        """
        id,class,territory
        a,regional-president,Madrid
        b,regional-president,País Vasco
        """,
        "1 b, 2 a",
    ),
    "R23 France: elected of one rank by the first election": (
        "france-departments",
        """
        id,title,election
        a,Député,2017-06-18
        b,Députée,2012-06-17|2022-06-19
        """,
        "1 b, 2 a",
    ),
    "R23 India: by the date of entry into the article": (
        "india",
        """
        id,title,taken_up_at
        a,Speaker of the Lok Sabha,2024-06-26
        b,Chief Justice of India,2023-11-10
        """,
        "1 b, 2 a",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize(("profile", "text", "expected"), LOCAL.values(), ids=LOCAL)
def test_equal_ranks_are_parted(profile: str, text: str, expected: str) -> None:
    """Holders of one rank stand by the rule of their state."""
    assert places(ordered(profile, text)) == expected


def test_offices_of_one_rank_without_a_rule_share_a_place() -> None:
    """Two offices of one rank that the table does not order are one place, said as an open question."""
    order = ordered(
        "portugal",
        """
        id,title
        a,President of the Constitutional Court
        b,President of the Supreme Court of Justice
        """,
    )

    assert places(order) == "1 a = b"
    assert "does not order the holders of rank 4" in open_words(order, "a")


def test_deputy_foreign_ministers_and_representatives_are_not_ordered() -> None:
    """The order between the two was not read, so nothing is said between them (R40)."""
    order = ordered("united-nations", "id,title\na,Deputy Foreign Minister\nb,Permanent Representative")

    assert places(order) == "1 a = b"
    assert "in another office" in open_words(order, "b")


def test_former_holders_stand_by_seniority_of_taking_office() -> None:
    """Former presidents and prime ministers of France, each by the day of taking office (R24)."""
    order = ordered(
        "france-paris",
        """
        id,title,taken_up_at
        a,Former President of the Republic,2012-05-15
        b,Ancien Président de la République,2007-05-16
        c,Ancien Premier ministre,1997-06-02
        d,Minister,2024
        """,
    )

    assert ranks(order) == "5 b, 5 a, 6 d, 7 c"


def test_former_office_above_the_present_one_is_a_question_where_no_rule_is_read() -> None:
    """Some states let the office held now count; a table that does not say is not guessed (R24)."""
    text = "id,title\na,Ex Presidente del Gobierno\na,Attorney General"

    assert ranks(ordered("spain-madrid", text)) == "13 a"
    assert "office held now" in open_words(ordered("spain-madrid", text), "a")


def with_current_office(key: str) -> Profile:
    """A shipped profile in which the office held now counts before a former one."""
    profile = loader.profile(key)
    return replace(profile, settings=replace(profile.settings, former=Setting(Former.CURRENT)))


def test_office_held_now_beats_the_former_one_where_the_profile_says_so() -> None:
    """The Brazilian rule, as a setting (R24)."""
    text = "id,title\na,Former President of the Republic\na,Senator\nb,Prime Minister"
    brazilian = with_current_office("france-paris")

    assert ranks(ordered("france-paris", text)) == "2 b, 5 a"
    assert ranks(ordered(brazilian, text)) == "2 b, 13 a"
    assert "R24" in rules(ordered(brazilian, text), "a")


def test_office_that_has_ended_is_a_former_one() -> None:
    """The order of a past day knows the offices of that day (R24, R25)."""
    text = """
        id,title,from,to,taken_up_at
        a,President of the Republic,2012-05-15,2017-05-14,2012-05-15
        b,President of the Republic,2017-05-14,,2017-05-14
        """

    assert ranks(ordered("france-paris", text, as_of=date(2015, 1, 1))) == "1 a, b"
    assert ranks(ordered("france-paris", text, as_of=date(2020, 1, 1))) == "1 b, 5 a"
    assert places(ordered("france-paris", text, as_of=date(2015, 1, 1))) == "1 a, - b"


def test_vague_end_of_an_office_is_an_open_question() -> None:
    """Whether an office was still held in the year of its end cannot be known (R25)."""
    order = ordered("france-paris", "id,title,to\na,Prime Minister,2017", as_of=date(2017, 6, 1))

    assert ranks(order) == "2 a"
    assert "is not decidable: it ended 2017" in open_words(order, "a")


def test_credentials_of_a_later_day_are_not_there_yet() -> None:
    """On the day before the credentials an ambassador is a designate (R8)."""
    text = "id,class,arrival,credentials\na,1,2024-01-10,2024-03-05"

    assert places(ordered("diplomatic-corps", text, as_of=date(2024, 3, 4))) == "- a"
    assert places(ordered("diplomatic-corps", text, as_of=date(2024, 3, 5))) == "1 a"


def test_several_offices_are_all_named() -> None:
    """The chain says which other office was left aside (R25)."""
    order = ordered("spain-madrid", "id,title\na,Rector\na,Senator for Madrid\na,Minister")

    assert "Rector (39)" in words(order, "a")
    assert "R25" in rules(order, "a")


def test_foreign_minister_is_no_national_one() -> None:
    """The table holds the offices of its own state; a foreign guest of equal rank goes first (R32)."""
    order = ordered("spain-madrid", "id,state,title\na,ES,Minister of Justice\nb,FR,Minister of Justice")

    assert places(order) == "1 b, 2 a"
    assert "R32" in {reason.rule for reason in reasons(order, "b")}


def test_move_keeps_its_side() -> None:
    """A move says on which side of its neighbour the guest is placed."""
    text = "id,title\na,Minister\nb,Ombudsman\nc,Rector"

    after = Move("c", "wish of the minister", neighbour="a", side=Side.AFTER)
    assert places(ordered("spain-madrid", text, moves=[after])) == "1 a, 2 c, 3 b"
