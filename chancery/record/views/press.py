"""Pages of the press: the reports on an event, their clippings, and the folder of all."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import downloads, history, jobs, media
from chancery.base.forms import RowsFormSet, rows_of
from chancery.base.frame import framed
from chancery.base.models import Job
from chancery.base.pdf import PaperFailed
from chancery.events.access import EventOffice
from chancery.events.models import Claim, Source
from chancery.events.pages import event_page
from chancery.events.wording import WordingMissing
from chancery.guests.documents.imprints import imprint_of
from chancery.record import press_rows
from chancery.record.actions import press as actions
from chancery.record.documents.press import press_list
from chancery.record.forms.press import AddressesForm, CoverageForm, QuotedForm, SourceForm
from chancery.record.jobs import press as folder
from chancery.record.models import Coverage
from chancery.record.queries import press as queries


@event_page(Right.RECORD_VIEW)
def press(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List the reports of the press by their day, with what they add up to."""
    coverage = queries.coverage_of(office.event)
    return framed(
        request,
        "record/press.html",
        reports=press_rows.reports_of(office, coverage),
        tally=press_rows.tally_of(coverage),
        others=list(queries.other_sources_of(office.event)),
        **_folder(office),
    )


def _folder(office: EventOffice) -> dict[str, Any]:
    job = _runs(office).first()
    if job is None:
        return {"job": None}
    route = [office.organiser.ref, office.event.code, job.code]
    is_kept = job.state == Job.State.DONE and folder.path_of(job.code).is_file()
    return {
        "job": job,
        "progress_url": reverse("record:press-progress", args=route),
        "folder_url": reverse("record:press-folder", args=route) if is_kept else "",
    }


def _runs(office: EventOffice) -> QuerySet[Job]:
    found = Job.objects.filter(organiser_id=office.organiser.pk, kind=folder.WORK)
    return found.filter(arguments__event=office.event.pk).order_by("-pk")


