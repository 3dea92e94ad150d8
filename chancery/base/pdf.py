"""Paper: a Typst document and plain values become a tagged PDF with the typefaces of the house."""

import json
import re
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypedDict

import typst
from django.utils.translation import gettext, gettext_noop, override

from chancery.base import typefaces
from chancery.base.cldr import moment_in_words
from chancery.base.languages import RIGHT_TO_LEFT
from chancery.base.stock import USUAL, Stock

ROOT = Path(__file__).parent.parent
SCREEN = 110
"""Dots per inch of a preview."""


class PaperFailed(Exception):
    """
    A document that cannot be printed; the others of a dossier still can.

    `str()` is one sentence in the language of the reader at that moment; `row` counts entries from 1, lists
    within lists joined by full stops, and is empty where the fault lies in no entry.
    """

    def __init__(self, template: str, *, row: str = "", **values: str) -> None:
        super().__init__(template, values)
        self.template, self.values, self.row = template, {**values, "row": row}, row

    def __str__(self) -> str:
        return gettext(self.template) % self.values


class Fault(NamedTuple):
    """What is said of a text that cannot be printed: with the number of its row, and of one in no row."""

    in_a_row: str
    elsewhere: str

    def of(self, text: str, *, row: str, **values: str) -> PaperFailed:
        return PaperFailed(self.in_a_row if row else self.elsewhere, row=row, text=text, **values)


NO_GLYPH = Fault(
    gettext_noop(
        "“%(title)s” cannot be printed: “%(text)s” (row %(row)s) holds the character %(character)s, "
        "which no typeface of Chancery has; write it in another form."
    ),
    gettext_noop(
        "“%(title)s” cannot be printed: “%(text)s” holds the character %(character)s, "
        "which no typeface of Chancery has; write it in another form."
    ),
)
TOO_WIDE = Fault(
    gettext_noop(
        "“%(title)s” cannot be printed: “%(text)s” (row %(row)s) is too long for its place; "
        "give a shorter form of it."
    ),
    gettext_noop(
        "“%(title)s” cannot be printed: “%(text)s” is too long for its place; give a shorter form of it."
    ),
)
TOO_FULL = Fault(
    gettext_noop(
        "“%(title)s” cannot be printed: what stands with “%(text)s” (row %(row)s) has no room on its sheet; "
        "shorten the texts or choose a larger size."
    ),
    gettext_noop(
        "“%(title)s” cannot be printed: what stands with “%(text)s” has no room on its sheet; shorten the "
        "texts or choose a larger size."
    ),
)
NOT_LAID_OUT = gettext_noop("“%(title)s” could not be laid out: %(fault)s.")


class EventLines(TypedDict):
    """The event as the head of a list names it; `lines` are day, time and place."""

    title: str
    lines: list[str]


@dataclass(frozen=True, slots=True)
class Imprint:
    """
    What a sheet says about itself, and what it is printed on.

    `house` is the organiser as printed, `house_language` the language it is written in, where that is not
    the language of the sheet; `emblem` the bytes of its PNG or SVG; `made_at` is aware, in the zone of the
    office; `author` is who made this version. What `is_for_archive` is printed as PDF/A beside PDF/UA.
    """

    house: str
    made_at: datetime
    version: str = ""
    author: str = ""
    emblem: bytes | None = None
    house_language: str = ""
    stock: Stock = USUAL
    is_for_archive: bool = False


def render_pdf(
    template: str,
    values: Mapping[str, object],
    *,
    language: str,
    title: str,
    imprint: Imprint,
    words: Mapping[str, str] | None = None,
) -> bytes:
    """
    Print one document as PDF/UA-1, for the archive as PDF/A-2a too.

    Shape: `template` is a path inside the package ("guests/papers/envelopes.typ"), `values` what its first
    comment describes, `words` its fixed words in English, printed in `language`. The same values and the
    same imprint give the same bytes.
    Errors: PaperFailed, naming the row that cannot be printed.
    """
    handed = _handed(values, language=language, title=title, imprint=imprint, words=words or {})
    moment = int(imprint.made_at.timestamp())
    standards = ["a-2a", "ua-1"] if imprint.is_for_archive else ["ua-1"]
    pdf = _compiled(template, handed, format="pdf", pdf_standards=standards, timestamp=moment)
    assert isinstance(pdf, bytes)
    return pdf


def render_png(
    template: str,
    values: Mapping[str, object],
    *,
    language: str,
    title: str,
    imprint: Imprint,
    words: Mapping[str, str] | None = None,
    ppi: float = SCREEN,
) -> list[bytes]:
    """Picture the pages of a document for a preview: one PNG a page, else as `render_pdf`."""
    handed = _handed(values, language=language, title=title, imprint=imprint, words=words or {})
    pages = _compiled(template, handed, format="png", ppi=ppi)
    return [pages] if isinstance(pages, bytes) else list(pages or [])


@dataclass(frozen=True, slots=True)
class Paper[Values: Mapping[str, object]]:
    """A kind of document: its template, the shape of its values, its fixed words in English by their key."""

    template: str
    words: Mapping[str, str] = field(default_factory=dict)

    def pdf(self, values: Values, *, language: str, title: str, imprint: Imprint) -> bytes:
        """Print it; see `render_pdf`."""
        return render_pdf(
            self.template, values, language=language, title=title, imprint=imprint, words=self.words
        )

    def pictures(self, values: Values, *, language: str, title: str, imprint: Imprint) -> list[bytes]:
        """Preview it; see `render_png`."""
        return render_png(
            self.template, values, language=language, title=title, imprint=imprint, words=self.words
        )


