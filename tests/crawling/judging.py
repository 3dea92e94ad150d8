"""What no page may do with hostile words: read as a browser reads it."""

import json
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse

from tests.crawling.words import COUNTED, ELSEWHERE, MARK

ADDRESSES = {"href", "src", "action", "formaction", "poster", "srcset", "hx-get", "hx-post", "xlink:href"}
OWN_SCHEMES = {"", "mailto", "tel", "data", "blob", "webcal"}
ACTIVE = {"script", "style", "iframe", "object", "embed", "base", "link", "meta", "svg", "math"}
CODE_ATTRIBUTES = {"style", "class", "id", "srcdoc", "type", "rel", "http-equiv", "for", "form", "target"}


def faults_of(response: HttpResponse) -> Iterator[str]:
    """What is wrong with an answer, in words."""
    if response.status_code >= 500:
        yield f"status {response.status_code}"
    for name, value in response.headers.items():
        if re.search(r"[\r\n]", value) or (MARK in name.lower()):
            yield f"header {name} is torn: {value[:80]!r}"
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return
    if "Content-Security-Policy" not in response.headers:
        yield "no Content-Security-Policy"
    text = response.content.decode()
    if "UNKNOWN VARIABLE" in text:
        yield "a variable is unknown"
    if COUNTED in text:
        yield "words are taken for a template"
    yield from _of_elements(BeautifulSoup(text, "lxml"))
    if response.status_code in (400, 403, 404, 405, 413, 429) and not _has_sentence(text):
        yield f"status {response.status_code} without a sentence"


def _of_elements(page: BeautifulSoup) -> Iterator[str]:
    for element in page.find_all(True):
        assert isinstance(element, Tag)
        if MARK in element.name or (element.name in ACTIVE and _holds_code(element)):
            yield f"<{element.name}> made of words: {str(element)[:120]}"
        for name, value in element.attrs.items():
            yield from _of_attribute(
                element, name, " ".join(value) if isinstance(value, list) else str(value)
            )


def _holds_code(element: Tag) -> bool:
    """Whether an element that browsers act on holds words where it must not."""
    text = element.get_text()
    if MARK not in text:
        return False
    if element.name == "script" and str(element.get("type", "")).endswith("json"):
        try:
            json.loads(text)
        except ValueError:
            return True
        return False
    return element.name in ("script", "style")


def _of_attribute(element: Tag, name: str, value: str) -> Iterator[str]:
    where = f"<{element.name} {name}={value[:80]!r}>"
    if MARK in name or name.startswith("on"):
        yield f"attribute made of words: {where}"
    if name in CODE_ATTRIBUTES and MARK in value:
        yield f"words in {where}"
    if name in ADDRESSES:
        yield from (f"{wrong}: {where}" for wrong in _wrong_address(value))


def _wrong_address(value: str) -> Iterator[str]:
    """What is wrong with an address: where it leads, and what it carries there."""
    parts = urlsplit(re.sub(r"[\x00-\x20]", "", value))
    if parts.scheme.lower() == "javascript" or parts.scheme.lower() not in OWN_SCHEMES | {"http", "https"}:
        yield f"scheme {parts.scheme}"
    if parts.scheme in ("", "http", "https") and (parts.hostname or "").endswith(ELSEWHERE):
        yield "leads elsewhere"
    if MARK in unquote(value) and re.search(r"[<>\"\s]", value) and parts.scheme != "data":
        yield "is not quoted"


def _has_sentence(text: str) -> bool:
    words = BeautifulSoup(text, "lxml").get_text(" ")
    return bool(re.search(r"\w[^.!?。]{8,}[.!?]", words))
