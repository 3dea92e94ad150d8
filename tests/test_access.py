"""
Every address × every role: who opens it, who is refused in words, for whom it does not exist.

A new address needs a row in `tests/addresses`: its name, the right it asks for (or an audience), and a
builder for each argument beside the office, which is given the office that shall own the object.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from django.utils.html import escape

from chancery.accounts.access import refusal
from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from tests.access import Answer, Cast, Row, address, answer, ask, body_of, cast, routes
from tests.addresses import ROWS

ROUTES = {route.name: route for route in routes()}


def row_of(name: str) -> Row:
    row = ROWS[name]
    return row if isinstance(row, Row) else Row(row)


@pytest.fixture(scope="module")
def table(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    """The people of the table, once for all its rows: what a test adds goes with the test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield cast()
        transaction.set_rollback(True)


@pytest.fixture
def everybody(table: Cast, db: Any) -> Cast:
    """The people of the table, and offices that no other test has written into."""
    office, elsewhere = (Organiser.objects.get(pk=kept.pk) for kept in (table.office, table.elsewhere))
    return replace(table, office=office, elsewhere=elsewhere)


def test_every_address_has_a_row() -> None:
    assert {"without a row": set(ROUTES) - set(ROWS), "without an address": set(ROWS) - set(ROUTES)} == {
        "without a row": set(),
        "without an address": set(),
    }


def test_every_row_builds_the_arguments_of_its_address() -> None:
    lacking = {
        name: ROUTES[name].arguments - {"ref"} - set(row_of(name).arguments)
        for name in ROWS
        if name in ROUTES
    }

    assert {name: sorted(arguments) for name, arguments in lacking.items() if arguments} == {}


@pytest.mark.parametrize("name", sorted(ROWS))
def test_each_role_gets_the_answer_of_the_table(everybody: Cast, name: str) -> None:
    route, row = ROUTES[name], row_of(name)
    path = address(route, row, everybody, objects_of=everybody.office)
    responses = {who: ask(session, path) for who, session in everybody.people.items()}

    answers = {who: answer(response) for who, response in responses.items()}

    assert answers == {who: row.expected(who) for who in everybody.people}
    for who, response in responses.items():
        assert "UNKNOWN VARIABLE" not in body_of(response), who
        if answers[who] is Answer.REFUSED:
            assert isinstance(row.needs, Right)
            assert escape(refusal(row.needs)) in body_of(response), who


@pytest.mark.parametrize(
    "name", sorted(name for name in ROWS if isinstance(row_of(name).needs, Right) and row_of(name).arguments)
)
def test_an_object_of_another_office_does_not_exist(everybody: Cast, name: str) -> None:
    path = address(ROUTES[name], row_of(name), everybody, objects_of=everybody.elsewhere)

    response = ask(everybody.people["owner"], path)

    assert answer(response) is Answer.UNKNOWN
    assert everybody.elsewhere.ref not in body_of(response)
