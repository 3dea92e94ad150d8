"""Certificates of deletion: the list, one of them, and its PDF."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.frame import framed
from chancery.base.pdf import PaperFailed
from chancery.custody import documents
from chancery.custody.models import Certificate


@office_page(Right.OFFICE_MANAGE)
def certificates(request: HttpRequest, office: Office) -> HttpResponse:
    """List the certificates, the newest first."""
    issued = Certificate.objects.filter(organiser=office.organiser).order_by("-number")
    return framed(request, "custody/certificates.html", issued=issued)


@office_page(Right.OFFICE_MANAGE)
def certificate(request: HttpRequest, office: Office, certificate: str) -> HttpResponse:
    """Show what was deleted, how many of each, and by which rule."""
    chosen = _certificate(office, certificate)
    return framed(
        request,
        "custody/certificate.html",
        certificate=chosen,
        summary=documents.summary_of(chosen, get_language() or "en"),
        lines=documents.lines_of(chosen),
        notes=documents.notes_of(chosen),
    )


@office_page(Right.OFFICE_MANAGE)
def paper(request: HttpRequest, office: Office, certificate: str) -> HttpResponse:
    """Print a certificate."""
    chosen = _certificate(office, certificate)
    author = str(office.user)
    try:
        content = documents.certificate_pdf(chosen, office.organiser, now=timezone.now(), author=author)
    except PaperFailed as refusal:
        messages.error(request, str(refusal))
        return redirect("custody:certificate", office.organiser.ref, chosen.code)
    return downloads.opened(content, f"certificate-{chosen.number}.pdf")


def _certificate(office: Office, code: str) -> Certificate:
    found = Certificate.objects.select_related("made_by", "organiser")
    return get_object_or_404(found, organiser=office.organiser, code=code)
