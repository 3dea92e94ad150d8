"""What an installation may set: `CHANCERY_*` variables over `chancery.toml` in its home over the defaults."""

import ipaddress
import os
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from chancery.base.breached import is_usable
from chancery.configuration_sign_on import OIDC_KNOWN as OIDC_KNOWN
from chancery.configuration_sign_on import SAML_KNOWN as SAML_KNOWN
from chancery.configuration_sign_on import SamlServer, SignOnServer, secret_of, sign_on_servers
from chancery.configuration_sign_on import UnusableConfiguration as UnusableConfiguration

# The machine itself; a browser counts it as safe without HTTPS.
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})

SHORTEST_TOKEN = 24

type Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True)
class MailServer:
    """An SMTP server, as written in `CHANCERY_MAIL`."""

    host: str
    port: int
    user: str
    password: str
    is_encrypted: bool


@dataclass(frozen=True, slots=True)
class ImapServer:
    """A mailbox on a server, as written in `CHANCERY_INBOX`; `folder` is the one that is read."""

    host: str
    port: int
    user: str
    password: str
    folder: str
    is_encrypted: bool


@dataclass(frozen=True, slots=True)
class MailEvents:
    """The provider that reports what became of messages, as written in `[mail_events]`, with its secret."""

    provider: str
    secret: str


@dataclass(frozen=True, slots=True)
class MailRoute:
    """
    How mail leaves: through `server`, or into `folder` where there is none.

    `journals` is the folder in which postmen keep what they handed over. `connections` are those of one
    process to the server, `per_domain` the messages that go to one domain in a minute, 0 for as many as come.
    """

    server: MailServer | None
    folder: Path
    journals: Path
    connections: int
    per_domain: int


@dataclass(frozen=True, slots=True)
class MediaLimits:
    """
    How large files may be: bytes by kind, and pixels of one picture.

    `unused_days` are those for which a file that nothing refers to any more is kept.
    """

    most_bytes: dict[str, int]
    most_pixels: int
    unused_days: int


@dataclass(frozen=True, slots=True)
class BucketPlace:
    """
    A bucket of a store that speaks S3, as written in `CHANCERY_MEDIA`, and `folder` in it.

    Without `endpoint` it is one of Amazon; without `key` the machine itself says who it is. `gives_addresses`
    sends readers to the store by an address that is good for a minute.
    """

    name: str
    folder: str
    endpoint: str
    region: str
    key: str
    secret: str
    gives_addresses: bool


@dataclass(frozen=True, slots=True)
class Configuration:
    """Everything an installation decides, checked."""

    home: Path
    base_url: str
    allowed_hosts: tuple[str, ...]
    certificate: Path | None
    google_wallet_issuer: str
    database: dict[str, Any]
    mail: MailRoute
    mail_from: str
    inbox: ImapServer | Path | None
    inbox_address: str
    mail_events: MailEvents | None
    breached_passwords: Path | None
    needs_days: int
    webhook_networks: tuple[Network, ...]
    webhook_days: int
    media: MediaLimits
    bucket: BucketPlace | None
    metrics: str
    otel_endpoint: str
    logs: str
    is_debug: bool
    oidc: tuple[SignOnServer, ...]
    saml: tuple[SamlServer, ...]

    @property
    def is_secure(self) -> bool:
        """Whether the office is reached by HTTPS, so that cookies may insist on it."""
        return self.base_url.startswith("https://")


