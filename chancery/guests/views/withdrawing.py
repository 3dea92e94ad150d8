"""The office withdraws the link of one message: it opened in wrong hands, or the address was wrong."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.events import wording
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.guests.actions import links
from chancery.guests.models import ReplyLink


@event_page(Right.INVITATIONS_SEND)
def withdraw_link(request: HttpRequest, office: EventOffice, dispatch: str) -> HttpResponse:
    """Withdraw the reply link of a message, after a question."""
    link = _link(office, dispatch)
    message_url = address(office, "guests:dispatch", dispatch=dispatch)
    if request.method == "POST":
        links.revoke(link, by=office.actor, now=timezone.now())
        messages.success(request, _("The link is withdrawn; whoever opens it is told so."))
        return redirect(message_url)
    name = wording.name_of(link.invitation.guest, get_language() or "en")
    context = {
        "question": _("Withdraw the reply link of %(name)s?") % {"name": name},
        "sentences": [
            _("Nothing more can be read or answered by the link of this message, nor by its code on paper."),
            _("Answers that were given by it stay; other messages keep links of their own."),
        ],
        "action_word": _("Withdraw the link"),
        "cancel_url": message_url,
        "is_danger": True,
    }
    return framed(request, "base/confirm.html", **context)


def _link(office: EventOffice, dispatch: str) -> ReplyLink:
    found = ReplyLink.objects.filter(invitation__guest__event=office.event)
    related = "invitation__guest__person", "invitation__guest__office", "invitation__guest__body"
    return get_object_or_404(found.select_related(*related), dispatch__code=dispatch)
