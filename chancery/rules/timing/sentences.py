"""How a time was found, and what stands against it, in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from chancery.rules.reasons import Reason, gettext_noop

from .clock import Clock
from .items import Item, StartAnchor
from .layout import Layout
from .links import Edge, Finding, How, Spot, Trouble
from .result import Conflict
from .silence import silence_words
from .words import duration_words, moment_words, offset_words

SOURCE = "docs/rules/timing.md"

_ANCHORED = gettext_noop("Set by the clock at %(time)s.")
_FORWARD = gettext_noop("Counted forward from “%(item)s” at %(time)s.")
_FORWARD_FROM_END = gettext_noop("Counted forward from the end of “%(item)s” at %(time)s.")
_FORWARD_FROM_OPENING = gettext_noop("Counted forward from the start at %(time)s.")
_BACKWARD = gettext_noop("Counted back from “%(item)s” at %(time)s.")
_BACKWARD_FROM_END = gettext_noop("Counted back from the end of “%(item)s” at %(time)s.")
_BACKWARD_FROM_CLOSE = gettext_noop("Counted back from the end at %(time)s.")
_STRETCHED = gettext_noop(
    "Stretched from %(wished)s to %(used)s to fill the time from %(first)s to %(second)s."
)
_SHRUNK = gettext_noop("Shortened from %(wished)s to %(used)s to fit between %(first)s and %(second)s.")
_FILLS = gettext_noop("Takes the %(used)s that are left between %(first)s and %(second)s.")
_PARTS = gettext_noop("Lasts from its first part to its last.")
_DROPPED = gettext_noop("Dropped from the programme, so it takes no time.")
_NO_TIME = gettext_noop("No time is known, because there is no clock time it could be counted from.")
_NO_START = gettext_noop("Its time is told from the start of the programme, which is not known.")
_NO_END = gettext_noop("Its end is not known, because its duration is not known.")

_COUNTED = {
    (How.FORWARD, Edge.OPENS): _FORWARD_FROM_OPENING,
    (How.FORWARD, Edge.START): _FORWARD,
    (How.FORWARD, Edge.END): _FORWARD_FROM_END,
    (How.BACKWARD, Edge.START): _BACKWARD,
    (How.BACKWARD, Edge.END): _BACKWARD_FROM_END,
    (How.BACKWARD, Edge.CLOSES): _BACKWARD_FROM_CLOSE,
}

_GAP = gettext_noop("%(length)s are free between “%(other)s” and “%(item)s”.")
_OVERLAP = gettext_noop("“%(item)s” begins at %(start)s, while “%(other)s” lasts until %(other_end)s.")
_TOO_TIGHT = gettext_noop(
    "“%(item)s” cannot be kept at %(time)s: what comes before it from %(other_time)s on needs %(length)s "
    "more; shorten it or move one of the two times."
)
_END_TOO_TIGHT = gettext_noop(
    "The end of “%(item)s” cannot be kept at %(time)s: what lasts from %(other_time)s until then needs "
    "%(length)s more; shorten it or move one of the two times."
)
_OUT_OF_ORDER = gettext_noop(
    "“%(item)s” is set at %(time)s, but what comes before it in the order is set at %(other_time)s; change a "
    "time or the order, or give the date if it is on another day."
)
_ENDS_FIRST = gettext_noop(
    "“%(item)s” is set to end at %(time)s, before it begins at %(other_time)s; change one of the two times."
)
_OVERRUN = gettext_noop(
    "The parts of “%(item)s” need %(length)s more than it has until %(time)s; shorten one of them."
)
_WHOLE_OVERRUN = gettext_noop(
    "The programme runs %(length)s past its end at %(time)s; shorten or drop an item."
)
_NO_TIME_LEFT = gettext_noop("No time is left for “%(item)s” before %(time)s; shorten what stands beside it.")
_LENGTH_DIFFERS = gettext_noop(
    "“%(item)s” is set from %(other_time)s to %(time)s, but that is not as long as it is to last; change a "
    "time or its duration."
)
_START_DIFFERS = gettext_noop("The programme is to start at %(time)s, but “%(item)s” begins at %(start)s.")
_SKIPPED_HOUR = gettext_noop(
    "The time of “%(item)s” does not exist that night, because the clocks go forward; %(start)s is taken "
    "instead."
)
_REPEATED_HOUR = gettext_noop(
    "The time of “%(item)s” comes twice that night, because the clocks go back; the one at UTC%(offset)s is "
    "taken."
)
_LATE_ARRIVAL = gettext_noop("Guests may arrive until %(time)s, but “%(item)s” begins at %(start)s.")
_SILENCE_SHORT = gettext_noop("“%(item)s” lasts %(used)s, but a silence of %(length)s is to be kept in it.")
_AFTER_UNMET = gettext_noop("“%(item)s” begins at %(start)s, before “%(other)s” is over at %(other_end)s.")

_WRONG = {
    Trouble.GAP: _GAP,
    Trouble.OVERLAP: _OVERLAP,
    Trouble.TOO_TIGHT: _TOO_TIGHT,
    Trouble.OUT_OF_ORDER: _OUT_OF_ORDER,
    Trouble.OVERRUN: _OVERRUN,
    Trouble.NO_TIME_LEFT: _NO_TIME_LEFT,
    Trouble.LENGTH_DIFFERS: _LENGTH_DIFFERS,
    Trouble.START_DIFFERS: _START_DIFFERS,
    Trouble.SKIPPED_HOUR: _SKIPPED_HOUR,
    Trouble.REPEATED_HOUR: _REPEATED_HOUR,
    Trouble.LATE_ARRIVAL: _LATE_ARRIVAL,
    Trouble.SILENCE_SHORT: _SILENCE_SHORT,
    Trouble.AFTER_UNMET: _AFTER_UNMET,
}
# Such a sentence speaks of the time that the change of clocks touches, be it that of the begin or of the end.
_CLOCK_CHANGES = frozenset({Trouble.SKIPPED_HOUR, Trouble.REPEATED_HOUR})
_RULES = {Trouble.SILENCE_SHORT: "R90", Trouble.AFTER_UNMET: "", Trouble.LATE_ARRIVAL: "R89"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the sentences of one programme speak of: items by key (groups by their first), and the clock."""

    items: Mapping[str, Item]
    clock: Clock

    def title(self, key: str) -> str:
        """The item's title, its id when it has none."""
        item = self.items[key]
        return item.title or item.id

    def time(self, seconds: int) -> str:
        """A place on the programme's line in words."""
        return moment_words(self.clock.moment(seconds))


