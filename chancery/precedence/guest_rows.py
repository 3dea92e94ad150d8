"""A guest list as a table of text: read into guests, and written again in order."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from chancery.precedence.columns import ADDED, REQUIRED, Cells, UnreadableList, heading
from chancery.rules.precedence.values import Guest, HeldOffice, Move, Ranked, Side
from chancery.rules.precedence.wording import plain
from chancery.rules.reasons import gettext_noop

NOT_UTF8 = gettext_noop("%(where)s is not written in UTF-8; save it as CSV UTF-8 and try again.")
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
BAD_QUOTES = gettext_noop("%(where)s: the quotation marks of the row are not closed; please correct them.")
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
_SEPARATORS = ",;\t"


@dataclass(slots=True)
class GuestRows:
    """
    A guest list.

    Shape: `columns` as the file heads them, without those that ordering adds; `rows` by the id of the
    guest, each a list of the rows with one office each, in the order of input.
    """

    columns: list[str]
    guests: list[Guest] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    rows: dict[str, list[tuple[HeldOffice, dict[str, str]]]] = field(default_factory=dict)

    def row_of(self, ranked: Ranked) -> dict[str, str]:
        """The row of the office that counts, or the first row of the guest."""
        rows = self.rows[ranked.guest]
        counted = ranked.office
        if counted is not None:
            for office, row in rows:
                if _words(office) == _words(counted) and counted.steps == office.steps:
                    return row
        return rows[0][1]


def read_rows(content: bytes, name: str) -> GuestRows:
    """
    Read a guest list.

    Shape: UTF-8 with or without a mark at the beginning; cells parted by comma, semicolon or tab. Rows of
    one id and name are several offices of one guest. `name` names the list in errors; rows are counted from
    1 as a spreadsheet does. Errors: UnreadableList with one sentence.
    """
    records = _records(content, name)
    header = next(records, None)
    if header is None:
        raise UnreadableList(EMPTY, where=name)
    names = _names(header, name)
    added = [number for number, column in enumerate(names) if column in ADDED]
    rows = GuestRows([text for number, text in enumerate(header) if number not in added])
    seen: dict[str, tuple[int, str]] = {}
    for number, record in enumerate(records, start=2):
        if any(cell.strip() for cell in record):
            where = f"{name}, row {number}"
            _add(rows, _cells(record, names, where), dict(zip(header, record, strict=False)), number, seen)
    _resolve_ids(rows)
    return rows


def _records(content: bytes, name: str) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableList(NOT_UTF8, where=name) from None
    if not text.strip():
        return
    first = text.lstrip().splitlines()[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text.lstrip(), newline=""), delimiter=separator, strict=True)
    count = 0
    try:
        for record in reader:
            count += 1
            yield record
    except csv.Error:
        raise UnreadableList(BAD_QUOTES, where=f"{name}, row {count + 1}") from None


def _names(header: list[str], name: str) -> list[str]:
    names = [heading(text) for text in header]
    for number, column in enumerate(names):
        if column and column in names[:number]:
            raise UnreadableList(TWICE, where=name, column=header[number].strip())
    for column in REQUIRED:
        if column not in names:
            raise UnreadableList(MISSING_COLUMN, where=name, column=column)
    return names


def _cells(record: list[str], names: list[str], where: str) -> Cells:
    if any(cell.strip() for cell in record[len(names) :]):
        raise UnreadableList(TOO_LONG, where=where, cells=str(len(record)), columns=str(len(names)))
    return Cells(dict(zip(names, record, strict=False)), where)


def _add(
    rows: GuestRows, cells: Cells, row: dict[str, str], number: int, seen: dict[str, tuple[int, str]]
) -> None:
    """Add a row: a new guest, or a further office of a guest who is there already."""
    guest_id = cells.text("id")
    if not guest_id:
        raise cells.wrong(NO_ID, "id")
    office = _office(cells)
    if guest_id not in seen:
        seen[guest_id] = (number, plain(cells.text("name")))
        rows.guests.append(_guest(cells, guest_id, office))
        rows.rows[guest_id] = [(office, row)]
    else:
        _add_office(rows, cells, office, row, seen[guest_id])
    rows.moves.extend(_moves(cells, guest_id))


def _add_office(
    rows: GuestRows, cells: Cells, office: HeldOffice, row: dict[str, str], first: tuple[int, str]
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


def _office(cells: Cells) -> HeldOffice:
    is_head = not cells.text("head_of_post") or cells.flag("head_of_post")
    return HeldOffice(
        office_class=cells.text("class"),
        title=cells.text("title"),
        body=cells.text("body"),
        state=cells.text("state"),
        territory=cells.text("territory"),
        basis=cells.basis("basis"),
        steps=cells.steps(),
        begins=cells.date("from"),
        ends=cells.date("to"),
        number=cells.number("number"),
        accredited_to=cells.text("accredited_to"),
        is_head=is_head,
    )


def _guest(cells: Cells, guest_id: str, office: HeldOffice) -> Guest:
    is_host, yields = cells.hosting("host")
    is_widowed = bool(cells.text("widow_of"))
    represents = cells.text("represents")
    return Guest(
        id=guest_id,
        name=cells.text("name"),
        state=cells.text("state"),
        offices=(office,) if office.office_class or office.title else (),
        group=cells.text("group"),
        spouse_of=cells.text("spouse_of") or cells.text("widow_of"),
        is_widowed=is_widowed,
        represents=HeldOffice(title=represents, territory=office.territory) if represents else None,
        represents_as=cells.stand_in("represents_as"),
        is_host=is_host,
        yields=yields,
        presides=cells.flag("presides"),
        is_guest_of_honour=cells.flag("guest_of_honour"),
        list_name=cells.text("list"),
        accepted_at=cells.date("accepted_at"),
    )


def _moves(cells: Cells, guest_id: str) -> list[Move]:
    before, after = cells.text("move_before"), cells.text("move_after")
    place = cells.number("move_to")
    wanted = [column for column in ("move_before", "move_after", "move_to") if cells.text(column)]
    if not wanted:
        return []
    if len(wanted) > 1:
        raise cells.wrong(TWO_MOVES, wanted[1])
    reason = cells.text("move_reason")
    if not reason:
        raise cells.wrong(NO_REASON, "move_reason")
    side = Side.AFTER if after else Side.BEFORE
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
