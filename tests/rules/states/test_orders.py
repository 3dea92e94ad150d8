"""Orders of states (R41-R45) and the lot."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.names.folding import fold
from chancery.rules.states import (
    EU_OWN_NAMES,
    FIRST_SEATS,
    NATO_MEMBERS,
    NATO_MEMBERS_1999,
    UN_MEMBERS,
    OfficeName,
    alphabetical,
    alternat,
    drawn_order,
    european_order,
    nato_members,
    office_names,
    session_of,
    territory_codes,
    un_order,
    un_seating,
    un_seating_from,
    year_of,
)

some_states = st.lists(st.sampled_from(sorted(territory_codes())), unique=True, max_size=12)

ALPHABETS = {
    "en": ["AL", "AT", "AZ", "CI", "GE", "DE", "RO", "TR", "TM", "AE", "GB"],
    "fr": ["AL", "DE", "AT", "AZ", "CI", "AE", "GE", "RO", "GB", "TM", "TR"],
    "ro": ["AL", "AT", "AZ", "CI", "AE", "GE", "DE", "GB", "RO", "TR", "TM"],
    "az": ["AL", "DE", "AT", "AZ", "AE", "GB", "GE", "CI", "RO", "TR", "TM"],
}


@pytest.mark.cases
@pytest.mark.parametrize("language", ALPHABETS)
def test_alphabet_depends_on_the_language_of_the_list(language: str) -> None:
    """R41: the same states stand differently in each language."""
    order = alphabetical(sorted(ALPHABETS["en"]), language)

    assert list(order.codes) == ALPHABETS[language]
    assert [entry.place for entry in order.entries] == list(range(1, 12))


LETTERS = {
    "az: x after h, q after k, ə after e": (
        ["HR", "IN", "GA", "KE", "EE", "AF"],
        "az",
        ["EE", "AF", "IN", "HR", "KE", "GA"],
    ),
    "ro: ț after t": (["NL", "TR", "TG", "UA"], "ro", ["TG", "TR", "NL", "UA"]),
    "fr: accents do not part letters": (["EG", "EC", "ES", "EE", "AE"], "fr", ["EG", "AE", "EC", "ES", "EE"]),
    "ar: by the Arabic alphabet": (["TR", "AZ", "RO", "BG"], "ar", ["AZ", "BG", "TR", "RO"]),
    "de: plain letters": (["AT", "OM", "PL"], "de", ["OM", "AT", "PL"]),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", LETTERS, ids=str)
def test_letters_stand_as_in_their_alphabet(case: str) -> None:
    """R41: letters of an alphabet are its own."""
    codes, language, expected = LETTERS[case]

    assert list(alphabetical(codes, language).codes) == expected


def test_alphabet_uses_the_wording_of_the_office() -> None:
    """R41: an own name moves the state; a state without a name is sorted by its code and says so."""
    own = office_names([OfficeName("KR", "en", short="Republic of Korea")])

    order = alphabetical(["NATO", "KR", "RO", "PL"], "en", own)

    assert list(order.codes) == ["NATO", "PL", "KR", "RO"]
    assert [reason.words() for reason in order.entries[0].reasons] == [
        "No name of “NATO” is known in the language “en”, so it is sorted by its code."
    ]
    assert order.entries[0].reasons[0].is_open
    assert [reason.words() for reason in order.reasons] == [
        "States stand in the alphabetical order of their names in the language “en”."
    ]


def test_unknown_alphabet_is_told() -> None:
    """R41: sorting by plain letters is said."""
    words = [reason.words() for reason in alphabetical(["AT"], "de").reasons]

    assert words[1] == "The alphabet of the language “de” is not known here, so plain letters decide."


@given(some_states, st.sampled_from(["en", "fr", "ro", "az", "ar"]), st.randoms())
def test_alphabet_is_total_and_stable(codes: list[str], language: str, dice: random.Random) -> None:
    """R41: no order of entry changes the list, each state stands once, and one more moves nobody else."""
    shuffled = list(codes)
    dice.shuffle(shuffled)

    order = alphabetical(shuffled + shuffled[:2], language).codes

    assert order == alphabetical(codes, language).codes
    assert sorted(order) == sorted(codes)
    without = alphabetical(codes[1:], language).codes
    assert [code for code in order if code in without] == list(without)


@pytest.mark.cases
def test_european_order_follows_own_names() -> None:
    """R43: the order of the member states in their own languages."""
    expected = "BE BG CZ DK DE EE IE GR ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE"

    order = european_order(sorted(EU_OWN_NAMES))

    assert " ".join(order.codes) == expected
    assert order.entries[4].reasons[0].words() == "Its own name is “Deutschland”."


def test_european_order_is_that_of_folded_names() -> None:
    """R43: own names without accents sort into the order that is used."""
    by_name = sorted(EU_OWN_NAMES, key=lambda code: fold(EU_OWN_NAMES[code]))

    assert by_name == list(EU_OWN_NAMES)


def test_european_order_puts_others_last() -> None:
    """R43: what is no member stands after them, with an open reason."""
    order = european_order(["MD", "SE", "BE"])

    assert list(order.codes) == ["BE", "SE", "MD"]
    assert order.entries[2].reasons[0].is_open


SEATS = {
    79: ["YE", "ZM", "ZW", "AF"],
    78: ["MK", "NO", "OM", "PK"],
    72: ["CZ", "KP", "CD", "DK"],
    71: ["BO", "BA", "BW", "BR"],
    69: ["CU", "CY", "CZ", "KP"],
    61: ["ST", "SA", "SN", "RS"],
    59: ["VC", "WS", "SM", "ST"],
    50: ["MZ", "MM", "NA", "NR"],
}


@pytest.mark.cases
@pytest.mark.parametrize("session", SEATS)
def test_assembly_is_seated_from_the_drawn_state(session: int) -> None:
    """R42: the drawn state first, then the English alphabet."""
    order = un_seating(session)

    assert list(order.codes[:4]) == SEATS[session]
    assert set(order.codes) == UN_MEMBERS
    assert order.codes[-1] == un_order().codes[un_order().codes.index(SEATS[session][0]) - 1]


@pytest.mark.cases
@pytest.mark.parametrize(
    ("year", "first"),
    [
        *((1995, "MZ"), (1996, "IT"), (1997, "HN"), (1998, "ML"), (1999, "ZA"), (2000, "AG")),
        *((2001, "HT"), (2002, "LB"), (2003, "MW"), (2004, "VC"), (2005, "TH"), (2006, "ST")),
        *((2007, "MX"), (2008, "BB"), (2009, "KH"), (2010, "GN"), (2011, "TM"), (2012, "JM")),
        *((2013, "HR"), (2014, "CU"), (2015, "TV"), (2016, "BO"), (2017, "CZ"), (2018, "ML")),
        *((2019, "GH"), (2020, "IS"), (2021, "SR"), (2022, "BZ"), (2023, "MK"), (2024, "YE")),
    ],
)
def test_drawn_states_by_year(year: int, first: str) -> None:
    """R42: the state drawn for each session."""
    assert FIRST_SEATS[session_of(year)] == first
    assert year_of(session_of(year)) == year
    assert un_seating(session_of(year)).codes[0] == first


def test_assembly_tells_who_was_drawn() -> None:
    """R42: the reason names session and year."""
    words = [reason.words() for reason in un_seating(79).reasons]

    assert words == [
        "“Yemen” was drawn for the first seat of session 79 (2024); the alphabet goes round from it.",
        "Members stand in the English alphabetical order of their names in the United Nations.",
        "The first seat is the right end of the front row as seen from the podium.",
    ]


def test_unknown_session_keeps_the_plain_alphabet() -> None:
    """R42: without a drawn state nothing is guessed."""
    order = un_seating(120)

    assert order.codes == un_order().codes
    assert order.codes[0] == "AF"
    assert [reason.is_open for reason in order.reasons] == [False, True]


UN_NEIGHBOURS = {
    "by their long names": "CI HR CU CY CZ KP CD DK DJ",
    "Korea under R": "QA KR MD RO RU RW",
    "saints spelt out": "RW KN LC VC WS SM ST",
    "Tanzania under U": "AE GB TZ US UY UZ VU VE VN YE",
    "Türkiye between Tunisia and Turkmenistan": "TN TR TM TV",
}


@pytest.mark.cases
@pytest.mark.parametrize("case", UN_NEIGHBOURS, ids=str)
def test_united_nations_use_their_own_names(case: str) -> None:
    """R42: the names of the United Nations, not those of CLDR."""
    assert f" {UN_NEIGHBOURS[case]} " in f" {' '.join(un_order().codes)} "


def test_seating_can_start_anywhere() -> None:
    """R42: the same for a conference of few, also when the drawn state is not among them."""
    assert un_seating_from("RO", ["AZ", "RO", "TR"]).codes == ("RO", "TR", "AZ")
    assert un_seating_from("RO", ["AZ", "TR"]).codes == ("TR", "AZ")


def test_alliance_members_are_counted() -> None:
    """R44: 32 members, 19 at the summit of 1999, in English alphabetical order."""
    assert (len(NATO_MEMBERS), len(NATO_MEMBERS_1999)) == (32, 19)
    assert NATO_MEMBERS_1999 < NATO_MEMBERS
    assert nato_members()[:3] == ("AL", "BE", "BG")
    assert nato_members()[-3:] == ("TR", "GB", "US")


@pytest.mark.cases
def test_alternat_puts_each_state_first_in_its_copy() -> None:
    """R45: the keeper first, the others going round."""
    copies = alternat(["RO", "AZ", "TR"], "en")

    assert [(copy.keeper, copy.order.codes) for copy in copies] == [
        ("AZ", ("AZ", "RO", "TR")),
        ("RO", ("RO", "TR", "AZ")),
        ("TR", ("TR", "AZ", "RO")),
    ]
    assert copies[1].order.entries[0].place == 1
    assert copies[0].order.reasons[0].rule == "R45"


@given(some_states)
def test_alternat_is_fair(codes: list[str]) -> None:
    """R45: over all copies every state stands once in every place."""
    copies = [copy.order.codes for copy in alternat(codes, "en")]

    assert all(set(place) == set(codes) for place in zip(*copies, strict=True))


def test_lot_is_drawn_again_by_its_seed() -> None:
    """The same seed gives the same order on any machine, and the seed is told."""
    draw = drawn_order(["RO", "AZ", "TR", "FR", "GE"], "Bucharest, 26 February 2025")

    assert draw.order.codes == ("AZ", "GE", "FR", "TR", "RO")
    assert draw.seed == "Bucharest, 26 February 2025"
    assert "Bucharest, 26 February 2025" in draw.order.reasons[0].words()


@given(some_states, st.text(max_size=10), st.randoms())
def test_lot_does_not_depend_on_the_list(codes: list[str], seed: str, dice: random.Random) -> None:
    """How states are listed does not matter, and who is drawn earlier stays earlier without another."""
    shuffled = list(codes)
    dice.shuffle(shuffled)

    order = drawn_order(codes, seed).order.codes

    assert drawn_order(shuffled, seed).order.codes == order
    assert drawn_order(codes[1:], seed).order.codes == tuple(code for code in order if code in codes[1:])


def test_lots_of_different_seeds_differ() -> None:
    """Two hundred seeds put every one of four states first about as often."""
    firsts = [drawn_order(["RO", "AZ", "TR", "FR"], str(seed)).order.codes[0] for seed in range(200)]

    assert all(30 <= firsts.count(code) <= 70 for code in ("RO", "AZ", "TR", "FR"))
