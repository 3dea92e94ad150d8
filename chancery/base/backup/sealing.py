"""
Sealing files with age (https://age-encryption.org), so that any program that knows age opens them too.

Whatever goes through here goes in pieces: a film of 4 GB takes no more memory than a letter.
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

import pyrage
from pyrage import passphrase, x25519

from chancery.base.backup.refusing import BackupRefused, ContentDamaged

SHORTEST_PASSPHRASE = 12
type Seen = Callable[[int], None]


class Readable(Protocol):
    """Where bytes come from."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes, none at the end."""


class Writable(Protocol):
    """Where bytes go."""

    def write(self, piece: bytes, /) -> object:
        """Take them all."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What went into a sealed file: its digest (SHA-256) and its bytes."""

    digest: str
    size: int


def new_pair(words: str) -> tuple[str, bytes]:
    """Return a new public key, and its secret key sealed with a passphrase. Errors: BackupRefused."""
    if len(words) < SHORTEST_PASSPHRASE:
        raise BackupRefused(
            f"The passphrase has {len(words)} characters; give one of at least {SHORTEST_PASSPHRASE}."
        )
    identity = x25519.Identity.generate()
    return str(identity.to_public()), passphrase.encrypt(str(identity).encode(), words)


def open_pair(sealed_key: bytes, words: str) -> Any:
    """Return the secret key that a passphrase opens. Errors: BackupRefused."""
    try:
        return x25519.Identity.from_str(passphrase.decrypt(sealed_key, words).decode())
    except (pyrage.DecryptError, pyrage.IdentityError, UnicodeDecodeError):
        raise BackupRefused(
            "The passphrase does not open this backup; give the one it was begun with."
        ) from None


def identity_in(path: Path) -> Any:
    """Return the secret key in a file as age-keygen writes it. Errors: BackupRefused."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return x25519.Identity.from_str(next(line for line in lines if line.startswith("AGE-SECRET-KEY-")))
    except OSError as error:
        raise BackupRefused(f"The file {path} cannot be read ({error.strerror}); give another one.") from None
    except (StopIteration, UnicodeDecodeError, pyrage.IdentityError):
        raise BackupRefused(
            f"The file {path} holds no secret key of age; give the one that age-keygen wrote."
        ) from None


def recipient_of(public_key: str) -> Any:
    """Return a public key to seal for. Errors: BackupRefused."""
    try:
        return x25519.Recipient.from_str(public_key.strip())
    except pyrage.RecipientError:
        raise BackupRefused(
            f"{public_key!r} is no public key of age; give the line that begins with age1."
        ) from None


def seal(source: Readable, path: Path, public_key: str, *, seen: Seen | None = None) -> Sealed:
    """
    Seal what comes from `source` into `path`, which appears whole or not at all.

    `seen` is told the bytes of each piece. Errors: OSError.
    """
    reading = _Careful(source, seen)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as kept:
            writing = _Careful(kept)
            try:
                pyrage.encrypt_io(reading, writing, [recipient_of(public_key)])
            except (pyrage.EncryptError, OSError):
                raise reading.failed or writing.failed or ContentDamaged(str(path)) from None
            kept.flush()
            os.fsync(kept.fileno())
        part.rename(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return Sealed(reading.digest.hexdigest(), reading.size)


def unseal(path: Path, target: Writable, identity: Any, *, seen: Seen | None = None) -> Sealed:
    """
    Write what is sealed in `path` to `target`; return what came out.

    Errors: ContentDamaged for a file that is cut, changed or sealed for another key; OSError.
    """
    writing = _Careful(target, seen)
    with path.open("rb") as kept:
        reading = _Careful(kept)
        try:
            pyrage.decrypt_io(reading, writing, [identity])
        except (pyrage.DecryptError, OSError):
            raise reading.failed or writing.failed or ContentDamaged(str(path)) from None
    return Sealed(writing.digest.hexdigest(), writing.size)


def digest_of(path: Path) -> Sealed:
    """Return what a file that lies open holds, read in pieces."""
    with path.open("rb") as kept:
        found = _Careful(kept)
        while found.read(1024 * 1024):
            pass
    return Sealed(found.digest.hexdigest(), found.size)


class Nowhere:
    """Takes bytes and keeps none, to see whether they come out right."""

    def write(self, piece: bytes, /) -> int:
        return len(piece)


class _Careful:
    """
    A stream as the library asks for it, that counts, digests, and remembers what went wrong below it.

    The library turns every fault of a stream into one of its own; a full disk shall be told as one.
    """

    def __init__(self, stream: IO[bytes] | Readable | Writable, seen: Seen | None = None) -> None:
        self.stream: Any = stream
        self.seen = seen
        self.digest = hashlib.sha256()
        self.size = 0
        self.failed: BaseException | None = None

    def read(self, size: int = -1, /) -> bytes:
        return self._remembering(lambda: self._count(self.stream.read(size)))

    def write(self, piece: bytes, /) -> int:
        return len(self._remembering(lambda: self._put(bytes(piece))))

    def flush(self) -> None:
        """Nothing waits here."""

    def _remembering(self, take: Callable[[], bytes]) -> bytes:
        try:
            return take()
        except BaseException as failure:
            self.failed = failure
            raise

    def _put(self, piece: bytes) -> bytes:
        self.stream.write(piece)
        return self._count(piece)

    def _count(self, piece: bytes) -> bytes:
        self.digest.update(piece)
        self.size += len(piece)
        if self.seen:
            self.seen(len(piece))
        return piece
