"""
What of a line goes into its seal, as bytes; nothing here asks a database or a clock.

A line has fixed parts (who, when, which object) and values: its label, its reason and each changed column.
Each value has a salt of its own, made from that of the line: whoever erases a value and the salt leaves a
digest that proves nothing to somebody who guesses.
"""

import hmac
import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

# These cannot be the name of a column.
LABEL, REASON = "=label", "=reason"

NO_SALT = bytes(16)
"""Stands where the salt was before values of the line were erased."""

type Parts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What no law ever asks to erase of a line."""

    number: int
    organiser_id: int
    at: datetime
    by_id: int | None
    code: str
    kind: str
    object_id: int


@dataclass(frozen=True, slots=True)
class Member:
    """One line in its seal."""

    number: int
    salt: bytes
    fixed: bytes
    values: bytes


_PACKED = struct.Struct(">q16s32s32s")


def packed(members: Iterable[Member]) -> bytes:
    """Return members as the seal keeps them."""
    return b"".join(_PACKED.pack(one.number, one.salt, one.fixed, one.values) for one in members)


def unpacked(kept: bytes | memoryview) -> Iterator[Member]:
    """Yield the members of a seal. Errors: ValueError where bytes were cut off or added."""
    whole = bytes(kept)
    if len(whole) % _PACKED.size:
        raise ValueError("not a whole number of members")
    return (Member(*fields) for fields in _PACKED.iter_unpack(whole))


def numbers_in(kept: bytes | memoryview) -> list[int]:
    """Return the numbers of the lines of a seal."""
    return [member.number for member in unpacked(kept)]


def root_of(members: Iterable[Member]) -> str:
    """Return the digest of all members; salts are left out, because they go when values are erased."""
    digest = sha256(b"lines")
    for one in members:
        digest.update(one.number.to_bytes(8))
        digest.update(one.fixed)
        digest.update(one.values)
    return digest.hexdigest()


def parts_of(label: str, reason: str, changes: Mapping[str, Any]) -> Parts:
    """Return the values of a line by the name of each part."""
    return {LABEL: label, REASON: reason, **changes}


def member_of(fixed: Fixed, parts: Parts, salt: bytes) -> Member:
    """Return what a seal keeps of a line."""
    return Member(fixed.number, salt, digest_of_fixed(fixed), digest_of_values(proofs_of(parts, salt)))


def digest_of_fixed(fixed: Fixed) -> bytes:
    """Return the digest of the fixed parts of a line."""
    told = [
        *(fixed.number, fixed.organiser_id, fixed.at.astimezone(UTC).isoformat(timespec="microseconds")),
        *(fixed.by_id, fixed.code, fixed.kind, fixed.object_id),
    ]
    return sha256(b"fixed" + _as_bytes(told)).digest()


def proofs_of(parts: Parts, salt: bytes) -> dict[str, bytes]:
    """Return the digest of each part."""
    return {name: digest_of_part(value, salt_of_part(salt, name)) for name, value in parts.items()}


def digest_of_values(proofs: Mapping[str, bytes]) -> bytes:
    """Return the digest of all parts, in the order of their names."""
    digest = sha256(b"values")
    for name in sorted(proofs):
        written = name.encode()
        digest.update(len(written).to_bytes(4) + written + proofs[name])
    return digest.digest()


def salt_of_part(salt: bytes, name: str) -> bytes:
    """Return the salt of one part: those of the others cannot be made from it."""
    return hmac.digest(salt, name.encode(), "sha256")


def digest_of_part(value: Any, salt: bytes) -> bytes:
    """Return the digest of one value."""
    return sha256(b"part" + salt + _as_bytes(value)).digest()


def _as_bytes(value: Any) -> bytes:
    """Write a value in the one way in which every database gives it back."""
    return json.dumps(
        _without_point(value), sort_keys=True, ensure_ascii=True, separators=(",", ":")
    ).encode()


def _without_point(value: Any) -> Any:
    """PostgreSQL gives 1.0 back as 1.0 and 1e22 as a whole number, SQLite both as they were written."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {str(name): _without_point(inner) for name, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_without_point(inner) for inner in value]
    return value
