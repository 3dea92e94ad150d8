"""Which words people, bodies and offices are found by."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from chancery.accounts.models import Organiser
from chancery.directory import access
from chancery.directory.models import Body, Office, Person, PersonName, SearchEntry, Visibility
from chancery.rules.names.search import words_of

type Indexed = Person | Body | Office

LONGEST_WORD = 60
MOST_WORDS = 200


def scope_of(organiser: Organiser, visibility: str) -> str:
    """Return who may find a row: `o12` its organiser alone, `t3` all posts of ministry 3."""
    if visibility == Visibility.TREE:
        return f"t{access.tree_of(organiser)}"
    return f"o{organiser.pk}"


def scopes_of(organiser: Organiser) -> tuple[str, str]:
    """Return the scopes in which members of `organiser` may search."""
    return f"o{organiser.pk}", f"t{access.tree_of(organiser)}"


def entries_for(rows: Iterable[Indexed]) -> list[SearchEntry]:
    """Return the search entries of `rows` as they should be, unsaved. Offices need their body loaded."""
    rows = list(rows)
    names = _names_of([row for row in rows if isinstance(row, Person)])
    return [_entry(row, names) for row in rows]


def words_in(texts: Iterable[str]) -> list[str]:
    """Return the words and sound keys under which `texts` are found, each once."""
    pieces = dict.fromkeys(piece.strip(",;") for text in texts for piece in text.split())
    found = dict.fromkeys(word[:LONGEST_WORD] for piece in pieces for word in _words_of(piece))
    return list(found)[:MOST_WORDS]


# Given names and families come again and again.
_words_of = lru_cache(maxsize=100_000)(words_of)


def words_with_scopes(entries: Iterable[SearchEntry]) -> set[tuple[str, str]]:
    """Return the words of `entries`, each once with its scope."""
    return {(entry.scope, word) for entry in entries for word in entry.words.split()}


def _names_of(people: Sequence[Person]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    written = PersonName.objects.filter(person__in=[person.pk for person in people])
    columns = written.order_by("position", "id").values_list("person_id", "printed", "given", "family")
    for person_id, *texts in columns:
        names[person_id].extend(texts)
    return names


def _entry(row: Indexed, names: dict[int, list[str]]) -> SearchEntry:
    if isinstance(row, Person):
        return person_entry(row, names[row.pk])
    owner = row if isinstance(row, Body) else row.body
    texts = (
        [*row.names.values(), row.seat]
        if isinstance(row, Body)
        else [*row.titles.values(), *owner.names.values()]
    )
    return SearchEntry(
        scope=scope_of(row.organiser, owner.visibility),
        kind=SearchEntry.Kind.BODY if isinstance(row, Body) else SearchEntry.Kind.OFFICE,
        object_id=row.pk,
        words=" ".join(words_in(texts)),
    )


def person_entry(person: Person, names: Iterable[str]) -> SearchEntry:
    """Return the entry of one person whose names are known."""
    return SearchEntry(
        scope=scope_of(person.organiser, person.visibility),
        kind=SearchEntry.Kind.PERSON,
        object_id=person.pk,
        words=" ".join(words_in([*names, person.sort_name, person.pronunciation])),
    )
