"""The frame of every page: sections of the office, and the header and spine of the event."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.base.frame import Link, is_part_request
from chancery.desk import event_frame, spine
from chancery.door import tabs as door_tabs
from chancery.events.access import EventOffice
from chancery.events.tabs import tabs_of
from chancery.programme import tabs as programme_tabs
from chancery.record import tabs as record_tabs
from chancery.seating import tabs as seating_tabs

type Section = tuple[Promise, str, Right]

# The sections of an office: their name, their route, and the right that shows them; of two that have one name
# the reader sees the first that is open to them.
SECTIONS: tuple[Section, ...] = (
    (_("Events"), "events:events", Right.EVENTS_VIEW),
    (_("People"), "directory:people", Right.DIRECTORY_VIEW),
    (_("Bodies"), "directory:bodies", Right.DIRECTORY_VIEW),
    (_("Occasions"), "occasions:occasions", Right.EVENTS_VIEW),
    (_("Exhibitions"), "exhibition:works", Right.PROGRAMME_VIEW),
)
# Those that are opened now and then stand in a menu behind the others.
FURTHER_SECTIONS: tuple[Section, ...] = (
    (_("Wordings"), "guests:wordings", Right.INVITATIONS_SEND),
    (_("Profiles"), "precedence:profiles", Right.EVENTS_VIEW),
    (_("Rooms"), "seating:rooms", Right.SEATING_VIEW),
    (_("Mail"), "guests:outgoing", Right.INVITATIONS_SEND),
    (_("Mail"), "guests:incoming", Right.GUESTS_EDIT),
    (_("Mail"), "record:media-lists", Right.RECORD_VIEW),
)
# Shown only where a mailbox is read.
OF_A_MAILBOX = "guests:incoming"
# Shown where the office has posts.
OF_POSTS = "campaign:posts"

# Pages that stand beside each other: name, route and right; they take the same arguments.
TABS = (
    (
        (_("Entry"), "directory:person", Right.DIRECTORY_VIEW),
        (_("Events"), "guests:person_events", Right.GUESTS_VIEW),
    ),
    (
        (_("Entry"), "directory:body", Right.DIRECTORY_VIEW),
        (_("Events"), "guests:body_events", Right.GUESTS_VIEW),
    ),
    (
        (_("Exhibitions and films"), "exhibition:works", Right.PROGRAMME_VIEW),
        (_("Works"), "exhibition:collection", Right.PROGRAMME_VIEW),
        (_("Loans"), "exhibition:loans", Right.PROGRAMME_VIEW),
    ),
    (
        (_("Outgoing"), "guests:outgoing", Right.INVITATIONS_SEND),
        (_("Incoming"), "guests:incoming", Right.GUESTS_EDIT),
        (_("Media lists"), "record:media-lists", Right.RECORD_VIEW),
    ),
    (
        (_("Campaign"), "occasions:campaign", Right.EVENTS_VIEW),
        (_("Figures"), "campaign:dashboard", Right.EVENTS_VIEW),
        (_("Recognitions"), "occasions:recognitions", Right.EVENTS_VIEW),
        (_("Claims"), "campaign:claims", Right.EVENTS_VIEW),
        (_("Films and exhibitions"), "exhibition:offered", Right.EVENTS_VIEW),
        (_("Public page"), "campaign:page", Right.EVENTS_VIEW),
        (_("Reports"), "campaign:reports", Right.RECORD_VIEW),
    ),
    (
        (_("Occasions"), "occasions:occasions", Right.EVENTS_VIEW),
        (_("Calendar"), "campaign:calendar", Right.EVENTS_VIEW),
        (_("Campaigns"), "occasions:campaigns", Right.EVENTS_VIEW),
        (_("Series"), "occasions:every-series", Right.EVENTS_VIEW),
        (_("Days to avoid"), "occasions:avoided", Right.EVENTS_VIEW),
        (_("Figures"), "campaign:office", Right.EVENTS_VIEW),
        (_("Reports"), "campaign:office-reports", Right.RECORD_VIEW),
        (_("Posts"), OF_POSTS, Right.EVENTS_VIEW),
    ),
)
# Stages whose pages stand beside each other.
TABS_OF_STAGES = (programme_tabs.TABS, seating_tabs.TABS, door_tabs.TABS, record_tabs.TABS)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give templates what stands around the content: nothing outside an office, and nothing to a part."""
    office: Office | None = getattr(request, "office", None)
    if office is None or is_part_request(request):
        return {}
    ref = office.organiser.ref
    further = _sections(request, office, FURTHER_SECTIONS)
    context: dict[str, Any] = {
        "home_url": reverse("desk:office", args=[ref]),
        "find_url": reverse("desk:find", args=[ref]),
        "sections": _sections(request, office, SECTIONS),
        "further_sections": further,
        "further_name": next((link.name for link in further if link.is_current), gettext("More")),
        "tabs": _tabs(request, office),
    }
    event_office: EventOffice | None = getattr(request, "event_office", None)
    if event_office is not None:
        context["event_header"] = event_frame.header_of(event_office)
        context["spine"] = spine.spine_of(event_office, request.path)
        view = _view_name(request)
        found = (tabs_of(event_office, tabs, view) for tabs in TABS_OF_STAGES)
        context["tabs"] = context["tabs"] or next((links for links in found if links), [])
    return context


def _sections(request: HttpRequest, office: Office, sections: Sequence[Section]) -> list[Link]:
    links: dict[str, Link] = {}
    for name, route, right in sections:
        if _is_open(office, route, right):
            url = reverse(route, args=[office.organiser.ref])
            first = links.setdefault(str(name), Link(str(name), url))
            if request.path.startswith((url, *_beside(route, office.organiser.ref))):
                links[str(name)] = replace(first, is_current=True)
    return list(links.values())


def _beside(route: str, ref: str) -> list[str]:
    """The addresses of the pages that stand beside the first of a section: they belong to it."""
    pages = next((pages for pages in TABS if pages[0][1] == route), ())
    return [reverse(other, args=[ref]) for _name, other, _right in pages]


def _is_open(office: Office, route: str, right: Right) -> bool:
    if route == OF_POSTS:
        return office.may(right) and office.organiser.posts.exists()
    return office.may(right) and (route != OF_A_MAILBOX or settings.INBOX is not None)


def _tabs(request: HttpRequest, office: Office) -> list[Link]:
    """The pages beside the one that is open, made by several apps; none where the reader may see only one."""
    match, view = request.resolver_match, _view_name(request)
    pages = next((pages for pages in TABS if view in {route for _name, route, _right in pages}), ())
    seen = [(name, route) for name, route, right in pages if _is_open(office, route, right)]
    if match is None or len(seen) < 2:
        return []
    return [Link(str(name), reverse(route, kwargs=match.kwargs), route == view) for name, route in seen]


def _view_name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""
