"""What changes the documents of an event and what was handed over."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from chancery.base import audit, media
from chancery.base.audit import Actor
from chancery.base.models import StoredFile
from chancery.programme.actions.items import let_take_part
from chancery.record.models import Document, Handover


class StillHandedOver(Exception):
    """A document cannot leave the record while something tells that it was handed over; the words say so."""


@transaction.atomic
def save_document(document: Document, sent: UploadedFile[bytes] | bool | None, *, by: Actor) -> Document:
    """
    Save a new document as the last one, or a changed one; `sent` is its file, False to take it away.

    Errors: MediaRefused with one sentence; nothing is changed then.
    """
    if sent is False:
        document.file = None
    elif isinstance(sent, UploadedFile):
        document.file = media.receive(sent, kind=StoredFile.Kind.DOCUMENT, by=by)
    return _save(document, by=by)


@transaction.atomic
def save_handover(handover: Handover, *, by: Actor) -> Handover:
    """Save a new handover as the last one, or a changed one; whoever is new in it takes part from now on."""
    let_take_part(handover, by=by)
    return _save(handover, by=by)


def _save[Row: (Document, Handover)](row: Row, *, by: Actor) -> Row:
    code = f"record.{row._meta.model_name}"
    if row.pk is not None:
        audit.update(row, by=by, code=f"{code}.changed")
        return row
    beside: models.QuerySet[Any] = type(row)._default_manager.filter(event=row.event)
    last = beside.aggregate(last=Max("position"))["last"]
    row.position = 0 if last is None else last + 1
    return audit.create(row, by=by, code=f"{code}.added")


@transaction.atomic
def delete(row: Document | Handover, *, by: Actor) -> None:
    """
    Take a document or a handover out of the record; the history can bring it back.

    Errors: StillHandedOver.
    """
    try:
        with transaction.atomic():
            audit.delete(row, by=by, code=f"record.{row._meta.model_name}.deleted")
    except models.ProtectedError:
        raise StillHandedOver(
            _("“%(what)s” was handed over; take that out of the record first.") % {"what": row}
        ) from None
