"""Invitations of offices to become posts: open for thirty days, answered by an owner of the office."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.db import models, transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from chancery.accounts import queries
from chancery.accounts.actions import posts
from chancery.accounts.models import UNANSWERED, Membership, Organiser, PostInvitation, User
from chancery.base import audit, outbox
from chancery.base.audit import Actor
from chancery.base.languages import wording
from chancery.base.models import OutboxMessage
from chancery.base.outbox.mailer import GENERATED

LIVES = timedelta(days=30)

# The whole address of the page of an office on which its owner answers.
type LinkOf = Callable[[Organiser], str]


class PostInvitationNotUsable(Exception):
    """The invitation was answered or withdrawn, or it is older than thirty days."""


@transaction.atomic
def invite_posts(
    ministry: Organiser, asked: Iterable[str], *, by: Actor, now: datetime, link_of: LinkOf
) -> None:
    """
    Invite offices by their short names or by the addresses of their owners.

    Whether such an office exists shows nowhere: the invitation stands either way. An open one stays as it is,
    an office that is a post of the ministry already is left out. Errors: posts.MinistryIsAPost.
    """
    ministry = Organiser.objects.select_for_update().get(pk=ministry.pk)
    if ministry.parent_id is not None:
        raise posts.MinistryIsAPost
    for text in dict.fromkeys(each.strip().lower() for each in asked):
        if text and text != ministry.ref.lower():
            _invite(ministry, text, by=by, now=now, link_of=link_of)


@transaction.atomic
def withdraw(invitation: PostInvitation, *, by: Actor, now: datetime) -> None:
    """Take an invitation back. Errors: PostInvitationNotUsable where it was answered meanwhile."""
    invitation = _unanswered(invitation)
    invitation.withdrawn_at = now
    audit.update(invitation, by=by, code="accounts.post_invitation.withdrawn")
    # Not with a line of the ministry: it would tell that there was somebody to write to.
    outbox.cancel(_messages_of(invitation), by=None)


@transaction.atomic
def accept(invitation: PostInvitation, post: Organiser, *, user: User, now: datetime) -> Organiser:
    """
    Make an office a post of the ministry that invited it; `user` is an owner of the office.

    Errors: PostInvitationNotUsable; posts.CannotBeAPost.
    """
    invitation = _answerable(invitation, now)
    ministry = invitation.organiser
    post = posts.attach(post, ministry, user=user)
    invitation.accepted_at, invitation.post = now, post
    invitation.save(update_fields=["accepted_at", "post"])
    outbox.cancel(_messages_of(invitation), by=None)
    _note_answer(invitation, Actor(ministry.pk, user), gettext_noop("accepted"))
    return post


@transaction.atomic
def decline(invitation: PostInvitation, post: Organiser, *, user: User, now: datetime) -> None:
    """Say no for an office; the ministry reads it. Errors: PostInvitationNotUsable."""
    invitation = _answerable(invitation, now)
    invitation.declined_at = now
    audit.update(invitation, by=Actor(post.pk, user), code="accounts.post_invitation.declined")
    outbox.cancel(_messages_of(invitation), by=None)
    _note_answer(invitation, Actor(invitation.organiser_id, user), gettext_noop("declined"))


def _invite(ministry: Organiser, text: str, *, by: Actor, now: datetime, link_of: LinkOf) -> None:
    named = None if "@" in text else Organiser.objects.filter(ref__iexact=text).order_by("pk").first()
    if named is not None and named.parent_id == ministry.pk:
        return
    same = models.Q(asked=text) | models.Q(post=named, post__isnull=False)
    standing = PostInvitation.objects.filter(UNANSWERED, same, organiser=ministry)
    invitation = standing.order_by("pk").first()
    if invitation is not None and now < invitation.expires_at:
        return
    if invitation is None:
        invitation = PostInvitation(organiser=ministry, asked=text, post=named, created_at=now)
        invitation.invited_by = by.user
    invitation.expires_at = now + LIVES
    invitation.save()
    changes = {gettext_noop("invited"): [None, text]}
    audit.note(invitation, by=by, code="accounts.post_invitation.made", changes=changes)
    _post_letters(invitation, link_of)


def _post_letters(invitation: PostInvitation, link_of: LinkOf) -> None:
    """Write to every owner who can answer, in their language, once for each time the invitation stands."""
    for member in queries.owners_asked(invitation):
        with translation.override(member.user.language):
            context = {
                "ministry": wording(invitation.organiser.names, member.user.language).text,
                "office": wording(member.organiser.names, member.user.language).text,
                "by": invitation.invited_by,
                "link": link_of(member.organiser),
            }
            letter = outbox.Mail(
                member.user.email,
                _("%(ministry)s invites %(office)s to become its post") % context,
                render_to_string("accounts/mail/post_invitation.txt", context),
                language=member.user.language,
                headers=GENERATED,
            )
        # In the mail of the ministry it would tell that there is such an office.
        outbox.post(letter, key=_key(invitation, member), about=invitation, by=None)


def _key(invitation: PostInvitation, member: Membership) -> str:
    return f"post-invitation:{invitation.pk}:{member.user_id}:{invitation.expires_at:%Y%m%d%H%M}"


def _unanswered(invitation: PostInvitation) -> PostInvitation:
    """The invitation as it is now, locked. Errors: PostInvitationNotUsable."""
    rows = PostInvitation.objects.select_for_update(of=("self",)).select_related("organiser")
    found = rows.get(pk=invitation.pk)
    if found.is_answered:
        raise PostInvitationNotUsable
    return found


def _answerable(invitation: PostInvitation, now: datetime) -> PostInvitation:
    found = _unanswered(invitation)
    if not found.is_open(now):
        raise PostInvitationNotUsable
    return found


def _note_answer(invitation: PostInvitation, by: Actor, word: str) -> None:
    changes = {gettext_noop("answer"): [None, word]}
    audit.note(invitation, by=by, code="accounts.post_invitation.answered", changes=changes)


def _messages_of(invitation: PostInvitation) -> models.QuerySet[OutboxMessage]:
    kind = audit.kind_of(PostInvitation)
    return OutboxMessage.objects.filter(kind=kind, object_id=invitation.pk)
