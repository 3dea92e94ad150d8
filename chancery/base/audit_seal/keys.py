"""The key that signs seals: `keys/audit-seal.key`, which belongs into the backup (docs/admin/seal.md)."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from chancery.base.keys import read_or_make_key

NAME = "audit-seal.key"
RETIRED = "audit-seal.retired"


def sign(words: bytes) -> str:
    """Return the signature of the installation, as hex."""
    return _key(settings.HOME).sign(words).hex()


def public() -> str:
    """Return the public key that checks what `sign` makes now, as hex."""
    return _key(settings.HOME).public_key().public_bytes_raw().hex()


def is_ours(key: str) -> bool:
    """Whether a public key is that of this installation, or one it says it had before."""
    return key == public() or key in _retired()


def is_signed(words: bytes, signature: str, key: str) -> bool:
    """Whether `key` signed these very words."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), words)
    except (InvalidSignature, ValueError):
        return False
    return True


def _retired() -> set[str]:
    """Public keys of earlier times, one a line; words after them are for people."""
    kept = settings.HOME / "keys" / RETIRED
    if not kept.is_file():
        return set()
    return {line.split()[0] for line in kept.read_text(encoding="utf-8").splitlines() if line.strip()}


@cache
def _key(home: Path) -> Ed25519PrivateKey:
    seed = sha256(read_or_make_key(home / "keys" / NAME).encode()).digest()
    return Ed25519PrivateKey.from_private_bytes(seed)
