"""The attendance annex: who was present, with the office held on that day, and for whom (R104, R110)."""

from collections.abc import Sequence
from typing import Literal

from django.utils.translation import gettext, gettext_noop, ngettext, override, pgettext

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.pdf import Imprint, Paper
from chancery.base.printed_sheet import printed_sheet
from chancery.base.sheets import Column, Sheet
from chancery.base.stock import Stock
from chancery.events import wording as words
from chancery.events.models import Event
from chancery.guests import papers
from chancery.guests.papers.word import guest_list_docx
from chancery.record.queries.attendance import Attendance, Category, Present, StatePresence, attendance_of

ANNEX = Paper[papers.GuestList](
    papers.GUEST_LIST.template,
    {
        **papers.GUEST_LIST.words,
        "note": gettext_noop("Notes"),
        "nobody": gettext_noop("Nobody is recorded as present."),
    },
)


def annex(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print the annex."""
    values = annex_values(event, language, imprint.stock)
    return ANNEX.pdf(values, language=language, title=values["heading"], imprint=imprint)


def annex_text(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the annex as a text that an office can edit."""
    values = annex_values(event, language, imprint.stock)
    return guest_list_docx(values, language=language, title=values["heading"], imprint=imprint)


def annex_sheet(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the annex as a table that an office can edit."""
    values = annex_values(event, language, imprint.stock)
    with override(language):
        columns = [
            Column(gettext("Category"), 32, wraps=True),
            Column(pgettext("in an order", "Place"), 8),
            Column(gettext("Name"), 32),
            Column(gettext("Office"), 52, wraps=True),
            Column(gettext("State"), 22),
            Column(gettext("Notes"), 44, wraps=True),
        ]
    rows = [
        (category["heading"], row["place"], row["name"], ", ".join(row["lines"]), row["state"], row["note"])
        for category in values["categories"]
        for row in category["rows"]
    ]
    return printed_sheet(Sheet(values["heading"], columns, rows), language=language, imprint=imprint)


def annex_values(event: Event, language: str, stock: Stock) -> papers.GuestList:
    """Return the annex as its paper takes it."""
    with override(language):
        attendance = attendance_of(event)
        return {
            "format": stock.sheet,
            "heading": gettext("Attendance"),
            "event": words.event_lines(event, language),
            "summary": _summary(attendance),
            "categories": [
                *(_category(each, language) for each in attendance.categories),
                *_states(attendance.states, language),
                *_absent(attendance),
            ],
        }


def _summary(attendance: Attendance) -> str:
    """How many are recorded by name, and from how many states; a report may know of more."""
    people, states = len(attendance.present), len([each for each in attendance.states if each.first])
    return " · ".join(
        (
            ngettext(
                "%(count)s person is recorded by name as present",
                "%(count)s people are recorded by name as present",
                people,
            )
            % {"count": people},
            ngettext("%(count)s state", "%(count)s states", states) % {"count": states},
        )
    )


def _category(category: Category, language: str) -> papers.Category:
    names = category.category.names if category.category else {}
    level: Literal[1, 2] = 2 if category.depth else 1
    return {
        "heading": wording(names, language).text or gettext("Hosts, speakers and others"),
        "level": level,
        "count": _count(category),
        "rows": [_row(each, language) for each in category.present],
    }


def _count(category: Category) -> str:
    count = category.count
    if count:
        return ngettext("%(count)s person", "%(count)s people", count) % {"count": count}
    return (
        gettext("reported as present, nobody by name") if category.is_reported else gettext("nobody recorded")
    )


def _row(each: Present, language: str) -> papers.GuestRow:
    notes = [gettext("representing %(name)s") % {"name": each.represents}] if each.represents else []
    if each.who.is_sample:
        notes.append(gettext("sample"))
    lines = [line for line in (each.title, each.body) if line and line != each.who.name]
    return _listed(each.place, each.who.name, lines, _state(each.state, language), " · ".join(notes))


def _states(states: Sequence[StatePresence], language: str) -> list[papers.Category]:
    if not states:
        return []
    count = ngettext("%(count)s state", "%(count)s states", len(states)) % {"count": len(states)}
    rows = [_state_row(each, language) for each in states]
    return [{"heading": gettext("States and missions represented"), "level": 1, "count": count, "rows": rows}]


def _state_row(state: StatePresence, language: str) -> papers.GuestRow:
    first, name = state.first, _state(state.code, language)
    if first is None:
        return _listed("", name, [], "", gettext("named in a report, nobody by name"))
    lines = [
        line
        for line in (first.body, f"{first.who.name}, {first.title}" if first.title else first.who.name)
        if line
    ]
    more = state.count - 1
    note = ngettext("and %(count)s more", "and %(count)s more", more) % {"count": more} if more else ""
    return _listed(first.place, name, lines, "", note)


def _absent(attendance: Attendance) -> list[papers.Category]:
    """Whoever was represented by somebody who is not recorded: no presence, and no representative made up."""
    if not attendance.absent:
        return []
    rows = [_listed("", name, [], "", gettext("by whom is not recorded")) for name in attendance.absent]
    return [{"heading": gettext("Represented"), "level": 1, "count": "", "rows": rows}]


def _listed(place: str, name: str, lines: list[str], state: str, note: str) -> papers.GuestRow:
    return {
        "place": place,
        "name": name,
        "lines": lines,
        "state": state,
        "reply": "",
        "companions": "",
        "note": note,
    }


def _state(code: str, language: str) -> str:
    return cldr.state_in_words(code, language) if code else ""
