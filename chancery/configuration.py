"""What an installation may set: `CHANCERY_*` variables over `chancery.toml` in its home over the defaults."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


class UnusableConfiguration(ValueError):
    """A setting cannot be used; the message says which one, why, and what to write instead."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """An SMTP server, as written in `CHANCERY_MAIL`."""

    host: str
    port: int
    user: str
    password: str
    is_encrypted: bool


@dataclass(frozen=True, slots=True)
class Configuration:
    """Everything an installation decides, checked."""

    home: Path
    base_url: str
    allowed_hosts: tuple[str, ...]
    database: dict[str, Any]
    mail: MailServer | None
    mail_from: str
    is_debug: bool
    workers: int
    oidc: tuple[dict[str, str], ...]

    @property
    def is_secure(self) -> bool:
        """Whether the office is reached by HTTPS, so that cookies may insist on it."""
        return self.base_url.startswith("https://")


def read_configuration() -> Configuration:
    """
    Read the configuration of this process.

    Errors: UnusableConfiguration with one sentence; nothing is guessed from a misspelt value.
    """
    home = Path(os.environ.get("CHANCERY_HOME") or _default_home()).expanduser().absolute()
    written = _toml(home / "chancery.toml")

    def setting(name: str, default: str) -> str:
        return os.environ.get(f"CHANCERY_{name.upper()}") or str(written.get(name, default))

    base_url = setting("base_url", "http://127.0.0.1:8000").rstrip("/")
    return Configuration(
        home=home,
        base_url=base_url,
        allowed_hosts=_hosts(setting("allowed_hosts", ""), base_url),
        database=_database(setting("database", ""), home),
        mail=_mail(setting("mail", "")),
        mail_from=setting("mail_from", "Chancery <chancery@localhost>"),
        is_debug=_flag("debug", setting("debug", "no")),
        workers=_count("workers", setting("workers", "1")),
        oidc=tuple(written.get("oidc", ())),
    )


def _default_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share") / "chancery"


def _toml(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableConfiguration(f"{path} cannot be read: {error}; correct that line.") from error


def _flag(name: str, text: str) -> bool:
    if text.lower() in {"yes", "true", "1", "on"}:
        return True
    if text.lower() in {"no", "false", "0", "off"}:
        return False
    raise UnusableConfiguration(f"CHANCERY_{name.upper()} is {text!r}; write yes or no.")


def _count(name: str, text: str) -> int:
    if text.isdecimal():
        return int(text)
    raise UnusableConfiguration(f"CHANCERY_{name.upper()} is {text!r}; write a whole number.")


def _hosts(text: str, base_url: str) -> tuple[str, ...]:
    named = [host.strip() for host in text.split(",") if host.strip()]
    own = urlsplit(base_url).hostname
    return tuple(dict.fromkeys([*named, own or "localhost", "localhost", "127.0.0.1", "[::1]"]))


def _database(url: str, home: Path) -> dict[str, Any]:
    if not url:
        return {
            "ENGINE": "chancery.base.sqlite",
            "NAME": home / "chancery.sqlite3",
            "OPTIONS": {"timeout": 20},
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise UnusableConfiguration(
            f"CHANCERY_DATABASE begins with {parts.scheme or url!r}; write postgresql://user:password@host/name."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _mail(url: str) -> MailServer | None:
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise UnusableConfiguration(
            f"CHANCERY_MAIL is {url.split('@')[-1]!r}; write smtp://user:password@host:587 or leave it empty."
        )
    return MailServer(
        host=parts.hostname,
        port=parts.port or (465 if parts.scheme == "smtps" else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        is_encrypted=parts.scheme == "smtps",
    )
