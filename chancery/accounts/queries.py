"""Reads of users and offices."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from chancery.accounts import access
from chancery.accounts.models import (
    UNANSWERED,
    AccessToken,
    ColleagueInvitation,
    Grant,
    Membership,
    Organiser,
    PostInvitation,
    ProvisionedColleague,
    ProvisionedGroup,
    Team,
    User,
)
from chancery.accounts.roles import Role


def is_set_up() -> bool:
    """Whether the first run is over: there is an office."""
    return Organiser.objects.exists()


def offices_of(user: User) -> QuerySet[Organiser]:
    """The offices a user belongs to, by short name."""
    return Organiser.objects.filter(memberships__user=user).order_by("ref")


def members_of(organiser: Organiser) -> QuerySet[Membership]:
    """The members of an office, by name."""
    members = Membership.objects.filter(organiser=organiser).select_related("user")
    return members.order_by("user__name", "user__email", "id")


def members_with_grants(organiser: Organiser) -> QuerySet[Membership]:
    """The members of an office with what they may read, their teams, and whether they have a second step."""
    members = members_of(organiser).annotate(has_step=access.has_second_step())
    return members.prefetch_related(
        Prefetch("grants", Grant.objects.order_by("secret")), Prefetch("teams", Team.objects.order_by("name"))
    )


def teams_of(organiser: Organiser) -> QuerySet[Team]:
    """The teams of an office with their members, by name."""
    return Team.objects.filter(organiser=organiser).prefetch_related("members__user").order_by("name")


def open_invitations(organiser: Organiser, now: datetime) -> QuerySet[ColleagueInvitation]:
    """The invitations of an office that can still be accepted."""
    return waiting_invitations(organiser).filter(expires_at__gt=now)


def waiting_invitations(organiser: Organiser) -> QuerySet[ColleagueInvitation]:
    """The invitations neither accepted nor withdrawn, also those grown too old, the newest first."""
    waiting = ColleagueInvitation.objects.filter(organiser=organiser, accepted_at=None, withdrawn_at=None)
    return waiting.select_related("invited_by").order_by("-created_at", "-id")


def user_called(email: str) -> User | None:
    """The account with an address, whatever the case of its letters."""
    return User.objects.filter(email__iexact=email.strip()).first()


def second_steps_of(user: User) -> dict[str, list[Authenticator]]:
    """What a user has set up beside the password, by kind: `totp`, `webauthn`, `recovery_codes`."""
    found: dict[str, list[Authenticator]] = {"totp": [], "webauthn": [], "recovery_codes": []}
    for authenticator in Authenticator.objects.filter(user=user).order_by("created_at", "id"):
        found.setdefault(authenticator.type, []).append(authenticator)
    return found


def invitation_of(key_digest: str, now: datetime) -> ColleagueInvitation | None:
    """The invitation behind a link, while it can be accepted."""
    found = ColleagueInvitation.objects.filter(
        key_digest=key_digest, accepted_at=None, withdrawn_at=None, expires_at__gt=now
    )
    return found.select_related("organiser", "invited_by").first()


def memberships_of(user: User) -> QuerySet[Membership]:
    """What a user is in which offices, by short name."""
    return Membership.objects.filter(user=user).select_related("organiser").order_by("organiser__ref")


def offices_asking_second_step(user: User) -> QuerySet[Organiser]:
    """The offices of somebody that ask for a second step, by short name."""
    return offices_of(user).filter(asks_second_step=True)


def posts_of(ministry: Organiser) -> QuerySet[Organiser]:
    """The posts of a ministry by city; `is_empty` says that nobody works there yet."""
    members = Membership.objects.filter(organiser=OuterRef("pk"))
    found = Organiser.objects.filter(parent=ministry).annotate(is_empty=~Exists(members))
    return found.order_by("city", "ref")


def post_invitations_of(ministry: Organiser) -> QuerySet[PostInvitation]:
    """What a ministry has asked and nobody answered, also what has lapsed, the newest first."""
    found = PostInvitation.objects.filter(UNANSWERED, organiser=ministry)
    return found.order_by("-created_at", "-id")


def declined_invitations_of(ministry: Organiser, since: datetime) -> QuerySet[PostInvitation]:
    """What was declined since a moment, the newest first."""
    return PostInvitation.objects.filter(organiser=ministry, declined_at__gte=since).order_by(
        "-declined_at", "-id"
    )


def owners_asked(invitation: PostInvitation) -> list[Membership]:
    """
    The owners who can answer an invitation, each once with an office of theirs, by address.

    One who was asked by address and owns several offices answers for whichever they like: the first is named.
    """
    owners = Membership.objects.filter(role=Role.OWNER, user__is_active=True)
    if invitation.post is not None:
        owners = owners.filter(organiser=invitation.post)
    else:
        owners = owners.filter(user__email__iexact=invitation.asked)
        owners = owners.filter(organiser__parent=None, organiser__posts=None)
    found = owners.exclude(organiser=invitation.organiser).select_related("user", "organiser")
    by_user = {member.user_id: member for member in found.order_by("-organiser__ref", "pk")}
    return sorted(by_user.values(), key=lambda member: member.user.email)


def open_token(digest: str, now: datetime) -> AccessToken | None:
    """The token with a digest, while it is good and the account of its member is open."""
    found = AccessToken.objects.filter(
        Q(expires_at=None) | Q(expires_at__gt=now),
        digest=digest,
        withdrawn_at=None,
        membership__user__is_active=True,
    )
    return found.select_related("membership__organiser", "membership__user").first()


def colleagues_provisioned(organiser: Organiser) -> QuerySet[ProvisionedColleague]:
    """The accounts that a directory keeps for an office, in the order in which it told of them."""
    here = Membership.objects.filter(user=OuterRef("user_id"), organiser=organiser)
    found = ProvisionedColleague.objects.filter(organiser=organiser).annotate(works_here=Exists(here))
    groups = Prefetch("groups", ProvisionedGroup.objects.order_by("name", "id"))
    return found.select_related("user", "organiser").prefetch_related(groups).order_by("id")


def groups_provisioned(organiser: Organiser) -> QuerySet[ProvisionedGroup]:
    """The groups that a directory keeps for an office with their members, in the order in which it told."""
    members = Prefetch("members", ProvisionedColleague.objects.select_related("user").order_by("id"))
    found = ProvisionedGroup.objects.filter(organiser=organiser)
    return found.select_related("organiser").prefetch_related(members).order_by("id")


def membership_of_provisioned(colleague: ProvisionedColleague) -> Membership | None:
    """What somebody is in the office that keeps their account."""
    found = Membership.objects.filter(organiser=colleague.organiser_id, user=colleague.user_id)
    return found.select_related("user", "organiser").first()


def is_open_here(colleague: ProvisionedColleague) -> bool:
    """Whether somebody can sign in and works in the office that keeps their account."""
    return colleague.user.is_active and membership_of_provisioned(colleague) is not None


def works_elsewhere(colleague: ProvisionedColleague) -> bool:
    """Whether another office has the account too."""
    others = Membership.objects.filter(user=colleague.user_id).exclude(organiser=colleague.organiser_id)
    return others.exists()


def role_by_groups(colleague: ProvisionedColleague) -> Role | None:
    """The first role, in their order, that a group gives."""
    given = set(ProvisionedGroup.objects.filter(members=colleague).values_list("role", flat=True))
    return next((role for role in Role if role in given), None)
