"""The drawing of a room, changed on the screen: the page, a piece drawn anew, and saving."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import sent_json
from chancery.base.frame import framed
from chancery.base.reasons import in_words
from chancery.rules.seating.layout import LayoutRefused
from chancery.seating import piece_fields
from chancery.seating.actions import rooms as actions
from chancery.seating.models import Room
from chancery.seating.piece_svg import piece_svg, pieces_svg
from chancery.seating.queries import rooms as queries

MOST_AT_ONCE = 500


class UnreadableDrawing(ValueError):
    """What was sent is no drawing; the message says so in a sentence."""


@office_page(Right.SEATING_EDIT)
def edit_room(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Show the drawing of a room to be changed; a POST of the changed drawing saves it."""
    chosen = queries.room_of(office.organiser, room)
    if request.method == "POST":
        return _save(request, office, chosen)
    if not (read := queries.read(chosen)).drawing:
        # The page of the room says why its drawing cannot be read.
        return redirect("seating:room", ref=office.organiser.ref, room=chosen.code)
    kinds = piece_fields.kinds()
    tables, marks = piece_fields.palette(kinds)
    return framed(
        request,
        "seating/edit_room.html",
        room=chosen,
        drawing=read.drawing,
        layout_json=json.dumps(chosen.layout),
        pieces=pieces_svg(chosen.layout),
        begins=json.dumps({kind.key: dict(kind.begins) for kind in kinds}),
        draw_url=reverse("seating:draw-pieces", args=[office.organiser.ref, chosen.code]),
        kinds=kinds,
        tables=tables,
        marks=marks,
    )


def _save(request: HttpRequest, office: Office, room: Room) -> JsonResponse:
    """
    Save the drawing that was sent, and answer the revision that it has now.

    Shape: `revision`; `sentence` and `newest`, the present revision, where somebody else was faster;
    `sentence` where it is no room. Nothing is saved without `revision`.
    """
    try:
        sent = sent_in(request)
        saved = actions.save_layout(room, _drawing(sent), by=office.actor, since=_revision(sent))
    except actions.RoomChangedSince as faster:
        present = Room.objects.values_list("revision", flat=True).get(pk=room.pk)
        return JsonResponse({"sentence": str(faster), "newest": present})
    except LayoutRefused as refused:
        return _refused(in_words(refused.reason))
    except UnreadableDrawing as unreadable:
        return _refused(str(unreadable))
    return JsonResponse({"revision": saved.revision})


@require_POST
@office_page(Right.SEATING_EDIT)
def draw_pieces(request: HttpRequest, office: Office, room: str) -> JsonResponse:
    """Draw pieces of furniture as they would be, in their order, or tell what is wrong; nothing is saved."""
    queries.room_of(office.organiser, room)
    try:
        sent = sent_in(request)
        pieces, notes = sent.get("furniture"), sent.get("seats") or {}
        if not isinstance(pieces, list) or len(pieces) > MOST_AT_ONCE or not isinstance(notes, Mapping):
            raise UnreadableDrawing(_unreadable())
        return JsonResponse({"pieces": [piece_svg(piece, notes) for piece in pieces]})
    except LayoutRefused as refused:
        return _refused(in_words(refused.reason))
    except UnreadableDrawing as unreadable:
        return _refused(str(unreadable))


def sent_in(request: HttpRequest) -> Mapping[str, Any]:
    try:
        sent = sent_json.read_json(request.body)
    except sent_json.NotReadable:
        raise UnreadableDrawing(_unreadable()) from None
    if not isinstance(sent, Mapping):
        raise UnreadableDrawing(_unreadable())
    return sent


def _drawing(sent: Mapping[str, Any]) -> Mapping[str, Any]:
    layout = sent.get("layout")
    if not isinstance(layout, Mapping):
        raise UnreadableDrawing(_unreadable())
    return layout


def _revision(sent: Mapping[str, Any]) -> int:
    """The revision that was opened: without it a newer drawing could be lost unseen."""
    since = sent.get("since")
    if not isinstance(since, int) or isinstance(since, bool):
        raise UnreadableDrawing(_unreadable())
    return since


def _refused(sentence: str) -> JsonResponse:
    """A drawing that is refused is an ordinary answer: it happens while somebody is still drawing."""
    return JsonResponse({"sentence": sentence})


def _unreadable() -> str:
    return _("The drawing arrived incomplete; save it once more.")
