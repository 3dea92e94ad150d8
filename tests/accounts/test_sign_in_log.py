"""Every sign-in, every refusal of one and every signing out leaves a line; no line holds an address."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.actions import links
from chancery.accounts.models import User
from chancery.base import logs
from tests import make
from tests.accounts.test_signing_in import PASSWORD, code_of, try_password
from tests.accounts.test_single_sign_on import come_back, ministry  # noqa: F401  # a fixture

type Words = dict[str, Any]


class Told(logging.Handler):
    """Keeps what an installation would have written, in both forms."""

    def __init__(self) -> None:
        super().__init__()
        self.plain: list[str] = []
        self.words: list[Words] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = json.loads(logs.AsJson().format(record))
        names = ("level", "account", "address", "by", "why", "network")
        self.plain.append(logs.Plain().format(record))
        self.words.append({name: line[name] for name in names if name in line})


@pytest.fixture
def told() -> Iterator[Told]:
    kept, log = Told(), logging.getLogger("chancery.sign_in")
    log.addHandler(kept)
    yield kept
    log.removeHandler(kept)


@pytest.fixture
def ana(db: Any) -> User:
    return make.member(make.organiser("mission"), who=make.user("ana@example.org", password=PASSWORD)).user


def line(user: User | None = None, **words: str) -> Words:
    """A line about an account, from the network of the tests."""
    whom: Words = {} if user is None else {"account": user.pk}
    level = "warning" if "why" in words else "info"
    return {"level": level, **whom, **words, "network": "127.0.0.0/24"}


def test_signing_in_and_out_leaves_a_line_each(told: Told, client: Client, ana: User) -> None:
    try_password(client, "ana@example.org", PASSWORD)
    client.post("/account/logout/")

    assert told.words == [line(ana, by="password"), line(ana)]
    assert told.plain[0].startswith(f"Signed in: account {ana.pk}, by password, network 127.0.0.0/24. [")
    assert told.plain[1].startswith(f"Signed out: account {ana.pk}, network 127.0.0.0/24. [")


def test_a_wrong_password_is_told_with_the_account_it_was_tried_on(
    told: Told, client: Client, ana: User
) -> None:
    for _attempt in range(6):
        try_password(client, "ANA@example.org", "not the password")

    wrong, stopped = line(ana, by="password", why="wrong"), line(ana, by="password", why="too many attempts")
    assert told.words == [wrong] * 5 + [stopped]


def test_an_address_without_an_account_is_told_as_a_digest(told: Told, client: Client, ana: User) -> None:
    for typed in ("nobody@example.org", "Nobody@example.org", "seven-grey-herons@example.org"):
        try_password(client, typed, PASSWORD)

    first, again, other = (words["address"] for words in told.words)
    assert first == again != other
    assert [len(each) for each in (first, other)] == [12, 12]
    assert not any("@" in each or "heron" in each or "nobody" in each for each in told.plain)


def test_a_closed_account_is_told(told: Told, client: Client, ana: User) -> None:
    User.objects.update(is_active=False)

    try_password(client, "ana@example.org", PASSWORD)

    assert told.words == [line(ana, by="password", why="account closed")]


def test_both_steps_are_told_in_one_line_and_a_wrong_code_in_its_own(
    told: Told, client: Client, ana: User
) -> None:
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(ana, secret)
    try_password(client, "ana@example.org", PASSWORD)
    assert told.words == []

    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})

    assert told.words == [line(ana, by="second step", why="wrong"), line(ana, by="password + app")]


def test_links_are_told_and_bad_ones_refused(told: Told, client: Client, ana: User) -> None:
    path = reverse("accounts:link", args=[links.make_sign_in_link(ana, now=timezone.now())])

    client.post(path)
    Client().post(path)

    assert told.words == [line(ana, by="link"), line(by="link", why="wrong")]


def test_a_passkey_that_nobody_has_is_told(told: Told, client: Client, ana: User) -> None:
    client.post(reverse("mfa_login_webauthn"), {"credential": json.dumps({"id": "x", "rawId": "eA"})})

    assert told.words == [line(by="passkey", why="wrong")]


def test_a_confirmation_that_fails_is_told(told: Told, client: Client, ana: User) -> None:
    try_password(client, "ana@example.org", PASSWORD)

    client.post("/account/reauthenticate/", {"password": "not the password"})

    assert told.words == [line(ana, by="password"), line(ana, by="password", why="wrong")]


def test_sign_on_through_a_server_is_told_and_who_has_no_account(
    told: Told,
    ana: User,
    ministry: dict[str, Any],  # noqa: F811  # the fixture
) -> None:
    come_back("guest@example.org", is_verified=True)
    come_back("ana@example.org", is_verified=True)

    stranger, entered = told.words
    assert entered == line(ana, by="server ministry")
    assert stranger == line(address=stranger["address"], by="server ministry", why="no account")
    assert "guest" not in told.plain[0]


def test_a_server_that_is_not_believed_is_told(
    told: Told,
    client: Client,
    ministry: dict[str, Any],  # noqa: F811  # the fixture
) -> None:
    client.get("/account/oidc/ministry/login/callback/", {"state": "made-up", "code": "x"})

    assert told.words == [line(by="server ministry", why="no usable answer")]
