"""Forms of a page, filled in as somebody hostile does."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.crawling.words import ALL_AT_ONCE, MARK, SENT

FIXED = {"hidden", "checkbox", "radio", "submit", "button", "image", "reset"}
CHOSEN = {"date", "time", "datetime-local", "number", "color", "month", "email", "url"}
PRESSED = {"submit", "button", "image", "reset"}
PLAIN = {
    "date": "2027-02-26",
    "time": "19:00",
    "datetime-local": "2027-02-26T19:00",
    "number": "3",
    "month": "2027-02",
    "email": "ana@example.org",
    "url": "https://example.org/",
    "color": "#102030",
}
"""What somebody who means no harm writes into an empty field."""


@dataclass
class Sending:
    """One way to send a form that stands on the page `at`."""

    at: str
    address: str
    method: str
    how: str
    names: frozenset[str]
    values: dict[str, list[object]] = field(default_factory=dict)


def forms_of(page: BeautifulSoup, at: str) -> Iterator[Tag]:
    """Every form of a page that leads into the program; one of each kind."""
    found: set[str] = set()
    for form in page.find_all("form"):
        assert isinstance(form, Tag)
        address = urlsplit(address_of(form, at))
        seen = f"{address.path} {form.get('method')} {sorted(_names(form))}"
        is_ours = not address.netloc and "logout" not in address.path and form.get("method") != "dialog"
        if is_ours and seen not in found:
            found.add(seen)
            yield form


def sendings(form: Tag, at: str, *, turn: int, is_whole: bool) -> Iterator[Sending]:
    """A form with its texts hostile, with all it has hostile, and with one field at a time hostile."""
    yield _sending(form, at, "texts", turn)
    yield _sending(form, at, "all", turn + len(SENT) // 2)
    for name in sorted(_names(form)) if is_whole else ():
        if name != "csrfmiddlewaretoken":
            yield _sending(form, at, name, turn)


def address_of(form: Tag, at: str) -> str:
    """Where a form leads."""
    return urljoin(at, str(form.get("action") or at))


def _names(form: Tag) -> frozenset[str]:
    fields = form.find_all(["input", "textarea", "select", "button"])
    return frozenset(str(element["name"]) for element in fields if element.get("name"))


def _sending(form: Tag, at: str, how: str, turn: int) -> Sending:
    method = str(form.get("method", "get")).lower()
    made = Sending(at, address_of(form, at), method, how, _names(form))
    is_pressed = False
    for element in form.find_all(["input", "textarea", "select", "button"]):
        assert isinstance(element, Tag)
        name = str(element.get("name") or "")
        if not name or name == "csrfmiddlewaretoken" or element.has_attr("disabled"):
            continue
        if how not in ("texts", "all") and _kind(element) in PRESSED:
            # A browser sends the one button that was pressed.
            if is_pressed:
                continue
            is_pressed = True
        for value in _values(element, name, f"{urlsplit(made.address).path} {name}", how, turn):
            made.values.setdefault(name, []).append(value)
    return made


def _kind(element: Tag) -> str:
    if element.name in ("select", "button", "textarea"):
        return {"button": "submit"}.get(element.name, element.name)
    return str(element.get("type", "text")).lower()


def _values(element: Tag, name: str, seed: str, how: str, turn: int) -> Iterator[object]:
    kind = _kind(element)
    hostile = sendable(SENT[(zlib.crc32(seed.encode()) + turn) % len(SENT)])
    if kind == "file":
        if how in ("texts", "all", name):
            yield SimpleUploadedFile(f'{MARK}".csv', f"{ALL_AT_ONCE}\n\0\xff".encode("latin-1"))
    elif how in ("all", name):
        yield hostile
    elif kind in ("checkbox", "radio"):
        if element.has_attr("checked"):
            yield str(element.get("value", "on"))
    elif kind == "select":
        options = [str(option.get("value", "")) for option in element.find_all("option")]
        chosen = [str(one.get("value", "")) for one in element.find_all("option", selected=True)]
        yield from chosen or options[-1:]
    elif kind in FIXED or (kind in CHOSEN and how == "texts"):
        yield str(element.get("value", ""))
    elif how == "texts":
        yield hostile
    else:
        now = element.get_text() if kind == "textarea" else str(element.get("value", ""))
        yield now or PLAIN.get(kind, "Ana")


def sendable(word: str) -> str | bytes:
    """Half a character as a program of somebody hostile sends it; no browser does."""
    try:
        word.encode()
    except UnicodeEncodeError:
        return word.encode("utf-8", "surrogatepass")
    return word
