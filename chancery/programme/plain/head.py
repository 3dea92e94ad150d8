"""Read what stands above the items of a plain programme: its day, zone and bounds."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NoReturn
from zoneinfo import ZoneInfo

from chancery.rules.reasons import gettext_noop
from chancery.rules.timing import ClockAnchor, InstantAnchor, StartAnchor

from .errors import GivenTwice, NotUnderstood
from .fields import PROGRAMME, PROGRAMME_NOTES, canonical, misspelt
from .written import anchor_of, day_of, looks_like_a_day, shown

MOST_ITEMS = 5_000

_NO_ITEMS = gettext_noop("there is no list of items; give a list of items or an object with “items”.")
_NO_LIST = gettext_noop("this is not a list; write the items between [ and ].")
_NO_NAME = gettext_noop(
    "%(text)s is neither text nor a whole number; write the name or number of the programme."
)
_TOO_MANY = gettext_noop("there are more than 5,000 items; split the programme.")
_NO_TEXT = gettext_noop("%(text)s is not text; write it between quotation marks.")
_NO_ZONE = gettext_noop("%(text)s is not the name of a time zone; write one such as “Europe/Bucharest”.")
_NO_START = gettext_noop("%(text)s cannot be the start itself; write a clock time such as “19:00”.")
_DATE_IN_WORDS = gettext_noop("The date %(text)s is not one day, so times are told without dates.")


class NotUnderstoodField(ValueError):
    """A field of a programme that cannot be read: the field and what to do."""

    def __init__(self, field: str, problem: str) -> None:
        self.field = field
        self.problem = problem
        super().__init__(f"{field}: {problem}")


class Head:
    """Reads what stands above the items of one programme."""

    def __init__(self, head: Mapping[str, object]) -> None:
        self.remarks: tuple[str, ...] = ()
        if wrong := misspelt(head, PROGRAMME, PROGRAMME_NOTES):
            raise NotUnderstoodField(*wrong)
        try:
            self.fields = canonical(head, PROGRAMME)
        except GivenTwice as error:
            raise NotUnderstoodField(error.field, str(error)) from None

    def check_id(self) -> None:
        """Refuse a name of the programme that could not stand in one cell of a list."""
        used, value = self.fields.get("id", ("id", ""))
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise NotUnderstoodField(used, _NO_NAME % {"text": shown(value)})

    def items(self) -> list[object]:
        if "items" not in self.fields:
            raise NotUnderstoodField("items", _NO_ITEMS)
        used, items = self.fields["items"]
        if not isinstance(items, list):
            raise NotUnderstoodField(used, _NO_LIST)
        if len(items) > MOST_ITEMS:
            raise NotUnderstoodField(used, _TOO_MANY)
        return items

    def day(self) -> date | None:
        """The day, when the date is one; a date told otherwise is noted and kept as written."""
        used, value = self.fields.get("date", ("date", None))
        if value is None:
            return None
        if not isinstance(value, str | int) or isinstance(value, bool):
            raise NotUnderstoodField(used, _NO_TEXT % {"text": shown(value)})
        if isinstance(value, str) and looks_like_a_day(value):
            return self._understood(used, day_of, value.strip())
        self.remarks = (_DATE_IN_WORDS % {"text": shown(value)},)
        return None

    def day_of_start(self) -> date | None:
        """The day that the start itself names."""
        start = self.bound("starts_at")
        if isinstance(start, InstantAnchor):
            zone = self.zone()
            return (start.at.astimezone(zone) if zone else start.at).date()
        return start.on if isinstance(start, ClockAnchor) and isinstance(start.on, date) else None

    def zone(self) -> ZoneInfo | None:
        used, value = self.fields.get("zone", ("zone", None))
        if value is None:
            return None
        try:
            return ZoneInfo(value) if isinstance(value, str) else self._no_zone(used, value)
        except (KeyError, OSError, ValueError):
            return self._no_zone(used, value)

    def bound(self, name: str) -> ClockAnchor | InstantAnchor | None:
        if name not in self.fields:
            return None
        used, value = self.fields[name]
        anchor = self._understood(used, anchor_of, value)
        if isinstance(anchor, StartAnchor):
            raise NotUnderstoodField(used, _NO_START % {"text": shown(value)})
        return anchor

    def _no_zone(self, used: str, value: object) -> NoReturn:
        raise NotUnderstoodField(used, _NO_ZONE % {"text": shown(value)})

    def _understood[Value](self, used: str, parse: Callable[[object], Value], value: object) -> Value:
        try:
            return parse(value)
        except NotUnderstood as error:
            raise NotUnderstoodField(used, str(error)) from None
