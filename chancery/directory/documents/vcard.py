"""Cards for address books: vCard 4.0 (RFC 6350), in UTF-8, lines folded at 75 octets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

_LONGEST_LINE = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Property:
    """
    One line of a card before it is folded.

    Shape: `values` are the components of a structured value (N, ADR, ORG), each a list of its own; a plain
    value is one component of one text.
    """

    name: str
    values: Sequence[Sequence[str]]
    parameters: Mapping[str, str] = field(default_factory=dict)


def plain(name: str, text: str, **parameters: str) -> Property:
    """Make a property of one text."""
    return Property(name, [[text]], parameters)


def structured(name: str, *components: str, **parameters: str) -> Property:
    """Make a property of several components, of which any may be empty."""
    return Property(name, [[component] if component else [] for component in components], parameters)


def card(properties: Iterable[Property]) -> str:
    """Write one card; properties without any text are left out, but not N, which may be empty."""
    lines = ["BEGIN:VCARD", "VERSION:4.0"]
    for each in properties:
        if each.name == "N" or any(text for component in each.values for text in component):
            lines.extend(_folded(_line(each)))
    return "".join(f"{line}\r\n" for line in [*lines, "END:VCARD"])


def _line(each: Property) -> str:
    parameters = "".join(f";{name}={_parameter(text)}" for name, text in each.parameters.items() if text)
    value = ";".join(",".join(text.translate(_ESCAPES) for text in component) for component in each.values)
    return f"{each.name}{parameters}:{value}"


def _parameter(text: str) -> str:
    """Quote a value that holds a sign of the grammar; quotation marks and line ends by RFC 6868."""
    safe = text.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{safe}"' if any(sign in safe for sign in ",:;") else safe


def _folded(line: str) -> Iterator[str]:
    """Part a line so that no piece is longer than 75 octets and no letter is cut."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece
