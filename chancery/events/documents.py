"""What is printed of the order of an event: the list with its reasons, its table, flags and anthems."""

from django.utils.translation import gettext, override

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.base.sheets import Column, Sheet, write_xlsx
from chancery.events import ordering
from chancery.events import wording as words
from chancery.events.models import Event
from chancery.precedence import papers
from chancery.rules.reasons import Reason


def precedence_list(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print the order of precedence, each place with its reasons."""
    with override(language):
        order = ordering.order_of(event)
        values: papers.PrecedenceList = {
            "format": "a4",
            "heading": gettext("Order of precedence"),
            "event": words.event_lines(event, language),
            "summary": summary_of(event, order, language),
            "with_reasons": True,
            "groups": [{"heading": "", "rows": [_row(entry, language) for entry in order.entries]}],
            "notes": [reason_words(note) for note in order.notes],
        }
    return papers.PRECEDENCE_LIST.pdf(values, language=language, title=values["heading"], imprint=imprint)


def summary_of(event: Event, order: ordering.EventOrder, language: str) -> str:
    """The profile, its version, and the day whose offices count, in one line."""
    profile = wording(order.profile.names, language).text or order.profile.key
    parts = [profile, gettext("version %(version)s") % {"version": order.profile.version}]
    day = ordering.day_of_order(event)
    if day:
        parts.append(gettext("offices as of %(day)s") % {"day": cldr.day_in_words(day, language)})
    return " · ".join(parts)


def reason_words(reason: Reason) -> str:
    """Return a reason in the language in force."""
    return gettext(reason.template) % dict(reason.values)


def _row(entry: ordering.Entry, language: str) -> papers.PlaceRow:
    lines = [wording(entry.title, language).text]
    return {
        "place": str(entry.place) if entry.place else "",
        "name": words.name_of(entry.who, language),
        "lines": [line for line in lines if line],
        "state": entry.state,
        "reasons": [{"text": reason_words(reason), "rule": reason.rule} for reason in entry.reasons],
        "moved": "",
        "is_open": entry.is_open,
    }


def order_sheet(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the order as a table that an office can edit."""
    with override(language):
        order = ordering.order_of(event)
        heading = gettext("Order of precedence")
        columns = [
            Column(gettext("Place"), 8),
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
                words.name_of(entry.who, language),
                wording(entry.title, language).text,
                cldr.state_in_words(entry.state, language) if entry.state else "",
                " ".join(reason_words(reason) for reason in entry.reasons),
            )
            for entry in order.entries
        ]
    sheet = Sheet(heading, columns, rows)
    return write_xlsx(
        [sheet], language=language, title=heading, author=imprint.house, made_at=imprint.made_at
    )
