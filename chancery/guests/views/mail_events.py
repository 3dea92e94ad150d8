"""Where the mail provider of the installation reports what became of messages."""

import logging

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from chancery.base import mail_events
from chancery.configuration import MailEvents
from chancery.guests.actions import returned

log = logging.getLogger(__name__)


# The provider has no session: it proves itself by its secret.
@csrf_exempt
def receive(request: HttpRequest, provider: str) -> HttpResponse:
    """
    Take the reports of the provider that is set; for every other one the address does not exist.

    A report about a message that is not ours is answered well, else the provider would repeat it for days.
    """
    chosen: MailEvents | None = settings.MAIL_EVENTS
    if chosen is None or provider != chosen.provider:
        raise Http404
    if request.method == "HEAD":
        # Some providers ask so whether the address is there.
        return HttpResponse()
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "HEAD, POST"})
    try:
        reports = mail_events.reports_in(request, chosen)
    except mail_events.NotFromProvider:
        return HttpResponse(status=403)
    except mail_events.NotAReport:
        return HttpResponse(status=400)
    for report in reports:
        if not returned.take_report(report, now=timezone.now()):
            log.warning("%s reports on a message that is not known here (%s).", provider, report.what)
    return HttpResponse()
