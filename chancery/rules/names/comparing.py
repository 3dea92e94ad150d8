"""How two single words of names compare: one name, perhaps one name, or two names."""

from functools import lru_cache

from chancery.rules.names import chinese
from chancery.rules.names.edits import by_distance, by_letters, has_crowded_double, is_slip_of_doubling, rows
from chancery.rules.names.folding import fold_word
from chancery.rules.names.genders import are_french_genders, are_genders
from chancery.rules.names.known.lexicon import families_of, identities, is_given_name
from chancery.rules.names.letters import ABJADS, Script, native, script_of
from chancery.rules.names.likeness import Cause, Comparison, different, same, unsure
from chancery.rules.names.scripts.palladius import in_cyrillic
from chancery.rules.names.sounds import may_sound_alike, readings, slots, vowelled
from chancery.rules.names.unvowelled import compare_unvowelled

_READ = frozenset(Script) - {Script.OTHER, Script.HAN}
# Up to this length Ali and Eli are two names unless the letter ə is written.
_SHORT_WORD = 4
_FRENCH_FAMILY = 6
_LETTERS_OF_AN_INITIAL = 4


@lru_cache(maxsize=100_000)
def compare(first: str, second: str) -> Comparison:
    """
    Compare two lower-case words, each in its own script.

    Shape: symmetric; a word is the same as itself. A man's and a woman's form are two names.
    """
    first, second = sorted((first, second))
    if _is_equal(first, second):
        return same(Cause.EQUAL)
    scripts = {script_of(first), script_of(second)}
    if not scripts <= _READ:
        return _in_unread_script(first, second, scripts)
    if scripts & ABJADS:
        return compare_unvowelled(first, second)
    if is_slip_of_doubling(first) != is_slip_of_doubling(second) or _doubles_in_a_crowd(first, second):
        return by_distance(first, second)
    if are_french_genders(first, second):
        return different(Cause.GENDER)
    if _sound_alike(first, second):
        return _of_one_sound(first, second)
    return _of_two_sounds(first, second)


def _doubles_in_a_crowd(first: str, second: str) -> bool:
    """Whether one of two Latin words doubles a letter beside a consonant, and the other does not."""
    return _are_latin(first, second) and has_crowded_double(first) != has_crowded_double(second)


def _is_equal(first: str, second: str) -> bool:
    if native(first) == native(second):
        return True
    return _are_latin(first, second) and fold_word(first) == fold_word(second) != ""


def _are_latin(first: str, second: str) -> bool:
    return script_of(first) is script_of(second) is Script.LATIN


def _in_unread_script(first: str, second: str, scripts: set[Script]) -> Comparison:
    """Scripts without a table of sounds are never the same in another script, and seldom surely different."""
    if len(scripts) > 1:
        return unsure(Cause.SCRIPT)
    if Script.HAN in scripts:
        return unsure(Cause.SOUND) if fold_word(first) == fold_word(second) else different(Cause.OTHER)
    return by_letters(first, second)


def _sound_alike(first: str, second: str) -> bool:
    return may_sound_alike(*rows(first, second)) or _is_palladius(first, second)


def _is_palladius(first: str, second: str) -> bool:
    """Whether one word is the Russian spelling of the other in pinyin: Цзиньпин for Jinping."""
    for latin, cyrillic in ((first, second), (second, first)):
        scripts = script_of(latin), script_of(cyrillic)
        if scripts == (Script.LATIN, Script.CYRILLIC) and chinese.is_pinyin(latin):
            return cyrillic.replace("ь", "") == in_cyrillic(latin)
    return False


def _of_one_sound(first: str, second: str) -> Comparison:
    """
    Words that may sound alike are one name, with two exceptions.

    Within one script, and where only a wide reading joins two scripts, names known apart stay apart
    (Jan and Yan, Ana and Anna); and a wide reading proves nothing of a short word.
    """
    is_other_script = script_of(first) is not script_of(second)
    is_narrow = may_sound_alike(slots(first), slots(second)) or _is_palladius(first, second)
    if is_other_script and is_narrow:
        return same(Cause.SOUND)
    known = identities(first), identities(second)
    if known[0] & known[1]:
        return same(Cause.KNOWN)
    if known[0] and known[1]:
        return unsure(Cause.FORM)
    is_short = min(len(first), len(second)) <= _SHORT_WORD
    return unsure(Cause.SHORT) if is_short and is_other_script else same(Cause.SOUND)


def _of_two_sounds(first: str, second: str) -> Comparison:
    if _is_french_family(first, second) or _is_french_family(second, first):
        return same(Cause.SOUND)
    if are_genders(first, second):
        return different(Cause.GENDER)
    known = identities(first), identities(second)
    if known[0] & known[1]:
        return unsure(Cause.SHORT) if _are_ali_and_eli(first, second) else same(Cause.KNOWN)
    if families_of(first) & families_of(second):
        return unsure(Cause.FORM)
    return different(Cause.OTHER) if known[0] and known[1] else by_distance(first, second)


def _is_french_family(longer: str, shorter: str) -> bool:
    """Whether a family name has the mute e of French: Pouchkine, Pushkin; given names keep theirs."""
    is_family = longer.endswith("ine") and len(longer) >= _FRENCH_FAMILY and _are_latin(longer, shorter)
    if not is_family or is_given_name(longer) or is_given_name(shorter):
        return False
    return may_sound_alike((*slots(longer)[:-1], ("in",)), slots(shorter))


def _are_ali_and_eli(first: str, second: str) -> bool:
    """Whether two short words differ in a and e only, and no ə shows that one letter is meant."""
    is_short = min(len(first), len(second)) <= _SHORT_WORD and "ə" not in first + second
    vowels = [fold_word(word).replace("a", "e") for word in (first, second)]
    return is_short and _are_latin(first, second) and vowels[0] == vowels[1]


def may_begin(letters: str, word: str) -> bool:
    """Whether an initial or the short beginning of a name may stand for a word, in any script."""
    start, whole = fold_word(letters), fold_word(word)
    if script_of(letters) is script_of(word) and start and whole.startswith(start):
        return True
    beginnings = _beginnings(word)
    return any(reading.startswith(start) for start in _beginnings(letters) for reading in beginnings)


def _beginnings(word: str) -> list[str]:
    """The pronunciations of the first letters of a word."""
    row = slots(word, is_wide=True)[:_LETTERS_OF_AN_INITIAL]
    if script_of(word) in ABJADS:
        row = vowelled(row, with_all=True)
    return [reading for reading in readings(row) if reading]
