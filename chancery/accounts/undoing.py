"""Undo of what a reader just did: the lines of the last change are kept with the session."""

from collections.abc import Callable, Collection

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.base import audit, undo
from chancery.base.codes import new_code
from chancery.base.frame import say_with_undo
from chancery.base.models import AuditLine

KEPT = "undo"


def do_and_say(
    request: HttpRequest, deed: Callable[[], str], *, url: str, besides: Collection[str] = ()
) -> None:
    """
    Do something that ends in a sentence, and report it with an undo button where it changed anything.

    `url` undoes it: its view calls `undo_last`, and asks for the right to do so. Lines of the codes `besides`
    are left alone there, for they are undone with another.
    """
    with transaction.atomic(), audit.collected() as lines:
        sentence = deed()
    if not lines:
        messages.success(request, sentence)
        return
    code = new_code()
    kept = [line.pk for line in lines if line.code not in besides]
    request.session[KEPT] = {"url": url, "code": code, "lines": kept}
    say_with_undo(request, sentence, f"{url}?change={code}")


def undo_last(request: HttpRequest, office: Office, *, done: str) -> None:
    """Undo the last change that this reader made by this address, all or nothing; then `done` is said."""
    kept = request.session.get(KEPT, {})
    if (kept.get("url"), kept.get("code")) != (request.path, request.GET.get("change")):
        messages.warning(
            request, _("This is not the last change any more; undo it on the page of the history.")
        )
        return
    own = AuditLine.objects.filter(organiser_id=office.organiser.pk, by=office.user, pk__in=kept["lines"])
    try:
        undo.undo_together(own, by=office.actor)
    except undo.CannotUndo as refusal:
        messages.warning(request, str(refusal))
    else:
        del request.session[KEPT]
        messages.success(request, done)
