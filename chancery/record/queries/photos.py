"""Reads of the photographs of an event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from chancery.base.models import StoredFile
from chancery.events.models import Event, Participation
from chancery.programme import queries as programme
from chancery.programme.models import Item
from chancery.record.models import Photo, PhotoPerson
from chancery.record.queries.photo_wishes import NOBODY, Standing, standings, wishes_among, wishes_of

READY = StoredFile.State.READY


class Filter(StrEnum):
    """Which photographs are looked at."""

    ALL = ""
    PRESS = "press"
    PUBLIC = "public"
    NO_CAPTION = "without-caption"
    ASIDE = "aside"


WHICH: Mapping[str, Q] = {
    Filter.ALL: Q(is_set_aside=False),
    Filter.PRESS: Q(is_for_press=True),
    Filter.PUBLIC: Q(is_public=True),
    Filter.NO_CAPTION: Q(is_set_aside=False, captions={}, deeds={}, people=None),
    Filter.ASIDE: Q(is_set_aside=True),
}


@dataclass(frozen=True, slots=True)
class Span:
    """When an item took place, or was to take place; the end is the next beginning where none is known."""

    item: Item
    start: datetime
    end: datetime


def photos_of(event: Event) -> QuerySet[Photo]:
    """The photographs of an event with their files, as they were taken; those without a time come last."""
    found = Photo.objects.filter(event=event).select_related("file", "item")
    return found.order_by(F("file__taken_at").asc(nulls_last=True), "position", "id")


def filtered(event: Event, which: str) -> QuerySet[Photo]:
    """The photographs of an event that a filter shows."""
    return photos_of(event).filter(WHICH[which])


def counts_of(event: Event) -> dict[str, int]:
    """How many photographs each filter shows."""
    named = {
        which or "all": Count("pk", filter=condition, distinct=True) for which, condition in WHICH.items()
    }
    kept = {name.replace("-", "_"): count for name, count in named.items()}
    found = Photo.objects.filter(event=event).aggregate(**kept)
    return {which: found[(which or "all").replace("-", "_")] for which in WHICH}


def photo_of(event: Event, code: str) -> Photo | None:
    """One photograph of an event."""
    photo = photos_of(event).filter(code=code).first()
    if photo is not None:
        photo.event = event
    return photo


def people_on(photos: Sequence[Photo]) -> dict[int, list[PhotoPerson]]:
    """Who is on each photograph, row by row from left to right."""
    found: dict[int, list[PhotoPerson]] = {photo.pk: [] for photo in photos}
    rows = PhotoPerson.objects.filter(photo__in=list(found)).order_by("row", "position", "id")
    named = rows.select_related(
        "participation__person", "participation__body", "participation__office__body"
    ).prefetch_related("participation__person__names")
    for person in named:
        found[person.photo_id].append(person)
    return found


def beside(event: Event, photo: Photo) -> tuple[str, str]:
    """The codes of the photograph before and of the one after; empty at the ends."""
    codes = list(filtered(event, Filter.ALL).values_list("code", flat=True))
    if photo.code not in codes:
        return "", ""
    at = codes.index(photo.code)
    return (codes[at - 1] if at else "", codes[at + 1] if at + 1 < len(codes) else "")


def waiting_in(event: Event) -> tuple[int, int]:
    """How many photographs of an event are not prepared yet, and how many cannot be used."""
    files = StoredFile.objects.filter(photos__event=event)
    state = StoredFile.State
    found = files.aggregate(
        waiting=Count("pk", filter=Q(state=state.WAITING)), refused=Count("pk", filter=Q(state=state.REFUSED))
    )
    return found["waiting"], found["refused"]


def shown_in_public(event: Event) -> list[Photo]:
    """The photographs of the public gallery; never one with somebody who does not want to be shown (R122)."""
    return _not_held_back(event, photos_of(event).filter(is_public=True))


def public_among(codes: Sequence[str], *, of: QuerySet[Event, Any] | None = None) -> list[Photo]:
    """
    Those of the photographs called `codes` that are in a public gallery, newest first; perhaps `of` events.

    As in `shown_in_public` a refusal holds for all capacities of somebody at an event (R122).
    """
    found = Photo.objects.filter(code__in=codes, is_public=True)
    if of is not None:
        found = found.filter(event__in=of)
    newest = found.order_by(F("file__taken_at").desc(nulls_last=True), "-id")
    return _without_unwilling(newest.select_related("file", "event__organiser"), _on(codes))


def _on(codes: Sequence[str]) -> QuerySet[Participation]:
    """Everybody on some photographs, in each capacity in which they take part in the event."""
    on_photo = Participation.objects.filter(photos__photo__code__in=codes)
    same = on_photo.filter(person=OuterRef("person"), event=OuterRef("event"))
    shown = Q(pk__in=on_photo.order_by().values("pk")) | Exists(same)
    return Participation.objects.filter(shown)


def shown_to_press(event: Event) -> list[Photo]:
    """The photographs for the press; never one with somebody who does not want to be shown (R122)."""
    return _not_held_back(event, photos_of(event).filter(is_for_press=True))


def _not_held_back(event: Event, found: QuerySet[Photo]) -> list[Photo]:
    return _without_unwilling(found, Participation.objects.filter(event=event))


def _without_unwilling(found: QuerySet[Photo], taking_part: QuerySet[Participation]) -> list[Photo]:
    photos = list(found.filter(is_set_aside=False, file__state=READY))
    held = standings(photos, wishes_among(taking_part)) if photos else {}
    return [photo for photo in photos if not held.get(photo.pk, NOBODY).is_held_back]


def standings_in(event: Event, photos: Sequence[Photo]) -> dict[int, Standing]:
    """How each of `photos` stands to the wishes, by its key."""
    return standings(photos, wishes_of(event))


def spans_of(event: Event) -> list[Span]:
    """When the items of an event took place, as it was where that is known, else as it was planned."""
    items = list(programme.items_alone(event))
    planned = {timed.item_id: timed for timed in programme.timing_of(event, items).items}
    times = []
    for item in items:
        timed = planned.get(item.ref)
        start = item.started_at or (timed.start.instant if timed and timed.start else None)
        end = item.ended_at or (timed.end.instant if timed and timed.end and not item.started_at else None)
        if start is not None:
            times.append((start, end, item))
    times.sort(key=lambda each: (each[0], each[2].position))
    return [Span(item, start, end or _next(times, start)) for start, end, item in times]


def _next(times: Sequence[tuple[datetime, datetime | None, Item]], start: datetime) -> datetime:
    later = [other for other, _end, _item in times if other > start]
    return later[0] if later else start + timedelta(hours=1)


def item_at(spans: Sequence[Span], moment: datetime | None) -> Item | None:
    """The item during which something was; where one lies within another, the one that began last."""
    if moment is None:
        return None
    holding = [span for span in spans if span.start <= moment < span.end]
    return holding[-1].item if holding else None
