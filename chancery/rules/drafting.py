"""
A draft is made anew from the record, and keeps what people wrote into it.

What nobody edited follows the record. What somebody edited, moved or wrote of their own stays where it is;
where the record behind it has changed, or no longer gives it, that is said and left to a person.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from chancery.rules.communique import Composed

LEAST_ALIKE = 0.5
"""The share of facts in common from which two sentences of one part are the same sentence (Jaccard)."""


class Standing(StrEnum):
    """How a sentence of a draft stands to the record."""

    FOLLOWS = "follows"
    EDITED = "edited"
    CHANGED = "changed"
    GONE = "gone"
    OWN = "own"
    TAKEN_OUT = "taken-out"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stored:
    """
    A sentence as it was kept.

    `key` is the caller's; `composed` what the record gave for it, empty for one of the editor's own; an empty
    `text` was taken out. `facts` are the digests of its facts when somebody last looked, by key, in order.
    """

    key: str
    part: str
    composed: str
    text: str
    facts: Mapping[str, str] = field(default_factory=dict)
    is_moved: bool = False

    @property
    def is_own(self) -> bool:
        return not self.composed

    @property
    def is_untouched(self) -> bool:
        return not self.is_own and self.text == self.composed


@dataclass(frozen=True, slots=True)
class Merged:
    """
    A sentence of the renewed draft: `stored` is None for a new one, `composed` where the record gives none.

    `changed` are the keys of facts that are no longer as they were when somebody last looked.
    """

    stored: Stored | None
    composed: Composed | None
    standing: Standing
    changed: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What stands there: the record's words where nobody wrote others."""
        if self.composed is not None and self.standing in (Standing.FOLLOWS, Standing.NEW):
            return self.composed.text
        assert self.stored is not None
        return self.stored.text


def merged(
    stored: Sequence[Stored], composed: Sequence[Composed], digests: Mapping[str, str]
) -> list[Merged]:
    """
    Return the draft as it is after it was made anew.

    Shape: in the order of the record; what is the editor's own, was moved, or is gone from the record keeps
    its place behind the sentence it stood behind. What the record no longer gives is left out where nobody
    touched it, or somebody took it out. Every stored sentence meets at most one of the record's.
    Ties: several sentences on the same facts meet in their order.
    """
    pairs = partners(stored, composed)
    of_stored = {one.key: composed[place] for place, one in pairs.items()}
    by_record = [
        _standing(pairs[place], one, digests) if place in pairs else Merged(None, one, Standing.NEW)
        for place, one in enumerate(composed)
        if not (place in pairs and pairs[place].is_moved)
    ]
    return _with_kept(by_record, stored, of_stored, digests)


def partners(stored: Sequence[Stored], composed: Sequence[Composed]) -> dict[int, Stored]:
    """
    Return which stored sentence is which of the record's, by the place of the latter.

    The same part and the same facts make the same sentence; of what is left, the one of the same part with
    most facts in common, at least half of both together.
    """
    found: dict[int, Stored] = {}
    left = [one for one in stored if not one.is_own]
    for alike in (_is_same, _is_like):
        for place, sentence in enumerate(composed):
            if place in found:
                continue
            likeness = [alike(one, sentence) for one in left]
            if likeness and max(likeness) >= LEAST_ALIKE:
                found[place] = left.pop(likeness.index(max(likeness)))
    return found


def _is_same(one: Stored, sentence: Composed) -> float:
    return float(one.part == sentence.part and tuple(one.facts) == tuple(sentence.rests_on))


def _is_like(one: Stored, sentence: Composed) -> float:
    before, now = set(one.facts), set(sentence.rests_on)
    if one.part != sentence.part or not before | now:
        return 0.0
    return len(before & now) / len(before | now)


def _with_kept(
    by_record: Sequence[Merged],
    stored: Sequence[Stored],
    of_stored: Mapping[str, Composed],
    digests: Mapping[str, str],
) -> list[Merged]:
    """Put what keeps its place behind the sentence it stood behind, or behind what came before that."""
    result = list(by_record)
    standing = {one.stored.key for one in by_record if one.stored is not None}
    behind = ""
    for one in stored:
        if one.key not in standing:
            sentence = of_stored.get(one.key)
            if sentence is None and not one.is_own and one.text in ("", one.composed):
                continue
            result.insert(_place_behind(result, behind), _standing(one, sentence, digests))
        behind = one.key
    return result


def _place_behind(result: Sequence[Merged], key: str) -> int:
    places = (place for place, one in enumerate(result) if one.stored is not None and one.stored.key == key)
    return next(places, -1) + 1


def _standing(one: Stored, sentence: Composed | None, digests: Mapping[str, str]) -> Merged:
    changed = tuple(_changed(one, digests))
    return Merged(one, sentence, _word_for(one, sentence, changed), changed)


def _word_for(one: Stored, sentence: Composed | None, changed: Sequence[str]) -> Standing:
    if one.is_own:
        return Standing.CHANGED if changed else Standing.OWN
    if not one.text:
        return Standing.TAKEN_OUT
    if one.is_untouched and sentence is not None:
        return Standing.FOLLOWS
    if sentence is None:
        return Standing.GONE
    return Standing.CHANGED if changed else Standing.EDITED


def _changed(one: Stored, digests: Mapping[str, str]) -> Iterator[str]:
    return (key for key, digest in one.facts.items() if digests.get(key) != digest)