def read_configuration() -> Configuration:
    """
    Read the configuration of this process.

    Errors: UnusableConfiguration with one sentence; nothing is guessed from a misspelt value.
    """
    home = _home(Path(os.environ.get("CHANCERY_HOME") or _default_home()).expanduser().absolute())
    written = _toml(home / "chancery.toml")

    def setting(name: str, default: str) -> str:
        return os.environ.get(f"CHANCERY_{name.upper()}") or str(written.get(name, default))

    base_url = setting("base_url", "http://localhost:8000").rstrip("/")
    return Configuration(
        home=home,
        base_url=base_url,
        certificate=_path(setting("certificate", "")),
        google_wallet_issuer=_issuer(setting("google_wallet_issuer", "")),
        allowed_hosts=_hosts(setting("allowed_hosts", ""), base_url),
        database=_database(setting("database", ""), home),
        mail=MailRoute(
            server=_mail(setting("mail", "")),
            folder=home / "mailbox",
            journals=home / "outbox",
            connections=_number("mail_connections", setting("mail_connections", "2"), 1, 20),
            per_domain=_number("mail_per_domain", setting("mail_per_domain", "120"), 0, 100_000),
        ),
        mail_from=setting("mail_from", "Chancery <chancery@localhost>"),
        inbox=_inbox(setting("inbox", ""), home),
        inbox_address=_inbox_address(setting("inbox_address", "")),
        mail_events=_mail_events(written.get("mail_events"), home),
        breached_passwords=_breached(setting("breached_passwords", ""), home),
        needs_days=_number("needs_days", setting("needs_days", "14"), 0, 365),
        webhook_networks=_networks(setting("webhook_networks", "")),
        webhook_days=_number("webhook_days", setting("webhook_days", "30"), 1, 3650),
        media=MediaLimits(
            most_bytes={
                "picture": _megabytes("media_picture_mb", setting("media_picture_mb", "60")),
                "film": _megabytes("media_film_mb", setting("media_film_mb", "4000")),
                "sound": _megabytes("media_sound_mb", setting("media_sound_mb", "500")),
                "document": _megabytes("media_document_mb", setting("media_document_mb", "60")),
            },
            most_pixels=_number("media_megapixels", setting("media_megapixels", "120"), 1, 1000) * 1_000_000,
            unused_days=_number("media_unused_days", setting("media_unused_days", "30"), 0, 3650),
        ),
        bucket=_bucket(setting("media", ""), setting, home),
        metrics=_metrics(setting("metrics", "loopback")),
        otel_endpoint=_endpoint("otel_endpoint", setting("otel_endpoint", "")),
        logs=_one_of("logs", setting("logs", "plain"), ("plain", "json")),
        is_debug=_flag("debug", setting("debug", "no")),
        **sign_on_servers(written, home),
    )


def _default_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share") / "chancery"


