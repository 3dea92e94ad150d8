"""The programme for a word processor."""

from chancery.base.pdf import Imprint
from chancery.base.word import Line, Manuscript
from chancery.programme.papers import Edition, Item, Programme

MARGIN_OF_MARKS = 18.0
WIDTH = 166.0


def programme_docx(values: Programme, *, language: str, title: str, imprint: Imprint) -> bytes:
    """
    Write the programme as the PDF prints it; two editions follow each other, each on its own page.

    Units: the columns are in millimetres and fill the width between the margins.
    """
    paper = "us-letter" if values["format"] in ("us-letter", "half-letter") else "a4"
    manuscript = Manuscript(language=language, title=title, imprint=imprint, paper=paper)
    for number, edition in enumerate(values["editions"]):
        if number:
            manuscript.new_page()
        _write_edition(manuscript, edition, imprint)
    return manuscript.content()


def _write_edition(manuscript: Manuscript, edition: Edition, imprint: Imprint) -> None:
    language = edition["language"]
    manuscript.paragraph(Line(imprint.house, is_muted=True, points=9))
    manuscript.heading(edition["title"], language=language)
    if edition["occasion"]:
        manuscript.paragraph(Line(edition["occasion"], language, is_italic=True, points=12))
    manuscript.paragraph(*(Line(line, language) for line in edition["lines"]))
    for part in edition["parts"]:
        manuscript.heading(part["heading"], level=2, language=language)
        manuscript.table(
            (), [[[Line(item["mark"])], _item(item, language)] for item in part["items"]], _widths(), language
        )
    for line in edition["closing"]:
        manuscript.paragraph(Line(line, language, is_italic=True))


def _widths() -> tuple[float, float]:
    return MARGIN_OF_MARKS, WIDTH - MARGIN_OF_MARKS


def _item(item: Item, language: str) -> list[Line]:
    note = f" – {item['note']}" if item["note"] else ""
    lines = [Line(item["title"] + note, language, points=12)]
    for person in item["people"]:
        lines.append(Line(f"{person['lead']} {person['name']}".strip(), language))
        if person["capacity"]:
            lines.append(Line(person["capacity"], language, is_italic=True, is_muted=True))
    for work in item["works"]:
        lines.append(Line(", ".join(part for part in (work["title"], work["author"]) if part), language))
        if work["performers"]:
            lines.append(Line(work["performers"], language, is_muted=True))
    return lines
