"""Indicators in words: what each is called, and what it counts (R118)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.rules.campaign.indicators import Indicator

NAMES: dict[Indicator, Promise] = {
    Indicator.EVENTS: _("Events"),
    Indicator.INVITED: _("Invited"),
    Indicator.ACCEPTED: _("Accepted"),
    Indicator.DECLINED: _("Declined"),
    Indicator.OPEN: _("Neither yes nor no"),
    Indicator.PRESENT: _("Present"),
    Indicator.HEADS_OF_MISSION: _("Heads of mission"),
    Indicator.REPRESENTED: _("Represented by others"),
    Indicator.STATES: _("States"),
    Indicator.LEVEL: _("Level of representation"),
    Indicator.OWN_LEVEL: _("Level at which this office came"),
    Indicator.EXHIBITIONS: _("Exhibitions"),
    Indicator.SHOWINGS: _("Film showings"),
    Indicator.DOCUMENTS: _("Printed matter"),
    Indicator.RELEASES: _("Press releases"),
    Indicator.RECIPIENTS: _("Recipients of releases"),
    Indicator.PRESS: _("Press reports"),
    Indicator.STATEMENTS: _("Statements"),
    Indicator.RECOGNITIONS: _("Recognitions"),
    Indicator.SIGNATURES: _("Signatures"),
    Indicator.REACH: _("Reach"),
    Indicator.COST: _("Cost"),
}

COUNTED: dict[Indicator, Promise] = {
    Indicator.EVENTS: _("events that were held"),
    Indicator.INVITED: _("people invited, each once at an event"),
    Indicator.ACCEPTED: _("people whose last answer was yes"),
    Indicator.DECLINED: _("people whose last answer was no"),
    Indicator.OPEN: _("people invited of whom neither a yes nor a no is known"),
    Indicator.PRESENT: _("people who were there by the record"),
    Indicator.HEADS_OF_MISSION: _("heads of mission who were there"),
    Indicator.REPRESENTED: _("people who did not come and for whom somebody else did"),
    Indicator.STATES: _("states with somebody there"),
    Indicator.LEVEL: _("events of this office, by the highest who came for a mission"),
    Indicator.OWN_LEVEL: _("events of a mission, by the highest who came for this office"),
    Indicator.EXHIBITIONS: _("exhibitions shown"),
    Indicator.SHOWINGS: _("films shown"),
    Indicator.DOCUMENTS: _("documents launched, adopted, signed, handed out or received"),
    Indicator.RELEASES: _("releases to the press"),
    Indicator.RECIPIENTS: _("addresses a release went to"),
    Indicator.PRESS: _("press reports kept"),
    Indicator.STATEMENTS: _("statements made"),
    Indicator.RECOGNITIONS: _("texts of bodies, each with its proof"),
    Indicator.SIGNATURES: _("signatures, as somebody says"),
    Indicator.REACH: _("reach, as somebody says"),
    Indicator.COST: _("what was paid, each currency for itself"),
}