def foot_lines(imprint: Imprint, language: str) -> list[str]:
    """Version, time and author, as they stand at the foot of every page; what is unknown is left out."""
    with override(language):
        version = gettext("Version %(version)s") % {"version": imprint.version} if imprint.version else ""
    made = moment_in_words(imprint.made_at, language)
    return [line for line in (version, made, imprint.author) if line]


def _handed(
    values: Mapping[str, object], *, language: str, title: str, imprint: Imprint, words: Mapping[str, str]
) -> dict[str, Any]:
    """Everything a template may read, as one plain tree."""
    with override(language):
        translated = {key: gettext(word) if word else "" for key, word in words.items()}
        translated["page"] = gettext("Page %(page)s of %(pages)s") % {"page": "{page}", "pages": "{pages}"}
    return {
        "values": values,
        "words": translated,
        "language": language,
        "title": title,
        "author": imprint.house,
        "author_language": imprint.house_language or language,
        "foot": foot_lines(imprint, language),
        "emblem": list(imprint.emblem) if imprint.emblem else None,
        "right_to_left": sorted(RIGHT_TO_LEFT),
    }


def _compiled(template: str, handed: dict[str, Any], **how: Any) -> bytes | list[bytes] | None:
    for part in ("values", "author", "foot"):
        refuse_unprintable(handed[part], handed["title"], is_numbered=part == "values")
    paper = unicodedata.normalize("NFC", json.dumps(handed, ensure_ascii=False))
    try:
        return _compiler().compile(ROOT / template, sys_inputs={"paper": paper}, **how)
    except typst.TypstError as fault:
        raise _explained(fault.message, handed) from fault
    finally:
        _forget(len(paper))


def refuse_unprintable(values: Any, title: str, *, is_numbered: bool = True) -> None:
    """Raise PaperFailed for the first text with a character that no typeface holds."""
    for row, text in texts(values):
        if text.isascii() and text.isprintable():  # every typeface has these, and a code is thousands of them
            continue
        if missing := typefaces.unprintable(text):
            raise NO_GLYPH.of(text, row=row if is_numbered else "", title=title, character=named(missing[0]))


def texts(values: Any, row: tuple[int, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every text of a tree with the number of its entry, in the order of the tree."""
    if isinstance(values, str):
        yield ".".join(map(str, row)), values
    elif isinstance(values, Mapping):
        for value in values.values():
            yield from texts(value, row)
    elif isinstance(values, (list, tuple)):
        for number, value in enumerate(values, start=1):
            yield from texts(value, (*row, number))


def named(character: str) -> str:
    """😀 (U+1F600 GRINNING FACE)."""
    name = unicodedata.name(character, "")
    shown = f"{character} " if character.isprintable() else ""
    return f"{shown}(U+{ord(character):04X}{' ' if name else ''}{name})"


def _explained(fault: str, handed: dict[str, Any]) -> PaperFailed:
    """Turn a fault of the typesetter into a sentence that names the row."""
    title = handed["title"]
    if found := re.search(r'too-(?P<how>wide|full):(?P<text>.*?)"?$', fault, re.DOTALL):
        row, text = _where(found["text"].replace('\\"', '"'), handed["values"])
        said_of = TOO_WIDE if found["how"] == "wide" else TOO_FULL
        return said_of.of(text, row=row, title=title)
    if found := re.search(r'the text [`"]+(?P<text>.*?)[`"]+ could not be displayed', fault, re.DOTALL):
        row, text = _where(found["text"], handed["values"])
        return NO_GLYPH.of(text, row=row, title=title, character=found["text"])
    said = fault.splitlines()[0].removeprefix("assertion failed: ").rstrip(".")
    return PaperFailed(NOT_LAID_OUT, title=title, fault=said)


def _where(wanted: str, values: Any) -> tuple[str, str]:
    """The row and the whole of the first text that is `wanted`, else that holds it; no row without one."""
    composed = [(row, unicodedata.normalize("NFC", text)) for row, text in texts(values)]
    whole = [one for one in composed if one[1] == wanted]
    return next(iter(whole or [one for one in composed if wanted in one[1]]), ("", wanted))


@lru_cache(maxsize=1)
def _faces() -> typst.Fonts:
    """Only the faces of the house, so that a document is the same on every machine."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[typefaces.FOLDER]
    )


class _Own(threading.local):
    """
    One warm compiler a thread: it keeps the faces, and all that it laid out in its last `KEPT_DOCUMENTS`.

    `remembered` is the length of the values that were printed since it last forgot.
    """

    compiler: typst.Compiler | None = None
    remembered: int = 0


_own = _Own()
KEPT_DOCUMENTS = 10
MOST_REMEMBERED = 40_000
"""Characters of values; 500 guests with their reasons are 190,000 and take 110 MB to lay out."""


def _compiler() -> typst.Compiler:
    if _own.compiler is None:
        _own.compiler = typst.Compiler(root=ROOT, font_paths=_faces())
    return _own.compiler


def _forget(printed: int) -> None:
    """Give memory back after large documents: what many empty documents did not use again is dropped."""
    _own.remembered += printed
    if _own.remembered > MOST_REMEMBERED:
        _own.remembered = 0
        for _ in range(KEPT_DOCUMENTS + 1):
            _compiler().compile(b"", format="pdf")
