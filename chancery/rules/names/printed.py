"""A name as printed, taken apart: titles off, patronymic, initials, family name where the print shows it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from chancery.rules.names import chinese
from chancery.rules.names.folding import fold_word
from chancery.rules.names.known.lexicon import is_given_name
from chancery.rules.names.known.particles import AFTER_FATHER, ARTICLES, CHILD_OF, OF_A_PLACE
from chancery.rules.names.letters import Script, in_one_script, lower, script_of, tidy, without_points
from chancery.rules.names.titles import Notes, Piece, without_chinese_title, without_titles

_ASIDES = re.compile(r"""\([^)]*\)|\[[^]]*\]|(?:^|(?<=\s))["“”„«‹][^"“”»›]*["“”»›](?=\s|$)""")
_COMMA = re.compile("[,;،、，]")
_PIECE = re.compile(r"([^\s.·・]+)(\.?)")
_SLAVIC_FATHER = re.compile(
    r"(?P<m>(?:ov|ev)(?:ich|ych|ic|itch)|(?:il|k|m)y?i?ich)$|(?P<f>(?:ov|ev|iv|yiv)na|(?:in)?ichna)$"
)
_SLAVIC_FAMILY = re.compile(
    r"(?:ova?|eva?|ina?|sk[iy]{1,2}|ska|skaya|enko|chuk|uk|yan|shvili|dze|ich|ych|ko|aya|oy)$"
)
# Written in capitals too, since Charles De Gaulle is Charles de Gaulle.
_PARTICLES_IN_CAPITALS = frozenset({"van", "von", "de", "der", "den", "di", "da", "del", "де", "фон", "ван"})
_LONGEST_SHORT_FORM = 4


class Kind(StrEnum):
    """What a part of a name is."""

    WORD = "word"
    INITIAL = "initial"
    PATRONYMIC = "patronymic"


@dataclass(frozen=True, slots=True)
class Part:
    """
    One part of a name.

    `text` is as printed, `word` in lower case in its own script. `is_family` is True where the print shows
    it (capitals, comma, Chinese order). `gender` is that of the child for a patronymic, else empty.
    """

    text: str
    word: str
    kind: Kind = Kind.WORD
    is_family: bool = False
    gender: str = ""


@dataclass(frozen=True, slots=True)
class PrintedName:
    """
    A name taken apart.

    `gender` is what a title says ("m", "f") or empty; `generation` is "junior", "senior", "2" and so on;
    `particles` are "bin", "de", "van" and the like. `is_foreign_in_chinese` marks 弗拉基米尔·普京.
    `is_turned` says that a comma put the family name in front.
    """

    text: str
    parts: tuple[Part, ...]
    gender: str = ""
    generation: str = ""
    particles: frozenset[str] = frozenset()
    is_foreign_in_chinese: bool = False
    is_turned: bool = False

    @property
    def is_chinese(self) -> bool:
        """Whether some part is written in Chinese characters."""
        return any(script_of(part.text) is Script.HAN for part in self.parts)


@lru_cache(maxsize=2_000)
def taken_apart(text: str) -> PrintedName:
    """
    Take a name as printed apart.

    Shape: parts as printed, but given names before the family name where a comma turns them round; no
    parts if the text holds only titles or no letters. Bracketed and quoted asides are left out.
    """
    plain = _ASIDES.sub(" ", without_points(tidy(text)))
    notes = Notes()
    family, *given = _segments(plain, notes) or [[]]
    parts = [part for segment in given for part in _parts(segment, notes, follows_comma=True)]
    parts += _parts(family, notes, is_family=bool(given))
    return PrintedName(
        text=text.strip(),
        parts=tuple(_with_fathers(parts)),
        gender=notes.gender,
        generation=notes.generation,
        particles=frozenset(notes.particles),
        is_foreign_in_chinese="·" in plain and script_of(plain) is Script.HAN,
        is_turned=bool(given),
    )


def _segments(plain: str, notes: Notes) -> list[list[Piece]]:
    """Part at commas and take titles off; an office after a whole name ("…, Ambassador of …") is dropped."""
    found: list[list[Piece]] = []
    for segment in _COMMA.split(plain):
        pieces = [Piece(text, bool(dot)) for text, dot in _PIECE.findall(segment)]
        bare = without_titles(pieces, notes)
        if not bare:
            continue
        is_office = bare[0] != pieces[0] or bare[0].text.islower()
        if not (found and len(found[0]) > 1 and is_office):
            found.append(bare)
    return found


