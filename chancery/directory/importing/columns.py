"""What a column holds: the fields of an entry, and how their headings are written in five languages."""

import hashlib
from collections.abc import Sequence
from enum import StrEnum

from rapidfuzz import fuzz, process

from chancery.directory.importing.headings import HEADINGS
from chancery.rules.names.folding import fold
from chancery.rules.reasons import gettext_noop


class Field(StrEnum):
    """What a column of an imported list may hold."""

    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    OTHER_NAME = "other_name"
    HONORIFIC = "honorific"
    GENDER = "gender"
    OFFICE = "office"
    OFFICE_CLASS = "office_class"
    BODY = "body"
    STATE = "state"
    FROM = "from"
    CREDENTIALS = "credentials"
    EMAIL = "email"
    PHONE = "phone"
    MOBILE = "mobile"
    ADDRESS = "address"
    LANGUAGE = "language"
    NOTE = "note"
    GROUP = "group"
    ASSISTANT = "assistant"
    ASSISTANT_PHONE = "assistant_phone"
    SPOUSE = "spouse"


# Several columns may hold further names; of everything else there is one.
REPEATABLE = frozenset({Field.OTHER_NAME})

LABELS: dict[Field, str] = {
    Field.NAME: gettext_noop("whole name"),
    Field.GIVEN: gettext_noop("given name"),
    Field.FAMILY: gettext_noop("family name"),
    Field.OTHER_NAME: gettext_noop("name in another script or spelling"),
    Field.HONORIFIC: gettext_noop("honorific"),
    Field.GENDER: gettext_noop("gender"),
    Field.OFFICE: gettext_noop("office (title)"),
    Field.OFFICE_CLASS: gettext_noop("class of office"),
    Field.BODY: gettext_noop("body"),
    Field.STATE: gettext_noop("state"),
    Field.FROM: gettext_noop("in office from"),
    Field.CREDENTIALS: gettext_noop("credentials presented"),
    Field.EMAIL: gettext_noop("e-mail"),
    Field.PHONE: gettext_noop("telephone"),
    Field.MOBILE: gettext_noop("mobile telephone"),
    Field.ADDRESS: gettext_noop("postal address"),
    Field.LANGUAGE: gettext_noop("language"),
    Field.NOTE: gettext_noop("note"),
    Field.GROUP: gettext_noop("group"),
    Field.ASSISTANT: gettext_noop("name of the assistant"),
    Field.ASSISTANT_PHONE: gettext_noop("telephone of the assistant"),
    Field.SPOUSE: gettext_noop("name of the spouse"),
}

_SURE = 90


def _known() -> dict[str, Field]:
    """The lists that Chancery itself writes are headed by the labels."""
    written = {fold(heading): Field(field) for field, text in HEADINGS.items() for heading in text.split("|")}
    return {fold(label): field for field, label in LABELS.items()} | written


_KNOWN = _known()


def guessed(headings: Sequence[str]) -> list[str]:
    """
    Return for each heading the field it names, "" where none is recognised.

    Ties: a field is given to the heading that names it best, then to the first; only further names repeat.
    A list without a whole name or given name takes its column of family names for the whole name.
    """
    found: list[tuple[float, int, Field]] = []
    for number, heading in enumerate(headings):
        match = process.extractOne(fold(heading), _KNOWN.keys(), scorer=fuzz.ratio, score_cutoff=_SURE)
        if match is not None:
            found.append((-match[1], number, _KNOWN[match[0]]))
    mapping, taken = [""] * len(headings), set()
    for _score, number, field in sorted(found):
        if field not in taken or field in REPEATABLE:
            mapping[number] = field.value
            taken.add(field)
    if Field.FAMILY in taken and not taken & {Field.NAME, Field.GIVEN}:
        mapping[mapping.index(Field.FAMILY)] = Field.NAME.value
    return mapping


def digest_of(headings: Sequence[str]) -> str:
    """Return what a set of headings is remembered by, whatever their case and marks."""
    return hashlib.sha256("\n".join(fold(heading) or heading for heading in headings).encode()).hexdigest()


def missing_in(mapping: Sequence[str]) -> str:
    """Return the English sentence that says what a mapping lacks, empty where it can be used."""
    named = [name for name in mapping if name]
    twice = {name for name in named if named.count(name) > 1} - set(REPEATABLE)
    if twice:
        return gettext_noop("Two columns hold the same; choose one of them.")
    if not {Field.NAME, Field.GIVEN, Field.FAMILY} & set(named):
        return gettext_noop("No column holds a name; choose the one that does.")
    if Field.OFFICE in named and Field.BODY not in named:
        return gettext_noop("An office belongs to a body; choose the column that names the body.")
    return ""
