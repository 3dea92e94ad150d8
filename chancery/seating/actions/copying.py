"""What next time's event takes over of a seating: rooms and settings, and nobody's seat."""

from copy import copy

from django.db import models

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.events.models import Event, GuestCategory, Part
from chancery.seating.models import Plan, SeatNote, Wish


def copy_seating(event: Event, twin: Event, by: Actor) -> None:
    """
    Take over the chosen plans with room, form and special seats, and what is asked for whole categories.

    Nobody is placed, no host is named, and no guest reads a seat: all that is of the people of last time. A
    plan takes the number it had.
    """
    parts = {part.ref: part for part in Part.objects.filter(event=twin)}
    for plan in Plan.objects.filter(event=event, is_chosen=True).select_related("part").order_by("number"):
        fresh = _fresh(plan)
        fresh.event, fresh.part = twin, parts.get(plan.part.ref) if plan.part else None
        fresh.host = fresh.co_host = fresh.job = None
        fresh.is_on_passes, fresh.guest_revision, fresh.revision = False, 0, 0
        fresh.based_on, fresh.outcome = {}, {}
        audit.create(fresh, by=by, code="seating.plan.copied")
        for note in SeatNote.objects.filter(plan=plan).order_by("id"):
            noted = _fresh(note)
            noted.plan = fresh
            audit.create(noted, by=by, code="seating.seatnote.copied")
    _copy_wishes(event, twin, by)


def _copy_wishes(event: Event, twin: Event, by: Actor) -> None:
    categories = {category.ref: category for category in GuestCategory.objects.filter(event=twin)}
    asked = Wish.objects.filter(event=event, guest=None, other=None).select_related("category")
    for wish in asked.order_by("id"):
        fresh = _fresh(wish)
        fresh.event = twin
        fresh.category = categories.get(wish.category.ref) if wish.category else None
        if fresh.category or fresh.body_id:
            audit.create(fresh, by=by, code="seating.wish.copied")


def _fresh[Row: models.Model](row: Row) -> Row:
    """A copy of a row that is not saved yet, with an opaque code of its own."""
    fresh = copy(row)
    fresh.pk = None
    fresh._state = type(row._state)()
    if hasattr(fresh, "code"):
        fresh.code = new_code()
    return fresh
