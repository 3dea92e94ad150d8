"""
Which values of the history go by their age, and what a line keeps: who, when, which row, which columns.

The register of personal data is the source: what a row of it names in a table goes from the lines about that
table too. What people said and did in public, contracts and proofs stay, as the rows themselves do.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from django.apps import apps
from django.db import models

from chancery.base.audit_seal.digests import REASON
from chancery.base.history import INTERNAL
from chancery.base.models import AuditLine
from chancery.privacy.register import REGISTER, WHOLE

REMOVED_LABEL = "—"
"""What a row is called in lines that outlive it, or that called it by a name it has no more."""

PEOPLE = ("people", "contacts", "work")
GUESTS = ("lists", "questions", "diet", "access", "identity", "letters", "deliveries", "seating", "presence")
GUESTS_AND_PHOTOS = (*GUESTS, "photos")

# What the program needs to find a row again; it tells nothing of a person.
STRUCTURE = INTERNAL | {"sort_key", "lines", "read", "standing", "coming", "number", "answered_from"}

WORDS = (
    *(models.CharField, models.TextField, models.JSONField, models.BinaryField),
    *(models.DateTimeField, models.DateField),
)


@cache
def columns_of(keys: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """The columns that go, by the kind of the rows they stand in."""
    named = [(kind, columns) for row in REGISTER if row.key in keys for kind, columns in row.fields.items()]
    found: dict[str, frozenset[str]] = {}
    for kind, columns in named:
        found[kind] = found.get(kind, frozenset()) | _words_of(kind, columns)
    return found


def _words_of(kind: str, columns: Iterable[str]) -> frozenset[str]:
    wanted = set(columns)
    return frozenset(
        column.attname
        for column in apps.get_model(kind)._meta.concrete_fields
        if isinstance(column, WORDS)
        and not column.choices
        and column.attname not in STRUCTURE
        and (WHOLE in wanted or column.name in wanted)
    )


def parts_to_go(lines: Iterable[AuditLine], keys: tuple[str, ...]) -> frozenset[str]:
    """
    What goes of lines of one kind: its columns, what only a line noted, and the reason.

    A line may note what is no column (for whom a list was, what was said); that goes too, but for marks of
    structure.
    """
    parts = {REASON}
    for line in lines:
        own = {column.attname for column in apps.get_model(line.kind)._meta.concrete_fields}
        noted = {name for name in line.changes if name not in own and name not in STRUCTURE}
        parts |= columns_of(keys).get(line.kind, frozenset()) | noted
    return frozenset(parts)