def _parts(
    pieces: Sequence[Piece], notes: Notes, *, is_family: bool = False, follows_comma: bool = False
) -> list[Part]:
    signs = "".join(piece.text for piece in pieces if script_of(piece.text) is Script.HAN)
    if signs:
        return _chinese_parts(without_chinese_title(signs, notes))
    capitals = {piece for piece in pieces if piece.is_capital and len(piece.text) > 1}
    has_mixed_case = any(not piece.is_capital for piece in pieces)
    words = list(_words(pieces))
    found: list[Part] = []
    for place, (piece, text, is_tied) in enumerate(words):
        word = in_one_script(lower(text)).strip("'")
        is_last = place == len(words) - 1
        may_end = follows_comma and place > 0
        if may_end and word in OF_A_PLACE and text.islower():
            # Berg, Johan van der
            notes.particles.update({OF_A_PLACE[word]} - {""})
            continue
        if not fold_word(word) or _is_particle(text, word, place, notes, is_tied=is_tied, is_last=is_last):
            _join_servant(found, word)
            continue
        kind = Kind.INITIAL if _is_initial(piece, word, is_last=is_last and len(words) > 1) else Kind.WORD
        shows_family = is_family or (piece in capitals and has_mixed_case)
        shown = f"{text}." if kind is Kind.INITIAL and piece.has_dot else text
        found.append(Part(shown, word, kind, shows_family and kind is Kind.WORD))
    return found


def _words(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, str, bool]]:
    """Each word between hyphens, with its piece and whether a hyphen ties it to the next word."""
    for piece in pieces:
        texts = [text for text in piece.text.split("-") if text]
        for place, text in enumerate(texts):
            yield piece, text, place < len(texts) - 1


def _is_particle(text: str, word: str, place: int, notes: Notes, *, is_tied: bool, is_last: bool) -> bool:
    """Whether a word is an article or particle; notes the particle. The article leaves no trace."""
    is_inside = place > 0 and not is_last
    if word in ARTICLES and (is_tied or (is_inside and (not text[0].isupper() or word in {"al", "el"}))):
        return True
    if word in CHILD_OF and (is_inside or is_tied):
        notes.particles.add(CHILD_OF[word])
        return True
    is_small = not text[0].isupper() or word in _PARTICLES_IN_CAPITALS
    if word in OF_A_PLACE and is_small and (is_inside or (place == 0 and text.islower() and not is_last)):
        notes.particles.update({OF_A_PLACE[word]} - {""})
        return True
    return False


def _join_servant(found: list[Part], word: str) -> None:
    """Abd with an article after it is Abdul."""
    if found and word in ARTICLES and found[-1].word in {"abd", "əbd", "абд"}:
        found[-1] = replace(found[-1], word="abdul")


def _is_initial(piece: Piece, word: str, *, is_last: bool) -> bool:
    letters = word.replace("'", "")
    if len(letters) == 1:
        return True
    is_short = len(letters) <= (2 if is_last else _LONGEST_SHORT_FORM)
    return piece.has_dot and is_short and not is_given_name(word)


def _chinese_parts(signs: str) -> list[Part]:
    parts = chinese.parts(signs)
    return [Part(sign, sign, is_family=place == 0 and len(parts) > 1) for place, sign in enumerate(parts)]


def _with_fathers(parts: list[Part]) -> Iterator[Part]:
    """Mark patronymics: the word before oğlu or qızı, and Slavic forms in a name of three words or more."""
    skip = False
    for place, part in enumerate(parts):
        following = parts[place + 1] if place + 1 < len(parts) else None
        if skip:
            skip = False
        elif following and following.word in AFTER_FATHER and len(parts) > 2:
            skip = True
            text = f"{part.text} {following.text}"
            yield replace(part, text=text, kind=Kind.PATRONYMIC, gender=AFTER_FATHER[following.word])
        elif gender := _slavic_child(parts, place):
            yield replace(part, kind=Kind.PATRONYMIC, gender=gender, is_family=False)
        else:
            yield part


def _slavic_child(parts: list[Part], place: int) -> str:
    """The gender a Slavic patronymic shows; a last word is one only if a family name stands in front."""
    found = _SLAVIC_FATHER.search(fold_word(parts[place].word))
    if not found or len(parts) < 3 or place == 0 or parts[place].is_family:
        return ""
    front = parts[0]
    if place == len(parts) - 1 and not (front.is_family or _SLAVIC_FAMILY.search(fold_word(front.word))):
        return ""
    return "m" if found["m"] else "f"
