"""A profile from its text in TOML, checked field by field."""

import re
import tomllib
from typing import NamedTuple

from chancery.precedence.fields import Fields, UnreadableProfile
from chancery.precedence.reading_settings import read_settings
from chancery.rules.precedence.classes import OfficeClass
from chancery.rules.precedence.profile import (
    Accredited,
    Level,
    Note,
    OrderKey,
    Profile,
    Rotation,
    Row,
    Scope,
    Source,
    Where,
    Whose,
)
from chancery.rules.precedence.settings import Status
from chancery.rules.precedence.values import Act, Basis
from chancery.rules.reasons import gettext_noop

NOT_TOML = gettext_noop("%(where)s cannot be read as TOML: %(problem)s.")
BAD_KEY = gettext_noop(
    "%(where)s: “%(value)s” is no key of a profile; use small letters, digits and hyphens."
)
NO_SOURCE = gettext_noop("%(where)s: the source “%(value)s” is not listed; add it under [sources.%(value)s].")
SCATTERED = gettext_noop(
    "%(where)s: the rank “%(value)s” stands in several places; rows of one rank must follow each other."
)
BAD_MONTH = gettext_noop("%(where)s: “%(value)s” is no month; write it like 2017-01.")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


class _Defaults(NamedTuple):
    """What a row takes from its profile."""

    status: Status
    source: str


def parse_profile(text: str, origin: str) -> Profile:
    """
    Read a profile.

    Shape: `origin` names the text in errors: a file or a key. The format is described in
    docs/rules/profiles.md. Errors: UnreadableProfile with one sentence that names row and field.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableProfile(NOT_TOML, where=origin, problem=str(error).rstrip(".")) from None
    fields = Fields(values, origin)
    profile = _profile(fields)
    fields.finish()
    _check_sources(profile, origin)
    _check_ranks(profile, origin)
    return profile


def _profile(fields: Fields) -> Profile:
    key = fields.text("key")
    if not _KEY.fullmatch(key):
        raise fields.wrong(BAD_KEY, "key", value=key)
    status = fields.choice("status", Status)
    defaults = _Defaults(status, fields.text("source", ""))
    return Profile(
        key=key,
        names=fields.languages("names"),
        version=fields.text("version"),
        status=status,
        scope=_scope(fields.table("scope")),
        rows=tuple(_row(row, defaults) for row in fields.tables("rows")),
        settings=read_settings(fields.table("settings")),
        sources={name: _source(table) for name, table in fields.table("sources").named_tables().items()},
        valid_from=fields.text("valid_from", ""),
        rule=fields.text("rule", "R17"),
        notes=tuple(_note(note) for note in fields.tables("notes")),
        rotation=_rotation(fields.table("rotation")) if fields.has("rotation") else None,
    )


def _scope(fields: Fields) -> Scope:
    scope = Scope(
        state=fields.text("state", ""),
        places=fields.texts("places"),
        act=fields.choice("act", Act) if fields.has("act") else None,
        text=fields.languages("text", is_required=False),
    )
    fields.finish()
    return scope


def _row(fields: Fields, defaults: _Defaults) -> Row:
    rank = fields.text("rank")
    fields.where = f"{fields.where} (rank {rank})"
    row = Row(
        rank=rank,
        name=fields.languages("name"),
        part=fields.number("part", 0),
        is_joined=fields.flag("is_joined", False),
        classes=tuple(str(code) for code in fields.choices("classes", OfficeClass)),
        titles=fields.texts("titles"),
        exact_titles=fields.texts("exact_titles"),
        by_title=fields.flag("by_title", False),
        bases=fields.choices("bases", Basis, (Basis.FULL,)),
        whose=fields.choice("whose", Whose, Whose.ANY),
        states=fields.texts("states"),
        where=fields.choice("where", Where, Where.ANY),
        accredited=fields.choice("accredited", Accredited, Accredited.ANY),
        is_head=fields.flag("is_head") if fields.has("is_head") else None,
        level=fields.choice("level", Level, Level.STATE),
        order_by=fields.choices("order_by", OrderKey),
        sequence=fields.texts("sequence"),
        status=fields.choice("status", Status, defaults.status),
        source=fields.text("source", defaults.source),
        rule=fields.text("rule", ""),
    )
    fields.finish()
    return row


def _source(fields: Fields) -> Source:
    source = Source(fields.text("title"), fields.text("address", ""))
    fields.finish()
    return source


def _note(fields: Fields) -> Note:
    note = Note(
        text=fields.languages("text"),
        rule=fields.text("rule", ""),
        source=fields.text("source", ""),
        is_open=fields.flag("is_open", False),
    )
    fields.finish()
    return note


def _rotation(fields: Fields) -> Rotation:
    starts = fields.text("starts")
    if not _MONTH.fullmatch(starts):
        raise fields.wrong(BAD_MONTH, "starts", value=starts)
    rotation = Rotation(starts, max(1, fields.number("months")), fields.texts("states"))
    fields.finish()
    return rotation


def _check_sources(profile: Profile, origin: str) -> None:
    """Every source that is named has to be listed."""
    named = [
        (f"{origin}, rows {number} (rank {row.rank})", row.source)
        for number, row in enumerate(profile.rows, 1)
    ]
    named += [(f"{origin}, notes {number}", note.source) for number, note in enumerate(profile.notes, 1)]
    named += [(f"{origin}, settings", source) for source in profile.settings.named_sources()]
    for where, source in named:
        if source and source not in profile.sources:
            raise UnreadableProfile(NO_SOURCE, where=where, value=source)


def _check_ranks(profile: Profile, origin: str) -> None:
    """Rows of one rank stand together, for the order of the rows is the order of the ranks."""
    seen: list[str] = []
    for number, row in enumerate(profile.rows, start=1):
        if seen and seen[-1] == row.rank:
            continue
        if row.rank in seen:
            raise UnreadableProfile(SCATTERED, where=f"{origin}, rows {number}", value=row.rank)
        seen.append(row.rank)
