"""What the editor of a room asks of each kind of furniture: the fields of its plain form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise

from chancery.rules.seating.room import MarkKind
from chancery.seating.forms.furniture import ADDED, KIND_WORDS, CountsField, WallsField, fields_of


@dataclass(frozen=True, slots=True)
class Ask:
    """One field of a piece; `shape` is “number”, “list” of numbers, “one-or-list”, “words” of `choices`."""

    key: str
    name: str | Promise
    shape: str
    choices: Sequence[tuple[Any, Any]] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of furniture with its name, its fields, and the numbers with which a new piece begins."""

    key: str
    name: str | Promise
    asks: tuple[Ask, ...]
    begins: Mapping[str, Any]


def kinds() -> list[Kind]:
    """Return every kind of furniture, in the order of the forms."""
    return [_kind(key, words) for key, words in KIND_WORDS.items()]


def palette(found: Sequence[Kind]) -> tuple[list[Kind], list[Kind]]:
    """Return what can be placed: furniture with seats, and what stands beside it."""
    placed = [kind for kind in found if kind.key in dict(ADDED)]
    marks = set(MarkKind)
    return [kind for kind in placed if kind.key not in marks], [kind for kind in placed if kind.key in marks]


def _kind(key: str, words: str | Promise) -> Kind:
    fields = {name: make() for name, make in fields_of(key).items()}
    begins = {name: field.initial for name, field in fields.items() if field.initial is not None}
    return Kind(key, words, tuple(_ask(name, field) for name, field in fields.items()), begins)


def _ask(key: str, field: forms.Field) -> Ask:
    name = field.label or key
    if isinstance(field, WallsField):
        return Ask(key, name, "words", WallsField.ENDS)
    if isinstance(field, CountsField):
        return Ask(key, name, "one-or-list" if field.is_single else "list")
    return Ask(key, name, "number")
