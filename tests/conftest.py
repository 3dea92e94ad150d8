"""What every test has: no network, and three people."""

import gc
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, settings
from pytest_socket import disable_socket, socket_allow_hosts

from chancery.accounts.models import Organiser, User
from tests import make, tables
from tests.serving import Site, serving_in_a_thread

# How fast a busy machine makes up examples says nothing about the rules. The same code is asked the same
# questions each time, so that what lands is what was tested; `make fuzz` asks new ones.
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("fuzz", settings.get_profile("house"), derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("CHANCERY_EXAMPLES", "house"))


# Thousands of tests stay in memory to the end; looking through them again and again took an eighth of a run.
gc.set_threshold(50_000, 20, 20)

NEEDS_A_DATABASE = frozenset({"db", "transactional_db", "live_server"})


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run on PostgreSQL only what asks a database: the rest is the same on both, and runs on SQLite."""
    if connection.vendor != "postgresql":
        return
    left = [item for item in items if not _asks_a_database(item)]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if _asks_a_database(item)]


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was collected is no garbage, and is not looked through for any."""
    gc.collect()
    gc.freeze()


def _asks_a_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    return not NEEDS_A_DATABASE.isdisjoint(fixtures) or item.get_closest_marker("django_db") is not None


def pytest_runtest_setup(item: pytest.Item) -> None:
    if "loopback" in item.keywords:
        socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    elif "browser" not in item.keywords:
        disable_socket(allow_unix_socket=True)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings: None, django_db_keepdb: bool) -> bool:
    """Take the tables that lie ready, if any; they are copied into the home of the run."""
    return tables.lay_ready() or django_db_keepdb


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any, django_db_use_migrations: bool) -> None:
    """The tables of this run are kept for the next one."""
    if django_db_use_migrations:
        with django_db_blocker.unblock():
            tables.keep()


@pytest.fixture(autouse=True)
def forget_attempts() -> None:
    """Limits on attempts count in the cache; each test begins without any."""
    cache.clear()


@pytest.fixture(autouse=True)
def mail_leaves_through_the_outbox(settings: Any) -> None:
    """Django puts a mailer of its own into tests; here mail is posted as in an installation."""
    settings.MAILERS = {"default": {"BACKEND": "chancery.base.outbox.mailer.OutboxMailer"}}


@dataclass(frozen=True)
class People:
    """The owner and a colleague of one office, and a stranger who owns another."""

    office: Organiser
    owner: User
    colleague: User
    stranger: User


@pytest.fixture
def people(db: Any) -> People:
    """An office with its owner and a protocol officer, and a stranger from elsewhere."""
    office = make.organiser("mission")
    elsewhere = make.organiser("elsewhere")
    return People(
        office=office,
        owner=make.member(office, "owner").user,
        colleague=make.member(office, "protocol").user,
        stranger=make.member(elsewhere, "owner").user,
    )


@pytest.fixture
def signed_in(people: People) -> Client:
    """A client in which the owner has signed in."""
    client = Client()
    client.force_login(people.owner)
    return client


@pytest.fixture
def asgi_server(transactional_db: Any) -> Iterator[Site]:
    """
    The server of the product in a thread, on the database of the test: pages, streams and thin routes.

    Its connections end with each request, so that none is left when the test's database goes.
    """
    with serving_in_a_thread() as site:
        yield site
