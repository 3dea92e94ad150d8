"""The dossier of an event that is hard to print: nothing fails but what nobody wrote, and no name is lost."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker
from python_calamine import CalamineWorkbook

from chancery.base.stock import Stock
from chancery.desk.dossier import Outcome, Run, documents_of, write_dossier
from tests import make
from tests.desk.hardest_event import NAMES, hardest_event

GUESTS = 2 * len(NAMES)
RUN = Run(datetime(2026, 3, 1, 9, tzinfo=UTC), author="A. Sample", stock=Stock())
NAMING_ALL = ("precedence-list", "guest-list", "attendance-form", "place-cards", "name-cards", "envelopes")
FROM_RIGHT = ("ar", "he")


@pytest.fixture(scope="module")
def outcomes(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Outcome]]:
    """The dossier, printed once for all tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        event = hardest_event(GUESTS)
        yield write_dossier(event, documents_of(event), tmp_path_factory.mktemp("dossier"), RUN)
        transaction.set_rollback(True)


@pytest.fixture
def files(outcomes: list[Outcome]) -> dict[str, Path]:
    return {outcome.path.name: outcome.path for outcome in outcomes if outcome.path}


def letters(text: str) -> str:
    """A text without its spaces and line ends: names stand on several lines."""
    return re.sub(r"\s+", "", text)


@cache
def read(path: Path) -> str:
    return letters("".join(page.extract_text() for page in pypdf.PdfReader(path).pages))


def test_only_what_nobody_wrote_in_a_language_fails(outcomes: list[Outcome]) -> None:
    failed = {outcome.document.filename: outcome.failure for outcome in outcomes if outcome.path is None}

    title = "The title of the event is not written in Arabic; add it or leave this language out."
    card = "No wording for card · invitation is written in German; make your own."
    assert failed.pop("labels.pdf").endswith("shorten the texts or choose a larger size.")
    assert failed == {"programme-ar.pdf": title, "programme-ar.docx": title, "invitation-cards.pdf": card}


@pytest.mark.parametrize("paper", NAMING_ALL)
@pytest.mark.parametrize("language", [one for one in NAMES if one not in FROM_RIGHT])
def test_no_name_is_lost(files: dict[str, Path], paper: str, language: str) -> None:
    text = read(files[f"{paper}.pdf"])

    assert text.count(letters(NAMES[language])) >= 2


@pytest.mark.parametrize("paper", NAMING_ALL)
@pytest.mark.parametrize("language", FROM_RIGHT)
def test_no_letter_of_a_name_from_the_right_is_lost(
    files: dict[str, Path], paper: str, language: str
) -> None:
    """The reader in this test gives words from right to left in another order; its letters are all there."""
    text = read(files[f"{paper}.pdf"])

    assert {letter for letter in NAMES[language] if letter.isalpha()} <= set(text)


def test_title_of_four_lines_stands_whole(files: dict[str, Path]) -> None:
    for paper in ("precedence-list", "guest-list", "name-cards", "envelopes"):
        assert "DeanoftheCorpsandCommanderoftheOrderoftheSpecimen" in read(files[f"{paper}.pdf"]), paper


def test_each_pdf_is_tagged_titled_in_a_language_and_with_its_typefaces(files: dict[str, Path]) -> None:
    papers = [path for name, path in files.items() if name.endswith(".pdf")]
    assert len(papers) > 10
    for path in papers:
        pdf = pypdf.PdfReader(path)
        root: Any = pdf.root_object
        assert root["/MarkInfo"]["/Marked"], path.name
        assert root["/Lang"] == "en", path.name
        assert pdf.metadata is not None
        assert pdf.metadata.title, path.name
        assert all(embedded(pdf)), path.name


def embedded(pdf: pypdf.PdfReader) -> Iterator[bool]:
    for page in pdf.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            face = font.get_object()["/DescendantFonts"][0].get_object()
            yield "/FontFile2" in face["/FontDescriptor"].get_object()


def test_names_come_back_from_the_texts_and_tables(files: dict[str, Path]) -> None:
    for name in ("guest-list", "precedence-list"):
        document = docx.Document(io.BytesIO(files[f"{name}.docx"].read_bytes()))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        rows = CalamineWorkbook.from_path(str(files[f"{name}.xlsx"])).get_sheet_by_index(0).to_python()
        values = [str(value) for row in rows for value in row]
        for printed in NAMES.values():
            assert any(cell.startswith(printed) for cell in cells), printed
            assert printed in values


def test_event_without_anything_is_printed(db: Any, tmp_path: Path) -> None:
    """No guests, no programme, no day, no venue: only the calendar asks for a day."""
    event = make.event(make.organiser("bare", names={}, languages=[]), title="Bare")

    outcomes = write_dossier(event, documents_of(event), tmp_path, RUN)

    failed = [outcome.document.filename for outcome in outcomes if outcome.path is None]
    assert failed == ["calendar.ics"]
