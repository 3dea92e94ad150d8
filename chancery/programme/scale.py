"""The running order as its page draws it: a time scale where length is duration."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base.cldr import language_in_words
from chancery.base.frame import ReasonLine
from chancery.base.languages import listed, wording
from chancery.base.parts import CueLine, Move, ScaleItem
from chancery.base.reasons import in_words, reason_line
from chancery.events.access import EventOffice
from chancery.programme import faces, queries
from chancery.programme.models import Item
from chancery.programme.screens import rights_trouble
from chancery.rules import timing

# Deeper parts stand as far in as these.
DEEPEST_DRAWN = 3


@dataclass(frozen=True, slots=True)
class Trouble:
    """What stands against an item in one sentence; `is_wrong` has to be mended, the rest may be meant."""

    words: str
    is_wrong: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """What happened of an item, beside its plan; parts that are not known are empty."""

    times: str
    length: str
    words: str
    outcome: str


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """
    One item with what its row needs beside the drawing.

    `depth` is how deep it is nested; `beside` is the place in a group of items side by side: `first`,
    `inside` or `last`, empty outside of one. An item whose parts follow it, or that was dropped, has no
    height of its own. `is_exact` is a time told to the second.
    """

    code: str
    item: ScaleItem
    depth: int
    beside: str
    group: str
    about: Sequence[str]
    arrival: str
    notes: Sequence[str]
    troubles: Sequence[Trouble]
    fact: Fact | None
    is_dropped: bool
    is_exact: bool
    why_url: str
    happened_url: str


@dataclass(frozen=True, slots=True)
class Scale:
    """
    The whole running order: its rows as they run, when it begins and ends, and what is wrong with it.

    `wrong` counts what has to be mended, `first_wrong` is the code of the row where that begins.
    """

    rows: Sequence[ScaleRow]
    begins: str
    ends: str
    wrong: int
    first_wrong: str
    trouble: str
    is_elastic: bool


def scale_of(office: EventOffice, listed: Sequence[Item]) -> Scale:
    """Draw the items of an event, given as listed, with their computed times in the reader's language."""
    items = queries.as_they_run(listed)
    plan = {timed.item_id: timed for timed in queries.timing_of(office.event, items).items}
    places = _places(items)
    rows = [_row(office, item, plan[item.ref], places[item.pk]) for item in items]
    wrong = [row.code for row in rows for trouble in row.troubles if trouble.is_wrong]
    trouble = queries.structure_trouble(listed)
    return Scale(
        rows=rows,
        begins=next((timing.moment_words(timed.start) for timed in plan.values() if timed.start), ""),
        ends=_end(plan.values()),
        wrong=len(wrong),
        first_wrong=next(iter(wrong), ""),
        trouble=in_words(trouble) if trouble else "",
        is_elastic=any(item.is_elastic for item in items),
    )


