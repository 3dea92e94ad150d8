"""Names of states and bodies."""

import pytest

from chancery.rules.states import (
    UN_MEMBERS,
    Kind,
    OfficeName,
    formal_name,
    kind_of,
    office_names,
    state_name,
    territory_codes,
)

NAMES = {
    ("AZ", "en"): "Azerbaijan",
    ("AZ", "az"): "Azərbaycan",
    ("AZ", "ro"): "Azerbaidjan",
    ("AZ", "fr"): "Azerbaïdjan",
    ("AZ", "ar"): "أذربيجان",
    ("RO", "az"): "Rumıniya",
    ("CI", "en"): "Côte d’Ivoire",
    ("TR", "en"): "Türkiye",
    ("XK", "en"): "Kosovo",
    ("EU", "ro"): "Uniunea Europeană",
    ("UN", "az"): "Birləşmiş Millətlər Təşkilatı",
    ("VA", "en"): "Holy See",
    ("VA", "fr"): "Saint-Siège",
    ("VA", "ro"): "Sfântul Scaun",
    ("VA", "hu"): "Vatikán",
    ("DE", "ka"): "გერმანია",
    ("NATO", "en"): None,
    ("ZZ", "en"): None,
    ("RO", "qqq"): None,
}


@pytest.mark.parametrize(("code", "language"), NAMES, ids=str)
def test_names_follow_cldr(code: str, language: str) -> None:
    """A name that is not known is missing, never replaced."""
    assert state_name(code, language) == NAMES[code, language]


def test_office_wording_comes_first() -> None:
    """An office may name any code its own way, in one language; formal names are only its own."""
    own = office_names(
        [
            OfficeName("AZ", "en", formal="Republic of Azerbaijan"),
            OfficeName("CZ", "en", short="Czech Republic"),
            OfficeName("NATO", "en", short="NATO"),
        ]
    )

    assert state_name("AZ", "en", own) == "Azerbaijan"
    assert formal_name("AZ", "en", own) == "Republic of Azerbaijan"
    assert formal_name("AZ", "ro", own) is None
    assert formal_name("CZ", "en", own) is None
    assert state_name("CZ", "en", own) == "Czech Republic"
    assert state_name("CZ", "fr", own) == "Tchéquie"
    assert state_name("NATO", "en", own) == "NATO"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        *(("AZ", Kind.TERRITORY), ("XK", Kind.TERRITORY), ("VA", Kind.TERRITORY), ("GL", Kind.TERRITORY)),
        *(("EU", Kind.BODY), ("UN", Kind.BODY), ("NATO", Kind.OTHER), ("ZZ", Kind.OTHER), ("", Kind.OTHER)),
    ],
)
def test_kinds_of_codes(code: str, kind: Kind) -> None:
    """What CLDR names is a territory or a body; nothing is said about who is a state."""
    assert kind_of(code) is kind


def test_members_of_the_united_nations_are_known() -> None:
    """193 members, each with a name in every interface language."""
    assert len(UN_MEMBERS) == 193
    assert territory_codes() >= UN_MEMBERS
    for language in ("en", "fr", "ro", "az", "ar"):
        assert all(state_name(code, language) for code in UN_MEMBERS)
