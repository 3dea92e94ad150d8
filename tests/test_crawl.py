"""
Every address as every role while every text of every row is hostile, and every form sent with hostile words.

No page fails, takes words for markup, code or an address of its own, shows a link that is closed to its
reader, or leaves half of what it refused; no file takes words for a formula, a line or a name. A slice runs
with all tests; `make crawl` walks everything: each address as each role, at each turn of words, one field
after the other, through every link and all background work.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import transaction
from django.test import Client

from chancery.accounts.models import Grant, Membership, Organiser
from chancery.seating.models import Room
from tests.access import Cast, Row, address, ask, body_of, cast, routes
from tests.addresses import ROWS
from tests.crawling.papers import faults_of_file
from tests.crawling.spoiling import spoil
from tests.crawling.walking import Walker, is_closed, links_of, name_of
from tests.crawling.words import KEPT

IS_WHOLE = os.environ.get("CHANCERY_CRAWL") == "whole"
ROUTES = {route.name: route for route in routes()}
PARTS = 1 if IS_WHOLE else 10
"""The slice holds every tenth address, in the order of their names."""
TURNS = [int(turn) for turn in os.environ.get("CHANCERY_CRAWL_TURNS", "").split()] or range(len(KEPT))
ROLES = os.environ.get("CHANCERY_CRAWL_ROLES", "").split()
"""Which turns and roles a whole crawl takes, all unless named."""
# Ends the session of everybody who follows.
LEFT_OUT = {"account_logout"}
MOST_TOLD = 40
LISTS = (
    "events:events",
    "events:tasks",
    "exhibition:taken",
    "occasions:campaigns",
    "occasions:every-series",
    "occasions:occasions",
    "programme:screening",
    "record:add",
)
"""Pages that readers open and that lead on to what only some of them may."""


@pytest.fixture(scope="module")
def table(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Cast]:
    """The people of the table, once for all rows: each in another language, the owner with every grant."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]  # of the plugin
        people = cast()
        languages = [code for code, _name in settings.LANGUAGES]
        for number, member in enumerate(Membership.objects.order_by("pk")):
            member.user.language = languages[number % len(languages)]
            member.user.save(update_fields=["language"])
        owner = Membership.objects.get(organiser=people.office, role="owner")
        Grant.objects.bulk_create(Grant(membership=owner, secret=secret) for secret in Grant.Secret)
        yield people
        transaction.set_rollback(True)


@pytest.fixture
def everybody(table: Cast, db: None) -> Cast:
    """The people of the table, and offices that no other test has written into."""
    office, elsewhere = (Organiser.objects.get(pk=kept.pk) for kept in (table.office, table.elsewhere))
    return replace(table, office=office, elsewhere=elsewhere)


@pytest.fixture(scope="module")
def walker() -> Walker:
    return Walker(IS_WHOLE)


@pytest.mark.parametrize("name", sorted(set(ROUTES) - LEFT_OUT)[::PARTS])
def test_no_address_takes_words_for_more_than_words(everybody: Cast, walker: Walker, name: str) -> None:
    path = _path_of(name, everybody)
    roles = (ROLES or everybody.people) if IS_WHOLE else ["owner"]

    found = []
    for walker.turn in TURNS if IS_WHOLE else [0]:
        with transaction.atomic():
            spoil(turn=walker.turn)
            for who in roles:
                for fault in walker.walk(who, everybody.people[who], path):
                    # A whole crawl takes hours; with -s it tells at once.
                    sys.stdout.write(f"turn {walker.turn} {name}: {fault}\n")
                    found.append(fault)
            transaction.set_rollback(True)

    assert not found, "\n".join([f"{len(found)} faults", *dict.fromkeys(found)][:MOST_TOLD])


@pytest.mark.parametrize("name", LISTS)
def test_no_link_of_a_list_is_closed_to_its_reader(everybody: Cast, name: str) -> None:
    path = _path_of(name, everybody)

    pages = {who: ask(session, path) for who, session in everybody.people.items()}
    closed = [
        (who, link)
        for who, page in pages.items()
        for link in links_of(BeautifulSoup(body_of(page), "lxml"), path)
        if page.status_code == HTTPStatus.OK and is_closed(name_of(link) or "", who)
    ]

    assert closed == []


def _path_of(name: str, everybody: Cast) -> str:
    """The address of a route, with objects made for it."""
    row = ROWS[name]
    chosen = row if isinstance(row, Row) else Row(row)
    return address(ROUTES[name], chosen, everybody, objects_of=everybody.office)


@pytest.mark.parametrize("name", ["record:press-paper", "seating:reasons"])
def test_a_paper_that_is_not_in_the_language_of_its_reader_is_refused_in_words(
    everybody: Cast, name: str
) -> None:
    path, client = _path_of(name, everybody), Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = everybody.people["protocol"]

    assert client.get(path).status_code == HTTPStatus.FOUND


def test_a_drawing_holds_nothing_that_no_drawing_may(everybody: Cast) -> None:
    path = _path_of("seating:room-svg", everybody)
    Room.objects.update(names={"en": "Hall \x0b"})

    drawing = ask(everybody.people["owner"], path)

    assert faults_of_file("image/svg+xml", body_of(drawing).encode()) == []
