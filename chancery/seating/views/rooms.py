"""Pages of the rooms of an office: their list, a new one, one of them with its furniture."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import audit, history, undo
from chancery.base.frame import framed, say_with_undo
from chancery.base.models import AuditLine
from chancery.base.reasons import reason_line
from chancery.directory import giving
from chancery.seating import room_rows
from chancery.seating.actions import rooms as actions
from chancery.seating.forms.furniture import ADDED, NotesForm
from chancery.seating.forms.rooms import NewRoomForm, RoomForm
from chancery.seating.models import Room
from chancery.seating.queries import rooms as queries


@office_page(Right.SEATING_VIEW)
def rooms(request: HttpRequest, office: Office) -> HttpResponse:
    """List the rooms of the office with their drawings."""
    rows = sorted(queries.rooms_of(office.organiser), key=lambda row: (str(row).casefold(), row.pk))
    return framed(
        request,
        "seating/rooms.html",
        rooms=[queries.read(row) for row in rows],
        shown=[queries.read(row) for row in giving.not_taken(office.organiser, Room)],
    )


@office_page(Right.SEATING_EDIT)
def new(request: HttpRequest, office: Office) -> HttpResponse:
    """Make a room with the furniture it begins with."""
    room = Room(organiser=office.organiser)
    form = NewRoomForm(
        request.POST or None, instance=room, office=office, initial={"furniture": "centre-aisle"}
    )
    if request.method == "POST" and form.is_valid():
        actions.make_room(form.instance, form.layout, by=office.actor)
        messages.success(request, _("“%(name)s” is made.") % {"name": room})
        return redirect("seating:room", ref=office.organiser.ref, room=room.code)
    return framed(request, "seating/room_form.html", form=form, room=None)


@office_page(Right.SEATING_VIEW)
def room(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Show a room: its drawing, its furniture, what the drawing decides, its history."""
    row = queries.room_of(office.organiser, room)
    read = queries.read(row)
    return framed(
        request,
        "seating/room.html",
        read=read,
        room=row,
        pieces=room_rows.pieces_of(row, read.room),
        noted=room_rows.noted_seats(row, read.room),
        reasons=[reason_line(reason) for reason in queries.decided_by(read.room)] if read.room else [],
        kinds=ADDED,
        notes_form=NotesForm(drawing=row.layout),
        lines=history.of(row, language=get_language() or "en"),
    )


@office_page(Right.SEATING_EDIT)
def name(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Change the names, the place and the note of a room."""
    row = queries.room_of(office.organiser, room)
    form = RoomForm(request.POST or None, instance=row, office=office)
    if request.method == "POST" and form.is_valid():
        save_and_say(request, office, row, lambda: actions.name_room(form.instance, by=office.actor))
        return redirect("seating:room", ref=office.organiser.ref, room=row.code)
    return framed(request, "seating/room_form.html", form=form, room=row)


@office_page(Right.SEATING_EDIT)
@require_POST
def copy(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Make another room with the same furniture."""
    copied = actions.copy_room(queries.room_of(office.organiser, room), by=office.actor)
    messages.success(request, _("“%(name)s” is made; give it its own name.") % {"name": copied})
    return redirect("seating:name-room", ref=office.organiser.ref, room=copied.code)


@office_page(Right.SEATING_EDIT)
def delete(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Delete a room, after asking."""
    row = queries.room_of(office.organiser, room)
    if request.method == "POST":
        return _deleted(request, office, row)
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete “%(name)s”?") % {"name": row},
        sentences=[_("The history of the office can bring it back.")],
        action_word=_("Delete"),
        cancel_url=reverse("seating:room", args=[office.organiser.ref, row.code]),
        is_danger=True,
    )


def _deleted(request: HttpRequest, office: Office, row: Room) -> HttpResponse:
    ref, code, name = office.organiser.ref, row.code, str(row)
    with audit.collected() as lines:
        try:
            actions.delete_room(row, by=office.actor)
        except actions.RoomInUse as refused:
            messages.error(request, str(refused))
            return redirect("seating:room", ref=ref, room=code)
    sentence = _("“%(name)s” is deleted.") % {"name": name}
    say_with_undo(request, sentence, reverse("seating:undo-room", args=[ref, code, lines[-1].pk]))
    return redirect("seating:rooms", ref=ref)


@office_page(Right.SEATING_EDIT)
@require_POST
def undo_line(request: HttpRequest, office: Office, room: str, line: int) -> HttpResponse:
    """Undo a change of a room, or say why that cannot be."""
    found = AuditLine.objects.filter(
        organiser_id=office.organiser.pk, kind=audit.kind_of(Room), pk=line
    ).first()
    if found is None:
        raise Http404
    try:
        undo.undo(found, by=office.actor)
    except undo.CannotUndo as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("The change of “%(label)s” is undone.") % {"label": found.label})
    if Room.objects.filter(organiser=office.organiser, code=room).exists():
        return redirect("seating:room", ref=office.organiser.ref, room=room)
    return redirect("seating:rooms", ref=office.organiser.ref)


def save_and_say(request: HttpRequest, office: Office, row: Room, deed: Callable[[], Room]) -> None:
    """Change a room and say so, with an undo where anything changed."""
    with audit.collected() as lines:
        deed()
    sentence = _("“%(name)s” is saved.") % {"name": row}
    if lines:
        url = reverse("seating:undo-room", args=[office.organiser.ref, row.code, lines[-1].pk])
        say_with_undo(request, sentence, url)
    else:
        messages.success(request, sentence)
