"""Where several answers leave an invitation."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from chancery.rules.replies.values import Given, Standing

SETTLED = frozenset({Standing.ACCEPTED, Standing.REGRETTED, Standing.REPRESENTED, Standing.WITHDRAWN})
_REFUSALS = frozenset({Standing.REGRETTED, Standing.WITHDRAWN})
# Neither takes an acceptance back: coming stays a duty until the guest refuses.
_BETWEEN = frozenset({Standing.UNDECIDED, Standing.REPRESENTED})


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
    return Standing.WITHDRAWN if has_accepted(earlier) else Standing.REGRETTED


def has_accepted(earlier: Sequence[Given]) -> bool:
    """Whether the answers, in their order, hold an acceptance that no regret has ended."""
    for answer in reversed(earlier):
        if answer.standing not in _BETWEEN:
            return answer.standing in (Standing.ACCEPTED, Standing.WITHDRAWN)
    return False


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
