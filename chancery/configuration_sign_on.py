"""Servers for single sign-on, as written in `chancery.toml`."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

OIDC_NEEDED = frozenset({"id", "name", "server", "client_id"})
OIDC_KNOWN = OIDC_NEEDED | {"secret", "secret_file", "trust_email", "sign_in_at", "second_step"}
SAML_NEEDED = frozenset({"id", "name", "metadata"})
SAML_KNOWN = SAML_NEEDED | {
    "entity_id",
    "own_entity_id",
    "email_attribute",
    "person_attribute",
    "trust_email",
    "sign_in_at",
    "unsolicited",
    "second_step",
}


class UnusableConfiguration(ValueError):
    """A setting cannot be used; the message says which one, why, and what to write instead."""


@dataclass(frozen=True, slots=True)
class SignOnServer:
    """
    A server for single sign-on, as written in an `[[oidc]]` table of `chancery.toml`.

    `trusted_for_email` counts every address it names as checked, or those of some domains; else only those it
    calls verified. `asks_second_step` says that it asks everybody for one.
    `origins` are where its sign-in page may stand: the content policy has to know them.
    """

    key: str
    name: str
    server: str
    client_id: str
    secret: str
    trusted_for_email: bool | list[str]
    origins: tuple[str, ...]
    asks_second_step: bool = False


@dataclass(frozen=True, slots=True)
class SamlServer:
    """
    A SAML server, as written in a `[[saml]]` table of `chancery.toml`.

    `metadata` is an address, or a file. `entity_id` chooses among several servers in it; `own_entity_id` is
    ours, where it is not the address of our metadata. The attributes are those that hold the e-mail address
    and the lasting name of the person, where they are not the usual ones.
    """

    key: str
    name: str
    metadata: str | Path
    entity_id: str
    own_entity_id: str
    email_attribute: str
    person_attribute: str
    trusted_for_email: bool | list[str]
    takes_unsolicited: bool
    origins: tuple[str, ...]
    asks_second_step: bool = False


def sign_on_servers(written: dict[str, Any], home: Path) -> dict[str, Any]:
    """Return the servers of both kinds, by the name of their tables. Errors: UnusableConfiguration."""
    oidc = tuple(_sign_on_server(table, home) for table in written.get("oidc", ()))
    saml = tuple(_saml_server(table, home) for table in written.get("saml", ()))
    keys = [server.key for server in oidc] + [server.key for server in saml]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise UnusableConfiguration(
            f"{home / 'chancery.toml'} has two sign-on servers of the id {twice[0]!r}; give each its own."
        )
    return {"oidc": oidc, "saml": saml}


def _checked(
    kind: str, table: dict[str, Any], home: Path, *, needed: frozenset[str], known: frozenset[str]
) -> str:
    """Return the words for a table that lacks nothing and has nothing strange."""
    where = f"The table [[{kind}]] {table.get('id', '')!r} in {home / 'chancery.toml'}"
    if lacking := sorted(needed - set(table)):
        raise UnusableConfiguration(f"{where} lacks {', '.join(lacking)}; write it.")
    if strange := sorted(set(table) - known):
        raise UnusableConfiguration(
            f"{where} has {', '.join(strange)}, which is not known; remove or correct it."
        )
    return where


def _sign_on_server(table: dict[str, Any], home: Path) -> SignOnServer:
    where = _checked("oidc", table, home, needed=OIDC_NEEDED, known=OIDC_KNOWN)
    origins = dict.fromkeys(
        _origin(str(table[key]), where) for key in ("server", "sign_in_at") if key in table
    )
    return SignOnServer(
        key=str(table["id"]),
        name=str(table["name"]),
        server=str(table["server"]),
        client_id=str(table["client_id"]),
        secret=secret_of(table, where, home),
        trusted_for_email=_trusted_for_email(table.get("trust_email", False), where),
        asks_second_step=table.get("second_step", False) is True,
        origins=tuple(origins),
    )


def _saml_server(table: dict[str, Any], home: Path) -> SamlServer:
    where = _checked("saml", table, home, needed=SAML_NEEDED, known=SAML_KNOWN)
    written = str(table["metadata"])
    metadata: str | Path = written if "://" in written else home / written
    origins = [_origin(str(table["sign_in_at"]), where)] if "sign_in_at" in table else []
    if isinstance(metadata, Path):
        origins += _origins_in(metadata, where)
    else:
        origins.append(_origin(metadata, where))
    return SamlServer(
        key=str(table["id"]),
        name=str(table["name"]),
        metadata=metadata,
        entity_id=str(table.get("entity_id", "")),
        own_entity_id=str(table.get("own_entity_id", "")),
        email_attribute=str(table.get("email_attribute", "")),
        person_attribute=str(table.get("person_attribute", "")),
        trusted_for_email=_trusted_for_email(table.get("trust_email", True), where),
        takes_unsolicited=table.get("unsolicited", False) is True,
        asks_second_step=table.get("second_step", False) is True,
        origins=tuple(dict.fromkeys(origins)),
    )


def _origins_in(metadata: Path, where: str) -> list[str]:
    """Where the sign-in pages of a file of metadata stand."""
    try:
        text = metadata.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableConfiguration(f"{where} names {metadata}, which cannot be read: {error}.") from error
    found = re.findall(r"<[^<>]*SingleSignOnService[^<>]*Location=\"([^\"]+)\"", text)
    if not found:
        raise UnusableConfiguration(f"{where} names {metadata}, which is no metadata of a SAML server.")
    return [_origin(address, where) for address in found]


def _trusted_for_email(written: Any, where: str) -> bool | list[str]:
    """Every address, none, or those of the named domains."""
    if isinstance(written, bool):
        return written
    if isinstance(written, list) and all(isinstance(name, str) and "." in name for name in written):
        return [name.lower() for name in written]
    raise UnusableConfiguration(
        f'{where} has trust_email = {written!r}; write true, false, or domains as ["mission.example"].'
    )


def _origin(url: str, where: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"https", "http"} or not parts.netloc:
        raise UnusableConfiguration(
            f"{where} names the address {url!r}; write one that begins with https://."
        )
    return f"{parts.scheme}://{parts.netloc}"


def secret_of(table: dict[str, Any], where: str, home: Path) -> str:
    """Return the secret shared with the server, written in the table or alone in a file."""
    if "secret_file" not in table:
        return str(table.get("secret", ""))
    path = home / str(table["secret_file"])
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise UnusableConfiguration(
            f"{where} names {path}, which cannot be read: {error.strerror}."
        ) from error
