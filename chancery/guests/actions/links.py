"""The links by which guests answer: issued with what is sent, revoked by the office."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.guests.models import Dispatch, Invitation, ReplyLink
from chancery.guests.tokens import digest_of, token_for


def draft(
    invitation: Invitation, dispatch: Dispatch | None = None, *, now: datetime
) -> tuple[ReplyLink, str]:
    """
    Make a link and its token without saving it: a message is written with the token before it is kept.

    The dispatch may be unsaved too; both are saved with `save_all` once the dispatch is.
    """
    link = ReplyLink(invitation=invitation, dispatch=dispatch, made_at=now)
    token = token_for(link.code)
    link.digest = digest_of(token)
    return link, token


@transaction.atomic
def save_all(links: Sequence[ReplyLink]) -> None:
    """Save drafted links at once. They leave no line of their own: the dispatch that carries each does."""
    ReplyLink.objects.bulk_create(links, batch_size=500)


@transaction.atomic
def issue(invitation: Invitation, dispatch: Dispatch | None, *, now: datetime) -> tuple[ReplyLink, str]:
    """Make and save the link that a dispatch carries; return it with its token, which is kept nowhere."""
    link, token = draft(invitation, dispatch, now=now)
    link.save(force_insert=True)
    return link, token


@transaction.atomic
def issue_all(
    carried: Iterable[tuple[Invitation, Dispatch | None]], *, now: datetime
) -> list[tuple[ReplyLink, str]]:
    """Make and save many links at once; the answer stands in the order of what was given."""
    issued = [draft(invitation, dispatch, now=now) for invitation, dispatch in carried]
    save_all([link for link, _ in issued])
    return issued


def token_of(link: ReplyLink) -> str:
    """Return the token of a link again, for a message that is written a second time."""
    return token_for(link.code)


def address_of(token: str) -> str:
    """Return the whole address that a guest opens."""
    return f"{settings.BASE_URL}{reverse('reply:page', args=[token])}"


@transaction.atomic
def revoke(link: ReplyLink, *, by: Actor, now: datetime) -> None:
    """Let a link open nothing any more; what was answered by it stays. A second time changes nothing."""
    if link.revoked_at is None:
        link.revoked_at = now
        audit.update(link, by=by, code="guests.link.revoked")
