"""
Name search over 1,000,000 invented names of twenty languages: the part that needs no database.

Measured are the words an index would hold, the list of distinct words with its memory, the widening of
typed words, and whether they still lead to the name: as written, unfinished, misspelt, respelt.
"""

import random
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from time import perf_counter, process_time

from support.figures import Figure, machine, peak_megabytes, percentile, report
from support.sample_names import sample_names

from chancery.rules.names.folding import fold
from chancery.rules.names.search import words_of
from chancery.rules.names.spelling import Group, Speller

NAMES = 1_000_000
QUERIES = 400
LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Spellings of other languages for folded words: German, French, Turkish, Azerbaijani, and the Russian way.
RESPELT = (
    ("sh", "sch"), ("kh", "h"), ("ch", "tch"), ("zh", "j"), ("ya", "ia"), ("yu", "iu"), ("ou", "u"),
    ("v", "w"), ("q", "k"), ("y", "i"), ("k", "c"), ("x", "kh"), ("ll", "l"), ("nn", "n"),
)  # fmt: skip


def main() -> int:
    """Measure and print; 1 if a figure misses its limit."""
    print(machine())
    before = peak_megabytes()
    started = process_time()
    targets, distinct = _indexed()
    indexing = process_time() - started
    started = process_time()
    speller = Speller(distinct)
    building = process_time() - started
    figures = [
        Figure("words of a name", indexing / NAMES * 1e6, "us", 80),
        Figure("distinct words with their keys", len(distinct), "words"),
        Figure("distinct folded words", len(speller), "words"),
        Figure("the list of distinct words, built", building, "s", 2),
        Figure("the list of distinct words, memory", _memory_of_list(distinct), "MB", 60),
        Figure("all of this run, memory", peak_megabytes() - before, "MB"),
    ]
    for kind, respell, limit in KINDS:
        figures += _searched(speller, targets, kind, respell, limit)
    return report(figures)


def _memory_of_list(distinct: set[str]) -> float:
    """The memory of the list beside the words themselves, which the caller holds."""
    tracemalloc.start()
    speller = Speller(distinct)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del speller
    return held / 2**20


def _indexed() -> tuple[list[str], set[str]]:
    """Some names to look for, and all distinct words of the index."""
    wanted = random.Random(1)
    targets, distinct = [], set[str]()
    for name in sample_names(NAMES):
        distinct.update(words_of(name))
        if wanted.random() < 4 * QUERIES / NAMES and len(fold(name).split()) == 2:
            targets.append(name)
    return targets[:QUERIES], distinct


def _exact(name: str, dice: random.Random) -> str:
    del dice
    return name


def _unfinished(name: str, dice: random.Random) -> str:
    given, family = fold(name).split()
    return f"{given} {family[: max(3, dice.randrange(len(family)))]}"


def _misspelt(name: str, dice: random.Random) -> str:
    """One slip in the longer word: a letter changed, left out, added or turned round."""
    words = fold(name).split()
    word = max(words, key=len)
    place = dice.randrange(len(word) - 1)
    letter = dice.choice(LETTERS)
    slips = (
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
    )
    return " ".join(dice.choice(slips) if other == word else other for other in words)


def _respelt(name: str, dice: random.Random) -> str:
    """Two usual changes of spelling, as far as the name has room for them."""
    text = fold(name)
    usable = [change for change in RESPELT if change[0] in text]
    for old, new in dice.sample(usable, min(2, len(usable))):
        text = text.replace(old, new, 1)
    return text


KINDS: tuple[tuple[str, Callable[[str, random.Random], str], float], ...] = (
    ("as written", _exact, 1.0),
    ("unfinished", _unfinished, 0.99),
    ("misspelt", _misspelt, 0.9),
    ("in another spelling", _respelt, 0.95),
)


def _searched(
    speller: Speller,
    targets: list[str],
    kind: str,
    respell: Callable[[str, random.Random], str],
    limit: float,
) -> Iterator[Figure]:
    dice = random.Random(2)
    typed = [respell(name, dice) for name in targets]
    speller.widen(typed[0])
    times, sizes, found = [], [], 0
    for name, query in zip(targets, typed, strict=True):
        started = perf_counter()
        groups = speller.widen(query)
        times.append((perf_counter() - started) * 1000)
        sizes.append(max(len(group) for group in groups))
        found += _is_found(groups, words_of(name))
    yield Figure(f"{kind}: median", percentile(times, 0.5), "ms")
    yield Figure(f"{kind}: 95th percentile", percentile(times, 0.95), "ms", 10)
    yield Figure(f"{kind}: words in the largest group, 95th", percentile(sizes, 0.95), "words")
    yield Figure(f"{kind}: share of names the words lead to", found / len(targets), "", limit, is_floor=True)


def _is_found(groups: list[Group], words: list[str]) -> bool:
    """Whether an index that holds these words for a name would return it for these groups."""
    return all(any(_holds(words, wanted) for wanted in group) for group in groups)


def _holds(words: list[str], wanted: str) -> bool:
    if wanted.endswith("*"):
        return any(word.startswith(wanted[:-1]) for word in words)
    return wanted in words


if __name__ == "__main__":
    sys.exit(main())
