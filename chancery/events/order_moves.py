"""Places given by hand as the pages show them: what stands, what no longer applies, and who would move."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from chancery.base.reasons import in_words
from chancery.directory.models import Person
from chancery.events.access import EventOffice
from chancery.events.ordering import Entry, EventOrder
from chancery.precedence.models import Move
from chancery.rules.precedence.moves import ABSENT_NEIGHBOUR, CIRCULAR

_FAILURES = frozenset({ABSENT_NEIGHBOUR, CIRCULAR})


@dataclass(frozen=True, slots=True)
class MoveLine:
    """
    A place given by hand, with who gave it and why.

    `subject` is the ref of who is moved; `trouble` says why the move does not apply, empty where it does.
    """

    code: str
    subject: str
    sentence: str
    reason: str
    by: str
    at: datetime
    trouble: str


def moves_of(office: EventOffice, order: EventOrder) -> list[MoveLine]:
    """Return the places given by hand, the oldest first; also those of people who left the list."""
    kept = Move.objects.filter(ordering=office.event.ordering).select_related("moved_by").order_by("id")
    moves = list(kept)
    names = _names(office, order, moves)
    return [
        MoveLine(
            code=move.code,
            subject=move.subject,
            sentence=_sentence(move, names),
            reason=move.reason,
            by=str(move.moved_by or ""),
            at=move.moved_at,
            trouble=_trouble(move, order, names),
        )
        for move in moves
    ]


def _names(office: EventOffice, order: EventOrder, moves: Sequence[Move]) -> dict[str, str]:
    """The names of everybody a move speaks of; who left the event is called as the directory knows them."""
    names = {who.ref: who.name for who in order.participants}
    gone = {ref for move in moves for ref in (move.subject, move.neighbour)} - names.keys()
    if gone:
        known = Person.objects.filter(organiser=office.organiser, ref__in=gone).prefetch_related("names")
        names |= {ref: ref for ref in gone} | {person.ref: person.main_name for person in known}
    return names


def _sentence(move: Move, names: dict[str, str]) -> str:
    values = {"name": names[move.subject], "neighbour": names[move.neighbour]}
    if move.side == Move.Side.BEFORE:
        return _("%(name)s directly before %(neighbour)s") % values
    return _("%(name)s directly after %(neighbour)s") % values


def _trouble(move: Move, order: EventOrder, names: dict[str, str]) -> str:
    entry = order.of(move.subject)
    if entry is None:
        return _("%(name)s is not on the list any more.") % {"name": names[move.subject]}
    if order.of(move.neighbour) is None:
        return _("%(name)s is not on the list any more, so the rules give the place.") % {
            "name": names[move.neighbour]
        }
    return refusal(entry)


def refusal(entry: Entry) -> str:
    """Why a move of somebody could not be carried out; empty where it was."""
    return next((in_words(reason) for reason in entry.reasons if reason.template in _FAILURES), "")


@dataclass(frozen=True, slots=True)
class Preview:
    """
    What a move would do.

    Shape: `first` says it of the one who is moved, empty where nothing changes; `others` of those who move
    on; `warnings` are what the order would leave open; with a `refusal` it cannot be done.
    """

    first: str
    others: Sequence[str]
    warnings: Sequence[str]
    refusal: str


def preview(before: EventOrder, after: EventOrder, subject: str) -> Preview:
    """Compare two orders, the second with a move of `subject` on trial."""
    moved = [entry for entry in after.entries if _place(before, entry.ref) != entry.place]
    moved_entry, entry_before = after.by_ref[subject], before.of(subject)
    known = entry_before.reasons if entry_before else ()
    return Preview(
        first=next((_shift(before, entry) for entry in moved if entry.ref == subject), ""),
        others=[_shift(before, entry) for entry in moved if entry.ref != subject],
        warnings=[
            in_words(reason)
            for reason in moved_entry.reasons
            if reason.is_open and reason not in known and reason.template not in _FAILURES
        ],
        refusal=refusal(moved_entry),
    )


def _place(order: EventOrder, ref: str) -> int | None:
    entry = order.of(ref)
    return entry.place if entry else None


def _shift(before: EventOrder, entry: Entry) -> str:
    was = _place(before, entry.ref)
    values = {"name": entry.who.name, "was": was, "now": entry.place}
    if was is None:
        return _("%(name)s held no place and gets place %(now)s.") % values
    return _("%(name)s moves from place %(was)s to place %(now)s.") % values
