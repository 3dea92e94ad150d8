"""
Encryption of need-to-know texts with keys of the installation.

Keys live in `CHANCERY_HOME/keys/secrets/`, one file a key, the newest name seals, all open: to rotate,
add a file and re-save. They belong into the backup: without them the texts are gone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class SecretUnreadable(ValueError):
    """No key of this installation opens the text: a key file is missing from `keys/secrets`."""


_told: ContextVar[list[bool] | None] = ContextVar("whether something was opened", default=None)


@contextmanager
def noticing() -> Iterator[list[bool]]:
    """Give a list that is no longer empty once something sealed was opened inside."""
    opened: list[bool] = []
    before = _told.set(opened)
    try:
        yield opened
    finally:
        _told.reset(before)


def seal(content: bytes) -> bytes:
    """Return `content` encrypted with the newest key."""
    return _box().encrypt(content)


def unseal(sealed: bytes | memoryview) -> bytes:
    """Return the bytes sealed in `sealed`. Errors: SecretUnreadable."""
    _notice()
    try:
        return _box().decrypt(bytes(sealed))
    except InvalidToken:
        raise SecretUnreadable from None


def seal_text(text: str) -> bytes:
    """Return `text` encrypted with the newest key."""
    return seal(text.encode())


def open_text(sealed: bytes | memoryview | None) -> str:
    """Return the text sealed in `sealed`; empty for an empty field. The caller has checked the grant."""
    _notice()
    return unseal(sealed).decode() if sealed else ""


def _notice() -> None:
    if (opened := _told.get()) is not None:
        opened.append(True)


@cache
def _box() -> MultiFernet:
    folder = settings.HOME / "keys" / "secrets"
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    files = sorted(folder.glob("*.key"), reverse=True)
    if not files:
        first = folder / "0001.key"
        first.touch(mode=0o600)
        first.write_bytes(Fernet.generate_key())
        files = [first]
    return MultiFernet([Fernet(file.read_bytes().strip()) for file in files])
