"""Reads of who was there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language

from chancery.base.languages import wording
from chancery.events import ordering
from chancery.events import queries as events
from chancery.events.models import Event, GuestCategory, Matter, Participation
from chancery.events.participants import Participant
from chancery.rules.presence import Attendee, Presence, is_countable, presence_of

COLUMNS = ("pk", "actual", "actual_proposed", "actual_reason", "actual_source__title")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the presence of one participation; all parts may be empty."""

    actual: str
    proposed: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Somebody:
    """
    Somebody in one capacity with the office of that day and what is known of the presence.

    `represents` and `represented_by` are names. A place in the order is empty for whoever holds none.
    """

    who: Participant
    known: Known
    title: str
    state: str
    category: str
    represents: str
    represented_by: Sequence[str]


def everybody_at(event: Event) -> list[Somebody]:
    """
    Return everybody in each capacity, by a fixed number of queries, named for the reader.

    Shape: first those who are placed in the order of precedence, with the office held on the day that counts
    for it; then the others as they were added.
    """
    language = get_language() or "en"
    order = ordering.order_of(event)
    known = _known(event)
    categories = _categories(event, language)
    by_key = {who.key: who for who in order.participants}
    standing_in: dict[int, list[str]] = {}
    for who in order.participants:
        if who.represents:
            standing_in.setdefault(who.represents, []).append(who.name)
    placed = [entry.who for entry in order.entries]
    refs = {who.ref for who in placed}
    listed = [*placed, *(who for who in order.participants if who.ref not in refs)]
    return [
        Somebody(
            who=who,
            known=known[who.key],
            title=_title(who, order.of(who.ref), language),
            state=_state(who, order.of(who.ref)),
            category=categories.get(who.category, "") if who.category else "",
            represents=by_key[who.represents].name if who.represents in by_key else "",
            represented_by=standing_in.get(who.key, ()),
        )
        for who in listed
    ]


def _known(event: Event) -> dict[int, Known]:
    rows = Participation.objects.filter(event=event).order_by("pk").values_list(*COLUMNS)
    return {
        key: Known(actual, proposed, reason, source or "") for key, actual, proposed, reason, source in rows
    }


def _categories(event: Event, language: str) -> dict[int, str]:
    rows = GuestCategory.objects.filter(event=event).order_by("position", "pk").values_list("pk", "names")
    return {key: wording(names, language).text for key, names in rows}


def _title(who: Participant, entry: ordering.Entry | None, language: str) -> str:
    if entry is not None:
        return wording(entry.title, language).text
    held = who.held[0].post if who.held else None
    post = who.post or held
    return wording(who.printed or (post.titles if post else {}), language).text


def _state(who: Participant, entry: ordering.Entry | None) -> str:
    return entry.state if entry is not None else who.state


def counted(people: Iterable[Somebody]) -> Presence:
    """Count who was there: each person once, nobody who was only mentioned, remembered or read out."""
    return presence_of(_attendee(each) for each in people)


def _attendee(each: Somebody) -> Attendee:
    who = each.who
    return Attendee(
        who=f"person {who.person}" if who.person else f"row {who.key}",
        capacity=who.capacity,
        actual=each.known.actual,
        proposed=each.known.proposed,
        category=str(who.category or ""),
        state=each.state,
    )


def can_be_noted(each: Somebody) -> bool:
    """Whether somebody can have been there in this capacity."""
    return is_countable(each.who.capacity)


def sizes_of(event: Event) -> Mapping[int, list[Matter]]:
    """The matters on how many came, by the category they count, each with its claims."""
    matters = Matter.objects.filter(event=event, kind__in=Matter.FIGURES, category__isnull=False)
    found: dict[int, list[Matter]] = {}
    for matter in matters.prefetch_related("claims__source").order_by("position", "pk"):
        found.setdefault(matter.category_id or 0, []).append(matter)
    return found


def rows_with(event: Event, codes: Sequence[str]) -> QuerySet[Participation, Any]:
    """The chosen ones of those who take part, in the order of adding."""
    return events.participations_of(event).filter(code__in=codes)
