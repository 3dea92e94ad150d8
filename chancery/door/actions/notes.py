"""Notes for stewards, and what is done with somebody who has a card but is not on the list (R126)."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.door.models import DoorNote, PreparedAnswer


@transaction.atomic
def make_note(note: DoorNote, *, by: Actor) -> DoorNote:
    """Leave a note for the stewards of one door or of all."""
    return audit.create(note, by=by, code="door.note.made")


@transaction.atomic
def change_note(note: DoorNote, *, by: Actor) -> DoorNote:
    """Change a note."""
    audit.update(note, by=by, code="door.note.changed")
    return note


@transaction.atomic
def delete_note(note: DoorNote, *, by: Actor) -> None:
    """Take a note away."""
    audit.delete(note, by=by, code="door.note.deleted")


@transaction.atomic
def save_answers(kept: Sequence[PreparedAnswer], dropped: Iterable[PreparedAnswer], *, by: Actor) -> None:
    """Save the prepared answers in the order given."""
    audit.save_rows(kept, dropped, by=by, code="door.answer")
