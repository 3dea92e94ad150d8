"""A field that finds who takes part as you type: the people of the event first, then the directory."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from chancery.base.frame import framed, is_part_request
from chancery.base.parts import Option
from chancery.directory.choosing import EVERY_KIND, DirectoryRow, RowField, printed
from chancery.directory.models import Body, Office, Person
from chancery.directory.queries.options import options_for
from chancery.events import queries
from chancery.events.access import EventOffice
from chancery.events.models import Event, Participation

AT_ONCE = 12
FIND = "events:find-who"


class TakingPartField(RowField):
    """
    Cleans to somebody who takes part in the event, or None.

    Somebody from the directory becomes an unsaved participation in `capacity`; an action saves it, or finds
    the one that is there already. `route` is the page that finds them as one types.
    """

    office: EventOffice

    def __init__(
        self, *, office: EventOffice, capacity: Participation.Capacity, route: str = FIND, **kwargs: Any
    ) -> None:
        self.capacity = capacity
        url = address_of_search(office, among_event=True, route=route)
        super().__init__(office=office, search_url=url, **kwargs)

    def printed(self, row: Any) -> str:
        return row.name_printed if isinstance(row, Participation) else printed(row)

    def row_with(self, code: str) -> Participation | None:
        there = queries.participations_of(self.office.event).filter(code=code).first()
        row = None if there else super().row_with(code)
        return as_participation(self.office.event, row, self.capacity) if row else there

    def row_called(self, text: str) -> Participation:
        return as_participation(self.office.event, super().row_called(text), self.capacity)


def as_participation(
    event: Event, row: DirectoryRow, capacity: Participation.Capacity, **fields: Any
) -> Participation:
    """Make an unsaved participation of a row of the directory."""
    kind = {Person: "person", Body: "body", Office: "office"}[type(row)]
    return Participation(event=event, capacity=capacity, **{kind: row}, **fields)


def address(office: EventOffice, route: str, **arguments: str) -> str:
    """The address of a page of the event."""
    return reverse(route, kwargs={"ref": office.organiser.ref, "code": office.event.code, **arguments})


def address_of_search(
    office: EventOffice,
    *,
    among_event: bool = False,
    kinds: Sequence[str] = EVERY_KIND,
    route: str = FIND,
) -> str:
    """The address that answers `?q=` with rows to choose from; also with those who take part already."""
    asked = {"kinds": ",".join(kinds)} | ({"among": "event"} if among_event else {})
    return f"{address(office, route)}?{urlencode(asked)}"


def answer(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Answer `?q=` with rows to choose from, of the `?kinds=`; with `?among=event` as `options` says."""
    asked = request.GET.get("kinds", "").split(",")
    found = options(
        office,
        request.GET.get("q", "")[:200],
        kinds=[kind for kind in EVERY_KIND if kind in asked] or EVERY_KIND,
        among_event=request.GET.get("among") == "event",
        today=office.today,
    )
    if is_part_request(request):
        return render(request, "base/_options.html", {"options": found})
    return framed(request, "events/found.html", options=found)


def options(
    office: EventOffice, text: str, *, kinds: Sequence[str], among_event: bool, today: date
) -> list[Option]:
    """Return what was found: with `among_event` first those who take part, then the directory."""
    found = options_for(office, text, kinds, AT_ONCE, today=today, with_pages=False)
    there = _taking_part(office.event, found) if among_event else []
    heading = gettext("From the directory")
    return there + [
        Option(option.value, option.name, option.detail, option.state, group=heading) for option in found
    ]


def _taking_part(event: Event, found: Sequence[Option]) -> list[Option]:
    codes = [option.value for option in found]
    rows = queries.participations_of(event).filter(
        Q(person__code__in=codes) | Q(body__code__in=codes) | Q(office__code__in=codes, person=None)
    )
    heading = gettext("Takes part already")
    return [
        Option(who.code, who.name_printed, str(who.get_capacity_display()), group=heading) for who in rows
    ]
