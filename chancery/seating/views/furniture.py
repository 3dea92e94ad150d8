"""Pages that change the furniture of a room by plain forms."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.reasons import in_words
from chancery.rules.seating import editing
from chancery.rules.seating.layout import LayoutRefused
from chancery.seating.actions import rooms as actions
from chancery.seating.forms.furniture import ADDED, KIND_WORDS, NotesForm, PieceForm
from chancery.seating.forms.rooms import SizeForm
from chancery.seating.models import Room
from chancery.seating.queries import rooms as queries
from chancery.seating.views.rooms import save_and_say


@office_page(Right.SEATING_EDIT)
def add(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Add a piece of furniture of the kind in the address."""
    row = _readable(office, room)
    kind = request.GET.get("kind", "")
    if kind not in dict(ADDED):
        return framed(request, "seating/furniture_kinds.html", room=row, kinds=ADDED)
    layout = row.layout
    middle = {"x": layout["width"] / 2, "y": layout["depth"] / 2}
    piece = {"id": editing.new_id(layout, kind), "kind": kind, **middle}
    form = PieceForm(request.POST or None, drawing=layout, piece=piece, is_new=True)
    return _piece_page(request, office, row, form, piece)


@office_page(Right.SEATING_EDIT)
def change(request: HttpRequest, office: Office, room: str, piece: str) -> HttpResponse:
    """Change, move or turn a piece of furniture."""
    row = _readable(office, room)
    chosen = _piece(row, piece)
    form = PieceForm(request.POST or None, drawing=row.layout, piece=chosen)
    return _piece_page(request, office, row, form, chosen)


def _piece_page(
    request: HttpRequest, office: Office, row: Room, form: PieceForm, piece: Mapping[str, Any]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        return _saved(request, office, row, form.layout)
    return framed(
        request,
        "seating/furniture_form.html",
        form=form,
        room=row,
        piece=piece,
        kind=KIND_WORDS[piece["kind"]],
        is_new=piece not in row.layout["furniture"],
        drawing=queries.read(row).drawing,
    )


@office_page(Right.SEATING_EDIT)
@require_POST
def delete(request: HttpRequest, office: Office, room: str, piece: str) -> HttpResponse:
    """Take a piece of furniture out; undo brings it back with what was noted for its seats."""
    row = _readable(office, room)
    _piece(row, piece)
    return _saved(request, office, row, editing.without_piece(row.layout, piece))


@office_page(Right.SEATING_EDIT)
def notes(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Note what is special about some seats."""
    row = _readable(office, room)
    form = NotesForm(request.POST or None, drawing=row.layout)
    if request.method == "POST" and form.is_valid():
        return _saved(request, office, row, form.layout)
    return framed(request, "seating/notes_form.html", form=form, room=row, drawing=queries.read(row).drawing)


@office_page(Right.SEATING_EDIT)
def size(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Change the sides of a room; furniture stays where it stands, measured from the upper left corner."""
    row = _readable(office, room)
    sides = {"width": round(row.layout["width"]), "depth": round(row.layout["depth"])}
    form = SizeForm(request.POST or None, initial=sides)
    if request.method == "POST" and form.is_valid():
        try:
            return _saved(request, office, row, {**row.layout, **form.cleaned_data})
        except LayoutRefused as refused:
            form.add_error(None, in_words(refused.reason))
    return framed(request, "seating/size_form.html", form=form, room=row)


def _readable(office: Office, code: str) -> Room:
    """A room whose drawing can be changed piece by piece. Errors: Http404."""
    row = queries.room_of(office.organiser, code)
    if queries.read(row).room is None:
        raise Http404
    return row


def _piece(row: Room, piece: str) -> Mapping[str, Any]:
    try:
        return editing.piece_of(row.layout, piece)
    except editing.NoSuchPiece:
        raise Http404 from None


def _saved(request: HttpRequest, office: Office, row: Room, layout: Mapping[str, Any]) -> HttpResponse:
    since = row.revision
    try:
        save_and_say(
            request, office, row, lambda: actions.save_layout(row, layout, by=office.actor, since=since)
        )
    except actions.RoomChangedSince as refused:
        messages.error(request, str(refused))
    return redirect(reverse("seating:room", args=[office.organiser.ref, row.code]))
