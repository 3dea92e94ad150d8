"""
Every address as every role while every text of every row is hostile, and every form sent with hostile words.

No page fails, takes words for markup, code or an address of its own, or leaves half of what it refused. A
slice runs with all tests; `make crawl` walks everything: each address as each role, at each turn of words.
"""

import os
import traceback
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from chancery.accounts.models import Organiser
from tests.access import Cast, Row, address, cast, close_file, routes
from tests.addresses import ROWS
from tests.crawling.filling import Sending, sendings
from tests.crawling.judging import faults_of
from tests.crawling.spoiling import spoil
from tests.crawling.words import KEPT

IS_WHOLE = os.environ.get("CHANCERY_CRAWL") == "whole"
ROUTES = {route.name: route for route in routes()}
PARTS = 1 if IS_WHOLE else 10
"""The slice holds every tenth address, in the order of their names."""
TURNS = range(len(KEPT)) if IS_WHOLE else range(1)
# Ends the session of everybody who follows.
LEFT_OUT = {"account_logout"}


@pytest.fixture(scope="module")
def table(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Cast]:
    """The people of the table, once for all its rows."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]  # of the plugin
        yield cast()
        transaction.set_rollback(True)


@pytest.fixture
def everybody(table: Cast, db: None) -> Cast:
    """The people of the table, and offices that no other test has written into."""
    office, elsewhere = (Organiser.objects.get(pk=kept.pk) for kept in (table.office, table.elsewhere))
    return replace(table, office=office, elsewhere=elsewhere)


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("name", sorted(set(ROUTES) - LEFT_OUT)[::PARTS])
def test_no_address_takes_words_for_more_than_words(everybody: Cast, name: str, turn: int) -> None:
    row = ROWS[name] if isinstance(ROWS[name], Row) else Row(ROWS[name])  # type: ignore[arg-type]  # one of both
    path = address(ROUTES[name], row, everybody, objects_of=everybody.office)  # type: ignore[arg-type]  # as above
    spoil(turn=turn)
    people = everybody.people if IS_WHOLE else {"owner": everybody.people["owner"]}

    found = [fault for who, session in people.items() for fault in _walk(path, who, session)]

    assert found == []


def _walk(path: str, who: str, session: str) -> Iterator[str]:
    """Open an address and send each of its forms; whatever that changes is rolled back."""
    client = Client()
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    response, faults = _ask(client, path)
    yield from (f"{who} GET {path}: {fault}" for fault in faults)
    if response is None or not response.headers.get("Content-Type", "").startswith("text/html"):
        return
    for sending in sendings(response.content.decode(), path):
        if "logout" not in sending.address:
            yield from (
                f"{who} {sending.method} {sending.address} ({sending.how}): {fault}"
                for fault in _send(client, sending)
            )


def _send(client: Client, sending: Sending) -> list[str]:
    cache.clear()
    before = _counted()
    with transaction.atomic():
        response, faults = _ask(client, sending.address, sending)
        if response is not None and _is_refused(response) and _counted() != before:
            faults.append("refused, and something was kept")
        if response is not None and 300 <= response.status_code < 400:
            faults += _ask(client, response.headers["Location"])[1]
        transaction.set_rollback(True)
    return faults


def _ask(client: Client, path: str, sending: Sending | None = None) -> tuple[HttpResponse | None, list[str]]:
    """Ask, and say what is wrong with the answer; an exception is an answer that is wrong."""
    try:
        with transaction.atomic():
            if sending is None:
                response = client.get(path)
            elif sending.method == "get":
                response = client.get(sending.address, sending.values)
            else:
                response = client.post(sending.address, sending.values)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        where = next(
            (f"{each.filename}:{each.lineno}" for each in reversed(frames) if "/chancery/" in each.filename),
            "",
        )
        return None, [f"{type(error).__name__}: {str(error)[:200]} at {where}"]
    if response.streaming:
        close_file(response)
        return None, []
    return response, list(faults_of(response))


def _is_refused(response: HttpResponse) -> bool:
    return response.status_code in (400, 404, 405, 409, 413, 422) or (
        response.status_code == 200 and b'class="errorlist' in response.content
    )


def _counted() -> dict[str, int]:
    """How many rows each table of people's words has."""
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model.__module__.startswith("chancery.")
    }
