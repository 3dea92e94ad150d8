"""What rests on a row of the directory: what forbids its deletion, and what would go along with it."""

from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import ForeignKey

from chancery.base.fields import as_plain
from chancery.base.kinds import KNOWN_TO_FEW
from chancery.directory.models import ImportPair, MergeRecord
from chancery.directory.queries.snapshots import SECTIONS

# Notes of the directory's own work; they never keep anybody from being deleted.
_WORK = frozenset({ImportPair, MergeRecord})
SHOWN = 20


@cache
def keys_to(model: type[models.Model]) -> tuple[ForeignKey[Any, Any], ...]:
    """Every key of the installation to a kind, in whatever app, also where the kind knows nothing of it."""
    found = (
        each
        for other in apps.get_models(include_auto_created=True)
        for each in other._meta.concrete_fields
        if isinstance(each, ForeignKey) and each.related_model is model
    )
    return tuple(sorted(found, key=lambda each: (each.model._meta.label, each.name)))


def links_to(model: type[models.Model]) -> list[ForeignKey[Any, Any]]:
    """Return the keys to a kind but those of rows that few may know of: what is said of them would tell."""
    return [each for each in keys_to(model) if each.model._meta.label_lower not in KNOWN_TO_FEW]


def is_of_the_directory(model: type[models.Model]) -> bool:
    """Whether rows of `model` belong to the directory itself."""
    return model._meta.app_label == "directory"


def resting_on(row: models.Model) -> list[models.Model]:
    """
    Return the first rows that forbid deleting `row`: of other apps, or protected in the directory.

    What few may know of goes with the row in silence: a refusal would tell everybody that it is there.
    """
    found: list[models.Model] = []
    for link in links_to(type(row)):
        if link.model in _WORK or _goes_along(link):
            continue
        found += link.model._default_manager.filter(**{link.name: row}).order_by("pk")[: SHOWN - len(found)]
        if len(found) == SHOWN:
            break
    return found


def going_along(row: models.Model) -> list[dict[str, Any]]:
    """
    Return the rows of the directory that vanish with `row` but are no section of it, as `{model, values}`:
    relations of others to a person, places in households and groups, contact points they answer for.
    """
    own = {(section.model, section.link) for section in SECTIONS.get(type(row), ())}
    return [
        {"model": link.model._meta.label_lower, "values": values_of(other)}
        for link in links_to(type(row))
        if link.model not in _WORK and _goes_along(link) and (link.model, link.name) not in own
        for other in link.model._default_manager.filter(**{link.name: row}).order_by("pk")
    ]


def values_of(row: models.Model) -> dict[str, Any]:
    """Return every column of a row as plain values, its key too."""
    return {field.attname: as_plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def _goes_along(link: models.Field[Any, Any]) -> bool:
    on_delete = link.remote_field.on_delete  # type: ignore[union-attr]  # a foreign key has one
    return is_of_the_directory(link.model) and on_delete in (models.CASCADE, models.SET_NULL)
