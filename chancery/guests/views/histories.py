"""The events of a person and of a body over the years, and who came to whose."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office as Seat
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import Link, framed
from chancery.base.languages import wording
from chancery.directory import access
from chancery.directory.models import Body, Person
from chancery.directory.queries.people import name_in
from chancery.events.models import Participation
from chancery.guests import history_lines
from chancery.guests.queries import histories, reciprocity
from chancery.guests.queries.histories import Part

MOST_EVENTS_OF_THEIRS = 20


@office_page(Right.GUESTS_VIEW)
def of_person(request: HttpRequest, office: Seat, person: str) -> HttpResponse:
    """Show the events of a person over the years."""
    row = access.row_for(office, Person, person)
    parts = histories.parts_of_person(office.organiser, row)
    bodies = histories.bodies_of_person(row, office.today)
    both = reciprocity.between(office.organiser, bodies)
    name = name_in(row, get_language() or "en")
    return _page(request, parts, name, bodies, both, crumb=_crumb(office, "people", _("People")))


@office_page(Right.GUESTS_VIEW)
def of_body(request: HttpRequest, office: Seat, body: str) -> HttpResponse:
    """Show the events of a body's people over the years."""
    row = access.row_for(office, Body, body)
    parts = histories.parts_of_bodies(office.organiser, [row])
    both = reciprocity.between(office.organiser, [row], parts)
    name = wording(row.names, get_language() or "en").text
    return _page(
        request, parts, name, [row], both, crumb=_crumb(office, "bodies", _("Bodies")), is_of_many=True
    )


def _page(
    request: HttpRequest,
    parts: Sequence[Part],
    name: str,
    bodies: Sequence[Body],
    both: reciprocity.BothWays | None,
    *,
    crumb: Link,
    is_of_many: bool = False,
) -> HttpResponse:
    language = get_language() or "en"
    page = histories.page_of(parts, request.GET.get("page"))
    return framed(
        request,
        "guests/history.html",
        name=name,
        crumbs=[crumb],
        is_of_many=is_of_many,
        figures=history_lines.figures_of(parts),
        page=page,
        guest_capacities=Participation.OF_GUESTS,
        lines=history_lines.lines_of(page.object_list, language),
        bodies=history_lines.names_of(bodies, language),
        comparison=history_lines.comparison_of(both) if both else [],
        their_events=both.events[:MOST_EVENTS_OF_THEIRS] if both else [],
    )


def _crumb(office: Seat, route: str, word: str) -> Link:
    return Link(word, reverse(f"directory:{route}", args=[office.organiser.ref]))
