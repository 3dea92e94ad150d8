"""Calendar rules as plain values, as they stand in a file or a row."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from chancery.rules.reasons import gettext_noop

from .calendars import ADAR, ADAR_II, HijriTable
from .rules import EasterDay, FixedDay, HebrewDay, HijriDay, MissingDay, Move, NthWeekday, Rule, Tradition

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_NO_KIND = gettext_noop(
    "%(value)s is not a kind of calendar rule; write fixed, nth-weekday, easter, hebrew or hijri."
)
_NO_NUMBER = gettext_noop("%(value)s is not a whole number from %(least)s to %(most)s; correct it.")
_NO_CHOICE = gettext_noop("%(value)s is none of the choices; write %(choices)s.")
_NO_MOVES = gettext_noop("%(value)s does not tell weekdays and days; write for example “sunday = 1”.")
_NO_DATES = gettext_noop("%(value)s does not tell Hijri years and days; write as “1446 = 2024-07-17”.")
_NO_SUCH_DAY = gettext_noop("There is no day %(value)s in that month; correct it.")
_UNKNOWN = gettext_noop("The field is not known for this kind of rule; take it out.")


class UnreadableRule(ValueError):
    """A calendar rule that cannot be read: the field, and in one sentence what to do."""

    def __init__(self, field: str, template: str, **values: str) -> None:
        self.field = field
        self.template = template
        self.values = values
        super().__init__(template % values)


def read_rule(fields: Mapping[str, object]) -> Rule:
    """
    Read a calendar rule from plain values.

    Shape: `kind` and the fields of that kind, as docs/rules/anniversaries.md lists them; weekdays and choices
    in words, moves as weekday to days, announced days as Hijri year to date.
    Errors: UnreadableRule with the field and what to do.
    """
    kind = fields.get("kind")
    if not isinstance(kind, str) or kind not in _READERS:
        raise UnreadableRule("kind", _NO_KIND, value=_shown(kind))
    reader = _Reader(fields)
    rule = _READERS[kind](reader)
    for name in fields:
        if name not in reader.read:
            raise UnreadableRule(name, _UNKNOWN)
    return rule


def plain_rule(rule: Rule) -> dict[str, object]:
    """Write a rule so that `read_rule` gives it back; what stands at its default is left out."""
    match rule:
        case FixedDay():
            own: dict[str, object] = {"kind": "fixed", "month": rule.month, "day": rule.day}
            own |= _choice("missing", rule.missing, None)
        case NthWeekday():
            own = {"kind": "nth-weekday", "month": rule.month, "nth": rule.nth}
            own |= {"weekday": WEEKDAYS[rule.weekday]} | _choice("plus_days", rule.plus_days, 0)
        case EasterDay():
            own = {"kind": "easter", **_choice("plus_days", rule.plus_days, 0)}
            own |= _choice("tradition", rule.tradition, Tradition.WESTERN)
        case HebrewDay():
            own = {"kind": "hebrew", "month": rule.month, "day": rule.day}
            own |= _choice("missing", rule.missing, MissingDay.DAY_AFTER)
            own |= _choice("adar_of_leap_years", rule.adar_of_leap_years, ADAR_II)
        case HijriDay():
            own = {"kind": "hijri", "month": rule.month, "day": rule.day, "table": rule.table.value}
            own |= _choice("missing", rule.missing, MissingDay.DAY_BEFORE)
            announced = {str(year): day.isoformat() for year, day in rule.announced}
            own |= _choice("announced", announced, {})
    moves = {WEEKDAYS[move.weekday]: move.days for move in rule.moves}
    return own | _choice("moves", moves, {})


def _choice(name: str, value: object, default: object) -> dict[str, object]:
    return {} if value == default else {name: value}


class _Reader:
    """Reads the fields of one rule and remembers which."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self.fields = fields
        self.read = {"kind"}

    def number(self, name: str, least: int, most: int, default: int | None = None) -> int:
        value = self._value(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise UnreadableRule(name, _NO_NUMBER, value=_shown(value), least=str(least), most=str(most))
        return value

    def choice[Choice: StrEnum](
        self, name: str, choices: type[Choice], default: Choice | None = None
    ) -> Choice | None:
        value = self._value(name, default)
        if value is None:
            return None
        try:
            return choices(str(value))
        except ValueError:
            words = ", ".join(choice.value for choice in choices)
            raise UnreadableRule(name, _NO_CHOICE, value=_shown(value), choices=words) from None

    def weekday(self, name: str) -> int:
        value = self._value(name, None)
        if not isinstance(value, str) or value.lower() not in WEEKDAYS:
            raise UnreadableRule(name, _NO_CHOICE, value=_shown(value), choices=", ".join(WEEKDAYS))
        return WEEKDAYS.index(value.lower())

    def moves(self) -> tuple[Move, ...]:
        value = self._value("moves", {})
        if not isinstance(value, Mapping):
            raise UnreadableRule("moves", _NO_MOVES, value=_shown(value))
        return tuple(_move(name, days) for name, days in value.items())

    def announced(self) -> tuple[tuple[int, date], ...]:
        value = self._value("announced", {})
        if not isinstance(value, Mapping):
            raise UnreadableRule("announced", _NO_DATES, value=_shown(value))
        return tuple(sorted(_announced(year, day) for year, day in value.items()))

    def _value(self, name: str, default: object) -> object:
        self.read.add(name)
        value = self.fields.get(name)
        return default if value is None else value


def _move(name: object, days: object) -> Move:
    is_known = isinstance(name, str) and name.lower() in WEEKDAYS
    if not is_known or isinstance(days, bool) or not isinstance(days, int) or abs(days) > 6:
        raise UnreadableRule("moves", _NO_MOVES, value=_shown(f"{name}: {days}"))
    return Move(WEEKDAYS.index(str(name).lower()), days)


def _announced(year: object, day: object) -> tuple[int, date]:
    try:
        return int(str(year)), day if isinstance(day, date) else date.fromisoformat(str(day))
    except ValueError:
        raise UnreadableRule("announced", _NO_DATES, value=_shown(f"{year}: {day}")) from None


def _fixed(reader: _Reader) -> FixedDay:
    month = reader.number("month", 1, 12)
    day = reader.number("day", 1, 31)
    if day > _LONGEST_MONTH[month - 1]:
        raise UnreadableRule("day", _NO_SUCH_DAY, value=_shown(day))
    return FixedDay(month, day, reader.choice("missing", MissingDay), reader.moves())


def _nth_weekday(reader: _Reader) -> NthWeekday:
    nth = reader.number("nth", -5, 5)
    if nth == 0:
        raise UnreadableRule("nth", _NO_NUMBER, value=_shown(nth), least="1", most="5")
    return NthWeekday(
        reader.number("month", 1, 12),
        reader.weekday("weekday"),
        nth,
        reader.number("plus_days", -60, 60, 0),
        reader.moves(),
    )


def _easter(reader: _Reader) -> EasterDay:
    tradition = reader.choice("tradition", Tradition, Tradition.WESTERN)
    return EasterDay(reader.number("plus_days", -70, 120, 0), tradition or Tradition.WESTERN, reader.moves())


def _hebrew(reader: _Reader) -> HebrewDay:
    return HebrewDay(
        reader.number("month", 1, 13),
        reader.number("day", 1, 30),
        reader.choice("missing", MissingDay) or MissingDay.DAY_AFTER,
        reader.number("adar_of_leap_years", ADAR, ADAR_II, ADAR_II),
        reader.moves(),
    )


def _hijri(reader: _Reader) -> HijriDay:
    table = reader.choice("table", HijriTable)
    if table is None:
        words = ", ".join(choice.value for choice in HijriTable)
        raise UnreadableRule("table", _NO_CHOICE, value=_shown(None), choices=words)
    return HijriDay(
        reader.number("month", 1, 12),
        reader.number("day", 1, 30),
        table,
        reader.announced(),
        reader.choice("missing", MissingDay) or MissingDay.DAY_BEFORE,
        reader.moves(),
    )


def _shown(value: object) -> str:
    return f"“{value}”" if value is not None else "“”"


_READERS: dict[str, Callable[[_Reader], Rule]] = {
    "fixed": _fixed,
    "nth-weekday": _nth_weekday,
    "easter": _easter,
    "hebrew": _hebrew,
    "hijri": _hijri,
}
