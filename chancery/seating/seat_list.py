"""The list beside the drawing: the same plan for the keyboard and for readers of screens."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from chancery.base.languages import wording
from chancery.base.parts import Column
from chancery.base.rows import Cell, Group, Person, Row, Tags, Text
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.rules.seating.plan import Sitter
from chancery.rules.seating.room import Reserve, Seat
from chancery.seating.colouring import PLAIN, Colouring
from chancery.seating.plan_drawing import Pointing
from chancery.seating.queries.loading import LoadedPlan
from chancery.seating.queries.sitters import Seated
from chancery.seating.wording import unit_words


@dataclass(frozen=True, slots=True)
class Lists:
    """The seats of a plan row by row or table by table, and who has none."""

    seats: list[Row | Group]
    seat_columns: list[Column]
    unseated: list[Row | Group]
    unseated_columns: list[Column]


def lists_of(
    office: EventOffice, plan: LoadedPlan, colouring: Colouring, pointing: Pointing, *, with_free: bool
) -> Lists:
    """Return the lists beside a plan; free seats only where asked for, or while somebody is in hand."""
    lister = _Lister(office, plan, colouring, pointing, with_free=with_free or bool(pointing.hand))
    return Lists(
        seats=list(lister.seats()),
        seat_columns=[Column(gettext("Guest")), Column(str(colouring.legend.name)), Column(gettext("Notes"))],
        unseated=list(lister.unseated()),
        unseated_columns=[Column(gettext("Guest")), Column(str(colouring.legend.name))],
    )


class _Lister:
    """Makes the rows of one plan."""

    def __init__(
        self,
        office: EventOffice,
        plan: LoadedPlan,
        colouring: Colouring,
        pointing: Pointing,
        *,
        with_free: bool,
    ) -> None:
        self.office, self.plan, self.pointing, self.with_free = office, plan, pointing, with_free
        self.colours = colouring.colours
        self.sitting: Mapping[str, str] = {seat: sitter for sitter, seat in plan.placing.items()}
        self.notes = {reserve.seat: reserve for reserve in plan.problem.reserves}
        self.people = {each.sitter.id: each for each in plan.everybody}
        self.language = get_language() or "en"
        self.url = address(office, "seating:plan", plan=plan.plan.code)

    def seats(self) -> Iterator[Row | Group]:
        room = self.plan.problem.room
        for unit in room.units:
            rows = [row for seat in unit.seats if (row := self.row(room.seat_of[seat]))]
            if rows:
                yield Group(unit_words(unit))
                yield from rows
        behind = [row for seat in room.seats if seat.behind and (row := self.row(seat))]
        if behind:
            yield Group(gettext("Chairs of interpreters"))
            yield from behind

    def row(self, seat: Seat) -> Row | None:
        sitter = self.sitting.get(seat.id)
        if sitter is not None:
            return self.taken(seat, self.people[sitter])
        if self.with_free or seat.id in self.notes:
            return self.free(seat)
        return None

    def taken(self, seat: Seat, each: Seated) -> Row:
        sitter = each.sitter
        return Row(
            key=seat.id,
            name=sitter.name,
            cells=[self.person(each), self.colour(sitter), Tags(self.tags(seat, sitter))],
            place=seat.label,
            why_url=self.why_url(each),
        )

    def free(self, seat: Seat) -> Row:
        words = gettext("free")
        url = self.pointing.of_seat(seat.id, "")
        where = gettext("seat %(seat)s") % {"seat": seat.label}
        cells: list[Cell] = [Text(words, url, where), Text(""), Tags(self.tags(seat, None))]
        return Row(key=seat.id, name=where, cells=cells, place=seat.label)

    def unseated(self) -> Iterator[Row]:
        for each in self.plan.everybody:
            if each.sitter.id not in self.plan.placing:
                yield Row(
                    key=each.sitter.id,
                    name=each.sitter.name,
                    cells=[self.person(each), self.colour(each.sitter)],
                    place=str(each.sitter.place or ""),
                    why_url=self.why_url(each),
                )

    def why_url(self, each: Seated) -> str:
        # Below the address of the plan: looking up one address for each of 600 takes longer than the list.
        return f"{self.url}why/{each.who.code}/{each.member}/"

    def person(self, each: Seated) -> Person:
        entry = each.entry if each.member == 0 else None
        title = wording(entry.title, self.language).text if entry else ""
        url = self.pointing.to(hand=each.sitter.id) if self.pointing.may_move else ""
        return Person(each.sitter.name, url, title, each.sitter.state if each.member == 0 else "")

    def colour(self, sitter: Sitter) -> Text:
        return Text(self.colours.get(sitter.id, PLAIN).words)

    def tags(self, seat: Seat, sitter: Sitter | None) -> list[str]:
        note = self.notes.get(seat.id)
        told = [gettext("locked")] if sitter and sitter.id in self.plan.problem.locked else []
        if seat.is_blocked or (note and note.is_blocked):
            told.append(gettext("blocked"))
        return [*told, *(_noted(note, self.language) if note else [])]


def _noted(note: Reserve, language: str) -> Iterator[str]:
    if note.band:
        yield gettext("kept for %(band)s") % {"band": note.band}
    if note.captions:
        yield wording(note.captions, language).text