def reasons_of(spot: Spot, facts: Facts) -> tuple[Reason, ...]:
    """
    Say how the time of an item was found.

    Shape: one reason for its place; a second one where its duration was changed or its end is not known.
    """
    if spot.how is How.UNKNOWN:
        is_relative = isinstance(facts.items[spot.key].anchor, StartAnchor)
        return (_reason(_NO_START if is_relative else _NO_TIME, {}, is_open=True),)
    if spot.how is How.PARTS:
        return (_reason(_PARTS, {}, rule=""),)
    if spot.how in (How.STRETCHED, How.SHRUNK):
        return (_changed(spot, facts),)
    place = _place_reason(spot, facts)
    if spot.end is None:
        return (place, _reason(_NO_END, {}, is_open=True))
    return (place, _changed(spot, facts)) if _is_fitted(spot) else (place,)


def dropped_reasons() -> tuple[Reason, ...]:
    """Say why a dropped item has no time."""
    return (_reason(_DROPPED, {}, rule=""),)


def _place_reason(spot: Spot, facts: Facts) -> Reason:
    pin = spot.first if spot.how is How.FORWARD else spot.second
    if spot.how is How.ANCHORED or pin is None:
        return _reason(_ANCHORED, {"time": "" if spot.start is None else facts.time(spot.start)})
    values = {"time": facts.time(pin.at)}
    if pin.edge in (Edge.START, Edge.END):
        values["item"] = facts.title(pin.key)
    return _reason(_COUNTED[spot.how, pin.edge], values)


def _is_fitted(spot: Spot) -> bool:
    """Whether an anchored item was stretched or pressed, too."""
    if spot.first is None or spot.second is None or spot.first.key == spot.second.key:
        return False
    return spot.seconds != spot.wished


def _changed(spot: Spot, facts: Facts) -> Reason:
    used = spot.seconds or 0
    values = {"used": duration_words(used)}
    if spot.first is not None and spot.second is not None:
        values |= {"first": facts.time(spot.first.at), "second": facts.time(spot.second.at)}
    if spot.wished is None:
        return _reason(_FILLS, values)
    template = _SHRUNK if used < spot.wished else _STRETCHED
    return _reason(template, values | {"wished": duration_words(spot.wished)})


def conflict_of(finding: Finding, facts: Facts, layout: Layout) -> Conflict:
    """Say what a finding means, beside the item it lies at; the whole programme's lies at its last item."""
    values = {"item": facts.title(finding.key), "length": _length_words(finding)(finding.seconds)}
    values |= _times(finding, facts, layout)
    if finding.other:
        values["other"] = facts.title(finding.other)
    item = facts.items[finding.key]
    other = facts.items[finding.other].id if finding.other else ""
    reason = _reason(_template(finding), values, rule=_RULES.get(finding.trouble, "R92"))
    return Conflict(finding.trouble, item.id, reason, other, finding.seconds)


def _times(finding: Finding, facts: Facts, layout: Layout) -> dict[str, str]:
    start = finding.pin.at if finding.trouble in _CLOCK_CHANGES and finding.pin else layout.start(finding.key)
    found = {
        "time": finding.pin.at if finding.pin else None,
        "other_time": finding.against.at if finding.against else None,
        "start": start,
        "other_end": layout.end(finding.other),
    }
    words = {name: facts.time(at) for name, at in found.items() if at is not None}
    if start is not None:
        words["offset"] = offset_words(facts.clock.moment(start))
    spot = layout.spots.get(finding.key)
    used = facts.items[finding.key].wished if spot is None or spot.seconds is None else spot.seconds
    if used is not None:
        words["used"] = _length_words(finding)(used)
    return words


def _length_words(finding: Finding) -> Callable[[int], str]:
    """How lengths are told: that of a silence in seconds (R90)."""
    return silence_words if finding.trouble is Trouble.SILENCE_SHORT else duration_words


def _template(finding: Finding) -> str:
    pin, against = finding.pin, finding.against
    if finding.trouble is Trouble.OVERRUN and not finding.key:
        return _WHOLE_OVERRUN
    if finding.trouble is Trouble.TOO_TIGHT and pin and pin.edge is Edge.END:
        return _END_TOO_TIGHT
    if finding.trouble is Trouble.OUT_OF_ORDER and pin and against and pin.key == against.key:
        return _ENDS_FIRST
    return _WRONG[finding.trouble]


def _reason(template: str, values: Mapping[str, str], *, rule: str = "R92", is_open: bool = False) -> Reason:
    return Reason(template, MappingProxyType(dict(values)), rule, SOURCE if rule else "", is_open)
