"""The page of the course: every item as planned and as it was."""

from django.http import HttpRequest, HttpResponse

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.record.queries import course as rows


@event_page(Right.RECORD_VIEW)
def course(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the items in the order in which they took place, each beside its plan."""
    items = rows.items_as_they_were(office.event)
    return framed(request, "record/course.html", items=items)
