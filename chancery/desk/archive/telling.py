"""What a load says of rows that belong to a ministry: found there, or kept here as facts of the office."""

from collections.abc import Iterable

from django.db import models

from chancery.accounts.models import Organiser
from chancery.base.audit import kind_of
from chancery.base.kinds import kind_in_words
from chancery.occasions.models import Campaign, Occasion, Series
from chancery.precedence.models import Profile

# What a ministry gives its posts; people and bodies are too many to name.
TOLD: tuple[type[models.Model], ...] = (Occasion, Campaign, Series, Profile)


def sentences(*, found: Iterable[models.Model], own: Iterable[models.Model]) -> list[str]:
    """Return one sentence on what was found, and one on what became the office's own; none for nothing."""
    there, here = _named(found, with_owner=True), _named(own, with_owner=False)
    told = []
    if there:
        told.append(f"Found where others show it, and left as it is: {there}.")
    if here:
        told.append(f"Nobody shows it to the office, so it is the office's own now: {here}.")
    return told


def _named(rows: Iterable[models.Model], *, with_owner: bool) -> str:
    kinds = {model: number for number, model in enumerate(TOLD)}
    chosen = [row for row in rows if type(row) in kinds]
    chosen.sort(key=lambda row: (kinds[type(row)], str(row), row.pk))
    return "; ".join(_one(row, with_owner=with_owner) for row in chosen)


def _one(row: models.Model, *, with_owner: bool) -> str:
    owner: Organiser = row.organiser  # type: ignore[attr-defined]  # every kind told has one
    named = f"{kind_in_words(kind_of(row))} “{row}”"
    return f"{named} of {owner}" if with_owner else named
