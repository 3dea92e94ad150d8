"""What a guest says about being shown on photographs, kept with its words and the notice (R122)."""

from datetime import datetime

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.guests import photo_words
from chancery.guests.actions import notices, settling
from chancery.guests.models import Invitation, PhotoAnswer
from chancery.guests.queries import photo_answers


@transaction.atomic
def say(invitation: Invitation, wish: str, *, language: str, by: Actor, now: datetime) -> PhotoAnswer:
    """
    Keep what a guest said; the same said again under the same notice is one answer.

    Only the guest says it: nobody answers for another, and whoever comes in the guest's place is asked anew.
    """
    row = settling.locked(invitation)
    event = row.guest.event
    notice = notices.current(event, language=language, now=now)
    last = photo_answers.last_of(row)
    if last is not None and (last.wish, last.notice_id) == (wish, notice.pk):
        return last
    made = PhotoAnswer(
        invitation=row,
        wish=wish,
        words=photo_words.words_of(event.organiser, wish),
        language=language,
        given_at=now,
        notice=notice,
    )
    made.save(force_insert=True)
    audit.note(made, by=by, code="guests.photo-answer.given")
    return made
