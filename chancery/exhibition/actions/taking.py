"""What is taken over from a campaign: a copy of the row with its texts and rights; its files are shared."""

from collections.abc import Iterable
from datetime import date

from django.db import models, transaction

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.refs import free_ref
from chancery.base.taking import own_copy
from chancery.base.twins import fresh
from chancery.exhibition.actions.films import check_file
from chancery.exhibition.models import TOLD_OF_WORKS, Exhibit, Exhibition, Film, Room, Work
from chancery.exhibition.offering import Extent, extent_of
from chancery.occasions.models import Campaign

TOLD_OF_FILMS = ("titles", "about", "makers", "year", "language", "duration_seconds", "poster_alt_texts")
FILES_OF_FILMS = ("file", "poster")
TOLD_OF_EXHIBITIONS = ("titles", "about", "makers", "credits")


class NotAllowed(Exception):
    """The rights do not allow it to be taken over; the message is one sentence."""


@transaction.atomic
def offer(row: Film | Exhibition, campaign: Campaign | None, *, by: Actor) -> audit.Changes:
    """Offer a film or an exhibition to those who serve a campaign, or no longer; copies stay as they are."""
    row.campaign = campaign
    return audit.update(row, by=by, code=f"exhibition.{row._meta.model_name}.offered")


@transaction.atomic
def take_film(source: Film, *, organiser: Organiser, today: date, by: Actor) -> Film:
    """Make an office's own copy of a film with its subtitles, once. Errors: NotAllowed."""
    kept = own_copy(source, organiser.pk)
    if kept is not None:
        return kept
    extent = extent_of(source, source.organiser, today)
    if extent.reason:
        raise NotAllowed(extent.reason)
    film = _owned_twin(source, organiser)
    _give_rights(film, extent)
    film.source, film.taken = source, source.content()
    audit.create(film, by=by, code="exhibition.film.taken")
    _copy_subtitles(source, film, by=by)
    check_file(film)
    return film


@transaction.atomic
def take_exhibition(source: Exhibition, *, organiser: Organiser, today: date, by: Actor) -> Exhibition:
    """Make an office's own copy of an exhibition with its rooms and the works whose rights allow it, once."""
    kept = own_copy(source, organiser.pk)
    if kept is not None:
        return kept
    taken = _owned_twin(source, organiser)
    taken.is_published, taken.published_at = False, None
    taken.source, taken.taken = source, source.content()
    audit.create(taken, by=by, code="exhibition.exhibition.taken")
    _hang(source, taken, today=today, by=by)
    return taken


@transaction.atomic
def take_newer_film(film: Film, *, today: date, by: Actor) -> None:
    """Let a film say and show what its source does now. Errors: NotAllowed."""
    source = film.source
    if not isinstance(source, Film):
        return
    extent = extent_of(source, source.organiser, today)
    if extent.reason:
        raise NotAllowed(extent.reason)
    _retell(film, source, (*TOLD_OF_FILMS, *FILES_OF_FILMS))
    _give_rights(film, extent, source)
    film.taken = source.content()
    audit.update(film, by=by, code="exhibition.film.renewed")
    for old in film.subtitles.order_by("pk"):
        audit.delete(old, by=by, code="exhibition.subtitles.deleted")
    _copy_subtitles(source, film, by=by)
    check_file(film)


@transaction.atomic
def take_newer_exhibition(exhibition: Exhibition, *, today: date, by: Actor) -> None:
    """
    Let an exhibition and its works say what the source does now, with the works that came since.

    What no longer hangs in the source stays here; its rights may have changed, which its page says.
    """
    source = exhibition.source
    if not isinstance(source, Exhibition):
        return
    _retell(exhibition, source, TOLD_OF_EXHIBITIONS)
    exhibition.taken = source.content()
    audit.update(exhibition, by=by, code="exhibition.exhibition.renewed")
    _hang(source, exhibition, today=today, by=by)


def left_out(source: Exhibition, today: date) -> list[tuple[Work, Extent]]:
    """Return the works of an exhibition that may not be taken over, or whose rights do not extend."""
    works = [exhibit.work for exhibit in source.exhibits.select_related("work").order_by("position", "id")]
    extents = [(work, extent_of(work, source.organiser, today)) for work in works]
    return [(work, extent) for work, extent in extents if extent.reason or extent.said]


def _hang(source: Exhibition, target: Exhibition, *, today: date, by: Actor) -> None:
    """Hang the works of the source in their rooms; one that hangs there already is told anew."""
    rooms = _copy_rooms(source, target, by=by)
    hung = {exhibit.ref: exhibit for exhibit in target.exhibits.select_related("work")}
    exhibits = source.exhibits.select_related("work", "room").order_by("position", "id")
    for exhibit in exhibits:
        extent = extent_of(exhibit.work, source.organiser, today)
        if extent.reason:
            continue
        if exhibit.ref in hung:
            work = hung[exhibit.ref].work
            _retell(work, exhibit.work, (*TOLD_OF_WORKS, "picture"))
            _give_rights(work, extent, exhibit.work)
            audit.update(work, by=by, code="exhibition.work.renewed")
        else:
            _hang_new(exhibit, target, rooms, extent, by=by)


def _hang_new(
    exhibit: Exhibit, target: Exhibition, rooms: dict[str, Room], extent: Extent, *, by: Actor
) -> None:
    work = _owned_twin(exhibit.work, target.organiser)
    work.lender_body = work.lender_person = None
    _give_rights(work, extent)
    audit.create(work, by=by, code="exhibition.work.taken")
    place = fresh(exhibit)
    place.exhibition, place.work = target, work
    place.room = rooms.get(exhibit.room.ref) if exhibit.room else None
    audit.create(place, by=by, code="exhibition.exhibit.added")


def _copy_rooms(source: Exhibition, target: Exhibition, *, by: Actor) -> dict[str, Room]:
    rooms = {room.ref: room for room in target.rooms.order_by("pk")}
    for room in source.rooms.order_by("position", "pk"):
        if room.ref not in rooms:
            rooms[room.ref] = fresh(room)
            rooms[room.ref].exhibition = target
            audit.create(rooms[room.ref], by=by, code="exhibition.room.created")
    return rooms


def _copy_subtitles(source: Film, film: Film, *, by: Actor) -> None:
    copies = [fresh(each) for each in source.subtitles.order_by("position", "pk")]
    for each in copies:
        each.film = film
    audit.create_all(copies, by=by, code="exhibition.subtitles.added")


def _retell(row: Film | Exhibition | Work, source: models.Model, names: Iterable[str]) -> None:
    for name in names:
        setattr(row, name, getattr(source, name))


def _give_rights(row: Film | Work, extent: Extent, source: Film | Work | None = None) -> None:
    row.rights, row.rights_note = extent.rights, extent.note[:NOTE_LENGTH]
    if source is not None:
        row.licence, row.licence_address = source.licence, source.licence_address
        row.rights_until = source.rights_until


NOTE_LENGTH = 300


def _owned_twin[Row: (Film, Exhibition, Work)](source: Row, organiser: Organiser) -> Row:
    """A copy of a row for another office, by a short name that is free there; its files are the same."""
    twin = fresh(source)
    taken = set(type(source)._default_manager.filter(organiser=organiser).values_list("ref", flat=True))
    twin.organiser, twin.ref = organiser, free_ref(source.ref, taken, fallback=source.code)
    return twin
