"""The steps of a plan in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.base.models import AuditLine
from chancery.rules.seating.layout import read_layout
from chancery.seating.models import Plan
from chancery.seating.proposals import Moving
from chancery.seating.queries import steps
from chancery.seating.wording import where_words

# What a step is called; the last part of its code.
NAMES: dict[str, Promise] = {
    "formed": _("Placed by form"),
    "solved": _("Best plan of a search taken"),
    "filled": _("The rest filled in"),
    "repaired": _("Repaired after a change"),
    "cleared": _("Seats taken away"),
    "drawn": _("Room taken anew"),
    "noted": _("Taken as up to date"),
    "moved": _("Moved by hand"),
    "unseated": _("Seat taken away"),
    "locked": _("Locked"),
    "unlocked": _("Unlocked"),
}
# So many of those who moved are named one by one.
NAMED = 8


@dataclass(frozen=True, slots=True)
class StepInWords:
    """One step: what, by whom, when, why, and who moved."""

    number: int
    name: str
    by: str
    at: datetime
    reason: str
    is_undone: bool
    moves: Sequence[Moving]
    more: int


def steps_in_words(plan: Plan, lines: Sequence[AuditLine]) -> list[StepInWords]:
    """Put the steps of a plan into words, in the given order."""
    room, moves = read_layout(plan.layout), steps.moves_in(lines)
    told = []
    for line in lines:
        went = moves[line.pk]
        named = [
            Moving("", one.name, where_words(room, one.before), where_words(room, one.after))
            for one in went[:NAMED]
        ]
        told.append(
            StepInWords(
                number=line.pk,
                name=str(NAMES[line.code.rpartition(".")[2]]),
                by=str(line.by or ""),
                at=timezone.localtime(line.at),
                reason=line.reason,
                is_undone=line.undone_by_id is not None,
                moves=named,
                more=len(went) - len(named),
            )
        )
    return told
