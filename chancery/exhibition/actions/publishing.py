"""What makes an exhibition public, and takes it back."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.exhibition.models import Exhibition
from chancery.exhibition.queries.publishing import obstacles_of


class HeldBack(Exception):
    """Something stands against the publication; `obstacles_of` says what. Nothing is changed."""


@transaction.atomic
def leave_out(exhibition: Exhibition, codes: Collection[str], *, by: Actor) -> int:
    """Leave out of the public page exactly the works that `codes` name; return how many changed."""
    exhibits = list(exhibition.exhibits.select_for_update().order_by("pk"))
    for exhibit in exhibits:
        exhibit.is_left_out = exhibit.code in codes
    return audit.update_all(exhibits, by=by, code="exhibition.exhibit.changed")


@transaction.atomic
def publish(exhibition: Exhibition, *, on: date, by: Actor) -> None:
    """Make an exhibition public. Errors: HeldBack."""
    if obstacles_of(exhibition, on):
        raise HeldBack
    exhibition.is_published, exhibition.published_at = True, timezone.now()
    audit.update(exhibition, by=by, code="exhibition.exhibition.published")


@transaction.atomic
def take_back(exhibition: Exhibition, *, by: Actor) -> None:
    """Take the public page of an exhibition back; its address opens nothing until it is published again."""
    exhibition.is_published, exhibition.published_at = False, None
    audit.update(exhibition, by=by, code="exhibition.exhibition.taken-back")


@undo.after_undo("exhibition.exhibition")
def refuse_what_is_held_back(exhibition: Model, by: Actor) -> None:
    """An undo publishes nothing that the publication page would hold back."""
    assert isinstance(exhibition, Exhibition)
    if exhibition.is_published and obstacles_of(exhibition, timezone.localdate()):
        raise undo.CannotUndo(_("Something holds the publication back now; look at what is public first."))
