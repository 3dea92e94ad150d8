"""The guest list on paper, as a table and as a text, and the form on which those present sign."""

from collections.abc import Iterable
from typing import Literal

from django.utils.translation import gettext, override, pgettext

from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.base.printed_sheet import printed_sheet
from chancery.base.sheets import Column, Sheet
from chancery.base.stock import Stock
from chancery.events import wording as words
from chancery.events.models import Event
from chancery.guests import papers
from chancery.guests.documents.loading import (
    PrintedGuest,
    PrintedList,
    count_words,
    notes_on,
    printed_list,
)
from chancery.guests.models import Standing
from chancery.guests.papers.word import guest_list_docx
from chancery.guests.queries import parties

SPARE_LINES = 6


def guest_list(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print the guest list by category, each in order of precedence."""
    values = guest_list_values(event, language, imprint.stock)
    return papers.GUEST_LIST.pdf(values, language=language, title=values["heading"], imprint=imprint)


def guest_text(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the guest list as a text that an office can edit."""
    values = guest_list_values(event, language, imprint.stock)
    return guest_list_docx(values, language=language, title=values["heading"], imprint=imprint)


def guest_list_values(event: Event, language: str, stock: Stock) -> papers.GuestList:
    """Return the guest list as its paper takes it."""
    listed = printed_list(event, language)
    counts = parties.counts_of(listed.categories, [guest.listed for guest in listed.guests])
    with override(language):
        return {
            "format": stock.sheet,
            "heading": gettext("Guest list"),
            "event": words.event_lines(event, language),
            "summary": count_words(len(listed.guests), listed.people),
            "categories": [_category(count, listed, language) for count in counts],
        }


def _category(count: parties.CategoryCount, listed: PrintedList, language: str) -> papers.Category:
    category = count.category
    key = category.pk if category else None
    level: Literal[1, 2] = 2 if count.depth else 1
    return {
        "heading": wording(category.names, language).text if category else gettext("Without a category"),
        "level": level,
        "count": count_words(count.parties, count.people),
        "rows": [_guest_row(guest, listed.names) for guest in listed.guests if guest.who.category == key],
    }


def _guest_row(guest: PrintedGuest, names: dict[int, str]) -> papers.GuestRow:
    return {
        "place": guest.place,
        "name": guest.who.name,
        "lines": guest.lines,
        "state": guest.state,
        "reply": _reply(guest),
        "companions": ", ".join(_companions(guest)),
        "note": " · ".join(notes_on(guest, names)),
    }


def _reply(guest: PrintedGuest) -> str:
    reply = str(Standing(guest.listed.reply).label)
    return gettext("%(reply)s, late") % {"reply": reply} if guest.listed.party.is_late else reply


def _companions(guest: PrintedGuest) -> Iterable[str]:
    party = guest.listed.party
    return [*party.companions, *([f"+{party.unnamed}"] if party.unnamed else [])]


def attendance_form(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print the form on which those present sign: the guests in order, each before the named companions."""
    listed = printed_list(event, language)
    with override(language):
        heading = gettext("Attendance")
        values: papers.AttendanceForm = {
            "format": imprint.stock.sheet,
            "heading": heading,
            "event": words.event_lines(event, language),
            "summary": count_words(len(listed.guests), listed.people),
            "rows": [row for number, guest in enumerate(listed.guests, 1) for row in _signing(number, guest)],
            "spare": SPARE_LINES,
        }
    return papers.ATTENDANCE_FORM.pdf(values, language=language, title=heading, imprint=imprint)


def _signing(number: int, guest: PrintedGuest) -> Iterable[papers.Signatory]:
    yield {"number": str(number), "name": guest.who.name, "lines": guest.lines}
    for name in guest.listed.party.companions:
        yield {"number": "", "name": name, "lines": [gettext("with %(name)s") % {"name": guest.who.name}]}


def guest_sheet(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the guest list as a table that an office can edit."""
    values = guest_list_values(event, language, imprint.stock)
    with override(language):
        columns = [
            Column(gettext("Category"), 30, wraps=True),
            Column(pgettext("in an order", "Place"), 8),
            Column(gettext("Name"), 32),
            Column(gettext("Office"), 48, wraps=True),
            Column(gettext("State"), 22),
            Column(gettext("Reply"), 16),
            Column(gettext("Companions"), 24),
            Column(gettext("Note"), 30, wraps=True),
        ]
    rows = [
        (
            category["heading"],
            row["place"],
            row["name"],
            ", ".join(row["lines"]),
            row["state"],
            row["reply"],
            row["companions"],
            row["note"],
        )
        for category in values["categories"]
        for row in category["rows"]
    ]
    sheet = Sheet(values["heading"], columns, rows)
    return printed_sheet(sheet, language=language, imprint=imprint)
