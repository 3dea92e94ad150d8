"""From a fact of a communiqué to the page of the row that holds it."""

from django.urls import reverse

from chancery.events.access import EventOffice

# Kind of row: the route of its page, and the name of the argument that takes its code; empty where the page
# holds all rows of the kind.
PAGES: dict[str, tuple[str, str]] = {
    "event": ("desk:event", ""),
    "communique": ("record:communique-frame", ""),
    "item": ("programme:change", "item"),
    "statement": ("record:change", "statement"),
}
ELSEWHERE = "record:course"


def url_of(office: EventOffice, kind: str, code: str) -> str:
    """Where the row is seen and changed; the course of the event where it has no page of its own."""
    route, argument = PAGES.get(kind, (ELSEWHERE, ""))
    arguments = {"ref": office.organiser.ref, "code": office.event.code}
    return reverse(route, kwargs=arguments | ({argument: code} if argument else {}))
