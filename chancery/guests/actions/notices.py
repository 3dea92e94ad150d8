"""The notice about personal data: a version is kept once somebody consents to it (R124)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from chancery.events.models import Event
from chancery.guests import notice_words
from chancery.guests.models import GuestList, Notice
from chancery.guests.notice_words import Facts
from chancery.guests.queries import answering
from chancery.guests.queries.reaching import usual_languages

type Written = list[list[object]]


@transaction.atomic
def current(event: Event, *, language: str = "", now: datetime) -> Notice:
    """Return the version that holds now, and keep it where it is new or not kept in `language` yet."""
    facts = notice_words.facts_of(event, answering.terms_of(event))
    # Two who consent at once wait for each other, so that no number is met twice.
    GuestList.objects.get_or_create(event=event)
    GuestList.objects.select_for_update().get(event=event)
    last = Notice.objects.filter(event=event).order_by("-number").first()
    if last is None or last.digest != facts.digest:
        texts = {each: written(facts, each) for each in usual_languages(event)}
        number = last.number + 1 if last else 1
        last = Notice.objects.create(
            event=event, number=number, made_at=now, digest=facts.digest, texts=texts
        )
    if language and language not in last.texts:
        last.texts[language] = written(facts, language)
        last.save(update_fields=["texts"])
    return last


def written(facts: Facts, language: str) -> Written:
    """Write the notice in a language as it is kept."""
    with override(language):
        return [[part.heading, list(part.sentences)] for part in notice_words.told(facts, language)]
