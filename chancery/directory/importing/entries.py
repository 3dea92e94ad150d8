"""Rows of a list turned into entries: checked values, and for each cell that cannot be used its problem."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from chancery.directory.importing.columns import Field
from chancery.directory.importing.dates import Slashes, TwoReadings, date_of
from chancery.directory.importing.problems import Problem
from chancery.directory.importing.tables import Row
from chancery.directory.importing.words import gender_of, language_of
from chancery.directory.queries.classes import class_meant
from chancery.rules.dates import PartialDate, UnreadableDate
from chancery.rules.reasons import gettext_noop
from chancery.rules.states import recognise_state

LONGEST = {Field.NOTE: 5000, Field.ADDRESS: 1000}
LONGEST_PART = 120
LONGEST_TEXT = 200
_MAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+")
_ERRORS = ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!")
_NAMES = frozenset({Field.NAME, Field.GIVEN, Field.FAMILY, Field.OTHER_NAME, Field.ASSISTANT, Field.SPOUSE})
_REFUSALS = {
    Field.GENDER: gettext_noop("“%(text)s” is no gender; write f or m, or leave it empty."),
    Field.OFFICE_CLASS: gettext_noop(
        "“%(text)s” is no class of office that is known; write for example ambassador, or leave it empty."
    ),
    Field.STATE: gettext_noop(
        "“%(text)s” is no state that is known; write its name or its code of two letters."
    ),
}
_SEVERAL = re.compile(r"\s*[;,\n]\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One person as a row tells it, every value checked; what the row does not say is empty.

    Shape: `names` are printed names, the main one first, each `(printed, given, family)`. `state` and
    `languages` are codes, `mails` and `phones` in their order.
    """

    row: int
    names: tuple[tuple[str, str, str], ...]
    honorific: str = ""
    gender: str = ""
    office: str = ""
    office_class: str = ""
    body: str = ""
    state: str = ""
    begins: PartialDate | None = None
    credentials: PartialDate | None = None
    mails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    mobiles: tuple[str, ...] = ()
    address: str = ""
    languages: tuple[str, ...] = ()
    note: str = ""
    groups: tuple[str, ...] = ()
    assistant: str = ""
    assistant_phone: str = ""
    spouse: str = ""

    @property
    def printed(self) -> str:
        """The main name as printed."""
        return self.names[0][0]

    @property
    def sort_name(self) -> str:
        """“Family, Given” where the parts are known, else the name as printed."""
        printed, given, family = self.names[0]
        return f"{family}, {given}" if given and family else printed


