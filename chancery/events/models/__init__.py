"""The rows of an event."""

from chancery.events.models.claims import Broadcast, Claim, Matter, OtherEvent
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
    "Broadcast",
    "Claim",
    "Event",
    "EventCampaign",
    "EventMember",
    "EventOccasion",
    "GlossaryTerm",
    "GuestCategory",
    "Involvement",
    "Matter",
    "OtherEvent",
    "Part",
    "Participation",
    "Place",
    "Source",
    "Station",
    "Task",
]
