"""Read the items of one plain programme."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chancery.rules.reasons import gettext_noop
from chancery.rules.timing import Anchor, Item, Status

from .errors import GivenTwice, NotUnderstood
from .fields import ITEM, ITEM_NOTES, canonical, misspelt, unknown
from .written import anchor_of, day_of, is_in_words, seconds_given, seconds_of_minutes, shown, span_of

_STATUS = {status.value: status for status in Status} | {
    "planned": Status.FIXED,
    "confirmed": Status.FIXED,
    "cancelled": Status.DROPPED,
}
_FURTHEST_DAY = 3_660

_NO_OBJECT = gettext_noop("an item is neither an object nor text; write it between { and }.")
_NO_LIST = gettext_noop("this is not a list; write the items between [ and ].")
_NO_TITLE = gettext_noop("it is missing; write what the item is.")
_NO_TEXT = gettext_noop("%(text)s is not text; write it between quotation marks.")
_NO_NAME = gettext_noop("%(text)s is neither text nor a whole number; write the name or number of an item.")
_YES_OR_NO = gettext_noop("%(text)s is neither true nor false; write one of them.")
_NO_DAY = gettext_noop("%(text)s is not the number of a day; write 1 for the first day, 2 for the next.")
_NO_STATUS = gettext_noop("%(text)s is not a status; write fixed, tbc, moved, dropped or done.")
_ANCHOR_WITHOUT_TIME = gettext_noop("the item has no time it could be anchored at; write its “time”.")
_BOTH_WAYS = gettext_noop("the item cannot be elastic and fixed; leave one of them out.")
_FIXED_WITH_BOUNDS = gettext_noop(
    "a fixed item has no shortest and longest duration; leave them or “fixed” out."
)
_TWO_DAYS = gettext_noop("the day is told twice, by date and by number; leave one of them out.")
_TWICE = gettext_noop("the duration is told twice, in minutes and in seconds; leave one of them out.")
_MIN_OVER_MAX = gettext_noop("the shortest duration is longer than the longest; correct one of them.")
_UNDER_MIN = gettext_noop("the duration is shorter than its shortest; correct one of them.")
_OVER_MAX = gettext_noop("the duration is longer than its longest; correct one of them.")
_OTHER_PARENT = gettext_noop("the item is nested in another one already; leave “parent” out.")
_IN_WORDS = gettext_noop("The time %(text)s is told in words, so nothing is computed from it.")
_NOT_READ = gettext_noop("The field “%(field)s” is not known and was passed over.")


class NotUnderstoodItem(ValueError):
    """A field of an item that cannot be read: its number, the field and what to do."""

    def __init__(self, number: str, field: str, problem: str) -> None:
        self.number = number
        self.field = field
        self.problem = problem
        super().__init__(f"{number}, {field}: {problem}")


@dataclass(frozen=True, slots=True)
class ReadItem:
    """
    An item as read.

    `number` counts the items as they are listed, "3.2" being the second one nested in the third. `written`
    is the item as it was given, without nested items; `printed` is its time as it was given.
    """

    number: str
    item: Item
    written: Mapping[str, object]
    printed: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Raw:
    number: str
    fields: Mapping[str, tuple[str, object]]
    written: Mapping[str, object]
    parent: "_Raw | None"


class ItemReader:
    """Reads all items of one programme; `notices` gathers the unknown fields that were passed over."""

    def __init__(self) -> None:
        self.notices: list[str] = []

    def items(self, listed: Sequence[object]) -> list[ReadItem]:
        """
        Read a list of items, nested ones after the item they stand in.

        Errors: NotUnderstoodItem.
        """
        raws = list(self._raws(listed, None))
        given = {str(raw.fields["id"][1]) for raw in raws if "id" in raw.fields}
        ids = {raw.number: _id(raw, given) for raw in raws}
        return [_OneItem(raw, ids).read() for raw in raws]

    def _raws(self, listed: Sequence[object], parent: _Raw | None) -> Iterator[_Raw]:
        for place, value in enumerate(listed, start=1):
            number = f"{parent.number}.{place}" if parent else str(place)
            raw = self._raw(number, value, parent)
            yield raw
            if "items" in raw.fields:
                used, nested = raw.fields["items"]
                if not isinstance(nested, list):
                    raise NotUnderstoodItem(number, used, _NO_LIST)
                yield from self._raws(nested, raw)

    def _raw(self, number: str, value: object, parent: _Raw | None) -> _Raw:
        if isinstance(value, str):
            value = {"title": value}
        if not isinstance(value, dict):
            raise NotUnderstoodItem(number, "title", _NO_OBJECT)
        if wrong := misspelt(value, ITEM, ITEM_NOTES):
            raise NotUnderstoodItem(number, *wrong)
        self.notices += [_NOT_READ % {"field": field} for field in unknown(value, ITEM, ITEM_NOTES)]
        try:
            fields = canonical(value, ITEM)
        except GivenTwice as error:
            raise NotUnderstoodItem(number, error.field, str(error)) from None
        written = {name: kept for name, kept in value.items() if name not in ("items", *ITEM["items"])}
        return _Raw(number, fields, written, parent)


def _id(raw: _Raw, given: set[str]) -> str:
    if "id" in raw.fields:
        used, value = raw.fields["id"]
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise NotUnderstoodItem(raw.number, used, _NO_NAME % {"text": shown(value)})
        return str(value)
    return raw.number if raw.number not in given else f"item {raw.number}"


class _OneItem:
    """Reads the fields of one item."""

    def __init__(self, raw: _Raw, ids: Mapping[str, str]) -> None:
        self.raw = raw
        self.ids = ids
        self.remarks: list[str] = []

    def read(self) -> ReadItem:
        anchor, ends_at = self._anchors()
        seconds, least, most, is_elastic = self._durations()
        item = Item(
            id=self.ids[self.raw.number],
            title=self._title(),
            kind=self._read("kind", _text) or "",
            seconds=seconds,
            is_elastic=is_elastic,
            least=least,
            most=most,
            anchor=anchor,
            ends_at=self._read("ends_at", anchor_of) or ends_at,
            on=self._day(),
            parallel=self._read("parallel", _name) or "",
            track=self._read("track", _name) or "",
            parent=self._parent(),
            after=self._read("after", _names) or (),
            latest_arrival=self._read("latest_arrival", anchor_of),
            silence=self._read("silence_seconds", seconds_given),
            transition=self._read("transition", seconds_of_minutes)
            or self._read("transition_seconds", seconds_given)
            or 0,
            status=self._read("status", _status) or Status.FIXED,
        )
        return ReadItem(self.raw.number, item, self.raw.written, self._printed(), tuple(self.remarks))

    def _read[Value](self, name: str, parse: Callable[[object], Value]) -> Value | None:
        if name not in self.raw.fields:
            return None
        used, value = self.raw.fields[name]
        try:
            return parse(value)
        except NotUnderstood as error:
            raise NotUnderstoodItem(self.raw.number, used, str(error)) from None

    def _wrong(self, name: str, problem: str) -> NotUnderstoodItem:
        used = self.raw.fields[name][0] if name in self.raw.fields else name
        return NotUnderstoodItem(self.raw.number, used, problem)

    def _title(self) -> str:
        if "title" not in self.raw.fields and "id" not in self.raw.fields:
            raise self._wrong("title", _NO_TITLE)
        return self._read("title", _text) or ""

    def _parent(self) -> str:
        named = self._read("parent", _name) or ""
        if self.raw.parent is None:
            return named
        nested_in = self.ids[self.raw.parent.number]
        if named not in ("", nested_in):
            raise self._wrong("parent", _OTHER_PARENT)
        return nested_in

    def _day(self) -> date | int | None:
        if "date" in self.raw.fields and "day" in self.raw.fields:
            raise self._wrong("day", _TWO_DAYS)
        number = self._read("day", _day_number)
        return self._read("date", day_of) if number is None else number - 1

    def _durations(self) -> tuple[int | None, int | None, int | None, bool]:
        """Duration, shortest, longest and whether the item is elastic: bounds alone make it so."""
        seconds = self._length("duration", "seconds")
        least, most = self._length("min", "min_seconds"), self._length("max", "max_seconds")
        has_bounds = least is not None or most is not None
        is_fixed, is_elastic = self._read("fixed", _yes_or_no), self._read("elastic", _yes_or_no)
        if is_fixed and is_elastic:
            raise self._wrong("elastic", _BOTH_WAYS)
        is_held = bool(is_fixed) or is_elastic is False
        if is_held and has_bounds:
            raise self._wrong("min" if least is not None else "max", _FIXED_WITH_BOUNDS)
        self._check_bounds(seconds, least, most)
        return seconds, least, most, not is_held and (bool(is_elastic) or has_bounds)

    def _length(self, in_minutes: str, in_seconds: str) -> int | None:
        if in_minutes in self.raw.fields and in_seconds in self.raw.fields:
            raise self._wrong(in_seconds, _TWICE)
        minutes = self._read(in_minutes, seconds_of_minutes)
        return self._read(in_seconds, seconds_given) if minutes is None else minutes

    def _check_bounds(self, seconds: int | None, least: int | None, most: int | None) -> None:
        if least is not None and most is not None and least > most:
            raise self._wrong("min", _MIN_OVER_MAX)
        if seconds is not None and least is not None and seconds < least:
            raise self._wrong("duration", _UNDER_MIN)
        if seconds is not None and most is not None and seconds > most:
            raise self._wrong("duration", _OVER_MAX)

    def _printed(self) -> str | None:
        for name in ("time", "anchor"):
            value = self.raw.fields.get(name, ("", None))[1]
            if isinstance(value, str):
                return value
        return None

    def _anchors(self) -> tuple[Anchor | None, Anchor | None]:
        """The anchor, from `anchor` or `time`; a time that is not anchored is only printed."""
        wanted = self.raw.fields.get("anchor", ("", None))[1]
        if wanted is not None and not isinstance(wanted, bool):
            return self._read("anchor", span_of) or (None, None)
        if wanted and "time" not in self.raw.fields:
            raise self._wrong("anchor", _ANCHOR_WITHOUT_TIME)
        if wanted is False or "time" not in self.raw.fields:
            return None, None
        printed = self.raw.fields["time"][1]
        if is_in_words(printed):
            self.remarks.append(_IN_WORDS % {"text": shown(printed)})
            return None, None
        return self._read("time", span_of) or (None, None)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise NotUnderstood(_NO_TEXT % {"text": shown(value)})
    return value


def _name(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise NotUnderstood(_NO_NAME % {"text": shown(value)})
    return str(value)


def _names(value: object) -> tuple[str, ...]:
    return tuple(_name(one) for one in value) if isinstance(value, list) else (_name(value),)


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise NotUnderstood(_YES_OR_NO % {"text": shown(value)})
    return value


def _day_number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _FURTHEST_DAY:
        raise NotUnderstood(_NO_DAY % {"text": shown(value)})
    return value


def _status(value: object) -> Status:
    if not isinstance(value, str) or value.lower() not in _STATUS:
        raise NotUnderstood(_NO_STATUS % {"text": shown(value)})
    return _STATUS[value.lower()]
