"""The guest list for a word processor."""

from collections.abc import Sequence

from django.utils.translation import gettext, override

from chancery.base.pdf import Imprint
from chancery.base.word import Line, Manuscript
from chancery.guests.papers import GUEST_LIST, GuestList, GuestRow

WIDTH = 166.0
WIDTHS = {"state": 24.0, "reply": 22.0, "note": 38.0}
PLACE = 12.0


def guest_list_docx(values: GuestList, *, language: str, title: str, imprint: Imprint) -> bytes:
    """
    Write the guest list as the PDF prints it: one table a category, columns in which nothing stands left out.

    Units: the columns are in millimetres and fill the width between the margins.
    """
    manuscript = Manuscript(language=language, title=title, imprint=imprint, paper=values["format"])
    manuscript.heading(values["heading"])
    manuscript.paragraph(Line(values["event"]["title"], points=13))
    manuscript.paragraph(*(Line(line, is_italic=True) for line in values["event"]["lines"]))
    manuscript.paragraph(Line(values["summary"], is_muted=True, points=9))
    shown = [field for field in WIDTHS if _stands(values, field)]
    for category in values["categories"]:
        manuscript.heading(category["heading"], level=category["level"] + 1)
        manuscript.paragraph(Line(category["count"], is_muted=True, points=9))
        if category["rows"]:
            rows = [_cells(row, shown) for row in category["rows"]]
            manuscript.table(_heads(shown, language), rows, _widths(shown))
    return manuscript.content()


def _stands(values: GuestList, field: str) -> bool:
    rows = (row for category in values["categories"] for row in category["rows"])
    return any(line for row in rows for line in _lines(row, field))


def _lines(row: GuestRow, field: str) -> list[str]:
    """What stands in a column; companions and the note share one, as in the PDF."""
    if field == "note":
        return [text for text in (row["companions"], row["note"]) if text]
    return [row[field]]  # type: ignore[literal-required]  # field is a key of WIDTHS


def _cells(row: GuestRow, shown: Sequence[str]) -> list[list[Line]]:
    person = [Line(row["name"], points=12), *(Line(line, is_muted=True, points=9) for line in row["lines"])]
    others = [[Line(text, points=9) for text in _lines(row, field)] for field in shown]
    return [[Line(row["place"], is_muted=True)], person, *others]


def _heads(shown: Sequence[str], language: str) -> list[str]:
    with override(language):
        return ["", *(gettext(GUEST_LIST.words[field]) for field in ("name", *shown))]


def _widths(shown: Sequence[str]) -> list[float]:
    others = [WIDTHS[field] for field in shown]
    return [PLACE, WIDTH - PLACE - sum(others), *others]
