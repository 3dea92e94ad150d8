"""Builders for communiqués: an event of which something is known, its draft, releases and media lists."""

from datetime import UTC, datetime
from typing import Any

from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.events.models import Event, GuestCategory, Participation
from chancery.record.actions import communique
from chancery.record.models import Communique, Edition, MediaAddress, MediaList, Release, Sentence
from chancery.rules.dates import PartialDate
from tests import make

HELD = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)


def an_evening(office: Organiser, **fields: Any) -> Event:
    """A concert that took place, with a category of guests and one statement."""
    happened = {"happened_on": PartialDate.parse("2026-03-05"), "kind": "concert"}
    event = make.event(office, "Evening of songs", **(happened | fields))
    event.titles = {"en": "Evening of songs", "fr": "Soirée de chansons"}
    event.save(update_fields=["titles"])
    names = {"en": "members of the choir", "fr": "membres du chœur"}
    GuestCategory.objects.create(event=event, ref="choir", names=names, was_present=True)
    speaker = make.participation(
        event, make.person(office, "Ana Sample"), "speaker", actual=Participation.Actual.ATTENDED
    )
    texts = {"en": "said that songs outlive their singers", "fr": "a dit que les chansons survivent"}
    make.statement(speaker, ref="songs").texts = texts
    speaker.statements.update(texts=texts, language="en")
    return event


def an_edition(event: Event, language: str = "en") -> Edition:
    """The draft of an event in a language."""
    return communique.compose_edition(event, language, by=make.actor(event.organiser), now=HELD)


def a_reviewed_edition(event: Event, language: str = "en") -> Edition:
    """A draft that somebody has read over."""
    edition = an_edition(event, language)
    communique.review_edition(edition, shown=edition.revision, by=make.actor(event.organiser), now=HELD)
    edition.refresh_from_db()
    return edition


def sentences(edition: Edition) -> list[Sentence]:
    """The sentences of an edition in their order."""
    return list(edition.sentences.select_related("edition__communique__event").order_by("position", "pk"))


def saying(edition: Edition, words: str) -> Sentence:
    """The one sentence of an edition that holds these words."""
    return next(one for one in sentences(edition) if words in one.text)


def a_release(event: Event, language: str = "en", **fields: Any) -> Release:
    """Something that was released of an event, not drafted from anything."""
    kept, _made = Communique.objects.get_or_create(event=event)
    edition, _made = Edition.objects.get_or_create(communique=kept, language=language)
    blocks = [
        {"part": "headline", "text": "An evening of songs"},
        {"part": "dateline", "text": "BUCHAREST, 5 March 2026"},
        {"part": "lead", "text": "The choir sang."},
        {"part": "contact", "text": "Press office\npress@example.org"},
    ]
    values: dict[str, Any] = {"number": 1, "headline": "An evening of songs", "blocks": blocks}
    return Release.objects.create(edition=edition, released_at=timezone.now(), **(values | fields))


def a_media_list(office: Organiser, name: str = "Local media", *emails: str) -> MediaList:
    """A media list with addresses that read English."""
    made = MediaList.objects.create(organiser=office, names={"en": name})
    for place, email in enumerate(emails):
        MediaAddress.objects.create(media_list=made, email=email, language="en", position=place)
    return made
