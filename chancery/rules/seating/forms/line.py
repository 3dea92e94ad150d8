"""The French line: a civil group at the right of who presides and a military one at the left (R77)."""

from collections.abc import Sequence

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.counting import Wings
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.forms.queueing import LISTS_STAND_APART
from chancery.rules.seating.plan import Sitter

RIGHT = gettext_noop("Civil group: stands at the right of who presides, each next one farther out.")
LEFT = gettext_noop("Military group: stands at the left of who presides, each next one farther out.")


def in_two_groups(draft: Draft, queue: Sequence[Sitter], wings: Wings) -> None:
    """
    Stand the two lists on the two sides of the middle, each from the middle outward.

    Shape: who is on neither list, or finds no place on the own side, is left to the form.
    Source: R77; the order inside each group is the practice of offices and was not read.
    """
    for name, seats, sentence in zip(
        LISTS_STAND_APART, (wings.right, wings.left), (RIGHT, LEFT), strict=True
    ):
        members = [sitter for sitter in draft.unseated(queue) if sitter.list_name.casefold() == name]
        free = [seat for seat in seats if draft.is_free(seat)]
        for sitter, seat in zip(members, free, strict=False):
            draft.give(sitter, seat, Reason(sentence, rule="R77", source=sources.FRENCH_LINE))
