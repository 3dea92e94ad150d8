"""
At what level each mission came to the events of an office, and the office to theirs.

Counted by the same rule as the page of a body compares both ways (`guests.queries.reciprocity`), but who only
said yes stands apart: no figure says that somebody came of whom it is not known.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from chancery.directory.models import Body
from chancery.events.models import Event, Participation
from chancery.guests.queries import histories, reciprocity
from chancery.guests.queries.histories import MISSIONS, Part
from chancery.rules.campaign.indicators import Indicator
from chancery.rules.representation import Level


class Came(StrEnum):
    """By what a level is split: who came, or what is known instead; of who only said yes it is not known."""

    HEAD = Level.HEAD.value
    STANDING_IN = Level.STANDING_IN.value
    OTHER = Level.OTHER.value
    AGREED = "agreed"
    NOBODY = "nobody"
    UNLISTED = "unlisted"


OF_OTHERS = (Came.HEAD, Came.STANDING_IN, Came.OTHER, Came.AGREED, Came.NOBODY)
"""What is known of a mission at an event of the office, the highest first."""

TOGETHER: Mapping[str, Sequence[Came]] = {
    "came": OF_OTHERS[:3],
    "listed": OF_OTHERS,
    "held": tuple(Came),
}
"""Levels that are read as one figure."""


class Mission(NamedTuple):
    """A mission as far as counting needs it; `is_own` where it is of the state the office represents."""

    code: str
    is_own: bool


def levels_at(event: Event) -> Counter[tuple[Indicator, str, str]]:
    """Count one event for each mission: theirs at an event of the office, the office's at one of theirs."""
    parts = _taking_part(histories.parts_by_mission(event))
    holders = set(histories.HOLDERS.filter(event=event).values_list("body", flat=True)) - {None}
    missions = _missions(event, parts.keys() | holders)
    own = {key for key, mission in missions.items() if mission.is_own}
    hosts = (holders & missions.keys()) - own
    found: Counter[tuple[Indicator, str, str]] = Counter()
    if holders & own or not hosts or not event.organiser.state:
        for key in parts.keys() - own:
            found[Indicator.LEVEL, _came(parts[key]), missions[key].code] += 1
    if event.organiser.state:
        ours = _came([part for key in sorted(own) for part in parts.get(key, ())])
        found.update((Indicator.OWN_LEVEL, ours, missions[key].code) for key in hosts)
    return found


def _taking_part(parts: Mapping[int, Sequence[Part]]) -> dict[int, list[Part]]:
    """Leave out who is only mentioned, and the missions of whom nobody is left."""
    mentioned = Participation.Capacity.MENTIONED
    found = {key: [part for part in some if part.capacity != mentioned] for key, some in parts.items()}
    return {key: some for key, some in found.items() if some}


def _missions(event: Event, keys: Collection[int]) -> dict[int, Mission]:
    """Those of some bodies that are missions."""
    rows = Body.objects.filter(pk__in=keys, kind__in=MISSIONS).order_by("pk")
    state = event.organiser.state.upper()
    return {
        body.pk: Mission(
            body.code,
            bool(state) and body.state.upper() == state and body.kind != Body.Kind.INTERNATIONAL,
        )
        for body in rows.only("pk", "code", "state", "kind")
    }


def _came(parts: Sequence[Part]) -> Came:
    if not parts:
        return Came.UNLISTED
    if level := reciprocity.level_of_those_there(parts):
        return Came(level)
    return Came.AGREED if any(map(reciprocity.has_only_agreed, parts)) else Came.NOBODY
