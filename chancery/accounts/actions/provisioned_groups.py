"""What groups of the directory of a ministry change by SCIM: the roles of an office."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.accounts import provisioning, queries
from chancery.accounts.actions import team
from chancery.accounts.actions.provisioning import NameTaken
from chancery.accounts.models import ProvisionedColleague, ProvisionedGroup
from chancery.accounts.provisioning import WITHOUT_GROUP, ToldGroup
from chancery.accounts.roles import Role
from chancery.base import audit, undo
from chancery.base.audit import Actor


@transaction.atomic
def save_group(group: ProvisionedGroup, told: ToldGroup, *, now: datetime, by: Actor) -> ProvisionedGroup:
    """Save a group, new or changed, and let its members be what it says. Errors: NameTaken; LastOwner."""
    same = ProvisionedGroup.objects.filter(organiser=group.organiser, name__iexact=told.name)
    if same.exclude(pk=group.pk).exists():
        raise NameTaken(told.name)
    colleagues = ProvisionedColleague.objects.filter(organiser=group.organiser, code__in=told.members)
    before = set(group.members.all()) if group.pk else set()
    with _roles_followed(before | set(colleagues), by=by):
        group.name, group.external_id, group.changed_at = told.name, told.external_id, now
        if group.pk is None:
            group.role = provisioning.role_named(told.name) or ""
            audit.create(group, by=by, code="accounts.provisionedgroup.created")
        else:
            audit.update(group, by=by, code="accounts.provisionedgroup.changed")
        group.members.set(colleagues)
    return group


@transaction.atomic
def give_role(group: ProvisionedGroup, role: Role | None, *, by: Actor) -> None:
    """Let the members of a group be something else, or nothing by it. Errors: LastOwner."""
    with _roles_followed(group.members.all(), by=by):
        group.role = role or ""
        audit.update(group, by=by, code="accounts.provisionedgroup.changed")


@transaction.atomic
def remove_group(group: ProvisionedGroup, *, by: Actor) -> None:
    """Forget a group; its members are what their other groups say. Errors: LastOwner."""
    with _roles_followed(set(group.members.all()), by=by):
        audit.delete(group, by=by, code="accounts.provisionedgroup.deleted")


@undo.after_undo("accounts.provisionedgroup")
def _told_again(row: models.Model, by: Actor) -> None:
    """What the directory says it says again at its next round."""
    raise undo.CannotUndo(_("This is kept by your directory; change it there."))


@contextmanager
def _roles_followed(colleagues: Iterable[ProvisionedColleague], *, by: Actor) -> Iterator[None]:
    """After a change of groups, let each be what their groups say; whom none named stays as they are."""
    touched = list(colleagues)
    before = {colleague.pk: queries.role_by_groups(colleague) for colleague in touched}
    yield
    for colleague in touched:
        role = queries.role_by_groups(colleague)
        if role is None and before[colleague.pk] is not None:
            role = WITHOUT_GROUP
        member = queries.membership_of_provisioned(colleague)
        if role is not None and member is not None and member.role != role:
            team.change_role(member, role, by=by)
