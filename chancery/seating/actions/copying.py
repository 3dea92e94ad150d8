"""What next time's event takes over of a seating: rooms and settings, and nobody's seat."""

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.twins import fresh
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
        made = fresh(plan)
        made.event, made.part = twin, parts.get(plan.part.ref) if plan.part else None
        made.host = made.co_host = made.job = None
        made.is_on_passes, made.guest_revision, made.revision = False, 0, 0
        made.based_on, made.outcome = {}, {}
        audit.create(made, by=by, code="seating.plan.copied")
        for note in SeatNote.objects.filter(plan=plan).order_by("id"):
            noted = fresh(note)
            noted.plan = made
            audit.create(noted, by=by, code="seating.seatnote.copied")
    _copy_wishes(event, twin, by)


def _copy_wishes(event: Event, twin: Event, by: Actor) -> None:
    categories = {category.ref: category for category in GuestCategory.objects.filter(event=twin)}
    asked = Wish.objects.filter(event=event, guest=None, other=None).select_related("category")
    for wish in asked.order_by("id"):
        asking = fresh(wish)
        asking.event = twin
        asking.category = categories.get(wish.category.ref) if wish.category else None
        if asking.category or asking.body_id:
            audit.create(asking, by=by, code="seating.wish.copied")
