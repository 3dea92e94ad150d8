"""The frame of every page: sections of the office, and the header and spine of the event."""

from typing import Any

from django.conf import settings
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
    (_("Wordings"), "guests:wordings", Right.INVITATIONS_SEND),
    (_("Profiles"), "precedence:profiles", Right.EVENTS_VIEW),
    (_("Outbox"), "guests:outgoing", Right.INVITATIONS_SEND),
    (_("Inbox"), "guests:incoming", Right.GUESTS_EDIT),
)
# Shown only where a mailbox is read.
OF_A_MAILBOX = "guests:incoming"

# The pages of one row that different apps make: name, route and right; they take the same arguments.
TABS = (
    (
        (_("Entry"), "directory:person", Right.DIRECTORY_VIEW),
        (_("Events"), "guests:person_events", Right.GUESTS_VIEW),
    ),
    (
        (_("Entry"), "directory:body", Right.DIRECTORY_VIEW),
        (_("Events"), "guests:body_events", Right.GUESTS_VIEW),
    ),
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
        "tabs": _tabs(request, office),
    }
    event_office: EventOffice | None = getattr(request, "event_office", None)
    if event_office is not None:
        context["event_header"] = event_frame.header_of(event_office)
        context["spine"] = spine.spine_of(event_office, request.path)
    return context


def _sections(request: HttpRequest, office: Office) -> list[Link]:
    links = []
    for name, route, right in SECTIONS:
        if office.may(right) and (route != OF_A_MAILBOX or settings.INBOX is not None):
            url = reverse(route, args=[office.organiser.ref])
            links.append(Link(str(name), url, is_current=request.path.startswith(url)))
    return links


def _tabs(request: HttpRequest, office: Office) -> list[Link]:
    """The pages of one person or body, which several apps make; none where the reader may see only one."""
    match = request.resolver_match
    view = match.view_name if match else ""
    pages = next((pages for pages in TABS if view in {route for _name, route, _right in pages}), ())
    seen = [(name, route) for name, route, right in pages if office.may(right)]
    if match is None or len(seen) < 2:
        return []
    return [Link(str(name), reverse(route, kwargs=match.kwargs), route == view) for name, route in seen]
