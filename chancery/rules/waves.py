"""Who may be sent what: nobody is invited twice, and nobody who has answered is reminded (R81-R83)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chancery.rules.reasons import Reason, gettext_noop


class Kind(StrEnum):
    """What a message is for."""

    HOLD_DATE = "hold-date"
    INVITATION = "invitation"
    REMINDER_1 = "reminder-1"
    REMINDER_2 = "reminder-2"
    REMINDER_3 = "reminder-3"
    TO_REMIND = "to-remind"
    CHANGE = "change"
    CANCELLATION = "cancellation"
    THANKS = "thanks"


REMINDERS = (Kind.REMINDER_1, Kind.REMINDER_2, Kind.REMINDER_3)
INVITING = frozenset({Kind.INVITATION, Kind.CHANGE})
"""What asks for a reply and stands as an invitation."""


class Answer(StrEnum):
    """What is known of somebody's coming, as far as messages depend on it (R83)."""

    NONE = "none"
    UNDECIDED = "undecided"
    COMES = "comes"
    STAYS_AWAY = "stays-away"


@dataclass(frozen=True, slots=True)
class Past:
    """
    What one party was sent so far.

    `sent` is what is on its way or arrived at any time, `arrived` what has left the house, `sent_since` what
    was sent since the last change. `knows_plan` says whether the last message that named day, time and place
    named them as they are now, `has_open_answer` whether an answer waits for the office to decide on it,
    `has_part` whether they are known to have come or to have done something for the event.
    """

    answer: Answer = Answer.NONE
    sent: frozenset[Kind] = frozenset()
    arrived: frozenset[Kind] = frozenset()
    sent_since: frozenset[Kind] = frozenset()
    knows_plan: bool = True
    is_held: bool = False
    has_open_answer: bool = False
    has_part: bool = False

    @property
    def is_invited(self) -> bool:
        """Whether an invitation has left the house."""
        return bool(self.arrived & INVITING)

    @property
    def was_told(self) -> bool:
        """Whether the event was ever named to them."""
        return self.is_invited or Kind.HOLD_DATE in self.arrived

    @property
    def has_answered(self) -> bool:
        return self.answer in (Answer.COMES, Answer.STAYS_AWAY)


_SENTENCES: Mapping[str, str] = {
    "invited": gettext_noop("has an invitation already; nobody is invited twice"),
    "on its way": gettext_noop("the invitation has not left the house yet"),
    "held": gettext_noop("waits for a free place"),
    "comes": gettext_noop("has accepted already; a card to remind is what is due"),
    "stays away": gettext_noop("does not come"),
    "answered": gettext_noop("has answered already"),
    "open": gettext_noop("has answered, and the office has not decided on the answer yet"),
    "not invited": gettext_noop("has no invitation yet"),
    "had it": gettext_noop("has had this message already"),
    "had a later one": gettext_noop("has had a later reminder already"),
    "not coming": gettext_noop("has not accepted"),
    "never told": gettext_noop("was never told of the event"),
    "no part": gettext_noop("is not known to have come or to have taken part"),
    "thanked": gettext_noop("has been thanked already"),
    "knows": gettext_noop("knows the day, time and place as they are now"),
}


def why_not(kind: Kind, past: Past, *, takes_held: bool = False) -> Reason | None:
    """
    Say why a party is left out of a wave of `kind`; None where it belongs in.

    `takes_held` is a wave that fills places: those who wait for one are whom it is for.
    Source: R81 (to remind whoever accepted), R82 (reminders), R83 (a changed date asks again),
    R107 (thanks to whoever took part).
    """
    match kind:
        case Kind.HOLD_DATE:
            found = _not_to_hold(past)
        case Kind.INVITATION:
            found = _not_to_invite(past, takes_held=takes_held)
        case Kind.TO_REMIND:
            found = "not coming" if past.answer is not Answer.COMES else _had(kind, past)
        case Kind.CHANGE:
            found = "never told" if not past.was_told else "knows" if past.knows_plan else ""
        case Kind.CANCELLATION:
            found = "never told" if not past.was_told else _had(kind, past)
        case Kind.THANKS:
            found = "no part" if not past.has_part else "thanked" if kind in past.sent else ""
        case Kind.REMINDER_1 | Kind.REMINDER_2 | Kind.REMINDER_3:
            found = _not_to_be_reminded(kind, past)
    return Reason(_SENTENCES[found], rule=_RULES[kind]) if found else None


_RULES: Mapping[Kind, str] = {
    Kind.HOLD_DATE: "R82",
    Kind.INVITATION: "R83",
    Kind.REMINDER_1: "R82",
    Kind.REMINDER_2: "R82",
    Kind.REMINDER_3: "R82",
    Kind.TO_REMIND: "R81",
    Kind.CHANGE: "R83",
    Kind.CANCELLATION: "R83",
    Kind.THANKS: "R107",
}


def _not_to_hold(past: Past) -> str:
    if past.sent & INVITING:
        return "invited"
    if past.has_answered:
        return "answered"
    return _had(Kind.HOLD_DATE, past)


def _not_to_invite(past: Past, *, takes_held: bool) -> str:
    if past.sent & INVITING:
        return "invited"
    if past.answer is Answer.COMES:
        return "comes"
    if past.answer is Answer.STAYS_AWAY:
        return "stays away"
    return "held" if past.is_held and not takes_held else ""


def _not_to_be_reminded(kind: Kind, past: Past) -> str:
    if not past.is_invited:
        return "on its way" if past.sent & INVITING else "not invited"
    if past.has_answered:
        return "answered"
    if past.has_open_answer:
        return "open"
    later = REMINDERS[REMINDERS.index(kind) + 1 :]
    return "had a later one" if past.sent_since.intersection(later) else _had(kind, past)


def _had(kind: Kind, past: Past) -> str:
    return "had it" if kind in past.sent_since else ""


def first_that_fit(sizes: list[int], free: int) -> int:
    """
    Return how many parties, the first in order, take the free places.

    Shape: nobody is taken before somebody who stands higher, so a party that is too large ends the count.
    Units: people, companions included.
    """
    taken = 0
    for number, size in enumerate(sizes):
        taken += size
        if taken > free:
            return number
    return len(sizes)
