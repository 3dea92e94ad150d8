"""
The question that a total answers, as an address, a stated total and a command write it (R117).

All three hold the same parameters, so that a total can be asked again by whatever asked it first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum

from chancery.rules.campaign.recognitions import Counted, Kind, Level, Moment, Question, Status

type Parameters = Mapping[str, Sequence[str]]

SEVERAL = ("status", "level", "kind", "state", "word", "body")


@dataclass(frozen=True, slots=True)
class Asked:
    """
    A question and its moment; `is_now` where neither day nor knowledge was named.

    `only_doubtful` narrows what is listed under the total, never the total itself.
    """

    question: Question
    moment: Moment
    is_now: bool = True
    only_doubtful: bool = False


def asked_from(parameters: Parameters, *, now: datetime) -> Asked:
    """
    Read a question; what is not understood narrows nothing, and the words beside the total say so.

    Units: `now` is aware, in the zone of the office; a day of knowledge is known by its end there.
    """
    zone = now.tzinfo or UTC
    day, known = _day(parameters, "as_of"), _known(parameters, zone)
    return Asked(
        question=question_from(parameters),
        moment=Moment(day or now.date(), known or now),
        is_now=day is None and known is None,
        only_doubtful=bool(_first(parameters, "doubtful")),
    )


def question_from(parameters: Parameters) -> Question:
    """Read what a question takes in, without its moment."""
    return Question(
        counted=_known_as(Counted, parameters, "counted", Counted.TEXTS),
        statuses=_all_known_as(Status, parameters, "status"),
        levels=_all_known_as(Level, parameters, "level"),
        kinds=_all_known_as(Kind, parameters, "kind"),
        states=_texts(parameters, "state"),
        words=_texts(parameters, "word"),
        bodies=_texts(parameters, "body"),
        since=_day(parameters, "since"),
        until=_day(parameters, "until"),
        found=_first(parameters, "q"),
    )


def parameters_of(question: Question) -> dict[str, list[str]]:
    """Write a question so that `question_from` reads it again; what narrows nothing is left out."""
    written = {
        "counted": [question.counted.value],
        "status": [status.value for status in question.statuses],
        "level": [level.value for level in question.levels],
        "kind": [kind.value for kind in question.kinds],
        "state": list(question.states),
        "word": list(question.words),
        "body": list(question.bodies),
        "since": [question.since.isoformat()] if question.since else [],
        "until": [question.until.isoformat()] if question.until else [],
        "q": [question.found] if question.found else [],
    }
    return {name: values for name, values in written.items() if values}


def parameters_with_moment(asked: Asked) -> dict[str, list[str]]:
    """Write a question with its moment, so that it leads to the same total at any time."""
    moment = {"as_of": [asked.moment.day.isoformat()], "known": [asked.moment.known_at.isoformat()]}
    return parameters_of(asked.question) | moment


def _first(parameters: Parameters, name: str) -> str:
    values = parameters.get(name) or [""]
    return values[-1].replace("\x00", "").strip()


def _texts(parameters: Parameters, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for each in parameters.get(name, ()) if (text := each.strip())))


def _all_known_as[Choice: StrEnum](
    kind: type[Choice], parameters: Parameters, name: str
) -> tuple[Choice, ...]:
    """The choices that were named, in the order of their kind."""
    named = set(parameters.get(name, ()))
    return tuple(choice for choice in kind if choice.value in named)


def _known_as[Choice: StrEnum](
    kind: type[Choice], parameters: Parameters, name: str, usual: Choice
) -> Choice:
    return next((choice for choice in kind if choice.value == _first(parameters, name)), usual)


def _day(parameters: Parameters, name: str) -> date | None:
    try:
        return date.fromisoformat(_first(parameters, name))
    except ValueError:
        return None


def _known(parameters: Parameters, zone: tzinfo) -> datetime | None:
    """A moment of knowledge: as written, or the end of a day in the zone of the office."""
    if day := _day(parameters, "known"):
        return datetime.combine(day, time.max, tzinfo=zone)
    try:
        found = datetime.fromisoformat(_first(parameters, "known"))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=zone)