class Reader:
    """Turns rows into entries by one mapping; the problems of the row read last stand in `problems`."""

    def __init__(
        self, headings: Sequence[str], mapping: Sequence[str], slashes: Mapping[Field, Slashes] | None = None
    ) -> None:
        self._columns = [
            (number, Field(name), headings[number]) for number, name in enumerate(mapping) if name
        ]
        self._headings = {field: heading for _number, field, heading in reversed(self._columns)}
        self._slashes = slashes or {}
        self._width = len(headings)
        self.problems: list[Problem] = []
        self._row = 0

    def entry(self, row: Row) -> Entry | None:
        """Read one row; None where it holds problems, or nothing in the columns that were chosen."""
        self.problems, self._row = [], row.number
        if any(row.cells[self._width :]):
            self._wrong(
                gettext_noop("There are more cells than headings; a separator may stand inside a name.")
            )
            return None
        cells = self._cells(row)
        if not any(text for texts in cells.values() for text in texts):
            return None
        entry = self._entry(
            {field: texts[0] for field, texts in cells.items()}, cells.get(Field.OTHER_NAME, [])
        )
        return None if self.problems else entry

    def _cells(self, row: Row) -> dict[Field, list[str]]:
        cells: dict[Field, list[str]] = {}
        for number, field, heading in self._columns:
            text = row.cells[number] if number < len(row.cells) else ""
            self._check(field, heading, text)
            cells.setdefault(field, []).append(text)
        return cells

    def _check(self, field: Field, heading: str, text: str) -> None:
        """Refuse what no cell of a list may hold."""
        longest = LONGEST.get(field, LONGEST_PART if field in {Field.GIVEN, Field.FAMILY} else LONGEST_TEXT)
        if text.startswith(_ERRORS):
            self._wrong(
                gettext_noop("The cell holds the error %(text)s; write the value itself."), heading, text=text
            )
        elif text.startswith(("=", "@")):
            self._wrong(gettext_noop("The cell holds a formula; write its value instead."), heading)
        elif "\N{REPLACEMENT CHARACTER}" in text:
            self._wrong(gettext_noop("The cell holds signs that are no letters; write it anew."), heading)
        elif len(text) > longest:
            self._wrong(
                gettext_noop("The cell is longer than %(most)s letters; shorten it."), heading, most=longest
            )
        elif field in _NAMES and ("<" in text or ">" in text):
            self._wrong(
                gettext_noop("“%(text)s” is no name; take the signs < and > out."), heading, text=text[:60]
            )

    def _entry(self, cell: Mapping[Field, str], others: Sequence[str]) -> Entry:
        get = cell.get
        names = self._names(get(Field.NAME, ""), get(Field.GIVEN, ""), get(Field.FAMILY, ""), others)
        if not names:
            self._wrong(gettext_noop("The row names nobody; write the name or take the row out."))
        return Entry(
            row=self._row,
            names=names,
            honorific=get(Field.HONORIFIC, ""),
            gender=self._known(cell, Field.GENDER, gender_of),
            office=get(Field.OFFICE, ""),
            office_class=self._known(cell, Field.OFFICE_CLASS, class_meant),
            body=self._body(cell),
            state=self._known(cell, Field.STATE, recognise_state),
            begins=self._date(cell, Field.FROM),
            credentials=self._date(cell, Field.CREDENTIALS),
            mails=self._mails(cell),
            phones=_parts(get(Field.PHONE, "")),
            mobiles=_parts(get(Field.MOBILE, "")),
            address=get(Field.ADDRESS, ""),
            languages=self._languages(cell),
            note=get(Field.NOTE, ""),
            groups=_parts(get(Field.GROUP, "")),
            assistant=get(Field.ASSISTANT, ""),
            assistant_phone=get(Field.ASSISTANT_PHONE, ""),
            spouse=get(Field.SPOUSE, ""),
        )  # fmt: skip

    def _names(
        self, whole: str, given: str, family: str, others: Sequence[str]
    ) -> tuple[tuple[str, str, str], ...]:
        main = whole or " ".join(part for part in (given, family) if part)
        further = [name for other in others for name in re.split(r"\s*[;|]\s*", other) if name]
        if not main:
            return ()
        names = [(main, given, family), *((name, "", "") for name in further)]
        return tuple({printed: (printed, first, last) for printed, first, last in reversed(names)}.values())[
            ::-1
        ]

    def _body(self, cell: Mapping[Field, str]) -> str:
        if cell.get(Field.OFFICE) and not cell.get(Field.BODY):
            self._wrong(
                gettext_noop(
                    "The office “%(text)s” stands without a body; name the body, or leave the office out."
                ),
                self._headings[Field.OFFICE],
                text=cell[Field.OFFICE],
            )
        return cell.get(Field.BODY, "")

    def _known(self, cell: Mapping[Field, str], field: Field, find: Callable[[str], str | None]) -> str:
        text = cell.get(field, "")
        found = find(text) if text else ""
        if found is None:
            self._wrong(_REFUSALS[field], self._headings[field], text=text)
        return found or ""

    def _date(self, cell: Mapping[Field, str], field: Field) -> PartialDate | None:
        text = cell.get(field, "")
        if not text:
            return None
        try:
            return date_of(text, self._slashes.get(field, Slashes.OPEN))
        except TwoReadings:
            refusal = gettext_noop("“%(text)s” can be read as two days; write it as 2022-04-03.")
        except UnreadableDate:
            refusal = gettext_noop("“%(text)s” is no date; write 2022, 2022-04 or 2022-04-03.")
        self._wrong(refusal, self._headings[field], text=text)
        return None

    def _mails(self, cell: Mapping[Field, str]) -> tuple[str, ...]:
        mails = _parts(cell.get(Field.EMAIL, ""))
        for mail in mails:
            if not _MAIL.fullmatch(mail):
                refusal = gettext_noop("“%(text)s” is no e-mail address; correct it or leave it empty.")
                self._wrong(refusal, self._headings[Field.EMAIL], text=mail)
        return mails

    def _languages(self, cell: Mapping[Field, str]) -> tuple[str, ...]:
        found = []
        for text in re.split(r"\s*[;,/]\s*", cell.get(Field.LANGUAGE, "")):
            code = language_of(text) if text else ""
            if code is None:
                refusal = gettext_noop("“%(text)s” is no language that is known; write its name or its code.")
                self._wrong(refusal, self._headings[Field.LANGUAGE], text=text)
            elif code:
                found.append(code)
        return tuple(dict.fromkeys(found))

    def _wrong(self, template: str, column: str = "", **values: object) -> None:
        texts = {name: str(value) for name, value in values.items()}
        self.problems.append(Problem(template, texts, self._row, column))


def _parts(text: str) -> tuple[str, ...]:
    """Part a cell that holds several: addresses, numbers, groups."""
    return tuple(dict.fromkeys(part for part in _SEVERAL.split(text) if part))
