"""From a fact of a communiqué to the page of the row that holds it."""

from django.urls import reverse

from chancery.events.access import EventOffice

# Kind of row: the route of its page, and the name of the argument that takes its code; empty where the page
# holds all rows of the kind.
PAGES: dict[str, tuple[str, str]] = {
    "event": ("desk:event", ""),
    "communique": ("record:communique-frame", ""),
    "participation": ("record:presence-of", "who"),
    "item": ("record:outcome", "item"),
    "statement": ("record:change", "statement"),
    "matter": ("record:change-matter", "matter"),
    "document": ("record:change-document", "document"),
    "handover": ("record:change-handover", "handover"),
}


def url_of(office: EventOffice, kind: str, code: str) -> str:
    """Where the row is seen and changed; a campaign, its texts among it, stands with the office."""
    if kind == "campaign":
        return reverse("occasions:campaign", args=[office.organiser.ref, code])
    route, argument = PAGES[kind]
    arguments = {"ref": office.organiser.ref, "code": office.event.code}
    return reverse(route, kwargs=arguments | ({argument: code} if argument else {}))
