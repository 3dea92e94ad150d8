"""Who may open the pages of signing in, members and offices."""

from datetime import timedelta

from django.utils import timezone

from chancery.accounts import leaving, seals
from chancery.accounts.models import ColleagueInvitation, Membership, Organiser, PostInvitation, Team
from chancery.accounts.roles import Right
from chancery.base.audit_seal import sealing
from chancery.base.models import AuditSeal, Job
from tests import make
from tests.access import Audience, Row, needs
from tests.addresses.shared import a_line


def a_member(office: Organiser) -> str:
    return make.member(office).code


def a_team(office: Organiser) -> str:
    return Team.objects.create(organiser=office, name="Protocol").code


def an_invitation(office: Organiser) -> str:
    tomorrow = timezone.now() + timedelta(days=1)
    return ColleagueInvitation.objects.create(
        organiser=office, email="new@example.org", role="press", key_digest="x", expires_at=tomorrow
    ).code


def a_post(office: Organiser) -> str:
    """The short name of a post of an office, where nobody works yet."""
    return make.organiser(f"post{office.pk}", parent=office).ref


def an_office_of_its_owners(office: Organiser) -> str:
    """The short name of another office with the same owners."""
    other = make.organiser(f"other{office.pk}")
    for owner in Membership.objects.filter(organiser=office, role="owner").select_related("user"):
        make.member(other, "owner", owner.user)
    return other.ref


def an_invitation_of_a_post(office: Organiser) -> str:
    """The code of an invitation by which an office asks another one to become its post."""
    tomorrow = timezone.now() + timedelta(days=1)
    return PostInvitation.objects.create(organiser=office, asked="consulate", expires_at=tomorrow).code


def an_invitation_by_a_ministry(office: Organiser) -> str:
    """The code of an invitation by which a ministry asks an office to become its post."""
    ministry, tomorrow = make.organiser(f"asking{office.pk}"), timezone.now() + timedelta(days=1)
    return PostInvitation.objects.create(
        organiser=ministry, asked=office.ref, post=office, expires_at=tomorrow
    ).code


def a_check(office: Organiser) -> str:
    """The code of a check of the seals over the history of an office."""
    return Job.objects.create(organiser_id=office.pk, kind=seals.CHECK).code


def a_parting(office: Organiser) -> str:
    """The code of a parting that an office began."""
    arguments = {"post": office.pk, "ministry": 0}
    return Job.objects.create(organiser_id=office.pk, kind=leaving.PART, arguments=arguments).code


def a_seal(office: Organiser) -> int:
    """The number of a seal over the history of an office."""
    a_line(office)
    sealing.seal_lines(office.pk, now=timezone.now())
    return AuditSeal.objects.get(organiser_id=office.pk).number


