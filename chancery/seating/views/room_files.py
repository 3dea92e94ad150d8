"""Rooms as files: the drawing as SVG and on paper, the seat plan of pretix in and out."""

import json

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.imprints import imprint_of
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.frame import framed
from chancery.base.pdf import PaperFailed
from chancery.base.public import without_controls
from chancery.base.reasons import in_words
from chancery.rules.seating import pretix
from chancery.rules.seating.drawing import Drawing
from chancery.rules.seating.room import Room as DrawnRoom
from chancery.seating.actions import rooms as actions
from chancery.seating.documents import rooms as documents
from chancery.seating.forms.rooms import PretixForm
from chancery.seating.models import Room
from chancery.seating.queries import rooms as queries


@office_page(Right.SEATING_EDIT)
def import_plan(request: HttpRequest, office: Office) -> HttpResponse:
    """Make a room from a seat plan of pretix, and say what of the plan a room cannot hold."""
    form = PretixForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        read = form.imported
        language = (office.organiser.languages or ["en"])[0]
        room = Room(organiser=office.organiser, names={language: read.name or _("Imported room")})
        actions.make_room(room, read.layout, by=office.actor)
        messages.success(request, _("“%(name)s” is made.") % {"name": room})
        for reason in read.left_out:
            messages.warning(request, in_words(reason))
        return redirect("seating:room", ref=office.organiser.ref, room=room.code)
    return framed(request, "seating/room_import.html", form=form)


@office_page(Right.SEATING_VIEW)
def export_plan(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Say what a seat plan of pretix cannot hold; with `?download` give the plan."""
    row, drawn, _drawing = _drawn(office, room)
    written = pretix.write_plan(drawn, str(row))
    if "download" in request.GET:
        body = json.dumps(written.plan, ensure_ascii=False, indent=1)
        return _file(row, body.encode(), "json")
    return framed(
        request, "seating/room_export.html", room=row, left_out=[in_words(why) for why in written.left_out]
    )


@office_page(Right.SEATING_VIEW)
def svg(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Give the drawing of a room as a picture that any program can open."""
    row, _drawn_room, drawing = _drawn(office, room)
    picture = documents.svg_of(drawing, str(row))
    return _file(row, without_controls(picture).encode(), "svg")


@office_page(Right.SEATING_VIEW)
def pdf(request: HttpRequest, office: Office, room: str) -> HttpResponse:
    """Print the drawing of a room on one sheet, A4 unless A3 is asked for."""
    row, drawn, drawing = _drawn(office, room)
    sheet = "a3" if request.GET.get("sheet") == "a3" else ""
    language = get_language() or "en"
    imprint = imprint_of(office.organiser, language, now=timezone.now(), author=office.user.name)
    try:
        made = documents.sheet_of(row, drawn, drawing, sheet=sheet, language=language, imprint=imprint)
    except PaperFailed as failed:
        messages.error(request, str(failed))
        return redirect(reverse("seating:room", args=[office.organiser.ref, row.code]))
    return _file(row, made, "pdf")


def _drawn(office: Office, code: str) -> tuple[Room, DrawnRoom, Drawing]:
    """A room that can be drawn. Errors: Http404."""
    read = queries.read(queries.room_of(office.organiser, code))
    if read.room is None or read.drawing is None:
        raise Http404
    return read.row, read.room, read.drawing


def _file(row: Room, body: bytes, ending: str) -> HttpResponse:
    return downloads.opened(body, f"{slugify(str(row)) or row.code}.{ending}")
