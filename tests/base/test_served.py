"""Which address a command names beside a server that runs on a port of its own."""

from pathlib import Path
from typing import Any

import pytest

from chancery.base import served


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> None:
    settings.HOME, settings.BASE_URL = tmp_path, "http://localhost:8000"


def test_before_the_first_start_it_is_that_of_the_settings() -> None:
    assert served.address() == "http://localhost:8000"


def test_on_the_machine_itself_it_is_where_the_office_was_last_served() -> None:
    served.keep("http://localhost:8731")

    assert served.address() == "http://localhost:8731"


def test_the_address_of_an_office_on_the_network_holds(settings: Any) -> None:
    served.keep("http://localhost:8731")
    settings.BASE_URL = "https://office.example.org"

    assert served.address() == "https://office.example.org"
