"""Reasons of the rules in the reader's words."""

from functools import lru_cache

from django.utils.translation import get_language, gettext

from chancery.base import cldr
from chancery.base.frame import ReasonLine
from chancery.rules.dates import PartialDate, UnreadableDate
from chancery.rules.reasons import Named, Phrase, Reason


def in_words(reason: Reason) -> str:
    """Return a reason in the language in force, its dates as that language writes them."""
    language = get_language() or "en"
    values = {name: _shown(value, language) for name, value in reason.values.items()}
    return _translated(reason.template, language) % values


@lru_cache(maxsize=4096)
def _translated(template: str, language: str) -> str:
    """The sentence in the language in force; a long list asks for the same one a thousand times."""
    return gettext(template)


def reason_line(reason: Reason) -> ReasonLine:
    """Return a reason as the why drawer shows it, with a link where the source names an address."""
    title, _comma, address = reason.source.rpartition(", ")
    is_linked = address.startswith(("https://", "http://"))
    return ReasonLine(
        words=in_words(reason),
        rule=reason.rule,
        source=title if is_linked else reason.source,
        source_url=address if is_linked else "",
        is_open=reason.is_open,
    )


def _shown(value: str, language: str) -> str:
    if isinstance(value, Phrase):
        return _translated(value.template, language) % {
            name: _shown(part, language) for name, part in value.values.items()
        }
    if isinstance(value, Named):
        return value.texts.get(language) or value
    # Most values are names, and trying to read each as a date costs more than all else of a long list.
    if len(value) < 4 or not value[:4].isdigit():
        return value
    try:
        return cldr.partial_date_in_words(PartialDate.parse(value), language)
    except UnreadableDate:
        return value
