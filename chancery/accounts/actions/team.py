"""What changes who works in an office, and as what."""

from collections.abc import Collection, Iterable

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from chancery.accounts.models import Grant, Membership, Organiser, Team, User
from chancery.accounts.roles import Role
from chancery.base import audit, undo
from chancery.base.audit import Actor


class LastOwner(Exception):
    """An office keeps at least one owner: somebody else has to become owner first."""


class AlreadyMember(Exception):
    """The user works in this office already."""


class TeamNameTaken(Exception):
    """The office has a team of this name already."""


@transaction.atomic
def join(organiser: Organiser, user: User, role: Role, *, by: Actor) -> Membership:
    """Make a user a member of an office. Errors: AlreadyMember."""
    if Membership.objects.filter(organiser=organiser, user=user).exists():
        raise AlreadyMember(user.email)
    membership = Membership(organiser=organiser, user=user, role=role)
    return audit.create(membership, by=by, code="accounts.membership.created")


@transaction.atomic
def change_member(membership: Membership, *, role: Role, secrets: Collection[str], by: Actor) -> None:
    """Save what a member is and which need-to-know texts they may read, and no others. Errors: LastOwner."""
    change_role(membership, role, by=by)
    _set_grants(membership, secrets, by=by)


@transaction.atomic
def change_role(membership: Membership, role: Role, *, by: Actor) -> Membership:
    """Let a member be something else. Errors: LastOwner."""
    if role is not Role.OWNER:
        keep_an_owner(membership)
    membership.role = role
    audit.update(membership, by=by, code="accounts.membership.changed")
    return membership


@transaction.atomic
def remove_member(membership: Membership, *, by: Actor) -> None:
    """Take a member out of the office, with their grants, teams and places in events. Errors: LastOwner."""
    keep_an_owner(membership)
    audit.delete(membership, by=by, code="accounts.membership.deleted")


@transaction.atomic
def save_team(team: Team, members: Collection[Membership], *, by: Actor) -> Team:
    """Save a team, new or changed, and who is in it. Errors: TeamNameTaken."""
    others = Team.objects.filter(organiser_id=team.organiser_id, name=team.name).exclude(pk=team.pk)
    if others.exists():
        raise TeamNameTaken(team.name)
    if team.pk is None:
        audit.create(team, by=by, code="accounts.team.created")
    else:
        audit.update(team, by=by, code="accounts.team.changed")
    before = _names(team.members.select_related("user"))
    team.members.set(members)
    if (after := _names(members)) != before:
        audit.note(
            team, by=by, code="accounts.team.members", changes={gettext_noop("members"): [before, after]}
        )
    return team


@transaction.atomic
def dissolve_team(team: Team, *, by: Actor) -> None:
    """Delete a team; its members stay in the office."""
    audit.delete(team, by=by, code="accounts.team.deleted")


def _set_grants(membership: Membership, secrets: Collection[str], *, by: Actor) -> None:
    held = {grant.secret: grant for grant in Grant.objects.filter(membership=membership)}
    for secret in sorted(set(secrets) - set(held)):
        grant = Grant(membership=membership, secret=secret, granted_by=by.user)
        audit.create(grant, by=by, code="accounts.grant.given")
    for secret in sorted(set(held) - set(secrets)):
        audit.delete(held[secret], by=by, code="accounts.grant.withdrawn")


@undo.after_undo("accounts.membership")
def _still_owned(row: models.Model, by: Actor) -> None:
    """Undo takes the last owner away as little as anything else does."""
    if not Membership.objects.filter(organiser_id=by.organiser_id, role=Role.OWNER).exists():
        raise undo.CannotUndo(_("An office keeps at least one owner; make somebody else owner first."))


def keep_an_owner(membership: Membership) -> None:
    """
    Refuse to lose the last owner who can sign in.

    The rows are locked, so that two owners cannot both leave. Errors: LastOwner.
    """
    owners = Membership.objects.select_for_update(of=("self",)).filter(
        organiser_id=membership.organiser_id, role=Role.OWNER
    )
    stay = [owner for owner in owners.select_related("user").order_by("pk") if owner.user.is_active]
    if membership.role == Role.OWNER and {owner.pk for owner in stay} <= {membership.pk}:
        raise LastOwner


def _names(members: Iterable[Membership]) -> list[str]:
    return sorted(str(member.user) for member in members)
