"""Reads of what came out of an event: documents, handovers, broadcasts, and the events kept out of it."""

from django.db.models import QuerySet

from chancery.events.models import Broadcast, Event, OtherEvent, Source
from chancery.record.models import Document, Handover


def documents_of(event: Event) -> QuerySet[Document]:
    """The documents of an event in their order, with issuer, item, file and source."""
    found = Document.objects.filter(event=event).select_related("issuer", "item", "file", "source")
    return found.order_by("position", "pk")


def handovers_of(event: Event) -> QuerySet[Handover]:
    """What was handed over, in its order, with everybody it names."""
    people = [f"{name}__{what}" for name in ("giver", "receiver") for what in ("person", "office", "body")]
    found = Handover.objects.filter(event=event).select_related(
        "document", "item", "place", "receiver_body", "source", *people
    )
    return found.prefetch_related("giver__person__names", "receiver__person__names").order_by(
        "position", "pk"
    )


def broadcasts_of(event: Event) -> QuerySet[Broadcast]:
    """Where the event could be seen or heard from afar."""
    return Broadcast.objects.filter(event=event).select_related("part").order_by("position", "pk")


def other_events_of(event: Event) -> QuerySet[OtherEvent]:
    """The events that sources name too, and that are kept out of this record."""
    return OtherEvent.objects.filter(event=event).select_related("source").order_by("position", "pk")


def sources_of(event: Event) -> QuerySet[Source]:
    """The sources, each after the one that it is a version of."""
    return Source.objects.filter(event=event).select_related("version_of").order_by("dated", "pk")
