"""Reading a table of recognitions: each line becomes a text with its steps, or a sentence on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from chancery.accounts.access import Office
from chancery.base import cldr, places
from chancery.directory.access import readable
from chancery.directory.importing.dates import TwoReadings, date_of
from chancery.directory.importing.problems import UnreadableFile
from chancery.directory.importing.tables import Row, recognised, table_of
from chancery.directory.importing.words import language_of
from chancery.directory.models import Body
from chancery.occasions.models import Campaign, Recognition, RecognitionStep
from chancery.occasions.queries.recognitions import recognitions_of
from chancery.occasions.recognition_table import DAY_NOT_KNOWN, LABELS, STEPS, VOTES, Field, fields_by_heading
from chancery.rules.dates import PartialDate, UnreadableDate

MOST_LINES = 2_000
NEEDED = (Field.BODY, Field.LEVEL, Field.KIND)
LANGUAGES_OF_STATES = ("en", "fr", "ro", "az", "ru", "de", "es", "it", "tr", "ar")
AS_WRITTEN = (Field.REGION, Field.NUMBER, Field.ADDRESS, Field.SOURCE, Field.NOTE, Field.WORD)


NO_TEXTS = gettext_noop("The list has headings but no row under them; add a row for each text.")
TOO_LONG = gettext_noop("The list has more than %(most)s rows; divide it into several.")
UNKNOWN_COLUMN = gettext_noop(
    "No column of recognitions is headed “%(heading)s”; head it as the empty table does, or leave it out."
)
MISSING_COLUMN = gettext_noop("The list has no column “%(heading)s”; add it, because every text needs it.")


class LineRefused(Exception):
    """A cell cannot be taken; the message is a sentence without the number of its line."""


@dataclass(slots=True)
class Reading:
    """What a table holds: texts with their steps in the order of the lines; what is wrong, a line each."""

    rows: list[tuple[Recognition, Sequence[RecognitionStep]]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read_table(content: bytes, *, campaign: Campaign, office: Office) -> Reading:
    """
    Read a CSV or XLSX file. Nothing is saved.

    Errors: UnreadableFile where the file as a whole cannot be read.
    """
    table = table_of(content, recognised(content), no_row=NO_TEXTS)
    known = fields_by_heading()
    fields = [known.get(heading.casefold()) for heading in table.headings]
    _demand_columns(table.headings, fields)
    lines = _Lines(campaign, office)
    for number, row in enumerate(table.rows, start=1):
        if number > MOST_LINES:
            raise UnreadableFile(TOO_LONG, most=MOST_LINES)
        lines.take(row, {name: text for name, text in zip(fields, row.cells, strict=False) if name})
    return lines.reading


def _demand_columns(headings: Sequence[str], fields: Sequence[Field | None]) -> None:
    if strange := [heading for heading, name in zip(headings, fields, strict=True) if name is None]:
        raise UnreadableFile(UNKNOWN_COLUMN, heading=strange[0])
    if missing := [LABELS[name] for name in NEEDED if name not in fields]:
        raise UnreadableFile(MISSING_COLUMN, heading=missing[0])


class _Lines:
    """The lines of one table as they are read; bodies and texts that are there already are looked up once."""

    def __init__(self, campaign: Campaign, office: Office) -> None:
        self.campaign, self.office = campaign, office
        self.reading = Reading()
        self.bodies: dict[str, list[Body]] = {}
        for body in readable(office, Body).order_by("pk"):
            for name in set(map(str.casefold, body.names.values())):
                self.bodies.setdefault(name, []).append(body)
        self.known = {_likeness(row): "" for row in recognitions_of(campaign)}

    def take(self, row: Row, cells: Mapping[Field, str]) -> None:
        """Read one line; what is wrong with it is kept as a sentence with its number."""
        try:
            made = self._text(cells)
            steps = list(_steps(cells))
            self._demand_new(made, row.number)
        except LineRefused as refused:
            self.reading.problems.append(
                _("Line %(number)s: %(problem)s") % {"number": row.number, "problem": refused}
            )
            return
        self.reading.rows.append((made, steps))

    def _text(self, cells: Mapping[Field, str]) -> Recognition:
        made = Recognition(
            organiser=self.office.organiser,
            campaign=self.campaign,
            level=_choice(cells, Field.LEVEL, Recognition.Level),
            kind=_choice(cells, Field.KIND, Recognition.Kind),
            state=_state(cells.get(Field.STATE, "")),
            word_language=_language(cells),
            **{each.value: cells.get(each, "") for each in AS_WRITTEN},
            **{each.value: _number(cells, each) for each in VOTES},
        )
        self._name(made, cells.get(Field.BODY, ""))
        if title := cells.get(Field.TITLE):
            made.titles = {self.office.organiser.languages[0]: title}
        _demand_clean(made)
        return made

    def _name(self, made: Recognition, name: str) -> None:
        if not name:
            raise LineRefused(_("the body is missing."))
        found = self.bodies.get(name.casefold(), [])
        if len(found) > 1:
            raise LineRefused(
                _("several bodies of the directory are called “%(name)s”; enter this text by hand.")
                % {"name": name}
            )
        if found:
            made.body = found[0]
        else:
            made.printed_body = {self.office.organiser.languages[0]: name}

    def _demand_new(self, made: Recognition, number: int) -> None:
        likeness = _likeness(made)
        if likeness not in self.known:
            self.known[likeness] = str(number)
            return
        if line := self.known[likeness]:
            raise LineRefused(_("it is the same text as line %(line)s.") % {"line": line})
        raise LineRefused(_("this text is recorded already; leave the line out."))


def _likeness(row: Recognition) -> tuple[object, ...]:
    """What two texts that are the same one have alike."""
    names = row.body.names if row.body else row.printed_body
    titles = sorted(title.casefold() for title in row.titles.values())
    name = min((name.casefold() for name in names.values()), default="")
    return (row.body_id or name, row.region.casefold(), row.kind, row.number.casefold(), tuple(titles))


def _demand_clean(made: Recognition) -> None:
    try:
        made.clean_fields(exclude=["ref", "organiser", "campaign", "body"])
    except ValidationError as refused:
        name, problems = next(iter(refused.message_dict.items()))
        label = str(Recognition._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # a column, never a relation back
        raise LineRefused(_("%(field)s: %(problem)s") % {"field": label, "problem": problems[0]}) from None


def _steps(cells: Mapping[Field, str]) -> Iterable[RecognitionStep]:
    for name, status in STEPS.items():
        if text := cells.get(name, ""):
            step = RecognitionStep(status=status)
            step.on = _day(text)
            yield step


def _day(text: str) -> PartialDate | None:
    if text == DAY_NOT_KNOWN:
        return None
    try:
        return date_of(text)
    except TwoReadings:
        sentence = _("“%(text)s” can be read in two ways; write 2020-02-26.")
        raise LineRefused(sentence % {"text": text}) from None
    except UnreadableDate:
        raise LineRefused(
            _("“%(text)s” is no date; write 2020, 2020-02 or 2020-02-26, or ? where the day is not known.")
            % {"text": text}
        ) from None


def _number(cells: Mapping[Field, str], name: Field) -> int | None:
    text = cells.get(name, "")
    if not text:
        return None
    if not text.isdecimal() or len(text) > 9:
        raise LineRefused(_("“%(text)s” is no number of votes.") % {"text": text})
    return int(text)


def _state(text: str) -> str:
    if not text:
        return ""
    if code := _states().get(text.casefold()):
        return code
    sentence = _("“%(text)s” is no state that is known; write its name or its two letters.")
    raise LineRefused(sentence % {"text": text})


def _language(cells: Mapping[Field, str]) -> str:
    if not cells.get(Field.WORD):
        return ""
    text = cells.get(Field.WORD_LANGUAGE, "")
    if found := language_of(text):
        return found
    raise LineRefused(_("say in which language the text uses “%(word)s”.") % {"word": cells[Field.WORD]})


def _choice(cells: Mapping[Field, str], name: Field, choices: Any) -> str:
    text = cells.get(name, "")
    if found := _labels(choices).get(text.casefold()):
        return found
    offered = ", ".join(str(label) for label in choices.labels)
    raise LineRefused(
        _("“%(text)s” is not understood under “%(column)s”; write one of: %(offered)s.")
        % {"text": text, "column": LABELS[name], "offered": offered}
    )


@cache
def _labels(choices: Any) -> Mapping[str, str]:
    """The values that words stand for, in every language of the house."""
    found = {value: value for value in choices.values}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found |= {str(label).casefold(): value for value, label in choices.choices}
    return found


@cache
def _states() -> Mapping[str, str]:
    """The codes that names of states stand for, in the languages in which lists are often written."""
    found: dict[str, str] = {}
    for language in LANGUAGES_OF_STATES:
        for code, _cldr in places.states(language):
            found.setdefault(cldr.state_in_words(code, language).casefold(), code)
            found.setdefault(code.casefold(), code)
    return found
