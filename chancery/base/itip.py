"""
Invitations that a calendar answers (iTIP, RFC 5546), and the answers that come back.

Thousands of guests get the same entry: it is described once by the library, zone and all, and the four lines
that differ from guest to guest are put in.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from icalendar import Parameters, vCalAddress
from icalendar.parser import Contentline, Contentlines

from chancery.base.calendar_file import DOMAIN, Entry, Standing, component_of, empty_calendar, with_zones
from chancery.base.codes import ALPHABET, LENGTH

MOST_BYTES = 200_000
ASKED = "NEEDS-ACTION"
LONGEST_LINE = 74
# What follows one of these belongs to it.
ESCAPES = b"\\^"
MOMENT = "%Y%m%dT%H%M%SZ"
_UID = re.compile(rf"invitation-([{ALPHABET}]{{{LENGTH}}})@", re.IGNORECASE)


class Method(StrEnum):
    """What a calendar message wants, in the words of RFC 5546."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    REPLY = "REPLY"
    COUNTER = "COUNTER"


class Word(StrEnum):
    """What an attendee answers, in the words of RFC 5545."""

    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    TENTATIVE = "TENTATIVE"
    DELEGATED = "DELEGATED"


class NotAnAnswer(ValueError):
    """The calendar message answers no invitation of this house."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Somebody with a name and an address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class CalendarAnswer:
    """
    What a calendar says about an invitation.

    Shape: `attendee` answers; `sent_by` did it for them, empty where they did it themselves. After
    `DELEGATED`, `delegated_to` comes instead; an answer of that one names whom they stand for in
    `delegated_from`. Addresses are in lower case. A `COUNTER` proposes another time and answers nothing.
    Units: `at` is the moment the calendar wrote it, None where it does not say.
    """

    method: Method
    uid: str
    sequence: int
    attendee: Mailbox
    word: Word | None
    sent_by: str = ""
    delegated_to: Mailbox | None = None
    delegated_from: str = ""
    comment: str = ""
    at: datetime | None = None


def uid_of(code: str) -> str:
    """Return the name under which calendars know the invitation `code`; it never changes."""
    return f"invitation-{code}@{DOMAIN}"


def code_in(uid: str) -> str:
    """Return the code of the invitation that a calendar calls `uid`; empty for any other entry."""
    found = _UID.match(uid.strip())
    return found.group(1).lower() if found else ""


def request(
    entry: Entry,
    *,
    uid: str,
    sequence: int,
    organizer: Mailbox,
    attendee: Mailbox,
    language: str,
    stamped_at: datetime,
    standing: Standing = Standing.CONFIRMED,
    is_accepted: bool = False,
) -> bytes:
    """
    Write the invitation of one guest, to which a calendar offers yes, perhaps and no.

    A calendar that holds `uid` already takes the one with the higher `sequence` in its place. A guest who
    has accepted elsewhere (`is_accepted`) is not asked again, and a tentative entry asks for nothing yet.
    Errors: ValueError for a time without a zone.
    """
    skeleton = _skeleton(*_facts_of(entry), Method.REQUEST, standing, organizer, language)
    word = Word.ACCEPTED.value if is_accepted else ASKED
    line = _attendee(attendee, word, is_asked=word == ASKED and standing == Standing.CONFIRMED)
    return skeleton % _personal(uid, sequence, line, stamped_at)


def cancellation(
    entry: Entry,
    *,
    uid: str,
    sequence: int,
    organizer: Mailbox,
    attendee: Mailbox,
    language: str,
    stamped_at: datetime,
) -> bytes:
    """
    Write that the invitation of one guest is cancelled; a calendar then takes the entry out.

    Errors: ValueError for a time without a zone.
    """
    skeleton = _skeleton(*_facts_of(entry), Method.CANCEL, Standing.CANCELLED, organizer, language)
    return skeleton % _personal(uid, sequence, _attendee(attendee, ASKED, is_asked=True), stamped_at)


type _Facts = tuple[str | datetime | date | None, ...]
type _Titles = tuple[tuple[str, str], ...]


def _facts_of(entry: Entry) -> tuple[_Facts, _Titles, str]:
    """The entry as a cache can compare it; the zone too, for moments of two zones can be equal."""
    facts = (entry.ref, entry.starts_at, entry.ends_at, entry.place, entry.note, entry.url)
    zone = entry.starts_at.tzinfo if isinstance(entry.starts_at, datetime) else None
    return facts, tuple(entry.titles.items()), f"{type(entry.starts_at).__name__} {zone}"


@lru_cache(maxsize=64)
def _skeleton(
    facts: Any,
    titles: _Titles,
    _zone: str,
    method: Method,
    standing: Standing,
    organizer: Mailbox,
    language: str,
) -> bytes:
    """Write the entry with `%(name)b` where the personal lines go, for `bytes` to fill in."""
    ref, starts_at, ends_at, place, note, url = facts
    entry = Entry(ref, dict(titles), starts_at, ends_at, place, note, url)
    calendar = empty_calendar()
    calendar.add("method", method.value)
    written = component_of(entry, language=language, domain=DOMAIN, standing=standing)
    written.add("organizer", _address(organizer), encode=False)
    written["UID"], written["DTSTAMP"], written["SEQUENCE"], written["ATTENDEE"] = ("personal",) * 4
    calendar.add_component(written)
    content = with_zones(calendar, [entry]).replace(b"%", b"%%")
    for name in (b"UID", b"DTSTAMP", b"SEQUENCE", b"ATTENDEE"):
        content = content.replace(b"\n" + name + b":personal\r", b"\n%(" + name + b")b\r", 1)
    return content


def _personal(uid: str, sequence: int, attendee: bytes, stamped_at: datetime) -> dict[bytes, bytes]:
    """The lines that differ from guest to guest, by their names."""
    return {
        b"UID": _line("UID", uid),
        b"DTSTAMP": b"DTSTAMP:" + stamped_at.astimezone(UTC).strftime(MOMENT).encode(),
        b"SEQUENCE": b"SEQUENCE:%d" % sequence,
        b"ATTENDEE": attendee,
    }


def _attendee(attendee: Mailbox, word: str, *, is_asked: bool) -> bytes:
    address = _address(attendee)
    address.params.update(
        {
            "CUTYPE": "INDIVIDUAL",
            "PARTSTAT": word,
            "ROLE": "REQ-PARTICIPANT",
            "RSVP": "TRUE" if is_asked else "FALSE",
        }
    )
    return _folded(Contentline.from_parts("ATTENDEE", address.params, address))


def _line(name: str, value: str) -> bytes:
    return _folded(Contentline.from_parts(name, Parameters(), value))


def _folded(line: Contentline) -> bytes:
    """Fold a line where the library does, which weighs every letter and takes ten times as long."""
    left, pieces = line.encode(), []
    while len(left) > LONGEST_LINE:
        end = LONGEST_LINE
        while left[end] & 0b1100_0000 == 0b1000_0000:  # inside a letter
            end -= 1
        end -= left[end - 1] in ESCAPES
        pieces.append(left[:end])
        left = left[end:]
    return b"\r\n ".join([*pieces, left])


def _address(mailbox: Mailbox) -> vCalAddress:
    """Write somebody as calendars do; a quotation mark in a name is one that they all can read."""
    address = vCalAddress(f"mailto:{mailbox.address}")
    if mailbox.name:
        address.params["CN"] = " ".join(mailbox.name.replace('"', "\u201d").split())
    return address


def read_answer(content: bytes) -> CalendarAnswer:
    """
    Read what a guest's calendar answers, whichever program wrote it.

    Lines that cannot be read are passed over: an answer is known by its entry, its attendee and its word.
    Errors: NotAnAnswer where it is no reply and no counter-proposal, or where one of these is missing.
    """
    lines = list(_lines_of(content))
    method = _first(lines, "METHOD").upper()
    if method not in {Method.REPLY, Method.COUNTER}:
        raise NotAnAnswer("method")
    uid, attendees = _first(lines, "UID"), [line for line in lines if line.name == "ATTENDEE"]
    if not uid or not attendees:
        raise NotAnAnswer("entry")
    spoken = _speaking(attendees)
    word = spoken.parameter("PARTSTAT").upper()
    if method == Method.REPLY and word not in list(Word):
        raise NotAnAnswer("word")
    return CalendarAnswer(
        method=Method(method),
        uid=uid,
        sequence=_number(_first(lines, "SEQUENCE")),
        attendee=spoken.mailbox,
        word=Word(word) if method == Method.REPLY else None,
        sent_by=_bare(spoken.parameter("SENT-BY")),
        delegated_to=_delegate(spoken, attendees),
        delegated_from=_bare(spoken.parameter("DELEGATED-FROM")),
        comment=_first(lines, "COMMENT") or spoken.parameter("X-RESPONSE-COMMENT").strip(),
        at=_moment(_first(lines, "DTSTAMP")),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a calendar message: its name in capitals, its parameters and its value."""

    name: str
    parameters: Mapping[str, Any]
    value: str

    def parameter(self, name: str) -> str:
        """A parameter's value, the first of several; empty where it is missing."""
        value = self.parameters.get(name, "")
        return str(value if isinstance(value, str) else next(iter(value), ""))

    @property
    def mailbox(self) -> Mailbox:
        return Mailbox(self.parameter("CN").strip(), _bare(self.value))


