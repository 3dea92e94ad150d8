"""How an event, its people and places are written in one language, on screen and on paper."""

from collections.abc import Mapping, Sequence

from django.utils.translation import get_language, gettext, gettext_noop, override

from chancery.base import cldr
from chancery.base.languages import beside, wording
from chancery.base.pdf import EventLines
from chancery.directory.queries.people import name_in
from chancery.events import queries
from chancery.events.models import Event, EventOccasion, Participation
from chancery.occasions.days import ordinal_on
from chancery.occasions.wording import number_words


class WordingMissing(Exception):
    """
    A paper needs a wording in a language in which nobody wrote it.

    `str()` is one sentence in the language of the reader at that moment: what is missing in which language.
    """

    def __init__(self, template: str, language: str, **values: str) -> None:
        super().__init__(template, language, values)
        self.template, self.language, self.values = template, language, values

    def __str__(self) -> str:
        named = cldr.language_in_words(self.language, get_language() or "en")
        return gettext(self.template) % {**self.values, "language": named}


NO_TITLE = gettext_noop(
    "The title of the event is not written in %(language)s; add it or leave this language out."
)


def main_language(event: Event) -> str:
    """The first language of the event, then of its office, in which its title is written; else any such."""
    wanted: list[str] = [*event.languages, *event.organiser.languages, *sorted(event.titles), "en"]
    return next((language for language in wanted if event.titles.get(language)), wanted[0])


def required(texts: Mapping[str, str], language: str, missing: str, **values: str) -> str:
    """
    Return the wording a paper in `language` prints.

    `missing` is the sentence that says what is not written in `%(language)s`.
    Errors: WordingMissing; a paper never falls back to another language.
    """
    found = wording(texts, language)
    if not found.text or not found.is_asked_for:
        raise WordingMissing(missing, language, **values)
    return found.text


def name_of(who: Participation, language: str) -> str:
    """Return the name of whoever takes part: a person, an office whose holder is unknown, or a body."""
    if who.person:
        return name_in(who.person, language)
    return wording(who.office.titles if who.office else who.body.names if who.body else {}, language).text


def day_and_time(event: Event, language: str) -> str:
    """Thursday, 26 February 1992, 19:00; empty where no day is planned."""
    if event.held_on is None:
        return ""
    first = cldr.weekday_in_words(event.held_on, language)
    if event.starts_at is not None:
        first = cldr.weekday_and_time_in_words(event.held_on, event.starts_at, language)
    if event.held_until_on is None:
        return first
    return f"{first} – {cldr.weekday_in_words(event.held_until_on, language)}"


def venue(event: Event, language: str) -> str:
    """The places of an event in sequence, in one line."""
    places = (wording(station.place.names, language).text for station in queries.stations_of(event))
    return " · ".join(place for place in places if place)


def event_lines(event: Event, language: str) -> EventLines:
    """The event as the head of a paper names it."""
    with override(language):
        title = required(event.titles, language, NO_TITLE)
        lines = [line for line in (day_and_time(event, language), venue(event, language)) if line]
        if event.is_sample_plan:
            lines.append(gettext("Sample plan"))
    return {"title": title, "lines": lines}


def occasion_in_words(link: EventOccasion, language: str) -> str:
    """The name of an occasion with the date of history, as far as both are known."""
    parts: Sequence[str] = [beside(wording(link.occasion.names, language), language)]
    if link.occasion.happened_on:
        parts = [*parts, cldr.partial_date_in_words(link.occasion.happened_on, language)]
    return " · ".join(part for part in parts if part)


def ordinal_line(link: EventOccasion, language: str) -> str:
    """
    33rd anniversary, counted in the calendar of the occasion (R111, R112, R116).

    Shape: empty where the date of history or the anniversary day is not known.
    """
    if link.anniversary_on is None:
        return ""
    found = ordinal_on(link.occasion, link.anniversary_on)
    return number_words(link.occasion, found.number, language) if found else ""
