"""Heads of mission and their staff among themselves: R1 to R14."""

from datetime import date

import pytest

from chancery.precedence import loader
from chancery.rules.precedence.charges import meeting_due, named_by
from chancery.rules.timing import WorkingDays
from tests.rules.precedence.lists import open_words, ordered, places, ranks, reasons, rules, words

CORPS = "diplomatic-corps"

# Each list in CSV, and the order of the diplomatic corps for it.
CASES = {
    "R1 class before date": (
        "id,class,taken_up_at\na,3,2001\nb,2,2010\nc,1,2024",
        "1 c, 2 b, 3 a",
    ),
    "R1 nuncio and high commissioner are ambassadors, internuncio and minister envoys": (
        """
            id,title,taken_up_at
            a,Envoy,2001
            b,Apostolic Nuncio,2024
            c,High Commissioner,2023
            d,Internuncio,2000
            e,Minister,2002
            """,
        "1 c, 2 b, 3 d, 4 a, 5 e",
    ),
    "R2 date inside a class": (
        """
        id,class,taken_up_at
        a,ambassador,2021-05-03
        b,ambassador,2019-02-01
        c,ambassador,2020-11-30
        """,
        "1 b, 2 c, 3 a",
    ),
    "R2 time of day": (
        "id,class,taken_up_at\na,1,2021-05-03T11:30\nb,1,2021-05-03T10:00\nc,1,2021-05-02",
        "1 c, 2 b, 3 a",
    ),
    "R2 a tie is one place and the next number is left out": (
        "id,class,taken_up_at\na,1,2021-05-03\nb,1,2021-05-03\nc,1,2022",
        "1 a = b, 3 c",
    ),
    "R2 the same minute is a tie that the arrival does not break": (
        """
        id,class,credentials,arrival
        a,1,2021-05-03T10:00,2021-02
        b,1,2021-05-03T10:00,2021-01
        """,
        "1 a = b",
    ),
    "R3 credentials count where nothing else is the practice": (
        """
        id,class,arrival,credentials
        a,1,2020-01-01,2020-06-01
        b,1,2020-02-01,2020-05-01
        """,
        "1 b, 2 a",
    ),
    "R4 one day of credentials: in the order of arrival": (
        """
        id,class,arrival,credentials
        a,1,2020-02-01,2020-06-01
        b,1,2020-01-01T08:00,2020-06-01
        """,
        "1 b, 2 a",
    ),
    "R5 the first of several letters counts": (
        "id,class,credentials\na,1,2018-06-01|2022-06-01\nb,1,2020-06-01",
        "1 a, 2 b",
    ),
    "R5 letters renewed in a row of their own": (
        "id,class,credentials\na,1,2022-06-01\na,1,2018-06-01\nb,1,2020-06-01",
        "1 a, 2 b",
    ),
    "R5 a change of class is a new place": (
        "id,class,credentials\na,envoy,2010-06-01\na,ambassador,2022-06-01\nb,1,2020-06-01",
        "1 b, 2 a",
    ),
    "R8 a designate holds no place": (
        """
        id,title,taken_up_at
        a,Ambassador-designate,
        b,High Commissioner (designate),
        c,Ambassador,2024
        """,
        "1 c, - a = b",
    ),
    "R8 by the basis": (
        "id,class,basis\na,ambassador,designate\nb,charge-ai,full",
        "1 b, - a",
    ),
    "R9 states are not compared": (
        """
        id,title,taken_up_at
        a,Ambassador of Tuvalu,2001
        b,Ambassador of the United States of America,2020
        """,
        "1 a, 2 b",
    ),
    "R9 a special envoy is not in the place of the resident": (
        """
        id,title,taken_up_at
        a,Special Envoy of the President,2001
        b,Chargé d'affaires a.i.,2020
        """,
        "1 b, 2 a",
    ),
    "R10 five classes": (
        """
            id,title,body,taken_up_at
            e,Chargé d'affaires a.i.,Legation of Ruritania,2001
            d,Chargé d'affaires a.i.,Embassy of Ruritania,2002
            c,Chargé d'affaires en pied,,2003
            b,Minister Plenipotentiary,,2004
            a,Ambassador,,2005
            """,
        "1 a, 2 b, 3 c, 4 d, 5 e",
    ),
    "R10 an embassy in the hands of a chargé, by the basis": (
        """
            id,title,basis,taking_charge
            a,Ambassador,chargé a.i.,2024-03-01
            b,Ambassador,acting,2024-02-01
            c,Acting High Commissioner,,2024-01-01
            d,Envoy,acting,2001
            e,Envoy,,
            """,
        "1 e, 2 c, 3 b, 4 a, 5 d",
    ),
    "R13 staff by class, then date": (
        """
            id,title,arrival
            a,Second Secretary,2001
            b,First Secretary,2020
            c,Counsellor,2021
            d,Deputy Head of Mission,2022
            e,Counsellor,2019
            f,Attaché,1999
            """,
        "1 d, 2 e, 3 c, 4 b, 5 a, 6 f",
    ),
    "R13 who is chargé comes before the staff": (
        'id,title\na,Counsellor\nb,"First Secretary, Chargé d\'affaires a.i."',
        "1 b, 2 a",
    ),
    "R13 inside a mission the notified order": (
        """
            id,title,body,number,arrival
            a,Counsellor,Embassy of Ruritania,2,2015
            b,Counsellor,Embassy of Ruritania,1,2020
            """,
        "1 b, 2 a",
    ),
    "R34 accredited elsewhere comes after all who are accredited here": (
        """
        id,title,accredited_to,taken_up_at
        a,Ambassador,BG,2001
        b,Chargé d'affaires a.i.,RO,2024
        c,Envoy,,2020
        """,
        "1 c, 2 b, 3 a",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_corps_is_ordered(text: str, expected: str) -> None:
    """Heads of mission and staff stand as the rule of each case says."""
    assert places(ordered(CORPS, text, host_state="RO")) == expected


BASES = {
    "R3 United Kingdom counts arrival": ("united-kingdom", "1 a, 2 b"),
    "R3 United States counts credentials": ("united-states", "1 b, 2 a"),
    "R3 Australia counts credentials": ("australia", "1 b, 2 a"),
}


@pytest.mark.cases
@pytest.mark.parametrize(("profile", "expected"), BASES.values(), ids=BASES)
def test_practice_of_the_host_state_picks_the_date(profile: str, expected: str) -> None:
    """The same two ambassadors change places with the practice of taking up functions."""
    text = """
        id,title,arrival,credentials
        a,Ambassador,2020-01-01,2020-06-01
        b,Ambassador,2020-02-01,2020-05-01
        """

    assert places(ordered(profile, text)) == expected


@pytest.mark.parametrize(("host", "expected"), [("GB", "1 a, 2 b"), ("US", "1 b, 2 a"), ("", "1 b, 2 a")])
def test_corps_knows_the_practice_of_some_host_states(host: str, expected: str) -> None:
    """The profile for all host states follows the practice it knows of the one that is named (R3)."""
    text = """
        id,title,arrival,credentials
        a,Ambassador,2020-01-01,2020-06-01
        b,Ambassador,2020-02-01,2020-05-01
        """

    assert places(ordered(CORPS, text, host_state=host)) == expected


def test_date_of_another_practice_is_not_mixed_in() -> None:
    """Who has only an arrival comes after those with credentials, and an open reason names both (R3)."""
    order = ordered(CORPS, "id,class,arrival,credentials\na,1,2001-01-01,\nb,1,,2024-01-01")

    assert places(order) == "1 b, 2 a"
    assert "arrival is recorded, but this practice counts the date of credentials" in open_words(order, "a")


HOLY_SEE = {
    "R6 France": ("FR", "1 b, 2 a"),
    "R6 Switzerland": ("CH", "1 b, 2 a"),
    "R6 Philippines": ("PH", "1 b, 2 a"),
    "R6 elsewhere a plain ambassador": ("AZ", "1 a, 2 b"),
    "R6 host state unknown": ("", "1 a, 2 b"),
}


@pytest.mark.cases
@pytest.mark.parametrize(("host", "expected"), HOLY_SEE.values(), ids=HOLY_SEE)
def test_nuncio_stands_by_the_practice_of_the_host_state(host: str, expected: str) -> None:
    """The nuncio comes first only where the host state keeps that practice."""
    text = "id,state,title,taken_up_at\na,DE,Ambassador,2001\nb,VA,Apostolic Nuncio,2024"

    assert places(ordered(CORPS, text, host_state=host)) == expected


def test_representative_of_the_holy_see_is_known_by_the_state() -> None:
    """An ambassador of the Holy See is its representative, whatever the list calls him (R6)."""
    order = ordered(CORPS, "id,state,class,taken_up_at\na,DE,1,2001\nb,Holy See,1,2024", host_state="FR")

    assert places(order) == "1 b, 2 a"
    assert "R6" in rules(order, "b")


DEANS = {
    "R7 longest-serving": ("id,class,taken_up_at\na,1,2001\nb,1,2024", "AZ", "a"),
    "R7 nuncio where R6 says so": ("id,title,taken_up_at\na,Ambassador,2001\nb,Nuncio,2024", "FR", "b"),
    "R7 nobody where the dates do not show one": ("id,class,taken_up_at\na,1,2001\nb,1,2001-05", "AZ", ""),
    "R7 nobody where a date is missing": ("id,class,taken_up_at\na,1,2001\nb,1,", "AZ", ""),
}


@pytest.mark.cases
@pytest.mark.parametrize(("text", "host", "dean"), DEANS.values(), ids=DEANS)
def test_dean_is_named(text: str, host: str, dean: str) -> None:
    """The dean among those who are there is named in the chain, and only there."""
    order = ordered(CORPS, text, host_state=host)

    assert [ranked.guest for ranked in order if "R7" in rules(order, ranked.guest)] == (
        [dean] if dean else []
    )


def test_dean_named_on_the_list_stands_first_in_spain() -> None:
    """The Spanish table names the dean before the ambassadors (R7)."""
    order = ordered("spain-madrid", "id,title,class,taken_up_at\na,Embajador,,2001\nb,Embajador,dean,2020")

    assert places(order) == "1 b, 2 a"


def test_vacant_embassy_drops_in_spain() -> None:
    """A chargé stands at 31 of 41 in Madrid and 35 of 48 in the regions, an ambassador at 12 and 13 (R11)."""
    text = "id,state,title\na,DE,Chargé d'affaires a.i.\nb,FR,Ambassador"

    assert ranks(ordered("spain-madrid", text)) == "12 b, 31 a"
    assert ranks(ordered("spain-region", text)) == "13 b, 35 a"
    assert "R11" in rules(ordered("spain-madrid", text), "a")


def test_bare_charge_is_counted_as_accredited_and_said() -> None:
    """What a chargé without letters or "a.i." is cannot be known (R10)."""
    order = ordered(CORPS, "id,title\na,Chargé d'affaires a.i.\nb,Chargé d'affaires")

    assert ranks(order) == "3 b, 4 a"
    assert "by letters or acts ad interim is not recorded" in open_words(order, "b")
    assert not open_words(ordered(CORPS, "id,class\nb,3"), "b")


def test_order_inside_a_mission_does_not_reach_other_missions() -> None:
    """Nothing orders members of two missions who were notified; each mission keeps its own order (R13)."""
    order = ordered(
        CORPS,
        """
        id,title,body,number
        a,Counsellor,Embassy of Ruritania,2
        b,Counsellor,Embassy of Ruritania,1
        c,Counsellor,Embassy of Strelsau,1
        """,
    )

    assert places(order) == "1 b = c, 2 a"
    assert "nothing orders" in open_words(order, "c")


def test_designate_with_another_office_is_placed_by_it() -> None:
    """Only who holds nothing else has no place (R8, R25)."""
    order = ordered(CORPS, "id,title\na,Ambassador-designate\na,Counsellor\nb,Attaché")

    assert places(order) == "1 a, 2 b"


def test_chain_of_a_designate_says_why() -> None:
    """No place is never without a reason (R8)."""
    order = ordered(CORPS, "id,title\na,Ambassador-designate")

    assert rules(order, "a") == {"R8"}
    assert "credentials not yet presented" in words(order, "a")


DUE = {
    "R12 arrival": (date(2025, 2, 24), None, date(2025, 3, 3)),
    "R12 charge of three months": (date(2025, 2, 24), 3, date(2025, 3, 3)),
    "R12 charge of two months": (date(2025, 2, 24), 2, None),
}


@pytest.mark.cases
@pytest.mark.parametrize(("since", "months", "due"), DUE.values(), ids=DUE)
def test_first_meeting_in_baku_is_due(since: date, months: int | None, due: date | None) -> None:
    """Five working days after arrival, or after taking charge for more than two months (R12)."""
    found, reason = meeting_due(since, loader.profile("azerbaijan"), months_in_charge=months)

    assert found == due
    assert (reason.rule, reason.is_open) == ("R12", False)


def test_first_meeting_leaves_holidays_out() -> None:
    """The working days are those of the host (R12)."""
    holidays = WorkingDays(holidays=frozenset({date(2025, 2, 26)}))
    found, _ = meeting_due(date(2025, 2, 24), loader.profile("azerbaijan"), working_days=holidays)

    assert found == date(2025, 3, 4)


def test_first_meeting_elsewhere_is_an_open_question() -> None:
    """A profile that knows no practice says so (R12)."""
    found, reason = meeting_due(date(2025, 2, 24), loader.profile("france-paris"))

    assert found is None
    assert reason.is_open


def test_charge_is_named_by_who_is_there() -> None:
    """The head of mission names the chargé, or the ministry once the head has left (R12)."""
    assert "head of mission names" in named_by(is_head_at_post=True).words()
    assert "sending ministry names" in named_by(is_head_at_post=False).words()


GENEVA = {
    "R14 ambassadors by credentials, then others, acting last": (
        """
            id,title,credentials,taking_charge
            a,"Ambassador, acting Permanent Representative",,2019-01-01
            b,Permanent Representative,2018-01-01,
            c,Ambassador and Permanent Representative,2022-01-01,
            d,"Ambassador, Permanent Representative",2021-01-01,
            e,Chargé d'affaires a.i.,,2018-01-01
            """,
        "1 d, 2 c, 3 b, 4 e, 5 a",
    ),
    "R14 the latest nomination of one who acts counts": (
        """
            id,class,taking_charge
            a,acting-permanent-representative,2019-01-01|2023-01-01
            b,acting-permanent-representative,2021-01-01
            """,
        "1 b, 2 a",
    ),
    "R14 members by rank, then arrival": (
        """
        id,title,arrival
        a,First Secretary,2010
        b,Counsellor,2022
        c,Counsellor,2020
        d,Permanent Representative,
        """,
        "1 d, 2 c, 3 b, 4 a",
    ),
    "R14 class permanent representative with the title of ambassador": (
        """
            id,class,title,credentials
            a,permanent-representative,Permanent Representative,2001
            b,permanent-representative,Ambassador,2020
            """,
        "1 b, 2 a",
    ),
}


@pytest.mark.cases
@pytest.mark.parametrize(("text", "expected"), GENEVA.values(), ids=GENEVA)
def test_missions_at_geneva_are_ordered(text: str, expected: str) -> None:
    """Permanent missions stand by the precedence of the Office at Geneva."""
    assert places(ordered("un-geneva", text)) == expected


def test_host_state_may_have_the_first_place_at_geneva() -> None:
    """The courtesy is given only where it is asked for (R14)."""
    text = "id,state,title,credentials\na,FR,Ambassador,2020\nb,CH,Ambassador,2023"

    assert places(ordered("un-geneva", text, host_state="CH")) == "1 a, 2 b"
    assert places(ordered("un-geneva", text, host_state="CH", is_host_state_first=True)) == "1 b, 2 a"


def test_reason_chain_names_table_rank_and_date() -> None:
    """Every place says by which table, rank and date it was given, each with rule and source (R2)."""
    order = ordered(CORPS, "id,class,taken_up_at\na,1,2001-03-04\nb,1,2002")
    rank, date_line = reasons(order, "a")[:2]

    assert "Rank 1 of “Diplomatic corps”" in rank.words()
    assert "2001-03-04" in date_line.words()
    assert all(reason.rule and reason.source for reason in (rank, date_line))
