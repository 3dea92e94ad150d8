"""Whoever is let in without being on the list: by the rule of the door, or looked at by the office (R126)."""

from datetime import datetime

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.door.actions import by_office
from chancery.door.models import Door, PreparedAnswer, Scan

DOUBTED, SETTLED = "door.uninvited.doubted", "door.uninvited.settled"


def rule_broken(door: Door, *, words: str, band: str) -> Scan.Against | None:
    """
    Return the rule that letting somebody in goes against, None where it keeps to it.

    Shape: `words` say who of the office allowed it; `band` is that of the prepared answer which was given,
    "" where none was. A prepared answer with a place lets in at every door.
    Source: R126 in docs/rules/door.md.
    """
    if band and _lets_in(door, band):
        return None
    if door.walk_ins == Door.WalkIns.REFUSE:
        return Scan.Against.REFUSE
    return Scan.Against.ASK if door.walk_ins == Door.WalkIns.ASK and not words.strip() else None


def _lets_in(door: Door, band: str) -> bool:
    answers = PreparedAnswer.objects.filter(event=door.event, band=band)
    return answers.exclude(outcome=PreparedAnswer.Outcome.NO_PLACE).exists()


def doubt(scan: Scan, against: Scan.Against, *, by: Actor) -> None:
    """Have the office look at somebody who was let in; what happened stays as it is."""
    scan.against = against
    audit.update(scan, by=by, code=DOUBTED)


@transaction.atomic
def settle(scan: Scan, *, is_right: bool, words: str, settled_by: str, by: Actor, now: datetime) -> None:
    """Say with words that somebody was rightly let in, or that it was an error and is taken back."""
    scan.settled_words, scan.settled_by = words[:200], settled_by[:120]
    audit.update(scan, by=by, code=SETTLED)
    if not is_right and scan.participation is not None:
        by_office.take_back(scan, words=words, by=by, now=now)
