"""Addresses of e-mail: which can be written on an envelope, and how."""

import re
from email.utils import formataddr, parseaddr
from functools import lru_cache

# RFC 5321 without quoted local parts, which no server of a guest has: letters, digits and these marks.
LOCAL_PART = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}")
HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*")


class UnusableAddress(ValueError):
    """The text is no address that a message could be sent to."""


def split_address(address: str) -> tuple[str, str]:
    """
    Return local part and domain as they stand on an envelope, the domain in ASCII and small letters.

    Errors: UnusableAddress.
    """
    local, at, domain = address.strip().rpartition("@")
    try:
        host = domain.lower().encode("idna").decode("ascii")
    except UnicodeError:
        raise UnusableAddress(address) from None
    if not at or not LOCAL_PART.fullmatch(local) or not HOST.fullmatch(host):
        raise UnusableAddress(address)
    return local, host


# The sender of the installation is asked for with every message.
@lru_cache(maxsize=100)
def bare(address: str) -> str:
    """Return the address without the name before it: `Chancery <c@example.org>` gives `c@example.org`."""
    return parseaddr(address)[1] or address


def named(name: str, address: str) -> str:
    """Return a name with its address, quoted where the name has marks of its own; the name is ASCII."""
    return formataddr((name, address)) if name else address
