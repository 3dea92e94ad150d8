"""What can be said of two words of names, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Likeness(StrEnum):
    """What can be said of two words."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


class Cause(StrEnum):
    """Why two words compare as they do."""

    EQUAL = "equal"
    SOUND = "sound"
    KNOWN = "known"
    FORM = "form"
    TYPO = "typo"
    SHORT = "short"
    UNWRITTEN = "unwritten"
    SCRIPT = "script"
    INITIAL = "initial"
    GENDER = "gender"
    ENDING = "ending"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The likeness of two words and its cause."""

    likeness: Likeness
    cause: Cause


def same(cause: Cause) -> Comparison:
    """One name, for this cause."""
    return Comparison(Likeness.SAME, cause)


def unsure(cause: Cause) -> Comparison:
    """Perhaps one name: a person decides."""
    return Comparison(Likeness.UNSURE, cause)


def different(cause: Cause) -> Comparison:
    """Two names, for this cause."""
    return Comparison(Likeness.DIFFERENT, cause)
