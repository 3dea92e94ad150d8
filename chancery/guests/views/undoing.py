"""Undo of what was just done with guests."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.pages import event_page

ROUTE = "guests:undo"


def do_and_say(request: HttpRequest, office: EventOffice, deed: Callable[[], str]) -> None:
    """Do something with guests that ends in a sentence, and offer to undo it."""
    undoing.do_and_say(request, office, deed, route=ROUTE)


@require_POST
@event_page(Right.GUESTS_EDIT)
def undo_change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo the last change that this reader made to the guests of the event."""
    undoing.undo_last(request, office, done=_("The list is as it was before."))
    return redirect("guests:guests", ref=office.organiser.ref, code=office.event.code)