@event_page(Right.RECORD_EDIT)
def add_report(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add a report, of a source of the event where the address names one."""
    source = Source(event=office.event)
    if ref := request.GET.get("source"):
        source = get_object_or_404(queries.other_sources_of(office.event), ref=ref)
    return _report_page(request, office, Coverage(source=source))


@event_page(Right.RECORD_EDIT)
def report(request: HttpRequest, office: EventOffice, report: str) -> HttpResponse:
    """Change a report."""
    return _report_page(request, office, _coverage(office, report))


def _report_page(request: HttpRequest, office: EventOffice, coverage: Coverage) -> HttpResponse:
    sent = request.POST or None
    source_form = SourceForm(sent, instance=coverage.source, office=office)
    form = CoverageForm(
        sent,
        request.FILES or None,
        instance=coverage,
        office=office,
        clipping_url=_clipping_url(office, coverage),
    )
    formset = _quoted(sent, coverage.source, office)
    # every part is checked, so that all that is wrong is said at once
    if sent and all([source_form.is_valid(), form.is_valid(), formset.is_valid()]):
        try:
            actions.save_report(
                coverage, formset.kept, formset.dropped, clipping=form.sent_clipping, by=office.actor
            )
        except media.MediaRefused as refused:
            form.add_error("clipping_file", forms.ValidationError(str(refused)))
        except actions.StillFollowed as refused:
            form.add_error(None, forms.ValidationError(str(refused)))
        else:
            messages.success(request, _("The report is saved."))
            return _back(office)
    return framed(
        request,
        "record/press_form.html",
        form=form,
        source_form=source_form,
        formset=formset,
        coverage=coverage,
        lines=history.of(coverage, language=get_language() or "en") if coverage.pk else [],
    )


def _quoted(sent: Any, source: Source, office: EventOffice) -> RowsFormSet:
    made = rows_of(Source, Claim, QuotedForm)
    stored = Claim.objects.select_related("matter").order_by("matter__position", "position", "id")
    return made(sent, instance=source, queryset=stored, prefix="quoted", form_kwargs={"office": office})


@event_page(Right.RECORD_EDIT)
def delete_report(request: HttpRequest, office: EventOffice, report: str) -> HttpResponse:
    """Take a report out of the press, after asking."""
    chosen = _coverage(office, report)
    if request.method == "POST":
        actions.delete_report(chosen, by=office.actor)
        return _back(office)
    return framed(
        request,
        "base/confirm.html",
        question=_("Take “%(title)s” out of the press?") % {"title": chosen.source.title},
        sentences=[
            _("The report stays among the sources of the event, with the figures it quotes."),
            _("The history of the office can bring it back."),
        ],
        action_word=_("Take it out"),
        cancel_url=_url(office),
        is_danger=True,
    )


@event_page(Right.RECORD_EDIT)
def paste(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add several reports by their addresses."""
    form = AddressesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = actions.paste(office.event, form.found, by=office.actor)
        _say(request, done)
        return _back(office)
    return framed(request, "record/press_paste.html", form=form)


def _say(request: HttpRequest, done: actions.Pasted) -> None:
    if done.added:
        sentence = ngettext("%(count)s report is added.", "%(count)s reports are added.", done.added)
        messages.success(request, sentence % {"count": done.added})
    for title in done.there:
        messages.info(request, _("“%(title)s” is there already.") % {"title": title})


@event_page(Right.RECORD_VIEW)
def clipping(request: HttpRequest, office: EventOffice, report: str) -> HttpResponseBase:
    """Send the clipping of a report."""
    found = _coverage(office, report).clipping
    if found is None:
        raise Http404
    return media.file_response(request, found)


@event_page(Right.RECORD_VIEW)
def press_paper(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Print the list of the reports."""
    language = get_language() or "en"
    imprint = imprint_of(office.event, language, now=timezone.now(), author=str(office.user))
    try:
        content = press_list(office.event, language=language, imprint=imprint)
    except (PaperFailed, WordingMissing) as refused:
        messages.error(request, str(refused))
        return _back(office)
    return downloads.opened(content, f"{office.event.ref}-press.pdf")


@require_POST
@event_page(Right.RECORD_VIEW)
def pack(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Begin to pack the clipping folder, unless one is being packed."""
    last = _runs(office).first()
    if last is None or last.is_over:
        language = get_language() or "en"
        jobs.start(folder.WORK, by=office.actor, event=office.event.pk, language=language)
    return _back(office)


@event_page(Right.RECORD_VIEW)
def press_progress(request: HttpRequest, office: EventOffice, job: str) -> HttpResponse:
    """Show how far the packing is."""
    get_object_or_404(_runs(office), code=job)
    return framed(request, "record/_press_folder.html", **_folder(office))


@event_page(Right.RECORD_VIEW)
def press_folder(request: HttpRequest, office: EventOffice, job: str) -> HttpResponseBase:
    """Hand over a packed clipping folder."""
    path = folder.path_of(get_object_or_404(_runs(office), code=job).code)
    if not path.is_file():
        messages.info(request, _("This folder is no longer kept; pack it again."))
        return _back(office)
    name = f"{office.event.ref}-press.zip"
    return FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type="application/zip")


def _coverage(office: EventOffice, code: str) -> Coverage:
    found = Coverage.objects.select_related("source__event", "clipping", "after_release")
    return get_object_or_404(found, source__event=office.event, code=code)


def _clipping_url(office: EventOffice, coverage: Coverage) -> str:
    if coverage.clipping is None:
        return ""
    return reverse("record:clipping", args=[office.organiser.ref, office.event.code, coverage.code])


def _url(office: EventOffice) -> str:
    return reverse("record:press", args=[office.organiser.ref, office.event.code])


def _back(office: EventOffice) -> HttpResponse:
    return redirect(_url(office))
