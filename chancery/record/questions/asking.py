"""A question, and its answer line by line with the source of each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from chancery.record.questions.known import Known, Side


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is known, and according to whom; without a source it is the office's own record."""

    words: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known; no lines mean that it is not known."""

    key: str
    question: str | Promise
    side: Side
    lines: Sequence[Line]

    @property
    def is_known(self) -> bool:
        return bool(self.lines)

    @property
    def is_own_record(self) -> bool:
        """Whether something of it stands in the office's own record, without another source."""
        return any(not line.source for line in self.lines)


type Find = Callable[[Known], Iterable[Line]]


@dataclass(frozen=True, slots=True)
class Question:
    """One of the forty: `key` is Q01 to Q40; on the sides in `of_guests` it tells of the guest list."""

    key: str
    words: str | Promise
    find: Find
    of_guests: frozenset[Side]

    def answer(self, known: Known) -> Answer:
        return Answer(self.key, self.words, known.side, tuple(self.find(known)))


def question(
    number: int, words: str | Promise, *, of_guests: Iterable[Side] = ()
) -> Callable[[Find], Question]:
    """Make a question of the function that finds its answer."""

    def made(find: Find) -> Question:
        return Question(f"Q{number:02}", words, find, frozenset(of_guests))

    return made
