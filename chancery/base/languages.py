"""Wording in several languages: which one is shown, and whether it is the one that was asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import pgettext

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Wording:
    """A text with the language it is in; `is_asked_for` is false where the wanted language is missing."""

    text: str
    language: str
    is_asked_for: bool

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, as HTML's `dir` wants it."""
        return direction(self.language)


def direction(language: str) -> str:
    """Return the direction of a language's main script."""
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def wording(texts: Mapping[str, str], language: str) -> Wording:
    """
    Choose the wording for a reader of `language`.

    Shape: the wanted language, else the base of it (`fr` for `fr-BE`), else English or the first by code,
    marked as not asked for; an empty mapping gives an empty text. Paper never uses one not asked for.
    """
    for wanted in (language, language.split("-")[0]):
        if wanted in texts:
            return Wording(texts[wanted], wanted, True)
    written = sorted(texts, key=lambda code: (code != "en", code))
    return Wording(texts[written[0]], written[0], False) if written else Wording("", language, False)


def beside(chosen: Wording, reader: str) -> str:
    """
    Return a wording that can stand beside other words of a line for a reader of `reader`.

    A text of the other direction is isolated, else a number beside it would change its side.
    """
    is_other = bool(chosen.text) and chosen.direction != direction(reader)
    return f"\u2068{chosen.text}\u2069" if is_other else chosen.text


def any_text(texts: Mapping[str, str]) -> str:
    """Return one wording where no reader is known: English, else the first by code."""
    return wording(texts, "en").text


def listed(parts: Iterable[str]) -> str:
    """Write the members of a list one after the other, parted as the reader's language parts them."""
    return pgettext("between the members of a list", ", ").join(parts)


def parted(phrases: Iterable[str]) -> str:
    """Write phrases that may hold commas one after the other, parted as the reader's language parts them."""
    return pgettext("between phrases", "; ").join(phrases)
