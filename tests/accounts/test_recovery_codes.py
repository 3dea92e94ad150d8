"""Recovery codes: shown once, kept hashed, each good once; printed ones outlive the change."""

import re
from importlib import import_module
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.apps import apps
from django.contrib.auth.hashers import PBKDF2PasswordHasher, ScryptPasswordHasher
from django.test import Client
from django.urls import reverse

from chancery.accounts.actions import recovery
from chancery.accounts.models import User
from tests import make
from tests.accounts.test_own_sessions import sure
from tests.accounts.test_signing_in import PASSWORD, code_of, is_signed_in, try_password
from tests.letters import letters

PATH = "/account/second-step/recovery-codes/"


@pytest.fixture
def ana(db: Any) -> User:
    """A member with an authenticator app."""
    ana = make.member(make.organiser("mission"), who=make.user("ana@example.org", password=PASSWORD)).user
    totp.TOTP.activate(ana, totp.generate_totp_secret())
    return ana


@pytest.fixture
def client(ana: User) -> Client:
    """Signed in, and sure who is there."""
    client = Client()
    client.force_login(ana)
    return sure(client)


def row_of(user: User) -> Authenticator:
    return Authenticator.objects.get(user=user, type="recovery_codes")


def opens(code: str) -> bool:
    visitor = Client()
    try_password(visitor, "ana@example.org", PASSWORD)
    visitor.post(reverse("mfa_authenticate"), {"code": code})
    return is_signed_in(visitor)


def shown_in(page: str) -> list[str]:
    return re.findall(r"\b\d{8}\b", page)


def test_codes_are_shown_once_and_then_counted(client: Client, ana: User) -> None:
    before = client.get(PATH).content.decode()
    made = client.post(PATH)
    after = client.get(PATH).content.decode() + client.get("/account/").content.decode()

    codes = shown_in(made.content.decode())
    assert len(set(codes)) == 10
    assert "no-store" in made.headers["Cache-Control"]
    assert not any(code in before + after for code in codes)
    assert "10 codes are left." in after
    assert opens(codes[9])
    assert "9 codes are left." in client.get("/account/").content.decode()


def test_nothing_that_is_kept_holds_a_code(ana: User) -> None:
    codes = recovery.make_codes(ana)

    kept = str(row_of(ana).data)

    assert not any(code in kept for code in codes)
    assert len({each.split("$")[1] for each in row_of(ana).data["hashes"]}) == 10


def test_the_hash_is_one_of_passwords(settings: Any, ana: User) -> None:
    settings.RECOVERY_CODE_HASHER = "scrypt"
    settings.PASSWORD_HASHERS = [
        f"{each.__module__}.{each.__name__}" for each in (PBKDF2PasswordHasher, ScryptPasswordHasher)
    ]

    [kept] = recovery.kept(["12345678"])["hashes"]

    assert kept.startswith("scrypt$16384$")


def test_codes_go_into_a_file_too(client: Client, ana: User) -> None:
    response = client.post(PATH, {"as_file": "yes"})

    assert response.headers["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
    assert opens(response.content.decode().splitlines()[0])


def test_new_codes_end_the_old_ones_and_are_told_by_mail(client: Client, ana: User) -> None:
    [old, *_more] = shown_in(client.post(PATH).content.decode())
    assert letters() == []

    client.post(PATH)

    assert not opens(old)
    assert len(letters()) == 1


def test_a_code_is_good_with_spaces_and_for_its_holder_alone(ana: User) -> None:
    ben = make.user("ben@example.org")
    code = recovery.make_codes(ana)[0]

    assert recovery.use_code(ben, code) is None
    assert recovery.use_code(ana, "00000000x") is None
    assert recovery.use_code(ana, f" {code[:4]} {code[4:]} ") is not None
    assert recovery.use_code(ana, code) is None


def test_making_codes_asks_who_is_there(ana: User) -> None:
    visitor = Client()
    visitor.force_login(ana)

    assert visitor.post(PATH).headers["Location"].startswith("/account/reauthenticate/")
    assert not Authenticator.objects.filter(type="recovery_codes").exists()


def test_without_a_second_step_there_are_none(db: Any) -> None:
    visitor = Client()
    visitor.force_login(make.user())

    assert visitor.post(PATH).headers["Location"] == "/account/"
    assert not Authenticator.objects.exists()


def test_the_first_app_leads_to_codes_which_go_with_the_last(db: Any) -> None:
    ben = make.user("ben@example.org", password=PASSWORD)
    visitor = Client()
    visitor.force_login(ben)
    page = sure(visitor).get(reverse("mfa_activate_totp"))

    done = visitor.post(reverse("mfa_activate_totp"), {"code": code_of(page.context["form"].secret)})

    assert done.headers["Location"] == PATH
    visitor.post(PATH)
    visitor.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=ben).exists()


def test_codes_that_were_printed_before_stay_good_and_used_ones_do_not(ana: User) -> None:
    """allauth kept a seed; what it made of it is what people have on paper."""
    of_allauth = RecoveryCodes.activate(ana)
    used, *printed = of_allauth.get_unused_codes()
    assert of_allauth.validate_code(used)
    change = import_module("chancery.accounts.migrations.0014_hash_recovery_codes")

    change.hash_codes(apps, None)
    change.hash_codes(apps, None)

    assert set(row_of(ana).data) == {"migrated_codes", "hashes"}
    assert len(row_of(ana).data["hashes"]) == 9
    assert not opens(used)
    assert opens(printed[0])
    assert opens(printed[8])
    assert not opens(printed[0])


def test_a_seed_whose_key_is_lost_stops_no_upgrade(ana: User) -> None:
    row = RecoveryCodes.activate(ana).instance
    row.data["seed"] = "gAAAAA-unreadable"
    row.save()

    import_module("chancery.accounts.migrations.0014_hash_recovery_codes").hash_codes(apps, None)

    assert row_of(ana).data["hashes"] == []
