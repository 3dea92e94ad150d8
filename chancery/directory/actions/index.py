"""Keep the search entries in step with the rows, in the transaction of their change."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import batched
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from chancery.accounts.models import Organiser
from chancery.directory.models import Body, Office, Person, SearchEntry, SearchWord
from chancery.directory.queries.word_index import occurs
from chancery.directory.queries.words import Indexed, entries_for, words_with_scopes

BATCH = 1000
FEW_WORDS = 200
_KEYS = ["kind", "object_id"]


def index_rows(rows: Sequence[Indexed]) -> None:
    """Enter the words of rows that were made or changed, and forget words that nobody has any more."""
    fresh = entries_for(rows)
    before = _stored(fresh)
    SearchEntry.objects.bulk_create(
        fresh, update_conflicts=True, unique_fields=_KEYS, update_fields=["scope", "words"]
    )
    learn_words(fresh)
    _forget_words(words_with_scopes(before) - words_with_scopes(fresh))


def forget_rows(kind: SearchEntry.Kind, keys: Collection[int] | QuerySet[Any, Any]) -> None:
    """Take rows that are being deleted out of the index."""
    entries = SearchEntry.objects.filter(kind=kind, object_id__in=keys)
    gone = words_with_scopes(entries)
    entries.delete()
    _forget_words(gone)


def learn_words(entries: Iterable[SearchEntry]) -> None:
    """Enter the words of `entries` into the list that misspelt words are widened to."""
    learn_pairs(words_with_scopes(entries))


def learn_pairs(pairs: Iterable[tuple[str, str]]) -> None:
    """Enter words with their scopes; those that are known stay."""
    known = [SearchWord(scope=scope, word=word) for scope, word in sorted(pairs)]
    SearchWord.objects.bulk_create(known, ignore_conflicts=True, batch_size=5 * BATCH)


@transaction.atomic
def index_organiser(organiser: Organiser) -> None:
    """Index every row of an organiser anew: after an update, or where the index is in doubt."""
    index_written(_rows_of(organiser))


@transaction.atomic
def index_written(rows: Iterable[Indexed]) -> None:
    """Index rows that were written past the actions, with the columns that follow from others."""
    for batch in batched(rows, BATCH):
        for row in batch:
            if isinstance(row, Person):
                row.save(update_fields=["sort_key"])
        index_rows(batch)


def _rows_of(organiser: Organiser) -> Iterator[Indexed]:
    people = Person.objects.filter(organiser=organiser).select_related("organiser").order_by("pk")
    yield from people.iterator(BATCH)
    yield from Body.objects.filter(organiser=organiser).select_related("organiser").order_by("pk")
    yield from Office.objects.filter(organiser=organiser).select_related("organiser", "body").order_by("pk")


def _stored(entries: Iterable[SearchEntry]) -> list[SearchEntry]:
    keys: dict[str, list[int]] = {}
    for entry in entries:
        keys.setdefault(entry.kind, []).append(entry.object_id)
    return [
        entry
        for kind, ids in keys.items()
        for entry in SearchEntry.objects.filter(kind=kind, object_id__in=ids)
    ]


def _forget_words(pairs: Collection[tuple[str, str]]) -> None:
    """Take words out of the list that no entry holds any more: asked one by one, or many at once."""
    gone = _unused(pairs) if len(pairs) > FEW_WORDS else [pair for pair in sorted(pairs) if not occurs(*pair)]
    by_scope: dict[str, list[str]] = defaultdict(list)
    for scope, word in gone:
        by_scope[scope].append(word)
    for scope, words in by_scope.items():
        for batch in batched(words, BATCH):
            SearchWord.objects.filter(scope=scope, word__in=batch).delete()


def _unused(pairs: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    unused = set(pairs)
    for scope in {scope for scope, _word in pairs}:
        entries = SearchEntry.objects.filter(scope=scope).values_list("words", flat=True)
        for words in entries.iterator(chunk_size=BATCH):
            unused.difference_update((scope, word) for word in words.split())
    return unused
