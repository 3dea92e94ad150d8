"""The gallery of components as a site of its own."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer


@pytest.fixture
def gallery_site() -> Iterator[None]:
    """Serve `tests.base.gallery` with its own templates, through all the middleware of the house."""
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [Path(__file__).parent / "templates"]
    with override_settings(ROOT_URLCONF="tests.base.gallery", TEMPLATES=templates):
        yield


@pytest.fixture
def gallery_address(gallery_site: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """
    The address at which the gallery is served to a browser.

    It needs no database, but around each request Django asks the connections of earlier tests whether
    they are still good.
    """
    server = LiveServer("localhost")
    with django_db_blocker.unblock():
        yield server.url
        # Connections a browser left open close after this, so the database stays shared between threads.
        server.thread.terminate()
