"""The list of what the office can show."""

from django.http import HttpRequest, HttpResponse

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.exhibition.queries.exhibitions import exhibitions_of
from chancery.exhibition.queries.films import films_of


@office_page(Right.PROGRAMME_VIEW)
def works(request: HttpRequest, office: Office) -> HttpResponse:
    """List the films and exhibitions of the office."""
    return framed(
        request,
        "exhibition/works.html",
        films=films_of(office.organiser),
        exhibitions=exhibitions_of(office.organiser),
    )
