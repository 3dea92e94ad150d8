"""Where the server listens, and what it says of that."""

import socket
from collections.abc import Iterator

import pytest

from chancery.base import rounds
from chancery.desk import serving

pytestmark = pytest.mark.enable_socket


@pytest.fixture
def busy() -> Iterator[int]:
    """A port of this machine that something else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        yield taken.getsockname()[1]


def test_a_busy_port_is_told_in_one_sentence(busy: int) -> None:
    with pytest.raises(serving.CannotListen) as refused:
        serving.listen("127.0.0.1", busy)

    assert str(refused.value) == (
        f"Port {busy} at 127.0.0.1 cannot be used (Address already in use); choose another one."
    )


def test_a_host_that_is_not_there_is_told_in_one_sentence() -> None:
    with pytest.raises(serving.CannotListen, match=r"Port 8100 at 192\.0\.2\.7 cannot be used"):
        serving.listen("192.0.2.7", 8100)


@pytest.mark.parametrize(
    ("base_url", "host", "address"),
    [
        ("http://localhost:8000", "127.0.0.1", "http://localhost:8100"),
        ("http://localhost:8000", "0.0.0.0", "http://localhost:8100"),
        ("http://localhost:8000", "192.0.2.7", "http://192.0.2.7:8100"),
        ("https://chancery.mission.example", "127.0.0.1", "https://chancery.mission.example"),
    ],
)
def test_the_address_that_is_told_has_a_name_where_it_can(
    settings: object, base_url: str, host: str, address: str
) -> None:
    settings.BASE_URL = base_url  # type: ignore[attr-defined]  # the fixture of pytest-django

    assert serving.address_of(host, 8100) == address


@pytest.mark.django_db
def test_a_round_is_gone_again_after_a_fault() -> None:
    gone = []

    def go(now: object) -> None:
        gone.append(now)
        raise RuntimeError if len(gone) == 1 else SystemExit

    with pytest.raises(SystemExit):
        rounds.go_on(rounds.Round("mailbox", 0, go, is_at_once=True))

    assert len(gone) == 2


def test_each_thing_that_returns_has_a_round() -> None:
    named = {each.name for each in rounds.ROUNDS}

    assert named == {
        *("rescue", "inbox", "wiping", "counting", "sealing", "handing over"),
        *("webhooks", "webhooks-log"),
    }
