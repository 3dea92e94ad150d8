"""
Recognitions counted from single texts (R117).

Published totals of one campaign differ because they mix committees, chambers and towns, resolutions and
proclamations, and different words. So nothing is counted here but by a question that says what it takes in,
and every total names the texts it rests on, those that are in doubt apart.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

from chancery.rules.dates import PartialDate, Precision


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
        return self.on is not None and self.on.last_day <= day

    def may_stand_after(self, other: "Step") -> bool:
        """
        Whether the step can have come after `other`.

        Where their days leave it open, a text is not proposed or submitted any more once it is adopted or
        repealed; on one and the same day the record's order holds.
        """
        if self.on is not None and other.on is not None and other.on.is_before(self.on):
            return True
        if other.status in _NOT_BEFORE.get(self.status, ()):
            return False
        if self.on == other.on:
            return _in_order_of_record(self) > _in_order_of_record(other)
        if self.on is None or other.on is None:
            return True
        return self.on.latest > other.on.latest or self.on.earliest > other.on.earliest


# What a status does not follow, unless its day says so.
_NOT_BEFORE: Mapping[Status, Collection[Status]] = {
    Status.PROPOSED: (Status.SUBMITTED, Status.ADOPTED, Status.REPEALED),
    Status.SUBMITTED: (Status.ADOPTED, Status.REPEALED),
}


_PLACES = {status: place for place, status in enumerate(Status)}


def _in_order_of_record(step: Step) -> tuple[datetime, int]:
    return step.recorded_at, _PLACES[step.status]


@dataclass(frozen=True, slots=True)
class Text:
    """
    One text of one body.

    `ref` is unique; `body` is a key that two texts of one body share. `told` is what a search looks through:
    names of the body and the text, number, region, note. `recorded_at` is when the office came to know of it.
    """

    ref: str
    body: str
    state: str
    level: Level
    kind: Kind
    word: str
    steps: tuple[Step, ...]
    told: str = ""
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """
    What is known of a text at a moment: its status, or None; and whether its day leaves no doubt.

    `on` is the day of the step that made it so, None where no day is known.
    """

    status: Status | None
    is_certain: bool
    on: PartialDate | None = None


class Answer(StrEnum):
    """Whether a question takes in a text at a moment."""

    YES = "yes"
    NO = "no"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Question:
    """
    What a total takes in. An empty collection takes in all; `counted` says what is counted.

    `since` and `until`, both included, narrow the day of the step that made the standing. Words and `found`,
    which is looked for in what is told of a text, are compared without regard to capitals.
    """

    counted: Counted = Counted.TEXTS
    statuses: Collection[Status] = (Status.ADOPTED,)
    levels: Collection[Level] = ()
    kinds: Collection[Kind] = ()
    states: Collection[str] = ()
    words: Collection[str] = ()
    bodies: Collection[str] = ()
    since: date | None = None
    until: date | None = None
    found: str = ""

    def takes_in(self, text: Text) -> bool:
        """Whether the total may count `text`, whatever became of it."""
        return (
            (not self.levels or text.level in self.levels)
            and (not self.kinds or text.kind in self.kinds)
            and (not self.states or text.state in self.states)
            and (not self.bodies or text.body in self.bodies)
            and (not self.words or text.word.casefold() in {word.casefold() for word in self.words})
            and (not self.found or self.found.casefold() in text.told.casefold())
        )

    def takes_in_step(self, step: Step) -> Answer:
        """Whether a text on which `step` stands last is taken in: by its status and the day of it."""
        if self.statuses and step.status not in self.statuses:
            return Answer.NO
        if self.since is None and self.until is None:
            return Answer.YES
        if step.on is None:
            return Answer.DOUBTFUL
        first, last = self.since or date.min, self.until or date.max
        if first <= step.on.earliest.date() and step.on.latest.date() <= last:
            return Answer.YES
        is_outside = step.on.latest.date() < first or last < step.on.earliest.date()
        return Answer.NO if is_outside else Answer.DOUBTFUL

    @property
    def takes_in_unknown(self) -> bool:
        """Whether a text of which no step is known is taken in: where nothing is asked of its steps."""
        return not self.statuses and self.since is None and self.until is None


@dataclass(frozen=True, slots=True)
class Total:
    """
    How many there are, and the texts behind it, by their refs in the order given.

    `doubtful` are texts whose day is known too roughly, or not at all, to say on which side of the moment
    or of the question they fall: `value` leaves them out, and `at_most` takes them in. `without_day` are
    those of them of which a step has no day at all. `without_state` are texts that a total of states can
    count for none.
    """

    value: int
    at_most: int
    texts: tuple[str, ...]
    doubtful: tuple[str, ...]
    without_day: tuple[str, ...]
    without_state: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """How the standing of one text differs between two moments."""

    ref: str
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Judged:
    """What a question says of one text at a moment, and how the text stands then."""

    text: Text
    answer: Answer
    standing: Standing


def judged(question: Question, texts: Iterable[Text], at: Moment) -> list[Judged]:
    """Ask a question of every text at a moment, in the order given; see `answer` and `standing`."""
    return [_judged(question, text, at) for text in texts]


def _judged(question: Question, text: Text, at: Moment) -> Judged:
    known = [step for step in text.steps if step.is_known_at(at.known_at)]
    possible = _possibly_last(known, at.day)
    is_sure = any(step.stands_on(at.day) for step in known)
    said = _answer(question, text, known, possible, is_sure=is_sure)
    return Judged(text, said, _standing(possible, is_sure=is_sure))


def standing(text: Text, at: Moment) -> Standing:
    """
    Return what is known of a text at a moment.

    The last step by its day that may stand then is the status. Ties: of steps that may fall on the same day
    the one recorded later stands, then the further one in the order of `Status`. The standing is in doubt
    where no step surely stands then, or where a step of another status may have come after it.
    """
    return _judged(Question(), text, at).standing


def _standing(possible: Sequence[Step], *, is_sure: bool) -> Standing:
    if not possible:
        return Standing(None, is_certain=True)
    last = possible[0] if len(possible) == 1 else max(possible, key=_latest_last)
    is_one = all(step.status is last.status for step in possible)
    return Standing(last.status, is_one and is_sure, last.on)


def _latest_last(step: Step) -> tuple[str, datetime, int]:
    return (str(step.on or ""), *_in_order_of_record(step))


def answer(question: Question, text: Text, at: Moment) -> Answer:
    """
    Say whether a question takes in a text at a moment.

    Every step that may stand last then is asked, and none where the first of them may come later: the
    answer is sure only where all of them agree. A text of which no step is known is taken in where nothing
    is asked of its steps.
    """
    return _judged(question, text, at).answer


def _answer(
    question: Question, text: Text, known: Sequence[Step], possible: Iterable[Step], *, is_sure: bool
) -> Answer:
    if not question.takes_in(text):
        return Answer.NO
    if not known:
        return Answer.YES if question.takes_in_unknown else Answer.NO
    found = {question.takes_in_step(step) for step in possible}
    if not is_sure:
        found.add(Answer.NO)
    return found.pop() if len(found) == 1 else Answer.DOUBTFUL


def _possibly_last(known: Sequence[Step], day: date) -> list[Step]:
    """The steps that may be the last ones taken by the end of a day: none surely stands after them."""
    may_stand = [step for step in known if step.may_stand_on(day)]
    if len(may_stand) < 2:
        return may_stand
    if last := _alone_on_last_day(may_stand):
        return [last]
    standing_then = [step for step in may_stand if step.stands_on(day)]
    return [
        step
        for step in may_stand
        if not any(
            other is not step and other.may_stand_after(step) and not step.may_stand_after(other)
            for other in standing_then
        )
    ]


def _alone_on_last_day(steps: Iterable[Step]) -> Step | None:
    """The only step of the last day where each has a whole day: all others surely came before it."""
    last: tuple[datetime, Step] | None = None
    is_alone = False
    for step in steps:
        if step.on is None or step.on.precision is not Precision.DAY:
            return None
        day = step.on.earliest
        if last is None or day > last[0]:
            last, is_alone = (day, step), True
        elif day == last[0]:
            is_alone = False
    return last[1] if last and is_alone else None


def total(question: Question, texts: Iterable[Text], at: Moment) -> Total:
    """Count what a question takes in at a moment (R117)."""
    return total_of(question.counted, judged(question, texts, at))


def total_of(counted: Counted, asked: Sequence[Judged]) -> Total:
    """Count the texts of which a question was asked; what is counted does not change its answers."""
    sure: list[Text] = []
    doubtful: list[Text] = []
    for each in asked:
        if each.answer is not Answer.NO:
            (sure if each.answer is Answer.YES else doubtful).append(each.text)
    is_of_states = counted is Counted.STATES
    return Total(
        value=len(_counted(counted, sure)),
        at_most=len(_counted(counted, [*sure, *doubtful])),
        texts=tuple(text.ref for text in sure),
        doubtful=tuple(text.ref for text in doubtful),
        without_day=tuple(text.ref for text in doubtful if any(step.on is None for step in text.steps)),
        without_state=tuple(
            each.text.ref
            for each in asked
            if each.answer is not Answer.NO and is_of_states and not each.text.state
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


@dataclass(frozen=True, slots=True)
class OfState:
    """How many texts of one state a question takes in, and how many more are in doubt."""

    texts: int
    doubtful: int


def by_state(question: Question, texts: Iterable[Text], at: Moment) -> Mapping[str, OfState]:
    """Count texts by state, in the order of their codes; what has no state stands under an empty one."""
    return by_state_of(judged(question, texts, at))


def by_state_of(asked: Iterable[Judged]) -> Mapping[str, OfState]:
    """Count the texts of which a question was asked by state; see `by_state`."""
    told = sorted((each.text.state, each.answer) for each in asked if each.answer is not Answer.NO)
    found = {state: [said for _state, said in pairs] for state, pairs in groupby(told, lambda pair: pair[0])}
    return {
        state: OfState(said.count(Answer.YES), said.count(Answer.DOUBTFUL)) for state, said in found.items()
    }


def turns(question: Question, texts: Iterable[Text], before: Moment, after: Moment) -> list[Turn]:
    """
    Return the texts that a question takes in, or may, at one of two moments and whose standing differs.

    Shape: in the order given. The same day at two moments of knowledge tells what was learnt since; two
    days, what happened.
    """
    compared = [
        Turn(text.ref, standing(text, before), standing(text, after))
        for text in texts
        if any(answer(question, text, at) is not Answer.NO for at in (before, after))
    ]
    return [turn for turn in compared if turn.before != turn.after]
