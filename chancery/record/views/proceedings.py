"""Pages of what came out of an event: documents, what was handed over, broadcasts, sources, other events."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import history, media
from chancery.base.frame import framed
from chancery.base.media.refusing import MediaRefused
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.record import proceeding_rows
from chancery.record.actions import proceedings as actions
from chancery.record.forms.proceedings import DocumentForm, HandoverForm
from chancery.record.models import Document, Handover
from chancery.record.queries import proceedings as queries

UNDO = "record:undo-documents"


@event_page(Right.RECORD_VIEW)
def documents(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show what came out of the event, and what the sources name besides."""
    return framed(request, "record/documents.html", groups=proceeding_rows.groups_of(office))


@event_page(Right.RECORD_EDIT)
def add_document(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add a document."""
    return _document(request, office, Document(event=office.event))


@event_page(Right.RECORD_EDIT)
def change_document(request: HttpRequest, office: EventOffice, document: str) -> HttpResponse:
    """Change a document."""
    return _document(request, office, _found_document(office, document))


def _document(request: HttpRequest, office: EventOffice, document: Document) -> HttpResponse:
    form = DocumentForm(request.POST or None, request.FILES or None, instance=document, office=office)

    def save() -> str:
        actions.save_document(document, form.cleaned_data["sent"], by=office.actor)
        return _("The document is saved.")

    if request.method == "POST" and form.is_valid() and _is_done(request, office, form, save):
        return _back(office)
    return _form(request, office, form, document, heading=_("Add a document"), route="record:delete-document")


def _is_done(request: HttpRequest, office: EventOffice, form: DocumentForm, save: Callable[[], str]) -> bool:
    try:
        undoing.do_and_say(request, office, save, route=UNDO)
    except MediaRefused as refused:
        form.add_error("sent", str(refused))
        return False
    return True


@event_page(Right.RECORD_VIEW)
def document_file(request: HttpRequest, office: EventOffice, document: str) -> HttpResponseBase:
    """Give out the file of a document."""
    file = _found_document(office, document).file
    if file is None:
        raise Http404
    return media.file_response(request, file)


@event_page(Right.RECORD_EDIT)
def add_handover(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add something that was handed over."""
    return _handover(request, office, Handover(event=office.event))


@event_page(Right.RECORD_EDIT)
def change_handover(request: HttpRequest, office: EventOffice, handover: str) -> HttpResponse:
    """Change what was handed over."""
    return _handover(request, office, _found_handover(office, handover))


def _handover(request: HttpRequest, office: EventOffice, handover: Handover) -> HttpResponse:
    form = HandoverForm(request.POST or None, instance=handover, office=office)

    def save() -> str:
        actions.save_handover(handover, by=office.actor)
        return _("The handover is saved.")

    if request.method == "POST" and form.is_valid():
        undoing.do_and_say(request, office, save, route=UNDO)
        return _back(office)
    return _form(request, office, form, handover, heading=_("Add a handover"), route="record:delete-handover")


def _form(
    request: HttpRequest,
    office: EventOffice,
    form: DocumentForm | HandoverForm,
    row: Document | Handover,
    *,
    heading: str,
    route: str,
) -> HttpResponse:
    kind = row._meta.model_name or ""
    known: dict[str, Any] = {"lines": [], "delete_url": "", "heading": heading}
    if row.pk:
        known["lines"] = history.of(row, language=get_language() or "en")
        known["delete_url"] = address(office, route, **{kind: row.code})
        known["heading"] = str(row)
    return framed(request, "record/proceeding.html", form=form, row=row, **known)


@event_page(Right.RECORD_EDIT)
def delete_document(request: HttpRequest, office: EventOffice, document: str) -> HttpResponse:
    """Take a document out of the record, after asking."""
    row = _found_document(office, document)
    return _delete(request, office, row, address(office, "record:change-document", document=row.code))


@event_page(Right.RECORD_EDIT)
def delete_handover(request: HttpRequest, office: EventOffice, handover: str) -> HttpResponse:
    """Take a handover out of the record, after asking."""
    row = _found_handover(office, handover)
    return _delete(request, office, row, address(office, "record:change-handover", handover=row.code))


def _delete(request: HttpRequest, office: EventOffice, row: Document | Handover, back: str) -> HttpResponse:
    if request.method == "POST":

        def leave() -> str:
            actions.delete(row, by=office.actor)
            return _("“%(what)s” is taken out of the record.") % {"what": row}

        try:
            undoing.do_and_say(request, office, leave, route=UNDO)
        except actions.StillHandedOver as refused:
            messages.error(request, str(refused))
        return _back(office)
    return framed(
        request,
        "base/confirm.html",
        question=_("Take “%(what)s” out of the record?") % {"what": row},
        sentences=[_("The history of the office can bring it back.")],
        action_word=_("Take it out"),
        cancel_url=back,
        is_danger=True,
    )


@require_POST
@event_page(Right.RECORD_EDIT)
def undo_change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what this reader just changed of documents and handovers."""
    undoing.undo_last(request, office, done=_("The documents are as they were before."))
    return _back(office)


def _found_document(office: EventOffice, code: str) -> Document:
    return get_object_or_404(queries.documents_of(office.event), code=code)


def _found_handover(office: EventOffice, code: str) -> Handover:
    return get_object_or_404(queries.handovers_of(office.event), code=code)


def _back(office: EventOffice) -> HttpResponse:
    return redirect(address(office, "record:documents"))
