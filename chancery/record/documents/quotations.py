"""The sheets on which speakers approve what is quoted of them, each in the language of its speaker."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext, override

from chancery.base.cldr import language_in_words
from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.base.stock import stock_of_state
from chancery.events import wording as words
from chancery.events.models import Event, Participation
from chancery.record.models import Statement
from chancery.record.papers.quotations import (
    QUOTATION_SHEETS,
    Quotation,
    QuotationSheet,
    QuotationSheets,
    Wording,
)
from chancery.record.queries.said import Quoted, capacity_of
from chancery.record.said_rows import reading_in

IN_OUR_WORDS = frozenset(code for code, _name in settings.LANGUAGES)


def language_for(speaker: Participation, event: Event) -> str:
    """
    Return the language of a sheet: the first of the speaker's that Chancery writes, else that of the event.

    Ties: an event without languages is written in the first of its office, and that in English.
    """
    theirs = speaker.person.languages if speaker.person else []
    known = [*theirs, *event.languages, *event.organiser.languages]
    return next((language for language in known if language in IN_OUR_WORDS), "en")


def quotation_sheets(
    event: Event, quoted: Sequence[Quoted], *, language: str, now: datetime, author: str
) -> bytes:
    """
    Print one sheet for each speaker; `language` is that of the file.

    Errors: PaperFailed, WordingMissing.
    """
    house = wording(event.organiser.names, language)
    imprint = Imprint(
        house=house.text,
        house_language=house.language,
        made_at=now.astimezone(event.organiser.zone),
        author=author,
        stock=stock_of_state(event.organiser.host_state),
    )
    with override(language):
        title = gettext("Approval of quotations")
    values = sheet_values(event, quoted, format=imprint.stock.sheet)
    return QUOTATION_SHEETS.pdf(values, language=language, title=title, imprint=imprint)


def sheet_values(event: Event, quoted: Iterable[Quoted], *, format: str) -> QuotationSheets:
    """Return the sheets as their paper takes them."""
    return {"format": format, "letters": [_sheet(event, each) for each in quoted]}  # type: ignore[typeddict-item]  # of the stock


def _sheet(event: Event, quoted: Quoted) -> QuotationSheet:
    language = language_for(quoted.speaker, event)
    house = wording(event.organiser.names, language)
    with override(language):
        head = words.event_lines(event, language)
        return {
            "language": language,
            "house": {"name": house.text, "language": house.language},
            "heading": gettext("Approval of quotations"),
            "event": [head["title"], *head["lines"]],
            "name": quoted.speaker.name_printed,
            "capacity": _text(capacity_of(quoted.statements[0]), language),
            "request": [
                gettext(
                    "In its report of this event the office would like to quote you with the words below. "
                    "Please mark for each whether it may stand so, write any change beside it, and sign."
                )
            ],
            "quotations": [_quotation(each, language) for each in quoted.statements],
            "answers": [
                gettext("may stand as it is"),
                gettext("only as changed"),
                gettext("not to be quoted"),
            ],
            "lines": [gettext("Place and date"), gettext("Signature")],
        }


def _quotation(statement: Statement, language: str) -> Quotation:
    """The wording as it was recorded first, then each translation with the name of its language."""
    first = [statement.language] if statement.language in statement.texts else []
    written = [*first, *(code for code in statement.texts if code not in first)]
    are_several = len(written) > 1
    return {
        "said_in": _text(statement.item.titles, language) if statement.item else "",
        "wordings": [_wording(statement, code, language, is_named=are_several) for code in written],
    }


def _wording(statement: Statement, code: str, language: str, *, is_named: bool) -> Wording:
    name = language_in_words(code, language) if is_named else ""
    return {"language": code, "name": name, "text": reading_in(statement, code).text}


def _text(texts: Mapping[str, str], language: str) -> str:
    return wording(texts, language).text
