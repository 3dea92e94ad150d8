"""What the page for notes in the hall shows: the items in order, who speaks in each, and the own notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from chancery.accounts.models import User
from chancery.events import queries as events
from chancery.events.models import Event, Participation
from chancery.programme import queries as programme
from chancery.programme.models import Item
from chancery.record.models import Statement
from chancery.record.queries.course import in_fact
from chancery.record.queries.said import statements_of

MOST_NOTES = 50


@dataclass(frozen=True, slots=True)
class Heard:
    """One item with those who speak in it, each once, in the order in which they do."""

    item: Item
    speakers: Sequence[Participation]


def heard_in(event: Event) -> list[Heard]:
    """The items of an event in the order in which they take place, with their speakers."""
    items = list(programme.items_of(event))
    return [Heard(item, speakers_of(item)) for item in in_fact(items)]


def speakers_of(item: Item) -> list[Participation]:
    """Who speaks in an item: those who contribute, then authors and readers of messages."""
    people = [each.participation for each in item.contributions.all()]
    for message in item.messages.all():
        people += [who for who in (message.author, message.reader) if who is not None]
    return list({who.pk: who for who in people}.values())


def running(heard: Sequence[Heard], code: str) -> Heard | None:
    """
    The item that is running: the one asked for by its `code`, else the one that has begun and not ended.

    Ties: where none or several have, the first that has a speaker and has not ended.
    """
    asked = [each for each in heard if each.item.code == code]
    begun = [each for each in heard if each.item.started_at and not each.item.ended_at]
    to_come = [each for each in heard if each.speakers and not each.item.ended_at]
    return next(iter([*asked, *(begun if len(begun) == 1 else []), *to_come, *heard]), None)


def others_who_may_speak(event: Event) -> Iterable[Participation]:
    """Everybody who takes part in another capacity than a guest, for whoever speaks unannounced."""
    return events.people_of(event)


def notes_by(event: Event, user: User) -> QuerySet[Statement]:
    """The latest notes of one author for an event, the newest first."""
    own = statements_of(event).filter(noted_by=user, note_key__isnull=False)
    return own.order_by("-said_at", "-id")[:MOST_NOTES]
