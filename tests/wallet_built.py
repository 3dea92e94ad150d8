"""What an operator lays into the folder of the wallets, made up: certificates and an account."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from shutil import rmtree
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID
from django.conf import settings

PASS_TYPE, TEAM = "pass.example.mission", "SAMPLETEAM"
ISSUER, ACCOUNT = "3388000000012345678", "wallet@sample.iam.example"
YEAR = timedelta(days=365)
ENDS = datetime.now(UTC) + YEAR
"""The end of every certificate that is given no other."""


@cache
def key(number: int = 0) -> RSAPrivateKey:
    """A key; making one takes long, and the same number gives the same one."""
    return generate_private_key(65537, 2048)


@dataclass(frozen=True)
class Holder:
    """A name with its key and certificate."""

    key: RSAPrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        """The certificate in letters."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def der(self) -> bytes:
        """The certificate as Apple hands it out."""
        return self.certificate.public_bytes(Encoding.DER)


def holder(
    common: str,
    by: Holder | None,
    number: int,
    *,
    ends: datetime = ENDS,
    user: str = "",
    unit: str = "",
) -> Holder:
    """Somebody certified by another, or by nobody but itself; only a holder without a `user` certifies."""
    names = [(NameOID.COMMON_NAME, common), (NameOID.USER_ID, user), (NameOID.ORGANIZATIONAL_UNIT_NAME, unit)]
    subject = x509.Name([x509.NameAttribute(kind, text) for kind, text in names if text])
    begun = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key(number).public_key())
        .serial_number(number + 1)
        .not_valid_before(ends - 2 * YEAR)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=not user, path_length=None), critical=True)
    )
    return Holder(key(number), begun.sign(by.key if by else key(number), hashes.SHA256()))


def authority() -> Holder:
    """The root, which no pass holds."""
    return holder("Sample Root", None, 0)


def intermediate(**fields: Any) -> Holder:
    """The certificate between the root and the operator."""
    return holder("Sample Relations", authority(), 1, unit="G4", **fields)


def operator(by: Holder | None = None, **fields: Any) -> Holder:
    """The certificate of the operator for a pass type."""
    given = {"user": PASS_TYPE, "unit": TEAM} | fields
    return holder(f"Pass Type ID: {PASS_TYPE}", by or intermediate(), 2, **given)


def private_pem(of: RSAPrivateKey, password: bytes = b"") -> bytes:
    """A key in letters."""
    locked = BestAvailableEncryption(password) if password else NoEncryption()
    return of.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)


@contextmanager
def folder() -> Iterator[Path]:
    """The folder of the wallets, empty, and gone afterwards."""
    where = Path(settings.HOME) / "wallet"
    rmtree(where, ignore_errors=True)
    where.mkdir()
    try:
        yield where
    finally:
        rmtree(where)


def lay_apple(where: Path, **files: bytes) -> None:
    """Lay the files for Apple Wallet; `certificate`, `key` and `wwdr` stand in for those that are right."""
    written = {
        "apple.cer": files.get("certificate", operator().der),
        "apple.key": files.get("key", private_pem(key(2))),
        "apple-wwdr.cer": files.get("wwdr", intermediate().der),
    }
    for name, content in written.items():
        (where / name).write_bytes(content)


def lay_google(where: Path, **fields: Any) -> None:
    """Lay the key file of a service account."""
    written = {
        "type": "service_account",
        "client_email": ACCOUNT,
        "private_key": private_pem(key(3)).decode(),
    }
    (where / "google.json").write_text(json.dumps(written | fields))
