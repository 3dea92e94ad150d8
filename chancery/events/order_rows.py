"""The order of an event as its pages show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.base.frame import ReasonLine, Why
from chancery.base.languages import wording
from chancery.base.parts import Move as Shift
from chancery.base.reasons import in_words
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.events.ordering import Entry, EventOrder
from chancery.precedence.models import Move
from chancery.rules import precedence as rules
from chancery.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One place in the words of the reader; `place` is empty for somebody who holds none."""

    code: str
    place: str
    is_tied: bool
    is_open: bool
    why_url: str
    move_url: str
    name: str
    office: str
    state: str
    rank: str
    reason: str
    note: str


def rows_of(office: EventOffice, order: EventOrder, language: str) -> list[OrderRow]:
    """Return the places of the order, highest first."""
    return [_row(office, entry, language) for entry in order.entries]


def _row(office: EventOffice, entry: Entry, language: str) -> OrderRow:
    route = [office.organiser.ref, office.event.code, entry.who.code]
    telling = next((reason for reason in entry.reasons if reason.is_open), entry.reasons[-1])
    return OrderRow(
        code=entry.who.code,
        place=str(entry.place) if entry.place else "",
        is_tied=entry.is_tied,
        is_open=entry.is_open,
        why_url=reverse("events:why", args=route),
        move_url=reverse("events:move", args=route),
        name=entry.who.name,
        office=wording(entry.title, language).text,
        state=entry.state.lower(),
        rank=entry.rank,
        reason=in_words(telling),
        note=_note(entry),
    )


def _note(entry: Entry) -> str:
    capacity = Participation.Capacity(entry.who.capacity)
    notes = [str(capacity.label)] if capacity is not Participation.Capacity.GUEST else []
    if entry.is_tied:
        notes.append(_("shares the place"))
    if entry.who.is_sample:
        notes.append(_("sample"))
    return " · ".join(notes)


def reason_lines(reasons: Iterable[Reason]) -> list[ReasonLine]:
    """Put reasons into the reader's words, with a link where the source is an address."""
    return [_reason_line(reason) for reason in reasons]


def _reason_line(reason: Reason) -> ReasonLine:
    title, _comma, address = reason.source.rpartition(", ")
    is_linked = address.startswith(("https://", "http://"))
    return ReasonLine(
        words=in_words(reason),
        rule=reason.rule,
        source=title if is_linked else reason.source,
        source_url=address if is_linked else "",
        is_open=reason.is_open,
    )


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A place given by hand, with who gave it and why."""

    code: str
    sentence: str
    reason: str
    by: str
    at: object


def moves_of(office: EventOffice, order: EventOrder, language: str) -> list[MoveLine]:
    """Return the places given by hand, the oldest first; also those of people who left the list."""
    moves = Move.objects.filter(ordering=office.event.ordering).select_related("moved_by").order_by("id")
    return [
        MoveLine(
            code=move.code,
            sentence=_sentence(move, order, language),
            reason=move.reason,
            by=str(move.moved_by or ""),
            at=move.moved_at,
        )
        for move in moves
    ]


def _sentence(move: Move, order: EventOrder, language: str) -> str:
    names = {
        "name": _name(move.subject, order, language),
        "neighbour": _name(move.neighbour, order, language),
    }
    if move.side == Move.Side.BEFORE:
        return _("%(name)s directly before %(neighbour)s") % names
    return _("%(name)s directly after %(neighbour)s") % names


def _name(ref: str, order: EventOrder, language: str) -> str:
    entry = order.of(ref)
    return entry.who.name if entry else _("%(ref)s (not on the list)") % {"ref": ref}


def differences(before: EventOrder, after: EventOrder) -> list[Shift]:
    """Return who moves between two orders, with the numbers of their lines, counted from 1."""
    was = {entry.ref: number for number, entry in enumerate(before.entries, start=1)}
    return [
        Shift(entry.who.name, was[entry.ref], number)
        for number, entry in enumerate(after.entries, start=1)
        if entry.ref in was and was[entry.ref] != number
    ]


def why_of(office: EventOffice, order: EventOrder, who: Participation) -> Why:
    """Return what the why drawer says of somebody's place."""
    entry = order.of(who.ref)
    if entry is None:
        return Why(subject=who.name_printed, claim=_("holds no place in this order"))
    if entry.place is None:
        claim = _("holds no place")
    elif entry.is_tied:
        claim = _("place %(place)s, shared") % {"place": entry.place}
    else:
        claim = _("place %(place)s") % {"place": entry.place}
    return Why(subject=who.name_printed, claim=claim, reasons=reason_lines(entry.reasons))


@dataclass(frozen=True, slots=True)
class Standing:
    """How well a profile is founded; `warning` is empty for one that was read in its source."""

    status: str
    warning: str


WARNINGS = {
    rules.Status.SECONDARY: gettext_lazy("from a secondary source; check before calling it official"),
    rules.Status.PRACTICE: gettext_lazy("by practice, without a published table"),
    rules.Status.WEAK: gettext_lazy("from a weak source; confirm with the host ministry"),
    rules.Status.UNVERIFIED: gettext_lazy("not verified; confirm with the host ministry"),
}


def standing_of(profile: rules.Profile) -> Standing:
    """Say how well a profile is founded."""
    return Standing(profile.status, str(WARNINGS.get(profile.status, "")))


@dataclass(frozen=True, slots=True)
class Listing:
    """One list that follows from the order: its name, its lines and its reasons."""

    name: str
    lines: Sequence[str]
    reasons: Sequence[ReasonLine]
