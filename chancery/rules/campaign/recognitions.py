"""
Recognitions counted from single texts (R117).

Published totals of one campaign differ because they mix committees, chambers and towns, resolutions and
proclamations, and different words. So nothing is counted here but by a question that says what it takes in,
and every total names the texts it rests on, those that are in doubt apart.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from chancery.rules.dates import PartialDate


class Level(StrEnum):
    """Whose text it is."""

    STATE = "state"
    PARLIAMENT = "parliament"
    CHAMBER = "chamber"
    COMMITTEE = "committee"
    REGION = "region"
    CITY = "city"
    COURT = "court"
    INTERNATIONAL = "international"
    OTHER = "other"


class Kind(StrEnum):
    """What kind of text it is."""

    LAW = "law"
    RESOLUTION = "resolution"
    MOTION = "motion"
    STATEMENT = "statement"
    PROCLAMATION = "proclamation"
    CITATION = "citation"
    JUDGMENT = "judgment"
    OTHER = "other"


class Status(StrEnum):
    """What became of a text."""

    PROPOSED = "proposed"
    SUBMITTED = "submitted"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    REPEALED = "repealed"


class Counted(StrEnum):
    """What a total counts: one body may adopt several texts, one state have several bodies."""

    TEXTS = "texts"
    BODIES = "bodies"
    STATES = "states"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of history and the moment of knowledge: what was so on `day`, as known at `known_at`."""

    day: date
    known_at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """
    What became of a text, on which day, and between which moments the office held it for true.

    `on` None: it is not known when. `taken_back_at` None: it still holds.
    """

    status: Status
    on: PartialDate | None
    recorded_at: datetime
    taken_back_at: datetime | None = None

    def is_known_at(self, moment: datetime) -> bool:
        """Whether the office held the step for true at `moment`."""
        return self.recorded_at <= moment and (self.taken_back_at is None or moment < self.taken_back_at)

    def may_stand_on(self, day: date) -> bool:
        """Whether the step can have been taken by the end of `day`; one without a day can."""
        return self.on is None or self.on.earliest.date() <= day

    def stands_on(self, day: date) -> bool:
        """Whether the step has surely been taken by the end of `day`."""
        return self.on is not None and self.on.latest.date() <= day


@dataclass(frozen=True, slots=True)
class Text:
    """One text of one body. `ref` is unique; `body` is a key that two texts of one body share."""

    ref: str
    body: str
    state: str
    level: Level
    kind: Kind
    word: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a text at a moment: its status, or None; and whether its day leaves no doubt."""

    status: Status | None
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Question:
    """
    What a total takes in. An empty collection takes in all; `counted` says what is counted.

    Words are compared without regard to capitals.
    """

    counted: Counted = Counted.TEXTS
    statuses: Collection[Status] = (Status.ADOPTED,)
    levels: Collection[Level] = ()
    kinds: Collection[Kind] = ()
    states: Collection[str] = ()
    words: Collection[str] = ()

    def takes_in(self, text: Text) -> bool:
        """Whether the total may count `text`, whatever became of it."""
        return (
            (not self.levels or text.level in self.levels)
            and (not self.kinds or text.kind in self.kinds)
            and (not self.states or text.state in self.states)
            and (not self.words or text.word.casefold() in {word.casefold() for word in self.words})
        )


@dataclass(frozen=True, slots=True)
class Total:
    """
    How many there are, and the texts behind it, by their refs in the order given.

    `doubtful` are texts whose day is known too roughly, or not at all, to say on which side of the moment
    they fall: `value` leaves them out, and `at_most` takes them in. `without_state` are texts that a total
    of states can count for none.
    """

    value: int
    at_most: int
    texts: tuple[str, ...]
    doubtful: tuple[str, ...]
    without_state: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """How the standing of one text differs between two moments."""

    ref: str
    before: Standing
    after: Standing


def standing(text: Text, at: Moment) -> Standing:
    """
    Return what is known of a text at a moment.

    The last step by its day that may stand then is the status. Ties: of steps that may fall on the same day
    the one recorded later stands, then the further one in the order of `Status`. The standing is in doubt
    where the day of that step is too rough, or unknown, or where a step known more roughly may have come
    after it.
    """
    known = [step for step in text.steps if step.is_known_at(at.known_at) and step.may_stand_on(at.day)]
    if not known:
        return Standing(None, is_certain=True)
    last = max(known, key=_latest_last)
    others = [step for step in known if step is not last and step.status != last.status]
    is_certain = last.stands_on(at.day) and all(_surely_before(step, last) for step in others)
    return Standing(last.status, is_certain)


def _latest_last(step: Step) -> tuple[str, datetime, int]:
    return (str(step.on or ""), step.recorded_at, list(Status).index(step.status))


def _surely_before(step: Step, last: Step) -> bool:
    """Whether `step` cannot have come after `last`; on one and the same day the record's order holds."""
    if step.on is None or last.on is None:
        return False
    return step.on.latest <= last.on.latest and step.on.earliest <= last.on.earliest


def total(question: Question, texts: Iterable[Text], at: Moment) -> Total:
    """Count what a question takes in at a moment (R117)."""
    asked = [(text, standing(text, at)) for text in texts if question.takes_in(text)]
    asked = [(text, stands) for text, stands in asked if stands.status in question.statuses]
    sure = [text for text, stands in asked if stands.is_certain]
    doubtful = [text for text, stands in asked if not stands.is_certain]
    return Total(
        value=len(_counted(question.counted, sure)),
        at_most=len(_counted(question.counted, [*sure, *doubtful])),
        texts=tuple(text.ref for text in sure),
        doubtful=tuple(text.ref for text in doubtful),
        without_state=tuple(
            text.ref for text, _ in asked if question.counted is Counted.STATES and not text.state
        ),
    )


def _counted(counted: Counted, texts: Sequence[Text]) -> set[str]:
    match counted:
        case Counted.TEXTS:
            return {text.ref for text in texts}
        case Counted.BODIES:
            return {text.body for text in texts}
        case Counted.STATES:
            return {text.state for text in texts if text.state}


def turns(question: Question, texts: Iterable[Text], before: Moment, after: Moment) -> list[Turn]:
    """
    Return the texts a question takes in whose standing differs between two moments, in the order given.

    The same day at two moments of knowledge tells what was learnt since; two days, what happened.
    """
    compared = [
        Turn(text.ref, standing(text, before), standing(text, after))
        for text in texts
        if question.takes_in(text)
    ]
    return [turn for turn in compared if turn.before != turn.after]
