"""A guest list as a table of text: read into guests, and written again in order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from chancery.precedence.columns import ADDED, REQUIRED, Cells, UnreadableList, Zones, heading
from chancery.precedence.guest_sheet import sheet_rows
from chancery.rules.precedence.values import Guest, HeldOffice, Move, Ranked, Side
from chancery.rules.precedence.wording import plain
from chancery.rules.reasons import gettext_noop

EMPTY = gettext_noop(
    "%(where)s is empty; the first row must name the columns id, name, state, title, class and taken_up_at."
)
MISSING_COLUMN = gettext_noop(
    "%(where)s, row 1: the column “%(column)s” is missing; add it, its cells may be empty."
)
TWICE = gettext_noop("%(where)s, row 1: the column “%(column)s” stands there twice; remove or rename one.")
TOO_LONG = gettext_noop(
    "%(where)s: the row has %(cells)s cells, the first row names %(columns)s columns; "
    "put texts that hold the separator in quotation marks."
)
NO_ID = gettext_noop("%(where)s, column “%(column)s”: the cell is empty; give every guest an id.")
OTHER_NAME = gettext_noop(
    "%(where)s, column “%(column)s”: the id “%(value)s” belongs to “%(other)s” in row %(row)s; "
    "give every guest an own id."
)
SAME_ROW = gettext_noop(
    "%(where)s, column “%(column)s”: the id “%(value)s” stands with the same office in row %(row)s; "
    "remove one of the two."
)
TWO_MOVES = gettext_noop(
    "%(where)s, column “%(column)s”: only one of move_before, move_after and move_to can be carried out; "
    "empty the others."
)
NO_REASON = gettext_noop("%(where)s, column “%(column)s”: a move needs its reason; please write it.")

# What a column says of the office of its row, and of the guest: the field, and how its cell is read.
_Fields = Mapping[str, tuple[str, Callable[[Cells, str], object]]]
_OF_OFFICE: _Fields = {
    "class": ("office_class", Cells.text),
    "title": ("title", Cells.text),
    "body": ("body", Cells.text),
    "state": ("state", Cells.text),
    "territory": ("territory", Cells.text),
    "basis": ("basis", Cells.basis),
    "from": ("begins", Cells.date),
    "to": ("ends", Cells.date),
    "number": ("number", Cells.number),
    "accredited_to": ("accredited_to", Cells.text),
    "head_of_post": ("is_head", Cells.flag),
}
_OF_GUEST: _Fields = {
    "name": ("name", Cells.text),
    "state": ("state", Cells.text),
    "group": ("group", Cells.text),
    "spouse_of": ("spouse_of", Cells.text),
    "represents_as": ("represents_as", Cells.stand_in),
    "presides": ("presides", Cells.flag),
    "guest_of_honour": ("is_guest_of_honour", Cells.flag),
    "list": ("list_name", Cells.text),
    "accepted_at": ("accepted_at", Cells.date),
}
_MOVES = ("move_before", "move_after", "move_to")


@dataclass(slots=True)
class GuestRows:
    """
    A guest list.

    Shape: `columns` as the file heads them, without those that ordering adds; `kept` are their numbers in
    the file. `rows` by the id of the guest, each a list of the rows with one office each, in the order of
    input, as long as `columns`.
    """

    columns: list[str]
    kept: list[int]
    guests: list[Guest] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    rows: dict[str, list[tuple[HeldOffice, list[str]]]] = field(default_factory=dict)

    def row_of(self, ranked: Ranked) -> list[str]:
        """The row of the office that counts, or the first row of the guest."""
        rows = self.rows[ranked.guest]
        counted = ranked.office
        if counted is not None and len(rows) > 1:
            for office, row in rows:
                if _words(office) == _words(counted) and counted.steps == office.steps:
                    return row
        return rows[0][1]


def read_rows(content: bytes, name: str) -> GuestRows:
    """
    Read a guest list.

    Shape: the sheet as `sheet_rows` reads it; the first row names the columns. Rows of one id and name are
    several offices of one guest. `name` names the list in errors. Errors: UnreadableList with one sentence.
    """
    sheet = sheet_rows(content, name)
    _, header = next(sheet, (0, None))
    if header is None:
        raise UnreadableList(EMPTY, where=name)
    names = _names(header, name)
    kept = [number for number, column in enumerate(names) if column not in ADDED]
    rows = GuestRows([header[number] for number in kept], kept)
    reader = _Reader(rows, names, name)
    for number, record in sheet:
        reader.add(number, record)
    _resolve_ids(rows)
    return rows


def _names(header: list[str], name: str) -> list[str]:
    names = [heading(text) for text in header]
    for number, column in enumerate(names):
        if column and column in names[:number]:
            raise UnreadableList(TWICE, where=name, column=header[number].strip())
    for column in REQUIRED:
        if column not in names:
            raise UnreadableList(MISSING_COLUMN, where=name, column=column)
    return names


class _Reader:
    """Adds rows to a guest list; `seen` holds row and name of each id."""

    def __init__(self, rows: GuestRows, names: list[str], name: str) -> None:
        self.rows, self.names, self.name = rows, names, name
        self.seen: dict[str, tuple[int, str]] = {}
        self.zones = Zones()

    def add(self, number: int, record: list[str]) -> None:
        """Add a row: a new guest, or a further office of a guest who is there already."""
        cells = self._cells(number, record)
        guest_id = cells.text("id")
        if not guest_id:
            raise cells.wrong(NO_ID, "id")
        office = _office(cells)
        row = self._row(record)
        if guest_id not in self.seen:
            self.seen[guest_id] = (number, plain(cells.text("name")))
            self.rows.guests.append(_guest(cells, guest_id, office))
            self.rows.rows[guest_id] = [(office, row)]
        else:
            _add_office(self.rows, cells, office, row, self.seen[guest_id])
        self.rows.moves.extend(_moves(cells, guest_id))

    def _row(self, record: list[str]) -> list[str]:
        """The cells that are written again, as many as there are columns."""
        width = len(self.names)
        padded = record if len(record) == width else [*record, *[""] * width][:width]
        kept = self.rows.kept
        return padded if len(kept) == width else [padded[at] for at in kept]

    def _cells(self, number: int, record: list[str]) -> Cells:
        where = f"{self.name}, row {number}"
        if any(cell.strip() for cell in record[len(self.names) :]):
            values = {"cells": str(len(record)), "columns": str(len(self.names))}
            raise UnreadableList(TOO_LONG, where=where, **values)
        return Cells(zip(self.names, record, strict=False), where, self.zones)


def _add_office(
    rows: GuestRows, cells: Cells, office: HeldOffice, row: list[str], first: tuple[int, str]
) -> None:
    guest_id = cells.text("id")
    number, name = first
    if name != plain(cells.text("name")):
        other = next(guest.name for guest in rows.guests if guest.id == guest_id)
        raise cells.wrong(OTHER_NAME, "id", other=other, row=str(number))
    if any(known == office for known, _ in rows.rows[guest_id]):
        raise cells.wrong(SAME_ROW, "id", row=str(number))
    rows.rows[guest_id].append((office, row))
    place = next(i for i, guest in enumerate(rows.guests) if guest.id == guest_id)
    rows.guests[place] = replace(rows.guests[place], offices=(*rows.guests[place].offices, office))


def _read(cells: Cells, fields: _Fields) -> dict[str, Any]:
    """The fields that the filled cells of a row say something of."""
    return {found[0]: found[1](cells, column) for column in cells.filled if (found := fields.get(column))}


def _office(cells: Cells) -> HeldOffice:
    return HeldOffice(steps=cells.steps(), **_read(cells, _OF_OFFICE))


def _guest(cells: Cells, guest_id: str, office: HeldOffice) -> Guest:
    fields = _read(cells, _OF_GUEST)
    if widow_of := cells.text("widow_of"):
        fields["is_widowed"] = True
        fields.setdefault("spouse_of", widow_of)
    if represents := cells.text("represents"):
        fields["represents"] = HeldOffice(title=represents, territory=office.territory)
    fields["is_host"], fields["yields"] = cells.hosting("host")
    return Guest(id=guest_id, offices=(office,) if office.office_class or office.title else (), **fields)


def _moves(cells: Cells, guest_id: str) -> list[Move]:
    wanted = [column for column in _MOVES if column in cells.filled]
    if not wanted:
        return []
    if len(wanted) > 1:
        raise cells.wrong(TWO_MOVES, wanted[1])
    reason = cells.text("move_reason")
    if not reason:
        raise cells.wrong(NO_REASON, "move_reason")
    before, after = cells.text("move_before"), cells.text("move_after")
    side = Side.AFTER if after else Side.BEFORE
    place = cells.number("move_to")
    return [Move(guest_id, reason, before or after, side, place, cells.text("moved_by"))]


def _resolve_ids(rows: GuestRows) -> None:
    """Turn ids of the list into the offices they stand for, and names of absent partners into offices."""
    offices = {guest.id: guest.offices for guest in rows.guests}
    for number, guest in enumerate(rows.guests):
        if guest.represents and (held := offices.get(guest.represents.title)):
            guest = replace(guest, represents=held[0])
        if guest.spouse_of and guest.spouse_of not in offices:
            guest = replace(guest, spouse_of="", partner_office=HeldOffice(title=guest.spouse_of))
        rows.guests[number] = guest


def _words(office: HeldOffice) -> Sequence[str]:
    return office.office_class, office.title, office.body, office.territory, office.state
