"""Pages of the record."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chancery.accounts.roles import Right
from chancery.base.frame import layout_for
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.record import queries


@event_page(Right.RECORD_VIEW)
def statements(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show what was said, each statement under its speaker."""
    found = list(queries.statements_of(office.event))
    return render(request, "record/statements.html", {"layout": layout_for(request), "statements": found})
