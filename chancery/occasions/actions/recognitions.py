"""What changes recognitions and their steps; a step is added or taken back with a reason, never changed."""

from collections.abc import Sequence
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.base import audit, media, undo
from chancery.base.audit import Actor
from chancery.base.models import AuditLine, StoredFile
from chancery.occasions.actions.rows import delete_row, save_row
from chancery.occasions.models import Recognition, RecognitionStep

STEP_DELETED = "occasions.step.deleted"


class StepTakenBackAlready(Exception):
    """Somebody took the step back before; the message is one sentence."""


@transaction.atomic
def save_recognition(
    recognition: Recognition,
    *,
    document: UploadedFile[bytes] | bool | None = None,
    step: RecognitionStep | None = None,
    by: Actor,
) -> Recognition:
    """
    Save a new or changed text, with a first step where one is given.

    `document` is a new file, or False to take the old one away. Errors: MediaRefused; nothing is saved then.
    """
    if isinstance(document, UploadedFile):
        recognition.document = media.receive(document, kind=StoredFile.Kind.DOCUMENT, by=by)
    elif document is False:
        recognition.document = None
    save_row(recognition, by=by, code="occasions.recognition")
    if step is not None:
        step.recognition = recognition
        add_step(step, by=by)
    return recognition


@transaction.atomic
def record_all(rows: Sequence[tuple[Recognition, Sequence[RecognitionStep]]], *, by: Actor) -> int:
    """Record many texts at once, each with its steps; return how many."""
    made = audit.create_all([row for row, _steps in rows], by=by, code="occasions.recognition.added")
    steps = [(row, step) for row, (_row, own) in zip(made, rows, strict=True) for step in own]
    for row, step in steps:
        step.recognition = row
    audit.create_all([step for _row, step in steps], by=by, code="occasions.step.added")
    return len(made)


@transaction.atomic
def add_step(step: RecognitionStep, *, by: Actor) -> RecognitionStep:
    """Record what became of a text; from now on totals know of it."""
    return audit.create(step, by=by, code="occasions.step.added")


@transaction.atomic
def take_back(step: RecognitionStep, *, reason: str, now: datetime, by: Actor) -> None:
    """
    Take a wrong step back: totals as known before still count it, later ones do not.

    Errors: StepTakenBackAlready.
    """
    step = RecognitionStep.objects.select_for_update().get(pk=step.pk)
    if step.taken_back_at is not None:
        raise StepTakenBackAlready(_("This step is taken back already; nothing was changed."))
    step.taken_back_at, step.taken_back_because = now, reason
    audit.update(step, by=by, code="occasions.step.taken_back", reason=reason)


@transaction.atomic
def delete_recognition(recognition: Recognition, *, by: Actor) -> None:
    """Delete a text with its steps; each leaves its line, and they come back together."""
    for step in recognition.steps.order_by("id"):
        audit.delete(step, by=by, code=STEP_DELETED)
    delete_row(recognition, by=by, code="occasions.recognition.deleted")


@undo.after_undo("occasions.recognition")
def bring_steps_back(row: models.Model, by: Actor) -> None:
    """Bring back the steps that went with a text, once the text itself is there again."""
    if not Recognition.objects.filter(pk=row.pk, steps=None).exists():
        return
    lines = AuditLine.objects.filter(
        organiser_id=by.organiser_id,
        code=STEP_DELETED,
        undone_by=None,
        changes__recognition_id__0=row.pk,
    )
    undo.undo_together(lines, by=by)
