"""What is deleted of the files by itself: uploads left alone, files nothing refers to, stray bytes."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.db import models, transaction
from django.db.models import Exists, OuterRef, QuerySet

from chancery.base.audit import Actor
from chancery.base.media import arriving, preparing
from chancery.base.media.handing_over import MARK, forget_fetched, hand_over
from chancery.base.media.places import bucket, files_folder, folder_of, path_of
from chancery.base.models import StoredFile

UNFINISHED_FOR = timedelta(days=7)
STRAY_FOR = timedelta(days=1)

State = StoredFile.State


def sweep(now: datetime, *, days: int) -> int:
    """
    Delete unfinished uploads after a week and files nothing has referred to for `days`; return how many.

    Bytes without a row go after a day, and pictures that wait although no work was left for them are asked
    for again. Done again it finds nothing more.
    """
    unfinished = [file for file in _arriving() if _since(path_of(file), now) >= UNFINISHED_FOR]
    unused = [file for file in _unused() if _since(_marked(file), now) >= timedelta(days=days)]
    for file in (*unfinished, *unused):
        with transaction.atomic():
            arriving.drop(file)
    _unmark_what_is_used_again()
    _delete_strays(now)
    _ask_for_what_waits()
    hand_over()
    forget_fetched(now)
    return len(unfinished) + len(unused)


def _arriving() -> QuerySet[StoredFile]:
    return StoredFile.objects.filter(state=State.ARRIVING).order_by("pk")


def _unused() -> QuerySet[StoredFile]:
    """The files that have come and that no row of any table points to."""
    used = [Exists(rows.filter(**{column: OuterRef("pk")})) for rows, column in _pointing()]
    found = StoredFile.objects.exclude(state=State.ARRIVING)
    for points in used:
        found = found.filter(~points)
    return found.order_by("pk")


def _pointing() -> Iterator[tuple[QuerySet[models.Model], str]]:
    for relation in StoredFile._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel):
            yield relation.related_model._base_manager.order_by(), relation.field.attname


def _since(path: Path, now: datetime) -> timedelta:
    """How long ago a file was written; for ever where it is not there."""
    try:
        return timedelta(seconds=now.timestamp() - path.stat().st_mtime)
    except FileNotFoundError:
        return timedelta.max


def _marked(file: StoredFile) -> Path:
    """
    The mark of a file that nothing refers to, set now where there was none.

    It stands in the home also where the bytes lie in a bucket.
    """
    mark = folder_of(file.code) / MARK
    if bucket() is not None:
        mark.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if mark.parent.is_dir() and not mark.exists():
        mark.touch()
    return mark


def _unmark_what_is_used_again() -> None:
    unused = {str(folder_of(code)) for code in _unused().values_list("code", flat=True)}
    for mark in files_folder().glob(f"*/*/{MARK}"):
        if str(mark.parent) not in unused:
            mark.unlink(missing_ok=True)


def _delete_strays(now: datetime) -> None:
    """Delete folders of files whose row was never kept, because what asked for it failed."""
    folders = {folder.name: folder for folder in files_folder().glob("*/*") if folder.is_dir()}
    known = set(StoredFile.objects.values_list("code", flat=True))
    for code, folder in folders.items():
        if code not in known and _since(folder, now) >= STRAY_FOR:
            shutil.rmtree(folder, ignore_errors=True)


def _ask_for_what_waits() -> None:
    waiting = StoredFile.objects.filter(state=State.WAITING).order_by("organiser_id")
    for organiser_id in waiting.values_list("organiser_id", flat=True).distinct():
        with transaction.atomic():
            preparing.ask(by=Actor(organiser_id))
