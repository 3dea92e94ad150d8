"""What classes and titles are understood: codes, languages, spellings, parts of longer titles."""

import pytest

from chancery.precedence import loader
from chancery.rules.precedence import CLASS_NAMES, OfficeClass
from chancery.rules.precedence.classes import PARENTS, lineage
from chancery.rules.precedence.titles import titles_of
from chancery.rules.precedence.vocabulary import classes_by_wording, near_wording
from chancery.rules.precedence.wording import place_name, plain, stem
from tests.rules.precedence.lists import open_words, ordered, ranks

CORPS = titles_of(loader.profile("diplomatic-corps"))

TITLES = {
    "Ambassador Extraordinary and Plenipotentiary": "ambassador",
    "AMBASSADOR": "ambassador",
    "H.E. Ambassador": "ambassador",
    "Ambassador of the Republic of Azerbaijan to Romania": "ambassador",
    "French Ambassador": "ambassador",
    "Ambassadrice de France": "ambassador",
    "L'Ambassadeur": "ambassador",
    "Embajadora de México": "ambassador",
    "Ambasadorul Italiei în România": "ambassador",
    "Fövqəladə və Səlahiyyətli Səfir": "ambassador",
    "Azərbaycanın Rumıniyadakı səfiri": "ambassador",
    "Botschafterin": "ambassador",
    "سفير فرنسا لدى رومانيا": "ambassador",
    "Посол": "ambassador",
    "apostolic_nuncio": "nuncio",
    "Apostolic Nuncio": "nuncio",
    "Nonce apostolique": "nuncio",
    "Nunțiu apostolic": "nuncio",
    "High-Commissioner": "high-commissioner",
    "British High Commissioner": "high-commissioner",
    "Minister Plenipotentiary": "minister-plenipotentiary",
    "Envoy Extraordinary and Minister Plenipotentiary": "envoy",
    "Chargé d’affaires a.i.": "charge-ai",
    "Charge d'Affaires ad interim": "charge-ai",
    "CHARGEE D'AFFAIRES A.I.": "charge-ai",
    "Chargé d'affaires par intérim de Suisse": "charge-ai",
    "Însărcinat cu afaceri a.i.": "charge-ai",
    "Acting High Commissioner": "charge-ai",
    "Chargé d'affaires en pied": "charge-en-pied",
    "Chargé d'affaires": "charge",
    "Counsellor, Chargé d'affaires a.i.": "charge-ai",
    "Minister-Counselor": "minister-counsellor",
    "Minister Plenipotentiary, Deputy Head of Mission": "deputy-head-of-mission",
    "1st Secretary": "first-secretary",
    "2-ci dərəcəli ikinci katib": None,
    "İkinci katib": "second-secretary",
    "Defence Attaché": "military-attache",
    "Consul-General": "consul-general",
    "Hon. Consul": "honorary-consul",
    "Consul onorific": "honorary-consul",
    "Minister of Culture": "minister",
    "Minister for Foreign Affairs": "foreign-minister",
    "Deputy Minister of Foreign Affairs": "deputy-foreign-minister",
    "Prime Minister of Romania": "head-of-government",
    "President of Azerbaijan": "head-of-state",
    "King of Spain": "head-of-state",
    "President of the Senate": "speaker",
    "Mayor of Bucharest": "mayor",
    "Member of Parliament for Bath": "member-of-parliament",
    "Archbishop of Canterbury": "archbishop",
    "President of the Chess Club": None,
    "Assistant to the Ambassador": None,
    "Wife of the Ambassador": None,
    "Deputy Ambassador": None,
    "Goodwill Ambassador": "ambassador-at-large",
    "Historian": None,
    "": None,
}


@pytest.mark.cases
@pytest.mark.parametrize(("title", "expected"), TITLES.items())
def test_title_is_read(title: str, expected: str | None) -> None:
    """Each wording means one class of the vocabulary, or nothing."""
    readings = CORPS.read(title)
    known = [reading for reading in readings if not reading.of_state or "chess" not in reading.of_state]

    assert (known[0].office_class if known else None) == expected


NUMBERS = {"1": "ambassador", "class 2": "envoy", "3": "charge", "ambassador": "ambassador"}


