"""Who may open an office and do what in it: one place to ask, one place to audit."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.accounts import sessions
from chancery.accounts.models import (
    UNANSWERED,
    AccessToken,
    ColleagueInvitation,
    Grant,
    Membership,
    OpenSession,
    Organiser,
    PostInvitation,
    ProvisionedGroup,
    Team,
    User,
)
from chancery.accounts.roles import RIGHTS, Right, Role
from chancery.base.audit import Actor
from chancery.base.models import AuditLine


@dataclass(frozen=True)
class Office:
    """
    An organiser as one of its members sees it.

    `scopes` and `only_events` narrow it to what an access token passes on; None where the member is there in
    person.
    """

    organiser: Organiser
    membership: Membership
    scopes: frozenset[Right] | None = field(default=None, kw_only=True)
    only_events: frozenset[str] | None = field(default=None, kw_only=True)

    @property
    def user(self) -> User:
        return self.membership.user

    @property
    def role(self) -> Role:
        return Role(self.membership.role)

    @property
    def today(self) -> date:
        """The day it is now where the office is."""
        return timezone.localdate(timezone=self.organiser.zone)

    @property
    def actor(self) -> Actor:
        """The member as the author of audit lines."""
        return Actor(self.organiser.pk, self.user)

    def may(self, right: Right) -> bool:
        return self.passes_on(right) and right in RIGHTS[self.role]

    def passes_on(self, right: Right) -> bool:
        """Whether a token, if the member acts through one, holds `right`."""
        return self.scopes is None or right in self.scopes

    def opens_event(self, code: str) -> bool:
        """Whether a token, if the member acts through one, is for the event `code`."""
        return self.only_events is None or code in self.only_events

    def demand(self, right: Right) -> None:
        """Raise PermissionDenied with one sentence unless the member has `right`."""
        if not self.may(right):
            raise PermissionDenied(refusal(right))

    @cached_property
    def secrets(self) -> frozenset[str]:
        """The need-to-know texts this member may read."""
        return frozenset(Grant.objects.filter(membership=self.membership).values_list("secret", flat=True))


class SecondStepMissing(PermissionDenied):
    """The office asks for a second step, and the member has shown none."""


SECOND_STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_step(user: str = "user") -> Exists:
    """Whether the user of a row has an authenticator app or a passkey: then it is asked at every sign-in."""
    return Exists(Authenticator.objects.filter(user=OuterRef(user), type__in=SECOND_STEPS))


def asks_codes_of(steps: dict[str, list[Authenticator]]) -> bool:
    """Whether recovery codes have something to stand in for."""
    return any(steps.get(kind) for kind in SECOND_STEPS)


def can_come_back(user: User | AnonymousUser) -> bool:
    """Whether a user has a way to sign in again: a password, a passkey, or single sign-on."""
    if not isinstance(user, User) or user.has_usable_password():
        return True
    has_passkey = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).exists()
    return bool(has_passkey or SocialAccount.objects.filter(user=user).exists())


def refusal(right: Right) -> str:
    """Say in one sentence that a right is missing and who can give it."""
    return _("Your role does not include the right to %(right)s; ask an owner of the office for it.") % {
        "right": right.label
    }


def office_for(user: User | AnonymousUser, ref: str, right: Right) -> Office:
    """
    Return the office called `ref` as `user` sees it.

    Errors: Http404 where the user is no member, so that a stranger cannot tell which offices exist;
    PermissionDenied with a sentence where the role lacks `right`; SecondStepMissing where the office asks for
    a second step that the member neither has nor has shown to a sign-on server.
    """
    if not isinstance(user, User):
        raise Http404
    memberships = Membership.objects.select_related("organiser", "user").annotate(has_step=has_second_step())
    membership = get_object_or_404(memberships, user=user, organiser__ref=ref)
    has_step = user.came_by_second_step or membership.has_step  # type: ignore[attr-defined]  # annotated
    if membership.organiser.asks_second_step and not has_step:
        raise SecondStepMissing(
            _("This office asks all its members for a second step at signing in; set one up in your account.")
        )
    office = Office(membership.organiser, membership)
    office.demand(right)
    return office


def office_through(token: AccessToken) -> Office:
    """Return the office as whoever holds the token sees it."""
    return Office(
        token.membership.organiser,
        token.membership,
        scopes=frozenset(right for right in Right if right in token.scopes),
        only_events=frozenset(token.events) or None,
    )


def tokens_of(office: Office) -> QuerySet[AccessToken]:
    """The tokens a member may look at, the newest first: the own ones; to an owner, all of the office."""
    tokens = AccessToken.objects.filter(membership__organiser=office.organiser)
    if not office.may(Right.OFFICE_MANAGE):
        tokens = tokens.filter(membership=office.membership)
    return tokens.select_related("membership__user").order_by("-made_at", "-id")


def token_of(office: Office, code: str) -> AccessToken:
    """Return a token of the office that is the member's own, or any for an owner. Errors: as `office_for`."""
    tokens = AccessToken.objects.filter(membership__organiser=office.organiser)
    token = get_object_or_404(tokens.select_related("membership__user"), code=code)
    if token.membership != office.membership:
        office.demand(Right.OFFICE_MANAGE)
    return token