ROWS: dict[str, Right | Audience | Row] = {
    "accounts:accent": Right.OFFICE_VIEW,
    "accounts:accent_of": needs(Audience.EVERYBODY, digits=lambda office: "1f3a6e"),
    "accounts:accept_ministry": needs(Right.OFFICE_MANAGE, code=an_invitation_by_a_ministry),
    "accounts:address": Audience.SIGNED_IN,
    "accounts:attach_post": needs(Right.OFFICE_MANAGE, post=an_office_of_its_owners),
    "accounts:confirm_address": needs(Audience.SIGNED_IN, token=lambda office: "unknown"),
    "accounts:decline_ministry": needs(Right.OFFICE_MANAGE, code=an_invitation_by_a_ministry),
    "accounts:density": Audience.SIGNED_IN,
    "accounts:dissolve_team": needs(Right.OFFICE_MANAGE, code=a_team),
    "accounts:edit_team": needs(Right.OFFICE_MANAGE, code=a_team),
    "accounts:end_session": needs(Audience.SIGNED_IN, code=lambda office: "unknown"),
    "accounts:first_owner": needs(Right.OFFICE_MANAGE, post=a_post),
    "accounts:found_post": Right.OFFICE_MANAGE,
    "accounts:history": Right.OFFICE_VIEW,
    "accounts:invitation": needs(Audience.EVERYBODY, key=lambda office: "unknown"),
    "accounts:invite": Right.OFFICE_MANAGE,
    "accounts:keep": Audience.SIGNED_IN,
    "accounts:leave_ministry": Right.OFFICE_MANAGE,
    "accounts:link": needs(Audience.EVERYBODY, key=lambda office: "unknown"),
    "accounts:member": needs(Right.OFFICE_MANAGE, code=a_member),
    "accounts:mine": Audience.SIGNED_IN,
    "accounts:ministry": Right.OFFICE_MANAGE,
    "accounts:new_team": Right.OFFICE_MANAGE,
    "accounts:parting": needs(Right.OFFICE_MANAGE, job=a_parting),
    "accounts:parting_progress": needs(Right.OFFICE_MANAGE, job=a_parting),
    "accounts:posts": Right.OFFICE_MANAGE,
    "accounts:provisioning": Right.OFFICE_MANAGE,
    "accounts:release_post": needs(Right.OFFICE_MANAGE, post=a_post),
    "accounts:remove_member": needs(Right.OFFICE_MANAGE, code=a_member),
    "accounts:seal": Right.OFFICE_MANAGE,
    "accounts:seal_progress": needs(Right.OFFICE_MANAGE, job=a_check),
    "accounts:seal_receipt": needs(Right.OFFICE_MANAGE, number=a_seal),
    "accounts:second_step": Audience.SIGNED_IN,
    "accounts:send_again": needs(Right.OFFICE_MANAGE, code=an_invitation),
    "accounts:sign_out_everywhere": Audience.SIGNED_IN,
    "accounts:stop_seal": needs(Right.OFFICE_MANAGE, job=a_check),
    "accounts:team": Right.OFFICE_MANAGE,
    "accounts:undo": needs(Right.EVENTS_EDIT, number=a_line),
    "accounts:withdraw": needs(Right.OFFICE_MANAGE, code=an_invitation),
    "accounts:withdraw_post": needs(Right.OFFICE_MANAGE, code=an_invitation_of_a_post),
    "account_change_password": Audience.SIGNED_IN,
    "account_inactive": Audience.EVERYBODY,
    "account_login": Audience.EVERYBODY,
    "account_logout": Audience.SIGNED_IN,
    "account_reauthenticate": Audience.SIGNED_IN,
    "account_reset_password": Audience.EVERYBODY,
    "account_reset_password_done": Audience.EVERYBODY,
    "account_reset_password_from_key": needs(
        Audience.EVERYBODY, uidb36=lambda office: "1", key=lambda office: "unknown"
    ),
    "account_reset_password_from_key_done": Audience.EVERYBODY,
    "account_set_password": Audience.SIGNED_IN,
    "account_signup": Audience.EVERYBODY,
    "mfa_activate_totp": Audience.SIGNED_IN,
    "mfa_add_webauthn": Audience.SIGNED_IN,
    "mfa_authenticate": Audience.STEP,
    "mfa_deactivate_totp": Audience.HOLDER,
    "mfa_edit_webauthn": needs(Audience.SIGNED_IN, pk=lambda office: 1),
    "mfa_index": Audience.EVERYBODY,
    "mfa_list_webauthn": Audience.EVERYBODY,
    "mfa_login_webauthn": Audience.STEP,
    "mfa_reauthenticate": Audience.SIGNED_IN,
    "mfa_reauthenticate_webauthn": Audience.SIGNED_IN,
    "mfa_remove_webauthn": needs(Audience.SIGNED_IN, pk=lambda office: 1),
    "recovery_codes": Audience.SIGNED_IN,
    # tests/accounts/test_scim.py has those who come with one.
    "scim": needs(Audience.TOKEN, what=lambda office: "Users"),
    "openid_connect_callback": needs(Audience.UNKNOWN, provider_id=lambda office: "unknown"),
    "saml_acs": needs(Audience.UNKNOWN, key=lambda office: "unknown"),
    "saml_finish": needs(Audience.UNKNOWN, key=lambda office: "unknown"),
    "saml_login": needs(Audience.UNKNOWN, key=lambda office: "unknown"),
    "saml_metadata": needs(Audience.UNKNOWN, key=lambda office: "unknown"),
    "openid_connect_login": needs(Audience.UNKNOWN, provider_id=lambda office: "unknown"),
    "socialaccount_connections": Audience.SIGNED_IN,
    "socialaccount_login_cancelled": Audience.EVERYBODY,
    "socialaccount_login_error": Audience.EVERYBODY,
    "set_language": Audience.EVERYBODY,
    "socialaccount_signup": Audience.RESTART,
    "home": Audience.SIGNED_IN,
    "setup": needs(Audience.UNKNOWN, key=lambda office: "unknown"),
    "setup_name": needs(Audience.UNKNOWN, key=lambda office: "unknown"),
    "setup_owner": needs(Audience.UNKNOWN, key=lambda office: "unknown"),
    "health_live": Audience.EVERYBODY,
    "health_ready": Audience.EVERYBODY,
    # To whoever asks from this machine itself, as the table does; tests/base/watching has the others.
    "metrics": Audience.EVERYBODY,
    "mail_events": needs(Audience.UNKNOWN, provider=lambda office: "mailgun"),
}
