"""Events from what Indico and pretix export as JSON: drafts with title, days, hours and place, once each."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import transaction
from django.utils.text import slugify

from chancery.accounts.models import Organiser
from chancery.base import audit, sent_json
from chancery.base.audit import Actor
from chancery.desk.bringing.tables import moment_of
from chancery.directory.importing.problems import UnreadableFile
from chancery.events import actions
from chancery.events.models import Event, Place, Station
from chancery.rules.names.folding import fold
from chancery.rules.reasons import gettext_noop

NOT_KNOWN = gettext_noop(
    "This is no export of events that is known; take /export/event/NUMBER.json of Indico, or the events of "
    "the interface of pretix."
)
LONGEST = 200


@dataclass(frozen=True, slots=True)
class ForeignEvent:
    """
    An event of another program: `ref` is what it is known by here, for ever the same.

    `titles` are by language, "" for one that is not told. `starts` and `ends` are in `zone`, empty ones None.
    """

    ref: str
    titles: dict[str, str]
    starts: datetime | None
    ends: datetime | None
    zone: str
    place: str
    address: str


def read_events(content: bytes) -> list[ForeignEvent]:
    """Read events as JSON. Errors: UnreadableFile."""
    try:
        read = sent_json.read_json(content.removeprefix(BOM_UTF8))
        rows = read if isinstance(read, list) else read.get("results", [read])
        found = [_indico(row) if "startDate" in row else _pretix(row) for row in rows]
    except (ValueError, TypeError, KeyError, AttributeError):
        raise UnreadableFile(NOT_KNOWN) from None
    if not found:
        raise UnreadableFile(NOT_KNOWN)
    return found


@transaction.atomic
def bring_events(
    found: Sequence[ForeignEvent], *, organiser: Organiser, by: Actor
) -> tuple[list[Event], int]:
    """Plan each event that is not here yet, as a draft; return those, and how many were here already."""
    refs = [each.ref for each in found]
    known = set(Event.objects.filter(organiser=organiser, ref__in=refs).values_list("ref", flat=True))
    fresh = {each.ref: each for each in found if each.ref not in known}
    return [_planned(each, organiser, by) for each in fresh.values()], len(found) - len(fresh)


def _indico(row: Any) -> ForeignEvent:
    return ForeignEvent(
        ref=slugify(f"indico-{row['id']}"),
        titles={"": str(row["title"])[:LONGEST]},
        starts=_moment_of_indico(row.get("startDate")),
        ends=_moment_of_indico(row.get("endDate")),
        zone=str(row.get("timezone") or ""),
        place=", ".join(part for part in (row.get("room"), row.get("location")) if part)[:LONGEST],
        address=str(row.get("address") or ""),
    )


def _moment_of_indico(told: Any) -> datetime | None:
    if not told:
        return None
    read = datetime.fromisoformat(f"{told['date']}T{told['time']}")
    return read.replace(tzinfo=ZoneInfo(told.get("tz") or "UTC"))


def _pretix(row: Any) -> ForeignEvent:
    name, location = row["name"], row.get("location") or ""
    titles = {"": name} if isinstance(name, str) else {key: str(text) for key, text in name.items() if text}
    places = [location] if isinstance(location, str) else [text for text in location.values() if text]
    place, _line, address = next(iter(places), "").strip().partition("\n")
    return ForeignEvent(
        ref=slugify(f"pretix-{row['slug']}"),
        titles={language: text[:LONGEST] for language, text in titles.items()},
        starts=moment_of(str(row.get("date_from") or "")),
        ends=moment_of(str(row.get("date_to") or "")),
        zone=str(row.get("timezone") or ""),
        place=place.strip()[:LONGEST],
        address=address.strip(),
    )


def _planned(told: ForeignEvent, organiser: Organiser, by: Actor) -> Event:
    zone = _zone(told.zone, organiser)
    starts, ends = (moment.astimezone(zone) if moment else None for moment in (told.starts, told.ends))
    own = next(iter(organiser.languages), "en")
    is_longer = bool(starts and ends and ends.date() > starts.date())
    event = actions.plan_event(
        organiser=organiser,
        by=by,
        ref=told.ref,
        titles={language or own: text for language, text in told.titles.items()},
        held_on=starts.date() if starts else None,
        held_until_on=ends.date() if ends and is_longer else None,
        starts_at=starts.time() if starts else None,
        ends_at=ends.time() if ends else None,
        time_zone=zone.key,
    )
    if told.place:
        place = _place(told, organiser, own, by)
        audit.create(Station(event=event, place=place), by=by, code="events.station.created")
    return event


def _place(told: ForeignEvent, organiser: Organiser, language: str, by: Actor) -> Place:
    """The place of the office that is called so, else a new one."""
    for place in Place.objects.filter(organiser=organiser).order_by("pk"):
        if fold(told.place) in {fold(name) for name in place.names.values()}:
            return place
    return actions.save_place(
        Place(organiser=organiser, names={language: told.place}, address=told.address), by=by
    )


def _zone(name: str, organiser: Organiser) -> ZoneInfo:
    try:
        return ZoneInfo(name or organiser.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(organiser.time_zone)


def in_words(found: Sequence[ForeignEvent]) -> Iterator[str]:
    """One line for each event, as it was read."""
    for each in found:
        day = each.starts.date().isoformat() if each.starts else "no day"
        yield f"{each.ref}: {next(iter(each.titles.values()), '')} ({day})"
