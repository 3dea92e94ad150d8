"""Plain words of a name: lower case, Latin letters without marks, whatever the script."""

import re
from functools import lru_cache

from anyascii import anyascii

from chancery.rules.names import chinese
from chancery.rules.names.letters import (
    PLAIN_LETTERS,
    PLAIN_PAIRS,
    Script,
    in_one_script,
    lower,
    script_of,
    tidy,
    without_marks,
    without_points,
)

_NO_WORD = re.compile(r"[^\w']+|_")
_PLAIN_WORD = re.compile("[a-z0-9]+")
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """
    Write a text as plain words for a search: lower-case ASCII letters and digits, one space between words.

    Shape: accents, apostrophes and points inside a word vanish, hyphens and dots part words;
    Chinese names become surname and given name in pinyin. Folding a folded text changes nothing.
    """
    return " ".join(folded_words(text))


def folded_words(text: str) -> list[str]:
    """List the plain words of a text in order; empty if it holds neither letter nor digit."""
    if text.isascii():
        return _PLAIN_WORD.findall(text.lower().replace("'", "").replace("`", ""))
    return [folded for word in words(text) if (folded := fold_word(word))]


def words(text: str) -> list[str]:
    """Part a text into lower-case words in their own script; hyphens and dots part, apostrophes do not."""
    plain = without_points(lower(tidy(text)))
    parted = (in_one_script(word.strip("'")) for word in _NO_WORD.split(plain))
    return [piece for word in parted if word for piece in _pieces(word)]


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """Write one lower-case word in plain Latin letters; empty if it holds neither letter nor digit."""
    if word.isascii():
        return _NO_LETTER.sub("", word)
    if script_of(word) is Script.HAN:
        return chinese.pinyin(word)
    plain = without_points(word)
    if script_of(word) in {Script.GREEK, Script.ARMENIAN}:
        plain = without_marks(plain)
        for pair, latin in PLAIN_PAIRS:
            plain = plain.replace(pair, latin)
    spelt = without_marks(plain.translate(PLAIN_LETTERS)).translate(PLAIN_LETTERS)
    return _NO_LETTER.sub("", anyascii(spelt).lower())


def _pieces(word: str) -> tuple[str, ...]:
    return chinese.parts(word) if script_of(word) is Script.HAN else (word,)
