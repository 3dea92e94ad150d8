"""Whether a card bears what it has to: its parts in their order, and one reply mark (R80, R81)."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from chancery.rules.address import sources
from chancery.rules.address.cards import CardPart, ReplyMark, faults_of_marks
from chancery.rules.invitations import sentences
from chancery.rules.reasons import Phrase, Reason, gettext_noop

# Who is only told of a day or of a cancellation, or thanked, is not asked for a reply.
_TELLS_ONLY = frozenset({"hold-date", "cancellation", "thanks"})
_REMINDS = "to-remind"


_WORDS: Mapping[CardPart, Phrase] = MappingProxyType(
    {
        CardPart.HOST: Phrase(gettext_noop("the host")),
        CardPart.WILL: Phrase(gettext_noop("the request")),
        CardPart.GUEST: Phrase(gettext_noop("the guest")),
        CardPart.OCCASION: Phrase(gettext_noop("the event")),
        CardPart.DATE_AND_TIME: Phrase(gettext_noop("day and time")),
        CardPart.PLACE: Phrase(gettext_noop("the place")),
        CardPart.DRESS: Phrase(gettext_noop("the dress")),
        CardPart.REPLY_MARK: Phrase(gettext_noop("the reply mark")),
        CardPart.ADMISSION_MARK: Phrase(gettext_noop("the admission mark")),
        CardPart.ENCLOSURES: Phrase(gettext_noop("the enclosures")),
    }
)


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
            {"first": _WORDS[two], "second": _WORDS[one]},
            rule="R80",
            source=sources.FAM_CARDS.address,
        )
        for one, two in turned[:1]
    )
