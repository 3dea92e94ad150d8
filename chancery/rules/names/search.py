"""The words a name is found by: plain words, what they sound like, and the consonants of unvowelled ones."""

from functools import lru_cache

from chancery.rules.names.folding import fold_word, words
from chancery.rules.names.known.lexicon import rows_of
from chancery.rules.names.letters import ABJADS, Script, script_of, tidy
from chancery.rules.names.sounds import coarse_readings, skeletons, slots, undoubled

# Marks of words that are no spelling: no folded word begins with a digit and goes on with letters.
SOUND = "0"
CONSONANTS = "1"

_MERGED = str.maketrans("bpz", "vvs")
_WITHOUT_KEYS = ABJADS | {Script.OTHER}
_MOST_READINGS = 12
_MOST_KEYS = 6
_FEWEST_CONSONANTS = 2


def words_of(text: str) -> list[str]:
    """
    List the words under which a text is put into an index.

    Shape: each once, in order: the folded words, words tied by a hyphen also joined, then sound keys that
    begin with `SOUND`, and for Arabic and Hebrew words their consonants, beginning with `CONSONANTS`.
    All are lower-case ASCII letters and digits. Empty if the text holds neither.
    """
    spelt = words(text)
    folded = [fold_word(word) for word in spelt] + _joined(text)
    sounds = [key for word in spelt for key in (*sound_keys(word), *consonant_keys(word))]
    return [word for word in dict.fromkeys((*folded, *sounds)) if word]


@lru_cache(maxsize=200_000)
def sound_keys(word: str) -> tuple[str, ...]:
    """
    List the keys under which everything that sounds much like a lower-case word is found.

    Shape: at most six, likeliest first, each beginning with `SOUND`. A word in the tables of names has the
    keys of all spellings of the name; another one in Arabic or Hebrew letters has none, and digits have none.
    """
    script = script_of(word)
    is_vowelled = script not in _WITHOUT_KEYS
    spelt = fold_word(word) if script is Script.HAN else word
    rows = [*([slots(spelt)] if is_vowelled else []), *rows_of(word)]
    found = [reading for row in rows for reading in coarse_readings(row, most=_MOST_READINGS)]
    keys = dict.fromkeys(map(str.lower, found))
    return tuple(SOUND + key for key in keys if key)[:_MOST_KEYS]


def consonant_keys(word: str) -> tuple[str, ...]:
    """List the consonants of a lower-case Arabic or Hebrew word; each begins with `CONSONANTS`."""
    return consonants_like(word) if script_of(word) in ABJADS else ()


@lru_cache(maxsize=100_000)
def consonants_like(word: str) -> tuple[str, ...]:
    """List the consonants a lower-case word of any script may have in Arabic or Hebrew."""
    found = {consonants_merged(skeleton.lower()) for skeleton in skeletons(slots(word))}
    usable = sorted(skeleton for skeleton in found if len(skeleton) >= _FEWEST_CONSONANTS)
    return tuple(CONSONANTS + skeleton for skeleton in usable)[:_MOST_KEYS]


def consonants_merged(skeleton: str) -> str:
    """Merge consonants that one Arabic or Hebrew letter stands for: b, p and v; s, z and ts."""
    return undoubled(skeleton.replace("ts", "s").translate(_MERGED))


def _joined(text: str) -> list[str]:
    """Words tied by hyphens in one: Jin-ping is also looked for as Jinping."""
    tied = [piece for piece in tidy(text).split() if "-" in piece.strip("-")]
    return ["".join(fold_word(word) for word in words(piece)) for piece in tied]
