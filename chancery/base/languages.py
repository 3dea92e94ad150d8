"""Wording in several languages: which one is shown, and whether it is the one that was asked for."""

from collections.abc import Mapping
from dataclasses import dataclass

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

    Shape: the wanted language, else the base of it (`fr` for `fr-BE`), else the first one written, marked
    as not asked for; an empty mapping gives an empty text. Paper never uses one that was not asked for.
    """
    for wanted in (language, language.split("-")[0]):
        if wanted in texts:
            return Wording(texts[wanted], wanted, True)
    for written, text in texts.items():
        return Wording(text, written, False)
    return Wording("", language, False)
