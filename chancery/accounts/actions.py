"""What changes users and offices."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from chancery.accounts.models import Membership, Organiser, SignInLink, User
from chancery.accounts.roles import Role
from chancery.base import audit
from chancery.base.audit import Actor

LINK_LIVES = timedelta(hours=12)


class LinkNotUsable(Exception):
    """The sign-in link is unknown, used, or too old."""


def digest(key: str) -> str:
    """What is kept of a key that was handed out."""
    return hashlib.sha256(key.encode()).hexdigest()


@transaction.atomic
def found_office(*, ref: str, names: dict[str, str], by: User | None, **fields: object) -> Organiser:
    """Create an office; the founder, if there is one, becomes its owner."""
    organiser = Organiser(ref=ref, names=names, **fields)
    organiser.save()
    actor = Actor(organiser.pk, by)
    audit.note(organiser, by=actor, code="accounts.organiser.founded")
    if by is not None:
        audit.create(
            Membership(organiser=organiser, user=by, role=Role.OWNER),
            by=actor,
            code="accounts.membership.created",
        )
    return organiser


@transaction.atomic
def officer_of(organiser: Organiser, *, email: str, name: str) -> User:
    """Return the user of this address, made an owner of the office if not a member yet."""
    user = User.objects.filter(email=email).first() or User.objects.create_user(email, name=name)
    if not Membership.objects.filter(organiser=organiser, user=user).exists():
        audit.create(
            Membership(organiser=organiser, user=user, role=Role.OWNER),
            by=Actor(organiser.pk),
            code="accounts.membership.created",
        )
    return user


@transaction.atomic
def make_sign_in_link(user: User, *, now: datetime) -> str:
    """Return the key of a fresh one-time link; only its digest is stored."""
    key = secrets.token_urlsafe(24)
    SignInLink.objects.create(user=user, key_digest=digest(key), created_at=now, expires_at=now + LINK_LIVES)
    return key


@transaction.atomic
def use_sign_in_link(key: str, *, now: datetime) -> User:
    """Use up a link and return its user. Errors: LinkNotUsable; two uses at once never both succeed."""
    usable = SignInLink.objects.filter(key_digest=digest(key), used_at=None, expires_at__gt=now)
    if not usable.update(used_at=now):
        raise LinkNotUsable
    return SignInLink.objects.select_related("user").get(key_digest=digest(key)).user
