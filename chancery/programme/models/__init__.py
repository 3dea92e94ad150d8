"""The running order: what happens after what, who contributes, the cues, and the programme while it runs."""

from chancery.programme.models.items import (
    Act,
    Award,
    Contribution,
    Cue,
    Happened,
    Item,
    Message,
    Performance,
    PlannedModel,
    Programme,
    Showing,
)
from chancery.programme.models.running import Run, Screen, Screening, Step

__all__ = [
    "Act",
    "Award",
    "Contribution",
    "Cue",
    "Happened",
    "Item",
    "Message",
    "Performance",
    "PlannedModel",
    "Programme",
    "Run",
    "Screen",
    "Screening",
    "Showing",
    "Step",
]
