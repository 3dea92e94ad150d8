"""
Whether telephones at the doors can use this installation: a camera needs HTTPS and a good certificate.

Nothing is said where no telephone is paired for an event to come. docs/admin/venue.md tells what to do.
"""

import ipaddress
import socket
import ssl
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography import x509
from django.conf import settings
from django.core.checks import CheckMessage, Warning
from django.db import DatabaseError
from django.db.models.functions import Coalesce

from chancery.configuration import LOCAL_HOSTS
from chancery.door.models import Device

SECONDS = 3
"""So long the own address is waited for; a venue without a network answers at once or never."""

type Ends = Callable[[str], datetime]
type Connect = Callable[..., socket.socket]


class NoCertificate(Exception):
    """No certificate that a telephone would accept was found; the message says why."""


def last_day_of_telephones(today: date) -> date | None:
    """The last day of the events to come for which telephones are paired; None where there are none."""
    paired = Device.objects.filter(paired_at__isnull=False, revoked_at=None)
    days = paired.annotate(day=Coalesce("door__event__held_until_on", "door__event__held_on"))
    return days.filter(day__gte=today).order_by("-day").values_list("day", flat=True).first()


def door(ends: Ends | None = None, now: datetime | None = None, **_given: Any) -> list[CheckMessage]:
    """The address is one at which a camera may be used, and its certificate lasts for the telephones."""
    try:
        day = last_day_of_telephones((now or datetime.now(UTC)).date())
    except DatabaseError:
        # The check of the database says so; before the first start there are no tables.
        return []
    host = urlsplit(settings.BASE_URL).hostname or ""
    if day is None or host in LOCAL_HOSTS:
        return []
    return _address(settings.BASE_URL, host) or _certificate(host, day, ends or certificate_ends)


def _address(base_url: str, host: str) -> list[CheckMessage]:
    if base_url.startswith("https://") and is_name(host):
        return []
    sentence = (
        f"Telephones at the doors may not use their cameras at {base_url}; write CHANCERY_BASE_URL with "
        "https:// and a host name that a certificate is made out to (docs/admin/venue.md)."
    )
    return [Warning(sentence, id="chancery.door-address")]


def is_name(host: str) -> bool:
    """Whether a host is a full name, for which a certificate can be had; no number, no local name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return "." in host and not host.endswith((".local", ".lan", ".internal", ".home.arpa"))
    return False


def _certificate(host: str, day: date, ends: Ends) -> list[CheckMessage]:
    try:
        until = ends(host)
    except NoCertificate as why:
        sentence = f"Whether the certificate of {host} is good on {day} cannot be told ({why}); see to it."
        return [Warning(sentence, id="chancery.door-certificate")]
    if until.date() > day:
        return []
    sentence = (
        f"The certificate of {host} ends on {until:%Y-%m-%d}, and telephones are paired for {day}; renew it "
        "beforehand (docs/admin/venue.md)."
    )
    return [Warning(sentence, id="chancery.door-certificate")]


def certificate_ends(host: str) -> datetime:
    """Tell until when the certificate is good: that of the file that is set, else that of the own address."""
    written = settings.CERTIFICATE
    return ends_in_file(written, host) if written else ends_at_address(host, _port())


def _port() -> int:
    return urlsplit(settings.BASE_URL).port or 443


def ends_in_file(path: Path, host: str) -> datetime:
    """Read the end of a certificate in a PEM file. Errors: NoCertificate where it is none, or of others."""
    try:
        found = x509.load_pem_x509_certificate(path.read_bytes())
        names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (OSError, ValueError, x509.ExtensionNotFound) as error:
        raise NoCertificate(f"{path} holds none that can be read") from error
    if not {host, f"*.{host.partition('.')[2]}"} & set(names.get_values_for_type(x509.DNSName)):
        raise NoCertificate(f"{path} is made out to another name")
    return found.not_valid_after_utc


def ends_at_address(host: str, port: int, connect: Connect = socket.create_connection) -> datetime:
    """Ask the own address for its certificate. Errors: NoCertificate, also for one a telephone refuses."""
    try:
        with (
            connect((host, port), timeout=SECONDS) as plain,
            ssl.create_default_context().wrap_socket(plain, server_hostname=host) as connection,
        ):
            told = connection.getpeercert() or {}
    except ssl.SSLCertVerificationError as error:
        raise NoCertificate(f"it is refused: {error.verify_message}") from error
    except OSError as error:
        raise NoCertificate(f"{host}:{port} is not reached: {error.strerror or error}") from error
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(told["notAfter"])), UTC)
