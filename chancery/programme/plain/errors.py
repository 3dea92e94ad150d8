"""What stops a plain programme from being read."""

from dataclasses import dataclass

from chancery.rules.reasons import gettext_noop

WHERE_ITEM = gettext_noop("item %(item)s, field “%(field)s”")
WHERE_PROGRAMME = gettext_noop("field “%(field)s”")


class NotUnderstood(ValueError):
    """A value that cannot be read; the message says what to write instead."""


class GivenTwice(NotUnderstood):
    """Two names of one field are both given; `field` is the first."""

    def __init__(self, field: str, problem: str) -> None:
        self.field = field
        super().__init__(problem)


@dataclass(slots=True)
class UnreadableFile(Exception):
    """One plain sentence: the file, the place in it, what is wrong and what to do."""

    file: str
    place: str
    problem: str

    def __str__(self) -> str:
        parts = (self.file, self.place, self.problem) if self.place else (self.file, self.problem)
        return ": ".join(parts)
