"""The word index of the database: FTS5 on SQLite, a GIN index of lexemes on PostgreSQL."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

_ON_SQLITE = """
    SELECT entry.kind, entry.object_id, entry.words
    FROM directory_wordindex AS found JOIN directory_searchentry AS entry ON entry.id = found.rowid
    WHERE directory_wordindex MATCH %s AND entry.kind IN ({kinds}) LIMIT %s"""
# A function of the migration: it keeps the planner, which thinks of the limit, from reading the whole table.
_ON_POSTGRESQL = "SELECT kind, object_id, words FROM directory_found(%s::tsquery, ARRAY[{kinds}], %s)"


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the index: what it stands for, and its folded words."""

    kind: str
    object_id: int
    words: str


def entries_with(
    groups: Sequence[Sequence[str]], *, scopes: Sequence[str], kinds: Sequence[str], limit: int
) -> list[Found]:
    """
    Return up to `limit` entries that hold a word of every group.

    Shape: words are folded: letters and digits only. No scopes, no groups or an empty group find nothing.
    The order is the database's own.
    """
    if not scopes or not groups or not all(groups):
        return []
    is_sqlite = connection.vendor == "sqlite"
    sentence = (_sqlite_query if is_sqlite else _postgresql_query)(groups, scopes)
    statement = (_ON_SQLITE if is_sqlite else _ON_POSTGRESQL).format(kinds=", ".join(["%s"] * len(kinds)))
    with connection.cursor() as cursor:
        cursor.execute(statement, [sentence, *kinds, limit])
        return [Found(*row) for row in cursor.fetchall()]


def occurs(scope: str, word: str) -> bool:
    """Whether any entry of a scope holds `word`."""
    return bool(entries_with([[word]], scopes=[scope], kinds=["person", "body", "office"], limit=1))


def _sqlite_query(groups: Sequence[Sequence[str]], scopes: Sequence[str]) -> str:
    return " AND ".join(
        f"({' OR '.join(f'{scope}_{word}' for word in group for scope in scopes)})" for group in groups
    )


def _postgresql_query(groups: Sequence[Sequence[str]], scopes: Sequence[str]) -> str:
    return " & ".join(
        f"({' | '.join(f"'{scope}_{word}'" for word in group for scope in scopes)})" for group in groups
    )
