"""Lists of arrivals on paper: by slot, by greeter, and for the door in case everything fails (R89)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext, override, pgettext

from chancery.base.languages import listed
from chancery.base.pdf import Imprint
from chancery.door import arrival_words as words
from chancery.door.queries.awaited import Arrivals, Awaited, arrivals_at
from chancery.events import wording
from chancery.events.models import Event
from chancery.guests import papers
from chancery.rules.names.collation import sort_key


@dataclass(frozen=True, slots=True)
class ArrivalPaper:
    """A list of arrivals: its name, and what makes its values."""

    name: str | Promise
    values: Callable[[Arrivals, Imprint, str], papers.Register]


def printed(event: Event, name: str, imprint: Imprint, *, language: str, now: datetime) -> bytes:
    """Print one of the lists. Errors: KeyError for another name, PaperFailed, WordingMissing."""
    paper = PAPERS[name]
    with override(language):
        values = paper.values(arrivals_at(event, language=language, now=now), imprint, language)
    return papers.REGISTER.pdf(values, language=language, title=values["heading"], imprint=imprint)


def _by_slot(arrivals: Arrivals, imprint: Imprint, language: str) -> papers.Register:
    """Everybody in the order in which they arrive; each line says its slot, also at the head of a page."""
    columns: list[papers.Column] = [
        {"head": gettext("Slot"), "width": 24, "style": "text"},
        {"head": gettext("Name and office"), "width": 0, "style": "name"},
        {"head": pgettext("in an order", "Place"), "width": 12, "style": "text"},
        {"head": gettext("Door and seat"), "width": 38, "style": "text"},
        {"head": gettext("Greeted and escorted"), "width": 38, "style": "text"},
        {"head": gettext("Arrived"), "width": 16, "style": "room"},
    ]
    rows = []
    for span, each in _arriving(arrivals):
        door = [arrivals.door_name(each.manner.door), each.seat]
        rows.append(
            [
                [span],
                _named(each, language),
                [_place(each)],
                [line for line in door if line],
                _company(each, arrivals),
                [],
            ]
        )
    note = gettext("Guests arrive in reverse order of precedence: who ranks first comes last.")
    return _register(arrivals, imprint, language, gettext("Arrivals by slot"), columns, rows, [note])


def _arriving(arrivals: Arrivals) -> Iterator[tuple[str, Awaited]]:
    """Guests with their slots, by slot, within it the lowest in rank first; last who has none."""
    order = {key: number for number, key in enumerate(arrivals.slots)}
    parties = list(reversed(arrivals.parties))
    parties.sort(key=lambda each: order.get(each.manner.slot or 0, len(order)))
    for each in parties:
        slot = arrivals.slots.get(each.manner.slot or 0)
        yield words.slot_words(slot) if slot else gettext("no slot"), each


def _by_greeter(arrivals: Arrivals, imprint: Imprint, language: str) -> papers.Register:
    """Whom each greeter meets, in the order in which they arrive."""
    columns: list[papers.Column] = [
        {"head": gettext("Greeter"), "width": 40, "style": "text"},
        {"head": gettext("When"), "width": 26, "style": "text"},
        {"head": gettext("Name and office"), "width": 0, "style": "name"},
        {"head": gettext("Door and escort"), "width": 44, "style": "text"},
        {"head": gettext("Seat"), "width": 32, "style": "text"},
    ]
    met: dict[str, list[Awaited]] = {}
    for _span_of, each in _arriving(arrivals):
        if greeter := arrivals.greeter_of(each.manner):
            met.setdefault(greeter, []).append(each)
    rows = [
        _greeted(greeter, each, arrivals, language)
        for greeter in sorted(met, key=lambda name: sort_key(name, language))
        for each in met[greeter]
    ]
    return _register(arrivals, imprint, language, gettext("Greeters"), columns, rows, [])


def _greeted(greeter: str, each: Awaited, arrivals: Arrivals, language: str) -> list[list[str]]:
    manner = each.manner
    slot = arrivals.slots.get(manner.slot or 0)
    at = f"{manner.awaited_at:%H:%M}" if manner.awaited_at else words.slot_words(slot) if slot else ""
    where = [arrivals.door_name(manner.door), manner.escort]
    return [
        [greeter],
        [at] if at else [],
        _named(each, language),
        [line for line in where if line],
        [each.seat] if each.seat else [],
    ]


def _for_the_door(arrivals: Arrivals, imprint: Imprint, language: str) -> papers.Register:
    """Everybody by alphabet with seat and a box to tick: for the door when nothing else works."""
    columns: list[papers.Column] = [
        {"head": gettext("In"), "width": 12, "style": "tick"},
        {"head": gettext("Name and office"), "width": 0, "style": "name"},
        {"head": gettext("People"), "width": 16, "style": "number"},
        {"head": gettext("Seat"), "width": 44, "style": "text"},
        {"head": gettext("Time"), "width": 20, "style": "room"},
    ]
    by_name = sorted(arrivals.parties, key=lambda each: sort_key(each.who.sort_name, language))
    rows = [
        [[], _named(each, language), [str(each.people)], [each.seat] if each.seat else [], []]
        for each in by_name
    ]
    note = gettext("Who is not on this list is not turned away: the office is asked.")
    heading = gettext("List for the door")
    return _register(arrivals, imprint, language, heading, columns, rows, [note], is_landscape=False)


def _named(each: Awaited, language: str) -> list[str]:
    """The name, the office, and who comes along."""
    lines = [each.who.name, words.office_words(each, language)]
    if each.party.companions:
        lines.append(gettext("with %(names)s") % {"names": listed(each.party.companions)})
    return [line for line in lines if line]


def _place(each: Awaited) -> str:
    return str(each.entry.place or "") if each.entry else ""


def _company(each: Awaited, arrivals: Arrivals) -> list[str]:
    late = each.manner.late_place
    lines = [arrivals.greeter_of(each.manner), each.manner.escort]
    if late:
        lines.append(gettext("if late, to: %(place)s") % {"place": late})
    return [line for line in lines if line]


def _register(
    arrivals: Arrivals,
    imprint: Imprint,
    language: str,
    heading: str,
    columns: Sequence[papers.Column],
    rows: Sequence[list[list[str]]],
    notes: Sequence[str],
    *,
    is_landscape: bool = True,
) -> papers.Register:
    count = sum(each.people for each in arrivals.parties if each.is_expected)
    summary = ngettext("%(count)s person awaited", "%(count)s people awaited", count) % {"count": count}
    return {
        "format": imprint.stock.sheet,
        "is_landscape": is_landscape,
        "heading": heading,
        "event": wording.event_lines(arrivals.event, language),
        "summary": summary,
        "columns": list(columns),
        "rows": list(rows),
        "notes": list(notes),
        "empty": gettext("Nobody stands on this list yet."),
    }


PAPERS: Mapping[str, ArrivalPaper] = {
    "slots": ArrivalPaper(gettext_lazy("Arrivals by slot"), _by_slot),
    "greeters": ArrivalPaper(gettext_lazy("Greeters"), _by_greeter),
    "door-list": ArrivalPaper(gettext_lazy("List for the door"), _for_the_door),
}
