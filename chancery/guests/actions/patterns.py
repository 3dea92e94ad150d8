"""What guests are asked, taken over from a pattern."""

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.twins import fresh
from chancery.events.models import Event
from chancery.guests.queries.terms import questions_of


@transaction.atomic
def begin_from_pattern(pattern: Event, event: Event, by: Actor) -> None:
    """Ask the guests of an event what those of its pattern are asked, in the same order."""
    asked = list(questions_of(pattern))
    twins = {question.pk: fresh(question) for question in asked}
    for question in asked:
        twin = twins[question.pk]
        twin.event, twin.only_if = event, None
        audit.create(twin, by=by, code="guests.question.taken-over")
    for question in asked:
        if question.only_if_id in twins:
            twins[question.pk].only_if = twins[question.only_if_id]
            audit.update(twins[question.pk], by=by, code="guests.question.taken-over")
