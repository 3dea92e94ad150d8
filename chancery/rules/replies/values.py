"""Answers, the terms they are given on, and what the rules find, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chancery.rules.reasons import Reason


class Standing(StrEnum):
    """Where an invitation stands, or what one answer says (R83)."""

    NOT_INVITED = ""
    SILENT = "silent"
    ACCEPTED = "accepted"
    REGRETTED = "regretted"
    REPRESENTED = "represented"
    UNDECIDED = "undecided"
    WITHDRAWN = "withdrawn"
    WALK_IN = "walk-in"


class Speaker(StrEnum):
    """Who gave an answer."""

    GUEST = "guest"
    ASSISTANT = "assistant"
    OTHER = "other"


class WhyOpen(StrEnum):
    """Why somebody of the office decides whether an answer counts."""

    NOTHING = ""
    CONTRADICTS = "contradicts"
    OTHER_PERSON = "other-person"
    CONSENT = "consent"
    OUT_OF_DATE = "out-of-date"


class Representatives(StrEnum):
    """Whether somebody else may come for a guest."""

    ALLOWED = "allowed"
    CONSENT = "consent"
    NOT = "not"


class Companions(StrEnum):
    """Whom a guest may bring."""

    NONE = "none"
    NAMED = "named"
    PARTNER = "partner"
    NUMBER = "number"


class Withdrawal(StrEnum):
    """For what somebody who accepted may stay away (R83)."""

    ILLNESS = "illness"
    DEATH = "death"
    TRANSFER = "transfer"
    DUTY = "duty"
    BUSINESS = "business"


@dataclass(frozen=True, slots=True)
class Given:
    """
    One answer.

    `at` is when it was given; where the office took an answer that was open, when it did so. `revision` is
    that of the invitation which was answered. `representative` and `name` tell people apart, nothing more.
    """

    standing: Standing
    at: datetime
    speaker: Speaker = Speaker.GUEST
    name: str = ""
    revision: int = 0
    representative: str = ""


@dataclass(frozen=True, slots=True)
class Conditions:
    """
    On what terms one invitation is answered.

    `answers_until` is the first moment at which an answer is late, None where no day was set.
    """

    revision: int = 0
    answers_until: datetime | None = None
    representatives: Representatives = Representatives.ALLOWED
    is_personal: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one answer is: its standing, whether it is late, and why it is open, with the reasons."""

    standing: Standing
    is_late: bool
    why_open: WhyOpen
    reasons: tuple[Reason, ...]
