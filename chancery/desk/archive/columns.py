"""Single columns between a row and its TOML value."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import models

from chancery.base.fields import as_plain
from chancery.base.models import StoredFile
from chancery.campaign.models import StatedTotal
from chancery.desk.archive import seating, steps, totals, uids
from chancery.desk.archive.seating import FindRef
from chancery.desk.archive.shapes import LEFT_BEHIND, NAMED_BY
from chancery.desk.archive.values import DoesNotFit, clean
from chancery.door.models import Scan
from chancery.programme.models import Step
from chancery.seating.models import Plan

# Kept by the installation itself, never written into an event folder.
INTERNAL = frozenset({"id", "code", "organiser", "organiser_id", "created_at", "sort_key"})


class UnreadableFolder(ValueError):
    """Something in an event folder cannot be read; the message says where, what, and what to do."""


def columns_of(
    model: type[models.Model], without: frozenset[str], parent: type[models.Model] | None = None
) -> Iterator[models.Field[Any, Any]]:
    """Yield the columns of `model` that a folder holds, without the key to the parent it hangs on."""
    for field in model._meta.concrete_fields:
        if field.name in INTERNAL or field.name in without or field.name in {"ref", "position"}:
            continue
        if parent is not None and field.related_model is parent and field is _link(model, parent):
            continue
        yield field


def link_name(model: type[models.Model], parent: type[models.Model]) -> str:
    """Return the column by which rows of `model` hang on `parent`: the first foreign key to it."""
    return _link(model, parent).name


def _link(model: type[models.Model], parent: type[models.Model]) -> models.Field[Any, Any]:
    return next(field for field in model._meta.concrete_fields if field.related_model is parent)


def to_toml(row: models.Model, field: models.Field[Any, Any]) -> Any:
    """Return the TOML value of one column, None where it holds its default and need not be written."""
    value = getattr(row, field.name)
    if is_left_behind(value):
        return None
    if isinstance(row, Plan) and field.name == "based_on":
        return seating.by_ref(row) or None
    if isinstance(row, Scan) and field.name == "undoes":
        return uids.ref_of_undone(row) or None
    if isinstance(row, Step) and field.name == "before":
        return steps.by_ref(row) or None
    if isinstance(row, StatedTotal) and field.name in {"question", "texts"}:
        return totals.by_ref(row, field.name) or None
    if isinstance(value, models.Model):
        return ref_of(value)
    if value == field.get_default() or value is None or value == "":
        return None
    return value if isinstance(value, (bool, date, time, datetime, Decimal)) else as_plain(value)


def is_left_behind(value: Any) -> bool:
    """Whether a column names a file that no folder holds."""
    return isinstance(value, StoredFile) and value.state in LEFT_BEHIND


def bearer_of(row: models.Model) -> models.Model:
    """Return the row whose ref names `row`: itself, or the one it is written inside."""
    outer = NAMED_BY.get(type(row))
    return getattr(row, outer) if outer else row


def ref_of(row: models.Model) -> str:
    """Return the name of a row in a folder."""
    if isinstance(row, Scan | Step):
        return uids.ref_of(row)
    return str(bearer_of(row).ref)  # type: ignore[attr-defined]  # every table of a folder has a ref


def from_toml(field: models.Field[Any, Any], value: Any, find: FindRef, where: str) -> Any:
    """
    Return the Python value of one column.

    Errors: UnreadableFolder where the text does not fit the column or names a ref that does not exist.
    """
    if field.related_model is not None:
        return find(field.related_model, value)
    if field.model is Plan and field.name == "based_on":
        return seating.by_code(clean(field, value), find)
    try:
        return clean(field, value)
    except DoesNotFit as error:
        raise UnreadableFolder(f"{where}, field “{field.name}”: {error}.") from None
