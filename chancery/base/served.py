"""Where this installation was last served, so that a command beside the server names the same address."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from chancery.configuration import LOCAL_HOSTS


def keep(address: str) -> None:
    """Keep where the server answers."""
    _kept().write_text(address, encoding="utf-8")


def address() -> str:
    """
    Return where a browser finds the office.

    That is the address in the settings; on the machine itself, where the port can be another at each start,
    it is the one at which the office was last served.
    """
    configured = str(settings.BASE_URL)
    if urlsplit(configured).hostname not in LOCAL_HOSTS or not _kept().is_file():
        return configured
    return _kept().read_text(encoding="utf-8").strip() or configured


def _kept() -> Path:
    return Path(settings.HOME) / "served-at"
