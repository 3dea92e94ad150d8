"""The number of an anniversary in the interface languages."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.anniversaries import anniversary_words, ordinal_words, times_words

ORDINALS = {
    "en": {
        1: "1st",
        2: "2nd",
        3: "3rd",
        4: "4th",
        11: "11th",
        12: "12th",
        13: "13th",
        21: "21st",
        22: "22nd",
        33: "33rd",
        100: "100th",
        101: "101st",
        111: "111th",
        112: "112th",
        1000: "1000th",
    },
    "fr": {1: "1er", 2: "2e", 20: "20e", 21: "21e", 33: "33e", 100: "100e"},
    "ro": {1: "prima", 2: "a 2-a", 8: "a 8-a", 33: "a 33-a", 100: "a 100-a"},
    "az": {
        1: "1-ci",
        2: "2-ci",
        3: "3-cü",
        4: "4-cü",
        5: "5-ci",
        6: "6-cı",
        7: "7-ci",
        8: "8-ci",
        9: "9-cu",
        10: "10-cu",
        16: "16-cı",
        20: "20-ci",
        26: "26-cı",
        30: "30-cu",
        33: "33-cü",
        40: "40-cı",
        50: "50-ci",
        60: "60-cı",
        70: "70-ci",
        80: "80-ci",
        90: "90-cı",
        100: "100-cü",
        110: "110-cu",
        200: "200-cü",
        1000: "1000-ci",
        1900: "1900-cü",
        2000: "2000-ci",
        1_000_000: "1000000-cu",
    },
    "ar": {1: "الأولى", 2: "الثانية", 10: "العاشرة", 33: "الـ33", 100: "الـ100"},
}


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "number"), [(language, number) for language, forms in ORDINALS.items() for number in forms]
)
def test_ordinals_follow_the_table(language: str, number: int) -> None:
    """R111: ordinals as they are written in each language."""
    assert ordinal_words(number, language) == ORDINALS[language][number]


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "33rd anniversary"),
        ("fr", "33e anniversaire"),
        ("ro", "a 33-a aniversare"),
        ("az", "33-cü ildönümü"),
        ("ar", "الذكرى السنوية الـ33"),
    ],
)
def test_anniversary_in_words(language: str, words: str) -> None:
    """R111: the phrase names no event."""
    assert anniversary_words(33, language) == words


def test_first_anniversary_in_words() -> None:
    """The first one is irregular in three languages."""
    assert anniversary_words(1, "fr") == "1er anniversaire"
    assert anniversary_words(1, "ro") == "prima aniversare"
    assert anniversary_words(1, "ar") == "الذكرى السنوية الأولى"


@pytest.mark.cases
@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        (1, "en", "for the 1st time"),
        (5, "en", "for the 5th time"),
        (1, "fr", "pour la 1re fois"),
        (5, "fr", "pour la 5e fois"),
        (1, "ro", "pentru prima oară"),
        (5, "ro", "pentru a 5-a oară"),
        (6, "az", "6-cı dəfə"),
        (5, "ar", "للمرة الخامسة"),
        (33, "ar", "للمرة الـ33"),
        (5, "de", None),
    ],
)
def test_times_in_words(number: int, language: str, words: str | None) -> None:
    """R111: how often a day is kept, the first time irregular in two languages."""
    assert times_words(number, language) == words


def test_unknown_language_is_missing() -> None:
    """A missing language is shown as missing, never silently replaced."""
    assert ordinal_words(33, "de") is None
    assert anniversary_words(33, "de") is None


@given(st.integers(1, 5000).filter(lambda number: number % 1000))
def test_azerbaijani_suffixes_agree_with_cldr(number: int) -> None:
    """The vowel harmony of the suffix is CLDR's plural rule of ordinals, but for whole thousands."""
    suffixes = {"one": "ci", "few": "cü", "many": "cı", "other": "cu"}

    assert ordinal_words(number, "az") == f"{number}-{suffixes[Locale('az').ordinal_form(number)]}"


@given(st.integers(1, 5000))
def test_english_suffixes_agree_with_cldr(number: int) -> None:
    """The same for English."""
    suffixes = {"one": "st", "two": "nd", "few": "rd", "other": "th"}

    assert ordinal_words(number, "en") == f"{number}{suffixes[Locale('en').ordinal_form(number)]}"
