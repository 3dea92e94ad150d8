"""Documents for a word processor: titled, tagged with their language, turned where the language turns."""

import io
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from chancery.base.word import Line, Manuscript, writable
from chancery.guests.papers.word import guest_list_docx
from chancery.precedence.papers.word import precedence_list_docx
from chancery.programme.papers.word import programme_docx
from tests.base import papers_samples as samples


def manuscript(language: str = "en") -> Manuscript:
    return Manuscript(language=language, title="Sample", imprint=samples.IMPRINT)


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def words_of(document: Any) -> list[str]:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def test_document_is_titled_and_says_its_language() -> None:
    properties = opened(manuscript("ro").content()).core_properties

    assert properties.title == "Sample"
    assert properties.language == "ro"
    assert properties.author == "Sample Embassy in Bucharest"


def test_long_title_is_kept_within_the_limit_of_the_format() -> None:
    text = Manuscript(language="en", title="x" * 400, imprint=samples.IMPRINT)

    assert len(opened(text.content()).core_properties.title) == 255


@pytest.mark.parametrize(("language", "is_rtl"), [("ar", True), ("he", True), ("en", False)])
def test_paragraphs_tables_and_runs_turn_with_the_language(language: str, is_rtl: bool) -> None:
    text = manuscript(language)
    text.heading("Heading")
    text.table(["Name"], [[[Line("x")]]], [60])

    document = opened(text.content())

    heading, table = document.paragraphs[0]._p, document.tables[0]._tbl
    assert (heading.pPr.find(qn("w:bidi")) is not None) is is_rtl
    assert (table.tblPr.find(qn("w:bidiVisual")) is not None) is is_rtl
    assert (heading.r_lst[0].rPr.find(qn("w:rtl")) is not None) is is_rtl
    attribute = "w:bidi" if is_rtl else "w:val"
    assert heading.r_lst[0].rPr.find(qn("w:lang")).get(qn(attribute)) == language


def test_head_of_a_table_comes_again_and_no_row_is_torn() -> None:
    text = manuscript()
    text.table(["Name"], [[[Line("x")]], [[Line("y")]]], [60])

    rows = opened(text.content()).tables[0].rows

    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_parts_of_a_table_stand_in_the_order_of_the_schema() -> None:
    """Word refuses a file whose table properties stand in another order."""
    text = manuscript("ar")
    text.table([], [[[Line("x")]]], [60])

    names = [child.tag.split("}")[1] for child in opened(text.content()).tables[0]._tbl.tblPr]

    wanted = ["tblStyle", "bidiVisual", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook"]
    assert names == [name for name in wanted if name in names]
    assert {"bidiVisual", "tblBorders", "tblCellMar"} <= set(names)


def test_names_in_every_script_come_back() -> None:
    text = manuscript()
    for language, (name, office) in samples.SCRIPTS.items():
        text.paragraph(Line(name, language), Line(office, language, is_italic=True, is_muted=True, points=9))

    read = words_of(opened(text.content()))

    assert read == [f"{name}\n{office}" for name, office in samples.SCRIPTS.values()]


def test_size_holds_for_joined_scripts_too() -> None:
    text = manuscript("ar")
    text.paragraph(Line("السفير", points=9))

    properties = opened(text.content()).paragraphs[0]._p.r_lst[0].rPr

    assert [properties.find(qn(name)).get(qn("w:val")) for name in ("w:sz", "w:szCs")] == ["18", "18"]


def test_nothing_is_written_for_an_empty_text() -> None:
    text = manuscript()
    text.heading("")
    text.paragraph(Line(""))
    text.paragraph()

    assert words_of(opened(text.content())) == []


@pytest.mark.parametrize(
    ("text", "kept"), [("a\x00b\x07c", "abc"), ("tab\tline\n", "tab\tline\n"), ("Ș\ufffe", "Ș")]
)
def test_characters_that_no_file_can_hold_are_left_out(text: str, kept: str) -> None:
    assert writable(text) == kept


def test_foot_counts_pages_and_says_the_version() -> None:
    foot = opened(manuscript().content()).sections[0].footer.paragraphs[0]

    assert foot.text.startswith("Version 3 · 20 Feb 2026, 14:05 · A. Sample")
    assert [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def said(content: bytes) -> str:
    return "\n".join(words_of(opened(content)))


def test_programme_holds_each_edition_with_its_marks() -> None:
    values = samples.programme(samples.programme_in_english(), samples.programme_in_arabic())

    document = opened(programme_docx(values, language="en", title="T", imprint=samples.IMPRINT))

    assert [table.rows[0].cells[0].text for table in document.tables] == ["18:00", "18:35", "18:00", "18:35"]
    read = "\n".join(words_of(document))
    for words in (
        "Minute of silence – 60 seconds",
        "read by Ștefania-Ruxandra Țoiu-Băltărețu",
        "دقيقة صمت",
        "موسيقى وفيلم",
    ):
        assert words in read


def test_guest_list_leaves_out_columns_in_which_nothing_stands() -> None:
    document = opened(
        guest_list_docx(samples.guest_list(), language="en", title="T", imprint=samples.IMPRINT)
    )

    heads = [cell.text for cell in document.tables[0].rows[0].cells]
    assert heads == ["", "Name and office", "State", "Reply", "Companions and notes"]
    assert sum(len(table.rows) - 1 for table in document.tables) == len(samples.SCRIPTS)


@pytest.mark.parametrize("with_reasons", [True, False])
def test_order_says_its_reasons_where_they_are_asked_for(with_reasons: bool) -> None:
    values = samples.precedence_list(with_reasons=with_reasons)

    read = said(precedence_list_docx(values, language="en", title="T", imprint=samples.IMPRINT))

    for reason in ("head of state. R1", "Cannot be decided"):
        assert (reason in read) is with_reasons
    assert "Ґалина Їжакевич-Щербаненко" in read
