"""What of the home belongs into a backup, and how it comes into the folder: each content once."""

import os
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path, PurePosixPath

from chancery.base.backup import folders, memory, sealing
from chancery.base.backup.folders import BackupFolder
from chancery.base.backup.manifests import Entry
from chancery.base.backup.memory import Key, Known, KnownFiles
from chancery.base.bucket import Bucket, Kept, NotInBucket
from chancery.base.keys import read_or_make_key

KEPT_FOLDERS = ("keys", "media", "wallet")
SETTINGS = "chancery.toml"
FILES = "files/"


def naming_key(home: Path) -> str:
    """The key that the names of contents are made with; it is a key of the home like the others."""
    return read_or_make_key(home / "keys" / "backups.key")


def kept_of(home: Path) -> Iterator[Path]:
    """What is kept of the home: keys, files and settings, with the secrets that the settings name."""
    yield from (home / name for name in KEPT_FOLDERS if (home / name).is_dir())
    if (home / SETTINGS).is_file():
        yield home / SETTINGS
        yield from _named_secrets(home)


def _named_secrets(home: Path) -> Iterator[Path]:
    """Files of secrets below the home, outside of the folders that are kept anyhow."""
    written = tomllib.loads((home / SETTINGS).read_text(encoding="utf-8"))
    tables = (written.get("mail_events", {}), *written.get("oidc", ()))
    named = [written.get("media_secret_file", ""), *(table.get("secret_file", "") for table in tables)]
    named += [table.get("metadata", "") for table in written.get("saml", ())]
    for name in named:
        path = Path(os.path.normpath(home / str(name)))
        if (
            path.is_file()
            and path.is_relative_to(home)
            and path.relative_to(home).parts[0] not in KEPT_FOLDERS
        ):
            yield path


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """All files below `paths`, sorted; what is kept may itself be a link, as to a larger disk."""
    for path in paths:
        if path.is_dir():
            yield from _below(path)
        else:
            yield path


def _below(folder: Path) -> Iterator[Path]:
    """All files of a folder, without links; the name of what is being written begins with a dot."""
    for path in sorted(folder.iterdir()):
        if path.is_symlink() or path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _below(path)
        elif path.is_file():
            yield path


def measured(paths: Iterable[Path]) -> tuple[int, int]:
    """How many files there are, and their bytes."""
    count = size = 0
    for path in _files(paths):
        try:
            size += path.stat().st_size
            count += 1
        except FileNotFoundError:
            continue
    return count, size


def measured_in(store: Bucket | None) -> tuple[int, int]:
    """How many files a bucket holds, and their bytes. Errors: BucketAway."""
    sizes = [kept.size for kept in store.names(FILES)] if store else []
    return len(sizes), sum(sizes)


def codes_in(store: Bucket | None) -> set[str]:
    """Of which files the bucket holds the bytes. Errors: BucketAway."""
    names = (PurePosixPath(kept.name) for kept in store.names(FILES)) if store else ()
    return {name.parent.name for name in names if name.name == "original"}


@contextmanager
def _fetched(store: Bucket, kept: Kept, place: Path) -> Iterator[Path]:
    """The bytes of a file in the bucket, on this machine for the time of the block."""
    path = place / "fetched"
    try:
        store.fetch(kept.name, path)
        yield path
    finally:
        path.unlink(missing_ok=True)


class Writing:
    """Writes files into the folder, each content once."""

    def __init__(
        self, home: Path, folder: BackupFolder, key: Key, known: KnownFiles, seen: sealing.Seen
    ) -> None:
        self.home, self.folder, self.key, self.known, self.seen = home, folder, key, known, seen
        self.naming = naming_key(home)
        self.written = 0
        self.given: set[str] = set()
        known.begin()

    def entries(self, paths: Iterable[Path]) -> Iterator[Entry]:
        """Write what is new of the files below `paths`; yield where each belongs."""
        for path in _files(paths):
            name = path.relative_to(self.home).as_posix()
            try:
                state = path.stat()
                found = self._content_of(nullcontext(path), name, memory.mark_of(state), state.st_size)
            except FileNotFoundError:
                continue  # swept away meanwhile: nothing that the copied database uses is
            self.known.need(found.content)
            self.given.add(name)
            yield Entry(name, found.size, state.st_mtime_ns, found.digest, found.content)

    def entries_of(self, store: Bucket, place: Path) -> Iterator[Entry]:
        """Write what is new of the files in the bucket, as if they lay in the home."""
        for kept in store.names(FILES):
            name = f"media/{kept.name}"
            if name in self.given:
                continue  # handed over meanwhile
            try:
                mark = f"{kept.mark} {kept.size} {kept.moment.timestamp()}"
                found = self._content_of(_fetched(store, kept, place), name, mark, kept.size)
            except NotInBucket:
                continue  # swept away meanwhile
            self.known.need(found.content)
            moment = int(kept.moment.timestamp()) * 1_000_000_000
            yield Entry(name, found.size, moment, found.digest, found.content)

    def _content_of(self, at_hand: AbstractContextManager[Path], name: str, mark: str, size: int) -> Known:
        found = self.known.find(name, mark)
        if found and self.folder.content(found.content).is_file():
            self.seen(size)
            return found
        with at_hand as path:
            found = self._named(sealing.digest_of(path))
            if self.folder.content(found.content).is_file():
                self.seen(size)
            else:
                found = self._written(path, found)
        self.known.keep(name, mark, found)
        return found

    def _written(self, path: Path, expected: Known) -> Known:
        """Write a content; a file that grew since it was looked at is kept as it was when it was written."""
        target = self.folder.content(expected.content)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("rb") as source:
            found = self._named(sealing.seal(source, target, self.key.public, seen=self.seen))
        self.written += 1
        if found != expected:
            moved = self.folder.content(found.content)
            moved.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            target.rename(moved)
        return found

    def _named(self, sealed: sealing.Sealed) -> Known:
        return Known(sealed.digest, folders.name_of(sealed.digest, self.naming), sealed.size)
