"""A file that comes in parts: what has come stays, and the next part goes on behind it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Protocol

from chancery.base.audit import Actor
from chancery.base.media import receiving, refusing
from chancery.base.media.places import path_of
from chancery.base.models import StoredFile

PIECE_BYTES = 1024 * 1024
State = StoredFile.State


class OtherOffset(Exception):
    """A part does not begin where the file ends."""


class Busy(Exception):
    """Another part of the same file is coming in at this moment."""


class TooMuch(Exception):
    """A part goes beyond the size that was told at the beginning."""


class Readable(Protocol):
    """Where the bytes of a part come from."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""


def begin(*, name: str, size: int, kind: str, by: Actor) -> StoredFile:
    """
    Store the row of a file of `size` bytes that is going to come in parts.

    Errors: MediaRefused where the size is not taken.
    """
    plain = receiving.name_of(name)
    refusing.demand_size(size, name=plain, kind=kind)
    file = StoredFile(organiser_id=by.organiser_id, kind=kind, name=plain, size=size)
    receiving.keep((), path_of(file))
    file.save()
    return file


def offset_of(file: StoredFile) -> int:
    """How many bytes have come; the file itself says so, also after the server was killed in the middle."""
    if file.state != State.ARRIVING:
        return file.size
    return path_of(file).stat().st_size


def append(file: StoredFile, source: Readable, *, offset: int) -> int:
    """
    Write a part behind what has come and return where the file ends now.

    What comes of a part before its sender is lost stays. Errors: OtherOffset, Busy, TooMuch.
    """
    with _alone(file) as kept:
        if offset != kept.tell():
            raise OtherOffset
        try:
            while piece := source.read(PIECE_BYTES):
                if kept.tell() + len(piece) > file.size:
                    raise TooMuch
                kept.write(piece)
        finally:
            kept.flush()
        return kept.tell()


@contextmanager
def _alone(file: StoredFile) -> Iterator[IO[bytes]]:
    """The file open at its end, and for nobody else."""
    with path_of(file).open("ab") as kept:
        try:
            fcntl.flock(kept, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        yield kept


def described(file: StoredFile) -> StoredFile:
    """
    Tell what a file is whose bytes are all there; outside of a transaction, for it reads them all.

    Errors: MediaRefused; row and bytes are deleted then.
    """
    try:
        receiving.describe(file)
    except refusing.MediaRefused:
        drop(file)
        raise
    return file


def keep(file: StoredFile, *, by: Actor) -> bool:
    """Store what `described` told, in the caller's transaction; whether nobody else did so before."""
    still_arriving = StoredFile.objects.select_for_update().filter(pk=file.pk, state=State.ARRIVING)
    if still_arriving.first() is None:
        return False
    receiving.store(file, by=by)
    return True


def drop(file: StoredFile) -> None:
    """Delete a file nobody refers to, row and bytes."""
    file.delete()
    receiving.drop_bytes(file)
