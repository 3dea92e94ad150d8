"""The times of a programme: planned from its anchors, projected while it runs, counted down to before it."""

from .clock import Clock, Moment
from .countdown import NoWorkingDays, WorkingDays, due_on
from .cues import Cue, CueEdge, CueKind, CueRow, cue_sheet, elapsed
from .cuts import Cut, Offer, Offers, offered_cuts
from .items import (
    PROTECTED_KINDS,
    Anchor,
    ClockAnchor,
    InstantAnchor,
    Item,
    Programme,
    ProgrammeNotReadable,
    StartAnchor,
    Status,
)
from .links import How, Trouble
from .live import projected
from .plan import planned
from .projection import Danger, Progress, Projected, Projection
from .result import Conflict, Plan, Timed
from .silence import SILENCES, SilenceCustom, SilenceLength, silence_words
from .tree import ordered
from .words import clock_words, duration_words, moment_words

__all__ = [
    "PROTECTED_KINDS",
    "SILENCES",
    "Anchor",
    "Clock",
    "ClockAnchor",
    "Conflict",
    "Cue",
    "CueEdge",
    "CueKind",
    "CueRow",
    "Cut",
    "Danger",
    "How",
    "InstantAnchor",
    "Item",
    "Moment",
    "NoWorkingDays",
    "Offer",
    "Offers",
    "Plan",
    "Programme",
    "ProgrammeNotReadable",
    "Progress",
    "Projected",
    "Projection",
    "SilenceCustom",
    "SilenceLength",
    "StartAnchor",
    "Status",
    "Timed",
    "Trouble",
    "WorkingDays",
    "clock_words",
    "cue_sheet",
    "due_on",
    "duration_words",
    "elapsed",
    "moment_words",
    "offered_cuts",
    "ordered",
    "planned",
    "projected",
    "silence_words",
]
