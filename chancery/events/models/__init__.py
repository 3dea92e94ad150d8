"""The rows of an event."""

from chancery.events.models.people import GuestCategory, Participation
from chancery.events.models.plan import (
    Arrangement,
    Event,
    EventCampaign,
    EventMember,
    EventOccasion,
    GlossaryTerm,
    Involvement,
    Part,
    Place,
    Source,
    Station,
    Task,
)

__all__ = [
    "Arrangement",
    "Event",
    "EventCampaign",
    "EventMember",
    "EventOccasion",
    "GlossaryTerm",
    "GuestCategory",
    "Involvement",
    "Part",
    "Participation",
    "Place",
    "Source",
    "Station",
    "Task",
]
