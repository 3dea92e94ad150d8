"""Lists of a plan: who sits at each table, where everybody sits by alphabet, whom to expect when."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.utils.translation import gettext, ngettext, override, pgettext

from chancery.base import cldr
from chancery.base.pdf import Imprint
from chancery.events import wording as words
from chancery.guests import papers as guest_papers
from chancery.rules.names.collation import sort_key
from chancery.rules.seating.room import Shape
from chancery.seating import papers
from chancery.seating.documents.seated import Letterer, SeatedPlan, Sitting
from chancery.seating.queries.sitters import Seated
from chancery.seating.wording import place_words, seat_words, unit_words


def table_list(plan: SeatedPlan, imprint: Imprint) -> bytes:
    """Print who sits at each table and in each row, seat by seat, and last who has no seat."""
    values = table_list_values(plan, imprint)
    title = values["heading"]
    return guest_papers.GUEST_LIST.pdf(values, language=plan.language, title=title, imprint=imprint)


def table_list_values(plan: SeatedPlan, imprint: Imprint) -> guest_papers.GuestList:
    """Return the list as the paper of lists takes it."""
    with override(plan.language):
        tables = [_table(plan, sittings) for sittings in plan.by_unit.values()]
        return {
            "format": imprint.stock.sheet,
            "heading": gettext("Table list") if has_only_tables(plan) else gettext("Seating list"),
            "event": words.event_lines(plan.event, plan.language),
            "summary": summary_of(plan),
            "categories": [*tables, *_waiting(plan)],
        }


def has_only_tables(plan: SeatedPlan) -> bool:
    """Whether no row of chairs stands in the room."""
    return all(unit.shape is not Shape.ROW for unit in plan.room.units)


def summary_of(plan: SeatedPlan) -> str:
    """Which plan it is, how many have a seat, and how many wait for one."""
    seated, waiting = len(plan.sittings), len(plan.without_seat)
    parts = [
        plan.plan.name or gettext("Plan %(number)s") % {"number": plan.plan.number},
        str(plan.plan.room),
        ngettext("%(count)s person with a seat", "%(count)s people with a seat", seated) % {"count": seated},
    ]
    if waiting:
        parts.append(
            ngettext("%(count)s person without a seat", "%(count)s people without a seat", waiting)
            % {"count": waiting}
        )
    return " · ".join(parts)


def _table(plan: SeatedPlan, sittings: Sequence[Sitting]) -> guest_papers.Category:
    count = len(sittings)
    return {
        "heading": unit_words(sittings[0].unit),
        "level": 1,
        "count": ngettext("%(count)s person", "%(count)s people", count) % {"count": count},
        "rows": [_seated_row(plan, sitting) for sitting in sittings],
    }


def _seated_row(plan: SeatedPlan, sitting: Sitting) -> guest_papers.GuestRow:
    return {
        "place": "" if sitting.unit.shape is Shape.STANDING else sitting.seat.label,
        "name": sitting.sitter.name,
        "lines": [line for line in (plan.office(sitting),) if line],
        "state": state_words(sitting.seated, plan.language),
        "reply": "",
        "companions": with_whom(sitting.seated),
        "note": gettext("sample") if sitting.who.is_sample else "",
    }


def state_words(seated: Seated, language: str) -> str:
    """The state somebody is counted for, in words; companions are counted with their guest."""
    return cldr.state_in_words(seated.sitter.state, language) if seated.sitter.state else ""


def with_whom(seated: Seated) -> str:
    """Whom a companion comes with, in the language that is active; empty for a guest."""
    return gettext("with %(name)s") % {"name": seated.who.name} if seated.member else ""


def _waiting(plan: SeatedPlan) -> Iterator[guest_papers.Category]:
    if waiting := plan.without_seat:
        count = len(waiting)
        rows: list[guest_papers.GuestRow] = [
            {
                "place": "",
                "name": each.sitter.name,
                "lines": [],
                "state": state_words(each, plan.language),
                "reply": "",
                "companions": with_whom(each),
                "note": gettext("sample") if each.who.is_sample else "",
            }
            for each in waiting
        ]
        yield {
            "heading": gettext("Without a seat"),
            "level": 1,
            "count": ngettext("%(count)s person", "%(count)s people", count) % {"count": count},
            "rows": rows,
        }


def seat_finder(plan: SeatedPlan, imprint: Imprint) -> bytes:
    """Print where everybody sits, by alphabet, for a board at the door."""
    with override(plan.language):
        values: papers.SeatFinder = {
            "format": imprint.stock.sheet,
            "heading": gettext("Where you sit"),
            "event": words.event_lines(plan.event, plan.language),
            "summary": "",
            "letters": _letters(plan),
        }
    title = values["heading"]
    return papers.SEAT_FINDER.pdf(values, language=plan.language, title=title, imprint=imprint)


def _letters(plan: SeatedPlan) -> list[papers.Letter]:
    """The names by the alphabet of the language, under their first letters; other scripts come after it."""
    entries = sorted(_entries(plan), key=lambda entry: sort_key(entry["name"], plan.language))
    return [
        {"letter": letter, "rows": list(rows)}
        for letter, rows in groupby(entries, key=lambda entry: entry["name"][:1].upper())
    ]


def _entries(plan: SeatedPlan) -> Iterator[papers.Found]:
    """Everybody by the name that lists are sorted by, and by that in the own script where it differs."""
    letterer = Letterer(plan)
    for sitting in plan.sittings:
        for name in letterer.names_to_look_up(sitting):
            yield {
                "name": name,
                "note": with_whom(sitting.seated),
                "unit": unit_words(sitting.unit),
                "seat": "" if sitting.unit.shape is Shape.STANDING else seat_words(sitting.seat),
            }


def ushers_list(plan: SeatedPlan, imprint: Imprint) -> bytes:
    """
    Print in which order guests are to be expected and led to their seats: the highest come last (R89).

    Hosts are there before everybody; who has no seat stands there too, so that nobody is turned away.
    """
    with override(plan.language):
        values: guest_papers.Register = {
            "format": imprint.stock.sheet,
            "is_landscape": False,
            "heading": gettext("Order of arrival"),
            "event": words.event_lines(plan.event, plan.language),
            "summary": summary_of(plan),
            "columns": [
                {"head": "", "width": 12, "style": "number"},
                {"head": gettext("Name and office"), "width": 0, "style": "name"},
                {"head": pgettext("in an order", "Place"), "width": 14, "style": "text"},
                {"head": gettext("Seat"), "width": 44, "style": "text"},
                {"head": gettext("Arrived"), "width": 20, "style": "room"},
            ],
            "rows": _arrivals(plan),
            "notes": [gettext("Guests arrive in reverse order of precedence: who ranks first comes last.")],
            "empty": gettext("Nobody is seated yet."),
        }
    title = values["heading"]
    return guest_papers.REGISTER.pdf(values, language=plan.language, title=title, imprint=imprint)


def _arrivals(plan: SeatedPlan) -> list[list[list[str]]]:
    sittings = {sitting.sitter.id: sitting for sitting in plan.sittings}
    rows = []
    for number, each in enumerate(in_order_of_arrival(plan.loaded.everybody), start=1):
        sitting = sittings.get(each.sitter.id)
        lines = [each.sitter.name, with_whom(each), plan.office(sitting) if sitting else ""]
        where = place_words(sitting.unit, sitting.seat) if sitting else gettext("no seat yet")
        place = str(each.sitter.place or "") if not each.member else ""
        rows.append([[str(number)], [line for line in lines if line], [place], [where], []])
    return rows


def in_order_of_arrival(everybody: Sequence[Seated]) -> list[Seated]:
    """
    Put guests in the order in which they arrive: hosts first, then from the lowest to the highest (R89).

    Shape: each once; companions and interpreters follow the guest with whom they come.
    """
    parties: dict[str, list[Seated]] = {}
    for each in everybody:
        parties.setdefault(each.sitter.interprets or each.sitter.party, []).append(each)
    hosts = [party for party in parties.values() if party[0].sitter.part in ("host", "co-host")]
    guests = [party for party in parties.values() if party not in hosts]
    ranked = sorted(guests, key=_rank, reverse=True)
    return [each for party in (*hosts, *ranked) for each in party]


def _rank(party: Sequence[Seated]) -> tuple[float, int]:
    """The place of whoever leads a party; who holds none arrives before all others."""
    first = party[0].sitter
    return (first.place if first.place is not None else float("inf"), first.number)
