"""How many slips of the pen or the ear lie between two words."""

import re
from itertools import product

from rapidfuzz.distance import OSA

from chancery.rules.names import chinese
from chancery.rules.names.folding import fold_word
from chancery.rules.names.known.lexicon import ENDINGS
from chancery.rules.names.letters import Script, script_of
from chancery.rules.names.likeness import Cause, Comparison, different, unsure
from chancery.rules.names.sounds import Slots, readings, slots, undoubled

_MOST_READINGS = 12
_STEM = 2
_WORD_FOR_ONE_EDIT = 4
# The longest distance at which words of so many letters or more may still be one name.
_LIMITS = ((8, 2.0), (6, 1.5), (4, 1.0), (3, 0.5))

# Sounds that a pen or an ear slips between; such a slip counts half an edit.
_SLIPS = str.maketrans("eiuhxgGSZCJbdzfT", "aaokkkksJJJptsvt")

# Doubled letters that no spelling has: at the beginning, of these letters, three in a row.
_SLIP_OF_DOUBLING = re.compile(r"^([b-df-hjkmnp-tv-z])\1|vv|ww|hh|jj|qq|xx|(?:uu|oo)$|(.)\2\2")


# A doubled consonant beside another one: a spelling of its own, if not a slip (Hoffmann, Hofmann).
_CROWDED_DOUBLE = re.compile(
    r"([b-df-hj-np-tv-xz])\1(?=[b-df-hj-np-tv-xz])|(?<=[b-df-hj-np-tv-xz])([b-df-hj-np-tv-xz])\2"
)


def has_crowded_double(word: str) -> bool:
    """Whether a lower-case Latin word doubles a consonant beside another consonant."""
    return _CROWDED_DOUBLE.search(fold_word(word)) is not None


def is_slip_of_doubling(word: str) -> bool:
    """Whether a lower-case word doubles a letter as no spelling does."""
    return _SLIP_OF_DOUBLING.search(word) is not None


def by_distance(first: str, second: str) -> Comparison:
    """Compare two lower-case words that do not sound alike by the edits between them."""
    if chinese.is_syllable(first) and chinese.is_syllable(second):
        return different(Cause.OTHER)
    endings = {_ending_of(first), _ending_of(second)}
    if len(endings) > 1 and "" not in endings:
        return different(Cause.ENDING)
    length = min(len(fold_word(first)), len(fold_word(second)))
    limit = next((limit for letters, limit in _LIMITS if length >= letters), 0.0)
    return unsure(Cause.TYPO) if _distance(first, second) <= limit else different(Cause.OTHER)


def by_letters(first: str, second: str) -> Comparison:
    """Compare two words of one script letter by letter: one edit is a slip, more are another name."""
    is_long = min(len(first), len(second)) >= _WORD_FOR_ONE_EDIT
    is_near = is_long and OSA.distance(first, second, score_cutoff=1) <= 1
    return unsure(Cause.TYPO) if is_near else different(Cause.OTHER)


def rows(first: str, second: str) -> tuple[Slots, Slots]:
    """The sounds of two words, wide when their scripts differ."""
    is_wide = script_of(first) is not script_of(second)
    return slots(first, is_wide=is_wide), slots(second, is_wide=is_wide)


def _ending_of(word: str) -> str:
    """The ending of a family name in a word that leaves a stem, or nothing."""
    reading = readings(slots(word), most=_MOST_READINGS)[0]
    endings = ((ending, tail) for ending, tails in ENDINGS.items() for tail in tails)
    fitting = (pair for pair in endings if reading.endswith(pair[1]) and len(reading) >= len(pair[1]) + _STEM)
    return max(fitting, key=lambda pair: len(pair[1]), default=("", ""))[0]


def _distance(first: str, second: str) -> float:
    """Count the edits between the nearest likely pronunciations; a slip between like sounds is half."""
    pairs = product(*(readings(row, most=_MOST_READINGS)[:_MOST_READINGS] for row in rows(first, second)))
    best = min((OSA.distance(a, b) + OSA.distance(_slipped(a), _slipped(b))) / 2 for a, b in pairs)
    if script_of(first) is script_of(second) is Script.LATIN:
        best = min(best, OSA.distance(fold_word(first), fold_word(second)))
    return best


def _slipped(reading: str) -> str:
    return undoubled(reading.translate(_SLIPS))
