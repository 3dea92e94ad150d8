"""Looking whether a backup comes out as it went in, byte for byte, without writing it anywhere."""

from collections.abc import Iterator

from chancery.base.backup import manifests, sealing
from chancery.base.backup.identities import Opened
from chancery.base.backup.refusing import ContentDamaged


def faults(backup: Opened, *, seen: sealing.Seen) -> Iterator[str]:
    """Yield one sentence for each part that does not come out; nothing for a backup that is whole."""
    database = backup.snapshot.database
    if not database.is_file():
        yield f"The database is gone: {database}."
    elif not _comes_out(backup, backup.facts.database, None, seen):
        yield f"The database does not come out, it was cut or changed: {database}."
    for entry in manifests.entries_of(backup.listing):
        path = backup.folder.content(entry.content)
        if not path.is_file():
            yield f"{entry.path} is gone: {path}."
        elif not _comes_out(backup, sealing.Sealed(entry.digest, entry.size), entry.content, seen):
            yield f"{entry.path} does not come out, it was cut or changed: {path}."


def _comes_out(backup: Opened, expected: sealing.Sealed, content: str | None, seen: sealing.Seen) -> bool:
    path = backup.folder.content(content) if content else backup.snapshot.database
    try:
        return sealing.unseal(path, sealing.Nowhere(), backup.identity, seen=seen) == expected
    except ContentDamaged:
        return False
