"""What an installation is told of the passes for wallets: whether they are given, and if not, why."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.checks import CheckMessage, Warning

from chancery.base.wallet.certificates import WalletWrong, apple_signer
from chancery.base.wallet.service_account import google_account

NOTICE = timedelta(days=30)
"""So long before its end a certificate is to be renewed."""

NOT_SET_UP = "not set up"


def wallet(now: datetime | None = None, **_given: Any) -> list[CheckMessage]:
    """What lies in the folder of the wallets signs, and goes on signing for a month."""
    now = now or datetime.now(UTC)
    return [*_apple(now), *_google()]


def _apple(now: datetime) -> list[CheckMessage]:
    try:
        signer = apple_signer(now)
    except WalletWrong as wrong:
        return [Warning(str(wrong), id="chancery.wallet-apple")]
    if signer is None or signer.good_until > now + NOTICE:
        return []
    sentence = (
        f"The certificate for Apple Wallet ends on {signer.good_until:%Y-%m-%d}; renew it beforehand, for no "
        "pass is given afterwards (docs/admin/wallet.md)."
    )
    return [Warning(sentence, id="chancery.wallet-apple-ends")]


def _google() -> list[CheckMessage]:
    try:
        google_account()
    except WalletWrong as wrong:
        return [Warning(str(wrong), id="chancery.wallet-google")]
    return []


def facts(now: datetime | None = None) -> list[tuple[str, str]]:
    """Return which wallets get passes, as a pair of word and value; no key is in it."""
    return [("Wallets", f"Apple: {_apple_fact(now or datetime.now(UTC))}; Google: {_google_fact()}")]


def _apple_fact(now: datetime) -> str:
    try:
        signer = apple_signer(now)
    except WalletWrong:
        return "set up wrongly"
    return f"{signer.pass_type} until {signer.good_until:%Y-%m-%d}" if signer else NOT_SET_UP


def _google_fact() -> str:
    try:
        account = google_account()
    except WalletWrong:
        return "set up wrongly"
    return f"issuer {account.issuer}, {account.email}" if account else NOT_SET_UP
