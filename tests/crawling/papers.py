"""What no file may do with hostile words: read as the program reads it that opens it."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping

import icalendar
from lxml import etree
from pypdf import PdfReader

from tests.crawling.words import ELSEWHERE, MARK

FORMULA = re.compile(r"^[=+\-@\t\r\n＝＋－＠](?![\d ().,:-]*$)")
LONGEST_LINE = 75
"""Octets of a line of a calendar or a card, without its end (RFC 5545, 3.1)."""
A_LINE = re.compile(rb"^(?:[A-Za-z0-9.-]+[;:]|[ \t])")
XML = (".xml", ".rels", ".svg")


def faults_of_file(kind: str, content: bytes) -> list[str]:
    """What is wrong with a file of a kind (its media type); what cannot be opened is wrong."""
    read = READERS.get(kind.partition(";")[0].strip())
    if read is None:
        return []
    try:
        return list(read(content))
    except Exception as error:
        # Whatever the reader says: somebody could not open this file.
        return [f"cannot be read: {type(error).__name__} {str(error)[:160]}"]


def _of_table(content: bytes) -> Iterator[str]:
    text = content.decode("utf-8-sig")
    for delimiter in (",", ";"):
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        if text.startswith('"'):
            yield from (f"a formula: {cell[:80]!r}" for row in rows for cell in row if FORMULA.match(cell))
            return


def _of_lines(content: bytes) -> Iterator[str]:
    """Calendars and cards: lines that are folded, and none made of words."""
    lines = content.decode().encode().split(b"\r\n")
    for line in lines[:-1]:
        if len(line) > LONGEST_LINE:
            yield f"not folded: {line[:80]!r}"
        if re.search(rb"[\0-\x08\n\r\x0b-\x1f\x7f]", line):
            yield f"a line holds what ends lines: {line[:80]!r}"
        if not A_LINE.match(line) or line.upper().startswith((b"BCC:", b"BEGIN:VCARD\\")):
            yield f"no line of it: {line[:80]!r}"
    if lines[-1]:
        yield "the last line has no end"


def _of_calendar(content: bytes) -> Iterator[str]:
    yield from _of_lines(content)
    if b"\r\nBEGIN:VCARD" in content:
        yield "a card was made of words"
    for calendar in icalendar.Calendar.from_ical(content, multiple=True):
        yield from (f"{name}: {trouble}" for one in calendar.walk() for name, trouble in one.errors)


def _of_card(content: bytes) -> Iterator[str]:
    yield from _of_lines(content)
    if content.count(b"BEGIN:VCARD\r\n") != content.count(b"END:VCARD\r\n"):
        yield "a card was made of words"


def _of_json(content: bytes) -> Iterator[str]:
    def refused(name: str) -> None:
        raise ValueError(name)

    json.loads(content.decode(), parse_constant=refused)
    yield from ()


def _of_xml(content: bytes) -> Iterator[str]:
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in root.iter(etree.Element):
        if MARK in str(element.tag) or etree.QName(element).localname == "script":
            yield f"<{element.tag}> made of words"
        for name, value in element.attrib.items():
            leads = str(name).endswith(("href", "Target")) and re.match(
                r"\s*javascript:|\s*(https?:)?//[^/]*zqx", str(value), re.IGNORECASE
            )
            if leads or MARK in str(name):
                yield f"made of words: {name}={value!r}"


def _of_pdf(content: bytes) -> Iterator[str]:
    for page in PdfReader(io.BytesIO(content)).pages:
        for note in page.get("/Annots") or ():
            action = note.get_object().get("/A") or {}
            if "/JS" in action or ELSEWHERE in str(action.get("/URI", "")):
                yield f"a link made of words: {action}"


def _of_zip(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        for name in folder.namelist():
            if name.startswith("/") or re.search(r"(^|/)\.\.(/|$)|[\\:\0-\x1f\u202a-\u202e]", name):
                yield f"leads out of the folder: {name!r}"
            if name.endswith(XML):
                yield from (f"{name}: {fault}" for fault in _of_xml(folder.read(name)))
            if re.search(
                rb"<f>|<w:instrText[^>]*>[^<]*zqx", folder.read(name) if name.endswith(".xml") else b""
            ):
                yield f"{name} holds a formula"


READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "text/csv": _of_table,
    "text/calendar": _of_calendar,
    "text/vcard": _of_card,
    "application/json": _of_json,
    "application/ld+json": _of_json,
    "application/feed+json": _of_json,
    "application/geo+json": _of_json,
    "application/problem+json": _of_json,
    "application/manifest+json": _of_json,
    "application/scim+json": _of_json,
    "image/svg+xml": _of_xml,
    "application/rss+xml": _of_xml,
    "application/atom+xml": _of_xml,
    "application/xml": _of_xml,
    "text/xml": _of_xml,
    "application/pdf": _of_pdf,
    "application/zip": _of_zip,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _of_zip,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": _of_zip,
}
