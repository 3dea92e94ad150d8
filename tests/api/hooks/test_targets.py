"""Where changes may be told: no private network, no other name than was looked at, ten seconds in all."""

import ipaddress
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from chancery.api.hooks import patterns, retries
from chancery.api.hooks.models import Trouble
from chancery.api.hooks.sending import send
from chancery.api.hooks.targets import Unusable, target_of
from tests.api.hooks.receiver import LOOPBACK, receiving

# Names of this machine and written addresses are read without any server of names.
pytestmark = pytest.mark.enable_socket


@pytest.mark.parametrize(
    ("address", "trouble"),
    [
        ("https://127.0.0.1/", Trouble.FORBIDDEN),
        ("https://[::1]/", Trouble.FORBIDDEN),
        ("https://10.1.2.3/", Trouble.FORBIDDEN),
        ("https://172.16.0.1/", Trouble.FORBIDDEN),
        ("https://192.168.1.1/", Trouble.FORBIDDEN),
        ("https://169.254.169.254/latest/meta-data/", Trouble.FORBIDDEN),
        ("https://[fe80::1]/", Trouble.FORBIDDEN),
        ("https://[fd00::1]/", Trouble.FORBIDDEN),
        ("https://0.0.0.0/", Trouble.FORBIDDEN),
        ("https://[::]/", Trouble.FORBIDDEN),
        ("https://100.64.0.1/", Trouble.FORBIDDEN),
        ("https://224.0.0.1/", Trouble.FORBIDDEN),
        ("https://255.255.255.255/", Trouble.FORBIDDEN),
        # IPv4 in IPv6: mapped, 6to4, NAT64
        ("https://[::ffff:127.0.0.1]/", Trouble.FORBIDDEN),
        ("https://[2002:7f00:1::]/", Trouble.FORBIDDEN),
        ("https://[64:ff9b::7f00:1]/", Trouble.FORBIDDEN),
        # numbers that some libraries read as addresses
        ("https://2130706433/", Trouble.FORBIDDEN),
        ("https://0x7f.1/", Trouble.FORBIDDEN),
        ("https://localhost/", Trouble.FORBIDDEN),
        ("http://192.0.32.7/", Trouble.NO_HTTPS),
        ("ftp://192.0.32.7/", Trouble.NO_HTTPS),
        ("javascript:alert(1)", Trouble.NO_HTTPS),
        ("https:///path", Trouble.UNREADABLE),
        ("https://user:word@192.0.32.7/", Trouble.UNREADABLE),
        ("https://192.0.32.7:99999/", Trouble.UNREADABLE),
        ("https://192.0.32.7/a b", Trouble.UNREADABLE),
        ("https://192.0.32.7/\r\nHost: x", Trouble.UNREADABLE),
        ("https://[192.0.32.7/", Trouble.UNREADABLE),
        ("https://192.0.32.7/#part", Trouble.UNREADABLE),
        ("https://192.0.32.7/" + "a" * 500, Trouble.UNREADABLE),
    ],
)
def test_an_address_that_nothing_is_sent_to(address: str, trouble: Trouble) -> None:
    with pytest.raises(Unusable) as unusable:
        target_of(address, ())

    assert unusable.value.trouble == trouble


def test_a_public_address_is_called() -> None:
    target = target_of("https://192.0.32.7:8443/told?by=1", ())

    assert (target.is_secure, target.host, target.ips, target.port) == (
        True,
        "192.0.32.7",
        ["192.0.32.7"],
        8443,
    )
    assert (target.path, target.host_header) == ("/told?by=1", "192.0.32.7:8443")


def test_an_allowed_network_is_called_by_https_and_this_machine_by_http() -> None:
    allowed = (ipaddress.ip_network("10.0.0.0/8"), *LOOPBACK)

    assert target_of("https://10.0.0.7/", allowed).ips == ["10.0.0.7"]
    assert target_of("http://127.0.0.1:8000/", allowed).port == 8000
    with pytest.raises(Unusable):
        target_of("http://10.0.0.7/", allowed)


def test_a_name_with_one_private_address_is_not_called(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 443)) for ip in ("192.0.32.7", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: answers)

    with pytest.raises(Unusable) as unusable:
        target_of("https://example.org/", ())

    assert unusable.value.trouble == Trouble.FORBIDDEN


@pytest.mark.loopback
def test_a_name_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that means something else a moment later is not asked again."""
    asked = []

    def answer(host: str, port: int, *_a: Any, **_k: Any) -> Any:
        asked.append(host)
        ip = "127.0.0.1" if host in {"example.org", "127.0.0.1"} else "192.0.2.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    with receiving() as receiver:
        port = receiver.url.rpartition(":")[2]
        monkeypatch.setattr(socket, "getaddrinfo", answer)
        sent = send(f"http://example.org:{port}", b"{}", {}, allowed=LOOPBACK)

    assert sent.status == 204
    assert asked.count("example.org") == 1
    assert receiver.got[0].headers["host"] == f"example.org:{port.partition('/')[0]}"


@pytest.mark.loopback
@pytest.mark.parametrize("is_silent", [True, False])
def test_a_slow_receiver_is_cut(is_silent: bool) -> None:
    """Nothing at all, and a letter at a time."""
    with receiving() as receiver:
        if is_silent:
            receiver.held.clear()
        receiver.answers = ["drip"]
        sent = send(receiver.url, b"{}", {}, allowed=LOOPBACK, seconds=0.4)

    assert (sent.status, sent.trouble) == (None, Trouble.TIME)
    assert sent.seconds < 3


@pytest.mark.loopback
def test_nobody_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    sent = send(f"http://127.0.0.1:{port}/", b"{}", {}, allowed=LOOPBACK)

    assert sent.trouble == Trouble.NO_CONNECTION


def certificate(folder: Path, name: str) -> Path:
    """A certificate for a name with its key in one file, signed by itself."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    called = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    kept = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / f"{name}.pem"
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + kept)
    return path


@pytest.mark.loopback
@pytest.mark.parametrize(
    ("name", "is_known", "status"),
    [("localhost", True, 204), ("example.org", True, None), ("localhost", False, None)],
)
def test_the_certificate_has_to_prove_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, is_known: bool, status: int | None
) -> None:
    made = certificate(tmp_path, name)
    if is_known:
        monkeypatch.setenv("SSL_CERT_FILE", str(made))

    with receiving(made) as receiver:
        sent = send(receiver.url.replace("127.0.0.1", "localhost"), b"{}", {}, allowed=LOOPBACK)

    assert sent.status == status
    assert sent.trouble == (None if status else Trouble.CERTIFICATE)


def test_waits_grow_and_end() -> None:
    waits = [retries.wait_after(tries, jitter=0) for tries in range(1, retries.MOST_TRIES + 1)]

    assert waits[-1] is None
    assert waits[:-1] == list(retries.WAITS)
    assert retries.wait_after(1, jitter=-1) == timedelta(seconds=4)
    assert retries.wait_after(1, jitter=1) == timedelta(seconds=6)
    assert retries.wait_after(1, jitter=0, retry_after=999_999) == timedelta(hours=10)


@pytest.mark.parametrize(
    ("pattern", "is_known"),
    [
        ("*", True),
        ("guests.*", True),
        ("guests.reply.*", True),
        ("guests.reply.recorded", True),
        ("programme.item.deleted", True),
        ("guests.reply.invented", False),
        ("guest.*", False),
        ("guests", False),
        ("guests*", False),
        ("", False),
    ],
)
def test_a_pattern_names_a_change_there_is(pattern: str, is_known: bool) -> None:
    assert patterns.names_something(pattern) == is_known
