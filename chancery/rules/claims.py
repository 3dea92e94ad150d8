"""Claims about one figure: when they contradict each other, and whether a breakdown adds up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from chancery.rules.reasons import Reason, gettext_noop


class Exactness(StrEnum):
    """How a figure is meant; an empty one was not said."""

    COUNT = "count"
    ESTIMATE = "estimate"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN_BEFORE = "more-than-before"
    FEWER_THAN_BEFORE = "fewer-than-before"
    UNKNOWN = ""


COMPARISONS = frozenset({Exactness.MORE_THAN_BEFORE, Exactness.FEWER_THAN_BEFORE})


@dataclass(frozen=True, slots=True)
class Claim:
    """
    What one source says of a figure.

    Shape: `value` is None where it names none; with `upper` it is a span, both ends belong to it. `words` is
    what stands there where it is no figure.
    """

    key: str
    value: int | None = None
    upper: int | None = None
    exactness: Exactness = Exactness.UNKNOWN
    words: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The figures that a claim allows, both ends included; None where it says nothing of that end."""

    least: int | None
    most: int | None

    def meets(self, other: "Bounds") -> bool:
        """Whether one figure can be within both."""
        return not (_is_over(self.least, other.most) or _is_over(other.least, self.most))


def _is_over(least: int | None, most: int | None) -> bool:
    return least is not None and most is not None and least > most


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both be right, by their keys, and why in a sentence."""

    one: str
    other: str
    reason: Reason


def bounds_of(claim: Claim) -> Bounds | None:
    """
    Return which figures a claim allows; None where it names none, or only compares.

    Shape: a count, and a figure of which it is not said how it was found, is itself; “at least” and “at most”
    leave the other end open; an estimate allows what rounds to it, so “about 500” is 450 to 550 and “about
    480” is 475 to 485.
    Source: C1-C5 in docs/rules/claims.md.
    """
    if claim.value is None or claim.exactness in COMPARISONS:
        return None
    least, most = claim.value, claim.value if claim.upper is None else claim.upper
    match claim.exactness:
        case Exactness.AT_LEAST:
            return Bounds(least, None)
        case Exactness.AT_MOST:
            return Bounds(None, most)
        case Exactness.ESTIMATE:
            return Bounds(least - _half_unit(least), most + _half_unit(most))
    return Bounds(least, most)


def _half_unit(figure: int) -> int:
    """Half of the last place that is not a zero: the play that a round figure has."""
    unit = 1
    while figure and figure % (unit * 10) == 0:
        unit *= 10
    return unit // 2


def contradiction(one: Claim, other: Claim) -> Reason | None:
    """
    Say why two claims cannot both be right; None where they can, or where it cannot be told.

    Shape: figures contradict each other where no figure is allowed by both. A comparison contradicts
    nothing: what it compares with is not known. Words contradict other words, not figures.
    Source: C1-C7 in docs/rules/claims.md.
    """
    here, there = bounds_of(one), bounds_of(other)
    if here is not None and there is not None:
        return None if here.meets(there) else Reason(APART, {"one": in_words(one), "other": in_words(other)})
    is_told_in_words = here is None and there is None and not _compares(one) and not _compares(other)
    if is_told_in_words and one.words and other.words and _plain(one.words) != _plain(other.words):
        return Reason(OTHERWISE, {"one": one.words, "other": other.words})
    return None


APART = gettext_noop("No figure is both %(one)s and %(other)s.")
OTHERWISE = gettext_noop("One says “%(one)s”, the other “%(other)s”.")


def _compares(claim: Claim) -> bool:
    return claim.exactness in COMPARISONS


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold().rstrip(".")


def in_words(claim: Claim, write: Callable[[int], str] = str) -> str:
    """
    A figure as the sentences of the rules write it, in signs that every language reads: ≥ 300, ~ 500.

    `write` writes a number as the reader does.
    """
    if claim.value is None:
        return claim.words
    figure = write(claim.value) if claim.upper is None else f"{write(claim.value)}-{write(claim.upper)}"
    signs = {Exactness.AT_LEAST: "≥ ", Exactness.AT_MOST: "≤ ", Exactness.ESTIMATE: "~ "}
    return signs.get(claim.exactness, "") + figure


def contradictions(claims: Sequence[Claim]) -> list[Contradiction]:
    """Return every pair of claims that cannot both be right, in their order; empty for none or one."""
    pairs = ((one, other, contradiction(one, other)) for one, other in combinations(claims, 2))
    return [Contradiction(one.key, other.key, reason) for one, other, reason in pairs if reason is not None]


def sum_against(total: Claim, parts: Sequence[Claim]) -> Reason | None:
    """
    Check a breakdown: say so where its parts come to more than the whole allows.

    Shape: parts without a figure count nothing, so a breakdown may be less than the whole: some part of it
    may not be told. None where it adds up, or where nothing can be added.
    Source: C8 in docs/rules/claims.md.
    """
    whole = bounds_of(total)
    known = [bounds for part in parts if (bounds := bounds_of(part)) is not None]
    if whole is None or whole.most is None or not known:
        return None
    least = sum(bounds.least or 0 for bounds in known)
    if least <= whole.most:
        return None
    return Reason(TOO_MANY, {"sum": str(least), "total": in_words(total)})


TOO_MANY = gettext_noop("The parts come to at least %(sum)s, more than the whole (%(total)s).")
