"""The notice about personal data as the office sees it, its versions, and the consents of a guest."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.cldr import language_in_words
from chancery.base.frame import framed
from chancery.base.pdf import PaperFailed
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.guests import notice_words
from chancery.guests.actions import consents
from chancery.guests.documents import notices as documents
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.models import Consent
from chancery.guests.queries import answering, notices
from chancery.guests.queries.reaching import usual_languages


@event_page(Right.GUESTS_VIEW)
def notice(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show what guests are told now, in one of their languages, and every version that was kept."""
    language = _language(request, office)
    facts = notice_words.facts_of(office.event, answering.terms_of(office.event))
    with override(language):
        parts = [(part.heading, list(part.sentences)) for part in notice_words.told(facts, language)]
    reader = get_language() or "en"
    tongues = [(code, language_in_words(code, reader)) for code in usual_languages(office.event)]
    return framed(
        request,
        "guests/notice.html",
        parts=parts,
        language=language,
        tongues=tongues,
        versions=notices.versions_of(office.event),
        kept=notices.version_of(facts),
    )


@event_page(Right.GUESTS_VIEW)
def paper(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Print what guests are told, in one of their languages."""
    language = _language(request, office)
    facts = notice_words.facts_of(office.event, answering.terms_of(office.event))
    imprint = imprint_of(office.event, language, now=timezone.now(), author=str(office.user))
    try:
        content = documents.paper(facts, language, imprint)
    except PaperFailed as refusal:
        messages.error(request, str(refusal))
        return redirect(address(office, "guests:notice"))
    return downloads.opened(content, f"{office.event.ref}-privacy-{language}.pdf")


def _language(request: HttpRequest, office: EventOffice) -> str:
    offered = usual_languages(office.event)
    wanted = request.GET.get("language", offered[0])
    if wanted not in offered:
        raise Http404
    return wanted


@require_POST
@event_page(Right.GUESTS_EDIT)
def withdraw(request: HttpRequest, office: EventOffice, consent: str) -> HttpResponse:
    """Take a consent back for a guest who said so; what hung on it is deleted."""
    chosen = get_object_or_404(
        Consent.objects.select_related("invitation__guest"),
        invitation__guest__event=office.event,
        code=consent,
    )
    consents.withdraw(chosen, now=timezone.now(), by=office.actor)
    messages.success(request, _("The consent is taken back, and what hung on it is deleted."))
    return redirect(address(office, "guests:guest-replies", guest=chosen.invitation.guest.code))
