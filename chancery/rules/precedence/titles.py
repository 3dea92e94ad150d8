"""What a class or title on a list means: a class of the vocabulary, rows of the profile, a basis."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from chancery.rules.precedence.classes import CHARGES, NUMBERED, OfficeClass, is_kind_of
from chancery.rules.precedence.profile import Profile
from chancery.rules.precedence.values import Basis
from chancery.rules.precedence.vocabulary import CLOSED, CROWNS, LOOSE, classes_by_wording
from chancery.rules.precedence.wording import plain, stem, word_set

_PARTS = re.compile(r"\s*[,;:(/|)]\s*|\s+[-–—]\s+")
# Between two offices of one title.
_AND = re.compile(r"\s+(?:and|&|et|y|e|und|și|şi|və|и)\s+", re.IGNORECASE)
# After these words a title goes on to say of what; everything before them is the title itself.
_JOINTS = word_set(
    "of to in for from at near with and de del du des d da do dos la al ale ai a din pe langa en au aux bei "
    "von der fur zu y et si und alla della dello por pour pela pelo per pentru"
)


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, word_set(text)))


_BASES: dict[str, Basis] = {
    **dict.fromkeys(_stems("acting interim ai interimar interimaire بالنيابة"), Basis.ACTING),
    **dict.fromkeys(
        _stems("former ex ancien antiguo antigo fost fosta fostul kecmis ehemaliger бывший السابق سابق"),
        Basis.FORMER,
    ),
    **dict.fromkeys(
        _stems("sabiq retired ret retd rtd emeritus emerito past ehemalige бывшая"), Basis.FORMER
    ),
    **dict.fromkeys(_stems("designate designated designat designado desemnat elect"), Basis.DESIGNATE),
    **dict.fromkeys(_stems("honorary honoraire honorario onorific fexri"), Basis.HONORARY),
}
# "Ambassador's driver", as `stem` writes it.
_POSSESSIVE = "s"
# Somebody beside the office, not its holder.
_BESIDE = _stems(
    "deputy vice assistant secretary spouse wife husband widow widower adviser advisor under goodwill brand "
    "cultural youth office cabinet driver interpreter guest"
)


_AMBASSADOR_AT_MISSION = {OfficeClass.PERMANENT_REPRESENTATIVE, OfficeClass.AMBASSADOR}
# Said anywhere in a title, these decide what the rest of it means.
_DECISIVE = CHARGES | {OfficeClass.DEPUTY_HEAD_OF_MISSION, OfficeClass.ACTING_PERMANENT_REPRESENTATIVE}


class Reading(NamedTuple):
    """
    One thing a text can mean.

    Shape: `office_class` is None where only rows know the title; `rows` are numbers of rows of the profile
    that name it; `is_whole` says that the whole text was read, not its beginning. `of_state` is the
    place a crown is "of": the reading holds only if that is a state.
    """

    office_class: OfficeClass | None
    rows: frozenset[int] = frozenset()
    basis: Basis | None = None
    is_whole: bool = True
    of_state: str = ""


class Titles:
    """The titles one profile knows, on top of the general vocabulary."""

    def __init__(self, profile: Profile) -> None:
        self._classes = classes_by_wording()
        self._open: dict[str, set[int]] = {}
        self._exact: dict[str, set[int]] = {}
        self._ranks: dict[str, set[int]] = {}
        self._row_classes: list[OfficeClass | None] = []
        self._read: dict[str, tuple[Reading, ...]] = {}
        self._offices: dict[str, tuple[str, ...]] = {}
        for number, row in enumerate(profile.rows):
            self._row_classes.append(OfficeClass(row.classes[0]) if row.classes else None)
            for title in (*row.titles, *_named(row.name.values())):
                words, basis = _without_basis(stem(title))
                is_own = basis is None or basis in row.bases
                self._open.setdefault(words if is_own else stem(title), set()).add(number)
            for title in row.exact_titles:
                self._exact.setdefault(stem(title), set()).add(number)
            for rank in (row.rank, f"rank {row.rank}"):
                self._ranks.setdefault(plain(rank), set()).add(number)

    def read_class(self, text: str) -> tuple[Reading, ...]:
        """
        Read what stands in a column of classes: a code, a title, the number of a class, a rank of the table.

        Shape: as `read`; the numbers 1 to 3 are the classes of the Vienna Convention.
        """
        number = plain(text).removeprefix("class ")
        if number in NUMBERED:
            return (Reading(NUMBERED[number]),)
        return self.read(text) or self._rank(text)

    def read(self, text: str) -> tuple[Reading, ...]:
        """
        Read a title.

        Shape: the most likely meaning first; empty for a text that says nothing to the profile.
        """
        if text not in self._read:
            self._read[text] = self._readings(text)
        return self._read[text]

    def offices_in(self, text: str) -> tuple[str, ...]:
        """
        Part a title that names several offices: "Minister of Finance and Deputy Prime Minister".

        Shape: the title itself where it is known as a whole or names one office.
        """
        if text not in self._offices:
            parts = tuple(_AND.split(text))
            is_one = len(parts) == 1 or any(reading.is_whole for reading in self.read(text))
            are_read = not is_one and all(self.read(part) for part in parts)
            self._offices[text] = parts if are_read else (text,)
        return self._offices[text]

    def _readings(self, text: str) -> tuple[Reading, ...]:
        parts = [part for part in _PARTS.split(text) if part]
        whole = self._whole(stem(text))
        if whole or not parts:
            return whole
        found = [self._part(part) for part in parts]
        found += [self._part(part) for part in _AND.split(text)[1:]]
        decisive = (
            readings
            for readings in found
            if any(r.office_class in _DECISIVE and not r.basis for r in readings)
        )
        chosen = next(decisive, None) or next((readings for readings in found if readings), ())
        basis = next((basis for part in parts if (basis := _BASES.get(stem(part)))), None)
        return tuple(r if r.basis or not basis else r._replace(basis=basis) for r in chosen)

    def _part(self, text: str) -> tuple[Reading, ...]:
        """One part of a title: whole, or its beginning, with the word for its basis or without."""
        words = stem(text)
        found = self._whole(words) or self._beginning(words)
        if found:
            return found
        rest, basis = _without_basis(words)
        started = self._beginning(rest) if basis else ()
        return tuple(r._replace(basis=r.basis or basis) for r in started) or self._crowned(text)

    def _whole(self, words: str) -> tuple[Reading, ...]:
        """The whole text, then the text without the word for its basis."""
        found = self._known(words, is_whole=True)
        rest, basis = _without_basis(words)
        if found or basis is None:
            return found
        return tuple(r._replace(basis=basis) for r in self._known(rest, is_whole=True))

    def _known(self, words: str, is_whole: bool) -> tuple[Reading, ...]:
        general = self._classes.get(words)
        readings = []
        if is_whole and (exact := self._exact.get(words)):
            readings.append(Reading(self._class_of(exact), frozenset(exact), None, is_whole))
        if rows := self._open.get(words):
            readings.append(Reading(general or self._class_of(rows), frozenset(rows), None, is_whole))
        elif general:
            readings.append(Reading(general, frozenset(), None, is_whole))
        return tuple(readings)

    def _class_of(self, rows: set[int]) -> OfficeClass | None:
        of_rows = {self._row_classes[number] for number in rows}
        return of_rows.pop() if len(of_rows) == 1 else None

    def _rank(self, text: str) -> tuple[Reading, ...]:
        rows = self._ranks.get(plain(text))
        return (Reading(None, frozenset(rows)),) if rows else ()

    def _beginning(self, words: str) -> tuple[Reading, ...]:
        """The longest beginning that is a title and goes on with "of", "to" or the like; or the end."""
        tokens = words.split()
        for length in range(len(tokens) - 1, 0, -1):
            found = self._known(" ".join(tokens[:length]), is_whole=False)
            if found and _goes_on(found[0], tokens, length):
                return found
        for start in range(1, len(tokens)):
            general = self._classes.get(" ".join(tokens[start:]))
            if general in LOOSE and not _BESIDE & set(tokens[:start]):
                return (Reading(general, frozenset(), _basis_before(tokens[:start]), False),)
        return ()

    def _crowned(self, text: str) -> tuple[Reading, ...]:
        """ "King of Spain": the title of a head of state with a state, which no longer wording explains."""
        first, *tail = plain(text).split() or [""]
        if stem(first) in CROWNS and len(tail) >= 2 and tail[0] in _JOINTS:
            return (Reading(OfficeClass.HEAD_OF_STATE, frozenset(), None, False, " ".join(tail[1:])),)
        return ()


@lru_cache(maxsize=64)
def titles_of(profile: Profile) -> Titles:
    """The titles of a profile, read once."""
    return Titles(profile)


def _goes_on(reading: Reading, tokens: list[str], length: int) -> bool:
    if length == 1 and not reading.rows and reading.office_class in CLOSED:
        return False
    if tokens[length] in _JOINTS:
        return True
    if tokens[length] == _POSSESSIVE:
        return False
    return reading.office_class in LOOSE and tokens[length] not in _BESIDE


def _basis_before(tokens: list[str]) -> Basis | None:
    return next((_BASES[token] for token in tokens if token in _BASES), None)


def _without_basis(words: str) -> tuple[str, Basis | None]:
    """Take "former", "acting", "designate" or the like off the beginning or the end."""
    first, _, rest = words.partition(" ")
    if rest and first in _BASES:
        return rest, _BASES[first]
    start, _, last = words.rpartition(" ")
    if start and last in _BASES:
        return start, _BASES[last]
    return words, None


def _named(names: Iterable[str]) -> list[str]:
    """The texts a row goes by: its whole name and the parts of a name that lists several offices."""
    texts: list[str] = []
    for name in names:
        texts.append(name)
        texts.extend(part for part in re.split(r"[,;(]", name) if part.strip())
    return texts


def agreed(of_class: tuple[Reading, ...], of_title: tuple[Reading, ...]) -> Reading | None:
    """
    The meaning that a class and a title have in common, None where they contradict each other.

    Shape: the more special of the two: "ambassador" with "Apostolic Nuncio" is a nuncio.
    """
    for first in of_class:
        for second in of_title:
            if merged := _merged(first, second):
                return merged
    return None


def _merged(first: Reading, second: Reading) -> Reading | None:
    basis = first.basis or second.basis
    if first.rows & second.rows:
        return Reading(second.office_class or first.office_class, first.rows & second.rows, basis)
    if first.office_class is None or second.office_class is None:
        is_open = not (first.rows and second.rows)
        rows = second.rows or first.rows
        return Reading(first.office_class or second.office_class, rows, basis) if is_open else None
    if {first.office_class, second.office_class} == _AMBASSADOR_AT_MISSION:
        return Reading(OfficeClass.PERMANENT_REPRESENTATIVE_AMBASSADOR, frozenset(), basis)
    if is_kind_of(second.office_class, first.office_class):
        return Reading(second.office_class, second.rows or _same(first, second), basis)
    if is_kind_of(first.office_class, second.office_class):
        return Reading(first.office_class, first.rows or _same(first, second), basis)
    return None


def _same(first: Reading, second: Reading) -> frozenset[int]:
    return first.rows | second.rows if first.office_class is second.office_class else frozenset()
