"""Undo of what a reader just did at an event: the lines of the last change are kept with the session."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from chancery.base import audit, undo
from chancery.base.codes import new_code
from chancery.base.frame import say_with_undo
from chancery.base.models import AuditLine
from chancery.events.access import EventOffice
from chancery.events.choosing import address

KEPT = "events.change"


def do_and_say(
    request: HttpRequest, office: EventOffice, deed: Callable[[], str], *, route: str, **arguments: str
) -> None:
    """
    Do something that ends in a sentence, and report it with an undo button where it changed anything.

    `route` with its `arguments` is the address that undoes it: its view calls `undo_last`, and asks for the
    right to do so.
    """
    with transaction.atomic(), audit.collected() as lines:
        sentence = deed()
    if not lines:
        messages.success(request, sentence)
        return
    code = new_code()
    request.session[KEPT] = {
        "event": office.event.pk,
        "route": route,
        "code": code,
        "lines": [line.pk for line in lines],
    }
    say_with_undo(request, sentence, f"{address(office, route, **arguments)}?change={code}")


def undo_last(request: HttpRequest, office: EventOffice, *, route: str, done: str) -> None:
    """Undo the last change that this reader made by `route`, all or nothing; then `done` is said."""
    kept = request.session.get(KEPT, {})
    asked = (office.event.pk, route, request.GET.get("change"))
    if (kept.get("event"), kept.get("route"), kept.get("code")) != asked:
        messages.warning(
            request, _("This is not the last change any more; undo it on the page of the history.")
        )
        return
    try:
        undo.undo_together(_lines(office, kept["lines"]), by=office.actor)
    except undo.CannotUndo as refusal:
        messages.warning(request, str(refusal))
    else:
        del request.session[KEPT]
        messages.success(request, done)


def _lines(office: EventOffice, keys: Sequence[int]) -> list[AuditLine]:
    return list(AuditLine.objects.filter(organiser_id=office.organiser.pk, by=office.user, pk__in=keys))
