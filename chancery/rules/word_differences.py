"""How two wordings differ, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum, auto

# Words with the spaces behind them: what is joined again is the text as it was.
WORDS = re.compile(r"\S+\s*|\s+")


class Standing(StrEnum):
    """What became of some words."""

    KEPT = auto()
    GONE = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class Words:
    """Some words one after the other that have the same standing."""

    standing: Standing
    text: str


def word_differences(before: str, after: str) -> list[Words]:
    """
    Return both wordings as one row of words: those kept, those gone, those that are new.

    Shape: what is kept and new reads as `after`, what is kept and gone as `before` but for its spaces; what
    is gone comes before what is new in its place; two empty wordings give an empty list.
    Units: words, parted by spaces; a change of one letter is a change of its word, one of spaces is none.
    """
    old, new = WORDS.findall(before), WORDS.findall(after)
    same = SequenceMatcher(None, [word.strip() for word in old], [word.strip() for word in new], False)
    return list(_joined(same, old, new))


def _joined(same: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Words]:
    for kind, first, last, start, end in same.get_opcodes():
        if kind == "equal":
            yield Words(Standing.KEPT, "".join(new[start:end]))
            continue
        if first < last:
            yield Words(Standing.GONE, "".join(old[first:last]))
        if start < end:
            yield Words(Standing.NEW, "".join(new[start:end]))
