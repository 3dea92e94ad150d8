"""The page on forms of address names what the rules use (R86)."""

from pathlib import Path

import pytest

from chancery.rules.address import Basis, CardPart, Practice, Purpose, ReplyMark, moment_in_words, sources
from chancery.rules.address.sources import Source
from chancery.rules.dates import PartialDate
from tests.rules.address.samples import line, somebody

PAGE = (Path(__file__).parents[3] / "docs" / "rules" / "address.md").read_text()
SOURCES = {
    name: value for name, value in vars(sources).items() if isinstance(value, Source) and value.address
}


@pytest.mark.parametrize("name", SOURCES)
def test_page_names_every_source(name: str) -> None:
    """R86: a source that the rules cite stands in the table of sources."""
    assert SOURCES[name].address in PAGE


@pytest.mark.parametrize("purpose", list(Purpose))
def test_page_shows_each_purpose_as_it_is_written(purpose: Purpose) -> None:
    """R86: the examples of the page are those of the rules."""
    written = line(somebody("ambassador"), purpose, "en")

    (row,) = [row for row in PAGE.splitlines() if row.startswith(f"| `{purpose.value}` |")]
    assert row.endswith(f"| {written} |")


@pytest.mark.parametrize("language", ["en", "fr", "ro", "az"])
def test_page_shows_a_date_in_words_as_it_is_written(language: str) -> None:
    """R80: the spelled-out dates of the page are those of the rules."""
    (written,) = moment_in_words(PartialDate.parse("2025-02-25T19:00"), language).lines

    assert f"| {written} |" in PAGE


@pytest.mark.parametrize("practice", list(Practice))
def test_page_names_each_practice(practice: Practice) -> None:
    """R86: every practice is described."""
    assert f"| `{practice.value}` |" in PAGE


def test_page_names_the_parts_and_marks_of_cards() -> None:
    """R80, R81: the page lists what a card bears."""
    parts = "host, will, guest, occasion, date and time, place, dress, reply mark, admission mark, enclosures"

    assert ", ".join(part.value.replace("-", " ") for part in CardPart) == parts
    assert parts in " ".join(PAGE.split())
    assert [mark.value for mark in ReplyMark] == ["rsvp", "regrets-only", "to-remind"]


def test_page_says_what_each_lesser_basis_does() -> None:
    """R8, R12, R86: designate, acting, former and chargé are explained."""
    for basis in (Basis.DESIGNATE, Basis.ACTING, Basis.FORMER, Basis.CHARGE_AI):
        word = {Basis.ACTING: "acts", Basis.CHARGE_AI: "chargé a.i."}.get(basis, basis.value)
        assert word in PAGE.lower()
