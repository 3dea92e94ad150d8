"""How a guest is asked to answer: the lines of a card and the sentence of a letter (R81)."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from chancery.rules.address import sources
from chancery.rules.address.cards import AWAITING_REPLY, ReplyMark, reply_mark
from chancery.rules.address.facts import base_of
from chancery.rules.address.values import Form, Status
from chancery.rules.invitations import sentences
from chancery.rules.reasons import Reason

_BY: Mapping[str, str] = MappingProxyType(
    {
        "en": "by {day}",
        "fr": "au plus tard le {day}",
        "ro": "până la {day}",
        "az": "{day} tarixinədək",
    }
)
# With a day and without one.
_REQUESTS: Mapping[tuple[ReplyMark, str], tuple[str, str]] = MappingProxyType(
    {
        (ReplyMark.REPLY, "en"): (
            "The favour of a reply is requested by {day}.",
            "The favour of a reply is requested.",
        ),
        (ReplyMark.REPLY, "fr"): (
            "Une réponse est attendue au plus tard le {day}.",
            "Une réponse est attendue.",
        ),
        (ReplyMark.REPLY, "ro"): (
            "Vă rugăm să ne comunicați răspunsul dumneavoastră până la {day}.",
            "Vă rugăm să ne comunicați răspunsul dumneavoastră.",
        ),
        (ReplyMark.REPLY, "az"): (
            "Cavabınızı {day} tarixinədək bildirməyinizi xahiş edirik.",
            "Cavabınızı bildirməyinizi xahiş edirik.",
        ),
        (ReplyMark.REGRETS_ONLY, "en"): (
            "A reply is requested, by {day}, only if you are unable to attend.",
            "A reply is requested only if you are unable to attend.",
        ),
        (ReplyMark.REGRETS_ONLY, "fr"): (
            "Une réponse n’est attendue, au plus tard le {day}, qu’en cas d’empêchement.",
            "Une réponse n’est attendue qu’en cas d’empêchement.",
        ),
        (ReplyMark.REGRETS_ONLY, "ro"): (
            "Vă rugăm să ne răspundeți până la {day} numai dacă nu puteți participa.",
            "Vă rugăm să ne răspundeți numai dacă nu puteți participa.",
        ),
        (ReplyMark.REGRETS_ONLY, "az"): (
            "Yalnız iştirak edə bilmədiyiniz halda {day} tarixinədək məlumat verməyinizi xahiş edirik.",
            "Yalnız iştirak edə bilmədiyiniz halda məlumat verməyinizi xahiş edirik.",
        ),
    }
)


def reply_lines(mark: ReplyMark, language: str, *, by: str = "", contact: Sequence[str] = ()) -> Form:
    """
    Write the reply mark of a card with the day and the contact it needs.

    Shape: the mark, with the day where one is given, then the lines of the contact; a mark that awaits no
    answer stands alone. `by` is the day as it is written in the language.
    Source: R81 in docs/rules/invitations.md.
    """
    written = reply_mark(mark, language)
    if mark not in AWAITING_REPLY:
        alone = Reason(sentences.NO_REPLY_DUE, rule="R81", source=sources.EASYDIPLOMACY.address)
        return Form(written.lines, (*written.reasons, alone), written.status)
    day = _BY.get(base_of(language), "{day}").format(day=by) if by else ""
    first = " ".join([*written.lines, *([day] if day else [])])
    return Form(tuple(line for line in (first, *contact) if line), written.reasons, written.status)


def reply_request(mark: ReplyMark, language: str, *, by: str = "") -> Form:
    """
    Write the sentence of a letter that asks for an answer.

    Shape: one sentence with its full stop; none for a mark that awaits no answer, and none, with an open
    reason, in languages without words.
    Source: R81 in docs/rules/invitations.md.
    """
    if mark not in AWAITING_REPLY:
        alone = Reason(sentences.NO_REPLY_DUE, rule="R81", source=sources.EASYDIPLOMACY.address)
        return Form((), (alone,), Status.VERIFIED)
    found = _REQUESTS.get((mark, base_of(language)))
    if found is None:
        return Form((), (Reason(sentences.NO_REPLY_WORDS, rule="R81", is_open=True),), Status.UNVERIFIED)
    with_day, without = found
    line = with_day.format(day=by) if by else without
    return Form((line,), (sources.founded(sources.GENERAL_KNOWLEDGE, "R81"),), Status.UNVERIFIED)
