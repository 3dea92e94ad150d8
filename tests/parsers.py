"""
Every parser of what strangers send: what it is given, and what it may refuse it by.

One list for the tests of properties (tests/test_parsers.py) and for the fuzzer (fuzz/parsers.py): any bytes
lead to a value or to a refusal of ours, never to another exception. None asks a database.
"""

from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zlib import crc32

import pyrage

from chancery.base import itip, metadata, passes, pixels
from chancery.base.backup import sealing
from chancery.base.backup.refusing import ContentDamaged
from chancery.base.inbox import messages, reports
from chancery.base.media import types
from chancery.desk.archive import contents
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.unpacking import unpacked
from chancery.desk.bringing import reading as bringing
from chancery.directory.importing import dates
from chancery.directory.importing.problems import UnreadableFile
from chancery.directory.importing.tables import recognised, table_of
from chancery.door import told
from chancery.door.hot import asked
from chancery.guests import tokens
from chancery.precedence import guest_rows, reading
from chancery.precedence.columns import UnreadableList
from chancery.precedence.fields import UnreadableProfile
from chancery.rules import subtitles
from chancery.rules.anniversaries.plain import UnreadableRule, read_rule
from chancery.rules.dates import PartialDate, UnreadableDate
from chancery.rules.seating.layout import read_layout
from chancery.rules.seating.pretix import read_plan
from chancery.rules.seating.refused import LayoutRefused
from tests.parsers_of_programs import PROGRAMS, SCAN
from tests.parsing import NotJSON, Parser, demand_keepable, from_file, json_object, text

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
MOST_PIXELS = 4_000_000
IDENTITY = pyrage.x25519.Identity.generate()


def _message(content: bytes) -> None:
    incoming = messages.read(content)
    for name in ("From", "To", "Subject", "Reply-To"):
        demand_keepable([incoming.header(name), incoming.address_in(name)])
    demand_keepable([incoming.text, incoming.identity, reports.report_in(incoming)])
    reports.is_automatic(incoming)
    for calendar in incoming.calendars:
        with suppress(itip.NotAnAnswer):
            demand_keepable(itip.read_answer(calendar))


def _zip(path: Path) -> None:
    with unpacked(path):
        pass


def _door(content: bytes) -> None:
    asked.admissions_in(content, now=NOW)
    told.exchange_in(json_object(content))


MAIL = (
    b"From: Ana <a@example.org>\r\nSubject: =?utf-8?q?Re=3A?=\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\n'
    b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n"
    b"Final-Recipient: rfc822; a@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--\r\n"
)
REPLY = (
    b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:invitation-2345bcdfghjk@chancery\r\nSEQUENCE:1\r\n"
    b"ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org\r\nDTSTAMP:20261123T200000Z\r\nEND:VEVENT\r\n"
    b"END:VCALENDAR\r\n"
)
CUES = b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000 line:0\n<i>One\n\n1\n00:00:03,000 --> 00:00:04,000\nTwo\n"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xe1\0\x12Exif\0\0II*\0\x08\0\0\0\0\0\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde\0\0\0\0IEND\xaeB`\x82"
HEAD = b"IHDR\0\1\xff\xff\0\1\xff\xff" + PNG[24:29]
VAST = PNG[:12] + HEAD + crc32(HEAD).to_bytes(4) + PNG[33:]
"""A picture that says it is larger than any memory; found by the fuzzer."""
PROFILE = b'[profile]\nkey = "x"\nversion = "1"\n[[rank]]\nkey = "a"\n[sources]\n'

PARSERS: dict[str, Parser] = {
    "a list": Parser(
        lambda content: table_of(content, recognised(content)),
        (UnreadableFile,),
        (b"Name;E-mail\r\nAna;a@example.org\r\n", b"PK\x03\x04", "Имя\tДата\n".encode("cp1251")),
    ),
    "a list of guests for an order": Parser(
        lambda content: guest_rows.read_rows(content, "list.csv"),
        (UnreadableList,),
        (b"id,name,office,state,since\na,Ana,Ambassador,FR,2022-03-01\n", b"PK\x03\x04"),
    ),
    "an export of attendees": Parser(
        bringing.read,
        (UnreadableFile,),
        (b'{"event":{"name":"x","orders":[{"positions":[]}]}}', b"Order #,Ticket,Email\n1,2,3\n"),
    ),
    "a pack": Parser(
        from_file("pack.zip", _zip), (UnreadableFolder,), (b"PK\x03\x04", b"PK\x05\x06" + bytes(18))
    ),
    "a file of an event": Parser(
        from_file("event.toml", contents.read_file),
        (UnreadableFolder,),
        (b'[event]\nref = "x"\n', b"\xef\xbb\xbf"),
    ),
    "a message": Parser(_message, (messages.Unreadable,), (MAIL, REPLY)),
    "an answer by calendar": Parser(itip.read_answer, (itip.NotAnAnswer,), (REPLY,)),
    "subtitles": Parser(subtitles.read, (subtitles.NotText,), (CUES, CUES.decode().encode("utf-16"))),
    "a picture": Parser(
        from_file("original", lambda path: pixels.look(path, most_pixels=MOST_PIXELS)),
        (pixels.UnreadablePicture, pixels.TooManyPixels),
        (JPEG, PNG, b"RIFF\x1a\0\0\0WEBPVP8 "),
    ),
    "what a camera wrote": Parser(
        metadata.without_place, (metadata.UnreadableBytes,), (JPEG, PNG, VAST, b"RIFF\x1a\0\0\0WEBPVP8X")
    ),
    "the kind of a file": Parser(
        lambda content: types.type_of(content, kind="document"), (), (JPEG, b"%PDF-1.7")
    ),
    "an entry pass": Parser(lambda content: passes.read_pass(text(content)), (), (b"CH1:2345BCDFGHJK",)),
    "scans of a device": Parser(_door, (told.NotAsTold, NotJSON), (SCAN,)),
    "a profile": Parser(
        lambda content: reading.parse_profile(text(content), "profile.toml"), (UnreadableProfile,), (PROFILE,)
    ),
    "a date": Parser(
        lambda content: PartialDate.parse(text(content)), (UnreadableDate,), (b"1992-02-26T19:00",)
    ),
    "a date of a list": Parser(
        lambda content: dates.date_of(text(content)),
        (UnreadableDate, dates.TwoReadings),
        (b"03/04/2022", b"44656"),
    ),
    "the rule of a day": Parser(
        lambda content: read_rule(json_object(content)),
        (UnreadableRule, NotJSON),
        (b'{"kind":"easter","offset":-2}', b'{"kind":"yearly","month":2,"day":26}'),
    ),
    "a plan of pretix": Parser(
        lambda content: read_plan(json_object(content)),
        (LayoutRefused, NotJSON),
        (b'{"name":"x","size":{"width":1,"height":1},"zones":[{"rows":[{"seats":[]}]}],"categories":[]}',),
    ),
    "the layout of a room": Parser(
        lambda content: read_layout(json_object(content)),
        (LayoutRefused, NotJSON),
        (b'{"width":800,"depth":600,"furniture":[{"id":"A","kind":"rows","x":4,"y":3,"rows":2,"seats":5}]}',),
    ),
    "a sealed file of a backup": Parser(
        from_file("sealed", lambda path: sealing.unseal(path, BytesIO(), IDENTITY)),
        (ContentDamaged,),
        (b"age-encryption.org/v1\n-> X25519 x\nx\n--- x\n",),
    ),
    "a reply token": Parser(lambda content: tokens.is_token(text(content)), (), (b"2345bcdfghjk2345",)),
    **PROGRAMS,
}
