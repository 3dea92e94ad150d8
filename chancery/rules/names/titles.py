"""Titles round a name: Mr, H.E., Excelenței Sale Domnului, bəy, 先生, Jr."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from chancery.rules.names.folding import fold_word
from chancery.rules.names.known import titles
from chancery.rules.names.letters import Script, lower, native, script_of

_LONGEST_TITLE = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a printed name between spaces and dots; `has_dot` says that a dot follows."""

    text: str
    has_dot: bool = False

    @property
    def is_capital(self) -> bool:
        """Whether it is written in capitals throughout."""
        return self.text.isupper()


@dataclass(slots=True)
class Notes:
    """What the words taken off a name said: gender and generation, or nothing; particles found inside."""

    gender: str = ""
    generation: str = ""
    particles: set[str] = field(default_factory=set)


@lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """The form under which titles are compared: small letters, no accents in Latin, no signs."""
    small = lower(text)
    if script_of(small) is Script.LATIN:
        return fold_word(small)
    return "".join(sign for sign in native(small) if sign.isalnum())


@cache
def _genders() -> dict[str, str]:
    tables = {"": titles.FOR_ANYBODY, "m": titles.FOR_MEN, "f": titles.FOR_WOMEN}
    return {_phrase(title): gender for gender, table in tables.items() for title in table.split()}


@cache
def _names_too() -> frozenset[str]:
    return frozenset(_phrase(title) for title in titles.NAMES_TOO.split())


@cache
def _after_names() -> frozenset[str]:
    return frozenset(_phrase(title) for title in titles.AFTER_NAMES.split())


@cache
def _between_names() -> frozenset[str]:
    return frozenset(_phrase(title) for title in titles.BETWEEN_NAMES.split())


@cache
def _generations() -> dict[str, str]:
    lines = (line.split(":") for line in titles.GENERATIONS.split(";"))
    return {key(mark): generation.strip() for generation, marks in lines for mark in marks.split()}


def _phrase(title: str) -> str:
    return "_".join(key(word) for word in title.split("_"))


def without_titles(pieces: Sequence[Piece], notes: Notes) -> list[Piece]:
    """Take titles off both ends and note what they say; empty if there is nothing else."""
    left = _without_inner_titles(pieces, notes)
    while size := _title_before(left):
        _note_gender(left[:size], notes)
        left = left[size:]
    while size := _title_after(left, notes):
        left = left[:-size]
    return left


def _without_inner_titles(pieces: Sequence[Piece], notes: Notes) -> list[Piece]:
    """Take off the bey or xanım that stands between a given name and a family name."""
    inner = [piece for piece in pieces[1:-1] if key(piece.text) in _between_names()]
    _note_gender(inner[:1], notes)
    return [piece for piece in pieces if piece not in inner]


def _title_before(pieces: Sequence[Piece]) -> int:
    """The number of pieces of the longest title the pieces begin with, 0 for none."""
    for size in range(min(_LONGEST_TITLE, len(pieces)), 0, -1):
        phrase = "_".join(key(piece.text) for piece in pieces[:size])
        if phrase in _genders() and _is_meant_as_title(phrase, pieces[:size], left=len(pieces) - size):
            return size
    return 0


def _is_meant_as_title(phrase: str, pieces: Sequence[Piece], *, left: int) -> bool:
    is_letter = len(phrase) == 1 and script_of(phrase) in {Script.LATIN, Script.CYRILLIC}
    if is_letter:
        return pieces[0].has_dot and left >= 2
    if phrase not in _names_too():
        return True
    is_marked = len(phrase) > 2 or pieces[0].has_dot or pieces[0].is_capital
    return left >= 2 and is_marked


def _title_after(pieces: Sequence[Piece], notes: Notes) -> int:
    """The number of pieces of the title or mark of generation the pieces end with, 0 for none."""
    if not pieces:
        return 0
    last = pieces[-1]
    generation = _generations().get(key(last.text), "")
    if generation and (not generation.isdigit() or last.is_capital or last.text[0].isdigit()):
        notes.generation = notes.generation or generation
        return 1
    for size in (2, 1):
        phrase = "_".join(key(piece.text) for piece in pieces[-size:])
        needed = 2 if len(phrase) <= 2 else 1
        if phrase in _after_names() and len(pieces) - size >= needed and (len(phrase) > 2 or last.is_capital):
            _note_gender(pieces[-size:], notes)
            return size
    return 0


def _note_gender(pieces: Sequence[Piece], notes: Notes) -> None:
    phrase = "_".join(key(piece.text) for piece in pieces)
    notes.gender = notes.gender or _genders().get(phrase, "")


def without_chinese_title(signs: str, notes: Notes) -> str:
    """Take a Chinese title off the end of a run of signs."""
    for title in titles.AFTER_NAMES.split():
        if script_of(title) is Script.HAN and signs.endswith(title) and signs != title:
            notes.gender = notes.gender or _genders().get(title, "")
            return signs.removesuffix(title)
    return signs