def _lines_of(content: bytes) -> Iterator[_Line]:
    """Yield the lines of the message itself and of its first entry, not those of zones and alarms."""
    inside: list[str] = []
    entries = 0
    # No database keeps NUL, and no text needs it.
    text = content[:MOST_BYTES].decode("utf-8-sig", "replace").replace("\0", "")
    for line in Contentlines.from_ical(text):  # type: ignore[no-untyped-call]  # not annotated there
        if not line:
            continue
        try:
            name, parameters, value = line.parts()
        except ValueError:
            continue
        match name.upper():
            case "BEGIN":
                inside.append(value.strip().upper())
                entries += inside[-1] == "VEVENT"
            case "END":
                inside = inside[:-1]
            case own if inside in (["VCALENDAR"], ["VCALENDAR", "VEVENT"]) and entries <= 1:
                yield _Line(own, parameters, value)


def _speaking(attendees: Sequence[_Line]) -> _Line:
    """The attendee who answers: a delegate who has decided, else whoever delegated, else the first."""
    words = {line.parameter("PARTSTAT").upper(): line for line in reversed(attendees)}
    for line in attendees:
        if line.parameter("DELEGATED-FROM") and line.parameter("PARTSTAT").upper() in list(Word):
            return line
    return words.get(Word.DELEGATED, attendees[0])


def _delegate(spoken: _Line, attendees: Sequence[_Line]) -> Mailbox | None:
    """Who comes instead, by the name under which the message lists them."""
    address = _bare(spoken.parameter("DELEGATED-TO"))
    if not address:
        return None
    return next((line.mailbox for line in attendees if _bare(line.value) == address), Mailbox("", address))


def _first(lines: Sequence[_Line], name: str) -> str:
    return next((line.value for line in lines if line.name == name), "").strip()


def _bare(address: str) -> str:
    """An address without its scheme, as it is compared."""
    return address.strip().lower().removeprefix("mailto:")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
