"""
The tables by which names are folded and sounded, as plain values for a reader in another language.

The app at the door looks names up without a network: its script follows `folding`, `sounds` and `search`,
and takes every table from here, so that there is one source.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from chancery.rules.names import chinese, letters
from chancery.rules.names.folding import fold_word
from chancery.rules.names.known.lexicon import lexicon
from chancery.rules.names.letters import Script
from chancery.rules.names.search import _MOST_KEYS, _MOST_READINGS
from chancery.rules.names.sounds import (
    _COARSE,
    _CONSONANTS_ONLY,
    _STYLES,
    SoundRules,
    coarse_readings,
    rules_for,
)

# Letters of which each is folded by itself; Chinese signs and Korean syllables are listed by their reading.
_FOLDED_ONE_BY_ONE = ((0x80, 0x137F), (0x1C90, 0x1CBF), (0x1E00, 0x1FFF), (0x3041, 0x30FF), (0xFB00, 0xFB4F))
_SIGNS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF))
_KOREAN, _SILENT = 0xAC00, 11  # the first syllable, and the place of the beginning that is not spoken
_STYLES_OF_RULES = (
    *(name for name, _sign in _STYLES), Script.LATIN, Script.CYRILLIC, Script.GREEK, Script.GEORGIAN,
    Script.ARMENIAN, Script.ARABIC, Script.HEBREW,
)  # fmt: skip


def tables() -> dict[str, Any]:
    """
    Return all tables as lists, strings and mappings that JSON can hold.

    Shape: mappings from one sign are written as two strings or a mapping; patterns are regular expressions
    that mean the same in JavaScript with the flag `u`.
    """
    return {
        "letters": _letters(),
        "chinese": _chinese(),
        "sounds": {style: _rules(rules_for(style)) for style in _STYLES_OF_RULES},
        "styles": [[name, sign.pattern] for name, sign in _STYLES],
        "coarse": _by_sign(_COARSE),
        "silent": "".join(map(chr, _CONSONANTS_ONLY)),
        "known": _known(),
    }


def _letters() -> dict[str, Any]:
    return {
        "plain": dict(_plain_letters()),
        "pairs": [list(pair) for pair in letters.PLAIN_PAIRS],
        "korean": _korean(),
        "ranges": [[first, last, script.value] for first, last, script in letters._RANGES],
        "lookalikes": _by_sign(letters._LOOKALIKES),
        "points": letters._POINTS.pattern,
        "invisible": letters._INVISIBLE.pattern,
        "apostrophes": letters._APOSTROPHES.pattern,
        "dashes": letters._DASHES.pattern,
        "twins": list(letters._TWINS),
    }


def _plain_letters() -> Iterator[tuple[str, str]]:
    """Each lower-case letter with what it is folded to; letters that vanish are left out."""
    for first, last in _FOLDED_ONE_BY_ONE:
        for code in range(first, last + 1):
            sign = chr(code)
            if sign.isalnum() and sign.lower() == sign and (plain := fold_word(sign)):
                yield sign, plain


def _korean() -> list[list[str]]:
    """How the 19 beginnings, 21 vowels and 28 ends of which Korean syllables are made are folded."""
    vowels = [fold_word(chr(_KOREAN + 28 * (_SILENT * 21 + place))) for place in range(21)]
    beginnings = [fold_word(chr(_KOREAN + 28 * 21 * place)).removesuffix(vowels[0]) for place in range(19)]
    ends = [
        fold_word(chr(_KOREAN + 28 * 21 * _SILENT + place)).removeprefix(vowels[0]) for place in range(28)
    ]
    return [beginnings, vowels, ends]


def _chinese() -> dict[str, Any]:
    by_reading: dict[str, str] = defaultdict(str)
    for first, last in _SIGNS:
        for sign in map(chr, range(first, last + 1)):
            is_surname = sign in chinese._SURNAME_READINGS
            by_reading[_within(sign) if is_surname else chinese.pinyin(sign)] += sign
    return {
        "readings": {reading: signs for reading, signs in sorted(by_reading.items()) if reading},
        "surnames": sorted(chinese._TWO_SIGN_SURNAMES),
        "as_surname": chinese._SURNAME_READINGS,
    }


def _within(sign: str) -> str:
    """The reading within a longer word of a sign that is read otherwise as a surname."""
    return chinese.pinyin(sign + sign)[: len(chinese.pinyin(sign + sign)) // 2]


def _rules(rules: SoundRules) -> dict[str, list[Any]]:
    """By first letter: the pattern of all its rules, and the sounds of each."""
    return {
        letter: [pattern.pattern, [["|".join(rule.strict), "|".join(rule.wide)] for rule in some]]
        for letter, (pattern, some) in rules.by_letter.items()
    }


def _by_sign(table: dict[int, Any]) -> dict[str, str]:
    """A table of `str.translate`, by its signs."""
    return {chr(code): chr(other) if isinstance(other, int) else other or "" for code, other in table.items()}


def _known() -> dict[str, Any]:
    """Which known names a word spells, and the keys of each name, likeliest first."""
    book = lexicon()
    return {
        "exact": {word: sorted(numbers) for word, numbers in book.exact.items()},
        "folded": {
            word: sorted(numbers) for word, numbers in book.folded.items() if numbers != book.exact.get(word)
        },
        "keys": {str(number): _keys(rows) for number, rows in book.rows.items()},
    }


def _keys(rows: list[Any]) -> list[str]:
    found = [reading for row in rows for reading in coarse_readings(row, most=_MOST_READINGS)]
    return [key for key in dict.fromkeys(map(str.lower, found)) if key][:_MOST_KEYS]
