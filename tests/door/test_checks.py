"""What an installation is told of the telephones at its doors: the address, and how long it is certified."""

import socket
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from chancery import checks as installation
from chancery.door import checks
from chancery.events.models import Event
from tests import make
from tests.conftest import People
from tests.door import built

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 9)


@pytest.fixture
def event(people: People) -> Event:
    event = make.event_of(people.office)
    Event.objects.filter(pk=event.pk).update(held_on=DAY, held_until_on=None)
    return event


@pytest.fixture
def paired(event: Event) -> Event:
    built.device(built.door(event), paired_at=NOW)
    return event


def ids(ends: datetime) -> list[str | None]:
    return [message.id for message in checks.door(lambda _host: ends, NOW)]


def test_nothing_is_said_where_no_telephone_is_paired(event: Event, settings: Any) -> None:
    settings.BASE_URL = "http://192.168.1.10:8000"
    built.device(built.door(event))

    assert ids(NOW) == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://localhost:8000", []),
        ("https://door.mission.example", []),
        ("http://door.mission.example", ["chancery.door-address"]),
        ("https://192.168.1.10", ["chancery.door-address"]),
        ("https://[fd00::1]", ["chancery.door-address"]),
        ("https://door", ["chancery.door-address"]),
        ("https://door.local", ["chancery.door-address"]),
    ],
)
def test_a_camera_needs_https_and_a_name(
    paired: Event, settings: Any, address: str, expected: list[str]
) -> None:
    settings.BASE_URL = address

    assert ids(NOW + timedelta(days=90)) == expected


@pytest.mark.parametrize(("ends", "expected"), [(DAY, 1), (DAY + timedelta(days=1), 0)])
def test_the_certificate_lasts_for_the_last_day(
    paired: Event, settings: Any, ends: date, expected: int
) -> None:
    settings.BASE_URL = "https://door.mission.example"

    assert (
        ids(datetime(ends.year, ends.month, ends.day, 10, tzinfo=UTC))
        == ["chancery.door-certificate"] * expected
    )


def test_an_event_that_is_over_asks_for_nothing(paired: Event, settings: Any) -> None:
    settings.BASE_URL = "http://192.168.1.10"

    assert checks.door(lambda _host: NOW, NOW + timedelta(days=30)) == []


def test_a_certificate_in_a_file_is_read(paired: Event, settings: Any, tmp_path: Path) -> None:
    settings.BASE_URL = "https://door.mission.example"
    settings.CERTIFICATE = certificate(tmp_path, "door.mission.example", NOW + timedelta(days=2))

    [warning] = checks.door(now=NOW)

    assert "ends on 2026-05-06, and telephones are paired for 2026-05-09" in warning.msg


def test_a_certificate_of_another_name_is_none(paired: Event, settings: Any, tmp_path: Path) -> None:
    settings.BASE_URL = "https://door.mission.example"
    settings.CERTIFICATE = certificate(tmp_path, "other.example", NOW + timedelta(days=90))

    [warning] = checks.door(now=NOW)

    assert "is made out to another name" in warning.msg


def test_an_address_that_nobody_answers_is_said() -> None:
    def unanswered(_address: object, timeout: float) -> socket.socket:
        raise TimeoutError(f"timed out after {timeout}")

    with pytest.raises(checks.NoCertificate, match="443 is not reached: timed out"):
        checks.ends_at_address("door.mission.example", 443, unanswered)


def certificate(folder: Path, host: str, ends: datetime) -> Path:
    """A certificate for a host in a file."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)]),
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    path.write_bytes(made.public_bytes(Encoding.PEM))
    return path


def test_the_check_of_the_command_asks_for_it(
    paired: Event, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.BASE_URL = "https://192.168.1.10"
    Event.objects.filter(pk=paired.pk).update(held_on=datetime.now(UTC).date() + timedelta(days=1))

    installation.say_what_is_wrong()

    assert "(chancery.door-address)" in capsys.readouterr().err
