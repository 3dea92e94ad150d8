"""The words that occur in a scope, kept in memory by each process and brought up to date by each search."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from chancery.directory.models import SearchWord
from chancery.rules.names.spelling import Speller

# An office needs a few hundred kilobytes, a register of a million names some thirty megabytes.
MOST_KEPT = 32
# Two transactions may end in another order than their words were numbered: the last ones are read again.
READ_AGAIN = 200


@dataclass(slots=True)
class Vocabulary:
    """The words of some scopes: a speller over them all, and which of the scopes hold any."""

    speller: Speller = field(default_factory=Speller)
    scopes: tuple[str, ...] = ()
    last: int = 0


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
    vocabulary.speller.add(word for _key, _scope, word in rows)
    vocabulary.scopes = tuple(dict.fromkeys([*vocabulary.scopes, *(scope for _key, scope, _word in rows)]))
    vocabulary.last = max(vocabulary.last, rows[-1][0])
