"""Exports as tables: known by their headings, which the three programs write in English."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from chancery.desk.bringing.attendees import Attendee, Export, Peer, Standing
from chancery.directory.importing.tables import Row, Table
from chancery.rules.reasons import gettext_noop

type Cells = Mapping[str, str]

ADD_ON = gettext_noop("It is an add-on to another ticket, which stands in a row of its own.")
EXPIRED = gettext_noop("The order expired without being paid.")
REJECTED = gettext_noop("It was rejected by the organiser there.")
UNKNOWN = gettext_noop("Its status is not known; bring this guest by hand.")
NAMELESS = gettext_noop("The row names nobody; write the name or take the row out.")

NEEDED: Mapping[Peer, frozenset[str]] = {
    Peer.PRETIX: frozenset({"order code", "position id", "status", "attendee name"}),
    Peer.INDICO: frozenset({"id", "name", "registration state"}),
    Peer.EVENTBRITE: frozenset({"order #", "first name", "last name", "attendee status"}),
}
# Of Indico, whoever exports chooses the columns: without the state, these tell it.
INDICO_AS_WELL = frozenset({"id", "name", "email address"})

_PRETIX = {
    "paid": Standing.COMES,
    "pending (confirmed)": Standing.COMES,
    "pending": Standing.OPEN,
    "approval pending": Standing.OPEN,
    "canceled": Standing.REGRETS,
    "canceled (paid fee)": Standing.REGRETS,
}
_INDICO = {
    "completed": Standing.COMES,
    "pending": Standing.OPEN,
    "awaiting payment": Standing.OPEN,
    "withdrawn": Standing.REGRETS,
    "": Standing.OPEN,
}
_EVENTBRITE = {
    "attending": Standing.COMES,
    "checked in": Standing.COMES,
    "not attending": Standing.REGRETS,
    "cancelled": Standing.REGRETS,
    "canceled": Standing.REGRETS,
    "refunded": Standing.REGRETS,
    "deleted": Standing.REGRETS,
    "unpaid": Standing.OPEN,
}
# What is told by a column of its own, or says nothing of the guest: everything else answers a question.
_NO_ANSWERS: Mapping[Peer, Sequence[str]] = {
    Peer.PRETIX: (
        *("event slug", "event name", "order code", "position id", "status", "email", "phone number"),
        *("order date", "order time", "date", "start date", "end date", "product", "product id", "variation"),
        *("variation id", "price", "tax rate", "tax rule", "tax value", "attendee", "address", "zip code"),
        *("city", "country", "state", "voucher", "pseudonymization id", "ticket secret", "seat", "blocked"),
        *("valid from", "valid until", "order comment", "follow-up date", "add-on to position id", "vat id"),
        *("invoice address", "sales channel", "order locale", "external customer id", "check-in lists"),
        *("payment providers", "position order link"),
    ),
    Peer.INDICO: (
        *("id", "name", "first name", "last name", "email address", "affiliation", "position", "phone"),
        *(
            "registration date",
            "modification date",
            "registration state",
            "created by",
            "price",
            "checked in",
        ),
        *("check-in date", "payment date", "tags", "title", "address", "country"),
    ),
    Peer.EVENTBRITE: (
        *(
            "order #",
            "order date",
            "first name",
            "last name",
            "email",
            "quantity",
            "price tier",
            "ticket type",
        ),
        *("attendee #", "group", "order type", "currency", "total paid", "fees paid", "eventbrite fees"),
        *("eventbrite payment processing", "attendee status", "delivery method", "ticket price", "event"),
        *("buyer", "prefix", "suffix", "home", "work phone", "cell phone", "job title", "company", "barcode"),
        *("discount", "payment status", "notes"),
    ),
}


def peer_of(headings: Iterable[str]) -> Peer | None:
    """Say which program wrote a table with these headings, None where it was none of the three."""
    there = {heading.casefold() for heading in headings}
    found = next((peer for peer, needed in NEEDED.items() if needed <= there), None)
    return found or (Peer.INDICO if there >= INDICO_AS_WELL else None)


def export_of(table: Table, peer: Peer) -> Export:
    """Read a table whose program is known."""
    headings = [heading.casefold() for heading in table.headings]
    read = _READERS[peer]
    attendees = []
    for row in table.rows:
        cells = dict(zip(headings, row.cells, strict=False))
        attendees.append(replace(read(row, cells), answers=_answers(table.headings, row, _NO_ANSWERS[peer])))
    return Export(peer, _with_own_addresses(attendees))


def _pretix(row: Row, cells: Cells) -> Attendee:
    get = cells.get
    parts = {
        name.rpartition(": ")[2]: text for name, text in cells.items() if name.startswith("attendee name: ")
    }
    status = get("status", "").casefold()
    why = ADD_ON if get("add-on to position id") else EXPIRED if status == "expired" else ""
    name = get("attendee name", "")
    return Attendee(
        row=row.number,
        key=f"pretix-{get('order code', '')}-{get('position id', '')}".casefold(),
        name=name,
        given=parts.get("given name", ""),
        family=parts.get("family name", ""),
        email=get("attendee email") or get("email", ""),
        phone=get("phone number", ""),
        body=get("attendee company", ""),
        category=_first(get("variation", ""), get("product", "")),
        standing=_PRETIX.get(status, Standing.OPEN),
        has_come=bool(get("check-in lists")),
        asked_at=moment_of(f"{get('order date', '')} {get('order time', '')}"),
        why_not=why or ("" if status in _PRETIX else UNKNOWN) or ("" if name else NAMELESS),
    )


def _indico(row: Row, cells: Cells) -> Attendee:
    get = cells.get
    status = get("registration state", "").casefold()
    why = REJECTED if status == "rejected" else "" if status in _INDICO else UNKNOWN
    name = get("name", "")
    return Attendee(
        row=row.number,
        key=f"indico-{get('id', '')}".casefold(),
        name=name,
        given=get("first name", ""),
        family=get("last name", ""),
        email=get("email address", ""),
        phone=get("phone", ""),
        body=get("affiliation", ""),
        office=get("position", ""),
        standing=_INDICO.get(status, Standing.OPEN),
        has_come=get("checked in", "").casefold() in {"yes", "1", "true"},
        asked_at=moment_of(get("registration date", "")),
        why_not=why or ("" if name else NAMELESS),
    )


def _eventbrite(row: Row, cells: Cells) -> Attendee:
    get = cells.get
    status = get("attendee status", "").casefold()
    given, family = get("first name", ""), get("last name", "")
    # What stands where a buyer did not say for whom the ticket is.
    is_named = bool(given or family) and "info requested" not in f"{given} {family}".casefold()
    why = "" if status in _EVENTBRITE else UNKNOWN
    number = get("attendee #") or get("barcode #") or row.number
    return Attendee(
        row=row.number,
        key=f"eventbrite-{get('order #', '')}-{number}".casefold(),
        given=given,
        family=family,
        email=get("email", ""),
        phone=get("cell phone") or get("work phone", ""),
        body=get("company", ""),
        office=get("job title", ""),
        category=get("ticket type", ""),
        standing=_EVENTBRITE.get(status, Standing.OPEN),
        has_come=status == "checked in",
        asked_at=moment_of(get("order date", "")),
        why_not=why or ("" if is_named else NAMELESS),
    )


_READERS: Mapping[Peer, Callable[[Row, Cells], Attendee]] = {
    Peer.PRETIX: _pretix,
    Peer.INDICO: _indico,
    Peer.EVENTBRITE: _eventbrite,
}


def moment_of(text: str) -> datetime | None:
    """Read a moment that is written as ISO 8601, in UTC where it says no zone; None for anything else."""
    try:
        read = datetime.fromisoformat(text.strip().replace(" UTC", "+00:00"))
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _first(*texts: str) -> str:
    return next((text for text in texts if text), "")


def _answers(headings: Sequence[str], row: Row, others: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What was answered to questions of the organiser, each with its question."""
    pairs = zip(headings, row.cells, strict=False)
    return tuple(
        (heading, text)
        for heading, text in pairs
        if text and not any(_is(heading.casefold(), other) for other in others)
    )


def _is(heading: str, other: str) -> bool:
    """Whether a heading is a known one, or begins with it: `invoice address city`."""
    return heading == other or heading.startswith(other + (" " if other in _STEMS else ":"))


_STEMS = frozenset(
    {"attendee", "seat", "voucher", "invoice address", "buyer", "event", "home", "email address"}
)


def _with_own_addresses(attendees: Sequence[Attendee]) -> list[Attendee]:
    """Take an address away from several people who share it: it is that of whoever bought the tickets."""
    names = {(each.email.casefold(), named(each).casefold()) for each in attendees if each.email}
    shared = Counter(email for email, _name in names)
    return [replace(each, email="") if shared[each.email.casefold()] > 1 else each for each in attendees]


def named(attendee: Attendee) -> str:
    """The whole name of somebody."""
    return attendee.name or " ".join(part for part in (attendee.given, attendee.family) if part)
