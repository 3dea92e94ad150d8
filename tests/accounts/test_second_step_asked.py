"""An office that asks all its members for a second step: nothing of it opens without one."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.socialaccount.adapter import get_adapter
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from chancery.accounts.access import SecondStepMissing, office_for
from chancery.accounts.models import Organiser, User
from chancery.accounts.roles import Right, Role
from chancery.accounts.sessions import SECOND_STEP
from chancery.accounts.sign_on import openid
from chancery.base.models import AuditLine
from tests import make
from tests.accounts.test_own_sessions import sure
from tests.accounts.test_signing_in import PASSWORD, code_of, try_password
from tests.accounts.test_single_sign_on import come_back, ministry  # noqa: F401  # a fixture
from tests.desk.test_office_settings import WRITTEN

LEADS = "/account/second-step/asked/"


@pytest.fixture
def careful(db: Any) -> Organiser:
    """An office that asks."""
    return make.organiser("careful", asks_second_step=True)


def with_app(user: User) -> User:
    totp.TOTP.activate(user, totp.generate_totp_secret())
    return user


def opens(client: Client, ref: str = "careful") -> bool:
    return client.get(f"/o/{ref}/").status_code == 200


@pytest.mark.parametrize("role", Role)
def test_no_role_reaches_anything_without_a_second_step(careful: Organiser, role: Role) -> None:
    member = make.member(careful, role).user
    event = make.event(careful)
    client = Client()
    client.force_login(member)

    for path in ("/o/careful/", f"/o/careful/events/{event.code}/", "/o/careful/history/"):
        assert client.get(path).headers["Location"] == LEADS
        refused = client.post(path)
        assert refused.status_code == 403
        assert "asks all its members for a second step" in refused.content.decode()

    with_app(member)
    assert opens(client)


def test_a_part_of_a_page_is_refused_in_words(careful: Organiser) -> None:
    client = Client(headers={"hx-request": "true"})
    client.force_login(make.member(careful, "owner").user)

    assert client.get("/o/careful/find/").status_code == 403


def test_who_is_led_there_sets_a_second_step_up_and_goes_on(careful: Organiser) -> None:
    member = make.member(careful, "press", make.user("ana@example.org", password=PASSWORD)).user
    client = Client()
    try_password(client, member.email, PASSWORD)
    page = client.get("/o/careful/", follow=True).content.decode()
    assert f'href="{reverse("mfa_activate_totp")}"' in page
    assert "opens only to members who have one." in page

    setting_up = sure(client).get(reverse("mfa_activate_totp"))
    code = code_of(setting_up.context["form"].secret)
    client.post(reverse("mfa_activate_totp"), {"code": code})

    assert opens(client)


def test_other_offices_of_the_member_and_the_own_account_stay_open(careful: Organiser) -> None:
    member = make.member(careful, "owner").user
    make.member(make.organiser("mission"), "owner", member)
    client = Client()
    client.force_login(member)

    assert opens(client, "mission")
    assert client.get("/account/").status_code == 200
    assert client.get("/").status_code == 200
    assert not opens(client)


def test_strangers_learn_nothing_of_it(careful: Organiser) -> None:
    client = Client()
    client.force_login(make.user())

    assert client.get("/o/careful/").status_code == 404


def test_a_passkey_counts_and_recovery_codes_alone_do_not(careful: Organiser) -> None:
    member = make.member(careful, "owner").user
    Authenticator.objects.create(user=member, type="recovery_codes", data={})
    with pytest.raises(SecondStepMissing):
        office_for(member, "careful", Right.OFFICE_VIEW)

    Authenticator.objects.create(user=member, type="webauthn", data={})

    assert office_for(member, "careful", Right.OFFICE_VIEW).user == member


def test_an_owner_asks_for_it_and_the_history_tells(db: Any) -> None:
    owner = with_app(make.member(make.organiser("mission"), "owner").user)
    client = Client()
    client.force_login(owner)

    client.post("/o/mission/settings/", WRITTEN | {"asks_second_step": "on"})

    assert Organiser.objects.get().asks_second_step
    line = AuditLine.objects.get(code="accounts.organiser.changed")
    assert line.changes["asks_second_step"] == [False, True]
    client.post(f"/o/mission/history/{line.pk}/undo/")
    assert not Organiser.objects.get().asks_second_step


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OWNER])
def test_nobody_else_asks_for_it_or_ends_it(careful: Organiser, role: Role) -> None:
    client = Client()
    client.force_login(with_app(make.member(careful, role).user))

    assert client.post("/o/careful/settings/", WRITTEN).status_code == 403
    assert Organiser.objects.get().asks_second_step


def test_the_team_page_says_who_has_none_yet(careful: Organiser) -> None:
    client = Client()
    client.force_login(with_app(make.member(careful, "owner").user))
    assert "no second step yet" not in client.get("/o/careful/team/").content.decode()

    make.member(careful, "press")

    assert client.get("/o/careful/team/").content.decode().count("no second step yet") == 1


# Through a server.


@pytest.mark.parametrize(("asks", "counts"), [(True, True), (False, False)])
def test_a_server_that_asks_everybody_counts(
    careful: Organiser,
    ministry: dict[str, Any],  # noqa: F811  # the fixture
    asks: bool,
    counts: bool,
) -> None:
    make.member(careful, "press", make.user("ana@example.org"))
    ministry["second_step"] = asks

    request, _response = come_back("ana@example.org", is_verified=True)

    assert request.session[SECOND_STEP] is counts


@pytest.mark.parametrize(
    ("told", "counts"), [(["pwd", "mfa"], True), (["pwd"], False), ("mfa", False), (None, False)]
)
def test_what_a_server_says_in_its_signed_token_counts(
    ministry: dict[str, Any],  # noqa: F811  # the fixture
    told: Any,
    counts: bool,
) -> None:
    request = RequestFactory().get("/")
    SessionMiddleware(lambda _request: HttpResponse()).process_request(request)
    server = get_adapter().get_provider(request, "ministry")
    server.__class__ = openid.CheckedServer
    claims = {"sub": "1", "email": "ana@example.org", "amr": told}

    login = server.sociallogin_from_response(request, {"userinfo": openid.told_by(claims, {"amr": ["mfa"]})})

    assert login.has_second_step is counts


def test_a_session_that_a_server_vouches_for_opens_the_office_and_no_other_does(careful: Organiser) -> None:
    member = make.member(careful, "press", make.user("ana@example.org", password=PASSWORD)).user
    by_server, by_password = Client(), Client()
    by_server.force_login(member)
    kept = by_server.session
    kept[SECOND_STEP] = True
    kept.save()

    try_password(by_password, member.email, PASSWORD)

    assert opens(by_server)
    assert not opens(by_password)


def test_what_a_server_vouched_for_ends_with_the_next_sign_in(careful: Organiser) -> None:
    member = make.member(careful, "press", make.user("ana@example.org", password=PASSWORD)).user
    client = Client()
    client.force_login(member)
    kept = client.session
    kept[SECOND_STEP] = True
    kept.save()
    client.post("/account/logout/")

    try_password(client, member.email, PASSWORD)

    assert not opens(client)