def sessions_of(user: User, now: datetime) -> list[OpenSession]:
    """The sessions in which somebody is signed in, the last used first; a new password has ended others."""
    found = OpenSession.objects.filter(
        user=user,
        session__expire_date__gt=now,
        seen_at__gt=now - sessions.IDLE,
        began_at__gt=now - sessions.LONGEST,
    )
    mark = user.get_session_auth_hash()
    listed = found.select_related("session").order_by("-seen_at", "-began_at", "code")
    return [each for each in listed if each.session.get_decoded().get(HASH_SESSION_KEY) == mark]


def session_of(user: User, code: str, now: datetime) -> OpenSession:
    """Return a session in which the user is signed in. Errors: Http404 for everybody else's."""
    found = next((each for each in sessions_of(user, now) if each.code == code), None)
    if found is None:
        raise Http404
    return found


def member_of(office: Office, code: str) -> Membership:
    """Return a member of the office. Errors: Http404 where `code` belongs to no member of it."""
    members = Membership.objects.select_related("user", "organiser").prefetch_related("grants")
    return get_object_or_404(members, organiser=office.organiser, code=code)


def team_of(office: Office, code: str) -> Team:
    """Return a team of the office. Errors: Http404."""
    return get_object_or_404(Team, organiser=office.organiser, code=code)


def group_of(office: Office, code: str) -> ProvisionedGroup:
    """Return a group that the directory told the office of. Errors: Http404."""
    return get_object_or_404(ProvisionedGroup, organiser=office.organiser, code=code)


def invitation_of(office: Office, code: str) -> ColleagueInvitation:
    """Return an invitation of the office. Errors: Http404."""
    invitations = ColleagueInvitation.objects.select_related("organiser", "invited_by")
    return get_object_or_404(invitations, organiser=office.organiser, code=code)


def post_of(office: Office, ref: str) -> Organiser:
    """Return a post of the office. Errors: Http404 for every other office."""
    return get_object_or_404(Organiser, parent=office.organiser, ref=ref)


def offices_to_attach(office: Office) -> QuerySet[Organiser]:
    """The other offices that the member owns and that could become posts of this one, by short name."""
    owned = Organiser.objects.filter(memberships__user=office.user, memberships__role=Role.OWNER)
    return owned.filter(parent=None, posts=None).exclude(pk=office.organiser.pk).order_by("ref")


def office_to_attach(office: Office, ref: str) -> Organiser:
    """Return an office that the member owns too and may make a post. Errors: Http404."""
    return get_object_or_404(offices_to_attach(office), ref=ref)


def post_invitation_of(office: Office, code: str) -> PostInvitation:
    """Return an invitation that the office made. Errors: Http404."""
    return get_object_or_404(PostInvitation, organiser=office.organiser, code=code)


def invitations_to_answer(office: Office, now: datetime) -> QuerySet[PostInvitation]:
    """The open invitations that the member may answer for the office, the newest first."""
    found = PostInvitation.objects.filter(UNANSWERED, expires_at__gt=now).exclude(organiser=office.organiser)
    asked = Q(post=office.organiser) | Q(post=None, asked=office.user.email.lower())
    return found.filter(asked).select_related("organiser", "invited_by").order_by("-created_at", "-id")


