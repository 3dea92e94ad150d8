"""Pictures are prepared in the background, as many at once as the machine has processors."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import asdict
from multiprocessing import get_context
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from chancery.base import jobs, pixels
from chancery.base.audit import Actor
from chancery.base.media import refusing
from chancery.base.media.places import path_of
from chancery.base.models import Job, StoredFile

WORK = "base.media.prepare"
# After so many pictures other work has its turn; what is left goes on behind it.
AT_ONCE = 40

State = StoredFile.State


def ask(*, by: Actor) -> None:
    """Have the waiting pictures of an office prepared, once the caller's transaction is done."""
    waiting = Job.objects.filter(organiser_id=by.organiser_id, kind=WORK, state=Job.State.WAITING)
    # Locked, so that the job does not begin before this transaction shows it what it adds.
    if not waiting.select_for_update().order_by("id")[:1]:
        jobs.start(WORK, by=by)


def waiting_of(organiser_id: int) -> Any:
    """The pictures of an office that are to be prepared, the first that came first."""
    return StoredFile.objects.filter(organiser_id=organiser_id, state=State.WAITING).order_by("id")


@jobs.work(WORK)
def prepare_waiting(progress: jobs.Progress) -> dict[str, Any]:
    """Prepare the waiting pictures of the office, some dozens in one turn."""
    organiser_id = progress.job.organiser_id
    files = list(waiting_of(organiser_id)[:AT_ONCE])
    for _file in progress.over(_prepared(files), step=_("Pictures are prepared"), total=len(files)):
        pass
    with transaction.atomic():
        if waiting_of(organiser_id).exists():
            ask(by=Actor(organiser_id, progress.job.started_by))
    return {"pictures": len(files)}


def prepare(file: StoredFile) -> None:
    """
    Make the sizes of one picture and take out what it tells of its place; it is ready then, or refused.

    Done again it makes the same again.
    """
    try:
        _keep(file, pixels.prepare(path_of(file), most_pixels=settings.MOST_PIXELS))
    except (pixels.UnreadablePicture, pixels.TooManyPixels, OSError, MemoryError) as error:
        _refuse(file, error)


def _prepared(files: Sequence[StoredFile]) -> Iterator[StoredFile]:
    """Prepare each file and yield it; several in processes of their own."""
    if len(files) < 2:
        for file in files:
            prepare(file)
            yield file
        return
    try:
        yield from _side_by_side(files)
    except BrokenProcessPool:
        # One of them took a process down, most often by its memory: each has one to itself now.
        yield from (_alone(file) for file in files if file.state == State.WAITING)


def _alone(file: StoredFile) -> StoredFile:
    try:
        for _file in _side_by_side([file]):
            pass
    except BrokenProcessPool as error:
        _refuse(file, error)
    return file


def _side_by_side(files: Sequence[StoredFile]) -> Iterator[StoredFile]:
    with _hands(len(files)) as hands:
        asked: dict[Future[list[pixels.Rendition]], StoredFile] = {
            hands.submit(pixels.prepare, path_of(file), most_pixels=settings.MOST_PIXELS): file
            for file in files
        }
        for done in as_completed(asked):
            try:
                _keep(asked[done], done.result())
            except (pixels.UnreadablePicture, pixels.TooManyPixels, OSError, MemoryError) as error:
                _refuse(asked[done], error)
            yield asked[done]


@contextmanager
def _hands(count: int) -> Iterator[ProcessPoolExecutor]:
    processors = len(os.sched_getaffinity(0))
    hands = ProcessPoolExecutor(
        min(count, processors), mp_context=get_context("spawn"), initializer=pixels.give_way
    )
    try:
        yield hands
    finally:
        hands.shutdown(wait=True, cancel_futures=True)


def _keep(file: StoredFile, made: list[pixels.Rendition]) -> None:
    file.renditions, file.state = [asdict(each) for each in made], State.READY
    with transaction.atomic():
        file.save(update_fields=["renditions", "state"])


def _refuse(file: StoredFile, error: Exception) -> None:
    is_large = isinstance(error, pixels.TooManyPixels)
    sentence = refusing.too_many_pixels(file.name) if is_large else refusing.unreadable(file.name)
    file.state, file.why_refused = State.REFUSED, str(sentence)[:300]
    with transaction.atomic():
        file.save(update_fields=["state", "why_refused"])
