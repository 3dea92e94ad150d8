"""The papers of an event: print one, or the whole dossier."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import jobs
from chancery.base.frame import framed
from chancery.base.models import Job
from chancery.desk.dossier import REFUSALS, Document, documents_of, imprint_of
from chancery.desk.jobs import BUNDLE, folder_of
from chancery.events.access import EventOffice
from chancery.events.pages import event_page

KINDS = {
    "pdf": "application/pdf",
    "ics": "text/calendar",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@event_page(Right.PAPERS_PRINT)
def papers(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List the papers, and show how far the last dossier is."""
    job = _runs(office).first()
    context = {"documents": documents_of(office.event), "job": job, **(_progress(office, job) if job else {})}
    return framed(request, "desk/papers.html", **context)


@event_page(Right.PAPERS_PRINT)
def paper(request: HttpRequest, office: EventOffice, key: str) -> HttpResponse:
    """Print one paper now."""
    document = _document(office, key)
    imprint = imprint_of(office.event, now=timezone.now(), author=str(office.user))
    try:
        content = document.make(office.event, imprint)
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return _back(office)
    response = HttpResponse(content, content_type=KINDS[document.suffix])
    how = "inline" if document.suffix == "pdf" else "attachment"
    response.headers["Content-Disposition"] = (
        f'{how}; filename="{office.event.ref}-{document.key}.{document.suffix}"'
    )
    return response


def _document(office: EventOffice, key: str) -> Document:
    for document in documents_of(office.event):
        if document.key == key:
            return document
    raise Http404


@require_POST
@event_page(Right.PAPERS_PRINT)
def start(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Begin to print the whole dossier."""
    jobs.start(
        "desk.dossier",
        by=office.actor,
        event=office.event.pk,
        author=str(office.user),
        language=get_language() or "en",
    )
    return _back(office)


@event_page(Right.PAPERS_PRINT)
def progress(request: HttpRequest, office: EventOffice, job: str) -> HttpResponse:
    """Show how far one dossier is: the quiet line alone."""
    chosen = get_object_or_404(_runs(office), code=job)
    return render(request, "base/_progress.html", {"job": chosen, **_progress(office, chosen)})


@require_POST
@event_page(Right.PAPERS_PRINT)
def stop(request: HttpRequest, office: EventOffice, job: str) -> HttpResponse:
    """Stop printing."""
    jobs.stop(get_object_or_404(_runs(office), code=job))
    return _back(office)


@event_page(Right.PAPERS_PRINT)
def download(request: HttpRequest, office: EventOffice, job: str) -> FileResponse:
    """Hand over the papers of one dossier as one file."""
    chosen = get_object_or_404(_runs(office), code=job)
    path = folder_of(chosen.code) / BUNDLE
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"{office.event.ref}.zip")


def _runs(office: EventOffice) -> Any:
    runs = Job.objects.filter(
        organiser_id=office.organiser.pk, kind="desk.dossier", arguments__event=office.event.pk
    )
    return runs.order_by("-id")


def _progress(office: EventOffice, job: Job) -> dict[str, Any]:
    route = [office.organiser.ref, office.event.code, job.code]
    return {
        "name": _("Dossier"),
        "url": reverse("desk:progress", args=route),
        "stop_url": reverse("desk:stop", args=route),
        "result_url": reverse("desk:download", args=route),
    }


def _back(office: EventOffice) -> HttpResponse:
    return redirect("desk:papers", ref=office.organiser.ref, code=office.event.code)
