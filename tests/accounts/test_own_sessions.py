"""Where somebody is signed in, session by session, and how each is ended."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.accounts import browsers, sessions
from chancery.accounts.actions import users
from chancery.accounts.models import OpenSession, User
from chancery.base.models import AuditLine
from tests import make
from tests.accounts.test_signing_in import PASSWORD

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.5 Mobile/15E148 Safari/604.1"
)


@pytest.fixture
def ana(db: Any) -> User:
    return make.member(make.organiser("mission"), who=make.user("ana@example.org", password=PASSWORD)).user


def signed_in(user: User, browser: str) -> Client:
    client = Client(headers={"user-agent": browser})
    client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    return client


def sure(client: Client) -> Client:
    """Say the password once more, as ending a session asks."""
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def is_signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def address_of(user: User, system: str) -> str:
    return f"/account/sessions/{OpenSession.objects.get(user=user, system=system).code}/end/"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (FIREFOX, ("Firefox", "Windows")),
        (IPHONE, ("Mobile Safari", "iOS")),
        ("", ("", "")),
        ("<script>" * 1000, ("", "")),
    ],
)
def test_a_browser_is_named_in_words(said: str, words: tuple[str, str]) -> None:
    assert browsers.named_in(said) == words


def test_the_page_lists_each_session_and_marks_this_one(ana: User) -> None:
    here, _there = signed_in(ana, FIREFOX), signed_in(ana, IPHONE)
    signed_in(make.user("ben@example.org", password=PASSWORD), "Opera/9.80 (X11; Linux x86_64) Version/12.16")

    page = here.get("/account/").content.decode()

    assert page.index("Mobile Safari on iOS") < page.index("Firefox on Windows") < page.index("this device")
    assert page.count("Sign out there") == page.count("Sign out on every other device") == 1
    assert "Opera" not in page
    assert str(here.session.session_key) not in page


def test_one_session_is_ended_alone_and_leaves_a_line(ana: User) -> None:
    here, there, third = sure(signed_in(ana, FIREFOX)), signed_in(ana, IPHONE), signed_in(ana, "")

    here.post(address_of(ana, "iOS"))

    assert [is_signed_in(each) for each in (here, there, third)] == [True, False, True]
    assert AuditLine.objects.order_by("-pk")[0].reason == "Signed out on one device."


def test_all_others_are_ended_at_once(ana: User) -> None:
    here, there = sure(signed_in(ana, FIREFOX)), signed_in(ana, IPHONE)

    here.post("/account/sign-out-everywhere/")

    assert [is_signed_in(here), is_signed_in(there)] == [True, False]
    assert OpenSession.objects.get(user=ana).browser == "Firefox"


@pytest.mark.parametrize("address", ["/account/sign-out-everywhere/", ""])
def test_ending_sessions_asks_who_is_there(ana: User, address: str) -> None:
    here, there = signed_in(ana, FIREFOX), signed_in(ana, IPHONE)

    asked = here.post(address or address_of(ana, "iOS"))

    assert asked.headers["Location"].startswith("/account/reauthenticate/")
    assert is_signed_in(there)
    here.post(asked.headers["Location"], {"password": PASSWORD})
    assert not is_signed_in(there)


def test_nobody_ends_the_session_of_another(ana: User) -> None:
    here = signed_in(ana, FIREFOX)
    ben = sure(signed_in(make.user("ben@example.org", password=PASSWORD), IPHONE))

    assert ben.post(address_of(ana, "Windows")).status_code == 404
    assert is_signed_in(here)


def test_what_a_new_password_or_the_years_have_ended_is_not_listed(ana: User) -> None:
    signed_in(ana, IPHONE)
    signed_in(ana, "Opera/9.80 (X11; Linux x86_64) Version/12.16")
    OpenSession.objects.filter(browser="Opera").update(seen_at=timezone.now() - sessions.IDLE)
    here = sure(signed_in(ana, FIREFOX))
    ana.refresh_from_db()
    new = {
        "oldpassword": PASSWORD,
        "password1": "a wholly new password",
        "password2": "a wholly new password",
    }
    here.post("/account/password/change/", new)

    page = here.get("/account/").content.decode()

    assert "Firefox on Windows" in page
    assert "Mobile Safari" not in page
    assert "Opera" not in page


def test_a_session_from_before_is_listed_with_its_next_page(ana: User) -> None:
    here = Client()
    here.force_login(ana)
    kept = db.SessionStore(here.session.session_key)
    del kept[sessions.BROWSER]
    kept.save()
    OpenSession.objects.all().delete()

    here.get("/account/")

    assert "Unknown browser" in here.get("/account/").content.decode()


def test_pages_cost_nothing_more_for_it_and_the_list_one_query(ana: User) -> None:
    here = signed_in(ana, FIREFOX)
    counts = []
    for _turn in range(2):
        is_signed_in(here)
        with CaptureQueriesContext(connection) as asked:
            is_signed_in(here)
        counts.append(len(asked))
        assert not [each for each in asked if each["sql"].startswith(("UPDATE", "INSERT"))]
        assert len([each for each in asked if "accounts_opensession" in each["sql"]]) == 1
        signed_in(ana, IPHONE)
        signed_in(ana, IPHONE)

    assert counts[0] == counts[1]


def test_sessions_that_are_over_are_forgotten(ana: User) -> None:
    here, there = signed_in(ana, FIREFOX), signed_in(ana, IPHONE)
    now = timezone.now()
    Session.objects.filter(told__system="iOS").update(expire_date=now - timedelta(seconds=1))

    users.forget_sessions(now)

    assert is_signed_in(here)
    assert [each.system for each in OpenSession.objects.all()] == ["Windows"]
    assert not Session.objects.filter(pk=there.cookies["sessionid"].value).exists()
