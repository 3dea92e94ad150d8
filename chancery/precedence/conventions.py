"""The conventions of a profile as its page offers them: each a question with its answers in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.rules import precedence as rules
from chancery.rules.precedence import settings as conventions

type Word = str | Promise


@dataclass(frozen=True, slots=True)
class Question:
    """One convention: where it stands in the settings, its rule, and its possible values in words."""

    name: str
    words: Word
    rule: str
    answers: Mapping[Any, Word]


def _words_of(choices: type[StrEnum], *words: Word) -> Mapping[Any, Word]:
    """The words of each value, in the order of the values."""
    return dict(zip(choices, words, strict=True))


QUESTIONS = (
    Question(
        "basis",
        _("Heads of mission take up their functions with"),
        "R3",
        {
            conventions.TakingUp.CREDENTIALS: _("the presentation of credentials"),
            conventions.TakingUp.ARRIVAL: _("their arrival"),
            conventions.TakingUp.COPY: _("the handing over of a copy of credentials"),
        },
    ),
    Question(
        "holy_see",
        _("The representative of the Holy See stands"),
        "R6",
        {
            conventions.HolySee.FIRST: _("before all other heads of mission"),
            conventions.HolySee.AMBASSADOR: _("among the ambassadors by date"),
        },
    ),
    Question(
        "dean",
        _("Dean of the diplomatic corps is"),
        "R7",
        {
            conventions.Dean.NUNCIO_OR_LONGEST: _("the nuncio, else the longest-serving ambassador"),
            conventions.Dean.LONGEST: _("the longest-serving ambassador"),
            conventions.Dean.NONE: _("nobody"),
        },
    ),
    Question(
        "former",
        _("For a former holder who holds an office now counts"),
        "R24",
        {
            conventions.Former.HIGHEST: _("the higher of both"),
            conventions.Former.CURRENT: _("the present office"),
            conventions.Former.UNSTATED: _("what the office decides; no rule is known"),
        },
    ),
    Question(
        "spouses",
        _("Spouses take"),
        "R31",
        {
            conventions.SpouseRule.PARTNER: _("the rank of the partner"),
            conventions.SpouseRule.HIGHER: _("the higher rank of the two, both of them"),
            conventions.SpouseRule.COURTESY: _("a place of honour by courtesy"),
        },
    ),
    Question(
        "tie",
        _("Guests whom nothing sets apart"),
        "R2",
        {
            conventions.Tie.SAME_PLACE: _("share a place"),
            conventions.Tie.ALPHABET: _("follow the alphabet of their states"),
            conventions.Tie.LOT: _("follow the lot"),
        },
    ),
    Question(
        "host",
        _("The host"),
        "R35",
        {
            conventions.HostRule.PRESIDES: _("presides"),
            conventions.HostRule.SECOND: _("takes the second place"),
        },
    ),
    Question(
        "heads_of_state",
        _("Several heads of state stand by"),
        "R38",
        {
            conventions.HeadsOfState.ACCEPTANCE: _("the date of their acceptance"),
            conventions.HeadsOfState.ACCESSION: _("the date of their accession"),
        },
    ),
    Question(
        "listing",
        _("A list in a text is read"),
        "R103",
        {
            conventions.Direction.FALLING: _("from the highest down"),
            conventions.Direction.RISING: _("from the lowest up"),
            conventions.Direction.FREE: _("as the office decides"),
        },
    ),
    Question(
        "anthems",
        _("Anthems are played"),
        "R46",
        _words_of(conventions.Anthems, _("guests first, host last"), _("host first"), _("only the own one")),
    ),
    Question(
        "two_flags",
        _("Of two flags, at the left of the public stands"),
        "R48",
        _words_of(conventions.TwoFlags, _("the flag of the guest"), _("the own flag")),
    ),
)

DEPUTIES_QUESTION = _("Those who stand in for others")
DEPUTIES: Mapping[conventions.DeputyRule, Word] = {
    conventions.DeputyRule.OWN_RANK: _("keep their own rank"),
    conventions.DeputyRule.TAKES_RANK: _("take the rank of the person represented"),
    conventions.DeputyRule.BY_LAW: _("take the rank only where a law says so"),
    conventions.DeputyRule.UNSTATED: _("as the office decides; no rule is known"),
}


STATUSES: list[tuple[rules.Status, Word]] = [
    (rules.Status.VERIFIED, _("read in the source")),
    (rules.Status.SECONDARY, _("secondary source")),
    (rules.Status.PRACTICE, _("practice")),
    (rules.Status.WEAK, _("weak")),
    (rules.Status.UNVERIFIED, _("not verified")),
]

# By what the holders of one rank are ordered among themselves.
ORDERS: Mapping[rules.OrderKey, Word] = {
    rules.OrderKey.TAKING_UP: _("taking up functions, as the host state counts it"),
    rules.OrderKey.CREDENTIALS: _("presentation of credentials"),
    rules.OrderKey.ARRIVAL: _("arrival"),
    rules.OrderKey.TAKING_CHARGE: _("taking charge"),
    rules.OrderKey.LATEST_CHARGE: _("the latest nomination"),
    rules.OrderKey.EXEQUATUR: _("exequatur or provisional admission"),
    rules.OrderKey.COMMISSION: _("presentation of the commission"),
    rules.OrderKey.APPOINTMENT: _("appointment"),
    rules.OrderKey.ELECTION: _("election"),
    rules.OrderKey.FIRST_ELECTION: _("first election"),
    rules.OrderKey.TAKING_OFFICE: _("taking office"),
    rules.OrderKey.FOUNDATION: _("age of the body"),
    rules.OrderKey.HEADS_OF_STATE: _("acceptance or accession"),
    rules.OrderKey.NUMBER: _("a fixed order"),
    rules.OrderKey.NOTIFIED: _("the order notified by the mission or post"),
    rules.OrderKey.ROTATION: _("the turn of the state"),
    rules.OrderKey.CLASS: _("class of office"),
    rules.OrderKey.HOLY_SEE: _("the Holy See first, where it is placed so"),
    rules.OrderKey.DEAN: _("the dean first"),
    rules.OrderKey.LOCAL_FIRST: _("those of the place first"),
    rules.OrderKey.ALPHABET: _("the alphabet of the states"),
    rules.OrderKey.UN_NAMES: _("the names of the United Nations"),
    rules.OrderKey.OWN_NAMES: _("the own names of the states of the European Union"),
}


def answers_of(settings: rules.Settings) -> dict[str, str]:
    """Return the chosen value of each convention, by the name of its field."""
    chosen = {question.name: str(getattr(settings, question.name).value) for question in QUESTIONS}
    return chosen | {"deputies": str(settings.deputies.rule)}


@dataclass(frozen=True, slots=True)
class Answer:
    """A convention as it stands: question, answer, rule, how certain it is and what it was read in."""

    question: Word
    answer: Word
    rule: str
    status: rules.Status
    source: str


def answers_in_words(profile: rules.Profile) -> list[Answer]:
    """Return every convention of a profile in words."""
    found = []
    for question in QUESTIONS:
        setting = getattr(profile.settings, question.name)
        source = profile.source(setting.source)
        words = question.answers[setting.value]
        found.append(Answer(question.words, words, question.rule, setting.status, source))
    deputies = profile.settings.deputies
    source = profile.source(deputies.source)
    words = DEPUTIES[deputies.rule]
    return [*found, Answer(DEPUTIES_QUESTION, words, "R27-R30", deputies.status, source)]


def with_answers(settings: rules.Settings, chosen: Mapping[str, str]) -> rules.Settings:
    """
    Return the settings with what was chosen.

    A convention that changed is the office's own practice from then on: it loses the source of the old one.
    """
    changed: dict[str, Any] = {}
    for question in QUESTIONS:
        old = getattr(settings, question.name)
        value = type(old.value)(chosen[question.name])
        if value != old.value:
            changed[question.name] = conventions.Setting(value)
    rule = conventions.DeputyRule(chosen["deputies"])
    if rule != settings.deputies.rule:
        changed["deputies"] = conventions.Deputies(rule=rule)
    return replace(settings, **changed)
