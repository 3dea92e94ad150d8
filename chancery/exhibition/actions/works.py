"""What changes works: their descriptions, their pictures, their rights."""

from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from chancery.base import audit, media
from chancery.base.audit import Actor
from chancery.base.models import StoredFile
from chancery.exhibition.actions import rows
from chancery.exhibition.models import Work

LONGEST_TITLE = 200


@transaction.atomic
def save_work(work: Work, upload: UploadedFile[bytes] | None = None, *, by: Actor) -> Work:
    """
    Save a new or changed work, with the picture that came with it.

    Errors: MediaRefused with one sentence; nothing is saved then.
    """
    if upload is not None:
        work.picture = media.receive(upload, kind=StoredFile.Kind.PICTURE, by=by)
    return rows.save(work, by=by, code="exhibition.work")


@transaction.atomic
def take_picture_away(work: Work, *, by: Actor) -> None:
    """Show a work without its picture; the file stays with the history."""
    work.picture = None
    audit.update(work, by=by, code="exhibition.work.changed")


@transaction.atomic
def add_by_pictures(
    organiser_id: int, uploads: Iterable[UploadedFile[bytes]], *, language: str, by: Actor
) -> list[Work]:
    """
    Make a work of each picture, called by the name of its file until somebody writes its title.

    Errors: MediaRefused for the first picture that cannot be used; nothing is saved then.
    """
    works = []
    for upload in uploads:
        picture = media.receive(upload, kind=StoredFile.Kind.PICTURE, by=by)
        title = picture.name.rpartition(".")[0].replace("_", " ").strip() or picture.name
        work = Work(organiser_id=organiser_id, picture=picture, titles={language: title[:LONGEST_TITLE]})
        works.append(audit.create(work, by=by, code="exhibition.work.added"))
    return works


@transaction.atomic
def delete_work(work: Work, *, by: Actor) -> None:
    """Delete a work. Errors: StillShown where it hangs in an exhibition or is lent."""
    rows.delete(work, by=by, code="exhibition.work.deleted")
