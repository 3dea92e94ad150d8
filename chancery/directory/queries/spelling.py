"""The words that occur in a scope, kept in memory by each process and brought up to date by each search."""

import threading
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import nsmallest

from chancery.directory.models import SearchWord
from chancery.rules.names.spelling import Group, Speller

# An office needs a few hundred kilobytes, a register of a million names some thirty megabytes.
MOST_KEPT = 32
# Two transactions may end in another order than their words were numbered: the last ones are read again.
READ_AGAIN = 200
# How many words one unfinished word may stand for; two letters begin so many that few must do.
MOST_BEGUN = 48
MOST_BEGUN_BY_TWO = 12


@dataclass(slots=True)
class Vocabulary:
    """The words of some scopes: a speller over them all, and which of the scopes hold any."""

    speller: Speller = field(default_factory=Speller)
    scopes: tuple[str, ...] = ()
    last: int = 0
    _words: set[str] = field(default_factory=set)
    _sorted: list[str] = field(default_factory=list)

    def widened(self, text: str) -> list[Group]:
        """
        Return for each typed word the words of the index it may mean, with their closeness, closest first.

        An unfinished word stands for the shortest that begin so: of the thousands that begin with two letters
        nobody reads more.
        """
        return [self._spelt_out(group) for group in self.speller.widen(text)]

    def add(self, words: Iterable[str]) -> None:
        """Add words; the speller passes sound keys over."""
        fresh = set(words) - self._words
        if fresh:
            self.speller.add(sorted(fresh))
            self._words |= fresh
            self._sorted = sorted(self._words)

    def _spelt_out(self, group: Group) -> Group:
        found: Group = {}
        for part, closeness in group.items():
            for word in self._beginning(part[:-1]) if part.endswith("*") else (part,):
                found[word] = max(closeness, found.get(word, 0.0))
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def _beginning(self, start: str) -> list[str]:
        """Return the shortest words that begin so."""
        first = bisect_left(self._sorted, start)
        last = bisect_left(self._sorted, f"{start}\x7f", lo=first)
        most = MOST_BEGUN if len(start) > 2 else MOST_BEGUN_BY_TWO
        return nsmallest(most, self._sorted[first:last], key=len)


_kept: OrderedDict[tuple[str, ...], Vocabulary] = OrderedDict()
_lock = threading.Lock()


def vocabulary_of(scopes: tuple[str, ...]) -> Vocabulary:
    """Return the words of `scopes` as they are now."""
    with _lock:
        vocabulary = _kept.setdefault(scopes, Vocabulary())
        _kept.move_to_end(scopes)
        _bring_up_to_date(vocabulary, scopes)
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return vocabulary


def forget() -> None:
    """Forget all words, so that the next search reads them anew."""
    with _lock:
        _kept.clear()


def _bring_up_to_date(vocabulary: Vocabulary, scopes: tuple[str, ...]) -> None:
    fresh = SearchWord.objects.filter(scope__in=scopes, pk__gt=vocabulary.last - READ_AGAIN)
    rows = list(fresh.order_by("pk").values_list("pk", "scope", "word"))
    if not rows:
        return
    vocabulary.add(word for _key, _scope, word in rows)
    vocabulary.scopes = tuple(dict.fromkeys([*vocabulary.scopes, *(scope for _key, scope, _word in rows)]))
    vocabulary.last = max(vocabulary.last, rows[-1][0])
