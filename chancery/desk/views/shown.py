"""What an event shows: its exhibitions and films, with the items in which they stand."""

from django.http import HttpRequest, HttpResponse

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.desk import showings
from chancery.events.access import EventOffice
from chancery.events.pages import event_page


@event_page(Right.PROGRAMME_VIEW)
def shown(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List the exhibitions and films of an event."""
    return framed(
        request,
        "desk/shown.html",
        exhibitions=showings.exhibitions_of(office.event),
        films=showings.films_of(office.event),
    )