def invitation_to_answer(office: Office, code: str, now: datetime) -> PostInvitation:
    """Return an invitation that the member may answer for the office. Errors: Http404."""
    return get_object_or_404(invitations_to_answer(office, now), code=code)


# Whoever may read an app's rows may read their history; whoever may change them may undo.
HISTORY_RIGHTS: dict[str, tuple[Right, Right]] = {
    "accounts": (Right.OFFICE_MANAGE, Right.OFFICE_MANAGE),
    "base": (Right.INVITATIONS_SEND, Right.INVITATIONS_SEND),
    "directory": (Right.DIRECTORY_VIEW, Right.DIRECTORY_EDIT),
    "precedence": (Right.DIRECTORY_VIEW, Right.PROFILES_EDIT),
    "occasions": (Right.EVENTS_VIEW, Right.EVENTS_EDIT),
    "events": (Right.EVENTS_VIEW, Right.EVENTS_EDIT),
    "exhibition": (Right.EVENTS_VIEW, Right.EVENTS_EDIT),
    "programme": (Right.PROGRAMME_VIEW, Right.PROGRAMME_EDIT),
    "guests": (Right.GUESTS_VIEW, Right.GUESTS_EDIT),
    "seating": (Right.SEATING_VIEW, Right.SEATING_EDIT),
    "door": (Right.DOOR_VIEW, Right.DOOR_EDIT),
    "record": (Right.RECORD_VIEW, Right.RECORD_EDIT),
    "campaign": (Right.EVENTS_VIEW, Right.EVENTS_EDIT),
    "privacy": (Right.OFFICE_MANAGE, Right.OFFICE_MANAGE),
    "custody": (Right.OFFICE_MANAGE, Right.OFFICE_MANAGE),
    "hooks": (Right.OFFICE_MANAGE, Right.OFFICE_MANAGE),
}


# Kinds that ask for other rights than the rest of their app: who comes is for those of the guest list,
# what it costs for those who keep the costs, what was made public is taken back by those who may release.
KIND_RIGHTS: dict[str, tuple[Right, Right]] = {
    "events.participation": (Right.GUESTS_VIEW, Right.GUESTS_EDIT),
    "record.cost": (Right.COSTS_EDIT, Right.COSTS_EDIT),
    "campaign.campaignpage": (Right.EVENTS_VIEW, Right.RELEASE),
    "campaign.yearreport": (Right.EVENTS_VIEW, Right.RELEASE),
}


# The grant that opens the lines of what few may know of (`base.kinds.KNOWN_TO_FEW`); no role implies it.
KIND_SECRETS: dict[str, Grant.Secret] = {"seating.apart": Grant.Secret.SEATING}


def kinds_hidden(office: Office) -> list[str]:
    """Return the kinds whose history the member may not read, although that of their app."""
    without_right = [kind for kind, (view, _edit) in KIND_RIGHTS.items() if not office.may(view)]
    return without_right + [kind for kind, secret in KIND_SECRETS.items() if secret not in office.secrets]


def apps_with_history(office: Office) -> list[str]:
    """Return the apps whose history the member may read."""
    return [app for app, (view, _edit) in HISTORY_RIGHTS.items() if office.may(view)]


def apps_to_undo(office: Office) -> frozenset[str]:
    """Return the apps in which the member's role may undo; a role for one event undoes on its own pages."""
    rights = RIGHTS[office.role]
    return frozenset(app for app, (_view, edit) in HISTORY_RIGHTS.items() if edit in rights)


def line_to_undo(office: Office, number: int) -> AuditLine:
    """
    Return a line of the office's history that the member may undo.

    Errors: Http404 for a line of another office or one they may not read; PermissionDenied with a sentence.
    """
    line = get_object_or_404(AuditLine, organiser_id=office.organiser.pk, pk=number)
    of_app = HISTORY_RIGHTS.get(line.kind.split(".")[0], (Right.OFFICE_MANAGE, Right.OFFICE_MANAGE))
    view, edit = KIND_RIGHTS.get(line.kind, of_app)
    if not office.may(view) or line.kind in kinds_hidden(office):
        raise Http404
    office.demand(edit)
    return line
