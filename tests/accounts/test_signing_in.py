"""Every way in, what each refuses, and that none tells who has an account."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.actions import links, recovery
from chancery.accounts.models import SignInLink, User
from tests import make
from tests.letters import letters

PASSWORD = "seven grey herons by the lake"
LOGIN = "/account/login/"


@pytest.fixture
def ana(db: Any) -> User:
    """Somebody of one office, with a password."""
    return make.member(make.organiser("mission"), who=make.user("ana@example.org", password=PASSWORD)).user


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def try_password(client: Client, email: str, password: str) -> str:
    return client.post(LOGIN, {"login": email, "password": password}).content.decode()


def test_password_signs_in_and_the_session_gets_a_new_key(client: Client, ana: User) -> None:
    # A session from before, as an attacker might have planted it.
    planted = client.session
    planted["mark"] = "before"
    planted.save()
    client.cookies["sessionid"] = planted.session_key

    response = client.post(LOGIN, {"login": "ANA@example.org", "password": PASSWORD})

    assert response.headers["Location"] == "/"
    assert is_signed_in(client)
    assert client.session.session_key != planted.session_key


def test_the_same_sentence_comes_for_an_unknown_address_and_a_wrong_password(
    client: Client, ana: User
) -> None:
    wrong = try_password(client, "ana@example.org", "not the password")
    unknown = try_password(client, "nobody@example.org", "not the password")

    sentence = "This e-mail address and this password do not belong together."
    assert sentence in wrong
    assert sentence in unknown
    assert not is_signed_in(client)


def test_after_five_failures_even_the_right_password_waits(client: Client, ana: User) -> None:
    for _attempt in range(5):
        try_password(client, "ana@example.org", "not the password")

    refused = try_password(client, "ana@example.org", PASSWORD)

    assert "There were too many failed attempts; wait five minutes and try again." in refused
    assert not is_signed_in(client)


def test_failures_of_one_account_do_not_lock_another(client: Client, ana: User) -> None:
    make.user("ben@example.org", password=PASSWORD)
    for _attempt in range(5):
        try_password(client, "ana@example.org", "not the password")

    try_password(client, "ben@example.org", PASSWORD)

    assert is_signed_in(client)


def test_a_closed_account_does_not_open(client: Client, ana: User) -> None:
    User.objects.update(is_active=False)

    client.post(LOGIN, {"login": "ana@example.org", "password": PASSWORD})

    assert not is_signed_in(client)


def test_nobody_signs_up_by_themselves(client: Client, ana: User) -> None:
    response = client.post(
        "/account/signup/", {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    )

    assert "Accounts are made by invitation" in response.content.decode()
    assert not User.objects.filter(email="new@example.org").exists()


def test_a_page_that_needs_an_account_is_opened_after_signing_in(client: Client, ana: User) -> None:
    asked = client.get("/o/mission/")
    response = client.post(asked.headers["Location"], {"login": "ana@example.org", "password": PASSWORD})

    assert response.headers["Location"] == "/o/mission/"


def test_signing_in_never_leads_to_another_site(client: Client, ana: User) -> None:
    response = client.post(
        f"{LOGIN}?next=https://evil.example/", {"login": "ana@example.org", "password": PASSWORD}
    )

    assert response.headers["Location"] == "/"


# The one-time link.


def test_looking_at_a_link_does_not_use_it_up(client: Client, ana: User) -> None:
    path = reverse("accounts:link", args=[links.make_sign_in_link(ana, now=timezone.now())])

    for _look in range(3):
        assert client.get(path).status_code == 200
    client.post(path)

    assert is_signed_in(client)


def test_a_link_signs_in_once(client: Client, ana: User) -> None:
    path = reverse("accounts:link", args=[links.make_sign_in_link(ana, now=timezone.now())])
    Client().post(path)

    response = client.post(path)

    assert "This link is no longer good" in response.content.decode()
    assert not is_signed_in(client)


@pytest.mark.parametrize("age", [timedelta(hours=12), timedelta(days=30)])
def test_a_link_grows_too_old(client: Client, ana: User, age: timedelta) -> None:
    path = reverse("accounts:link", args=[links.make_sign_in_link(ana, now=timezone.now() - age)])

    client.post(path)

    assert not is_signed_in(client)


def test_a_link_of_a_closed_account_does_not_open_it(client: Client, ana: User) -> None:
    path = reverse("accounts:link", args=[links.make_sign_in_link(ana, now=timezone.now())])
    User.objects.update(is_active=False)

    client.post(path)

    assert not is_signed_in(client)


def test_a_key_is_kept_as_its_digest_alone(ana: User) -> None:
    key = links.make_sign_in_link(ana, now=timezone.now())

    kept = SignInLink.objects.values_list("key_digest", flat=True)

    assert key not in kept
    assert list(kept) == [links.digest(key)]


def test_a_good_and_a_bad_key_look_the_same(client: Client, ana: User) -> None:
    good = client.get(reverse("accounts:link", args=[links.make_sign_in_link(ana, now=timezone.now())]))
    bad = client.get(reverse("accounts:link", args=["unknown"]))

    def without_keys(page: str) -> str:
        return re.sub(r'value="[^"]*"', "", page)

    assert without_keys(good.content.decode()) == without_keys(bad.content.decode())


def test_too_many_keys_are_answered_by_a_sentence(client: Client, ana: User) -> None:
    answers = [client.post("/account/link/guess/") for _attempt in range(11)]

    assert [answer.status_code for answer in answers] == [200] * 10 + [429]
    assert "wait a minute and try again" in answers[-1].content.decode()


def test_who_came_by_a_link_alone_is_asked_for_a_way_to_come_back(client: Client, db: Any) -> None:
    user = make.member(make.organiser("mission")).user
    path = reverse("accounts:link", args=[links.make_sign_in_link(user, now=timezone.now())])

    response = client.post(path)

    assert response.headers["Location"] == reverse("accounts:keep")
    page = client.get(response.headers["Location"]).content.decode()
    assert reverse("account_set_password") in page
    assert reverse("mfa_add_webauthn") in page


def test_who_has_a_password_goes_to_the_office(client: Client, ana: User) -> None:
    response = client.post(reverse("accounts:link", args=[links.make_sign_in_link(ana, now=timezone.now())]))

    assert response.headers["Location"] == "/"


# A new password.


def test_the_page_after_asking_for_a_password_tells_nobody_who_has_an_account(
    client: Client, ana: User
) -> None:
    known = client.post("/account/password/reset/", {"email": "ana@example.org"}, follow=True)
    unknown = client.post("/account/password/reset/", {"email": "nobody@example.org"}, follow=True)

    assert known.content.decode().count("csrf") == unknown.content.decode().count("csrf")
    assert known.redirect_chain == unknown.redirect_chain
    assert [letter.to for letter in letters()] == ["ana@example.org", "nobody@example.org"]
    assert "/account/password/reset/key/" not in letters()[1].text


def test_the_link_by_mail_sets_a_new_password_once(client: Client, ana: User) -> None:
    client.post("/account/password/reset/", {"email": "ana@example.org"})
    found = re.search(r"http://testserver(\S+)", letters()[0].text)
    assert found is not None
    form = client.get(found[1], follow=True)
    new = {"password1": "a wholly new password", "password2": "a wholly new password"}

    client.post(form.redirect_chain[-1][0], new)

    ana.refresh_from_db()
    assert ana.check_password("a wholly new password")
    again = Client().get(found[1], follow=True)
    assert "This link is used up or too old; ask for a new one." in again.content.decode()


@pytest.mark.parametrize(("minutes", "is_old"), [(12 * 60 - 1, False), (12 * 60 + 1, True)])
def test_the_link_by_mail_is_good_for_twelve_hours(
    client: Client, ana: User, monkeypatch: pytest.MonkeyPatch, minutes: int, is_old: bool
) -> None:
    client.post("/account/password/reset/", {"email": "ana@example.org"})
    found = re.search(r"http://testserver(\S+)", letters()[0].text)
    assert found is not None
    later = datetime.now() + timedelta(minutes=minutes)  # as the maker of the link reads it
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda maker: later)

    page = client.get(found[1], follow=True).content.decode()

    assert ("This link is used up or too old; ask for a new one." in page) == is_old


def test_a_changed_password_is_told_by_mail_and_signs_other_devices_out(client: Client, ana: User) -> None:
    elsewhere = Client()
    elsewhere.force_login(ana)
    client.force_login(ana)
    new = "a wholly new password"

    client.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert client.get("/account/").status_code == 200
    assert elsewhere.get("/account/").headers["Location"] == "/account/login/?next=/account/"
    assert [letter.subject for letter in letters()] == ["Your password was changed"]


@pytest.mark.parametrize("weak", ["short", "password1234", "ana@example.org"])
def test_a_weak_password_is_refused(client: Client, ana: User, weak: str) -> None:
    client.force_login(ana)

    client.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": weak, "password2": weak})

    ana.refresh_from_db()
    assert ana.check_password(PASSWORD)


# The second step.


@pytest.fixture
def secret(ana: User) -> str:
    """Ana has an authenticator app."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(ana, secret)
    return secret


