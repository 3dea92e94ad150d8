"""What the composer hands back: sentences with the facts they rest on, and what could not be said."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The part of a communiqué a sentence belongs to, in the order in which they are read (R100)."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    LEAD = "lead"
    PROGRAMME = "programme"
    STATEMENT = "statement"
    MESSAGE = "message"
    ATTENDANCE = "attendance"
    FIGURES = "figures"
    CAMPAIGN = "campaign"
    BOILERPLATE = "boilerplate"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Composed:
    """
    One sentence of a draft.

    Shape: `rests_on` names every fact the sentence states, once each, in the order in which they are said; it
    is never empty. A headline and a dateline end without a stop.
    """

    part: Part
    text: str
    rests_on: tuple[str, ...]
    opens_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact of the record that is not written in this language; `words` is how it is in another."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Composition:
    """A draft: its sentences in order, and each fact it could not state, once."""

    sentences: tuple[Composed, ...]
    missing: tuple[Missing, ...]
