"""The titles of next time's event: the number and the year in them counted on."""

import re
from collections.abc import Mapping

from chancery.rules.anniversaries import ordinal_words

type Step = tuple[int, int]


def counted_on(titles: Mapping[str, str], *, number: Step | None, year: Step | None) -> dict[str, str]:
    """
    Write titles for another time; `number` and `year` are (before, now).

    A number is looked for as an ordinal of the language first, else as bare digits; one that is written out
    in words stays, so that whoever plans corrects it.
    """
    return {language: _title(text, language, number, year) for language, text in titles.items()}


def _title(text: str, language: str, number: Step | None, year: Step | None) -> str:
    if number is not None:
        text = _with_number(text, language, number)
    return _with_digits(text, year) if year is not None else text


def _with_number(text: str, language: str, number: Step) -> str:
    before, now = (ordinal_words(each, language) for each in number)
    if before and now and before in text:
        return text.replace(before, now)
    return _with_digits(text, number)


def _with_digits(text: str, step: Step) -> str:
    before, now = step
    return re.sub(rf"(?<!\d){before}(?!\d)", str(now), text)
