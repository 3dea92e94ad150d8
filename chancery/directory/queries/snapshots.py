"""A row of the directory with all that hangs on it, as plain values: kept by history, undo and merges."""

from dataclasses import dataclass
from typing import Any

from django.db import models

from chancery.base.fields import as_plain
from chancery.directory.models import (
    AddressForm,
    Body,
    ContactPoint,
    Group,
    Household,
    HouseholdMember,
    Person,
    PersonName,
    Relation,
    Tenure,
    TenureStep,
)

type Plain = dict[str, Any]

# What follows from other columns, or from the place of a row in its section.
_DERIVED: dict[type[models.Model], str] = {
    Person: "sort_key",
    PersonName: "position",
    Tenure: "position",
    ContactPoint: "position",
    HouseholdMember: "position",
}


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that hang on another one by the key `link` and are written with it, in their order."""

    name: str
    model: type[models.Model]
    link: str
    sections: tuple["Section", ...] = ()

    @property
    def columns(self) -> list[models.Field[Any, Any]]:
        """The columns a snapshot holds."""
        return [field for field in columns_of(self.model) if field.name != self.link]

    def rows_of(self, parent: models.Model) -> models.QuerySet[models.Model]:
        """Return the stored rows, in their order."""
        order = ["position", "pk"] if has_position(self.model) else ["pk"]
        return self.model._default_manager.filter(**{self.link: parent}).order_by(*order)


SECTIONS: dict[type[models.Model], tuple[Section, ...]] = {
    Person: (
        Section("names", PersonName, "person"),
        Section("tenures", Tenure, "person", (Section("steps", TenureStep, "tenure"),)),
        Section("relations", Relation, "person"),
        Section("contact_points", ContactPoint, "person"),
        Section("address_forms", AddressForm, "person"),
    ),
    Body: (Section("contact_points", ContactPoint, "body"),),
    Household: (
        Section("places", HouseholdMember, "household"),
        Section("address_forms", AddressForm, "household"),
    ),
    Group: (Section("members", Group.members.through, "group"),),
}


def has_position(model: type[models.Model]) -> bool:
    """Whether the rows of `model` are numbered in their order."""
    return any(field.name == "position" for field in model._meta.concrete_fields)


def columns_of(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """Return the columns that a snapshot of `model` holds: all but its key and what is derived."""
    derived = _DERIVED.get(model)
    return [field for field in model._meta.concrete_fields if not field.primary_key and field.name != derived]


def section_of(model: type[models.Model], name: str) -> Section | None:
    """Return the section of `model` called `name`, None if it is a column."""
    return next((section for section in SECTIONS.get(model, ()) if section.name == name), None)


def columns_in(row: models.Model) -> Plain:
    """Return the own columns of `row` as plain values."""
    return {field.attname: as_plain(getattr(row, field.attname)) for field in columns_of(type(row))}


def snapshot(row: models.Model) -> Plain:
    """Return the columns of `row` and its sections, each a list of plain rows."""
    return columns_in(row) | {
        section.name: section_values(section, row) for section in SECTIONS.get(type(row), ())
    }


def section_values(section: Section, parent: models.Model) -> list[Plain]:
    """Return the stored rows of one section as plain values, in their order."""
    return [plain_row(section, row) for row in section.rows_of(parent)]


def plain_row(section: Section, row: models.Model) -> Plain:
    """Return one row of a section with the rows inside it."""
    values = {field.attname: as_plain(getattr(row, field.attname)) for field in section.columns}
    return values | {inner.name: section_values(inner, row) for inner in section.sections}


def differences(before: Plain, after: Plain) -> dict[str, list[Any]]:
    """Return `{name: [from, to]}` for all that is not the same in two snapshots."""
    names = dict.fromkeys([*before, *after])
    return {
        name: [before.get(name), after.get(name)] for name in names if before.get(name) != after.get(name)
    }
