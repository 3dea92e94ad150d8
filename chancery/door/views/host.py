"""The page of the host on a phone: who is at the door and who comes next, each with what to know."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.door import board
from chancery.door.queries.awaited import arrivals_at
from chancery.door.queries.host_lines import Told, told_of
from chancery.door.queries.marks import mark_of
from chancery.events.access import EventOffice
from chancery.events.pages import event_page

AHEAD, SINCE = 12, 6


@event_page(Right.DOOR_VIEW)
def host(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show who comes next and who just came, each with the address, when last met, and the message."""
    language, mark = get_language() or "en", mark_of(office.event)
    found = arrivals_at(office.event, language=language, now=timezone.now())
    coming = board.next_of(found, language, AHEAD) if found.is_counted else []
    came = board.last_of(found, language, SINCE)
    by_code = {each.who.code: each for each in found.parties}
    wanted = [by_code[line.code] for line in (*coming, *came)]
    told = {line.each.who.code: line for line in told_of(found, wanted, language=language)}
    return framed(
        request,
        "door/host.html",
        at=found.now.astimezone(found.zone),
        mark=mark,
        total=len(found.parties),
        figures=board.figures_of(found),
        banners=board.banners_of(found, language),
        coming=_with_told(coming, told),
        came=_with_told(came, told),
    )


def _with_told(lines: list[board.Line], told: dict[str, Told]) -> list[tuple[board.Line, Told]]:
    return [(line, told[line.code]) for line in lines]
