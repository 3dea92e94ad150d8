"""Needs counted for the caterer and the house, without any name (R120)."""

from django.http import HttpRequest, HttpResponse

from chancery.accounts.models import Grant
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.guests.actions import needs


@event_page(Right.GUESTS_VIEW)
def counted(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Ask before the needs are opened, then count them; each counting leaves a line."""
    kinds = needs.READABLE & office.secrets
    found = needs.count(office.event, secrets=kinds, by=office.actor) if _is_asked(request, kinds) else None
    tables = [(Grant.Secret(kind).label, lines) for kind, lines in (found or {}).items()]
    return framed(
        request,
        "guests/needs.html",
        may_read=bool(kinds),
        no_grant=needs.NO_GRANT,
        is_counted=found is not None,
        tables=tables,
    )


def _is_asked(request: HttpRequest, kinds: frozenset[str]) -> bool:
    return request.method == "POST" and bool(kinds)
