"""Documents for a word processor: headings, paragraphs and tables that an office edits further."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from chancery.base.languages import direction
from chancery.base.pdf import Imprint, foot_lines

LATIN = "Cambria"
"""A serif that comes with the usual word processors and holds Latin, Greek and Cyrillic whole."""
COMPLEX = "Times New Roman"
EASTERN = {"ja": "Yu Mincho", "ko": "Batang"}
CHINESE = "SimSun"
MUTED = RGBColor(0x5B, 0x62, 0x70)
PAPERS = {"a4": (Mm(210), Mm(297)), "us-letter": (Mm(215.9), Mm(279.4))}
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file can hold."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its text, and how it is set. `language` is empty for that of the document."""

    text: str
    language: str = ""
    is_italic: bool = False
    is_muted: bool = False
    points: float = 0


class Manuscript:
    """
    A document that is written from the top to the end and handed over by `content`.

    It is tagged with its language, set from right to left where the language is, titled, and carries version,
    time and page x of y at the foot of every page. `foot` takes the place of version and time; an empty one
    leaves the pages alone, which are then counted anew in every section.
    """

    def __init__(
        self,
        *,
        language: str,
        title: str,
        imprint: Imprint,
        paper: str = "a4",
        is_landscape: bool = False,
        foot: str | None = None,
    ) -> None:
        self.language = language
        self._document: Any = docx.Document()
        self._last: Any = None
        properties = self._document.core_properties
        properties.title, properties.author = writable(title)[:255], writable(imprint.house)[:255]
        properties.language, properties.comments = language, ""
        properties.created = properties.modified = imprint.made_at.replace(tzinfo=None)
        self._set_page(paper, is_landscape=is_landscape)
        self._set_styles()
        self._set_foot(" · ".join(foot_lines(imprint, language)) if foot is None else foot)

    def heading(self, text: str, level: int = 1, *, language: str = "") -> None:
        """Add a heading; level 1 is the title of the document. An empty one adds nothing."""
        if text:
            self._write(self._document.add_heading(level=level), [Line(text, language)])

    def paragraph(self, *lines: Line) -> None:
        """Add one paragraph of one or several lines; without a text it adds nothing."""
        if any(line.text for line in lines):
            self._last = self._document.add_paragraph()
            self._write(self._last, lines)

    def space(self, points: float) -> None:
        """Leave room below what was written last; nothing before the first paragraph."""
        if self._last is not None:
            below = self._last.paragraph_format.space_after
            self._last.paragraph_format.space_after = Pt(points + (below.pt if below is not None else 0))

    def new_section(self) -> None:
        """Go on at the head of the next page, whose number is 1 again."""
        section = self._document.add_section()
        numbers = OxmlElement("w:pgNumType")
        numbers.set(qn("w:start"), "1")
        _insert(section._sectPr, numbers, before=("w:cols", "w:titlePg", "w:bidi", "w:docGrid"))

    def new_page(self) -> None:
        """Go on at the head of the next page."""
        self._document.add_page_break()

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[Sequence[Line]]],
        widths: Sequence[float],
        language: str = "",
    ) -> None:
        """
        Add a table with hairlines between its rows.

        Shape: a cell is a list of lines; `heads` come again on every page, a row is never torn. Without heads
        the table has no header.
        Units: `widths` in millimetres.
        """
        if self._last is not None:
            self._last.paragraph_format.space_after = Pt(8)
        table = self._document.add_table(rows=0, cols=len(widths))
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        _ruled(table)
        if direction(language or self.language) == "rtl":
            _insert(table._tbl.tblPr, OxmlElement("w:bidiVisual"), before=("w:tblW",))
        if any(heads):
            self._row(table, [[Line(head, is_muted=True, points=8.5)] for head in heads], widths)
            _mark(table.rows[0], "w:tblHeader")
        for row in rows:
            self._row(table, row, widths)

    def content(self) -> bytes:
        stream = io.BytesIO()
        self._document.save(stream)
        return stream.getvalue()

    def _row(self, table: Any, cells: Sequence[Sequence[Line]], widths: Sequence[float]) -> None:
        row = table.add_row()
        _mark(row, "w:cantSplit")
        for cell, lines, width in zip(row.cells, cells, widths, strict=True):
            cell.width = Mm(width)
            for number, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                self._write(paragraph, [line])

    def _write(self, paragraph: Any, lines: Sequence[Line]) -> None:
        """Fill a paragraph; its direction is that of its first line."""
        language = next((line.language for line in lines if line.language), self.language)
        if direction(language) == "rtl":
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for number, line in enumerate(lines):
            run = paragraph.add_run(writable(line.text))
            _set_run(run, line, line.language or self.language)
            if number < len(lines) - 1:
                run.add_break()

    def _set_page(self, paper: str, *, is_landscape: bool) -> None:
        section = self._document.sections[0]
        width, height = PAPERS[paper]
        if is_landscape:
            width, height, section.orientation = height, width, WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = width, height
        section.left_margin = section.right_margin = Mm(22)
        section.top_margin = section.bottom_margin = Mm(24)

    def _set_styles(self) -> None:
        sizes = {"Normal": 11, "Heading 1": 24, "Heading 2": 15, "Heading 3": 12.5}
        for name, size in sizes.items():
            style = self._document.styles[name]
            style.font.bold = style.font.cs_bold = False
            _set_size(style.element.get_or_add_rPr(), size)
            style.font.color.rgb = RGBColor(0x1E, 0x24, 0x30)
            style.paragraph_format.space_after = Pt(0 if name == "Normal" else 4)
            style.paragraph_format.space_before = Pt(0 if name in ("Normal", "Heading 1") else 14)
            _set_faces(style.element.get_or_add_rPr(), self.language)
        self._document.styles["Heading 3"].font.italic = True
        _set_language(self._document.styles["Normal"].element.get_or_add_rPr(), self.language)

    def _set_foot(self, said: str) -> None:
        paragraph = self._document.sections[0].footer.paragraphs[0]
        if said:
            self._write(paragraph, [Line(f"{said} · ", is_muted=True, points=8)])
        for field, after in (("PAGE", " / "), ("NUMPAGES" if said else "SECTIONPAGES", "")):
            paragraph._p.append(_field(field, self.language))
            self._write(paragraph, [Line(after, is_muted=True, points=8)])