def _end(plan: Iterable[timing.Timed]) -> str:
    """The latest end; not known as soon as the end of one item that takes part is not."""
    ends = [timed.end for timed in plan if timed.how is not timing.How.DROPPED]
    known = [end for end in ends if end is not None]
    if not known or len(known) < len(ends):
        return ""
    return timing.moment_words(max(known, key=lambda end: end.seconds))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an item stands: how deep, where in a group side by side, and whether its parts follow it."""

    depth: int
    beside: str
    has_parts: bool


def _places(items: Sequence[Item]) -> dict[int, _Place]:
    parents = {item.parent_id for item in items}
    groups = [(item.parent_id, item.parallel) if item.parallel else None for item in items]
    around = pairwise(pairwise([None, *groups, None]))
    places: dict[int, _Place] = {}
    for item, ((before, group), (_same, after)) in zip(items, around, strict=True):
        above = places.get(item.parent_id) if item.parent_id else None
        beside = "" if group is None else _place_beside(group != before, group != after)
        places[item.pk] = _Place(above.depth + 1 if above else 0, beside, item.pk in parents)
    return places


def _place_beside(is_first: bool, is_last: bool) -> str:
    if is_first:
        return "first"
    return "last" if is_last else "inside"


def _row(office: EventOffice, item: Item, timed: timing.Timed, place: _Place) -> ScaleRow:
    language = get_language() or "en"
    route = [office.organiser.ref, office.event.code, item.code]
    may_edit = office.may(Right.PROGRAMME_EDIT)
    is_dropped = timed.how is timing.How.DROPPED
    drawn = ScaleItem(
        title=wording(item.titles, language).text or item.get_kind_display(),
        url=reverse("programme:change", args=route) if may_edit else "",
        clock=timing.moment_words(timed.start) if timed.start else item.printed_time,
        length=length_words(item, timed),
        seconds=0 if place.has_parts or is_dropped else timed.seconds or 0,
        kind=item.get_kind_display(),
        place=wording(item.place.names, language).text if item.place else "",
        is_anchored=item.is_anchored,
        is_elastic=item.is_elastic,
        least_minutes=-(-(item.shortest_seconds or 60) // 60),
        most_minutes=(item.longest_seconds or 86_400) // 60,
        faces=faces.faces_of(item, language),
        cues=[CueLine(cue.department, f"{cue.get_kind_display()}: {cue.text}") for cue in item.cues.all()],
    )
    return ScaleRow(
        code=item.code,
        item=drawn,
        depth=min(place.depth, DEEPEST_DRAWN),
        beside=place.beside,
        group=item.parallel,
        about=list(_about(item, language)),
        arrival=timing.moment_words(timed.latest_arrival) if timed.latest_arrival else "",
        notes=faces.notes_of(item, language),
        troubles=[
            *(Trouble(in_words(each.reason), each.is_wrong) for each in timed.conflicts),
            *_rights(item, office),
        ],
        fact=_fact(item, ZoneInfo(office.event.time_zone)),
        is_dropped=is_dropped,
        is_exact=bool(timed.start and timed.start.clock.second),
        why_url=reverse("programme:why", args=route),
        happened_url=reverse("programme:happened", args=route) if may_edit else "",
    )


def _rights(item: Item, office: EventOffice) -> Iterable[Trouble]:
    """Films of the item that may not be shown: a warning, for nothing keeps the hall from going on."""
    for showing in item.showings.all():
        if words := rights_trouble(showing, office.event.held_on):
            yield Trouble(words, is_wrong=False)


def _about(item: Item, language: str) -> Iterable[str]:
    """What stands under the title after kind and place."""
    if item.track:
        yield _("track “%(track)s”") % {"track": item.track}
    if item.languages:
        yield listed(language_in_words(code, language) for code in item.languages)
    if item.responsible:
        yield item.responsible
    if item.transition_seconds:
        length = timing.duration_words(item.transition_seconds)
        yield _("%(length)s needed before it") % {"length": length}
    if item.status != Item.Status.FIXED:
        status = str(item.get_status_display())
        yield f"{status} ({item.status_reason})" if item.status_reason else status
    if not item.is_public:
        yield _("not printed")


def _fact(item: Item, zone: ZoneInfo) -> Fact | None:
    if not (item.happened or item.started_at or item.ended_at or item.outcome):
        return None
    begun, ended = (at.astimezone(zone) if at else None for at in (item.started_at, item.ended_at))
    lasted = round((ended - begun).total_seconds()) if begun and ended else 0
    return Fact(
        times="–".join(f"{at:%H:%M}" for at in (begun, ended) if at),
        length=timing.duration_words(lasted) if lasted else "",
        words=str(item.get_happened_display()) if item.happened else "",
        outcome=item.outcome,
    )


def length_words(item: Item, timed: timing.Timed) -> str:
    """The planned length of an item, that of a silence always in seconds (R90); empty if it is not known."""
    if not timed.seconds:
        return ""
    is_silence = item.kind == Item.Kind.SILENCE
    return timing.silence_words(timed.seconds) if is_silence else timing.duration_words(timed.seconds)


def span_words(item: Item, timed: timing.Timed) -> str:
    """The planned begin, end and length of an item, as far as they are known: 17:03–17:18 · 15 min."""
    edges = "–".join(timing.moment_words(at) for at in (timed.start, timed.end) if at)
    return " · ".join(part for part in (edges, length_words(item, timed)) if part)


def reason_lines(timed: timing.Timed) -> list[ReasonLine]:
    """Say how the time of an item was found, and what stands against it."""
    reasons = [*timed.reasons, *(conflict.reason for conflict in timed.conflicts)]
    return [reason_line(reason) for reason in reasons]


def moves_between(before: Sequence[Item], after: Sequence[Item]) -> list[Move]:
    """
    Name the fewest items that explain the new order, with places counted from 1.

    Who only slid because another was lifted over them did not move.
    """
    was = {item.pk: place for place, item in enumerate(before)}
    stayed = _longest_rising([was[item.pk] for item in after])
    return [
        Move(str(item), was[item.pk] + 1, place + 1)
        for place, item in enumerate(after)
        if was[item.pk] not in stayed
    ]


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """One longest rising subsequence of different numbers (patience sorting)."""
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        previous[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    chain: set[int] = set()
    number_or_none: int | None = ends[-1] if ends else None
    while number_or_none is not None:
        chain.add(number_or_none)
        number_or_none = previous[number_or_none]
    return chain
