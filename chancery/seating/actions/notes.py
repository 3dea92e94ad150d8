"""What one seat of a plan is beside somebody's place: blocked, kept for a band of rank (R76), captioned."""

from collections.abc import Mapping

from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.seating.actions import steps
from chancery.seating.models import Placement, Plan, SeatNote


class SeatTaken(Exception):
    """Somebody sits on a seat that is to be blocked; the message is one sentence."""


@transaction.atomic
def note_seat(
    plan: Plan, seat: str, *, is_blocked: bool, band: str, captions: Mapping[str, str], by: Actor
) -> None:
    """Write what a seat is; a note that says nothing is taken away. Errors: SeatTaken."""
    held = steps.locked(plan)
    if is_blocked and Placement.objects.filter(plan=held, seat=seat).exists():
        raise SeatTaken(_("Somebody sits here; give them another seat before you block this one."))
    note = SeatNote.objects.filter(plan=held, seat=seat).first() or SeatNote(plan=held, seat=seat)
    if is_blocked or band or captions:
        note.is_blocked, note.band, note.captions = is_blocked, band, dict(captions)
        _save(note, by)
    elif note.pk:
        audit.delete(note, by=by, code="seating.note.deleted")
    _raise_revision(held.pk)


def _save(note: SeatNote, by: Actor) -> None:
    if note.pk:
        audit.update(note, by=by, code="seating.note.changed")
    else:
        audit.create(note, by=by, code="seating.note.made")


def _raise_revision(plan: int) -> None:
    Plan.objects.filter(pk=plan).update(revision=F("revision") + 1)


@undo.after_undo("seating.seatnote")
def _after_undo(row: models.Model, by: Actor) -> None:
    _raise_revision(row.plan_id)  # type: ignore[attr-defined]  # the note of a seat
