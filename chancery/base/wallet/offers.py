"""
Which wallets a guest is offered: those whose passes can be signed at this moment.

What is set up wrongly is offered to nobody; `chancery check` says what it is (base/wallet/checks.py).
"""

from datetime import datetime

from chancery.base.wallet.certificates import AppleSigner, WalletWrong, apple_signer
from chancery.base.wallet.service_account import GoogleAccount, google_account


def apple_offered(now: datetime) -> AppleSigner | None:
    """Return what signs for Apple Wallet; None where nothing is set up, or wrongly."""
    try:
        return apple_signer(now)
    except WalletWrong:
        return None


def google_offered() -> GoogleAccount | None:
    """Return what signs for Google Wallet; None where nothing is set up, or wrongly."""
    try:
        return google_account()
    except WalletWrong:
        return None
