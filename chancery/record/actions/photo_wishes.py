"""What changes who may be shown on photographs (R122)."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events.models import Participation
from chancery.record.models import PhotoWish


@transaction.atomic
def record_wishes(
    people: Iterable[Participation], wish: str, *, said_on: date | None, note: str, by: Actor
) -> int:
    """Write down what people said about pictures; an empty wish forgets it. Return how many changed."""
    changed = 0
    known = {kept.participation_id: kept for kept in PhotoWish.objects.filter(participation__in=list(people))}
    for who in people:
        kept = known.get(who.pk)
        if not wish:
            if kept is not None:
                audit.delete(kept, by=by, code="record.photo-wish.deleted")
                changed += 1
        elif kept is None:
            row = PhotoWish(participation=who, wish=wish, said_on=said_on, note=note)
            audit.create(row, by=by, code="record.photo-wish.recorded")
            changed += 1
        else:
            kept.wish, kept.said_on, kept.note = wish, said_on, note
            changed += bool(audit.update(kept, by=by, code="record.photo-wish.changed"))
    return changed
