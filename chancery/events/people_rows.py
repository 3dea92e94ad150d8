"""Those who take part in an event as their page lists them: by capacity, planned and in fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import get_language

from chancery.accounts.roles import Right
from chancery.base.frame import Shape, Tone
from chancery.base.languages import wording
from chancery.events import queries
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Participation

type ShapeAndTone = tuple[Shape, Tone]

Planned, Actual = Participation.Planned, Participation.Actual

PLANNED: dict[str, ShapeAndTone] = {
    Planned.LISTED: (Shape.OPEN, Tone.PLAIN),
    Planned.INVITED: (Shape.HALF, Tone.PLAIN),
    Planned.ACCEPTED: (Shape.YES, Tone.GOOD),
    Planned.DECLINED: (Shape.NO, Tone.WRONG),
    Planned.REPRESENTED: (Shape.DIAMOND, Tone.PLAIN),
}
ACTUAL: dict[str, ShapeAndTone] = {
    Actual.UNKNOWN: (Shape.UNSET, Tone.PLAIN),
    Actual.ATTENDED: (Shape.YES, Tone.GOOD),
    Actual.ABSENT: (Shape.NO, Tone.WRONG),
    Actual.REPRESENTED: (Shape.DIAMOND, Tone.PLAIN),
    Actual.SENT_MESSAGE: (Shape.SQUARE, Tone.PLAIN),
    Actual.WATCHED: (Shape.HALF, Tone.PLAIN),
    Actual.STAYED_AWAY: (Shape.CROSS, Tone.CAREFUL),
    Actual.REFUSED_ENTRY: (Shape.BAR, Tone.WRONG),
    Actual.NOT_PRESENT: (Shape.UNSET, Tone.PLAIN),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a participation, planned or actual, as shape and word; the word is empty where unknown."""

    word: str
    shape: Shape = Shape.UNSET
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class PersonLine:
    """
    Somebody in one capacity; `line` is the capacity as printed or the title of the office.

    `url` leads to the page on which it is changed, empty for a reader who may not.
    """

    name: str
    url: str
    line: str
    state: str
    note: str
    planned: Side
    actual: Side


@dataclass(frozen=True, slots=True)
class CapacityGroup:
    """All who take part in one capacity, as they were added."""

    capacity: str
    lines: Sequence[PersonLine]


def groups_of(office: EventOffice) -> list[CapacityGroup]:
    """Return who takes part beside the guests, by capacity, in the reader's language."""
    people = queries.people_of(office.event)
    return [
        CapacityGroup(str(Participation.Capacity(capacity).label), [_line(who, office) for who in members])
        for capacity, members in groupby(people, key=lambda who: who.capacity)
    ]


def _line(who: Participation, office: EventOffice) -> PersonLine:
    body = who.office.body if who.office else who.body
    language = get_language() or "en"
    return PersonLine(
        name=who.name_printed if who.person else wording(_titles(who), language).text,
        url=address(office, "events:person", who=who.code) if office.may(Right.EVENTS_EDIT) else "",
        line=wording(who.capacity_line, language).text,
        state=body.state if body else "",
        note=who.actual_reason,
        planned=_side(who.get_planned_display() if who.planned else "", PLANNED.get(who.planned)),
        actual=_side(who.get_actual_display() if who.actual else "", ACTUAL.get(who.actual)),
    )


def _titles(who: Participation) -> dict[str, str]:
    return who.office.titles if who.office else who.body.names if who.body else {}


def _side(word: str, mark: ShapeAndTone | None) -> Side:
    shape, tone = mark or (Shape.UNSET, Tone.PLAIN)
    return Side(word, shape, tone)
