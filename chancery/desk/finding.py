"""Find anything: people by any spelling, bodies and offices, events, pages."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.parts import Option
from chancery.directory.queries import options
from chancery.events import queries as events
from chancery.rules.names.folding import fold

MOST = 8
LONGEST = 200
KINDS = ("person", "body", "office")


def options_for(office: Office, text: str, today: date) -> list[Option]:
    """Return what `text` may mean, people first; nothing for an empty text."""
    if not text:
        return []
    return [*_directory(office, text, today), *_events(office, text), *_pages(office, text)]


def _directory(office: Office, text: str, today: date) -> list[Option]:
    if not office.may(Right.DIRECTORY_VIEW):
        return []
    return options.options_for(office, text, KINDS, MOST, today=today, with_pages=True)


def _events(office: Office, text: str) -> list[Option]:
    if not office.may(Right.EVENTS_VIEW):
        return []
    language, words = get_language() or "en", fold(text).split()
    return [
        Option(
            value=event.code,
            name=wording(event.titles, language).text,
            detail=cldr.day_in_words(event.held_on, language) if event.held_on else "",
            url=reverse("desk:event", args=[office.organiser.ref, event.code]),
            group=_("Events"),
        )
        for event in events.events_of(office.organiser)
        if _holds(" ".join(event.titles.values()), words)
    ][:MOST]


def _pages(office: Office, text: str) -> list[Option]:
    pages = (
        (_("Events"), "events:events", Right.EVENTS_VIEW),
        (_("Plan an event"), "events:plan", Right.EVENTS_EDIT),
        (_("Occasions"), "occasions:occasions", Right.EVENTS_VIEW),
        (_("Campaigns"), "occasions:campaigns", Right.EVENTS_VIEW),
        (_("Places"), "events:places", Right.EVENTS_VIEW),
        (_("People"), "directory:people", Right.DIRECTORY_VIEW),
        (_("Bodies"), "directory:bodies", Right.DIRECTORY_VIEW),
        (_("Groups"), "directory:groups", Right.DIRECTORY_VIEW),
        (_("Households"), "directory:households", Right.DIRECTORY_VIEW),
        (_("Import"), "directory:imports", Right.DIRECTORY_EDIT),
        (_("Profiles"), "precedence:profiles", Right.EVENTS_VIEW),
        (_("Rooms"), "seating:rooms", Right.SEATING_VIEW),
        (_("Outgoing mail"), "guests:outgoing", Right.INVITATIONS_SEND),
        (_("Films and exhibitions"), "exhibition:works", Right.PROGRAMME_VIEW),
        (_("History"), "accounts:history", Right.OFFICE_VIEW),
        (_("Team"), "accounts:team", Right.OFFICE_MANAGE),
        (_("The office"), "desk:settings", Right.OFFICE_MANAGE),
    )
    return [
        Option(value=route, name=name, url=reverse(route, args=[office.organiser.ref]), group=_("Pages"))
        for name, route, right in pages
        if office.may(right) and _holds(name, fold(text).split())
    ]


def _holds(text: str, words: Sequence[str]) -> bool:
    """Whether each of `words` begins a word of `text`."""
    written = fold(text).split()
    return bool(words) and all(any(each.startswith(word) for each in written) for word in words)
