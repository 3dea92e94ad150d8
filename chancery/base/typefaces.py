"""The typefaces of the house, and which characters they can print."""

import struct
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
# Marks of direction and joining, line ends and tabs steer the text and leave no trace on paper.
STEERING = frozenset(
    "\t\n\r\u0085\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069"
) | {chr(point) for point in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))}

FORBIDDEN = frozenset("\ufeff\ufffe\x00")
"""Characters that PDF/UA-1 does not allow in a text, whatever a typeface holds."""


def unprintable(text: str) -> str:
    """
    Return the characters of `text` that no typeface can print.

    Shape: each once, in the order of the text; empty where all can be printed. The text is read composed
    (NFC), as it is printed.
    """
    composed = dict.fromkeys(unicodedata.normalize("NFC", text))
    return "".join(one for one in composed if not is_printable(one))


def is_printable(character: str) -> bool:
    """Say whether a character can stand on paper, or steers the text without a trace."""
    if character in FORBIDDEN:
        return False
    return character in STEERING or ord(character) in printable()


@lru_cache(maxsize=1)
def printable() -> frozenset[int]:
    """The code points that at least one upright face holds."""
    return frozenset(point for face in sorted(FOLDER.glob("*-Regular.ttf")) for point in characters_of(face))


def characters_of(face: Path) -> frozenset[int]:
    """
    Read the code points of a TrueType file from its character map.

    Errors: ValueError where the file has no Unicode map that is read here (formats 4 and 12).
    Source: the OpenType specification, table `cmap`.
    """
    content = face.read_bytes()
    start = _table(content, b"cmap")
    (count,) = struct.unpack_from(">H", content, start + 2)
    records = (struct.unpack_from(">HHL", content, start + 4 + 8 * index) for index in range(count))
    points: set[int] = set()
    for platform, _, offset in records:
        if platform in (0, 3):
            points.update(_map(content, start + offset))
    if not points:
        raise ValueError(f"{face.name} has no character map that can be read.")
    return frozenset(points)


def _table(content: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", content, 4)
    for index in range(count):
        name, _, offset, _ = struct.unpack_from(">4sLLL", content, 12 + 16 * index)
        if name == tag:
            return int(offset)
    raise ValueError(f"The table {tag.decode()} is missing.")


def _map(content: bytes, at: int) -> Iterator[int]:
    (layout,) = struct.unpack_from(">H", content, at)
    if layout == 4:
        yield from _segments(content, at)
    elif layout == 12:
        (count,) = struct.unpack_from(">L", content, at + 12)
        for index in range(count):
            first, last, _ = struct.unpack_from(">LLL", content, at + 16 + 12 * index)
            yield from range(first, last + 1)


def _segments(content: bytes, at: int) -> Iterator[int]:
    """The points of a map in format 4 that lead to a glyph; glyph 0 is the empty box."""
    size = struct.unpack_from(">H", content, at + 6)[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{size}H", content, at + 14 + shift)
        for shift in (0, 2 * size + 2, 4 * size + 2, 6 * size + 2)
    )
    places = at + 16 + 6 * size
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            if offsets[index] == 0:
                glyph = point + deltas[index]
            else:
                where = places + 2 * index + offsets[index] + 2 * (point - first)
                glyph = struct.unpack_from(">H", content, where)[0]
            if glyph & 0xFFFF:
                yield point
