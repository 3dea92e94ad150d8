"""Taking a file in: told by its content, held to its limit, kept under its code."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from chancery.base import pixels
from chancery.base.audit import Actor
from chancery.base.media import preparing, refusing, types
from chancery.base.media.places import bucket, fetched_folder_of, folder_of, name_in_bucket, path_of
from chancery.base.media.refusing import MediaRefused
from chancery.base.models import StoredFile

LONGEST_NAME = 200


def receive(upload: UploadedFile[bytes], *, kind: str, by: Actor) -> StoredFile:
    """
    Take a file that came with a form, in the caller's transaction.

    A picture waits until its sizes are made; anything else is ready at once. A moment of taking without an
    offset is one of the zone of the page. Errors: MediaRefused with one sentence; nothing is kept then.
    """
    name = name_of(upload.name or "")
    refusing.demand_size(upload.size or 0, name=name, kind=kind)
    file = StoredFile(organiser_id=by.organiser_id, kind=kind, name=name, size=upload.size or 0)
    keep(upload.chunks(), path_of(file))
    try:
        describe(file)
    except MediaRefused:
        drop_bytes(file)
        raise
    store(file, by=by)
    return file


def name_of(text: str) -> str:
    """The name of a file as its giver wrote it, without folders and without what no page can show."""
    plain = "".join(letter for letter in text.replace("\\", "/").rpartition("/")[2] if letter.isprintable())
    return plain.strip()[-LONGEST_NAME:] or "file"


def keep(parts: Iterable[bytes], path: Path) -> None:
    """Write bytes where they belong, readable by the owner of the installation alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("wb") as kept:
        kept.writelines(parts)


def store(file: StoredFile, *, by: Actor) -> None:
    """Store the row of a file that was described, and have it prepared where it is a picture."""
    file.save()
    if file.state == StoredFile.State.WAITING:
        preparing.ask(by=by)


def describe(file: StoredFile) -> None:
    """
    Write on the row what the bytes say: type, digest, size, and for a picture its pixels and its moment.

    Errors: MediaRefused.
    """
    path = path_of(file)
    with path.open("rb") as content:
        file.media_type = _type_of(content, file)
        content.seek(0)
        file.digest = hashlib.file_digest(content, "sha256").hexdigest()
    file.size = file.received = path.stat().st_size
    file.state = StoredFile.State.READY
    if file.media_type in types.PICTURES:
        _look(file, path)
        file.state = StoredFile.State.WAITING


def _type_of(content: IO[bytes], file: StoredFile) -> str:
    head = content.read(types.HEAD_BYTES)
    found = types.type_of(head, kind=file.kind)
    if head.startswith(b"PK\x03\x04"):
        found = types.packed_type_of(content)
    if found in types.TAKEN[file.kind]:
        return found
    if found in {"image/heic", "image/avif"}:
        raise refusing.of_a_camera_type(file.name)
    raise refusing.of_a_type(file.name, file.kind)


def _look(file: StoredFile, path: Path) -> None:
    try:
        seen = pixels.look(path, most_pixels=settings.MOST_PIXELS)
    except pixels.UnreadablePicture:
        raise refusing.unreadable(file.name) from None
    except pixels.TooManyPixels:
        raise refusing.too_many_pixels(file.name) from None
    file.width, file.height = seen.width, seen.height
    file.taken_at = _moment(seen.taken_at)


def _moment(text: str) -> datetime | None:
    """A moment as a camera wrote it; without an offset it is one of the zone of the page."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return timezone.make_aware(found) if timezone.is_naive(found) else found


def drop_bytes(file: StoredFile) -> None:
    """Delete whatever lies in the folders of a file, and of it in the bucket. Errors: BucketAway."""
    if store := bucket():
        store.drop(name_in_bucket(file.code))
    for folder in (folder_of(file.code), fetched_folder_of(file.code)):
        if folder.is_dir():
            for path in folder.iterdir():
                path.unlink(missing_ok=True)
            folder.rmdir()
