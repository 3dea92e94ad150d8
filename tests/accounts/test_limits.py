"""Limits on attempts, also where several processes serve one office."""

import threading

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client, override_settings

from tests import make

SHARED = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "base_attempts"},
}


@pytest.mark.django_db
def test_processes_that_share_a_database_count_together() -> None:
    with override_settings(CACHES=SHARED):
        call_command("createcachetable", verbosity=0)
        make.member(make.organiser(), who=make.user("ana@example.org", password="seven grey herons"))
        wrong = {"login": "ana@example.org", "password": "four grey herons"}
        for _attempt in range(5):
            Client().post("/account/login/", wrong)
            # What a process remembers by itself is gone; the next one asks the database.
            caches._connections = threading.local()  # type: ignore[attr-defined]  # where Django keeps them

        client = Client()
        client.post("/account/login/", wrong | {"password": "seven grey herons"})

    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_without_failures_the_same_password_opens() -> None:
    make.member(make.organiser(), who=make.user("ana@example.org", password="seven grey herons"))
    client = Client()

    client.post("/account/login/", {"login": "ana@example.org", "password": "seven grey herons"})

    assert "_auth_user_id" in client.session
