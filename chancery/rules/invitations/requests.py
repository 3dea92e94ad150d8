"""The line by which a host requests the company of a guest (R80)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from chancery.rules.address import sources
from chancery.rules.address.facts import base_of
from chancery.rules.address.values import Form, Practice, Status
from chancery.rules.invitations import sentences
from chancery.rules.reasons import Reason


class Strength(StrEnum):
    """How strongly a host requests; chosen by the rank of the guests."""

    HONOUR = "honour"
    PLEASURE = "pleasure"


class Voice(StrEnum):
    """Whether the guest is named after the request, as on a card, or spoken to, as in a letter."""

    CARD = "card"
    LETTER = "letter"


# One host and several, by language, voice and strength. Azerbaijani speaks to the guest on cards as well,
# because its verb ends the sentence.
_HONOUR, _PLEASURE = Strength.HONOUR, Strength.PLEASURE
_LINES: Mapping[tuple[str, Voice, Strength], tuple[str, str]] = MappingProxyType(
    {
        ("en", Voice.CARD, _HONOUR): (
            "requests the honour of the company of",
            "request the honour of the company of",
        ),
        ("en", Voice.CARD, _PLEASURE): (
            "requests the pleasure of the company of",
            "request the pleasure of the company of",
        ),
        ("en", Voice.LETTER, _HONOUR): ("has the honour to invite you", "have the honour to invite you"),
        ("en", Voice.LETTER, _PLEASURE): (
            "has the pleasure of inviting you",
            "have the pleasure of inviting you",
        ),
        ("fr", Voice.CARD, _HONOUR): ("a l’honneur d’inviter", "ont l’honneur d’inviter"),
        ("fr", Voice.CARD, _PLEASURE): ("a le plaisir d’inviter", "ont le plaisir d’inviter"),
        ("fr", Voice.LETTER, _HONOUR): ("a l’honneur de vous convier", "ont l’honneur de vous convier"),
        ("fr", Voice.LETTER, _PLEASURE): ("a le plaisir de vous convier", "ont le plaisir de vous convier"),
        ("ro", Voice.CARD, _HONOUR): ("are onoarea de a invita pe", "au onoarea de a invita pe"),
        ("ro", Voice.CARD, _PLEASURE): ("are plăcerea de a invita pe", "au plăcerea de a invita pe"),
        ("ro", Voice.LETTER, _HONOUR): ("are onoarea de a vă invita", "au onoarea de a vă invita"),
        ("ro", Voice.LETTER, _PLEASURE): ("are plăcerea de a vă invita", "au plăcerea de a vă invita"),
        ("az", Voice.CARD, _HONOUR): ("dəvət etməkdən şərəf duyur", "dəvət etməkdən şərəf duyurlar"),
        ("az", Voice.CARD, _PLEASURE): (
            "dəvət etməkdən məmnunluq duyur",
            "dəvət etməkdən məmnunluq duyurlar",
        ),
        ("az", Voice.LETTER, _HONOUR): ("dəvət etməkdən şərəf duyur", "dəvət etməkdən şərəf duyurlar"),
        ("az", Voice.LETTER, _PLEASURE): (
            "dəvət etməkdən məmnunluq duyur",
            "dəvət etməkdən məmnunluq duyurlar",
        ),
    }
)


def request_line(
    language: str,
    *,
    strength: Strength,
    voice: Voice,
    is_plural: bool = False,
    practice: Practice = Practice.INTERNATIONAL,
) -> Form:
    """
    Write what the host requests, in the third person.

    Shape: one line without full stop, that goes on with the guest (cards) or with what the guest is invited
    to (letters); in Azerbaijani it ends the sentence. No line, and an open reason, in other languages.
    Source: R80 in docs/rules/invitations.md; the two strengths were read, the lines are general knowledge.
    """
    lines = _LINES.get((base_of(language), voice, strength))
    if lines is None:
        return Form((), (Reason(sentences.NO_REQUEST, rule="R80", is_open=True),), Status.UNVERIFIED)
    line = lines[is_plural]
    if practice is Practice.US:
        line = line.replace("honour", "honor")
    return Form((line,), _reasons(strength, is_plural=is_plural), Status.UNVERIFIED)


def _reasons(strength: Strength, *, is_plural: bool) -> tuple[Reason, ...]:
    chosen = sentences.HONOUR if strength is Strength.HONOUR else sentences.PLEASURE
    plural = (Reason(sentences.SEVERAL_HOSTS, rule="R80"),) if is_plural else ()
    return (
        Reason(sentences.THIRD_PERSON, rule="R80", source=sources.FAM_CARDS.address),
        Reason(chosen, rule="R80", source=sources.TWO_STRENGTHS.address),
        *plural,
        sources.founded(sources.GENERAL_KNOWLEDGE, "R80"),
    )
