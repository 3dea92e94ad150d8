"""The parts of an invitation card in their order, and the one reply mark it bears (R80, R81)."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType

from chancery.rules.address import sentences, sources
from chancery.rules.address.facts import base_of
from chancery.rules.address.sources import Source
from chancery.rules.address.values import Form, Status
from chancery.rules.reasons import Reason


class CardPart(StrEnum):
    """The parts of a card, from top to bottom; the order of the members is the order of the card (R80)."""

    HOST = "host"
    WILL = "will"
    GUEST = "guest"
    OCCASION = "occasion"
    DATE_AND_TIME = "date-and-time"
    PLACE = "place"
    DRESS = "dress"
    REPLY_MARK = "reply-mark"
    ADMISSION_MARK = "admission-mark"
    ENCLOSURES = "enclosures"


class ReplyMark(StrEnum):
    """What a card asks of its reader; exactly one stands on it (R81)."""

    REPLY = "rsvp"
    REGRETS_ONLY = "regrets-only"
    TO_REMIND = "to-remind"


# Who has accepted by telephone owes no answer to the card that reminds.
AWAITING_REPLY = frozenset({ReplyMark.REPLY, ReplyMark.REGRETS_ONLY})

_MARKS: Mapping[tuple[ReplyMark, str], tuple[str, Source]] = MappingProxyType(
    {
        (ReplyMark.REPLY, "en"): ("R.S.V.P.", sources.EASYDIPLOMACY),
        (ReplyMark.REPLY, "fr"): ("R.S.V.P.", sources.EASYDIPLOMACY),
        (ReplyMark.REPLY, "ro"): ("R.S.V.P.", sources.GENERAL_KNOWLEDGE),
        (ReplyMark.REPLY, "az"): ("R.S.V.P.", sources.GENERAL_KNOWLEDGE),
        (ReplyMark.REPLY, "ar"): ("الرجاء الرد", sources.GENERAL_KNOWLEDGE),
        (ReplyMark.REGRETS_ONLY, "en"): ("Regrets only", sources.GENERAL_KNOWLEDGE),
        (ReplyMark.REGRETS_ONLY, "fr"): ("Regrets seulement", sources.GENERAL_KNOWLEDGE),
        (ReplyMark.REGRETS_ONLY, "ro"): ("Răspuns numai în caz de neparticipare", sources.GENERAL_KNOWLEDGE),
        (ReplyMark.REGRETS_ONLY, "az"): (
            "Yalnız iştirak edə bilməyəcəyiniz halda bildirin",
            sources.GENERAL_KNOWLEDGE,
        ),
        (ReplyMark.REGRETS_ONLY, "ar"): ("الاعتذار فقط", sources.GENERAL_KNOWLEDGE),
        (ReplyMark.TO_REMIND, "en"): ("To remind", sources.EASYDIPLOMACY),
        (ReplyMark.TO_REMIND, "fr"): ("P.M.", sources.EASYDIPLOMACY),
        (ReplyMark.TO_REMIND, "ro"): ("P.M.", sources.GENERAL_KNOWLEDGE),
        (ReplyMark.TO_REMIND, "az"): ("P.M.", sources.GENERAL_KNOWLEDGE),
        (ReplyMark.TO_REMIND, "ar"): ("للتذكير", sources.GENERAL_KNOWLEDGE),
    }
)
# The French abbreviations are understood on cards everywhere.
_EVERYWHERE = {ReplyMark.REPLY: "R.S.V.P.", ReplyMark.TO_REMIND: "P.M."}


def reply_mark(mark: ReplyMark, language: str) -> Form:
    """
    Write a reply mark in the language of a card.

    Shape: one line; no line for "regrets only" in a language nobody described, with an open reason.
    Source: R81 in docs/rules/address.md.
    """
    text, source = _MARKS.get(
        (mark, base_of(language)), (_EVERYWHERE.get(mark, ""), sources.GENERAL_KNOWLEDGE)
    )
    if not text:
        return Form((), (Reason(sentences.NO_MARK, rule="R81", is_open=True),), Status.UNVERIFIED)
    return Form((text,), (sources.founded(source, "R81"),), source.status)


def faults_of_marks(marks: Collection[ReplyMark]) -> tuple[Reason, ...]:
    """Say why a card's reply marks are not right; nothing for exactly one (R81)."""
    if len(marks) == 1:
        return ()
    sentence = sentences.TOO_MANY_MARKS if marks else sentences.NO_REPLY_MARK
    return (Reason(sentence, rule="R81", source=sources.EASYDIPLOMACY.address, is_open=True),)
