"""
One line in the log for every sign-in, every refusal of one, and every signing out.

They stand in the log and not in the history: a refused attempt belongs to no office, and often to no account.
An account is named by its number, which `chancery user list` shows. An address that belongs to none is named
by a digest that this installation alone can make. See docs/admin/operation.md.
"""

import logging
from collections.abc import Iterable, Mapping
from ipaddress import ip_address, ip_network
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.internal.httpkit import get_client_ip
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from chancery.accounts import queries
from chancery.accounts.models import User

log = logging.getLogger("chancery.sign_in")

PASSWORD, LINK, SECOND_STEP, PASSKEY = "password", "link", "second step", "passkey"
WRONG, CLOSED, TOO_MANY = "wrong", "account closed", "too many attempts"
UNKNOWN, NOT_BELIEVED = "no account", "no usable answer"
KINDS = {"totp": "app", "webauthn": PASSKEY, "recovery_codes": "recovery code"}
DIGEST_LENGTH = 12
NETWORK_BITS = {4: 24, 6: 48}
"""How much of a visitor's address is written: the network, as a provider gives it out, and not the device."""


def signed_in(request: HttpRequest, user: User, *, by: Iterable[str]) -> None:
    """Somebody is in."""
    _write(request, logging.INFO, "Signed in", account=user.pk, by=" + ".join(by))


def refused(
    request: HttpRequest, by: str, why: str, *, user: User | AnonymousUser | None = None, email: str = ""
) -> None:
    """Somebody is not in; `email` is what was typed, where no account is known yet."""
    known = user if isinstance(user, User) else queries.user_called(email) if email else None
    whom: dict[str, Any] = {"account": known.pk} if known else {"address": _digest(email)} if email else {}
    _write(request, logging.WARNING, "Sign-in refused", **whom, by=by, why=why)


def signed_out(request: HttpRequest, user: User | AnonymousUser) -> None:
    """Somebody has left."""
    if isinstance(user, User):
        _write(request, logging.INFO, "Signed out", account=user.pk)


def ways_of(request: HttpRequest, user: User) -> list[str]:
    """What somebody has shown in this session, in its order: `["password", "app"]`."""
    return [_way(record) for record in get_authentication_records(request, user)]


def _way(record: Mapping[str, Any]) -> str:
    if record["method"] == "socialaccount":
        return f"server {record.get('provider', '')}".strip()
    return KINDS.get(str(record.get("type", "")), str(record["method"]))


def _write(request: HttpRequest, level: int, what: str, **words: Any) -> None:
    words["network"] = _network(request)
    told = ", ".join(f"{name} {value}" for name, value in words.items() if value)
    log.log(level, "%s: %s.", what, told, extra=words)


def _digest(email: str) -> str:
    digest = salted_hmac("chancery.accounts.sign_ins", email.strip().lower(), algorithm="sha256")
    return digest.hexdigest()[:DIGEST_LENGTH]


def _network(request: HttpRequest) -> str:
    """The network that a visitor comes from; empty where the server does not know."""
    try:
        address = ip_address(get_client_ip(request) or "")
    except ValueError:
        return ""
    return str(ip_network((address, NETWORK_BITS[address.version]), strict=False))
