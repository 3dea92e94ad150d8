"""The history of an event, and undoing a change from there."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import history as changes
from chancery.base import undo
from chancery.base.frame import framed
from chancery.base.models import AuditLine
from chancery.events import history
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page


@event_page(Right.EVENTS_VIEW)
def lines(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show who changed what in the plan of the event, the newest first."""
    return _page(request, office, history.lines_of(office.event), Right.EVENTS_EDIT)


@event_page(Right.GUESTS_VIEW)
def people(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show who changed what about the people and guests of the event, the newest first."""
    return _page(request, office, history.lines_of_people(office.event), Right.GUESTS_EDIT)


def _page(request: HttpRequest, office: EventOffice, found: QuerySet[AuditLine], edit: Right) -> HttpResponse:
    before = request.GET.get("before", "")
    page = changes.page_of(
        found,
        before=int(before) if before.isdecimal() and len(before) < 19 else None,
        language=get_language() or "en",
    )
    return framed(
        request,
        "events/history.html",
        page=page,
        is_of_people=edit is Right.GUESTS_EDIT,
        # A role for the event alone undoes here too, not only one in the office.
        may_undo={"events"} if office.may(edit) else frozenset(),
        undo_at=address(office, "events:history"),
    )


@require_POST
@event_page(Right.EVENTS_VIEW)
def undo_line(request: HttpRequest, office: EventOffice, line: int) -> HttpResponse:
    """Undo one change of the event, or say why that cannot be."""
    is_of_people = history.lines_of_people(office.event).filter(pk=line).exists()
    office.demand(Right.GUESTS_EDIT if is_of_people else Right.EVENTS_EDIT)
    found = history.lines_of_people if is_of_people else history.lines_of
    chosen = get_object_or_404(found(office.event), pk=line)
    try:
        undo.undo(chosen, by=office.actor)
    except undo.CannotUndo as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("The change of %(label)s is undone.") % {"label": chosen.label})
    route = "events:history-of-people" if is_of_people else "events:history"
    return redirect(route, ref=office.organiser.ref, code=office.event.code)
