"""Profiles that ship, and those that an office writes: read, written again, refused in one sentence."""

from dataclasses import replace

import pytest

from chancery.precedence import loader
from chancery.rules import precedence
from chancery.rules.precedence import Ceremony, Guest, HeldOffice, Profile, Status
from chancery.rules.precedence.profile import Where

KEYS = [
    "australia",
    "azerbaijan",
    "canada",
    "conference",
    "conference-european-union",
    "conference-united-nations",
    "consular-corps",
    "diplomatic-corps",
    "european-union",
    "france-departments",
    "france-paris",
    "germany",
    "india",
    "portugal",
    "romania",
    "spain-madrid",
    "spain-region",
    "summit-time-in-office",
    "switzerland",
    "un-geneva",
    "un-geneva-organisation",
    "united-kingdom",
    "united-nations",
    "united-states",
]
ROWS = {
    "azerbaijan": 0,
    "germany": 5,
    "romania": 4,
    "spain-madrid": 41,
    "spain-region": 48,
    "portugal": 29,
    "switzerland": 23,
    "france-paris": 19,
    "france-departments": 11,
}
# Rows that no title alone can claim: heads of mission elsewhere, widows that another row takes.
BY_CIRCUMSTANCE = {("united-states", "7"), ("united-states", "11"), ("diplomatic-corps", "6")}


def test_all_profiles_ship() -> None:
    assert [profile.key for profile in loader.profiles()] == KEYS


@pytest.mark.parametrize(("key", "count"), ROWS.items())
def test_table_is_as_long_as_its_source(key: str, count: int) -> None:
    assert len(loader.profile(key).rows) == count


@pytest.mark.parametrize("profile", loader.profiles(), ids=KEYS)
def test_profile_is_named_in_all_languages_and_says_its_scope(profile: Profile) -> None:
    assert set(profile.names) == {"en", "fr", "ro", "az", "ar"}
    assert profile.scope.text["en"]


@pytest.mark.parametrize("profile", loader.profiles(), ids=KEYS)
def test_every_row_rests_on_a_source(profile: Profile) -> None:
    assert all(", http" in profile.source(row.source) for row in profile.rows)


@pytest.mark.parametrize("profile", loader.profiles(), ids=KEYS)
def test_profile_is_read_as_it_was_written(profile: Profile) -> None:
    assert loader.parse_profile(loader.dump_profile(profile), profile.key) == profile


@pytest.mark.parametrize("profile", loader.profiles(), ids=KEYS)
def test_every_row_takes_its_own_title(profile: Profile) -> None:
    """A list that writes an office as the table does finds its rank among all others."""
    rows = [row for row in profile.rows if (profile.key, row.rank) not in BY_CIRCUMSTANCE]
    guests = [
        Guest(
            str(number),
            row.rank,
            offices=(HeldOffice(title=(row.titles or (row.name["en"],))[0], basis=row.bases[0]),),
        )
        for number, row in enumerate(rows)
        if row.where not in (Where.OWN_TERRITORY, Where.ELSEWHERE)
    ]

    found = precedence.order(guests, profile=profile, ceremony=Ceremony(places=("Madrid",)))

    names = {guest.id: guest.name for guest in guests}
    wrong = {names[ranked.guest]: ranked.rank for ranked in found if ranked.rank != names[ranked.guest]}
    assert not wrong


def test_weak_sources_stay_visible() -> None:
    assert {row.status for row in loader.profile("romania").rows} == {Status.WEAK}
    assert loader.profile("portugal").status is Status.SECONDARY
    paris = {row.rank: row.status for row in loader.profile("france-paris").rows}
    assert (paris["8"], paris["9"]) == (Status.VERIFIED, Status.SECONDARY)


def test_unknown_key_names_near_ones() -> None:
    with pytest.raises(loader.UnknownProfile) as caught:
        loader.profile("spain")

    assert set(caught.value.near) >= {"spain-madrid", "spain-region"}


PLAIN = """
key = "town-hall"
version = "1"
status = "practice"
[names]
en = "Town hall"
[sources.book]
title = "Book of customs"
[[rows]]
rank = "1"
name = { en = "Mayor" }
classes = ["mayor"]
source = "book"
[[rows]]
rank = "2"
name = { en = "Councillors" }
classes = ["councillor"]
order_by = ["first-election"]
"""


