"""
How a delivery is signed: as Standard Webhooks has it, so that receivers need no code of their own.

The signed text is `id.timestamp.body`; the header holds one signature for each secret that is good.
"""

import base64
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

PREFIX = "whsec_"
BYTES = 32


def new_secret() -> str:
    """Return a fresh secret as its receiver keeps it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(BYTES)).decode()


def headers_of(message_id: str, body: bytes, *, at: datetime, signed_with: Iterable[str]) -> dict[str, str]:
    """Return the three headers of a delivery that is sent at a moment, signed with each of the secrets."""
    seconds = str(int(at.timestamp()))
    text = b".".join([message_id.encode(), seconds.encode(), body])
    return {
        "webhook-id": message_id,
        "webhook-timestamp": seconds,
        "webhook-signature": " ".join(f"v1,{_signature(secret, text)}" for secret in signed_with),
    }


def _signature(secret: str, text: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(PREFIX))
    return base64.b64encode(hmac.digest(key, text, sha256)).decode()