def _home(path: Path) -> Path:
    """Make the home of the installation, readable by its owner alone."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableConfiguration(
            f"CHANCERY_HOME is {path}, which cannot be used as a folder ({error.strerror}); name another one."
        ) from None
    return path


def _path(text: str) -> Path | None:
    return Path(text).expanduser().absolute() if text else None


def _breached(text: str, home: Path) -> Path | None:
    """The file of stolen passwords; a relative name lies in the home."""
    if not text:
        return None
    path = home / Path(text).expanduser()
    if not is_usable(path):
        raise UnusableConfiguration(
            f"CHANCERY_BREACHED_PASSWORDS is {path}, which is no list of SHA-1 digests in rising order; "
            "write the name of one, or nothing."
        )
    return path


def _issuer(text: str) -> str:
    if text and not (text.isascii() and text.isdecimal()):
        raise UnusableConfiguration(
            f"CHANCERY_GOOGLE_WALLET_ISSUER is {text!r}; write the number that Google’s console shows."
        )
    return text


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


def _one_of(name: str, text: str, words: tuple[str, ...]) -> str:
    if text in words:
        return text
    raise UnusableConfiguration(f"CHANCERY_{name.upper()} is {text!r}; write {' or '.join(words)}.")


def _metrics(text: str) -> str:
    """Who may read the figures: nobody, this machine, or who brings the token that stands there."""
    if text in {"off", "loopback"} or (len(text) >= SHORTEST_TOKEN and text.isascii() and text.isprintable()):
        return text
    raise UnusableConfiguration(
        f"CHANCERY_METRICS is a token of {len(text)} characters; write off, loopback, or a token of at least "
        f"{SHORTEST_TOKEN} plain ones."
    )


def _number(name: str, text: str, least: int, most: int) -> int:
    if text.isdecimal() and least <= int(text) <= most:
        return int(text)
    raise UnusableConfiguration(
        f"CHANCERY_{name.upper()} is {text!r}; write a number from {least} to {most}."
    )


def _networks(text: str) -> tuple[Network, ...]:
    """The networks that are not public and may be called all the same."""
    try:
        return tuple(ipaddress.ip_network(part.strip()) for part in text.split(",") if part.strip())
    except ValueError as error:
        raise UnusableConfiguration(
            f"CHANCERY_WEBHOOK_NETWORKS is {text!r} ({error}); write networks such as 10.20.0.0/16, "
            "parted by commas."
        ) from None


def _megabytes(name: str, text: str) -> int:
    return _number(name, text, 1, 100_000) * 1_000_000


def _bucket(url: str, setting: Callable[[str, str], str], home: Path) -> BucketPlace | None:
    """Where files lie that do not lie in the home."""
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme != "s3" or not parts.hostname or parts.username:
        raise UnusableConfiguration(
            f"CHANCERY_MEDIA is {url.split('@')[-1]!r}; write s3://bucket or s3://bucket/folder, or nothing."
        )
    written = {"secret": setting("media_secret", "")}
    if file := setting("media_secret_file", ""):
        written["secret_file"] = file
    return BucketPlace(
        name=parts.netloc,
        folder=parts.path.strip("/"),
        endpoint=_endpoint("media_endpoint", setting("media_endpoint", "")),
        region=setting("media_region", ""),
        key=setting("media_key", ""),
        secret=secret_of(written, "CHANCERY_MEDIA_SECRET_FILE", home),
        gives_addresses=_flag("media_addresses", setting("media_addresses", "no")),
    )


def _endpoint(name: str, url: str) -> str:
    """The address of another program, without a slash at its end; empty where there is none."""
    parts = urlsplit(url)
    if url and (parts.scheme not in {"https", "http"} or not parts.hostname or parts.username):
        told = url.split("@")[-1]
        raise UnusableConfiguration(
            f"CHANCERY_{name.upper()} is {told!r}; write an address as https://host.example."
        )
    return url.rstrip("/")


def _hosts(text: str, base_url: str) -> tuple[str, ...]:
    """Return the names to answer under; those of the machine only while the office is reached there."""
    named = [host.strip() for host in text.split(",") if host.strip()]
    own = urlsplit(base_url).hostname or "localhost"
    local = ("localhost", "127.0.0.1", "[::1]") if own in LOCAL_HOSTS else (own,)
    return tuple(dict.fromkeys([*named, *local]))


def _database(url: str, home: Path) -> dict[str, Any]:
    if not url:
        return {
            "ENGINE": "chancery.base.sqlite",
            "NAME": home / "chancery.sqlite3",
            # Opening the file takes longer than most pages; an open one holds no lock between them.
            "CONN_MAX_AGE": 60,
            "OPTIONS": {"timeout": 20},
            "TEST": {"NAME": home / "test.sqlite3"},
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
        # Where the network swallows what is sent, whoever waits is told after half a minute, not after hours.
        "OPTIONS": {
            "connect_timeout": 10,
            "keepalives_idle": 30,
            "keepalives_interval": 10,
            "keepalives_count": 3,
            "tcp_user_timeout": 30_000,
        },
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


def _inbox(url: str, home: Path) -> ImapServer | Path | None:
    """A mailbox on a server, or a folder into which another program drops messages."""
    if not url:
        return None
    parts = urlsplit(url)
    if not parts.scheme:
        return home / Path(url).expanduser()
    if parts.scheme not in {"imap", "imaps"} or not parts.hostname or not parts.username:
        raise UnusableConfiguration(
            f"CHANCERY_INBOX is {url.split('@')[-1]!r}; write imaps://user:password@host/INBOX or a folder."
        )
    return ImapServer(
        host=parts.hostname,
        port=parts.port or (993 if parts.scheme == "imaps" else 143),
        user=unquote(parts.username),
        password=unquote(parts.password or ""),
        folder=unquote(parts.path.lstrip("/")) or "INBOX",
        is_encrypted=parts.scheme == "imaps",
    )


def _inbox_address(text: str) -> str:
    """The address of that mailbox; `{office}` in it stands for the short name of an office."""
    local, _, domain = text.partition("@")
    if text and (not local or not domain or "{" in text.replace("{office}", "") or "{" in domain):
        raise UnusableConfiguration(
            f"CHANCERY_INBOX_ADDRESS is {text!r}; write replies@example.org, or "
            "replies+{office}@example.org where the mailbox takes it."
        )
    return text


MAIL_EVENTS_KNOWN = frozenset({"provider", "secret", "secret_file"})
PROVIDERS = frozenset(
    {"brevo", "mailersend", "mailgun", "mailjet", "mailtrap", "postal", "postmark", "sparkpost"}
)


def _mail_events(table: dict[str, Any] | None, home: Path) -> MailEvents | None:
    if table is None:
        return None
    where = f"The table [mail_events] in {home / 'chancery.toml'}"
    if strange := sorted(set(table) - MAIL_EVENTS_KNOWN):
        raise UnusableConfiguration(
            f"{where} has {', '.join(strange)}, which is not known; remove or correct it."
        )
    provider = str(table.get("provider", ""))
    if provider not in PROVIDERS:
        known = ", ".join(sorted(PROVIDERS))
        raise UnusableConfiguration(f"{where} names the provider {provider!r}; write one of {known}.")
    secret = secret_of(table, where, home)
    if not secret:
        raise UnusableConfiguration(f"{where} lacks secret; write the one that the provider signs with.")
    return MailEvents(provider, secret)
