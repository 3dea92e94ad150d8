"""Comparing words in Arabic and Hebrew letters, which leave short vowels unwritten."""

from itertools import product

from rapidfuzz.distance import OSA

from chancery.rules.names.edits import by_letters
from chancery.rules.names.genders import is_feminine_of
from chancery.rules.names.known.lexicon import families_of, identities, is_written_in
from chancery.rules.names.letters import ABJADS, native, script_of
from chancery.rules.names.likeness import Cause, Comparison, different, same, unsure
from chancery.rules.names.sounds import Slots, may_sound_alike, skeletons, slots, vowelled

# A word of fewer letters fits too many vowelled words.
_FEWEST_LETTERS = 3
_FEWEST_CONSONANTS = 4
_LONG_WORD = 5
_FEMININE = ("ا", "ه", "ה")


def compare_unvowelled(first: str, second: str) -> Comparison:
    """Compare two lower-case words of which one at least is in Arabic or Hebrew letters."""
    known = identities(first), identities(second)
    if script_of(first) is script_of(second):
        return _within_one_script(first, second)
    if known[0] & known[1]:
        return same(Cause.KNOWN)
    if script_of(first) in ABJADS and script_of(second) in ABJADS:
        return _between_two(first, second)
    return _with_vowels(first, second) if script_of(first) in ABJADS else _with_vowels(second, first)


def _with_vowels(consonants: str, spelt: str) -> Comparison:
    """
    Hold unvowelled letters against a word that writes its vowels.

    Foreign names write all vowels but a and e, so a fit that adds only these is sure; a fit that adds
    others is not. Of a name that the tables spell in both scripts, another spelling is not sure either.
    """
    is_apart = bool(identities(consonants) and identities(spelt))
    row, other = slots(consonants), slots(spelt, is_wide=True)
    if not is_apart and may_sound_alike(vowelled(row, with_all=False), other):
        is_long = len(native(consonants)) >= _FEWEST_LETTERS
        is_sure = is_long and not is_written_in(spelt, script_of(consonants)) and _fits(consonants, spelt)
        return same(Cause.SOUND) if is_sure else unsure(Cause.UNWRITTEN)
    if families_of(consonants) & families_of(spelt):
        return unsure(Cause.FORM)
    return _by_consonants(row, other, is_apart=is_apart)


def _fits(consonants: str, spelt: str) -> bool:
    """Whether a word fits by its usual sounds, or is long enough for unusual ones: Jane is no هاني."""
    is_usual = may_sound_alike(vowelled(slots(consonants), with_all=False), slots(spelt))
    return is_usual or len(native(consonants)) >= _LONG_WORD


def _by_consonants(row: Slots, other: Slots, *, is_apart: bool) -> Comparison:
    full = vowelled(row, with_all=True)
    if is_feminine_of(full, other) or is_feminine_of(other, full):
        return different(Cause.GENDER)
    if is_apart:
        return different(Cause.OTHER)
    if may_sound_alike(full, other):
        return unsure(Cause.UNWRITTEN)
    pairs = product(skeletons(row), skeletons(other))
    return unsure(Cause.TYPO) if any(_is_near(*pair) for pair in pairs) else different(Cause.OTHER)


def _is_near(first: str, second: str) -> bool:
    is_long = min(len(first), len(second)) >= _FEWEST_CONSONANTS
    return is_long and OSA.distance(first, second, score_cutoff=1) <= 1


def _between_two(first: str, second: str) -> Comparison:
    if families_of(first) & families_of(second):
        return unsure(Cause.FORM)
    is_apart = bool(identities(first) and identities(second))
    full = [vowelled(slots(word), with_all=True) for word in (first, second)]
    return unsure(Cause.UNWRITTEN) if not is_apart and may_sound_alike(*full) else different(Cause.OTHER)


def _within_one_script(first: str, second: str) -> Comparison:
    plain = [native(word).removeprefix("ال") for word in (first, second)]
    if plain[0] == plain[1]:
        return same(Cause.EQUAL)
    short, long = sorted(plain, key=len)
    if len(short) >= _FEWEST_LETTERS and long in {short + ending for ending in _FEMININE}:
        return different(Cause.GENDER)
    known = identities(first), identities(second)
    if known[0] & known[1]:
        return same(Cause.KNOWN)
    if families_of(first) & families_of(second):
        return unsure(Cause.FORM)
    return different(Cause.OTHER) if known[0] and known[1] else by_letters(short, long)
