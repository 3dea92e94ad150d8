"""What founds and changes offices."""

from typing import Any

from django.db import transaction

from chancery.accounts import queries
from chancery.accounts.actions import links, team, users
from chancery.accounts.models import Membership, Organiser, User
from chancery.accounts.roles import Role
from chancery.base import audit
from chancery.base.audit import Actor, Changes


class ShortNameTaken(Exception):
    """There is an office with this short name already."""


class AlreadySetUp(Exception):
    """The first run is over: there is an office."""


@transaction.atomic
def found_office(*, ref: str, names: dict[str, str], by: User | None, **fields: Any) -> Organiser:
    """Create an office; the founder, if there is one, becomes its owner. Errors: ShortNameTaken."""
    if Organiser.objects.filter(ref=ref).exists():
        raise ShortNameTaken(ref)
    organiser = Organiser(ref=ref, names=names, **fields)
    organiser.save()
    actor = Actor(organiser.pk, by)
    audit.note(organiser, by=actor, code="accounts.organiser.founded")
    if by is not None:
        team.join(organiser, by, Role.OWNER, by=actor)
    return organiser


@transaction.atomic
def set_up(*, office: dict[str, Any], owner: dict[str, Any]) -> tuple[Organiser, User]:
    """
    Found the first office with its owner, and close the first run.

    `office` holds the columns of the organiser, `owner` those of `add_user`.
    Errors: AlreadySetUp where another request was faster; AddressTaken.
    """
    if queries.is_set_up():
        raise AlreadySetUp
    user = users.add_user(**owner)
    organiser = found_office(by=user, **office)
    transaction.on_commit(links.close_set_up)
    return organiser, user


@transaction.atomic
def member_of(organiser: Organiser, *, email: str, name: str, role: Role = Role.OWNER) -> Membership:
    """Return the member of this address, who joins the office with `role` if not a member yet."""
    user = queries.user_called(email) or users.add_user(email=email, name=name)
    member = Membership.objects.filter(organiser=organiser, user=user).select_related("user").first()
    return member or team.join(organiser, user, role, by=Actor(organiser.pk))


@transaction.atomic
def change_office(organiser: Organiser, *, by: Actor) -> Changes:
    """Save what an owner wrote on the page of the office."""
    return audit.update(organiser, by=by, code="accounts.organiser.changed")
