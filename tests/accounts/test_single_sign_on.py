"""Single sign-on by configuration: it opens accounts that exist, and makes none."""

from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from chancery.accounts.models import User
from chancery.configuration import UnusableConfiguration, read_configuration
from tests import make

TOML = """
[[oidc]]
id = "ministry"
name = "Ministry"
server = "https://sso.example.org/realms/mission"
client_id = "chancery"
secret_file = "oidc.secret"
sign_in_at = "https://login.example.org/"
"""


def configured(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Any:
    (folder / "chancery.toml").write_text(text)
    monkeypatch.setenv("CHANCERY_HOME", str(folder))
    return read_configuration()


def test_a_server_is_read_with_its_secret_and_origins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "oidc.secret").write_text("hush\n")

    [server] = configured(tmp_path, monkeypatch, TOML).oidc

    assert (server.key, server.name, server.secret) == ("ministry", "Ministry", "hush")
    assert server.origins == ("https://sso.example.org", "https://login.example.org")
    assert server.trusted_for_email is False


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (TOML, "oidc.secret, which cannot be read: No such file or directory."),
        (TOML.replace("client_id", "client"), "lacks client_id; write it."),
        (TOML.replace("secret_file", "secret_fil"), "has secret_fil, which is not known;"),
        (
            TOML.replace("_file", "") + 'trust_email = "yes"',
            "has trust_email = 'yes'; write true, false, or domains",
        ),
        (TOML.replace("https://sso", "sso"), "names the address 'sso.example.org/realms/mission';"),
    ],
)
def test_a_server_that_cannot_be_used_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, sentence: str
) -> None:
    with pytest.raises(UnusableConfiguration) as refused:
        configured(tmp_path, monkeypatch, text)

    assert sentence in str(refused.value)


@pytest.fixture
def ministry(settings: Any, db: Any) -> dict[str, Any]:
    """The settings of one server."""
    app = {
        "provider_id": "ministry",
        "name": "Ministry",
        "client_id": "chancery",
        "secret": "hush",
        "settings": {"server_url": "https://sso.example.org", "verified_email": False},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    made: dict[str, Any] = app["settings"]  # type: ignore[assignment]  # a dict among texts
    return made


def come_back(email: str, *, is_verified: bool) -> tuple[HttpRequest, HttpResponse]:
    """Return from the server as somebody with this address, as allauth sees it after the exchange."""
    request = RequestFactory().get("/account/oidc/ministry/login/callback/")
    SessionMiddleware(lambda _request: HttpResponse()).process_request(request)
    MessageMiddleware(lambda _request: HttpResponse()).process_request(request)
    request.user = AnonymousUser()
    with context.request_context(request):
        provider = get_adapter().get_provider(request, "ministry")
        claims = {"sub": "1234", "email": email, "email_verified": is_verified, "name": "Ana"}
        login = provider.sociallogin_from_response(request, {"userinfo": claims})
        login.state = {}
        return request, complete_social_login(request, login)


def test_the_sign_in_page_offers_the_server(client: Client, ministry: dict[str, Any]) -> None:
    make.organiser()

    page = client.get("/account/login/").content.decode()

    assert "Sign in through Ministry" in page
    assert 'action="/account/oidc/ministry/login/' in page


def test_a_member_with_a_verified_address_is_signed_in(ministry: dict[str, Any]) -> None:
    ana = make.member(make.organiser(), who=make.user("ana@example.org")).user

    request, response = come_back("Ana@Example.org", is_verified=True)

    assert response.status_code == 302
    assert request.user == ana
    assert SocialAccount.objects.get().user == ana


def test_an_address_that_the_server_does_not_vouch_for_opens_nothing(ministry: dict[str, Any]) -> None:
    make.member(make.organiser(), who=make.user("ana@example.org"))

    request, response = come_back("ana@example.org", is_verified=False)

    assert not request.user.is_authenticated
    assert "Ministry does not say that it has checked your e-mail address;" in response.content.decode()
    assert not SocialAccount.objects.exists()


def test_a_server_that_is_trusted_vouches_for_every_address(ministry: dict[str, Any]) -> None:
    ana = make.member(make.organiser(), who=make.user("ana@example.org")).user
    ministry["verified_email"] = True

    request, _response = come_back("ana@example.org", is_verified=False)

    assert request.user == ana


def test_a_server_may_vouch_for_its_own_domains_alone(ministry: dict[str, Any]) -> None:
    office = make.organiser()
    ana = make.member(office, who=make.user("ana@mission.example")).user
    make.member(office, who=make.user("bea@elsewhere.example"))
    ministry["verified_email"] = ["mission.example"]

    foreign, _response = come_back("bea@elsewhere.example", is_verified=False)
    own, _response = come_back("ana@mission.example", is_verified=False)

    assert own.user == ana
    assert not foreign.user.is_authenticated


def test_nobody_gets_an_account_by_single_sign_on(ministry: dict[str, Any]) -> None:
    make.organiser()

    request, response = come_back("new@example.org", is_verified=True)

    assert not request.user.is_authenticated
    assert "Accounts are made by invitation" in response.content.decode()
    assert not User.objects.exists()
    assert not EmailAddress.objects.exists()
