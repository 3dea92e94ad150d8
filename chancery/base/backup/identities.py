"""Opening a backup: with a passphrase, or with the secret key of the public one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chancery.base.backup import manifests, sealing
from chancery.base.backup.folders import BackupFolder, Snapshot
from chancery.base.backup.manifests import Facts
from chancery.base.backup.refusing import BackupRefused, ContentDamaged


@dataclass(frozen=True, slots=True)
class Opened:
    """A backup with its secret key at hand; `listing` is its manifest, lying open while it is looked at."""

    folder: BackupFolder
    snapshot: Snapshot
    identity: Any
    facts: Facts
    listing: Path


@contextmanager
def opened(folder: BackupFolder, name: str, *, words: str, identity: Path | None) -> Iterator[Opened]:
    """
    Open a snapshot, the newest unless named. Errors: BackupRefused.

    Whose key does not open the manifest has another one; a manifest that is cut fails in the same way.
    """
    snapshot = folder.snapshot(name)
    key = sealing.identity_in(identity) if identity else _key_of(snapshot, words)
    with TemporaryDirectory(prefix="chancery-") as place:
        listing = Path(place) / "manifest"
        try:
            with listing.open("wb") as kept:
                sealing.unseal(snapshot.manifest, kept, key)
            facts = manifests.facts_of(listing)
        except (ContentDamaged, ValueError, TypeError, KeyError):
            raise BackupRefused(
                f"{snapshot.manifest} does not open: the key is another one, or the file was cut or changed; "
                "try the right key, then an older backup with --snapshot."
            ) from None
        yield Opened(folder, snapshot, key, facts, listing)


def _key_of(snapshot: Snapshot, words: str) -> Any:
    if not snapshot.key.is_file():
        raise BackupRefused(
            f"The backup {snapshot.name} is sealed for a public key; give its secret one with --identity."
        )
    return sealing.open_pair(snapshot.key.read_bytes(), words)
