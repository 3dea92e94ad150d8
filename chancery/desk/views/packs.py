"""The archive pack of an event: make it in the background, and hand it over."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import jobs, printed
from chancery.base.frame import framed
from chancery.base.models import Job
from chancery.desk.jobs import PACK
from chancery.events.access import EventOffice
from chancery.events.pages import event_page


@event_page(Right.COSTS_EDIT)
def pack(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Say what a pack holds, and show how far the last one is."""
    job = _runs(office).first()
    return framed(request, "desk/pack.html", job=job, **(_progress(office, job) if job else {}))


@require_POST
@event_page(Right.COSTS_EDIT)
def start(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Begin to make a pack, unless one is being made."""
    last = _runs(office).first()
    if last is not None and not last.is_over:
        messages.info(request, _("The archive pack is being made; wait for it or stop it."))
    else:
        author, language = str(office.user), get_language() or "en"
        jobs.start(PACK, by=office.actor, event=office.event.pk, author=author, language=language)
    return _back(office)


@event_page(Right.COSTS_EDIT)
def progress(request: HttpRequest, office: EventOffice, job: str) -> HttpResponse:
    """Show how far one pack is."""
    chosen = get_object_or_404(_runs(office), code=job)
    return render(request, "desk/_pack.html", {"job": chosen, **_progress(office, chosen)})


@require_POST
@event_page(Right.COSTS_EDIT)
def stop(request: HttpRequest, office: EventOffice, job: str) -> HttpResponse:
    """Stop making a pack."""
    jobs.stop(get_object_or_404(_runs(office), code=job))
    return _back(office)


@event_page(Right.COSTS_EDIT)
def download(request: HttpRequest, office: EventOffice, job: str) -> HttpResponse | FileResponse:
    """Hand over a pack."""
    path = printed.folder_of(get_object_or_404(_runs(office), code=job).code) / printed.ARCHIVE
    if not path.is_file():
        messages.info(request, _("This file is no longer kept; make it again."))
        return _back(office)
    name = f"{office.event.ref}-archive.zip"
    return FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type="application/zip")


def _runs(office: EventOffice) -> QuerySet[Job]:
    runs = Job.objects.filter(organiser_id=office.organiser.pk, kind=PACK, arguments__event=office.event.pk)
    return runs.order_by("-id")


def _progress(office: EventOffice, job: Job) -> dict[str, Any]:
    route = [office.organiser.ref, office.event.code, job.code]
    return {
        "name": _("Archive pack"),
        "url": reverse("desk:pack-progress", args=route),
        "stop_url": reverse("desk:stop-pack", args=route),
        "file_url": reverse("desk:download-pack", args=route),
        "is_kept": (printed.folder_of(job.code) / printed.ARCHIVE).is_file(),
        "failures": job.outcome.get("failures", []),
    }


def _back(office: EventOffice) -> HttpResponse:
    return redirect("desk:pack", ref=office.organiser.ref, code=office.event.code)
