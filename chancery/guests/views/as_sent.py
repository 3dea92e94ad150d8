"""A message as it was sent: its words, and a picture of what was printed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.csp import CSP
from django.utils.translation import get_language
from django.views.decorators.csp import csp_override

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.pdf import PaperFailed
from chancery.events import wording
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.guests import correspondence_words
from chancery.guests.documents import sent
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.models import Dispatch, Form
from chancery.guests.queries import correspondence

ON_PAPER = (Form.CARD, Form.LETTER, Form.NOTE)
# What was sent is shown apart from everything else: nothing in it is run or fetched.
ALONE: dict[str, list[str] | str] = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.UNSAFE_INLINE],
    "img-src": ["data:"],
    "form-action": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "sandbox": "",
}


@event_page(Right.GUESTS_VIEW)
def as_sent(request: HttpRequest, office: EventOffice, dispatch: str) -> HttpResponse:
    """Show a message with the words, the name and the address of the day it was sent."""
    chosen = _dispatch(office, dispatch)
    return framed(
        request,
        "guests/as_sent.html",
        dispatch=chosen,
        name=wording.name_of(chosen.invitation.guest, get_language() or "en"),
        line=correspondence_words.sent_line(chosen, chosen.gone_at or chosen.made_at),
        is_on_paper=bool(chosen.printed) and sent.form_of(chosen) in ON_PAPER,
    )


@csp_override(ALONE)
@event_page(Right.GUESTS_VIEW)
def as_mail(request: HttpRequest, office: EventOffice, dispatch: str) -> HttpResponse:
    """Show an e-mail as a mail program shows it, apart from the pages of the office."""
    chosen = _dispatch(office, dispatch)
    if not chosen.html:
        raise Http404
    return HttpResponse(chosen.html)


@event_page(Right.GUESTS_VIEW)
def picture(request: HttpRequest, office: EventOffice, dispatch: str, number: int) -> HttpResponse:
    """Picture a page of a card, letter or note from what was kept of it, without the code of its reply."""
    chosen = _dispatch(office, dispatch)
    form, language = sent.form_of(chosen), chosen.language
    if not chosen.printed or form not in ON_PAPER:
        raise Http404
    imprint = imprint_of(office.event, language, now=timezone.now(), author=str(office.user))
    try:
        pages = sent.pictures(form, chosen.printed, language=language, imprint=imprint)
    except PaperFailed as failure:
        raise Http404(str(failure)) from failure
    if not 1 <= number <= len(pages):
        raise Http404
    return HttpResponse(pages[number - 1], content_type="image/png")


def _dispatch(office: EventOffice, code: str) -> Dispatch:
    found = correspondence.dispatch_of(office.event, code)
    if found is None:
        raise Http404
    return found