def test_office_writes_its_own_profile() -> None:
    profile = loader.parse_profile(PLAIN, "own")
    people = [
        Guest("b", "Bela", offices=(HeldOffice(title="Councillor"),)),
        Guest("a", "Ana", offices=(HeldOffice(title="Mayor"),)),
    ]

    found = precedence.order(people, profile=profile)

    assert [(ranked.guest, ranked.rank) for ranked in found] == [("a", "1"), ("b", "2")]


def test_changed_profile_is_written_and_read() -> None:
    profile = loader.parse_profile(PLAIN, "own")
    changed = replace(
        profile, rows=(*profile.rows, replace(profile.rows[0], rank="3", name={"en": "Beadle"}))
    )

    assert loader.parse_profile(loader.dump_profile(changed), "own") == changed


# what is written wrongly, and the sentence
BROKEN = {
    "no TOML": ("key = ", "own.toml cannot be read as TOML: Invalid value (at end of document)."),
    "no key": (
        PLAIN.replace('key = "town-hall"', ""),
        "own.toml: the field “key” is missing; please add it.",
    ),
    "key with spaces": (
        PLAIN.replace("town-hall", "Town Hall"),
        "own.toml: “Town Hall” is no key of a profile; use small letters, digits and hyphens.",
    ),
    "no English name": (
        PLAIN.replace("[names]\nen", "[names]\nfr"),
        "own.toml: the field “names” needs a text in English (“en”).",
    ),
    "unknown status": (
        PLAIN.replace('"practice"', '"certain"'),
        (
            "own.toml: “certain” is no value of the field “status”; write one of: "
            "verified, secondary, practice, weak, unverified."
        ),
    ),
    "row without rank": (
        PLAIN.replace('rank = "2"', ""),
        "own.toml, rows 2: the field “rank” is missing; please add it.",
    ),
    "rank as number": (
        PLAIN.replace('rank = "2"', "rank = 2"),
        "own.toml, rows 2: the field “rank” must be a text in quotation marks.",
    ),
    "unknown class": (
        PLAIN.replace('"councillor"', '"counciller"'),
        (
            "own.toml, rows 2 (rank 2): “counciller” is no value of the field “classes”; write one of: "
            "councillor, counsellor."
        ),
    ),
    "unknown field": (
        PLAIN.replace("order_by", "orderby"),
        "own.toml, rows 2 (rank 2): there is no field “orderby”; “order_by” may be meant.",
    ),
    "list for a text": (
        PLAIN.replace('["mayor"]', '"mayor"'),
        "own.toml, rows 1 (rank 1): the field “classes” must be a list of texts in square brackets.",
    ),
    "source that is not listed": (
        PLAIN.replace('source = "book"', 'source = "boek"'),
        "own.toml, rows 1 (rank 1): the source “boek” is not listed; add it under [sources.boek].",
    ),
    "ranks scattered": (
        PLAIN + '[[rows]]\nrank = "1"\nname = { en = "Mayor of old" }\n',
        "own.toml, rows 3: the rank “1” stands in several places; rows of one rank must follow each other.",
    ),
    "setting": (
        PLAIN + '[settings]\nbasis = "letters"\n',
        (
            "own.toml, settings: “letters” is no value of the field “basis”; write one of: "
            "credentials, arrival, copy-of-credentials."
        ),
    ),
    "setting with a table": (
        PLAIN + "[settings.foreign_first]\nvalue = 1\n",
        "own.toml, settings, foreign_first: the field “value” must be true or false.",
    ),
    "number": (
        PLAIN + "[settings.charges]\nworking_days = -1\nfrom_months = 2\n",
        "own.toml, settings, charges: the field “working_days” must be a whole number from 0 on.",
    ),
    "table": (PLAIN + "scope = 1\n", "own.toml, rows 2 (rank 2): there is no field “scope”"),
    "rotation": (
        PLAIN + '[rotation]\nstarts = "2017-13"\nmonths = 6\nstates = ["MT"]\n',
        "own.toml, rotation: “2017-13” is no month; write it like 2017-01.",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), BROKEN.values(), ids=BROKEN)
def test_broken_profile_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(loader.UnreadableProfile) as caught:
        loader.parse_profile(text, "own.toml")

    assert str(caught.value).startswith(sentence)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
