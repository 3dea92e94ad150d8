"""Links that open something once: signing in without a password, and the first run."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from chancery.accounts import queries
from chancery.accounts.models import SignInLink, User
from chancery.base.keys import read_or_make_key

LINK_LIVES = timedelta(hours=12)


class LinkNotUsable(Exception):
    """The sign-in link is unknown, used, or too old."""


def new_key() -> str:
    """Return the key of a fresh link; whoever makes it stores only its digest."""
    return secrets.token_urlsafe(24)


def digest(key: str) -> str:
    """What is kept of a key that was handed out."""
    return hashlib.sha256(key.encode()).hexdigest()


@transaction.atomic
def make_sign_in_link(user: User, *, now: datetime) -> str:
    """Return the key of a fresh one-time link; only its digest is stored."""
    key = new_key()
    SignInLink.objects.create(user=user, key_digest=digest(key), created_at=now, expires_at=now + LINK_LIVES)
    return key


@transaction.atomic
def use_sign_in_link(key: str, *, now: datetime) -> User:
    """Use up a link and return its user. Errors: LinkNotUsable; two uses at once never both succeed."""
    usable = SignInLink.objects.filter(
        key_digest=digest(key), used_at=None, expires_at__gt=now, user__is_active=True
    )
    if not usable.update(used_at=now):
        raise LinkNotUsable
    return SignInLink.objects.select_related("user").get(key_digest=digest(key)).user


def set_up_key() -> str:
    """Return the key of the first run; the same at every start until an office exists."""
    return read_or_make_key(settings.HOME / "keys" / "setup.key")


def opens_set_up(key: str) -> bool:
    """Whether `key` opens the first run: only while there is no office."""
    return not queries.is_set_up() and secrets.compare_digest(key.encode(), set_up_key().encode())


def close_set_up() -> None:
    """Forget the key of the first run."""
    (settings.HOME / "keys" / "setup.key").unlink(missing_ok=True)
