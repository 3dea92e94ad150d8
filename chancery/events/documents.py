"""What is printed of the order of an event: the list with its reasons, its table, flags and anthems."""

from django.utils.translation import gettext, override, pgettext

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.base.printed_sheet import printed_sheet
from chancery.base.reasons import in_words
from chancery.base.sheets import Column, Sheet
from chancery.base.stock import Stock
from chancery.events import ordering, state_rows
from chancery.events import wording as words
from chancery.events.models import Event
from chancery.events.order_profiles import is_given
from chancery.precedence import papers
from chancery.precedence.papers.word import precedence_list_docx


def precedence_list(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print the order of precedence, each place with its reasons."""
    values = order_values(event, language, imprint.stock)
    return papers.PRECEDENCE_LIST.pdf(values, language=language, title=values["heading"], imprint=imprint)


def order_text(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the order of precedence as a text that an office can edit."""
    values = order_values(event, language, imprint.stock)
    return precedence_list_docx(values, language=language, title=values["heading"], imprint=imprint)


def order_values(event: Event, language: str, stock: Stock) -> papers.PrecedenceList:
    """Return the order of precedence as its paper takes it."""
    with override(language):
        order = ordering.order_of(event)
        return {
            "format": stock.sheet,
            "heading": gettext("Order of precedence"),
            "event": words.event_lines(event, language),
            "summary": summary_of(event, order, language),
            "with_reasons": True,
            "groups": [{"heading": "", "rows": [_row(entry, language) for entry in order.entries]}],
            "notes": [in_words(note) for note in order.notes],
        }


def summary_of(event: Event, order: ordering.EventOrder, language: str) -> str:
    """The profile, its version, who gave it down, and the day whose offices count, in one line."""
    profile = wording(order.profile.names, language).text or order.profile.key
    parts = [profile, gettext("version %(version)s") % {"version": order.profile.version}]
    if (follows := event.ordering.follows) and is_given(event.ordering):
        values = {"owner": wording(follows.organiser.names, language).text, "number": follows.version}
        parts.append(gettext("given by %(owner)s, version %(number)s") % values)
    if order.as_of:
        day = cldr.day_in_words(order.as_of, language)
        parts.append(gettext("offices as of %(day)s") % {"day": day})
    return " · ".join(parts)


def _row(entry: ordering.Entry, language: str) -> papers.PlaceRow:
    lines = [wording(entry.title, language).text]
    return {
        "place": str(entry.place) if entry.place else "",
        "name": entry.who.name,
        "lines": [line for line in lines if line],
        "state": _state(entry, language),
        "reasons": [{"text": in_words(reason), "rule": reason.rule} for reason in entry.reasons],
        "is_open": entry.is_open,
    }


def _state(entry: ordering.Entry, language: str) -> str:
    return cldr.state_in_words(entry.state, language) if entry.state else ""


def order_sheet(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the order as a table that an office can edit."""
    with override(language):
        order = ordering.order_of(event)
        heading = gettext("Order of precedence")
        columns = [
            Column(pgettext("in an order", "Place"), 8),
            Column(gettext("Rank"), 10),
            Column(gettext("Name"), 32),
            Column(gettext("Office"), 48, wraps=True),
            Column(gettext("State"), 22),
            Column(gettext("Reasons"), 80, wraps=True),
        ]
        rows = [
            (
                entry.place,
                entry.rank,
                entry.who.name,
                wording(entry.title, language).text,
                _state(entry, language),
                " ".join(in_words(reason) for reason in entry.reasons),
            )
            for entry in order.entries
        ]
    sheet = Sheet(heading, columns, rows)
    return printed_sheet(sheet, language=language, imprint=imprint)


def flags_and_anthems(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print where the flags stand and in which order anthems are played (R46-R49)."""
    with override(language):
        order, heading = ordering.order_of(event), gettext("Flags and anthems")
        values: papers.FlagsAndAnthems = {
            "format": imprint.stock.sheet,
            "heading": heading,
            "event": words.event_lines(event, language),
            "summary": "",
            "stands": [_stand(each) for each in state_rows.stands_of(event, order, language)],
            "anthems": [],
            "notes": [],
        }
        anthems = state_rows.anthems_of(event, order, language)
        values["anthems"] = [
            {"state": entry.name, "title": "", "note": " ".join(map(in_words, entry.reasons))}
            for entry in anthems.entries
        ]
        values["notes"] = [in_words(each) for each in anthems.reasons]
    return papers.FLAGS_AND_ANTHEMS.pdf(values, language=language, title=heading, imprint=imprint)


def _stand(stand: state_rows.Stand) -> papers.Stand:
    return {
        "heading": stand.heading,
        "note": " ".join(in_words(each) for each in stand.row.reasons),
        "poles": [
            {"code": place.flag.code, "name": place.flag.name, "note": "", "is_half_mast": False}
            for place in stand.row.positions
        ],
    }