def writable(text: str) -> str:
    """Return a text without the characters that the file format cannot hold."""
    return UNWRITABLE.sub("", text)


def _set_run(run: Any, line: Line, language: str) -> None:
    run.italic = True if line.is_italic else None
    if line.points:
        _set_size(run._r.get_or_add_rPr(), line.points)
    if line.is_muted:
        run.font.color.rgb = MUTED
    properties = run._r.get_or_add_rPr()
    if direction(language) == "rtl":
        properties.append(OxmlElement("w:rtl"))
    _set_language(properties, language)


def _set_faces(properties: Any, language: str) -> None:
    faces = properties.get_or_add_rFonts()
    for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        faces.attrib.pop(qn(attribute), None)
    eastern = EASTERN.get(language.split("-")[0], CHINESE)
    for attribute, face in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", COMPLEX), ("eastAsia", eastern)):
        faces.set(qn(f"w:{attribute}"), face)


def _set_language(properties: Any, language: str) -> None:
    """Say the language under the name the spelling of its script looks for."""
    tag = OxmlElement("w:lang")
    base = language.split("-")[0]
    place = (
        "w:bidi" if direction(language) == "rtl" else "w:eastAsia" if base in ("zh", "ja", "ko") else "w:val"
    )
    tag.set(qn(place), language)
    properties.append(tag)


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _ruled(table: Any) -> None:
    """Hairlines between rows and none between columns, and air above and below the lines of a cell."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        edge = OxmlElement(f"w:{side}")
        for attribute, value in (("val", "single"), ("sz", "2"), ("space", "0"), ("color", "8E929B")):
            edge.set(qn(f"w:{attribute}"), value)
        borders.append(edge)
    _insert(table._tbl.tblPr, borders, before=("w:tblLayout", "w:tblCellMar", "w:tblLook"))
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", "60"), ("left", "0"), ("bottom", "60"), ("right", "115")):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), twips)
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    _insert(table._tbl.tblPr, margins, before=("w:tblLook",))


def _insert(parent: Any, element: Any, *, before: Sequence[str]) -> None:
    """Put an element where the schema wants it: word processors refuse files with another order."""
    later = next((child for child in parent if child.tag in [qn(name) for name in before]), None)
    if later is None:
        parent.append(element)
    else:
        later.addprevious(element)


def _set_size(properties: Any, points: float) -> None:
    """Set the size of a run for simple and for joined scripts, which have a size of their own."""
    for name in ("w:sz", "w:szCs"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
        size = OxmlElement(name)
        size.set(qn("w:val"), str(round(2 * points)))
        _insert(
            properties,
            size,
            before=("w:szCs", "w:highlight", "w:u", "w:vertAlign", "w:rtl", "w:cs", "w:lang"),
        )


def _field(name: str, language: str) -> Any:
    """A number that the word processor counts, set as the rest of the foot."""
    field, run, text = OxmlElement("w:fldSimple"), OxmlElement("w:r"), OxmlElement("w:t")
    field.set(qn("w:instr"), name)
    text.text = "1"
    properties = run.get_or_add_rPr()
    _set_size(properties, 8)
    _set_language(properties, language)
    run.append(text)
    field.append(run)
    return field
