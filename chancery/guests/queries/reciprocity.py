"""Who came to whose events, and at what level: an office and another body, both ways."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chancery.accounts.models import Organiser
from chancery.directory.models import Body
from chancery.events.models import Event, Participation
from chancery.guests.queries import histories
from chancery.guests.queries.histories import Part
from chancery.rules.representation import Level, highest, level_of


@dataclass(frozen=True, slots=True)
class OneWay:
    """
    The people of one side at the events of the other.

    Units: events, each counted once however many people it concerns. `levels` says of the events at which
    somebody came, or else said yes, who the highest was.
    """

    events: int
    invited: int
    took_part: int
    levels: Mapping[Level, int]


@dataclass(frozen=True, slots=True)
class BothWays:
    """An office and a body: ours at their events, and theirs at ours."""

    ours: OneWay
    theirs: OneWay
    events: Sequence[Event]


def between(
    organiser: Organiser, bodies: Sequence[Body], theirs: Sequence[Part] | None = None
) -> BothWays | None:
    """
    Compare an office with `bodies`, by a fixed number of queries.

    `theirs` are the participations of the bodies' people, where they are loaded already. None where nothing
    can be compared: the office represents no state, no body is given, or the bodies are the office itself.
    """
    own = histories.own_bodies(organiser)
    others = [body for body in bodies if body not in own]
    if not own or not others:
        return None
    by_them = list(histories.events_held_by(organiser, others))
    by_us = set(histories.events_of_own(organiser, own).values_list("pk", flat=True))
    of_us = histories.parts_of_bodies(organiser, own)
    of_them = histories.parts_of_bodies(organiser, others) if theirs is None else theirs
    return BothWays(
        ours=_one_way(of_us, {event.pk for event in by_them}),
        theirs=_one_way(of_them, by_us),
        events=by_them,
    )


def _one_way(parts: Iterable[Part], events: set[int]) -> OneWay:
    by_event: dict[int, list[Part]] = {}
    for part in parts:
        if part.event_id in events and part.capacity != Participation.Capacity.MENTIONED:
            by_event.setdefault(part.event_id, []).append(part)
    levels = [level_at(some) for some in by_event.values()]
    reached = [level for level in levels if level is not None]
    return OneWay(
        events=len(events),
        invited=len(by_event),
        took_part=len(reached),
        levels={level: reached.count(level) for level in Level},
    )


def level_at(parts: Sequence[Part]) -> Level | None:
    """The highest level of those who came to an event; where that is not known, of those who agreed."""
    agreed = [part for part in parts if has_only_agreed(part)]
    return level_of_those_there(parts) or _highest(agreed)


def level_of_those_there(parts: Sequence[Part]) -> Level | None:
    """The highest level of those who are known to have come."""
    return _highest([part for part in parts if part.actual == Participation.Actual.ATTENDED])


def has_only_agreed(part: Part) -> bool:
    """Whether somebody said yes, and it is not known whether they came."""
    return not part.actual and part.planned == Participation.Planned.ACCEPTED


def _highest(parts: Sequence[Part]) -> Level | None:
    return highest(level_of(part.held) for part in parts) if parts else None