def code_of(secret: str) -> str:
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return str(totp.format_hotp_value(totp.hotp_value(secret, counter)))


def test_the_second_step_stands_between_password_and_office(client: Client, ana: User, secret: str) -> None:
    response = client.post(LOGIN, {"login": "ana@example.org", "password": PASSWORD})

    assert response.headers["Location"] == reverse("mfa_authenticate")
    assert not is_signed_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert is_signed_in(client)


def test_a_link_does_not_go_round_the_second_step(client: Client, ana: User, secret: str) -> None:
    client.post(reverse("accounts:link", args=[links.make_sign_in_link(ana, now=timezone.now())]))

    assert not is_signed_in(client)


def test_a_wrong_code_is_refused_in_words_and_too_many_are_stopped(
    client: Client, ana: User, secret: str
) -> None:
    client.post(LOGIN, {"login": "ana@example.org", "password": PASSWORD})

    pages = [client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode() for _ in range(6)]

    assert "This code is wrong or no longer good" in pages[0]
    assert "There were too many failed attempts; wait five minutes and try again." in pages[5]
    assert not is_signed_in(client)


def test_a_recovery_code_opens_once(client: Client, ana: User, secret: str) -> None:
    code = recovery.make_codes(ana)[3]

    for expected in (True, False):
        visitor = Client()
        visitor.post(LOGIN, {"login": "ana@example.org", "password": PASSWORD})
        visitor.post(reverse("mfa_authenticate"), {"code": code})
        assert is_signed_in(visitor) is expected


def test_the_secret_of_an_app_is_stored_encrypted(ana: User, secret: str) -> None:
    stored = Authenticator.objects.get(user=ana, type="totp")

    assert secret not in str(stored.data)
    assert stored.wrap().validate_code(code_of(secret))


def test_setting_up_an_app_asks_for_the_password_first(client: Client, ana: User) -> None:
    client.force_login(ana)

    response = client.get(reverse("mfa_activate_totp"))

    assert response.headers["Location"].startswith(reverse("account_reauthenticate"))
