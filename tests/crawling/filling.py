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


@dataclass
class Sending:
    """One way to send a form."""

    address: str
    method: str
    how: str
    values: dict[str, list[object]] = field(default_factory=dict)


def sendings(page: str, at: str) -> Iterator[Sending]:
    """Every form of a page: with its texts hostile, and with all it has hostile."""
    found: set[str] = set()
    for form in BeautifulSoup(page, "lxml").find_all("form"):
        assert isinstance(form, Tag)
        address = urljoin(at, str(form.get("action") or at))
        method = str(form.get("method", "get")).lower()
        seen = f"{urlsplit(address).path} {method} {sorted(_names(form))}"
        if seen not in found and not urlsplit(address).netloc:
            found.add(seen)
            yield _sending(form, address, method, "texts")
            yield _sending(form, address, method, "all")


def _names(form: Tag) -> Iterator[str]:
    for element in form.find_all(["input", "textarea", "select", "button"]):
        if name := element.get("name"):
            yield str(name)


def _sending(form: Tag, address: str, method: str, how: str) -> Sending:
    made = Sending(address, method, how)
    for element in form.find_all(["input", "textarea", "select", "button"]):
        assert isinstance(element, Tag)
        name = str(element.get("name") or "")
        if not name or name == "csrfmiddlewaretoken" or element.has_attr("disabled"):
            continue
        for value in _values(element, f"{address} {name}", how):
            made.values.setdefault(name, []).append(value)
    return made


def _values(element: Tag, seed: str, how: str) -> Iterator[object]:
    kind = "select" if element.name == "select" else str(element.get("type", "text")).lower()
    hostile = SENT[zlib.crc32(seed.encode()) % len(SENT)]
    if kind == "file":
        yield SimpleUploadedFile(f'{MARK}".csv', f"{ALL_AT_ONCE}\n\0\xff".encode("latin-1"))
    elif how == "all":
        yield _sendable(hostile)
    elif kind in ("checkbox", "radio"):
        if element.has_attr("checked"):
            yield str(element.get("value", "on"))
    elif kind == "select":
        options = [str(option.get("value", "")) for option in element.find_all("option")]
        chosen = [str(one.get("value", "")) for one in element.find_all("option", selected=True)]
        yield from chosen or options[-1:]
    elif element.name == "button" or kind in FIXED or kind in CHOSEN:
        yield str(element.get("value", ""))
    else:
        yield _sendable(hostile)


def _sendable(word: str) -> str | bytes:
    """Half a character as a program of somebody hostile sends it; no browser does."""
    try:
        word.encode()
    except UnicodeEncodeError:
        return word.encode("utf-8", "surrogatepass")
    return word
