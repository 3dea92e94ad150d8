"""What became of the texts of a question between two moments, and whether they came or went (R117)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chancery.base.models import AuditLine
from chancery.occasions.models import Recognition
from chancery.rules.campaign.recognitions import (
    Answer,
    Moment,
    Question,
    Standing,
    Text,
    Turn,
    answer,
    standing,
    turns,
)


class Cause(StrEnum):
    """Why a text stands otherwise than at an earlier moment."""

    HAPPENED = "happened"
    LEARNT = "learnt"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class Change:
    """One text that stands otherwise, why, and whether the question took it in and takes it in."""

    ref: str
    before: Standing
    after: Standing
    cause: Cause
    was: Answer
    became: Answer


def changes_between(question: Question, texts: Sequence[Text], then: Moment, here: Moment) -> list[Change]:
    """
    Return what became of which text, learnt first: the earlier day as it is known today, then what came
    after it.
    """
    corrected = Moment(then.day, here.known_at)
    by_ref = {text.ref: text for text in texts}

    def changes(before: Moment, after: Moment) -> list[Change]:
        found = turns(question, texts, before, after)
        return [_change(question, by_ref[turn.ref], turn, before, after) for turn in found]

    return [*changes(then, corrected), *changes(corrected, here)]


def _change(question: Question, text: Text, turn: Turn, before: Moment, after: Moment) -> Change:
    cause = Cause.HAPPENED if before.known_at == after.known_at else _cause_of_learning(text, before)
    was, became = answer(question, text, before), answer(question, text, after)
    return Change(turn.ref, turn.before, turn.after, cause, was, became)


def _cause_of_learning(text: Text, then: Moment) -> Cause:
    """Whether a step that was held for true then was taken back since, or something was learnt."""
    lost = [step for step in text.steps if step.is_known_at(then.known_at) and step.taken_back_at is not None]
    is_lost = any(step.status is standing(text, then).status for step in lost)
    return Cause.TAKEN_BACK if is_lost else Cause.LEARNT


def corrected_since(texts: Collection[Recognition], since: datetime) -> Mapping[int, list[str]]:
    """
    Return the columns of texts that were changed after a moment, by the key of the text, in their order.

    What was undone again and what came with the making of a text are no corrections.
    """
    lines = AuditLine.objects.filter(
        organiser_id__in={text.organiser_id for text in texts},
        kind="occasions.recognition",
        object_id__in=[text.pk for text in texts],
        at__gt=since,
        undone_by=None,
        undoes=None,
    ).order_by("id")
    found: dict[int, dict[str, None]] = {}
    for line in lines:
        if all(sides[0] is not None or name != "campaign_id" for name, sides in line.changes.items()):
            found.setdefault(line.object_id, {}).update(dict.fromkeys(line.changes))
    return {key: [name.removesuffix("_id") for name in names] for key, names in found.items()}
