"""Day and time apart, in words, for wordings that set them on lines of their own (R80)."""

from collections.abc import Callable, Mapping
from datetime import date, time
from types import MappingProxyType

from chancery.rules.address import moments, sources
from chancery.rules.address import sentences as of_address
from chancery.rules.address.facts import base_of
from chancery.rules.address.values import Form, Status
from chancery.rules.dates import PartialDate
from chancery.rules.reasons import Reason

_TIMES: Mapping[str, tuple[Callable[[time], str], sources.Source]] = MappingProxyType(
    {
        "en": (moments.english_time, sources.INVITATION_TIMES),
        "fr": (moments.french_time, sources.GENERAL_KNOWLEDGE),
        "ro": (moments.romanian_time, sources.GENERAL_KNOWLEDGE),
        "az": (moments.azerbaijani_time, sources.GENERAL_KNOWLEDGE),
    }
)


def day_in_words(day: date, language: str) -> Form:
    """
    Write a day: "Thursday, the twenty-sixth of February, two thousand and twenty-six".

    Shape: one line; in languages without words the day by CLDR with an open reason.
    Source: R80 in docs/rules/invitations.md.
    """
    return moments.moment_in_words(PartialDate.parse(day.isoformat()), language)


def time_in_words(clock: time, language: str) -> Form:
    """
    Write a time: "seven o’clock in the evening", "dix-neuf heures".

    Shape: one line without the preposition, but in the case of the time in Azerbaijani; 19:00 with an open
    reason in languages without words. Units: local time of the place, to the minute.
    Source: R80 in docs/rules/invitations.md.
    """
    writer, source = _TIMES.get(base_of(language), (None, sources.GENERAL_KNOWLEDGE))
    if writer is None:
        open_reason = Reason(of_address.NO_WORDS, rule="R80", is_open=True)
        return Form((f"{clock:%H:%M}",), (open_reason,), Status.UNVERIFIED)
    rule = Reason(of_address.IN_WORDS, rule="R80", source=sources.FAM_CARDS.address)
    return Form((writer(clock),), (rule, sources.founded(source, "R80")), source.status)
