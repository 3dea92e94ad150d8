"""Invitations of colleagues: a link by mail, good once and for a week."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from chancery.accounts import queries
from chancery.accounts.actions import links, team, users
from chancery.accounts.models import ColleagueInvitation, Membership, Organiser, User
from chancery.accounts.roles import Role
from chancery.base import audit, mail, outbox
from chancery.base.audit import Actor
from chancery.base.languages import wording
from chancery.base.models import OutboxMessage

LIVES = timedelta(days=7)

type LinkOf = Callable[[str], str]


class AlreadyInvited(Exception):
    """An invitation of this address is open; it can be sent again."""


class InvitationNotUsable(Exception):
    """The invitation is unknown, accepted, withdrawn, or older than a week."""


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation with its link; `trouble` says in one sentence why the mail failed, or is empty."""

    invitation: ColleagueInvitation
    link: str
    trouble: str


def invite(
    organiser: Organiser, *, email: str, role: Role, by: Actor, now: datetime, link_of: LinkOf
) -> Invited:
    """
    Invite a colleague and mail the link; the invitation stands even where the mail fails.

    Errors: AlreadyMember, AlreadyInvited.
    """
    key = links.new_key()
    invitation = ColleagueInvitation(
        organiser=organiser,
        email=email,
        role=role,
        key_digest=links.digest(key),
        invited_by=by.user,
        created_at=now,
        expires_at=now + LIVES,
    )
    with transaction.atomic():
        if Membership.objects.filter(organiser=organiser, user__email__iexact=email).exists():
            raise team.AlreadyMember(email)
        if queries.open_invitations(organiser, now).filter(email__iexact=email).exists():
            raise AlreadyInvited(email)
        invitation.save()
        audit.note(
            invitation,
            by=by,
            code="accounts.invitation.made",
            changes=_invited_as(None, invitation.get_role_display()),
        )
        message = _post(invitation, link_of(key), by=by)
    return _leave(invitation, link_of(key), message)


def send_again(invitation: ColleagueInvitation, *, by: Actor, now: datetime, link_of: LinkOf) -> Invited:
    """Mail a fresh link for another week; the old one is no longer good. Errors: InvitationNotUsable."""
    key = links.new_key()
    with transaction.atomic():
        _demand_waiting(invitation)
        invitation.key_digest, invitation.expires_at = links.digest(key), now + LIVES
        invitation.save(update_fields=["key_digest", "expires_at"])
        audit.note(invitation, by=by, code="accounts.invitation.sent_again")
        outbox.cancel(_messages_of(invitation), by=by)
        message = _post(invitation, link_of(key), by=by)
    return _leave(invitation, link_of(key), message)


def invite_first_owner(
    organiser: Organiser, *, email: str, by: Actor, now: datetime, link_of: LinkOf
) -> Invited:
    """Invite who is to own a new office where nobody works yet; an earlier link is no longer good."""
    for before in list(queries.waiting_invitations(organiser)):
        withdraw(before, by=by, now=now)
    return invite(organiser, email=email, role=Role.OWNER, by=by, now=now, link_of=link_of)


@transaction.atomic
def withdraw(invitation: ColleagueInvitation, *, by: Actor, now: datetime) -> None:
    """Make the link useless. Errors: InvitationNotUsable."""
    _demand_waiting(invitation)
    invitation.withdrawn_at = now
    invitation.save(update_fields=["withdrawn_at"])
    outbox.cancel(_messages_of(invitation), by=by)
    audit.note(
        invitation,
        by=by,
        code="accounts.invitation.withdrawn",
        changes=_invited_as(invitation.get_role_display(), None),
    )


@transaction.atomic
def accept(key: str, *, user: User, now: datetime) -> Membership:
    """Join the office with an account that exists. Errors: InvitationNotUsable, AlreadyMember."""
    invitation = _use(key, now=now)
    return team.join(
        invitation.organiser, user, Role(invitation.role), by=Actor(invitation.organiser_id, user)
    )


@transaction.atomic
def accept_anew(key: str, *, name: str, language: str, password: str, now: datetime) -> Membership:
    """Make an account for the invited address and join. Errors: InvitationNotUsable, AddressTaken."""
    invitation = _use(key, now=now)
    user = users.add_user(email=invitation.email, name=name, language=language, password=password)
    return team.join(
        invitation.organiser, user, Role(invitation.role), by=Actor(invitation.organiser_id, user)
    )


def _use(key: str, *, now: datetime) -> ColleagueInvitation:
    """Use an invitation up; two uses at once never both succeed."""
    usable = ColleagueInvitation.objects.filter(
        key_digest=links.digest(key), accepted_at=None, withdrawn_at=None, expires_at__gt=now
    )
    if not usable.update(accepted_at=now):
        raise InvitationNotUsable
    return ColleagueInvitation.objects.select_related("organiser").get(key_digest=links.digest(key))


def _demand_waiting(invitation: ColleagueInvitation) -> None:
    waiting = ColleagueInvitation.objects.select_for_update().filter(accepted_at=None, withdrawn_at=None)
    if not waiting.filter(pk=invitation.pk).exists():
        raise InvitationNotUsable


def _post(invitation: ColleagueInvitation, link: str, *, by: Actor) -> OutboxMessage:
    """Post a link in the language of the office's colleagues, that is of whoever invites."""
    language = translation.get_language() or "en"
    office = wording(invitation.organiser.names, language).text
    context = {
        "office": office,
        "link": link,
        "role": invitation.get_role_display(),
        "by": invitation.invited_by,
    }
    return mail.post(
        to=invitation.email,
        subject=_("Your colleagues of %(office)s invite you to Chancery") % {"office": office},
        text=render_to_string("accounts/mail/invitation.txt", context),
        about=invitation,
        by=by,
        key=f"colleague:{invitation.pk}:{invitation.key_digest[:32]}",
    )


def _leave(invitation: ColleagueInvitation, link: str, message: OutboxMessage) -> Invited:
    try:
        mail.leave(message)
    except mail.MailNotSent as trouble:
        return Invited(invitation, link, str(trouble))
    return Invited(invitation, link, "")


def _messages_of(invitation: ColleagueInvitation) -> QuerySet[OutboxMessage]:
    kind = audit.kind_of(ColleagueInvitation)
    return OutboxMessage.objects.filter(kind=kind, object_id=invitation.pk)


def _invited_as(before: str | None, after: str | None) -> dict[str, list[str | None]]:
    return {gettext_noop("invited as"): [before, after]}
