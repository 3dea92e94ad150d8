"""The columns of a guest list as a table, and how the text of a cell becomes a value."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from chancery.rules.dates import PartialDate, UnreadableDate
from chancery.rules.precedence.values import Basis, StandIn, Step, StepKind, Yielding
from chancery.rules.precedence.wording import plain
from chancery.rules.reasons import Reason, gettext_noop

REQUIRED: Final = ("id", "name", "state", "title", "class", "taken_up_at")
STEPS: Final[Mapping[str, StepKind]] = {
    "taken_up_at": StepKind.TAKEN_UP,
    "arrival": StepKind.ARRIVAL,
    "copy_of_credentials": StepKind.COPY_OF_CREDENTIALS,
    "credentials": StepKind.CREDENTIALS,
    "provisional_admission": StepKind.PROVISIONAL_ADMISSION,
    "exequatur": StepKind.EXEQUATUR,
    "commission": StepKind.COMMISSION,
    "taking_charge": StepKind.TAKING_CHARGE,
    "election": StepKind.ELECTION,
    "appointed": StepKind.APPOINTMENT,
    "foundation": StepKind.FOUNDATION,
}
# Other ways of heading a column.
_HEADINGS: Final = {
    "taken_up": "taken_up_at",
    "appointment": "appointed",
    "appointed_at": "appointed",
    "elected": "election",
    "country": "state",
    "office_class": "class",
    "guest_of_honor": "guest_of_honour",
    "accepted": "accepted_at",
    "order": "number",
}
# What a list adds to itself; a list that was ordered before is ordered again.
ADDED: Final = ("place", "rank", "reasons")

_BASES: Final[dict[str, Basis]] = {
    **{plain(basis.value): basis for basis in Basis},
    **dict.fromkeys(("ai", "interim", "charge ai", "charge d affaires ai"), Basis.CHARGE_AI),
    **dict.fromkeys(("en pied", "en titre", "charge d affaires en pied"), Basis.CHARGE_EN_PIED),
    **dict.fromkeys(("designated", "elect"), Basis.DESIGNATE),
    **dict.fromkeys(("ex", "past", "retired"), Basis.FORMER),
    **dict.fromkeys(("leave", "out of post"), Basis.ON_LEAVE),
    **dict.fromkeys(("career", "titular", "in full", "substantive"), Basis.FULL),
}
_FLAGS: Final = {
    **dict.fromkeys(("", "no", "n", "false", "0", "non", "nu", "xeyr"), False),
    **dict.fromkeys(("yes", "y", "true", "1", "x", "oui", "da", "beli", "si"), True),
}
_YIELDING: Final = {
    **dict.fromkeys(("freely", "free", "yields freely", "left"), Yielding.FREELY),
    **dict.fromkeys(("forced", "obliged", "yields forced", "right"), Yielding.FORCED),
}

# A time as machines write it; what is as short as a date and a time has nothing behind them.
_STAMP = re.compile(
    r"(?P<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?"
)
_SHORT = len("2021-05-03T10:30")

BAD_DATE = gettext_noop(
    "%(where)s, column “%(column)s”: “%(value)s” is no date; write it like 2021, 2021-05, 2021-05-03 or "
    "2021-05-03T10:30."
)
OTHER_PLACE = gettext_noop(
    "%(where)s, column “%(column)s”: “%(value)s” is in another time zone than “%(other)s”; "
    "write all times in the local time of the host."
)
BAD_CHOICE = gettext_noop(
    "%(where)s, column “%(column)s”: “%(value)s” is not understood; write one of: %(choices)s."
)
BAD_NUMBER = gettext_noop(
    "%(where)s, column “%(column)s”: “%(value)s” is no whole number from 1 on; write one or leave it empty."
)


class UnreadableList(ValueError):
    """A guest list that cannot be read; the text is one sentence with file, row, column and what to do."""

    def __init__(self, template: str, **values: str) -> None:
        self.sentence = Reason(template, values)
        super().__init__(self.sentence.words())


def heading(text: str) -> str:
    """The name of a column as it is known here; one that is not known keeps its own."""
    name = plain(text).replace(" ", "_")
    return _HEADINGS.get(name, name)


class Zones:
    """The time zones that the times of one list are written in: all have to be local ones of one place."""

    def __init__(self) -> None:
        self._first: tuple[int, str] | None = None

    def local(self, text: str) -> str:
        """
        Take the zone off a time, which is kept as the clock of the place showed it.

        Errors: OtherZone where an earlier time of the list is in a zone of another place; an hour of
        difference is summer time. Units: fractions of a second are left out.
        """
        stamp = _STAMP.fullmatch(text) if len(text) > _SHORT else None
        if stamp is None:
            return text
        if zone := stamp["zone"]:
            first, other = self._first = self._first or (_minutes(zone), text)
            if abs(_minutes(zone) - first) > 60:
                raise OtherZone(other)
        return stamp["time"]


def _minutes(zone: str) -> int:
    """How far a zone lies ahead of universal time."""
    if zone == "Z":
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    ahead = int(digits[:2]) * 60 + int(digits[2:])
    return -ahead if zone.startswith("-") else ahead


class OtherZone(ValueError):
    """A time is in the zone of another place; the text is the time it differs from."""


class Cells:
    """The cells of one row by the names of the columns; `where` is the file and the row."""

    def __init__(self, cells: Iterable[tuple[str, str]], where: str, zones: Zones) -> None:
        self.filled = {column: cell for column, text in cells if (cell := text.strip())}
        self.where = where
        self._zones = zones

    def text(self, column: str) -> str:
        """The cell without spaces around it; empty where the column is missing."""
        return self.filled.get(column, "")

    def steps(self) -> tuple[Step, ...]:
        """All dated steps of the row; several dates of one kind are parted by "|"."""
        return tuple(
            Step(kind, self._date(column, text))
            for column, cell in self.filled.items()
            if (kind := STEPS.get(column))
            for text in cell.split("|")
        )

    def date(self, column: str) -> PartialDate | None:
        """The one date of a cell."""
        text = self.text(column)
        return self._date(column, text) if text else None

    def number(self, column: str) -> int | None:
        """A whole number from 1 on."""
        text = self.text(column)
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and int(text) > 0):
            raise self.wrong(BAD_NUMBER, column)
        return int(text)

    def flag(self, column: str) -> bool:
        """Yes or no; an empty cell is no."""
        if column not in self.filled:
            return False
        flag = _FLAGS.get(plain(self.text(column)))
        if flag is None:
            raise self.wrong(BAD_CHOICE, column, choices="yes, no")
        return flag

    def basis(self, column: str) -> Basis | None:
        """The basis on which an office is held."""
        text = self.text(column)
        return self._chosen(column, _BASES, ", ".join(Basis)) if text else None

    def stand_in(self, column: str) -> StandIn:
        """As what somebody stands in for another."""
        if not self.text(column):
            return StandIn.DELEGATE
        return self._chosen(column, {plain(kind.value): kind for kind in StandIn}, ", ".join(StandIn))

    def hosting(self, column: str) -> tuple[bool, Yielding]:
        """Whether somebody is host, and how the presidency was given up."""
        if column not in self.filled:
            return False, Yielding.UNKNOWN
        text = plain(self.text(column))
        if text in _YIELDING:
            return True, _YIELDING[text]
        if text not in _FLAGS:
            raise self.wrong(BAD_CHOICE, column, choices="yes, no, freely, forced")
        return _FLAGS[text], Yielding.UNKNOWN

    def wrong(self, template: str, column: str, **values: str) -> UnreadableList:
        """The error for a cell of this row."""
        return UnreadableList(template, where=self.where, column=column, value=self.text(column), **values)

    def _date(self, column: str, text: str) -> PartialDate:
        try:
            return PartialDate.parse(self._zones.local(text.strip()))
        except UnreadableDate:
            raise self.wrong(BAD_DATE, column) from None
        except OtherZone as error:
            raise self.wrong(OTHER_PLACE, column, other=str(error)) from None

    def _chosen[Choice](self, column: str, choices: Mapping[str, Choice], shown: str) -> Choice:
        words = plain(self.text(column))
        if words not in choices:
            near = get_close_matches(words, choices, n=1, cutoff=0.85)
            if not near:
                raise self.wrong(BAD_CHOICE, column, choices=shown)
            words = near[0]
        return choices[words]
