"""Making, drawing, copying and deleting the rooms of an office."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.accounts.models import Organiser
from chancery.base import audit, taking, undo
from chancery.base.audit import Actor
from chancery.base.refs import free_ref
from chancery.directory.models import Visibility
from chancery.rules.seating.layout import read_layout, without_lost_seats
from chancery.seating.models import Plan, Room

SAVED = "seating.room.changed"


class RoomChangedSince(Exception):
    """Somebody else has changed the room since it was opened; the message says so in a sentence."""


class RoomInUse(Exception):
    """A room on which plans or other offices rest cannot be deleted; the message says so in a sentence."""


@transaction.atomic
def make_room(room: Room, layout: Mapping[str, Any], *, by: Actor) -> Room:
    """
    Make a room of an office with its furniture.

    Errors: LayoutRefused where the drawing is no room.
    """
    read_layout(layout)
    room.layout = dict(layout)
    return audit.create(room, by=by, code="seating.room.made")


@transaction.atomic
def name_room(room: Room, *, by: Actor) -> Room:
    """Save the names, the place and the note of a room."""
    audit.update(room, by=by, code=SAVED)
    return room


@transaction.atomic
def save_layout(room: Room, layout: Mapping[str, Any], *, by: Actor, since: int | None = None) -> Room:
    """
    Save the drawing of a room; what was noted for seats that are gone goes with them.

    `since` is the revision that was opened; without it nobody asks whether the room was changed meanwhile.
    Errors: LayoutRefused where the drawing is no room; RoomChangedSince. Nothing is saved then.
    """
    kept = without_lost_seats(layout)
    read_layout(kept)
    stored = Room.objects.select_for_update().get(pk=room.pk)
    if since is not None and since != stored.revision:
        sentence = _(
            "“%(name)s” was changed by somebody else meanwhile; open it again and repeat your change."
        )
        raise RoomChangedSince(sentence % {"name": stored})
    room.layout = kept
    if audit.update(room, by=by, code=SAVED):
        raise_revision(room)
    return room


@transaction.atomic
def copy_room(room: Room, *, by: Actor) -> Room:
    """Make another room with the same furniture, called a copy in each language."""
    names = {language: _copy_of(name, language) for language, name in room.names.items()}
    copied = Room(organiser_id=room.organiser_id, names=names, place=room.place, note=room.note)
    copied.layout = deepcopy(room.layout)
    return audit.create(copied, by=by, code="seating.room.copied")


@transaction.atomic
def take_room(source: Room, *, organiser: Organiser, by: Actor) -> Room:
    """Make an office's own copy of a room that it is shown, once; it lies in the own copy of the place."""
    taken = set(Room.objects.filter(organiser=organiser).values_list("ref", flat=True))
    return taking.take(
        source,
        organiser_id=organiser.pk,
        by=by,
        code="seating.room.taken",
        ref=free_ref(source.ref, taken, fallback=source.code),
        place=taking.own_copy(source.place, organiser.pk) if source.place else None,
        visibility=Visibility.OWN,
        revision=0,
    )


@transaction.atomic
def take_newer_room(room: Room, *, by: Actor) -> audit.Changes:
    """Let a room be drawn as its source is now; plans made in it see that it is another."""
    changes = taking.take_newer(room, by=by, code="seating.room.renewed")
    if "layout" in changes:
        raise_revision(room)
    return changes


def _copy_of(name: str, language: str) -> str:
    with override(language):
        return _("Copy of %(name)s") % {"name": name}


@transaction.atomic
def delete_room(room: Room, *, by: Actor) -> None:
    """Delete a room. Errors: RoomInUse where a plan was made in it or another office rests on it."""
    if room.taken_over.exists():
        words = _("“%(name)s” was taken over by other offices, which keep it in view; change it instead.")
        raise RoomInUse(words % {"name": room})
    try:
        with transaction.atomic():
            audit.delete(room, by=by, code="seating.room.deleted")
    except models.ProtectedError:
        plans = Plan.objects.filter(room=room).select_related("event").order_by("event__pk", "number")
        events = list(dict.fromkeys(str(plan.event) for plan in plans))
        sentence = _("“%(name)s” is used by plans of %(event)s; delete those plans first.")
        raise RoomInUse(sentence % {"name": room, "event": events[0]}) from None


def raise_revision(room: Room) -> None:
    """Tell whoever works from the room that it is another now."""
    Room.objects.filter(pk=room.pk).update(revision=F("revision") + 1)
    room.refresh_from_db(fields=["revision"])


@undo.after_undo("seating.room")
def _follow(row: models.Model, by: Actor) -> None:
    """A plan sees that its room changed back."""
    if isinstance(row, Room) and Room.objects.filter(pk=row.pk).exists():
        raise_revision(row)
