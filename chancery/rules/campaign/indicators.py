"""Indicators of a campaign (R118): what is counted from rows, and what somebody claims."""

from enum import StrEnum


class Indicator(StrEnum):
    """What a figure of a campaign counts; its unit stands in `docs/rules/campaigns.md`."""

    EVENTS = "events"
    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    PRESENT = "present"
    HEADS_OF_MISSION = "heads-of-mission"
    REPRESENTED = "represented"
    STATES = "states"
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
