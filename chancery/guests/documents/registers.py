"""Registers: what was carried out of the house, the notes verbales of a year, and a frozen guest list."""

from collections.abc import Sequence
from typing import Literal

from django.db.models import QuerySet
from django.utils.translation import gettext, ngettext, override, pgettext

from chancery.accounts.models import Organiser
from chancery.base import cldr
from chancery.base.pdf import EventLines, Imprint
from chancery.events import wording as words
from chancery.events.models import Event
from chancery.guests import papers
from chancery.guests.models import Channel, Dispatch, ListVersion, NoteVerbale

CARRIED = (Channel.POST, Channel.HAND, Channel.NOTE)
MOST_UPRIGHT = 4
"""Columns of a frozen list that stand on an upright sheet."""
NO_EVENT: EventLines = {"title": "", "lines": []}


def carried_of(event: Event) -> QuerySet[Dispatch]:
    """What left the house for an event on paper or is about to, without what was cancelled."""
    carried = Dispatch.objects.filter(invitation__guest__event=event, channel__in=CARRIED)
    return carried.exclude(state=Dispatch.State.CANCELLED).select_related("note").order_by("made_at", "id")


def dispatch_register(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print the register of what is carried out of the house, with room for whoever receives it to sign."""
    values = dispatch_register_values(event, language, imprint)
    return papers.REGISTER.pdf(values, language=language, title=values["heading"], imprint=imprint)


def dispatch_register_values(event: Event, language: str, imprint: Imprint) -> papers.Register:
    """Return the dispatch register as its paper takes it."""
    carried = list(carried_of(event))
    with override(language):
        return {
            "format": imprint.stock.sheet,
            "is_landscape": True,
            "heading": gettext("Dispatch register"),
            "event": words.event_lines(event, language),
            "summary": _dispatches(len(carried)),
            "columns": [
                _column(pgettext("a number in a list", "No."), 12, "number"),
                _column(gettext("Date"), 26),
                _column(pgettext("an addressee", "To"), 0, "name"),
                _column(gettext("What"), 34),
                _column(pgettext("a channel", "By"), 26),
                _column(gettext("Received by, day and time"), 62, "room"),
            ],
            "rows": [
                _carried(number, dispatch, event, language) for number, dispatch in enumerate(carried, 1)
            ],
            "notes": [],
            "empty": gettext("Nothing left the house on paper yet."),
        }


def _carried(number: int, dispatch: Dispatch, event: Event, language: str) -> list[list[str]]:
    """A line of the dispatch register; what was received says so in place of the room to sign."""
    day = (dispatch.gone_at or dispatch.made_at).astimezone(event.organiser.zone).date()
    what = str(dispatch.get_kind_display())
    return [
        [str(number)],
        [cldr.day_in_brief(day, language)],
        [*dispatch.recipient.splitlines()[:1], *_where(dispatch)],
        [what, str(dispatch.note)] if dispatch.note else [what],
        [dispatch.get_channel_display()],
        [dispatch.remark] if dispatch.remark else [],
    ]


def _where(dispatch: Dispatch) -> list[str]:
    place = ", ".join(line.strip() for line in dispatch.address.splitlines() if line.strip())
    return [place] if place and place != dispatch.recipient else []


def note_register(organiser: Organiser, year: int, *, language: str, imprint: Imprint) -> bytes:
    """Print the register of the notes verbales of a year (R85)."""
    values = note_register_values(organiser, year, language, imprint)
    return papers.REGISTER.pdf(values, language=language, title=values["heading"], imprint=imprint)


def note_register_values(organiser: Organiser, year: int, language: str, imprint: Imprint) -> papers.Register:
    """Return the register of notes verbales as its paper takes it."""
    notes = NoteVerbale.objects.filter(organiser=organiser, year=year).order_by("number")
    rows = [
        [[str(note)], [cldr.day_in_brief(note.dated_on, language)], [note.addressed_to], [note.subject]]
        for note in notes
    ]
    with override(language):
        return {
            "format": imprint.stock.sheet,
            "is_landscape": False,
            "heading": gettext("Notes verbales of %(year)s") % {"year": year},
            "event": NO_EVENT,
            "summary": ngettext("%(count)s note", "%(count)s notes", len(rows)) % {"count": len(rows)},
            "columns": [
                _column(pgettext("a number in a list", "No."), 20, "number"),
                _column(gettext("Date"), 26),
                _column(pgettext("an addressee", "To"), 0, "name"),
                _column(pgettext("of a note", "Matter"), 56),
            ],
            "rows": rows,
            "notes": [],
            "empty": gettext("No note verbale was written in this year."),
        }


def frozen_list(
    version: ListVersion,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    language: str,
    imprint: Imprint,
) -> bytes:
    """
    Print the guest list as it was frozen for somebody: the fields they asked for and no other.

    Shape: `heads` name the columns in the language of the paper, the first of which is that of the names; a
    row has as many cells.
    """
    values = frozen_list_values(version, heads, rows, language, imprint)
    return papers.REGISTER.pdf(values, language=language, title=values["heading"], imprint=imprint)


def frozen_list_values(
    version: ListVersion, heads: Sequence[str], rows: Sequence[Sequence[str]], language: str, imprint: Imprint
) -> papers.Register:
    """Return a frozen list as its paper takes it."""
    frozen = version.made_at.astimezone(version.event.organiser.zone)
    with override(language):
        named = {"number": version.number, "moment": cldr.moment_in_words(frozen, language)}
        return {
            "format": imprint.stock.sheet,
            "is_landscape": len(heads) > MOST_UPRIGHT,
            "heading": gettext("Guest list, version %(number)s") % named,
            "event": words.event_lines(version.event, language),
            "summary": gettext("Frozen on %(moment)s") % named,
            "columns": [
                _column(pgettext("a number in a list", "No."), 12, "number"),
                *(_column(head, 0, "text" if place else "name") for place, head in enumerate(heads)),
            ],
            "rows": [
                [[str(number)], *([cell] if cell else [] for cell in row)]
                for number, row in enumerate(rows, 1)
            ],
            "notes": _said_of(version, language),
            "empty": gettext("Nobody is on this list."),
        }


def _said_of(version: ListVersion, language: str) -> list[str]:
    """For whom the list is and what for, and by when it has to be destroyed (R123)."""
    until = {"day": cldr.day_in_words(version.delete_on, language)}
    return [
        gettext("For %(recipient)s.") % {"recipient": version.recipient},
        *([version.purpose] if version.purpose else []),
        gettext("Every copy has to be destroyed by %(day)s.") % until,
    ]


def _dispatches(number: int) -> str:
    return ngettext("%(count)s dispatch", "%(count)s dispatches", number) % {"count": number}


def _column(
    head: str, width: float, style: Literal["number", "name", "text", "room"] = "text"
) -> papers.Column:
    return {"head": head, "width": width, "style": style}
