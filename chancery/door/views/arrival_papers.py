"""The printed lists of arrivals."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from chancery.accounts.roles import Right
from chancery.base.pdf import PaperFailed
from chancery.door.documents import arrivals as documents
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.events.wording import WordingMissing, main_language
from chancery.guests.documents.imprints import imprint_of
from chancery.seating.views.papers import pdf_of


@event_page(Right.DOOR_VIEW)
def paper(request: HttpRequest, office: EventOffice, name: str) -> HttpResponse:
    """Print one of the lists as it stands now."""
    if name not in documents.PAPERS:
        raise Http404
    now, language = timezone.now(), main_language(office.event)
    imprint = imprint_of(office.event, language, now=now, author=str(office.user))
    try:
        content = documents.printed(office.event, name, imprint, language=language, now=now)
    except (PaperFailed, WordingMissing) as refusal:
        messages.error(request, str(refusal))
        return redirect(address(office, "door:slots"))
    return pdf_of(office, content, name)
