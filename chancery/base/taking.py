"""What an office does with a row that it is shown: take it over, take the newer version, keep its own."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.taken import TakenModel
from chancery.base.twins import fresh


def own_copy[Row: TakenModel](source: Row, organiser_id: int) -> Row | None:
    """What an office has made of a row already; None where it has not taken it over."""
    copies = type(source)._default_manager.filter(organiser_id=organiser_id, source=source)
    return copies.order_by("pk").first()


@transaction.atomic
def take[Row: TakenModel](source: Row, *, organiser_id: int, by: Actor, code: str, **changed: Any) -> Row:
    """
    Make an office's own copy of a row that it is shown; the one that it has already is returned as it is.

    `changed` are the columns in which the copy differs: its short name, to whom it is visible.
    """
    kept = own_copy(source, organiser_id)
    if kept is not None:
        return kept
    copy = fresh(source)
    for name, value in {"organiser_id": organiser_id, "source": source, "taken_from": "", **changed}.items():
        setattr(copy, name, value)
    copy.taken = source.content()
    return audit.create(copy, by=by, code=code)


@transaction.atomic
def show(row: models.Model, visibility: str, *, by: Actor) -> audit.Changes:
    """Show an own row to all posts, or to them no longer; what was taken over stays."""
    row.visibility = visibility  # type: ignore[attr-defined]  # every kind that is given down has it
    return audit.update(row, by=by, code=f"{row._meta.app_label}.{row._meta.model_name}.shown")


@transaction.atomic
def take_newer(row: TakenModel, *, by: Actor, code: str) -> audit.Changes:
    """Replace what an office made of a row by what its source says now; the history keeps the words."""
    if row.source is None:
        return {}
    for name in row.told:
        setattr(row, name, getattr(row.source, name))
    row.taken = row.source.content()
    return audit.update(row, by=by, code=code)


@transaction.atomic
def keep_own(row: TakenModel, *, by: Actor) -> audit.Changes:
    """Keep an office's own words though the source says something else by now; the history says so."""
    if row.source is None:
        return {}
    row.taken = row.source.content()
    code = f"{row._meta.app_label}.{row._meta.model_name}.kept"
    return audit.update(row, by=by, code=code, reason=_("Our own words are kept; the newer ones were seen."))
