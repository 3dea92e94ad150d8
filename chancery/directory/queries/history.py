"""The history of a row in words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.base import audit, cldr, history
from chancery.base.languages import listed
from chancery.base.models import AuditLine
from chancery.directory.queries.snapshots import section_of
from chancery.rules.states import state_name

SHOWN = 50
_OF_STATES = frozenset({"nationality", "state"})

_SENTENCES: dict[str, str | Promise] = {
    "created": _("Entered."),
    "changed": _("Changed."),
    "held": _("An office was handed over."),
    "handed_over": _("The office was handed over."),
    "imported": _("Filled by an import."),
    "brought": _("Entered by an import."),
    "deleted": _("Deleted."),
    "restored": _("Restored."),
    "undone": _("A change was taken back."),
    "merged": _("Another entry of the same person was merged into this one."),
    "parted": _("A merge was taken back."),
    "loaded": _("Loaded from an event folder."),
}
_SECTION_NAMES: dict[str, str | Promise] = {
    "names": _("names"),
    "tenures": _("offices"),
    "relations": _("relations"),
    "contact_points": _("ways to reach them"),
    "address_forms": _("own wordings"),
    "places": _("members"),
    "members": _("members"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One column or section before and after, in words; both empty where only that it changed is told."""

    name: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of the history; `may_undo` where it is of a kind that can be taken back."""

    id: int
    words: str
    by: str
    at: datetime
    reason: str = ""
    differences: Sequence[Difference] = field(default_factory=list)
    may_undo: bool = False
    is_undone: bool = False


def history_of(row: models.Model, may_undo: Any) -> list[HistoryLine]:
    """Return the newest lines of `row`; `may_undo` tells of an AuditLine whether it can be taken back."""
    lines = audit.lines_of(row).select_related("by")[:SHOWN]
    return [_line(line, bool(may_undo(line))) for line in lines]


def _line(line: AuditLine, may_undo: bool) -> HistoryLine:
    verb = line.code.rpartition(".")[2]
    is_change = verb not in {"created", "deleted", "restored", "handed_over", "brought"}
    return HistoryLine(
        id=line.pk,
        words=str(_SENTENCES.get(verb, _SENTENCES["changed"])),
        by=str(line.by) if line.by else gettext("the command line"),
        at=line.at,
        reason=line.reason,
        differences=_differences(line) if is_change else [],
        may_undo=may_undo,
        is_undone=line.undone_by_id is not None,
    )


def _differences(line: AuditLine) -> list[Difference]:
    model = apps.get_model(line.kind)
    return [_difference(model, name, sides) for name, sides in line.changes.items()]


def _difference(model: type[models.Model], name: str, sides: list[Any]) -> Difference:
    if name in _SECTION_NAMES or section_of(model, name):
        before, after = (_rows_in_words(side) for side in sides)
        return Difference(str(_SECTION_NAMES.get(name, name)), before, after)
    columns = {column.attname: column for column in model._meta.concrete_fields}
    if name not in columns:
        return Difference(name, *(str(side or "") for side in sides))
    return Difference(str(columns[name].verbose_name), *(in_words(columns[name], side) for side in sides))


def in_words(column: models.Field[Any, Any], value: Any) -> str:
    """Return a plain value of a column in the reader's words; an empty one as nothing."""
    language = get_language() or "en"
    if audit.is_blank(value):
        return history.value_in_words(column, value, language=language)
    if column.attname in _OF_STATES and value:
        return state_name(str(value), language) or str(value)
    if column.attname == "languages" and isinstance(value, list):
        return listed(cldr.language_in_words(code, language) for code in value)
    return history.value_in_words(column, value, language=language)


def _rows_in_words(rows: Any) -> str:
    """Name rows by what a reader knows them by; keys of other rows say nothing."""
    if not isinstance(rows, list):
        return ""
    told = ("printed", "value", "text", "begins", "ends", "kind", "note")
    texts = [
        listed(str(row[name]) for name in told if isinstance(row, dict) and row.get(name)) for row in rows
    ]
    return "; ".join(text for text in texts if text)
