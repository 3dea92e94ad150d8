"""What a campaign adds up to: recognitions counted from single texts (R117), and indicators (R118)."""

from .recognitions import (
    Counted,
    Kind,
    Level,
    Moment,
    Question,
    Standing,
    Status,
    Step,
    Text,
    Total,
    Turn,
    standing,
    total,
    turns,
)

__all__ = [
    "Counted",
    "Kind",
    "Level",
    "Moment",
    "Question",
    "Standing",
    "Status",
    "Step",
    "Text",
    "Total",
    "Turn",
    "standing",
    "total",
    "turns",
]
