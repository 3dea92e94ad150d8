"""Write a row and the rows that hang on it, from plain values."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import models
from django.db.models import F

from chancery.directory.queries.snapshots import (
    SECTIONS,
    Plain,
    Section,
    columns_of,
    has_position,
    plain_row,
    snapshot,
)

# Beyond any real number of rows, so that numbering anew never meets an old number on its way.
_OUT_OF_THE_WAY = 10_000


def write_row(row: models.Model, sections: Mapping[str, Sequence[Plain]]) -> None:
    """Save the columns of `row` and those of its sections that are given; the others stay as they are."""
    row.save()
    for section in SECTIONS.get(type(row), ()):
        if section.name in sections:
            write_section(section, row, sections[section.name])


def set_columns(row: models.Model, values: Mapping[str, Any]) -> None:
    """Set the columns of `row` that `values` names, unsaved."""
    for field in columns_of(type(row)):
        if field.attname in values:
            setattr(row, field.attname, field.to_python(values[field.attname]))


def write_section(section: Section, parent: models.Model, wanted: Sequence[Plain]) -> None:
    """
    Make the rows of a section those of `wanted`, in that order.

    A stored row is kept by its code, else by being the same, else the next free one is written over: keys
    that others may hold change as rarely as can be.
    """
    stored = list(section.rows_of(parent))
    if has_position(section.model):
        section.rows_of(parent).update(position=F("position") + _OUT_OF_THE_WAY)
    chosen = _matched(section, stored, wanted)
    kept = {row.pk for row in chosen if row is not None}
    for old in stored:
        if old.pk not in kept:
            old.delete()
    for number, (row, values) in enumerate(zip(chosen, wanted, strict=True)):
        _write(section, row or section.model(**{section.link: parent}), values, number)


def _matched(
    section: Section, stored: Iterable[models.Model], wanted: Sequence[Plain]
) -> list[models.Model | None]:
    free = list(stored)
    chosen: list[models.Model | None] = [None] * len(wanted)
    for is_match in (_has_the_code, _is_the_same, _may_be_written_over):
        for number, values in enumerate(wanted):
            if chosen[number] is None:
                found = next((row for row in free if is_match(section, row, values)), None)
                if found is not None:
                    chosen[number] = found
                    free.remove(found)
    return chosen


def _has_the_code(section: Section, row: models.Model, values: Plain) -> bool:
    return bool(values.get("code")) and getattr(row, "code", None) == values["code"]


def _is_the_same(section: Section, row: models.Model, values: Plain) -> bool:
    stored = plain_row(section, row)
    return all(stored.get(name) == value for name, value in values.items())


def _may_be_written_over(section: Section, row: models.Model, values: Plain) -> bool:
    return not hasattr(row, "code")


def _write(section: Section, row: models.Model, values: Plain, number: int) -> None:
    for field in section.columns:
        if field.attname in values:
            setattr(row, field.attname, field.to_python(values[field.attname]))
    if has_position(section.model):
        row.position = number  # type: ignore[attr-defined]  # as has_position says
    row.save()
    for inner in section.sections:
        if inner.name in values:
            write_section(inner, row, values[inner.name])


def stored_snapshot(row: models.Model) -> Plain:
    """Return the snapshot of what the database holds of `row`, whatever its unsaved columns say."""
    return snapshot(type(row)._default_manager.get(pk=row.pk))
