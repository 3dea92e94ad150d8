"""Whether a card bears what it has to: its parts in their order, and one reply mark (R80, R81)."""

from collections.abc import Sequence
from itertools import pairwise

from chancery.rules.address import sources
from chancery.rules.address.cards import CardPart, ReplyMark, faults_of_marks
from chancery.rules.invitations import sentences
from chancery.rules.reasons import Reason

# Who is only told of a day or of a cancellation is not asked for a reply.
_TELLS_ONLY = frozenset({"hold-date", "cancellation"})
_REMINDS = "to-remind"


def asks_for_reply(kind: str) -> bool:
    """Whether a message of this kind awaits an answer; a changed day asks anew (R83)."""
    return kind not in _TELLS_ONLY and kind != _REMINDS


def bears_mark(kind: str) -> bool:
    """Whether a card of this kind bears a reply mark, the one that awaits no answer included."""
    return kind not in _TELLS_ONLY


def faults_of_card(kind: str, parts: Sequence[CardPart], marks: Sequence[ReplyMark]) -> tuple[Reason, ...]:
    """
    Say what is wrong with a card: its reply marks, and parts that stand out of their order.

    Shape: `parts` from top to bottom as the card has them; a part that is missing is no fault, because dress
    or enclosures are left out where there are none.
    Source: R80 and R81 in docs/rules/invitations.md.
    """
    wrong_marks = faults_of_marks(marks) if bears_mark(kind) or marks else ()
    return (*wrong_marks, *_out_of_order(parts))


def _out_of_order(parts: Sequence[CardPart]) -> tuple[Reason, ...]:
    order = list(CardPart)
    turned = [(one, two) for one, two in pairwise(parts) if order.index(one) > order.index(two)]
    return tuple(
        Reason(
            sentences.OUT_OF_ORDER,
            {"first": two.value, "second": one.value},
            rule="R80",
            source=sources.FAM_CARDS.address,
        )
        for one, two in turned[:1]
    )
