"""
The source of a wording, read into pieces: nothing in it is ever run.

A source is light HTML, or plain paragraphs divided by empty lines. `{name}` is a field, a doubled brace a
brace. It is cleaned first, so that what is read here holds only the tags of `TAGS`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser

import nh3

BLOCKS = frozenset({"p", "h2", "ul", "ol", "hr"})
TAGS = BLOCKS | {"br", "strong", "em", "a", "li"}
SCHEMES = {"http", "https", "mailto", "tel"}
# A doubled brace, a field, or a brace that stands alone and is wrong.
BRACES = re.compile(r"\{\{|\}\}|\{([A-Za-z_][A-Za-z0-9_]{0,60})\}|[{}]")
_TAG = re.compile(r"<(?:/?(?:p|h2|ul|ol|li|hr|div|blockquote|h[1-6]|table|section|article)\b)[^>]*>", re.I)


@dataclass(frozen=True, slots=True)
class FieldAt:
    """A field within a text; `in_link` where it is the target of a link."""

    name: str
    in_link: bool = False


type Piece = str | FieldAt


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line of a block as HTML and as plain text.

    `fields` are those that stand in it; `only_field` is the one that is all of it, else empty.
    """

    html: tuple[Piece, ...]
    text: tuple[Piece, ...]
    fields: frozenset[str]
    only_field: str

    @classmethod
    def of(cls, html: tuple[Piece, ...], text: tuple[Piece, ...]) -> "Line":
        """Make a line from its pieces."""
        written = [piece for piece in text if not isinstance(piece, str) or piece.strip()]
        only = written[0] if len(written) == 1 else None
        names = frozenset(piece.name for piece in (*html, *text) if isinstance(piece, FieldAt))
        return cls(html, text, names, only.name if isinstance(only, FieldAt) else "")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list or rule; the lines of a list are its items."""

    tag: str
    lines: tuple[Line, ...]


def cleaned(source: str) -> str:
    """Return a source as HTML with nothing in it but the tags of `TAGS`; plain paragraphs get theirs."""
    kept = nh3.clean(
        as_html(source),
        tags=set(TAGS),
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel=None,
        clean_content_tags={"script", "style", "title", "head", "template", "svg", "math"},
    )
    # What only looked like a tag is gone by now, and plain words may be left.
    return as_html(kept)


def as_html(source: str) -> str:
    """Put plain paragraphs into tags; what has blocks of its own stays as it is."""
    text = source.replace("\r\n", "\n").strip()
    if not text or _TAG.search(text):
        return text
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text))
    return "\n".join(f"<p>{part.replace('\n', '<br>')}</p>" for part in paragraphs if part)


@lru_cache(maxsize=500)
def blocks_of(source: str) -> tuple[Block, ...]:
    """Read a source into blocks; each is cleaned and read once."""
    reader = _Reader()
    reader.feed(cleaned(source))
    reader.close()
    return reader.finished()


@lru_cache(maxsize=500)
def line_of(text: str) -> Line:
    """Read one line of plain text, such as a subject."""
    pieces = pieces_of(text)
    return Line.of(pieces, pieces)


def pieces_of(text: str, *, in_link: bool = False) -> tuple[Piece, ...]:
    """Divide a text at its fields; a doubled brace becomes one, and a brace that stands alone stays."""
    pieces: list[Piece] = []
    end = 0
    for found in BRACES.finditer(text):
        pieces.append(text[end : found.start()])
        pieces.append(FieldAt(found[1], in_link) if found[1] else found[0][0])
        end = found.end()
    pieces.append(text[end:])
    return _joined(pieces)


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Join the texts that stand side by side, so that there is little to put together later."""
    joined: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        elif piece:
            joined.append(piece)
    return tuple(joined)


class _Reader(HTMLParser):
    """Reads cleaned HTML into blocks; text outside of any block makes a paragraph of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[Block] = []
        self._tag, self._lines = "", list[Line]()
        self._html, self._text = list[Piece](), list[Piece]()
        self._inline: list[str] = []
        self._target: tuple[Piece, ...] = ()
        self._since_target = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self._open_block(tag)
        elif tag == "li":
            self._end_line()
        elif tag == "br":
            self._break()
        elif tag == "a":
            self._open_link(dict(attrs).get("href") or "")
        elif tag in ("strong", "em"):
            self._inline.append(tag)
            self._html.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._close_block()
        elif tag == "li":
            self._end_line()
        elif tag in self._inline:
            self._inline.remove(tag)
            self._html.append(f"</{tag}>")
            if tag == "a":
                self._write_target()

    def handle_data(self, data: str) -> None:
        text = re.sub(r"\s+", " ", data)
        if not text.strip() and not self._text:
            return
        for piece in pieces_of(text):
            self._html.append(escape(piece) if isinstance(piece, str) else piece)
            self._text.append(piece)

    def finished(self) -> tuple[Block, ...]:
        self._close_block()
        return tuple(self._blocks)

    def _open_block(self, tag: str) -> None:
        self._close_block()
        self._tag = tag
        if tag == "hr":
            self._blocks.append(Block("hr", ()))
            self._tag = ""

    def _close_block(self) -> None:
        self._end_line()
        if self._lines:
            self._blocks.append(Block(self._tag or "p", tuple(self._lines)))
        self._tag, self._lines = "", []

    def _break(self) -> None:
        """A break inside of a link or of emphasis belongs to the line; elsewhere it ends it."""
        if self._inline:
            self._html.append("<br>")
            self._text.append("\n")
        else:
            self._end_line()

    def _end_line(self) -> None:
        html, text = _joined(self._html), _joined(self._text)
        if any(not isinstance(piece, str) or piece.strip() for piece in text):
            self._lines.append(Line.of(html, text))
        self._html, self._text = [], []

    def _open_link(self, target: str) -> None:
        self._inline.append("a")
        self._target = pieces_of(unescape(target), in_link=True)
        self._html.append('<a href="')
        self._html += [escape(piece) if isinstance(piece, str) else piece for piece in self._target]
        self._html.append('">')
        self._since_target = len(self._text)

    def _write_target(self) -> None:
        """Write the target after the words of a link, unless they are the target."""
        words = _joined(self._text[self._since_target :])
        plain = tuple(FieldAt(piece.name) if isinstance(piece, FieldAt) else piece for piece in self._target)
        bare = tuple(
            piece.removeprefix("mailto:").removeprefix("tel:") if isinstance(piece, str) else piece
            for piece in plain
        )
        if bare and words not in (plain, bare):
            self._text += [": ", *bare]
