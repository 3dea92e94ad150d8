"""What pages of occasions and campaigns have in common."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.base.frame import framed
from chancery.base.languages import wording
from chancery.occasions.actions.rows import StillServed
from chancery.occasions.models import Campaign, Occasion, Series, SharedText


def deletion(
    request: HttpRequest,
    office: Office,
    row: Occasion | Campaign | Series | SharedText,
    *,
    delete: Callable[..., None],
    back: str,
    to: str,
) -> HttpResponse:
    """Delete a row after asking; `back` is the address to go to when nothing is to be done, `to` the list."""
    if request.method == "POST":
        try:
            delete(row, by=office.actor)
        except StillServed as refused:
            messages.error(request, str(refused))
            return redirect(back)
        return redirect(to)
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete “%(name)s”?") % {"name": wording(row.names, get_language() or "en").text or row},
        sentences=[_("The history of the office can bring it back.")],
        action_word=_("Delete"),
        cancel_url=back,
        is_danger=True,
    )
