"""Dates, languages and states in the words of the reader."""

from datetime import date, datetime

import pytest

from chancery.base import cldr
from chancery.rules.dates import PartialDate


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "26 February 1992"),
        ("fr", "26 février 1992"),
        ("ro", "26 februarie 1992"),
        ("az", "26 fevral 1992"),
        ("ar", "26 فبراير 1992"),
        ("xx", "26 February 1992"),
    ],
)
def test_day_in_words_follows_the_language(language: str, words: str) -> None:
    assert cldr.day_in_words(date(1992, 2, 26), language) == words


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ("1992", "1992"),
        ("1992-02", "February 1992"),
        ("1992-02-26", "26 February 1992"),
        ("1992-02-26T19:00", "26 February 1992, 19:00"),
    ],
)
def test_a_partial_date_is_written_as_far_as_it_is_known(known: str, words: str) -> None:
    assert cldr.partial_date_in_words(PartialDate.parse(known), "en") == words


@pytest.mark.parametrize("language", ["en", "fr", "ro", "az", "ar"])
def test_a_time_is_written_with_24_hours_everywhere(language: str) -> None:
    assert "19:00" in cldr.moment_in_words(datetime(2025, 2, 25, 19, 0), language)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "1,234"), ("fr", "1\u202f234"), ("ro", "1.234"), ("ar", "1,234")]
)
def test_a_figure_has_the_separators_of_the_language(language: str, words: str) -> None:
    assert cldr.figure(1234, language) == words


def test_a_language_is_named_in_another_and_in_itself() -> None:
    assert cldr.language_in_words("ro", "fr") == "roumain"
    assert cldr.language_in_words("qq", "fr") == "qq"
    assert cldr.language_in_its_own_words("ro") == "Română"


def test_a_state_is_named_by_cldr() -> None:
    assert cldr.state_in_words("az", "az") == "Azərbaycan"
    assert cldr.state_in_words("??", "az") == "??"
