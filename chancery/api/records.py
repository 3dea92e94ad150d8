"""Objects that programs only read: what is told of them follows from the columns of their rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from django.db import models
from django.db.models import ForeignKey, Model, Prefetch, QuerySet
from pydantic import Field, create_model

from chancery.api.resource import ChangedFilters, Resource
from chancery.api.shapes import Clock, OneOf, Shape, Wording
from chancery.base.audit import kind_of
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.rules.dates import PartialDate

# What kind of value a column is told as, by the first class of columns that fits.
KINDS: Sequence[tuple[type[models.Field[Any, Any]], Any]] = (
    (LanguagesField, Wording),
    (PartialDateField, str),
    (ForeignKey, str),
    (models.BooleanField, bool),
    (models.IntegerField, int),
    (models.DecimalField, str),
    (models.DateTimeField, datetime),
    (models.DateField, date),
    (models.TimeField, Clock),
    (models.CharField, str),
    (models.TextField, str),
)


class Record[Row: Model](Resource[Row]):
    """
    A kind of object that is read as its columns hold it.

    `columns` are the names of columns; a key to another row is told by the code of that row, else by its
    short name. `within` are rows that hang on it, by the name they have there, each with columns of their
    own. `owner` leads from the row to its office, or to its event where it stands below one.
    """

    model: ClassVar[type[Model]]
    columns: ClassVar[Sequence[str]]
    within: ClassVar[Mapping[str, Sequence[str]]] = {}
    owner: ClassVar[str] = "organiser"
    shapes: ClassVar[Mapping[str, type[Shape]]]
    filters = ChangedFilters

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "model" not in vars(cls):
            return
        cls.history = {kind_of(cls.model): "pk"}
        cls.shapes = {name: shape_of(_hanging(cls.model, name), told) for name, told in cls.within.items()}
        lists = {name: (list.__class_getitem__(shape), ...) for name, shape in cls.shapes.items()}
        cls.shape = shape_of(cls.model, cls.columns, lists)

    def rows(self, office: Any) -> QuerySet[Row]:
        owner = office.event if self.is_in_event else office.organiser
        rows: QuerySet[Row] = self.model._default_manager.filter(**{self.owner: owner})  # type: ignore[assignment]  # Row is a model
        return _with_named(rows, self.columns).prefetch_related(*map(self._rows_within, self.within))

    def show(self, row: Row) -> Shape:
        told = _told(row, self.columns)
        for name, columns in self.within.items():
            shape = self.shapes[name]
            told[name] = [shape.model_construct(**_told(each, columns)) for each in getattr(row, name).all()]
        return self.shape.model_construct(**told)

    def _rows_within(self, name: str) -> Prefetch[Any]:
        rows = _hanging(self.model, name)._default_manager.order_by("pk")
        return Prefetch(name, _with_named(rows, self.within[name]))


class EventRecord[Row: Model](Record[Row]):
    """A record that stands below an event."""

    is_in_event = True
    owner = "event"


def shape_of(
    model: type[Model], columns: Iterable[str], lists: Mapping[str, Any] | None = None
) -> type[Shape]:
    """Return the shape that a row of a model is read in: its columns, then `lists` by their names."""
    told: dict[str, Any] = {name: _kind_of_value(model._meta.get_field(name)) for name in columns}
    made: Any = create_model(f"{model.__name__}Out", __base__=Shape, **told, **(lists or {}))
    made.__doc__ = " ".join((model.__doc__ or "").strip().split("\n\n")[0].split())
    shape: type[Shape] = made
    return shape


def _kind_of_value(column: Any) -> tuple[Any, Any]:
    kind = next(kind for of, kind in KINDS if isinstance(column, of))
    if column.choices:
        values = [value for value, _label in column.flatchoices if value]
        kind = Annotated[str, OneOf(values, may_be_empty=column.blank)]
    words = "Code of what is named, or its short name." if isinstance(column, ForeignKey) else None
    return (kind | None if column.null else kind), Field(description=words)


def _hanging(model: type[Model], name: str) -> type[Model]:
    related: Any = model._meta.get_field(name).related_model
    kind: type[Model] = related
    return kind


def _with_named[Row: Model](rows: QuerySet[Row], columns: Iterable[str]) -> QuerySet[Row]:
    """Load the rows that are named by keys among the columns."""
    keys = [name for name in columns if isinstance(rows.model._meta.get_field(name), ForeignKey)]
    return rows.select_related(*keys) if keys else rows


def _told(row: Model, columns: Iterable[str]) -> dict[str, Any]:
    return {name: _value(getattr(row, name)) for name in columns}


def _value(value: Any) -> Any:
    if isinstance(value, Model):
        return getattr(value, "code", "") or str(value.ref)  # type: ignore[attr-defined]  # each has one of the two
    return str(value) if isinstance(value, PartialDate | Decimal) else value
