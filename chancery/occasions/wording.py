"""The number of an occasion in words: 33rd anniversary, or for the 5th time."""

from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.base.languages import beside, wording
from chancery.occasions.models import Occasion, SeriesEdition
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


def edition_words(edition: SeriesEdition, language: str) -> str:
    """Name an edition with its series: by its title, else its number, else the day it begins."""
    series = beside(wording(edition.series.names, language), language)
    if edition.titles:
        own = beside(wording(edition.titles, language), language)
    elif edition.number is not None:
        own = _("no. %(number)s") % {"number": edition.number}
    elif edition.begins_on:
        own = cldr.partial_date_in_words(edition.begins_on, language)
    else:
        return series
    return _("%(series)s: %(edition)s") % {"series": series, "edition": own}
