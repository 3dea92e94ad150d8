"""The times of a programme: planned from its anchors, projected while it runs, counted down to before it."""

from .allowance import allowed_length
from .calling import called, changed_items, named, next_of, refusal, stepped
from .clock import Clock, Moment
from .countdown import NoWorkingDays, WorkingDays, due_on
from .course import Course, still_called
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
from .presses import MOVES, OF_AN_ITEM, OVER_SILENCE, Called, CallKind, CallState, Press
from .projection import Danger, Progress, Projected, Projection
from .refusals import WORDS_TO_SPEAKER, with_caller
from .result import Conflict, Plan, Timed
from .silence import SILENCES, SilenceCustom, SilenceLength, silence_words
from .tree import ordered
from .words import clock_words, duration_words, moment_words

__all__ = [
    "MOVES",
    "OF_AN_ITEM",
    "OVER_SILENCE",
    "PROTECTED_KINDS",
    "SILENCES",
    "WORDS_TO_SPEAKER",
    "Anchor",
    "CallKind",
    "CallState",
    "Called",
    "Clock",
    "ClockAnchor",
    "Conflict",
    "Course",
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
    "Press",
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
    "allowed_length",
    "called",
    "changed_items",
    "clock_words",
    "cue_sheet",
    "due_on",
    "duration_words",
    "elapsed",
    "moment_words",
    "named",
    "next_of",
    "offered_cuts",
    "ordered",
    "planned",
    "projected",
    "refusal",
    "silence_words",
    "stepped",
    "still_called",
    "with_caller",
]
