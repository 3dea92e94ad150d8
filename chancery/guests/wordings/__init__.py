"""
The wordings that ship: for every kind of message and every form, by language, a file each.

An office's own wording (`Template`) stands before them. `load` reads a file of `[kind.form]` tables with
`subject` and `body`; `like = "reminder-1"` takes the text of the same form of another kind, `like = "email"`
that of another form of the same kind.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from chancery.guests.models.vocabulary import Form, Kind

LANGUAGES = ("en", "fr", "ro", "az")
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Wording:
    """A subject, which only some forms have, and a body, both with fields in braces."""

    subject: str
    body: str


@cache
def shipped(language: str) -> Mapping[tuple[Kind, Form], Wording]:
    """The wordings that ship in a language; none for a language that has no file."""
    if language not in LANGUAGES:
        return MappingProxyType({})
    with (_FOLDER / f"{language}.toml").open("rb") as file:
        return load(tomllib.load(file))


def load(tables: Mapping[str, Mapping[str, Any]]) -> Mapping[tuple[Kind, Form], Wording]:
    """Read tables of kinds and forms. Errors: KeyError, ValueError for a table that is not one of them."""
    found = {
        (Kind(kind), Form(form)): _wording(tables, kind, form, entry)
        for kind, forms in tables.items()
        for form, entry in forms.items()
    }
    return MappingProxyType(found)


def _wording(
    tables: Mapping[str, Mapping[str, Any]], kind: str, form: str, entry: Mapping[str, str]
) -> Wording:
    like = entry.get("like", "")
    taken = tables[kind][like] if like in Form.values else tables[like][form] if like else {}
    merged = {**taken, **entry}
    return Wording(merged.get("subject", ""), merged["body"].strip())