@pytest.mark.parametrize(("text", "expected"), NUMBERS.items())
def test_class_may_be_a_number(text: str, expected: str) -> None:
    """The numbers of the convention stand for its classes (R1)."""
    assert CORPS.read_class(text)[0].office_class == expected


def test_number_is_no_title() -> None:
    """A number means a class only in the column of classes."""
    assert CORPS.read("1") == ()


BASES = {
    "Ambassador-designate": "designate",
    "Ambassador (designate)": "designate",
    "Former Ambassador": "former",
    "Ex-Ambassador": "former",
    "Former Ambassador of Ruritania": "former",
    "Honorary Mayor": "honorary",
    "Acting Mayor": "acting",
}


@pytest.mark.parametrize(("title", "basis"), BASES.items())
def test_title_says_the_basis(title: str, basis: str) -> None:
    """What stands beside a title says how the office is held."""
    bases = [reading.basis for reading in CORPS.read(title)]

    assert basis in bases


def test_class_wins_over_the_title() -> None:
    """A contradiction is decided for the class and told."""
    order = ordered("diplomatic-corps", "id,class,title\na,envoy,Ambassador\nb,1,Envoy")

    assert ranks(order) == "1 b, 2 a"
    assert "please check which is right" in open_words(order, "a")


def test_title_makes_a_class_more_exact() -> None:
    """A class and a case of it do not contradict each other."""
    order = ordered("diplomatic-corps", "id,class,title\na,1,Apostolic Nuncio", host_state="FR")

    assert ranks(order) == "1 a"
    assert not open_words(order, "a")


def test_class_with_two_meanings_is_decided_by_the_title() -> None:
    """A minister of a government is no minister of the second class of heads of mission (R1)."""
    text = "id,class,title\na,minister,Minister\nb,minister,Minister of Culture\nc,minister,"

    assert ranks(ordered("diplomatic-corps", text)) == "2 a, 2 c, b"


def test_class_that_fits_several_ranks_takes_the_lowest_and_says_so() -> None:
    """A speaker of an unnamed chamber could be either of two (R17)."""
    order = ordered("france-paris", "id,class,title\na,speaker,\nb,speaker,President of the Senate")

    assert ranks(order) == "3 b, 4 a"
    assert "fits the ranks 3, 4" in open_words(order, "a")


def test_rank_of_the_table_may_stand_for_the_class() -> None:
    """An office that keeps ranks in its list need not name offices."""
    assert ranks(ordered("india", "id,class\na,rank 9A\nb,5A")) == "5A b, 9A a"


def test_every_class_has_a_name_and_is_found_by_its_code() -> None:
    """The vocabulary holds no class that a list could not name."""
    known = classes_by_wording()

    assert set(CLASS_NAMES) == set(OfficeClass)
    assert all(known[stem(code.value)] is code for code in OfficeClass)


def test_lineage_ends() -> None:
    """No class is a case of itself, however far one follows."""
    assert all(len(set(lineage(code))) == len(lineage(code)) for code in PARENTS)


WORDINGS = {
    ("Chargé d’affaires a.i.", "charge d affaires ai"),
    ("  Ambassador_at-Large ", "ambassador at large"),
    ("Səfir", "sefir"),
    ("ИВАН", "иван"),
}


@pytest.mark.parametrize(("text", "expected"), sorted(WORDINGS))
def test_wording_is_plain(text: str, expected: str) -> None:
    """Marks, case and signs between words make no difference."""
    assert plain(text) == expected


def test_place_is_known_without_its_kind() -> None:
    """The kind of place is written by some and left out by others."""
    assert place_name("State of Texas") == place_name("texas") == "texas"
    assert place_name("Comunidad de Madrid") == place_name("Madrid")


@pytest.mark.cases
@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Ambassdor", "Ambassador"),
        ("Ambassadorr", "Ambassador"),
        ("Ambsasador", "Ambassador"),
        ("Consul Generall", "Consul general"),
        ("Ambassador", ""),
        # A letter taken away and another put in elsewhere is no slip of the pen.
        ("Chair of the Association", ""),
    ],
)
def test_near_wording_is_one_slip_away(title: str, meant: str) -> None:
    """Only a single slip of the pen is offered as a known title."""
    assert near_wording(title) == meant
