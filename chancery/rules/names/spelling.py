"""Widening what was typed to the words that may be meant."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from chancery.rules.names.folding import fold_word, words
from chancery.rules.names.letters import ABJADS, script_of
from chancery.rules.names.search import consonant_keys, consonants_like, consonants_merged, sound_keys

# A group of words any of which will do, each with its closeness to what was typed, the closest first.
Group = dict[str, float]

_AS_TYPED, _BEGUN, _SAME_SOUND, _SOUND_BEGUN, _ONE_EDIT, _CONSONANTS, _TWO_EDITS = (
    1.0, 0.9, 0.85, 0.75, 0.7, 0.5, 0.45,
)  # fmt: skip
_WORD_FOR_ONE_EDIT = 4
_WORD_FOR_TWO_EDITS = 8
_MOST_EDITED = 24
_ENDS = 2
# A key of fewer than three sounds begins too many.
_LEAST_SOUND_BEGUN = 4

_KEY = re.compile(r"\d[a-z]")
_CONSONANT_PAIRS = (("kh", "k"), ("gh", "k"), ("sh", "s"), ("ch", "j"), ("zh", "j"), ("ph", "v"), ("th", "t"))
_CONSONANT_SIGNS = str.maketrans({"g": "k", "q": "k", "h": "k", "x": "k", "f": "v", "w": "v", "c": "k"} |
                                 dict.fromkeys("aeiouy"))  # fmt: skip


class Speller:
    """
    The distinct folded words of an index, ready to be searched for misspellings.

    Built once from a table of words and extended as words are added; sound keys among them are passed over.
    A misspelling that leaves neither the first two nor the last two letters is not found.
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._by_start: dict[str, list[str]] = defaultdict(list)
        self._by_end: dict[str, list[str]] = defaultdict(list)
        self._by_consonants: dict[str, list[str]] = defaultdict(list)
        self._words: set[str] = set()
        self.add(known)

    def __len__(self) -> int:
        return len(self._words)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def add(self, known: Iterable[str]) -> None:
        """Add folded words; those already there and sound keys change nothing."""
        for word in known:
            if word in self._words or _KEY.match(word):
                continue
            self._words.add(word)
            length = len(word)
            self._by_start[f"{word[:_ENDS]}{length}"].append(word)
            self._by_end[f"{word[-_ENDS:]}{length}"].append(word)
            self._by_consonants[_consonants(word)].append(word)

    def widen(self, typed: str) -> list[Group]:
        """
        Widen what was typed so far to groups of words: a row is meant if it has a word of every group.

        Shape: a group for each word, in order; the last word may be unfinished. A word that ends in `*`
        stands for all that begin so. Sound keys stand in it as in the index (`search.words_of`).
        No groups for a text without letters and digits.
        """
        spelt = [word for word in words(typed) if fold_word(word)]
        last = len(spelt) - 1
        # a single letter alone would mean a tenth of the book
        may_go_on = last > 0 or len(typed.strip()) > 1
        return [
            self.group(word, is_unfinished=may_go_on and place == last) for place, word in enumerate(spelt)
        ]

    def group(self, word: str, *, is_unfinished: bool) -> Group:
        """
        Collect the words one typed word may mean: itself, words it begins, same sounds, one edit, two edits.

        `word` is in lower case in its own script. Words of four letters or more may hold one edit, of eight
        or more two. Ties: by the alphabet, so that the same word gives the same group.
        """
        found: Group = {}
        for other, closeness in self._candidates(word, is_unfinished=is_unfinished):
            found[other] = max(closeness, found.get(other, 0.0))
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def _candidates(self, word: str, *, is_unfinished: bool) -> Iterator[tuple[str, float]]:
        plain = fold_word(word)
        yield plain, _AS_TYPED
        if is_unfinished:
            yield f"{plain}*", _BEGUN
        for key in sound_keys(word):
            yield key, _SAME_SOUND
            if is_unfinished and len(key) >= _LEAST_SOUND_BEGUN:
                yield f"{key}*", _SOUND_BEGUN
        for key in consonant_keys(word) or consonants_like(word):
            yield key, _CONSONANTS
        if script_of(word) in ABJADS:
            yield from ((other, _CONSONANTS) for other in self._vowelled(word))
        yield from self._edited(plain)

    def _vowelled(self, word: str) -> Iterator[str]:
        """Known words with the consonants of an Arabic or Hebrew word, the shortest first."""
        fitting = (other for key in consonant_keys(word) for other in self._by_consonants.get(key[1:], ()))
        yield from sorted(fitting, key=lambda other: (len(other), other))[:_MOST_EDITED]

    def _edited(self, plain: str) -> Iterator[tuple[str, float]]:
        edits = 2 if len(plain) >= _WORD_FOR_TWO_EDITS else 1 if len(plain) >= _WORD_FOR_ONE_EDIT else 0
        if not edits:
            return
        near = process.extract(
            plain,
            self._neighbours(plain, edits),
            scorer=OSA.distance,
            score_cutoff=edits,
            limit=_MOST_EDITED,
        )
        for other, distance, _ in near:
            if distance:
                yield other, _ONE_EDIT if distance == 1 else _TWO_EDITS

    def _neighbours(self, plain: str, edits: int) -> list[str]:
        """Words of about the same length that begin or end alike; some twice."""
        start, end = plain[:_ENDS], plain[-_ENDS:]
        found: list[str] = []
        for length in range(len(plain) - edits, len(plain) + edits + 1):
            found += self._by_start.get(f"{start}{length}", ())
            found += self._by_end.get(f"{end}{length}", ())
        return found


def _consonants(word: str) -> str:
    """The consonants of a folded word, as coarse as those of `search.consonants_like`."""
    for pair, sound in _CONSONANT_PAIRS:
        word = word.replace(pair, sound)
    return consonants_merged(word.translate(_CONSONANT_SIGNS))
