"""What signs links for Google Wallet: the key file of a service account, and the number of the issuer."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.conf import settings

from chancery.base.wallet.certificates import Stamp, WalletWrong, content_of, folder, stamps_of

KEY_FILE = "google.json"


@dataclass(frozen=True, slots=True)
class GoogleAccount:
    """Who signs, with which key, for which issuer."""

    email: str
    key: RSAPrivateKey
    issuer: str


def google_account() -> GoogleAccount | None:
    """
    Return what signs links for Google Wallet; None where nothing is set up.

    Errors: WalletWrong for a key file or a number of an issuer that is missing or wrong.
    """
    issuer: str = settings.GOOGLE_WALLET_ISSUER
    stamps = stamps_of(KEY_FILE)
    if not stamps and not issuer:
        return None
    if not issuer:
        raise WalletWrong(
            f"{folder() / KEY_FILE} is there, but the number of the issuer is not known; write it as "
            "CHANCERY_GOOGLE_WALLET_ISSUER."
        )
    found = _read(folder() / KEY_FILE, issuer, stamps)
    if isinstance(found, WalletWrong):
        raise WalletWrong(str(found))
    return found


@lru_cache(maxsize=4)
def _read(path: Path, issuer: str, _stamps: tuple[Stamp, ...]) -> GoogleAccount | WalletWrong:
    """A page asks each time, and reading a key takes long; what is wrong is kept as well."""
    try:
        return _account(path, issuer)
    except WalletWrong as wrong:
        return wrong


def _account(path: Path, issuer: str) -> GoogleAccount:
    try:
        written = json.loads(content_of(path))
        email, secret = str(written["client_email"]), str(written["private_key"])
        key = load_pem_private_key(secret.encode(), None)
    except (ValueError, KeyError, TypeError):
        raise WalletWrong(
            f"{path} is not the key file of a service account; fetch it as JSON from Google Cloud."
        ) from None
    if not isinstance(key, RSAPrivateKey):
        raise WalletWrong(f"The key in {path} is none of RSA; make a new key for the service account.")
    return GoogleAccount(email, key, issuer)
