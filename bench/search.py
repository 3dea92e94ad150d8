"""
Search as you type over 1,000,000 names of twenty languages: how long the server takes, and what is found.

A first argument gives another number of names. With CHANCERY_DATABASE the figures are those of PostgreSQL.
The time of the processor stands beside that of the clock, for a machine on which others work too.
"""

import random
import sys
from collections.abc import Iterator
from itertools import batched
from time import perf_counter, process_time

from name_search import KINDS
from support.figures import Figure, machine, percentile, report
from support.installation import open_installation
from support.sample_names import sample_names

DATABASE = open_installation("search")

from django.db import connection, transaction

from chancery.accounts.models import Organiser
from chancery.directory.actions import index
from chancery.directory.models import Person, SearchEntry
from chancery.directory.queries.search import search
from chancery.directory.queries.words import person_entry, words_with_scopes
from chancery.rules.names.folding import fold

NAMES = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
QUERIES = 300
FIRST = 20
LIMIT_MS = {"sqlite": 60, "postgresql": 30}
# The share of names that must be among the first answers; of an unfinished one too many begin alike.
FOUND = {"as written": 0.99, "unfinished": None, "misspelt": 0.85, "in another spelling": 0.85}


def main() -> int:
    """Fill a directory, ask, print; 1 where a limit is missed."""
    print(f"{machine()}, {DATABASE}")
    started = perf_counter()
    organiser = Organiser.objects.create(ref="bench", names={"en": "Bench"}, city="Bench")
    asked = list(_filled(organiser))
    print(f"{NAMES:,} people entered in {perf_counter() - started:.0f} s")
    started = perf_counter()
    search(organiser, "ana", limit=FIRST)
    figures = [Figure("the first search of a process, reading the words", perf_counter() - started, "s", 5)]
    for kind, respell, _limit in KINDS:
        dice = random.Random(2)
        figures += _measured(organiser, kind, [(respell(name, dice), name) for name in asked])
    figures += _measured(organiser, "one word", [(fold(name).split()[-1], "") for name in asked])
    figures += _measured(organiser, "two letters", [(fold(name)[:2], "") for name in asked])
    figures += _measured(organiser, "a word and a letter", [(_begun(name), "") for name in asked])
    return report(figures)


def _begun(name: str) -> str:
    words = fold(name).split()
    return f"{words[0]} {words[-1][:1]}"


def _filled(organiser: Organiser) -> Iterator[str]:
    """Enter the people as an import does, and yield some of their names to look for."""
    wanted = random.Random(1)
    words: set[tuple[str, str]] = set()
    for batch in batched(sample_names(NAMES), 20_000):
        people = [Person(organiser=organiser, sort_name=name) for name in batch]
        with transaction.atomic():
            Person.objects.bulk_create(people, batch_size=2000)
            entries = [person_entry(person, [person.sort_name]) for person in people]
            SearchEntry.objects.bulk_create(entries, batch_size=5000)
        words |= words_with_scopes(entries)
        few = wanted.sample(batch, max(1, QUERIES * len(batch) // NAMES))
        yield from (name for name in few if len(fold(name).split()) == 2)
    with transaction.atomic():
        index.learn_pairs(words)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _measured(organiser: Organiser, kind: str, asked: list[tuple[str, str]]) -> Iterator[Figure]:
    """Ask for each text; where a name is meant, it counts as found if it is among the first answers."""
    times, busy, found = [], [], 0
    for text, name in asked:
        started, working = perf_counter(), process_time()
        hits = search(organiser, text, kinds=["person"], limit=FIRST)
        times.append((perf_counter() - started) * 1000)
        busy.append((process_time() - working) * 1000)
        found += bool(name) and name in _names([hit.object_id for hit in hits])
    limit = LIMIT_MS[connection.vendor]
    yield Figure(f"{kind}: median", percentile(times, 0.5), "ms")
    yield Figure(f"{kind}: 95th percentile", percentile(times, 0.95), "ms", limit)
    yield Figure(f"{kind}: the same, of this processor", percentile(busy, 0.95), "ms")
    if asked[0][1]:
        share = found / len(asked)
        yield Figure(f"{kind}: among the first {FIRST}", share, "", FOUND[kind], is_floor=True)


def _names(keys: list[int]) -> set[str]:
    return set(Person.objects.filter(pk__in=keys).values_list("sort_name", flat=True))


if __name__ == "__main__":
    sys.exit(main())
