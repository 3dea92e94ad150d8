"""What no answer may do with hostile words: read as a browser reads it."""

import json
import re
from collections.abc import Iterator
from email.message import Message
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse

from tests.crawling.words import COUNTED, ELSEWHERE, MARK

ADDRESSES = {"href", "src", "action", "formaction", "poster", "srcset", "hx-get", "hx-post", "xlink:href"}
OWN_SCHEMES = {"", "mailto", "tel", "data", "blob", "webcal"}
ACTIVE = {"script", "style", "iframe", "object", "embed", "base", "link", "meta", "svg", "math"}
CODE_ATTRIBUTES = {"style", "class", "id", "srcdoc", "type", "rel", "http-equiv", "for", "form", "target"}
TURNING = re.compile("[\0-\x1f\x7f/\\\\\u202a-\u202e\u2066-\u2069]")
"""What turns a name of a file around or leads it elsewhere."""
LEFT_OPEN = re.compile(
    r"UNKNOWN VARIABLE|- Select an option -|%\((?!zqx|x\))\w+\)[sd]|__proxy__|object at 0x"
    r"|<QuerySet|Decimal\(|datetime\.\w+\("
)
"""What the program says to itself, never to a reader."""
ENDS = tuple(".!?…:؟。”»)")
SENTENCES = ".field-error, .messages li .mark, .errorlist li"


def faults_of_headers(response: HttpResponse) -> Iterator[str]:
    """What is wrong with an answer before its content."""
    if response.status_code >= 500 and response.status_code != 503:
        yield f"status {response.status_code}"
    for name, value in response.headers.items():
        if re.search(r"[\r\n]", value) or (MARK in name.lower()):
            yield f"header {name} is torn: {value[:80]!r}"
    if response.headers.get("X-Content-Type-Options") != "nosniff":
        yield "a browser may guess what it is"
    message = Message()
    message["Content-Disposition"] = response.headers.get("Content-Disposition", "")
    name = message.get_filename("a")
    if TURNING.search(name) or not name.strip(" .") or len(name.encode(errors="replace")) > 255:
        yield f"no name of a file: {name[:120]!r}"


def faults_of_page(response: HttpResponse, page: BeautifulSoup) -> Iterator[str]:
    """What is wrong with a page, in words."""
    if "Content-Security-Policy" not in response.headers:
        yield "no Content-Security-Policy"
    text = page.get_text(" ")
    if COUNTED in text:
        yield "words are taken for a template"
    if left := LEFT_OPEN.search(text):
        yield f"not for readers: {text[max(0, left.start() - 40) : left.end() + 40]!r}"
    yield from _of_elements(page)
    yield from _of_sentences(page)
    if response.status_code in (400, 403, 404, 405, 413, 429) and not _has_sentence(text):
        yield f"status {response.status_code} without a sentence"


def _of_elements(page: BeautifulSoup) -> Iterator[str]:
    for element in page.find_all(True):
        if MARK in element.name or (element.name in ACTIVE and _holds_code(element)):
            yield f"<{element.name}> made of words: {str(element)[:120]}"
        if element.string and element.string.strip() in ("None", "nan", "[]", "{}") and element.name != "dfn":
            yield f"says nothing: {str(element)[:120]}"
        for name, value in element.attrs.items():
            yield from _of_attribute(
                element, name, " ".join(value) if isinstance(value, list) else str(value)
            )


def _of_sentences(page: BeautifulSoup) -> Iterator[str]:
    """What is said of a mistake or of what was done is a sentence, and names no field of a table."""
    for element in page.select(SENTENCES):
        words = element.get_text(" ").strip()
        if words and not words.endswith(ENDS):
            yield f"no sentence: {words[:160]!r}"
        if re.search(r"(?<![\w./@{(%])[a-z]+_[a-z_]+(?![\w.@})])", words) and MARK not in words:
            yield f"a name of the program: {words[:160]!r}"


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
    return bool(re.search(r"\w[^.!?。]{8,}[.!?。]", text))
