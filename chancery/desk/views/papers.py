"""The papers of an event: print one, or the whole dossier."""

from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import downloads, jobs, printed
from chancery.base.forms_stock import StockForm
from chancery.base.frame import framed
from chancery.base.models import Job
from chancery.base.stock import Stock
from chancery.desk.dossier import REFUSALS, Document, Run, documents_of, usual_stock
from chancery.desk.dossier import printed as print_one
from chancery.desk.jobs import DOSSIER, arguments_of
from chancery.events.access import EventOffice
from chancery.events.pages import event_page


@event_page(Right.PAPERS_PRINT)
def papers(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List the papers, and show how far the last dossier is."""
    job = _runs(office).first()
    form = StockForm(request.GET, usual=_usual(office, job))
    context = {
        "papers": _listed(office, form.stock),
        "form": form,
        "stock": asdict(form.stock),
        "job": job,
        **(_progress(office, job) if job else {}),
    }
    return framed(request, "desk/papers.html", **context)


def _listed(office: EventOffice, stock: Stock) -> list[dict[str, Any]]:
    """The papers with the addresses that print them on `stock`."""
    query, route = urlencode(asdict(stock)), [office.organiser.ref, office.event.code]
    return [
        {
            "group": str(document.group),
            "name": str(document.name),
            "suffix": document.suffix,
            "url": f"{reverse('desk:paper', args=[*route, document.filename])}?{query}",
        }
        for document in _allowed(office)
    ]


def _allowed(office: EventOffice) -> list[Document]:
    """The papers of which somebody may read what they hold."""
    return [document for document in documents_of(office.event) if office.may(document.right)]


@event_page(Right.PAPERS_PRINT)
def paper(request: HttpRequest, office: EventOffice, name: str) -> HttpResponse:
    """Print one paper now, on what the address says, else on what the last dossier was printed on."""
    document = _document(office, name)
    stock = StockForm(request.GET, usual=_usual(office, _runs(office).first())).stock
    run = Run(timezone.now(), author=str(office.user), stock=stock)
    try:
        content = print_one(document, office.event, run)
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return _back(office)
    return downloads.opened(content, f"{office.event.ref}-{document.filename}")


def _document(office: EventOffice, filename: str) -> Document:
    for document in _allowed(office):
        if document.filename == filename:
            return document
    raise Http404


@require_POST
@event_page(Right.PAPERS_PRINT)
def start(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Begin to print the whole dossier, unless one is being printed."""
    last = _runs(office).first()
    if last is not None and not last.is_over:
        messages.info(request, _("The dossier is being printed; wait for it or stop it."))
        return _back(office)
    stock = StockForm(request.POST, usual=_usual(office, last)).stock
    author, language = str(office.user), get_language() or "en"
    jobs.start(
        DOSSIER,
        by=office.actor,
        **arguments_of(office.event, _allowed(office), author=author, language=language, stock=stock),
    )
    return _back(office)


@event_page(Right.PAPERS_PRINT)
def progress(request: HttpRequest, office: EventOffice, job: str) -> HttpResponse:
    """Show how far one dossier is, and its papers when it is done."""
    chosen = get_object_or_404(_runs(office), code=job)
    return render(request, "desk/_dossier.html", {"job": chosen, **_progress(office, chosen)})


@require_POST
@event_page(Right.PAPERS_PRINT)
def stop(request: HttpRequest, office: EventOffice, job: str) -> HttpResponse:
    """Stop printing."""
    jobs.stop(get_object_or_404(_runs(office), code=job))
    return _back(office)


@event_page(Right.PAPERS_PRINT)
def download(request: HttpRequest, office: EventOffice, job: str, name: str) -> HttpResponse | FileResponse:
    """Hand over one file of a dossier: the bundle, or a paper that it lists."""
    chosen = get_object_or_404(_runs(office), code=job)
    if name not in _files(office, chosen):
        raise Http404
    path = printed.folder_of(chosen.code) / name
    if not path.is_file():
        messages.info(request, _("The papers of this dossier are no longer kept; print it again."))
        return _back(office)
    kind = downloads.TYPES[path.suffix.removeprefix(".")]
    filename = f"{office.event.ref}.zip" if name == printed.BUNDLE else f"{office.event.ref}-{name}"
    return FileResponse(path.open("rb"), as_attachment=True, filename=filename, content_type=kind)


def _files(office: EventOffice, job: Job) -> set[str]:
    """The names of the files of a dossier that somebody may have; the bundle only to whom all are allowed."""
    papers = job.outcome.get("papers", [])
    allowed = _readable(office, job)
    made = {f"{one['key']}.{one['suffix']}" for one in allowed if not one["failure"]}
    return made | {printed.BUNDLE} if len(allowed) == len(papers) else made


def _readable(office: EventOffice, job: Job) -> list[dict[str, str]]:
    """The papers of a dossier of which somebody may read what they hold; none before it is done."""
    papers = job.outcome.get("papers", [])
    return [one for one in papers if office.may(Right(one.get("right", Right.GUESTS_VIEW)))]


def _runs(office: EventOffice) -> QuerySet[Job]:
    runs = Job.objects.filter(
        organiser_id=office.organiser.pk, kind=DOSSIER, arguments__event=office.event.pk
    )
    return runs.order_by("-id")


def _usual(office: EventOffice, last: Job | None) -> Stock:
    """What the last dossier was printed on, else what is usual where the event is held."""
    usual = usual_stock(office.event)
    return StockForm(last.arguments.get("stock"), usual=usual).stock if last else usual


def _progress(office: EventOffice, job: Job) -> dict[str, Any]:
    route = [office.organiser.ref, office.event.code, job.code]
    papers = _readable(office, job)
    made = [one for one in papers if not one["failure"]]
    files = _files(office, job)
    return {
        "name": _("Dossier"),
        "url": reverse("desk:progress", args=route),
        "stop_url": reverse("desk:stop", args=route),
        "bundle_url": reverse("desk:download", args=[*route, printed.BUNDLE])
        if printed.BUNDLE in files
        else "",
        "is_kept": (printed.folder_of(job.code) / printed.BUNDLE).is_file(),
        "failed": [one for one in papers if one["failure"]],
        "made": [
            {**one, "url": reverse("desk:download", args=[*route, f"{one['key']}.{one['suffix']}"])}
            for one in made
        ],
    }


def _back(office: EventOffice) -> HttpResponse:
    return redirect("desk:papers", ref=office.organiser.ref, code=office.event.code)
