"""Deleting old backups: without any key, for the names alone say what is still needed."""

import heapq
from collections.abc import Iterator
from shutil import rmtree

from chancery.base.backup import folders
from chancery.base.backup.folders import BackupFolder, Snapshot
from chancery.base.backup.refusing import BackupRefused


def thin_out(folder: BackupFolder, *, keep: int) -> int:
    """
    Delete all but the newest `keep` snapshots, and the contents that none of those needs; return how many.

    The names alone are compared, so that no key is asked for. Errors: BackupRefused, OSError.
    """
    if keep < 1:
        raise BackupRefused("--keep takes a number from 1 on; leave it out to keep every backup.")
    gone = folder.snapshots()[:-keep]
    for snapshot in gone:
        snapshot.manifest.unlink()  # from now on it is none
        rmtree(snapshot.path)
    if gone:
        _delete_unneeded(folder)
    return len(gone)


def _delete_unneeded(folder: BackupFolder) -> None:
    needed = heapq.merge(*(_names(snapshot) for snapshot in folder.snapshots()))
    name = next(needed, "")
    for path in folders.contents_there(folder):
        while name and name < path.name:
            name = next(needed, "")
        if path.name != name:
            path.unlink()


def _names(snapshot: Snapshot) -> Iterator[str]:
    with snapshot.contents.open(encoding="ascii") as kept:
        yield from (line.strip() for line in kept)
