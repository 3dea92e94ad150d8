"""Search as you type: by any spelling, in any script."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chancery.accounts.access import Office as Seat
from chancery.accounts.models import Organiser
from chancery.directory import access
from chancery.directory.models import Body, Office, Person, SearchEntry
from chancery.directory.queries.spelling import vocabulary_of
from chancery.directory.queries.word_index import Found, entries_with
from chancery.directory.queries.words import scopes_of
from chancery.rules.names.folding import fold
from chancery.rules.names.spelling import Group

MODELS: dict[str, type[Person | Body | Office]] = {"person": Person, "body": Body, "office": Office}
KINDS = tuple(SearchEntry.Kind.values)
MOST_WORDS = 6
CANDIDATES = 100
_ROUNDS = (1.0, 0.9, 0.0)
_BEGUN = 0.8


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
    vocabulary = vocabulary_of(scopes_of(organiser))
    groups = vocabulary.widened(text)[:MOST_WORDS]
    found: dict[tuple[str, int], Found] = {}
    for wanted in _rounds(groups):
        entries = entries_with(wanted, scopes=vocabulary.scopes, kinds=kinds, limit=max(CANDIDATES, limit))
        found |= {(entry.kind, entry.object_id): entry for entry in entries}
        if len(found) >= limit:
            # whatever a wider round finds is less close than all of these
            break
    return sorted((_hit(entry, groups) for entry in found.values()), key=_closest_first)[:limit]


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


def _rounds(groups: Sequence[Group]) -> list[list[list[str]]]:
    """
    Ask for the very words, then for their beginnings, then for all spellings: of many rows that are near
    the nearest must be among those that are fetched.

    A single letter after other words is no word yet, and is left to the order.
    """
    firm = [group for group in groups if not _is_a_letter(group)] or list(groups)
    rounds = [[[word for word in group if group[word] >= least] for group in firm] for least in _ROUNDS]
    return [wanted for number, wanted in enumerate(rounds) if wanted and wanted not in rounds[:number]]


def _is_a_letter(group: Group) -> bool:
    return len(next(iter(group))) == 1


def _hit(entry: Found, groups: Sequence[Group]) -> Hit:
    words = entry.words.split()
    near = [_closeness(group, words) for group in groups]
    return Hit(entry.kind, entry.object_id, sum(near) / len(near) - 0.001 * len(words))


def _closeness(group: Group, words: Sequence[str]) -> float:
    """Return how close the closest of an entry's words is to what one group stands for."""
    best = max((group.get(word, 0.0) for word in words), default=0.0)
    letter = next(iter(group))
    if len(letter) == 1 and any(word.startswith(letter) for word in words):
        return max(best, _BEGUN)
    return best


def _closest_first(hit: Hit) -> tuple[float, int]:
    return -hit.closeness, hit.object_id
