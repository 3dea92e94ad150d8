"""The form for languages whose habits nobody described: name and office as recorded, nothing added."""

from typing import ClassVar

from chancery.rules.address import sentences
from chancery.rules.address.facts import Facts
from chancery.rules.address.values import Purpose
from chancery.rules.reasons import Reason


class Neutral:
    """A language without forms of address."""

    comma: ClassVar[str] = ", "

    def lines(self, purpose: Purpose, facts: Facts) -> tuple[str, ...]:
        """The name; where the office belongs to the purpose also the recorded title or the state."""
        named = tuple(part for part in (facts.honorific, facts.name) if part)
        name = " ".join(named)
        office = facts.title or facts.state
        if purpose in (Purpose.ENVELOPE, Purpose.CARD, Purpose.HOST_LINE):
            return tuple(line for line in (name, office) if line)
        if purpose in (Purpose.INTRODUCTION, Purpose.FIRST_MENTION):
            whole = self.comma.join(part for part in (name, office) if part)
            return (whole,) if whole else ()
        return (name,) if name and purpose is not Purpose.CLOSING else ()

    def doubts(self) -> tuple[Reason, ...]:
        """Say that nothing is known."""
        return (Reason(sentences.NO_FORMS_FOR_LANGUAGE, rule="R86", is_open=True),)
