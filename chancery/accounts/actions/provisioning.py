"""What the directory of a ministry changes by SCIM: accounts of an office, and who works there."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db import transaction

from chancery.accounts import queries
from chancery.accounts.actions import team, users
from chancery.accounts.models import Membership, Organiser, ProvisionedColleague, User
from chancery.accounts.provisioning import WITHOUT_GROUP, Told
from chancery.accounts.roles import Role
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.codes import new_code

# An end of addresses that no mail ever reaches.
RETIRED = "retired.invalid"


class NameTaken(Exception):
    """The office has a colleague, or a group, of this name already."""


class AddressInUse(Exception):
    """Another account has this address; its holder joins by invitation."""


@transaction.atomic
def adopt_members(organiser: Organiser) -> None:
    """Show the directory who worked in the office before it spoke of them; for them nothing changes."""
    known = ProvisionedColleague.objects.filter(organiser=organiser).values("user_id")
    unknown = Membership.objects.filter(organiser=organiser).exclude(user_id__in=known)
    ProvisionedColleague.objects.bulk_create(
        ProvisionedColleague(organiser=organiser, user=member.user, user_name=member.user.email)
        for member in unknown.select_related("user").order_by("pk")
    )


@transaction.atomic
def add_colleague(organiser: Organiser, told: Told, *, now: datetime, by: Actor) -> ProvisionedColleague:
    """
    Make an account and let it join the office, or take up that of a member of whom nothing was told yet.

    Errors: NameTaken; AddressInUse.
    """
    adopt_members(organiser)
    user = queries.user_called(told.email)
    found = ProvisionedColleague.objects.filter(organiser=organiser, user=user).first() if user else None
    if found is not None:
        if found.external_id or found.is_made_here:
            raise NameTaken(told.user_name)
        return change_colleague(found, told, now=now, by=by)
    _demand_free_name(organiser, told.user_name)
    if user is not None:
        raise AddressInUse(told.email)
    user = _new_account(organiser, told, by=by)
    colleague = ProvisionedColleague(
        organiser=organiser, user=user, is_made_here=True, made_at=now, user_name=told.user_name
    )
    colleague.save(force_insert=True)
    team.join(organiser, user, WITHOUT_GROUP, by=by)
    return change_colleague(colleague, told, now=now, by=by)


@transaction.atomic
def change_colleague(
    colleague: ProvisionedColleague, told: Told, *, now: datetime, by: Actor
) -> ProvisionedColleague:
    """
    Keep what the directory tells of a colleague, and follow it.

    Name and address are followed where the directory made the account and it works in this office alone:
    others change theirs by themselves. Errors: NameTaken; AddressInUse; LastOwner.
    """
    if told.user_name.casefold() != colleague.user_name.casefold():
        _demand_free_name(colleague.organiser, told.user_name)
    if colleague.is_made_here and not queries.works_elsewhere(colleague):
        _follow_identity(colleague.user, told, by=by)
    if told.is_open != queries.is_open_here(colleague):
        (_open if told.is_open else _close)(colleague, by=by)
    for field in ("user_name", "external_id", "display_name", "given_name", "family_name"):
        setattr(colleague, field, getattr(told, field))
    colleague.address_marks, colleague.changed_at = dict(told.address_marks), now
    colleague.save()
    return colleague


@transaction.atomic
def remove_colleague(colleague: ProvisionedColleague, *, by: Actor) -> None:
    """
    Close an account and take it out of the office; what it did stays in the history.

    One that works elsewhere too only leaves the office. Errors: LastOwner.
    """
    works_elsewhere = queries.works_elsewhere(colleague)
    if queries.is_open_here(colleague):
        _close(colleague, by=by)
    if member := queries.membership_of_provisioned(colleague):
        team.remove_member(member, by=by)
    if not works_elsewhere:
        _retire(colleague.user, by=by)
    colleague.delete()


def _demand_free_name(organiser: Organiser, user_name: str) -> None:
    if ProvisionedColleague.objects.filter(organiser=organiser, user_name__iexact=user_name).exists():
        raise NameTaken(user_name)


def _new_account(organiser: Organiser, told: Told, *, by: Actor) -> User:
    known = [code for code in organiser.languages if code in dict(settings.LANGUAGES)]
    user = users.add_user(email=told.email, name=told.name, language=known[0] if known else "en")
    audit.note(user, by=by, code="accounts.user.created", changes={"email": [None, user.email]})
    return user


def _retire(user: User, *, by: Actor) -> None:
    """
    Let an account that no office has give its address back: whoever has it next is another person.

    No way in stays, and the name stays under what was done.
    """
    before = user.email
    for ways_in in (Authenticator, SocialAccount, EmailAddress):
        ways_in.objects.filter(user=user).delete()
    user.set_unusable_password()
    user.name, user.email = user.name or before, f"{new_code()}@{RETIRED}"
    user.save(update_fields=["password", "name", "email"])
    audit.note(user, by=by, code="accounts.user.changed", changes={"email": [before, user.email]})


def _follow_identity(user: User, told: Told, *, by: Actor) -> None:
    known = queries.user_called(told.email)
    if known is not None and known != user:
        raise AddressInUse(told.email)
    before = {"name": user.name, "email": user.email}
    user.name = told.name or user.name
    if told.email.casefold() != user.email.casefold():
        user.email = told.email
        EmailAddress.objects.filter(user=user).delete()
    after = {"name": user.name, "email": user.email}
    if changes := {field: [before[field], after[field]] for field in after if before[field] != after[field]}:
        user.save(update_fields=list(changes))
        audit.note(user, by=by, code="accounts.user.changed", changes=changes)


def _close(colleague: ProvisionedColleague, *, by: Actor) -> None:
    """Close an account; one that works elsewhere too only leaves the office. Its sessions end either way."""
    user, member = colleague.user, queries.membership_of_provisioned(colleague)
    if member is not None:
        team.keep_an_owner(member)
    user.session_mark = new_code()
    if queries.works_elsewhere(colleague):
        user.save(update_fields=["session_mark"])
        if member is not None:
            colleague.role = member.role
            team.remove_member(member, by=by)
        return
    user.is_active = False
    user.save(update_fields=["session_mark", "is_active"])
    audit.note(user, by=by, code="accounts.user.changed", changes={"is_active": [True, False]})


def _open(colleague: ProvisionedColleague, *, by: Actor) -> None:
    user = colleague.user
    if not user.is_active and not queries.works_elsewhere(colleague):
        user.is_active = True
        user.save(update_fields=["is_active"])
        audit.note(user, by=by, code="accounts.user.changed", changes={"is_active": [False, True]})
    if queries.membership_of_provisioned(colleague) is None:
        role = queries.role_by_groups(colleague) or Role(colleague.role or WITHOUT_GROUP)
        team.join(colleague.organiser, user, role, by=by)
