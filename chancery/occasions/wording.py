"""The number of an occasion in words: 33rd anniversary, or for the 5th time."""

from chancery.occasions.models import Occasion
from chancery.rules import anniversaries


def number_words(occasion: Occasion, number: int | None, language: str) -> str:
    """
    Write the number of an anniversary or of a keeping (R111).

    Shape: empty for none, for the year of the event itself, and for a language in which it is not known how.
    """
    if not number or number < 0:
        return ""
    is_keeping = occasion.counts == Occasion.Counts.KEEPING
    write = anniversaries.times_words if is_keeping else anniversaries.anniversary_words
    return write(number, language) or ""
