"""Reads of what was said."""

from django.db.models import F, QuerySet

from chancery.events.models import Event
from chancery.record.models import Statement


def statements_of(event: Event) -> QuerySet[Statement]:
    """
    The statements of an event in the order of the programme, each with its speaker, item and source.

    Ties: what was not said in an item of the programme comes last.
    """
    found = Statement.objects.filter(event=event).select_related(
        "speaker__person", "speaker__office", "speaker__body", "item", "source", "campaign"
    )
    return found.prefetch_related("speaker__person__names", "about__person__names").order_by(
        F("item__position").asc(nulls_last=True), "position", "id"
    )
