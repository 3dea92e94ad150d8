"""Fields filled with values: escaped in HTML, plain in text, and lines that nothing fills left out."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from chancery.base.languages import direction
from chancery.guests.wordings.source import Block, FieldAt, Line

# Characters that turn the direction of what follows, and controls other than the line break.
_UNWANTED = re.compile(
    r"[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_FSI, _PDI = "\u2068", "\u2069"
_PARAGRAPHS = re.compile(r"\n\s*\n")

type Values = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Same:
    """What says the same to everybody, written once: paragraphs of text, and the lines of HTML."""

    text: Sequence[str]
    html: Sequence[str]


type Part = Block | Same


def shared(blocks: Sequence[Block], names: Collection[str], values: Values) -> list[Part]:
    """Write the blocks that hold no other fields than `names` once for all; the others stay as they are."""
    return [_same(block, values) if _holds_only(block, names) else block for block in blocks]


def _same(block: Block, values: Values) -> Same:
    return Same(tuple(_block_as_text(block, values)), tuple(_block_as_html(block, values)))


def _holds_only(block: Block, names: Collection[str]) -> bool:
    return all(name in names for line in block.lines for name in line.fields)


@lru_cache(maxsize=20_000)
def tidy(value: str, language: str) -> str:
    """
    Return a value as it can stand in a text of `language`.

    Controls and marks of direction are taken out; what is written the other way is isolated, so that a number
    or a full stop beside it keeps its side.
    """
    plain = _UNWANTED.sub("", value.replace("\r\n", "\n")).strip()
    return f"{_FSI}{plain}{_PDI}" if _runs_otherwise(plain, direction(language)) else plain


def _runs_otherwise(text: str, written: str) -> bool:
    others = {"R", "AL"} if written == "ltr" else {"L"}
    return any(unicodedata.bidirectional(letter) in others for letter in text)


def as_text(parts: Sequence[Part], values: Values) -> str:
    """The plain text: paragraphs with an empty line between them, links written out, items with a dash."""
    paragraphs: list[str] = []
    for part in parts:
        paragraphs += part.text if isinstance(part, Same) else _block_as_text(part, values)
    return "\n\n".join(paragraphs)


def paragraphs(block: Block, values: Values) -> list[str]:
    """The plain text of one block; several paragraphs where a value holds several."""
    return list(_block_as_text(block, values))


def as_html(parts: Sequence[Part], values: Values) -> str:
    """The HTML of the blocks; values are escaped wherever they stand."""
    lines: list[str] = []
    for part in parts:
        lines += part.html if isinstance(part, Same) else _block_as_html(part, values)
    return "\n".join(lines)


def line_as_text(line: Line, values: Values) -> str:
    """One line, such as a subject: values of several lines are joined by commas."""
    filled = (piece if isinstance(piece, str) else _on_one_line(values(piece.name)) for piece in line.text)
    return re.sub(r" {2,}", " ", "".join(filled)).strip(" ,·–:")


def _block_as_text(block: Block, values: Values) -> Iterator[str]:
    if block.tag == "hr":
        yield "* * *"
        return
    if paragraph := _whole_value(block, values):
        yield from paragraph
        return
    mark = "– " if block.tag in ("ul", "ol") else ""
    lines = [mark + _line_text(line, values) for line in filled_lines(block, values)]
    if lines:
        yield "\n".join(lines)


def _block_as_html(block: Block, values: Values) -> Iterator[str]:
    if block.tag == "hr":
        yield "<hr>"
        return
    if found := _whole_value(block, values):
        yield from (f"<p>{escape(part).replace('\n', '<br>')}</p>" for part in found)
        return
    lines = [_line_html(line, values) for line in filled_lines(block, values)]
    if not lines:
        return
    is_list = block.tag in ("ul", "ol")
    inside = "".join(f"<li>{line}</li>" for line in lines) if is_list else "<br>".join(lines)
    yield f"<{block.tag}>{inside}</{block.tag}>"


def _whole_value(block: Block, values: Values) -> list[str]:
    """The paragraphs of a value that is all of a paragraph, where it holds several."""
    name = block.lines[0].only_field if block.tag == "p" and len(block.lines) == 1 else ""
    parts = [part.strip() for part in _PARAGRAPHS.split(values(name))] if name else []
    return parts if len(parts) > 1 else []


def filled_lines(block: Block, values: Values) -> list[Line]:
    """The lines of a block without those that hold fields none of which has a value."""
    return [line for line in block.lines if not line.fields or any(values(name) for name in line.fields)]


def _line_text(line: Line, values: Values) -> str:
    if line.only_field:
        return values(line.only_field)
    return "".join(
        piece if isinstance(piece, str) else _on_one_line(values(piece.name)) for piece in line.text
    ).strip()


def _line_html(line: Line, values: Values) -> str:
    is_whole = bool(line.only_field)
    return "".join(
        piece if isinstance(piece, str) else _value_html(piece, values, is_whole) for piece in line.html
    ).strip()


def _value_html(piece: FieldAt, values: Values, is_whole: bool) -> str:
    value = values(piece.name)
    if piece.in_link:
        return escape(value) if value.startswith(("https://", "http://", "mailto:", "tel:")) else "#"
    return escape(value).replace("\n", "<br>") if is_whole else escape(_on_one_line(value))


def _on_one_line(value: str) -> str:
    return ", ".join(line for line in value.split("\n") if line) if "\n" in value else value
