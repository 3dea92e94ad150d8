"""Where several answers leave an invitation."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from chancery.rules.replies.values import Given, Standing

SETTLED = frozenset({Standing.ACCEPTED, Standing.REGRETTED, Standing.REPRESENTED, Standing.WITHDRAWN})
_REFUSALS = frozenset({Standing.REGRETTED, Standing.WITHDRAWN})


def in_order(answers: Sequence[Given]) -> list[Given]:
    """Return answers in the order in which they were given. Ties: those of one moment stay as they came."""
    return sorted(answers, key=lambda answer: answer.at)


def standing_of(answers: Sequence[Given], *, unanswered: Standing) -> Standing:
    """
    Say where the answers that count leave an invitation: the last one does, a change of mind is free.

    Shape: any order; `unanswered` where there is none. A refusal after an acceptance is a withdrawal, one
    without an acceptance before it is a regret, whatever it was called.
    Source: R83 in docs/rules/replies.md.
    """
    ordered = in_order(answers)
    return _as_it_is(ordered[-1].standing, ordered[:-1]) if ordered else unanswered


def _as_it_is(standing: Standing, earlier: Sequence[Given]) -> Standing:
    if standing not in _REFUSALS:
        return standing
    has_accepted = any(answer.standing is Standing.ACCEPTED for answer in earlier)
    return Standing.WITHDRAWN if has_accepted else Standing.REGRETTED


def silence_is_refusal(
    standing: Standing, *, begins_at: datetime | None, silence_hours: int | None, now: datetime
) -> bool:
    """
    Whether a guest who has not answered counts as one who refused.

    Units: whole hours before the event; None where silence never counts, or where no day is set.
    Source: R82 (Italy, 48 hours) and R83 in docs/rules/replies.md.
    """
    if standing is not Standing.SILENT or begins_at is None or silence_hours is None:
        return False
    return now >= begins_at - timedelta(hours=silence_hours)
