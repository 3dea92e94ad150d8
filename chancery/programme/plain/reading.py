"""Read plain programmes: a list of items, one programme, or many under `programmes`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chancery.rules.reasons import gettext_noop
from chancery.rules.timing import Clock, Programme, ProgrammeNotReadable, ordered

from .errors import WHERE_ITEM, WHERE_PROGRAMME, NotUnderstood, UnreadableFile
from .fields import PROGRAMME, PROGRAMME_NOTES, unknown
from .head import Head, NotUnderstoodField
from .items import ItemReader, NotUnderstoodItem, ReadItem

MOST_CHARACTERS = 20_000_000

_NOT_JSON = gettext_noop("not readable as JSON in line %(line)s, column %(column)s; correct the file.")
_NOT_JSON_AT_ALL = gettext_noop("not readable as JSON; give a list of items or an object with “items”.")
_EMPTY = gettext_noop("the file is empty; write a list of items into it.")
_TOO_LARGE = gettext_noop("the file is larger than 20 million characters; split it.")
_TWICE = gettext_noop("the field “%(field)s” stands twice in one object; leave one of them out.")
_HALF_SIGN = gettext_noop("there is half a sign (\\ud800 to \\udfff alone); correct the text.")
_NO_ITEMS = gettext_noop("there is no list of items; give a list of items or an object with “items”.")
_NO_LIST = gettext_noop("this is not a list; write the programmes between [ and ].")
_NO_OBJECT = gettext_noop("a programme is not an object; write it between { and }.")
_NOT_READ = gettext_noop("The field “%(field)s” is not known and was passed over.")
_ZONE_WITHOUT_DAY = gettext_noop("No day is known, so the time zone has no effect.")
_WHICH = gettext_noop("programme “%(programme)s”")


@dataclass(frozen=True, slots=True)
class ReadProgramme:
    """One programme as read: for computing, and as written for giving it back."""

    programme: Programme
    rows: Mapping[str, ReadItem]
    head: Mapping[str, object]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFile:
    """All programmes of a file; `head` is what stood beside `programmes`, None for a single programme."""

    programmes: tuple[ReadProgramme, ...]
    head: Mapping[str, object] | None = None
    notices: tuple[str, ...] = ()


def read(text: str, *, file: str) -> ReadFile:
    """
    Read a plain file of programmes.

    Shape: programmes and items in the order of the file; an empty list of items is a programme, too.
    Errors: UnreadableFile with one sentence that names the file, the item, the field and what to do.
    Source: docs/user/commands-times.md.
    """
    document = _parsed(text, file)
    reader = _Reader(file)
    programmes = tuple(reader.programmes(document))
    head = document if isinstance(document, dict) and "programmes" in document else None
    return ReadFile(programmes, head, tuple(dict.fromkeys(reader.notices)))


def _parsed(text: str, file: str) -> object:
    if len(text) > MOST_CHARACTERS:
        raise UnreadableFile(file, "", _TOO_LARGE)
    if not text.strip():
        raise UnreadableFile(file, "", _EMPTY)
    try:
        document: object = json.loads(text, object_pairs_hook=_without_doubles)
        json.dumps(document, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        place = {"line": str(error.lineno), "column": str(error.colno)}
        raise UnreadableFile(file, "", _NOT_JSON % place) from None
    except NotUnderstood as error:
        raise UnreadableFile(file, "", str(error)) from None
    except UnicodeEncodeError:
        raise UnreadableFile(file, "", _HALF_SIGN) from None
    except (RecursionError, ValueError):
        raise UnreadableFile(file, "", _NOT_JSON_AT_ALL) from None
    return document


def _without_doubles(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    fields: dict[str, object] = {}
    for name, value in pairs:
        if name in fields:
            raise NotUnderstood(_TWICE % {"field": name})
        fields[name] = value
    return fields


class _Reader:
    """Reads the programmes of one file and gathers what was passed over."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.notices: list[str] = []

    def programmes(self, document: object) -> Iterator[ReadProgramme]:
        if isinstance(document, list):
            yield self._programme({"items": document}, "")
        elif not isinstance(document, dict):
            raise UnreadableFile(self.file, "", _NO_ITEMS)
        elif "programmes" not in document:
            yield self._programme(document, "")
        elif not isinstance(document["programmes"], list):
            raise UnreadableFile(self.file, WHERE_PROGRAMME % {"field": "programmes"}, _NO_LIST)
        else:
            for number, one in enumerate(document["programmes"], start=1):
                yield self._programme(one, self._name(one, number))

    def _name(self, one: object, number: int) -> str:
        known = one.get("id") if isinstance(one, dict) else None
        return _WHICH % {"programme": str(known or number)}

    def _programme(self, head: object, which: str) -> ReadProgramme:
        if not isinstance(head, dict):
            raise UnreadableFile(self.file, which, _NO_OBJECT)
        try:
            return self._read_programme(head)
        except NotUnderstoodField as error:
            place = WHERE_PROGRAMME % {"field": error.field}
            problem = error.problem
        except NotUnderstoodItem as error:
            place = WHERE_ITEM % {"item": error.number, "field": error.field}
            problem = error.problem
        raise UnreadableFile(self.file, ", ".join(filter(None, (which, place))), problem)

    def _read_programme(self, head: Mapping[str, object]) -> ReadProgramme:
        fields = Head(head)
        fields.check_id()
        self.notices += [_NOT_READ % {"field": field} for field in unknown(head, PROGRAMME, PROGRAMME_NOTES)]
        reader = ItemReader()
        rows = reader.items(fields.items())
        self.notices += reader.notices
        day = fields.day()
        programme = Programme(
            tuple(row.item for row in rows),
            fields.day_of_start() if day is None else day,
            fields.zone(),
            fields.bound("starts_at"),
            fields.bound("ends_at"),
        )
        written = {name: value for name, value in head.items() if name != "items"}
        by_id = {row.item.id: row for row in rows}
        _check_order(programme, by_id)
        return ReadProgramme(programme, by_id, written, (*fields.remarks, *_zone_remarks(programme)))


def _check_order(programme: Programme, rows: Mapping[str, ReadItem]) -> None:
    """Refuse ids, parents and predecessors that make no order."""
    try:
        ordered(programme.items)
    except ProgrammeNotReadable as error:
        raise NotUnderstoodItem(rows[error.item_id].number, error.field, str(error)) from None


def _zone_remarks(programme: Programme) -> tuple[str, ...]:
    has_no_day = Clock.of(programme).day is None
    return (_ZONE_WITHOUT_DAY,) if programme.zone is not None and has_no_day else ()
