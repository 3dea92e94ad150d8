"""The pack of photographs for the press: made in the background, fetched from here."""

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import jobs
from chancery.base.models import Job
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.record.documents import photo_packs
from chancery.record.forms.photos import PackForm
from chancery.record.jobs.photos import PACK
from chancery.record.queries import photos as queries

SHOWN = 3


@dataclass(frozen=True, slots=True)
class PackLine:
    """One pack as the page shows it."""

    job: Job
    name: str
    url: str
    result_url: str


def packs_of(office: EventOffice) -> list[PackLine]:
    """The last packs of an event that the reader may fetch."""
    return [line_of(office, job) for job in _runs(office)[:SHOWN]] if office.may(Right.RELEASE) else []


def line_of(office: EventOffice, job: Job) -> PackLine:
    """One pack as the page shows it."""
    where = [office.organiser.ref, office.event.code, job.code]
    count = len(job.outcome.get("photos", []))
    name = _("Pack for the press (%(count)s)") % {"count": count} if count else _("Pack for the press")
    return PackLine(
        job, name, reverse("record:photo-pack", args=where), reverse("record:photo-pack-file", args=where)
    )


@require_POST
@event_page(Right.RELEASE)
def start(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Begin a pack, unless one is being made."""
    form = PackForm(request.POST)
    last = _runs(office).first()
    if last is not None and not last.is_over:
        messages.info(request, _("A pack is being made; wait for it."))
    elif not queries.shown_to_press(office.event):
        messages.error(request, _("No photograph that may leave the house is selected for the press."))
    elif form.is_valid():
        size, language = form.cleaned_data["size"], get_language() or "en"
        jobs.start(PACK, by=office.actor, event=office.event.pk, size=size, language=language)
    else:
        messages.error(request, _("This is not a size of the pack; choose one of the list."))
    return _back(office)


@event_page(Right.RELEASE)
def progress(request: HttpRequest, office: EventOffice, job: str) -> HttpResponse:
    """Show how far one pack is."""
    line = line_of(office, get_object_or_404(_runs(office), code=job))
    return render(request, "record/_photo_pack.html", {"line": line})


@event_page(Right.RELEASE)
def download(request: HttpRequest, office: EventOffice, job: str) -> HttpResponseBase:
    """Hand over a pack, unless something in it may not leave the house any more (R122)."""
    chosen = get_object_or_404(_runs(office), code=job)
    path = photo_packs.folder_of(chosen.code) / photo_packs.PACK
    allowed = {photo.code for photo in queries.shown_to_press(office.event)}
    if not path.is_file():
        messages.info(request, _("This pack is no longer kept; make it again."))
        return _back(office)
    if not set(chosen.outcome.get("photos", [])) <= allowed:
        messages.error(request, _("Something in this pack may not leave the house any more; make it again."))
        return _back(office)
    filename = f"{office.event.ref}-{photo_packs.PACK}"
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=filename, content_type="application/zip"
    )


def _runs(office: EventOffice) -> QuerySet[Job]:
    found = Job.objects.filter(organiser_id=office.organiser.pk, kind=PACK, arguments__event=office.event.pk)
    return found.order_by("-pk")


def _back(office: EventOffice) -> HttpResponse:
    return redirect("record:photos", ref=office.organiser.ref, code=office.event.code)
