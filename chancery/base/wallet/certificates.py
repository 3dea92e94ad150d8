"""
What signs passes for Apple Wallet: three files of the operator in `CHANCERY_HOME/wallet/`.

They are read again once one of them has changed, so that a renewed certificate needs no restart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509.oid import NameOID
from django.conf import settings

CERTIFICATE, KEY, INTERMEDIATE = "apple.cer", "apple.key", "apple-wwdr.cer"
PEM = b"-----BEGIN"

type Stamp = tuple[str, int, int]
"""A file with its time of change and its size, from which it is known to be the same."""


class WalletWrong(Exception):
    """Passes cannot be signed with what lies in the folder; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class AppleSigner:
    """
    What signs: the certificate of the operator with its key, and that of Apple which vouches for it.

    The pass type and the team are those to which Apple gave the certificate.
    """

    certificate: x509.Certificate
    key: RSAPrivateKey | EllipticCurvePrivateKey
    intermediate: x509.Certificate
    pass_type: str
    team: str

    @property
    def good_until(self) -> datetime:
        """The moment at which the first of the two certificates ends."""
        return min(self.certificate.not_valid_after_utc, self.intermediate.not_valid_after_utc)


def folder() -> Path:
    """Where the operator lays what signs passes for wallets."""
    home: Path = settings.HOME
    return home / "wallet"


def stamps_of(*names: str) -> tuple[Stamp, ...]:
    """Tell which of these files lie in the folder, and in which state."""
    found = [(folder() / name, name) for name in names]
    states = [(str(path), path.stat()) for path, _name in found if path.is_file()]
    return tuple((path, state.st_mtime_ns, state.st_size) for path, state in states)


def apple_signer(now: datetime) -> AppleSigner | None:
    """
    Return what signs passes for Apple Wallet; None where nothing is set up.

    Errors: WalletWrong for a file that is missing or wrong, and for a certificate that has ended.
    """
    stamps = stamps_of(CERTIFICATE, KEY, INTERMEDIATE)
    if not stamps:
        return None
    found = _read(folder(), stamps)
    if isinstance(found, WalletWrong):
        raise WalletWrong(str(found))
    if found.good_until <= now:
        named = CERTIFICATE if found.certificate.not_valid_after_utc <= now else INTERMEDIATE
        raise WalletWrong(
            f"The certificate {folder() / named} ended on {found.good_until:%Y-%m-%d}, so that no pass for "
            "Apple Wallet is given; renew it."
        )
    return found


@lru_cache(maxsize=4)
def _read(where: Path, _stamps: tuple[Stamp, ...]) -> AppleSigner | WalletWrong:
    """Reading takes a tenth of a second, and a page asks each time; what is wrong is kept as well."""
    try:
        return _signer(where)
    except WalletWrong as wrong:
        return wrong


def _signer(where: Path) -> AppleSigner:
    certificate = _certificate(where / CERTIFICATE)
    intermediate = _certificate(where / INTERMEDIATE)
    key = _key(where / KEY)
    if key.public_key() != certificate.public_key():
        raise WalletWrong(
            f"The key {where / KEY} does not fit the certificate {where / CERTIFICATE}; put the key there "
            "with which the certificate was asked for."
        )
    try:
        certificate.verify_directly_issued_by(intermediate)
    except (ValueError, TypeError, InvalidSignature):
        raise WalletWrong(
            f"The certificate {where / CERTIFICATE} was not issued by {where / INTERMEDIATE}; fetch the "
            f"intermediate certificate “{_named(certificate.issuer)}” from Apple."
        ) from None
    return AppleSigner(certificate, key, intermediate, *_given_to(where / CERTIFICATE, certificate))


def _given_to(path: Path, certificate: x509.Certificate) -> tuple[str, str]:
    pass_type = _first(certificate.subject, NameOID.USER_ID)
    team = _first(certificate.subject, NameOID.ORGANIZATIONAL_UNIT_NAME)
    if not pass_type.startswith("pass.") or not team:
        raise WalletWrong(
            f"The certificate {path} is not one for a pass type; ask Apple for a “Pass Type ID Certificate”."
        )
    return pass_type, team


def _named(name: x509.Name) -> str:
    unit = _first(name, NameOID.ORGANIZATIONAL_UNIT_NAME)
    return f"{_first(name, NameOID.COMMON_NAME)}{f' ({unit})' if unit else ''}"


def _first(name: x509.Name, kind: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(kind)
    return str(found[0].value) if found else ""


def _certificate(path: Path) -> x509.Certificate:
    """Read a certificate as Apple hands it out (DER), or written in letters (PEM)."""
    content = content_of(path)
    read: Callable[[bytes], x509.Certificate] = x509.load_der_x509_certificate
    if content.startswith(PEM):
        read = x509.load_pem_x509_certificate
    try:
        return read(content)
    except ValueError:
        raise WalletWrong(f"{path} holds no certificate; put the file there as Apple gives it.") from None


def _key(path: Path) -> RSAPrivateKey | EllipticCurvePrivateKey:
    try:
        key = load_pem_private_key(content_of(path), None)
    except TypeError:
        raise WalletWrong(
            f"The key {path} is locked by a password; write it without one: openssl pkey -in KEY -out {path}."
        ) from None
    except ValueError:
        raise WalletWrong(f"{path} holds no private key in PEM; put the right file there.") from None
    if not isinstance(key, RSAPrivateKey | EllipticCurvePrivateKey):
        raise WalletWrong(f"The key {path} is of a kind that signs no pass; take an RSA key of 2048 bits.")
    return key


def content_of(path: Path) -> bytes:
    """Read a file of the folder. Errors: WalletWrong where it is missing or may not be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise WalletWrong(
            f"{path} is missing; put it beside the others, or take them away (docs/admin/wallet.md)."
        ) from None
    except OSError as error:
        raise WalletWrong(f"{path} cannot be read ({error.strerror}); correct its owner.") from error
