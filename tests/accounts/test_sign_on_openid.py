"""Signing in through a certified OpenID Connect server that the test starts on this machine."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user
from django.test import Client

from chancery.accounts.models import User
from tests import make
from tests.accounts.identity.browsing import walk_through

pytestmark = pytest.mark.loopback

FOLDER = Path(__file__).parent / "identity"
CALLBACK = "http://testserver/account/oidc/ministry/login/callback/"
CANNOT_BE_TRUSTED = "cannot be trusted; try again, or sign in another way."


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a running server, known there as `chancery`."""
    subprocess.run([FOLDER.parents[2] / "tools" / "identity-servers"], check=True)
    command = ["node", "openid.mjs", CALLBACK]
    with subprocess.Popen(
        command, cwd=FOLDER, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        assert address
        yield address
        running.terminate()


@pytest.fixture
def ministry(server: str, settings: Any, db: Any) -> Iterator[str]:
    """The server as the installation knows it, honest at first."""
    app = {
        "provider_id": "ministry",
        "name": "Ministry",
        "client_id": "chancery",
        "secret": "hush-hush-hush-hush-hush-hush-hush",
        "settings": {"server_url": server, "verified_email": False},
    }
    kept = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {**kept, "APPS": [app]}}
    yield server
    requests.post(f"{server}/spoil?how=nothing", timeout=10)


@pytest.fixture
def ana(db: Any) -> User:
    """A member whom the server knows too."""
    return make.member(make.organiser(), who=make.user("ana@example.org", name="Ana")).user


def sent_to_server(client: Client, **query: str) -> str:
    """Press the button of the server; return where it leads."""
    response = client.post("/account/oidc/ministry/login/", query_params=query)
    assert response.status_code == 302
    return str(response.headers["Location"])


def come_back(client: Client, *, as_whom: str) -> Any:
    """Go to the server, sign in there, consent, and come back."""
    back = walk_through(sent_to_server(client), until=CALLBACK, login=as_whom, password="x")
    return client.get(back)


def test_a_member_signs_in_and_out_through_the_server(ministry: str, ana: User, client: Client) -> None:
    response = come_back(client, as_whom="ana")

    assert (response.status_code, response.headers["Location"]) == (302, "/")
    assert get_user(client) == ana
    [link] = SocialAccount.objects.all()
    assert (link.provider, link.uid, link.extra_data) == ("ministry", "ana", {})

    client.post("/account/logout/")
    assert not get_user(client).is_authenticated


def test_nothing_but_the_address_is_taken_from_the_server(ministry: str, ana: User, client: Client) -> None:
    come_back(client, as_whom="ana")

    ana.refresh_from_db()
    assert (ana.name, ana.language, ana.email) == ("Ana", "en", "ana@example.org")


def test_what_the_server_is_asked_cannot_be_changed_by_an_address(ministry: str, client: Client) -> None:
    plain = "redirect_uri=https://evil.example.org/&nonce=known&state=known"

    asked = parse_qs(urlsplit(sent_to_server(client, auth_params=plain, scope="groups")).query)

    assert asked["redirect_uri"] == [CALLBACK]
    assert asked["code_challenge_method"] == ["S256"]
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}
    assert len(asked["code_challenge"][0]) == 43
    assert len(asked["nonce"][0]) == 64
    assert asked["state"] != ["known"]


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ("signature", CANNOT_BE_TRUSTED),
        ("altered", CANNOT_BE_TRUSTED),
        ("unsigned", CANNOT_BE_TRUSTED),
        ("issuer", CANNOT_BE_TRUSTED),
        ("subject", CANNOT_BE_TRUSTED),
        ("missing", CANNOT_BE_TRUSTED),
        ("audience", "was made for another program;"),
        ("party", "was made for another program;"),
        ("expired", "is too old; try again,"),
        ("nonce", "belongs to no sign-in that was begun here; begin again."),
    ],
)
def test_a_spoilt_answer_opens_nothing(
    ministry: str, ana: User, client: Client, how: str, sentence: str
) -> None:
    requests.post(f"{ministry}/spoil?how={how}", timeout=10)

    response = come_back(client, as_whom="ana")

    assert response.status_code == 401
    assert sentence in response.content.decode()
    assert not get_user(client).is_authenticated
    assert not SocialAccount.objects.exists()


def test_an_answer_to_another_browser_opens_nothing(ministry: str, ana: User, client: Client) -> None:
    back = walk_through(sent_to_server(Client()), until=CALLBACK, login="ana", password="x")

    response = client.get(back)

    assert response.status_code == 401
    assert "belongs to no sign-in that was begun here" in response.content.decode()
    assert not get_user(client).is_authenticated


def test_an_answer_serves_once(ministry: str, ana: User, client: Client) -> None:
    back = walk_through(sent_to_server(client), until=CALLBACK, login="ana", password="x")
    client.get(back)
    client.post("/account/logout/")

    response = client.get(back)

    assert response.status_code == 401
    assert not get_user(client).is_authenticated


@pytest.mark.parametrize(
    ("whom", "sentence"),
    [
        ("unchecked", "Ministry does not say that it has checked your e-mail address;"),
        ("silent", "Ministry does not say that it has checked your e-mail address;"),
        ("nobody", "Ask an owner of your office to invite you;"),
    ],
)
def test_who_is_not_known_by_a_checked_address_is_refused(
    ministry: str, ana: User, client: Client, whom: str, sentence: str
) -> None:
    response = come_back(client, as_whom=whom)

    assert response.status_code == 401
    assert sentence in response.content.decode()
    assert list(User.objects.all()) == [ana]
    assert not SocialAccount.objects.exists()


def test_a_closed_account_stays_closed(ministry: str, client: Client) -> None:
    closed = make.user("closed@example.org", is_active=False, password="kept")

    response = come_back(client, as_whom="closed")

    assert client.get(response.headers["Location"]).status_code == 200
    assert response.headers["Location"] == "/account/inactive/"
    assert not get_user(client).is_authenticated
    assert not SocialAccount.objects.exists()
    closed.refresh_from_db()
    assert closed.has_usable_password()


def test_a_server_that_is_away_is_told_in_a_sentence(ministry: str, client: Client, settings: Any) -> None:
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = "http://127.0.0.1:9"

    response = client.post("/account/oidc/ministry/login/")

    assert response.status_code == 401
    assert "Ministry does not answer as it should; try again later" in response.content.decode()
