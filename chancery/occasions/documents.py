"""Recognitions as a file: a table for spreadsheets and a printed list, each with its filters."""

from datetime import datetime
from typing import Literal

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base import cldr, sheets
from chancery.base.languages import listed, wording
from chancery.base.pdf import Imprint
from chancery.base.register import REGISTER, Column, Register
from chancery.base.stock import stock_of_state
from chancery.occasions import recognition_rows, recognition_table
from chancery.occasions import recognition_words as words
from chancery.occasions.recognition_rows import Asking, Listed


def all_listed(asking: Asking) -> list[Listed]:
    """Every text of the list, not one page of it alone."""
    return recognition_rows.listed_of(asking, asking.texts)


def table_as_csv(asking: Asking) -> bytes:
    """Write the texts as CSV; an import reads them again."""
    headings = [column.heading for column in recognition_table.columns()]
    return sheets.write_csv(headings, map(recognition_table.cells_of, all_listed(asking)))


def table_as_xlsx(asking: Asking, organiser: Organiser, now: datetime) -> bytes:
    """Write a workbook: the texts, and on a second sheet the total with every filter."""
    texts = sheets.Sheet(
        _("Recognitions"),
        recognition_table.columns(),
        map(recognition_table.cells_of, all_listed(asking)),
    )
    return sheets.write_xlsx(
        [texts, _total_sheet(asking.in_words)],
        language=get_language() or "en",
        title=str(asking.campaign),
        author=str(organiser),
        made_at=now,
    )


def _total_sheet(total: words.TotalInWords) -> sheets.Sheet:
    rows = [[_("Total"), total.words], *([_("In doubt"), note] for note in total.notes)]
    rows += [[each.name, each.words] for each in total.filters]
    columns = [sheets.Column(_("Filter"), 26), sheets.Column(_("Takes in"), 80, wraps=True)]
    return sheets.Sheet(_("Total"), columns, rows)


def empty_table(organiser: Organiser, now: datetime) -> bytes:
    """Write the empty table that an import reads, with one line that shows how it is filled in."""
    language = get_language() or "en"
    sheet = sheets.Sheet(
        _("Recognitions"), recognition_table.columns(), [recognition_table.sample_row(language)]
    )
    return sheets.write_xlsx(
        [sheet], language=language, title=_("Recognitions"), author=str(organiser), made_at=now
    )


def printed_list(asking: Asking, organiser: Organiser, *, author: str, now: datetime) -> bytes:
    """Print the list with its total and every filter above it."""
    language = get_language() or "en"
    house, total = wording(organiser.names, language), asking.in_words
    stock = stock_of_state(organiser.host_state)
    values: Register = {
        "format": stock.sheet,
        "is_landscape": True,
        "heading": _("Recognitions"),
        "event": {
            "title": wording(asking.campaign.names, language).text,
            "lines": [f"{each.name}: {each.words}" for each in total.narrowing],
        },
        "summary": " · ".join([total.words, *total.notes]),
        "columns": _columns(),
        "rows": [_row(number, each) for number, each in enumerate(all_listed(asking), 1)],
        "notes": [total.not_narrowed] if total.not_narrowed else [],
        "empty": _("The filters take in no text."),
    }
    imprint = Imprint(
        house=house.text, house_language=house.language, made_at=now, author=author, stock=stock
    )
    return REGISTER.pdf(values, language=language, title=values["heading"], imprint=imprint)


def _columns() -> list[Column]:
    return [
        _column(pgettext("a number in a list", "No."), 12, "number"),
        _column(_("Body and text"), 0, "name"),
        _column(_("Level and kind"), 44),
        _column(_("Status"), 46),
        _column(_("The word it uses"), 38),
        _column(_("Proof"), 52),
    ]


def _column(head: str, width: float, style: Literal["number", "name", "text"] = "text") -> Column:
    return {"head": head, "width": width, "style": style}


def _row(number: int, each: Listed) -> list[list[str]]:
    row, language = each.recognition, get_language() or "en"
    state = recognition_rows.state_of(row)
    place = [part for part in (row.region, cldr.state_in_words(state, language) if state else "") if part]
    about = [part for part in (words.title_of(row), row.number, listed(place)) if part]
    word = [f"“{row.word}”", cldr.language_in_words(row.word_language, language)] if row.word else []
    return [
        [str(number)],
        [words.body_name(row), *about],
        [str(row.get_level_display()), str(row.get_kind_display())],
        [words.standing_mark(each.standing).word, words.day_known(each.standing.on)],
        word,
        _proof(row.source, row.address, row.document.name if row.document else ""),
    ]


def _proof(*known: str) -> list[str]:
    return [part for part in known if part]
