"""Search as you type: by any spelling, in any script."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from chancery.accounts.access import Office as Seat
from chancery.accounts.models import Organiser
from chancery.directory import access
from chancery.directory.models import Body, Office, Person, SearchEntry
from chancery.directory.queries.spelling import widened
from chancery.directory.queries.word_index import Found, entries_with
from chancery.directory.queries.words import scopes_of
from chancery.rules.names.folding import fold

MODELS: dict[str, type[Person | Body | Office]] = {"person": Person, "body": Body, "office": Office}
KINDS = tuple(SearchEntry.Kind.values)
MOST_WORDS = 6
CANDIDATES = 100


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that was found; `closeness` is 1 for the very words, less for other spellings."""

    kind: str
    object_id: int
    closeness: float


def search(organiser: Organiser, text: str, *, kinds: Sequence[str] = KINDS, limit: int = 20) -> list[Hit]:
    """
    Return the closest rows for what was typed so far, the last word being perhaps unfinished.

    Shape: at most `limit`, closest first; nothing for a text without letters or digits.
    Ties: the shorter name first, then by key, so that the same text gives the same order.
    """
    typed = fold(text).split()[:MOST_WORDS]
    if not typed:
        return []
    scopes = scopes_of(organiser)
    spellings = widened(typed, scopes)
    found = {
        (entry.kind, entry.object_id): entry
        for groups in _rounds(typed, spellings)
        for entry in entries_with(groups, scopes=scopes, kinds=kinds, limit=CANDIDATES)
    }
    return sorted((_hit(entry, typed, spellings) for entry in found.values()), key=_closest_first)[:limit]


def rows_called(office: Seat, model: type[Any], text: str) -> list[Any]:
    """Return the readable rows whose words are those of `text`, in any order and script."""
    typed = fold(text).split()
    if not typed:
        return []
    kind = next(kind for kind, of in MODELS.items() if of is model)
    scopes = scopes_of(office.organiser)
    found = entries_with([[word] for word in typed], scopes=scopes, kinds=[kind], limit=CANDIDATES)
    rows = access.readable(office, model).in_bulk([entry.object_id for entry in found])
    whole = [row for row in rows.values() if sorted(fold(str(row)).split()) == sorted(typed)]
    return whole or list(rows.values())


def _rounds(typed: Sequence[str], spellings: Sequence[dict[str, float]]) -> Iterable[list[list[str]]]:
    """First the words as typed, then all their spellings: many of the first must not crowd out the others."""
    yield (
        [[word] for word in typed[:-1]] + [[typed[-1], f"{typed[-1]}*"]]
        if len(typed[-1]) > 1
        else [[w] for w in typed]
    )
    yield [list(group) for group in spellings]


def _hit(entry: Found, typed: Sequence[str], spellings: Sequence[dict[str, float]]) -> Hit:
    words = entry.words.split()
    near = [
        max((group.get(word, 0.9 if word.startswith(first) else 0.0) for word in words), default=0.0)
        for first, group in zip(typed, spellings, strict=True)
    ]
    return Hit(entry.kind, entry.object_id, sum(near) / len(near) - 0.001 * len(words))


def _closest_first(hit: Hit) -> tuple[float, int]:
    return -hit.closeness, hit.object_id
