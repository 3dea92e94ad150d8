"""Undo of what a reader just did to recognitions: the lines of the last change are kept with the session."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.base import audit, undo
from chancery.base.codes import new_code
from chancery.base.frame import say_with_undo
from chancery.base.models import AuditLine
from chancery.occasions.actions.recognitions import STEP_DELETED
from chancery.occasions.models import Campaign

KEPT = "occasions.change"


def do_and_say(request: HttpRequest, office: Office, campaign: Campaign, deed: Callable[[], str]) -> None:
    """Do something that ends in a sentence, and report it with an undo button where it changed anything."""
    with transaction.atomic(), audit.collected() as lines:
        sentence = deed()
    if not lines:
        messages.success(request, sentence)
        return
    code = new_code()
    # steps that were deleted come back with their text
    own = [line.pk for line in lines if line.code != STEP_DELETED]
    request.session[KEPT] = {"code": code, "lines": own}
    url = reverse("occasions:undo-recognitions", args=[office.organiser.ref, campaign.code])
    say_with_undo(request, sentence, f"{url}?change={code}")


def undo_last(request: HttpRequest, office: Office) -> None:
    """Undo the last change that this reader made, all or nothing, and say so."""
    kept = request.session.get(KEPT, {})
    if not kept or kept["code"] != request.GET.get("change"):
        messages.warning(
            request, _("This is not the last change any more; undo it on the page of the history.")
        )
        return
    lines = AuditLine.objects.filter(
        organiser_id=office.organiser.pk, by=office.user, pk__in=kept["lines"], undone_by=None
    )
    try:
        undo.undo_together(lines, by=office.actor)
    except undo.CannotUndo as refusal:
        messages.warning(request, str(refusal))
    else:
        del request.session[KEPT]
        messages.success(request, _("Everything is as it was before."))
