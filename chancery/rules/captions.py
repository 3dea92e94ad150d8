"""
The caption of a photograph as the press takes it, in English, French, Romanian and Azerbaijani (R105).

Sentence 1 says who does what, where and when; then the names from left to right, each capacity where its
bearer is first mentioned; then the context; the credit comes last. What is not known is left out and named in
`missing`, never filled in. What is written by hand in one language is not taken for another.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

LANGUAGES = ("en", "fr", "ro", "az")
_NO_STOP = ".!?…"


class Lacking(StrEnum):
    """What a caption could not say in its language."""

    DEED = "deed"
    PEOPLE = "people"
    CAPACITY = "capacity"
    PLACE = "place"
    DAY = "day"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody on a photograph, as read in the language of the caption; `row` 0 is the one in front."""

    name: str
    capacity: str = ""
    row: int = 0
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class Shot:
    """
    What is known of a photograph, each text in the language of the caption; empty for what is not known.

    `deed` is who does what, `item` and `event` are titles, `place` and `day` stand in words, `people` from
    left to right row by row.
    """

    deed: str = ""
    item: str = ""
    event: str = ""
    place: str = ""
    day: str = ""
    people: Sequence[Shown] = ()
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """The text, empty where nothing at all is known, and what could not be said."""

    text: str
    missing: tuple[Lacking, ...]


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The words of one language; `row` is counted from 1, those above the named ones take `row_above`."""

    alone: str
    from_left: str
    rows: tuple[str, ...]
    row_above: str
    at_event: str
    credit: str
    takes_capacity_after: bool = True
    between: str = "; "


_GRAMMARS = {
    "en": _Grammar(
        alone="Pictured: {names}.",
        from_left="Pictured (from left): {names}.",
        rows=("front row", "second row", "third row"),
        row_above="row {number}",
        at_event="Taken at the event “{event}”.",
        credit="Photo: {credit}.",
    ),
    "fr": _Grammar(
        alone="Sur la photo : {names}.",
        from_left="Sur la photo (de gauche à droite) : {names}.",
        rows=("au premier rang", "au deuxième rang", "au troisième rang"),
        row_above="au rang {number}",
        at_event="Photo prise lors de l’événement « {event} ».",
        credit="Photo : {credit}.",
        between=" ; ",
    ),
    "ro": _Grammar(
        alone="În imagine: {names}.",
        from_left="În imagine (de la stânga la dreapta): {names}.",
        rows=("în primul rând", "în al doilea rând", "în al treilea rând"),
        row_above="în rândul {number}",
        at_event="Fotografie realizată la evenimentul „{event}”.",
        credit="Foto: {credit}.",
    ),
    # A capacity stands before its name and gives it an ending: none is put into a sentence of somebody else.
    "az": _Grammar(
        alone="Şəkildə: {names}.",
        from_left="Şəkildə (soldan sağa): {names}.",
        rows=("birinci sırada", "ikinci sırada", "üçüncü sırada"),
        row_above="{number}-ci sırada",
        at_event="Şəkil “{event}” tədbirində çəkilib.",
        credit="Foto: {credit}.",
        takes_capacity_after=False,
    ),
}


def caption_of(shot: Shot, language: str) -> Caption:
    """
    Compose a caption.

    Shape: `language` is one of LANGUAGES. People who are named in the deed get their capacity there and are
    not named again unless others stand beside them. Rows are told apart only where there are several.
    Errors: KeyError for a language without a grammar.
    Source: R105.
    """
    grammar = _GRAMMARS[language]
    deed, told = _with_capacities(shot.deed, shot.people, grammar)
    what = deed or shot.item or (shot.event if not shot.people else "")
    sentences = [
        _sentence(", ".join(part for part in (what, shot.place, shot.day) if part)),
        _names(shot.people, told, grammar),
        grammar.at_event.format(event=shot.event) if shot.event and what != shot.event else "",
        _credit(shot.credit, grammar),
    ]
    return Caption(" ".join(sentence for sentence in sentences if sentence), _missing(shot))


def _missing(shot: Shot) -> tuple[Lacking, ...]:
    lacks_capacity = any(person.is_named and not person.capacity for person in shot.people)
    found = {
        Lacking.DEED: not shot.deed,
        Lacking.PEOPLE: not shot.people,
        Lacking.CAPACITY: lacks_capacity,
        Lacking.PLACE: not shot.place,
        Lacking.DAY: not shot.day,
        Lacking.CREDIT: not shot.credit,
    }
    return tuple(lacking for lacking, is_so in found.items() if is_so)


def _sentence(text: str) -> str:
    """End what was written by hand as a sentence, and begin it as one."""
    if not text:
        return ""
    begun = text[0].upper() + text[1:]
    return begun if begun[-1] in _NO_STOP else f"{begun}."


def _with_capacities(deed: str, people: Sequence[Shown], grammar: _Grammar) -> tuple[str, frozenset[str]]:
    """
    Put each capacity behind the first mention of its bearer in the deed; return also whom it names.

    A name counts only as a whole: one with an ending of its own is left to the list of names.
    """
    text, told = deed.rstrip(_NO_STOP + " "), set()
    for person in people:
        found = re.search(rf"(?<!\w){re.escape(person.name)}(?![\w’'-])", text) if person.is_named else None
        if not found:
            continue
        if not person.capacity:
            told.add(person.name)
        elif grammar.takes_capacity_after:
            told.add(person.name)
            rest = text[found.end() :]
            text = (
                f"{text[: found.end()]}, {person.capacity}{'' if not rest or rest[0] == ',' else ','}{rest}"
            )
    return text, frozenset(told)


def _names(people: Sequence[Shown], told: frozenset[str], grammar: _Grammar) -> str:
    """Name everybody from left to right; nobody where the one who is there was named before."""
    if not people or (len(people) == 1 and people[0].name in told):
        return ""
    if len(people) == 1:
        return grammar.alone.format(names=_person(people[0], told))
    rows = [(row, list(members)) for row, members in groupby(people, lambda person: person.row)]
    if len(rows) == 1:
        return grammar.from_left.format(names=_row(people, told, grammar))
    named = (f"{_row_word(row, grammar)}, {_row(members, told, grammar)}" for row, members in rows)
    return grammar.from_left.format(names=grammar.between.join(named))


def _row(people: Sequence[Shown], told: frozenset[str], grammar: _Grammar) -> str:
    """Semicolons part the people where a capacity brings a comma of its own."""
    named = [_person(person, told) for person in people]
    return (grammar.between if any("," in name for name in named) else ", ").join(named)


def _person(person: Shown, told: frozenset[str]) -> str:
    if person.capacity and person.name not in told:
        return f"{person.name}, {person.capacity}"
    return person.name


def _row_word(row: int, grammar: _Grammar) -> str:
    return grammar.rows[row] if row < len(grammar.rows) else grammar.row_above.format(number=row + 1)


def _credit(credit: str, grammar: _Grammar) -> str:
    return grammar.credit.format(credit=credit.rstrip(". ")) if credit else ""
