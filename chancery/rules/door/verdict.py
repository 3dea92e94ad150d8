"""Whether somebody at the door is let in: a colour with its reasons, the same here and on the telephone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Light(StrEnum):
    """Let in; look first; not without a word of the office."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class ReadAs(StrEnum):
    """
    How a pass was read; NOTHING for somebody who was found by name.

    UNCHECKED is a pass whose key the telephone does not know: it may be good, but only the office can tell.
    """

    GOOD = "good"
    NO_PASS = "none"  # noqa: S105  # a word of a table, no password
    FORGED = "forged"
    UNCHECKED = "unchecked"
    REVOKED = "revoked"
    NOTHING = ""


class Why(StrEnum):
    """The reasons in the order in which a steward reads them, the gravest first."""

    UNKNOWN_PASS = "unknown-pass"  # noqa: S105  # a word of a table, no password
    FORGED = "forged"
    OTHER_EVENT = "other-event"
    NOT_ADMITTED = "not-admitted"
    REVOKED_PASS = "revoked-pass"  # noqa: S105  # a word of a table, no password
    ALREADY_IN = "already-in"
    UNCHECKED_PASS = "unchecked-pass"  # noqa: S105  # a word of a table, no password
    IN_DOUBT = "in-doubt"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    NO_ANSWER = "no-answer"
    RESERVE = "reserve"
    REPRESENTATIVE = "representative"
    PARTY_BIGGER = "party-bigger"
    PARTLY_IN = "partly-in"
    NOTE = "note"
    CAME_BACK = "came-back"


_ORDER = tuple(Why)
_RED = frozenset(_ORDER[: _ORDER.index(Why.UNCHECKED_PASS)])
_GREEN = frozenset({Why.CAME_BACK})
_BY_REPLY = {each.value: each for each in (Why.DECLINED, Why.NO_ANSWER, Why.WITHDRAWN, Why.RESERVE)}
_WITHOUT_GUEST = {
    ReadAs.NO_PASS: Why.UNKNOWN_PASS,
    ReadAs.FORGED: Why.FORGED,
    ReadAs.UNCHECKED: Why.UNCHECKED_PASS,
}


@dataclass(frozen=True, slots=True)
class Expected:
    """
    What the list says of a guest.

    Shape: `reply` is `accepted`, `declined`, `no-answer`, `withdrawn` or `reserve`; `notes` are the kinds of
    the notes for this door; `representative` is the name of who comes instead, "" for nobody.
    Units: `people` is how many one pass lets in.
    """

    people: int
    reply: str = "accepted"
    notes: Sequence[str] = ()
    representative: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the scans of the party add up to, and about how many of them there is a doubt."""

    came: int = 0
    inside: int = 0
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The colour, its reasons with the gravest first, and how many of the party are not inside."""

    light: Light
    reasons: tuple[Why, ...]
    missing: int


def verdict(read_as: ReadAs, guest: Expected | None, known: Known, *, people: int = 0) -> Verdict:
    """
    Say whether somebody is let in.

    Shape: `guest` is None for somebody who is not on the list of this event.
    Units: `people` is how many stand at the door, 0 where nobody has counted them.
    Source: docs/rules/door.md; R83 for replies, R126 for who is not on the list.
    """
    found = set(_reasons(read_as, guest, known, people)) if guest else {_without_guest(read_as)}
    reasons = tuple(why for why in _ORDER if why in found)
    missing = max(guest.people - known.inside, 0) if guest else 0
    return Verdict(_light(reasons), reasons, missing)


def _without_guest(read_as: ReadAs) -> Why:
    return _WITHOUT_GUEST.get(read_as, Why.OTHER_EVENT)


def _reasons(read_as: ReadAs, guest: Expected, known: Known, people: int) -> Iterator[Why]:
    if read_as is ReadAs.FORGED:
        yield Why.FORGED
    if read_as is ReadAs.UNCHECKED:
        yield Why.UNCHECKED_PASS
    if read_as is ReadAs.REVOKED:
        yield Why.REVOKED_PASS
    if guest.reply in _BY_REPLY:
        yield _BY_REPLY[guest.reply]
    for kind in guest.notes:
        yield Why.NOT_ADMITTED if kind == Why.NOT_ADMITTED else Why.NOTE
    if guest.representative:
        yield Why.REPRESENTATIVE
    yield from _by_standing(guest.people, known, people)


def _by_standing(expected: int, known: Known, people: int) -> Iterator[Why]:
    if known.doubts:
        yield Why.IN_DOUBT
    if known.inside >= expected:
        yield Why.ALREADY_IN
        return
    if known.came > known.inside:
        yield Why.CAME_BACK
    elif known.came:
        yield Why.PARTLY_IN
    if people > expected - known.inside:
        yield Why.PARTY_BIGGER


def _light(reasons: Sequence[Why]) -> Light:
    if any(why in _RED for why in reasons):
        return Light.RED
    return Light.GREEN if set(reasons) <= _GREEN else Light.AMBER
