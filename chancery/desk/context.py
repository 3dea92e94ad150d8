"""The frame of every page: sections of the office, and the header and spine of the event."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.base.frame import Link
from chancery.desk import event_frame, spine
from chancery.events.access import EventOffice

# The sections of an office: their name, their route, and the right that shows them.
SECTIONS = (
    (_("Events"), "events:events", Right.EVENTS_VIEW),
    (_("People"), "directory:people", Right.DIRECTORY_VIEW),
    (_("Bodies"), "directory:bodies", Right.DIRECTORY_VIEW),
    (_("Occasions"), "occasions:occasions", Right.EVENTS_VIEW),
    (_("Profiles"), "precedence:profiles", Right.EVENTS_VIEW),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give templates what stands around the content: nothing outside an office."""
    office: Office | None = getattr(request, "office", None)
    if office is None:
        return {}
    ref = office.organiser.ref
    context: dict[str, Any] = {
        "home_url": reverse("desk:office", args=[ref]),
        "find_url": reverse("desk:find", args=[ref]),
        "sections": _sections(request, office),
    }
    event_office: EventOffice | None = getattr(request, "event_office", None)
    if event_office is not None:
        context["event_header"] = event_frame.header_of(event_office)
        context["spine"] = spine.spine_of(event_office, request.path)
    return context


def _sections(request: HttpRequest, office: Office) -> list[Link]:
    links = []
    for name, route, right in SECTIONS:
        if office.may(right):
            url = reverse(route, args=[office.organiser.ref])
            links.append(Link(str(name), url, is_current=request.path.startswith(url)))
    return links
