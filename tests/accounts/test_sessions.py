"""How long a session lasts, what a password may not be made of, and what a browser is told over HTTPS."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.accounts import sessions
from tests import make
from tests.conftest import People

HOUR = 3600.0
NAMES = [
    *("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"),
    *("SESSION_COOKIE_SAMESITE", "SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS"),
]
ASK = (
    "import json, sys; from chancery import settings; "
    "print(json.dumps([getattr(settings, each) for each in sys.argv[1:]]))"
)


@pytest.fixture
def pass_hours(monkeypatch: Any) -> Any:
    """Let hours pass for sessions."""
    now = [sessions.time.time()]
    monkeypatch.setattr(sessions.time, "time", lambda: now[0])

    def _pass(hours: float) -> None:
        now[0] += hours * HOUR

    return _pass


def is_signed_in(client: Client) -> bool:
    return client.get("/o/mission/history/").status_code == 200


def test_a_session_without_a_sign_of_life_ends_after_a_day(pass_hours: Any, people: People) -> None:
    client = Client()
    client.force_login(people.owner)
    pass_hours(23)
    assert is_signed_in(client)
    key = client.session.session_key

    pass_hours(25)

    assert not is_signed_in(client)
    assert not sessions.SessionStore().exists(key)


def test_a_session_ends_after_two_weeks_however_it_is_used(pass_hours: Any, people: People) -> None:
    client = Client()
    client.force_login(people.owner)

    lasted = 0
    while is_signed_in(client):
        pass_hours(20)
        lasted += 20
        assert lasted < 400

    assert lasted > 14 * 24


def test_signing_in_again_begins_anew(pass_hours: Any, people: People) -> None:
    client = Client()
    client.force_login(people.owner)
    for _ in range(16):
        pass_hours(20)
        assert is_signed_in(client)

    client.logout()
    client.force_login(people.owner)
    pass_hours(20)

    assert is_signed_in(client)


def test_a_sign_of_life_is_not_written_with_every_page(pass_hours: Any, people: People) -> None:
    client = Client()
    client.force_login(people.owner)
    is_signed_in(client)
    pass_hours(0.1)

    with CaptureQueriesContext(connection) as queries:
        is_signed_in(client)

    assert not [each for each in queries if "UPDATE" in each["sql"]]


def test_signing_out_clears_pages_and_no_store_of_the_door(people: People) -> None:
    client = Client()
    client.force_login(people.owner)

    page, left = client.get("/o/mission/"), client.post("/account/logout/")

    assert "Clear-Site-Data" not in page.headers
    # Neither "storage" nor "*": unsent scans of a door lie there.
    assert left.headers["Clear-Site-Data"] == '"cache"'


@pytest.mark.parametrize(
    "password", ["Chancery-Embassy-2026", "Protocol!Office!1992", "elsewhere embassy 12"]
)
def test_a_password_of_words_of_the_office_is_refused(db: Any, password: str) -> None:
    user = make.member(make.organiser("elsewhere")).user

    with pytest.raises(ValidationError) as refused:
        validate_password(password, user)

    assert "password_of_the_office" in {error.code for error in refused.value.error_list}


@pytest.mark.parametrize(
    "password",
    ["violet kettle under snow", "embassy violet kettle", "918273645019283746", "صباح الخير يا جاري"],
)
def test_a_password_with_words_of_ones_own_is_taken(db: Any, password: str) -> None:
    validate_password(password, make.user())


def test_over_https_cookies_belong_to_this_host_and_browsers_stay_with_https(tmp_path: Path) -> None:
    given = {**os.environ, "CHANCERY_HOME": str(tmp_path), "CHANCERY_BASE_URL": "https://events.example.org"}

    done = subprocess.run(
        [sys.executable, "-c", ASK, *NAMES], env=given, capture_output=True, text=True, check=True
    )

    assert json.loads(done.stdout) == [
        "__Host-sessionid",
        "__Host-csrftoken",
        True,
        True,
        "Lax",
        31_536_000,
        True,
    ]
