"""Date and time in words on formal cards (R80)."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.address import sentences
from chancery.rules.address.moments import moment_in_words
from chancery.rules.address.values import Status
from chancery.rules.dates import PartialDate, Precision

MAY = "Sunday, the third of May, two thousand and twenty-six"
FEBRUARY = "marți, douăzeci și cinci februarie două mii douăzeci și cinci"


def words(written: str, language: str) -> str:
    (line,) = moment_in_words(PartialDate.parse(written), language).lines
    return line


@pytest.mark.cases
@pytest.mark.parametrize(
    ("written", "line"),
    [
        (
            "2025-02-25T19:00",
            (
                "Tuesday, the twenty-fifth of February, two thousand and twenty-five, "
                "at seven o’clock in the evening"
            ),
        ),
        ("2025-02-25", "Tuesday, the twenty-fifth of February, two thousand and twenty-five"),
        ("1992-02-26", "Wednesday, the twenty-sixth of February, nineteen hundred and ninety-two"),
        ("2026-05-01T12:00", "Friday, the first of May, two thousand and twenty-six, at noon"),
        ("2026-05-01T00:00", "Friday, the first of May, two thousand and twenty-six, at midnight"),
        (
            "2000-05-02T11:00",
            "Tuesday, the second of May, two thousand, at eleven o’clock in the morning",
        ),
        (
            "2026-05-03T17:30",
            f"{MAY}, at half past five in the afternoon",
        ),
        (
            "2026-05-03T18:15",
            f"{MAY}, at a quarter past six in the evening",
        ),
        (
            "2026-05-03T12:45",
            f"{MAY}, at a quarter to one in the afternoon",
        ),
        (
            "2026-05-03T20:40",
            f"{MAY}, at twenty minutes to nine in the evening",
        ),
        (
            "2026-05-03T08:01",
            f"{MAY}, at one minute past eight in the morning",
        ),
    ],
)
def test_english_card(written: str, line: str) -> None:
    """R80: all words and numbers spelled out."""
    assert words(written, "en") == line


@pytest.mark.cases
@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("2025-02-25T19:00", "le mardi vingt-cinq février deux mille vingt-cinq, à dix-neuf heures"),
        ("2025-02-25T19:30", "le mardi vingt-cinq février deux mille vingt-cinq, à dix-neuf heures trente"),
        ("2025-02-25T21:01", "le mardi vingt-cinq février deux mille vingt-cinq, à vingt et une heures une"),
        ("2026-05-01T12:00", "le vendredi premier mai deux mille vingt-six, à midi"),
        ("2026-05-01T01:00", "le vendredi premier mai deux mille vingt-six, à une heure"),
        ("1992-02-26", "le mercredi vingt-six février mille neuf cent quatre-vingt-douze"),
    ],
)
def test_french_card(written: str, line: str) -> None:
    """R80: the hours of the day in full, the first as "premier"."""
    assert words(written, "fr") == line


@pytest.mark.cases
@pytest.mark.parametrize(
    ("written", "line"),
    [
        (
            "2025-02-25T19:00",
            f"{FEBRUARY}, ora nouăsprezece",
        ),
        (
            "2025-02-25T18:30",
            f"{FEBRUARY}, ora optsprezece și treizeci de minute",
        ),
        (
            "2025-02-25T22:15",
            f"{FEBRUARY}, ora douăzeci și două și cincisprezece minute",
        ),
        ("2026-05-01T12:00", "vineri, întâi mai două mii douăzeci și șase, ora douăsprezece"),
        ("2026-05-01T21:01", "vineri, întâi mai două mii douăzeci și șase, ora douăzeci și unu și un minut"),
    ],
)
def test_romanian_card(written: str, line: str) -> None:
    """R80: "de" between a large number and its noun."""
    assert words(written, "ro") == line


@pytest.mark.cases
@pytest.mark.parametrize(
    ("written", "line"),
    [
        (
            "2025-02-25T19:00",
            "iki min iyirmi beşinci il iyirmi beş fevral, çərşənbə axşamı, saat on doqquzda",
        ),
        (
            "2025-02-25T18:30",
            "iki min iyirmi beşinci il iyirmi beş fevral, çərşənbə axşamı, saat on səkkiz otuzda",
        ),
        ("2026-05-01T12:00", "iki min iyirmi altıncı il bir may, cümə, saat on ikidə"),
        ("1992-02-26", "min doqquz yüz doxsan ikinci il iyirmi altı fevral, çərşənbə"),
    ],
)
def test_azerbaijani_card(written: str, line: str) -> None:
    """R80: the year first and as an ordinal, the time in the case of the place."""
    assert words(written, "az") == line


@given(st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(9999, 12, 31, 23, 59)))
def test_no_figure_stands_on_a_formal_card(moment: datetime) -> None:
    """R80: for every minute and every language described."""
    exact = PartialDate(moment.replace(second=0, microsecond=0), Precision.MINUTE)
    for language in ("en", "fr", "ro", "az"):
        (line,) = moment_in_words(exact, language).lines
        assert not any(letter.isdigit() for letter in line)
        assert line == " ".join(line.split())
        assert moment_in_words(exact, language).lines == (line,)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Dienstag, 25. Februar 2025 19:00"),
        ("pt", "terça-feira, 25 de fevereiro de 2025 19:00"),
        ("xx", "2025-02-25T19:00"),
        ("", "2025-02-25T19:00"),
    ],
)
def test_language_without_words_keeps_its_figures_and_says_so(language: str, line: str) -> None:
    """R80: where nobody described the numbers the reason is open."""
    form = moment_in_words(PartialDate.parse("2025-02-25T19:00"), language)

    assert form.lines == (line,)
    assert [reason.template for reason in form.reasons if reason.is_open] == [sentences.NO_WORDS]


def test_day_without_a_time_has_none_in_figures_either() -> None:
    """R80: no midnight is made up."""
    assert words("2025-02-25", "de") == "Dienstag, 25. Februar 2025"


@pytest.mark.parametrize("written", ["2025", "2025-02"])
def test_date_without_a_day_is_not_filled_in(written: str) -> None:
    """R80: what is not known stays unknown, with an open reason."""
    form = moment_in_words(PartialDate.parse(written), "en")

    assert form.lines == (written,)
    assert sentences.DAY_UNKNOWN in [reason.template for reason in form.reasons if reason.is_open]


def test_wording_is_founded_only_in_english() -> None:
    """R80: the rule was read, the wording of the other languages was not."""
    moment = PartialDate.parse("2025-02-25T19:00")

    assert moment_in_words(moment, "en").status is Status.PARTLY
    assert moment_in_words(moment, "az").status is Status.UNVERIFIED
    assert moment_in_words(moment, "az").reasons[0].source.startswith("https://fam.state.gov/")
