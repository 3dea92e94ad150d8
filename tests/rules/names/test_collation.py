"""The order of names by the alphabet of a language."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.names.collation import is_tailored, sort_key

OWN_NAMES = """
Belgique България Česko Danmark Deutschland Eesti Éire Ελλάδα España France Hrvatska Italia Κύπρος Latvija
Lietuva Luxembourg Magyarország Malta Nederland Österreich Polska Portugal România Slovenija Slovensko Suomi
Sverige
"""


def ordered(texts: list[str], language: str) -> list[str]:
    """The texts as a list of the language has them."""
    return sorted(texts, key=lambda text: sort_key(text, language))


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "listed"),
    [
        ("az", "Aydın Bəhruz Ceyhun Çingiz Dilarə Elçin Əli Fərid Günay Ğ Heydər Xəyal Irana İlham Jalə"),
        ("az", "Kamran Qabil Nərgiz Oqtay Öztürk Pərvin Samir Şahin Tofiq Ulduz Ümid Vüqar Zaur Wagner"),
        ("ro", "Ana Azi Ăla Âna Bogdan Iordan Izvor Înger Jean Sorin Stan Ștefan Toma Tudor Țoiu Ulise"),
        ("fr", "cote coté côte Côte côté dame éa eb oeuf œuvre oz zèbre"),
        ("en", "Adam Ádám Adams Müller Muller-Smith Mullers Zoe"),
        ("ar", "أحمد إلهام آمنة بشار ثامر جميل حسن خالد دانيال زيد سعيد شريف عَلي قاسم ليلى محمد هدى"),
    ],
)  # fmt: skip
def test_names_stand_by_the_alphabet_of_the_language(language: str, listed: str) -> None:
    """Letters of their own stand in their own place."""
    names = listed.split()

    assert ordered(names[::-1], language) == names


def test_cedilla_and_comma_are_one_letter_in_romanian() -> None:
    """Old and new spelling of ș and ț stand together."""
    assert ordered(["Țara", "Ţaga", "Ștefan", "Şerban"], "ro") == ["Şerban", "Ștefan", "Ţaga", "Țara"]


def test_a_shorter_word_stands_before_a_longer_one() -> None:
    """Word by word: a space and a hyphen stand before any letter, an apostrophe counts for nothing."""
    names = ["Guinea", "Guinea-Bissau", "Guinea Ecuatorial", "Guineans"]

    assert ordered(names[::-1], "en") == names
    assert ordered(["Cote d'Azur", "Cote Daz", "Cote dB"], "en") == ["Cote Daz", "Cote d'Azur", "Cote dB"]


def test_numbers_stand_before_letters() -> None:
    """A digit counts as a digit."""
    assert ordered(["Axa", "21st Wing", "3rd Wing"], "en") == ["21st Wing", "3rd Wing", "Axa"]


def test_vowel_signs_do_not_count_in_arabic() -> None:
    """A vowelled name stands beside its plain spelling."""
    assert ordered(["محمود", "مُحَمَّد", "محمد"], "ar")[2] == "محمود"


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("ro", ["Zamfir", "Анна", "Яна", "Ελένη", "ნინო", "سارة", "习近平"]),
        ("ar", ["هدى", "Anna", "Zoe", "Анна", "习近平"]),
        ("en", ["Zoe", "Єва", "Жанна", "Ірина", "Яна"]),
    ],
)
def test_other_scripts_stand_after_the_alphabet(language: str, names: list[str]) -> None:
    """First the script of the language, then each other one by its own alphabet."""
    assert ordered(names[::-1], language) == names


@pytest.mark.cases
def test_r43_states_of_the_union_stand_by_their_own_names() -> None:
    """R43: without a tailoring Greek and Bulgarian are spelt in Latin letters and filed among the rest."""
    own_names = OWN_NAMES.split()

    assert ordered(own_names[::-1], "") == own_names


@pytest.mark.parametrize("language", ["en", "fr", "ro", "az", "ar", "az-Latn-AZ", "fr_CA", "EN"])
def test_interface_languages_have_their_own_alphabet(language: str) -> None:
    """Regions and scripts do not change the alphabet."""
    assert is_tailored(language)


@pytest.mark.parametrize("language", ["de", "tr", "ru", "", "xx"])
def test_other_languages_say_that_they_have_none(language: str) -> None:
    """A page can tell its reader how the list is ordered."""
    assert not is_tailored(language)


def test_a_list_does_not_depend_on_how_it_came() -> None:
    """Every order of the same names gives one list."""
    names = ["Əli", "Eli", "ali", "Ali", "Álí"]

    assert len({tuple(ordered(list(given), "az")) for given in permutations(names)}) == 1


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(["en", "fr", "ro", "az", "ar", "de"]))
def test_only_equal_texts_share_a_key(one: str, other: str, language: str) -> None:
    """Keys compare whatever the texts hold, and tie only for one text."""
    keys = sort_key(one, language), sort_key(other, language)

    assert (keys[0] == keys[1]) == (one == other)
    assert (keys[0] < keys[1]) or (keys[1] < keys[0]) or one == other
