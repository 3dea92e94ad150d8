"""A profile as text in TOML, as `reading` reads it."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import tomli_w

from chancery.rules.precedence.profile import Profile, Row
from chancery.rules.precedence.settings import HostPractice, Setting, Settings


def dump_profile(profile: Profile) -> str:
    """
    Write a profile.

    Shape: reading the text again gives the same profile; what has its default is left out, except that
    every row states its status.
    """
    written = {
        "key": profile.key,
        "version": profile.version,
        "status": str(profile.status),
        "rule": profile.rule,
        "valid_from": profile.valid_from,
        "names": dict(profile.names),
        "scope": _plain(profile.scope),
        "sources": {key: _plain(source) for key, source in profile.sources.items()},
        "settings": _settings(profile.settings),
        "rotation": _plain(profile.rotation) if profile.rotation else {},
        "notes": [_plain(note) for note in profile.notes],
        "rows": [_row(row) for row in profile.rows],
    }
    return tomli_w.dumps({name: value for name, value in written.items() if value})


def _row(row: Row) -> dict[str, Any]:
    return {**_changed(row, Row(rank="", name={})), "status": str(row.status)}


def _settings(settings: Settings) -> dict[str, Any]:
    written = {}
    for field in fields(settings):
        value, usual = getattr(settings, field.name), getattr(Settings(), field.name)
        if value != usual:
            written[field.name] = _setting(value)
    return written


def _setting(value: object) -> Any:
    if isinstance(value, Mapping):
        return {state: _setting(practice) for state, practice in value.items()}
    if isinstance(value, HostPractice):
        return {f.name: _setting(s) for f in fields(value) if (s := getattr(value, f.name)) is not None}
    if isinstance(value, Setting):
        return _plain(value)
    return _plain(value)


def _changed(value: Any, usual: Any) -> dict[str, Any]:
    names = (field.name for field in fields(value))
    return {
        name: _as_toml(getattr(value, name)) for name in names if getattr(value, name) != getattr(usual, name)
    }


def _plain(value: Any) -> dict[str, Any]:
    """All fields of a value that say something; an empty one means the same as an absent one."""
    found = {field.name: _as_toml(getattr(value, field.name)) for field in fields(value)}
    return {name: content for name, content in found.items() if content not in ("", [], {}, None)}


def _as_toml(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_as_toml(entry) for entry in value]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, bool | int) or value is None:
        return value
    return str(value) if isinstance(value, str) else _plain(value)
