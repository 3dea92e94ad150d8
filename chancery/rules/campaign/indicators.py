"""Indicators of a campaign (R118): what is counted from rows, and what somebody claims."""

from enum import StrEnum


class Indicator(StrEnum):
    """What a figure of a campaign counts; its unit stands in `docs/rules/campaigns.md`."""

    EVENTS = "events"
    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    OPEN = "open"
    PRESENT = "present"
    HEADS_OF_MISSION = "heads-of-mission"
    REPRESENTED = "represented"
    STATES = "states"
    LEVEL = "level"
    OWN_LEVEL = "own-level"
    EXHIBITIONS = "exhibitions"
    SHOWINGS = "showings"
    DOCUMENTS = "documents"
    RELEASES = "releases"
    RECIPIENTS = "recipients"
    PRESS = "press"
    STATEMENTS = "statements"
    RECOGNITIONS = "recognitions"
    SIGNATURES = "signatures"
    REACH = "reach"
    COST = "cost"


# What only somebody can say: no rows of the office count it.
CLAIMED = frozenset({Indicator.SIGNATURES, Indicator.REACH})

# Counted for each mission apart, by the level at which one side came to an event of the other.
BY_MISSION = frozenset({Indicator.LEVEL, Indicator.OWN_LEVEL})

# What an office counts for itself: no public page and no report states it.
INTERNAL = BY_MISSION | {Indicator.OPEN, Indicator.COST}

# What a year does not add up: a state that came to three events is one state.
DISTINCT = frozenset({Indicator.STATES})


class Side(StrEnum):
    """On which side of the record an event stands."""

    HELD = "held"
    PLANNED = "planned"


_PLANNED = frozenset({"planned", "confirmed"})


def side_of(status: str, *, has_happened: bool) -> Side | None:
    """
    Say whether an event counts as held or as planned; None for one that counts as neither.

    A draft, and what was postponed or cancelled, never counts. One that was planned counts as held once it
    is known that it took place; that its day has passed proves nothing.
    Source: section "What is counted" in docs/rules/campaigns.md.
    """
    if status == Side.HELD or (status in _PLANNED and has_happened):
        return Side.HELD
    return Side.PLANNED if status in _PLANNED else None
