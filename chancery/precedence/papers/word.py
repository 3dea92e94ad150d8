"""The order of precedence for a word processor."""

from django.utils.translation import gettext, override

from chancery.base.pdf import Imprint
from chancery.base.word import Line, Manuscript
from chancery.precedence.papers import PRECEDENCE_LIST, PlaceRow, PrecedenceList

PLAIN = (12.0, 110.0, 44.0)
REASONED = (12.0, 70.0, 22.0, 62.0)


def precedence_list_docx(values: PrecedenceList, *, language: str, title: str, imprint: Imprint) -> bytes:
    """
    Write the order as the PDF prints it, with the reasons where they are asked for.

    Units: the columns are in millimetres and fill the width between the margins.
    """
    with override(language):
        words = {key: gettext(word) if word else "" for key, word in PRECEDENCE_LIST.words.items()}
    heads = [words["place"], words["name"], words["state"]]
    if values["with_reasons"]:
        heads.append(words["reasons"])
    manuscript = Manuscript(language=language, title=title, imprint=imprint, paper=values["format"])
    manuscript.heading(values["heading"])
    manuscript.paragraph(Line(values["event"]["title"], points=13))
    manuscript.paragraph(*(Line(line, is_italic=True) for line in values["event"]["lines"]))
    manuscript.paragraph(Line(values["summary"], is_muted=True, points=9))
    for group in values["groups"]:
        manuscript.heading(group["heading"], level=2)
        rows = [_cells(row, words)[: len(heads)] for row in group["rows"]]
        manuscript.table(heads, rows, REASONED if values["with_reasons"] else PLAIN)
    if values["notes"]:
        manuscript.heading(words["notes"], level=2)
        manuscript.paragraph(*(Line(note, is_muted=True, points=9) for note in values["notes"]))
    return manuscript.content()


def _cells(row: PlaceRow, words: dict[str, str]) -> list[list[Line]]:
    person = [Line(row["name"], points=12), *(Line(line, is_muted=True, points=9) for line in row["lines"])]
    return [[Line(row["place"], is_muted=True)], person, [Line(row["state"], points=9)], _reasons(row, words)]


def _reasons(row: PlaceRow, words: dict[str, str]) -> list[Line]:
    """That a place is undecidable, then the chain with its rules."""
    lines = [words["open"]] if row["is_open"] else []
    lines += [f"{one['text']} {one['rule']}".strip() for one in row["reasons"]]
    return [Line(line, points=8.5) for line in lines]
