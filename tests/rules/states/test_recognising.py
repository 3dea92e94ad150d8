"""Which state a written name means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.states import recognise_state, state_name, states_meant, territory_codes

INTERFACE = ("en", "fr", "ro", "az", "ar")

WRITTEN = {
    "UK": "GB",
    "U.K.": "GB",
    "GB": "GB",
    "GBR": "GB",
    "Great Britain": "GB",
    "United Kingdom of Great Britain and Northern Ireland": "GB",
    "Birləşmiş Krallıq": "GB",
    "U.S.A.": "US",
    "USA": "US",
    "United States of America": "US",
    "SUA": "US",
    "ABŞ": "US",
    "Czech Republic": "CZ",
    "Czechia": "CZ",
    "Holy See": "VA",
    "The Holy See": "VA",
    "Saint-Siège": "VA",
    "Sfântul Scaun": "VA",
    "Vatican": "VA",
    "Türkiye": "TR",
    "Turkey": "TR",
    "TURKIYE": "TR",
    "Türkiyə Respublikası": "TR",
    "Türkiye Cumhuriyeti": "TR",
    "Côte d'Ivoire": "CI",
    "Cote d Ivoire": "CI",
    "Ivory Coast": "CI",
    "DPRK": "KP",
    "Democratic People's Republic of Korea": "KP",
    "Republic of Korea": "KR",
    "Korea, Republic of": "KR",
    "Democratic Republic of the Congo": "CD",
    "Congo, Democratic Republic of the": "CD",
    "Congo - Brazzaville": "CG",
    "Republic of the Congo": "CG",
    "Guinea": "GN",
    "Guinea-Bissau": "GW",
    "Equatorial Guinea": "GQ",
    "Niger": "NE",
    "Dominica": "DM",
    "Dominican Republic": "DO",
    "Samoa": "WS",
    "American Samoa": "AS",
    "Iran (Islamic Republic of)": "IR",
    "Islamic Republic of Iran": "IR",
    "Bolivia (Plurinational State of)": "BO",
    "Gambia, The": "GM",
    "the Netherlands": "NL",
    "Holland": "NL",
    "Federal Republic of Germany": "DE",
    "Deutschland": "DE",
    "Kingdom of Spain": "ES",
    "Regatul Spaniei": "ES",
    "People's Republic of China": "CN",
    "State of Kuwait": "KW",
    "دولة الكويت": "KW",
    "المملكة العربية السعودية": "SA",
    "جمهورية أذربيجان": "AZ",
    "اذربيجان": "AZ",
    "Azərbaycan Respublikası": "AZ",
    "AZERBAYCAN": "AZ",
    "République d’Azerbaïdjan": "AZ",
    "Republica Azerbaidjan": "AZ",
    "Republic of Azerbaijan": "AZ",
    "Rusiya Federasiyası": "RU",
    "Российская Федерация": "RU",
    "Swiss Confederation": "CH",
    "Grand Duchy of Luxembourg": "LU",
    "St Lucia": "LC",
    "Saint Vincent and the Grenadines": "VC",
    "Bosnia and Herzegovina": "BA",
    "Sao Tome & Principe": "ST",
    "Kosovo": "XK",
    "Palestine": "PS",
    "European Union": "EU",
    "EU": "EU",
    "un": "UN",
    "EL": "GR",
    "ro": "RO",
    "ROU": "RO",
    "  România  ": "RO",
    "România": "RO",
}
UNKNOWN = (
    "",
    " ",
    "xx",
    "ZZ",
    "123",
    "Atlantis",
    "Republic",
    "Kingdom of",
    "Bucharest",
    "…",
    "QQQ",
    "republic of",
)
SHARED = {
    "Congo": ("CD", "CG"),
    "Konqo": ("CD", "CG"),
    "Korea": ("KP", "KR"),
    "Coreea": ("KP", "KR"),
    "كوريا": ("KP", "KR"),
    "Virgin Islands": ("VG", "VI"),
}


@pytest.mark.cases
@pytest.mark.parametrize("text", WRITTEN, ids=str)
def test_written_states_are_recognised(text: str) -> None:
    """Codes, names in the interface languages, long forms and common abbreviations."""
    assert recognise_state(text) == WRITTEN[text]


@pytest.mark.parametrize("text", UNKNOWN, ids=repr)
def test_what_means_no_state_is_not_guessed(text: str) -> None:
    """Nothing is made of a text that means no state."""
    assert recognise_state(text) is None
    assert states_meant(text) == ()


@pytest.mark.cases
@pytest.mark.parametrize("text", SHARED, ids=str)
def test_shared_names_are_not_decided(text: str) -> None:
    """A name that two states share gives both and decides for neither."""
    assert recognise_state(text) is None
    assert states_meant(text) == SHARED[text]


@pytest.mark.parametrize("language", INTERFACE)
def test_every_name_of_an_interface_language_is_recognised(language: str) -> None:
    """Whatever the product writes, it reads."""
    named = {code: state_name(code, language) for code in territory_codes()}
    names = {code: name for code, name in named.items() if name}

    assert {code: recognise_state(name) for code, name in names.items()} == {code: code for code in names}


@given(st.text(max_size=40))
def test_any_text_can_be_asked(text: str) -> None:
    """No text breaks the reading, and an answer is always a code."""
    meant = states_meant(text)

    assert all(len(code) == 2 and code.isupper() for code in meant)
    assert (recognise_state(text) is None) == (len(meant) != 1)
