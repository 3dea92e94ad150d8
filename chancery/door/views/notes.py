"""Notes for stewards about guests, and prepared answers for who is not on the list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.door import doubt_rows
from chancery.door.actions import notes as actions
from chancery.door.forms.notes import NoteForm, answers_form
from chancery.door.models import DoorNote
from chancery.door.queries.reserve import seats_of_reserve
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Participation
from chancery.events.pages import event_page

UNDO = "door:undo-notes"


@event_page(Right.DOOR_VIEW)
def notes(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List the notes of the event by guest."""
    names = doubt_rows.names_at(office.event)
    rows = DoorNote.objects.filter(participation__event=office.event).select_related("door", "participation")
    found = [(names.get(row.participation_id, ""), row) for row in rows.order_by("pk")]
    return framed(request, "door/notes.html", notes=sorted(found, key=lambda each: each[0].casefold()))


@event_page(Right.DOOR_EDIT)
def new(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Leave a note; `?guest=` says about whom."""
    guest = Participation.objects.filter(event=office.event, code=request.GET.get("guest", "")).first()
    form = NoteForm(request.POST or None, instance=DoorNote(participation=guest), office=office)
    if request.method == "POST" and form.is_valid():
        return _saved(request, office, form, is_new=True)
    return framed(request, "door/note_form.html", form=form, note=None)


@event_page(Right.DOOR_EDIT)
def change(request: HttpRequest, office: EventOffice, note: str) -> HttpResponse:
    """Change a note."""
    row = get_object_or_404(DoorNote, participation__event=office.event, code=note)
    form = NoteForm(request.POST or None, instance=row, office=office)
    if request.method == "POST" and form.is_valid():
        return _saved(request, office, form, is_new=False)
    return framed(request, "door/note_form.html", form=form, note=row)


def _saved(request: HttpRequest, office: EventOffice, form: NoteForm, *, is_new: bool) -> HttpResponse:
    def save() -> str:
        deed = actions.make_note if is_new else actions.change_note
        deed(form.instance, by=office.actor)
        return _("The note is saved; the telephones have it as soon as they reach the office.")

    undoing.do_and_say(request, office, save, route=UNDO)
    return redirect(address(office, "door:notes"))


@require_POST
@event_page(Right.DOOR_EDIT)
def delete(request: HttpRequest, office: EventOffice, note: str) -> HttpResponse:
    """Take a note away."""
    row = get_object_or_404(DoorNote, participation__event=office.event, code=note)

    def save() -> str:
        actions.delete_note(row, by=office.actor)
        return _("The note is gone.")

    undoing.do_and_say(request, office, save, route=UNDO)
    return redirect(address(office, "door:notes"))


@require_POST
@event_page(Right.DOOR_EDIT)
def undo_change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what this reader just did with notes and answers."""
    undoing.undo_last(request, office, done=_("The notes are as they were before."))
    return redirect(address(office, "door:notes"))


@event_page(Right.DOOR_VIEW)
def answers(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show and, to who may, change the prepared answers, with what the reserve still holds."""
    may_edit = office.may(Right.DOOR_EDIT)
    rows = answers_form((request.POST or None) if may_edit else None, event=office.event)
    if request.method == "POST" and may_edit and rows.is_valid():

        def save() -> str:
            actions.save_answers(rows.kept, rows.dropped, by=office.actor)
            return _("The answers are saved; the telephones have them as soon as they reach the office.")

        undoing.do_and_say(request, office, save, route=UNDO)
        return redirect(address(office, "door:answers"))
    return framed(request, "door/answers.html", rows=rows, reserve=seats_of_reserve(office.event))
