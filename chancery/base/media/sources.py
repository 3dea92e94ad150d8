"""Where the bytes come from that are given out: a file of this machine, or a stretch of one in the bucket."""

from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from chancery.base.bucket import Bucket, Kept, NotInBucket
from chancery.base.media.places import (
    bucket,
    fetched_folder_of,
    folder_of,
    last_part,
    name_in_bucket,
    path_of,
)
from chancery.base.models import StoredFile

# Films are given out as they come from the bucket; what is small is fetched once and then lies here.
STREAMED_BYTES = 8 * 1000 * 1000


class Source(Protocol):
    """Bytes of a known number."""

    @property
    def size(self) -> int:
        """How many there are."""

    @property
    def changed_at(self) -> float:
        """When they were written, in seconds since 1970."""

    def open(self, part: range) -> IO[bytes]:
        """The bytes from the first of `part` on, and perhaps beyond its last."""


@dataclass(frozen=True, slots=True)
class Here:
    """A file of this machine."""

    path: Path
    size: int
    changed_at: float

    def open(self, part: range) -> IO[bytes]:
        """Open it at the first byte of the part."""
        content = self.path.open("rb")
        content.seek(part.start)
        return content


@dataclass(frozen=True, slots=True)
class There:
    """A file in the bucket."""

    store: Bucket
    kept: Kept

    @property
    def size(self) -> int:
        """How many bytes the bucket holds."""
        return self.kept.size

    @property
    def changed_at(self) -> float:
        """When the bucket got them."""
        return self.kept.moment.timestamp()

    def open(self, part: range) -> IO[bytes]:
        """Ask for no more than the part."""
        return self.store.open(self.kept.name, part)


def source_of(file: StoredFile, rendition: str) -> Source | None:
    """Where the bytes of a ready file are; None where there are none. Errors: BucketAway."""
    last = last_part(rendition)
    lies_here = any((folder(file.code) / last).is_file() for folder in (folder_of, fetched_folder_of))
    store = bucket()
    if (
        store
        and not lies_here
        and (store.place.gives_addresses or (not rendition and file.size > STREAMED_BYTES))
    ):
        try:
            return There(store, store.look(name_in_bucket(file.code, last)))
        except NotInBucket:
            return None
    return _here(path_of(file, rendition))


def _here(path: Path) -> Here | None:
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return Here(path, state.st_size, state.st_mtime)
