"""The screens of an event: their links, and who of them is still there."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from chancery.base.codes import LENGTH
from chancery.base.seals import is_sealed, sealed
from chancery.events import wording as words
from chancery.events.models import Event
from chancery.programme.models import Screen

PURPOSE = "screen"

GONE_AFTER = timedelta(seconds=40)
"""So long without a word, and a screen counts as out of reach; each asks every quarter of a minute."""


def token_of(screen: Screen) -> str:
    """Return the token of the link that a screen opens."""
    return sealed(PURPOSE, screen.code)


def screen_by(token: str) -> Screen | None:
    """Return the screen whose link this is, unless it was withdrawn."""
    if not is_sealed(PURPOSE, token):
        return None
    return Screen.objects.select_related("event__organiser").filter(code=token[:LENGTH]).first()


def screens_of(event: Event) -> QuerySet[Screen]:
    """The screens of an event in the order in which they were made."""
    return Screen.objects.filter(event=event).order_by("made_at", "pk")


def languages_of(screen: Screen) -> list[str]:
    """The languages a screen shows, at least one: its own, else the main one of the event."""
    return screen.languages or [words.main_language(screen.event)]


def is_there(screen: Screen, now: datetime) -> bool:
    """Whether a screen has asked lately."""
    return screen.seen_at is not None and now - screen.seen_at < GONE_AFTER
