"""
Where a delivery may go: to addresses of the public network, and to those that the installation allows.

A name is looked up once and the connection goes to the very address that was looked at, so that a name
cannot mean something else a moment later.
"""

import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from chancery.api.hooks.models import Trouble
from chancery.configuration import Network

type Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Where IPv6 carries an IPv4 address: what lies within decides.
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
LONGEST = 500


class Unusable(Exception):
    """An address that nothing is sent to."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect: `ips` are what `host` means now, `path` begins with a slash."""

    is_secure: bool
    host: str
    ips: Sequence[str]
    port: int
    path: str

    @property
    def host_header(self) -> str:
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == (443 if self.is_secure else 80) else f"{name}:{self.port}"


def target_of(address: str, allowed: Sequence[Network]) -> Target:
    """
    Read an address and look its name up; every address it means has to be one that may be called.

    Plain HTTP goes to this machine alone, and there where the installation allows it.
    Errors: Unusable.
    """
    scheme, host, port, path = _parts(address)
    found = _addresses_of(host, port)
    if not all(_may_be_called(ip, allowed) for ip in found):
        raise Unusable(Trouble.FORBIDDEN)
    if scheme == "http" and not all(ip.is_loopback for ip in found):
        raise Unusable(Trouble.NO_HTTPS)
    return Target(scheme == "https", host, list(dict.fromkeys(map(str, found))), port, path)


def _parts(address: str) -> tuple[str, str, int, str]:
    """Scheme, name, port and path; whoever writes a user into an address means something else by it."""
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise Unusable(Trouble.UNREADABLE) from None
    if parts.scheme not in {"https", "http"}:
        raise Unusable(Trouble.NO_HTTPS)
    is_strange = any(letter <= " " or letter == "\x7f" for letter in address) or not address.isascii()
    if not parts.hostname or "@" in parts.netloc or is_strange or len(address) > LONGEST or parts.fragment:
        raise Unusable(Trouble.UNREADABLE)
    query = f"?{parts.query}" if parts.query else ""
    return parts.scheme, parts.hostname, port, f"{parts.path or '/'}{query}"


def _addresses_of(host: str, port: int) -> list[Address]:
    try:
        return [ipaddress.ip_address(host)]
    except ValueError:
        pass  # a name, or a number that only the system reads as an address
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unusable(Trouble.UNKNOWN_NAME) from None
    # A scope (%eth0) names a link of this machine, and is_link_local sees it without.
    return [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found]


def _may_be_called(ip: Address, allowed: Sequence[Network]) -> bool:
    inner = _carried(ip)
    if any(inner in network for network in allowed if network.version == inner.version):
        return True
    return inner.is_global and not (inner.is_multicast or inner.is_reserved or inner.is_unspecified)


def _carried(ip: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for; else the address itself."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    if ip in NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None) or ip
