"""Yearly reports in the office: made in the background, read, released, withdrawn."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed
from chancery.base.pdf import PaperFailed
from chancery.campaign import report_opening, report_page
from chancery.campaign.actions import reports as actions
from chancery.campaign.documents import report as documents
from chancery.campaign.documents.report_values import Opens
from chancery.campaign.forms.reports import ReportForm, WithdrawForm
from chancery.campaign.indicator_words import NAMES
from chancery.campaign.models import CampaignPage, YearReport
from chancery.campaign.queries import reports as queries
from chancery.campaign.report_files import file_of
from chancery.campaign.report_places import ReportPlace
from chancery.campaign.views.pages import is_out
from chancery.occasions.access import campaign_for
from chancery.occasions.models import Campaign

State = YearReport.State


@office_page(Right.RECORD_VIEW)
def of_campaign(request: HttpRequest, office: Office, campaign: str) -> HttpResponse:
    """List the reports on a campaign, and begin one."""
    return _reports(request, office, campaign_for(office, campaign))


@office_page(Right.RECORD_VIEW)
def of_office(request: HttpRequest, office: Office) -> HttpResponse:
    """List the reports on all the office did, and begin one."""
    return _reports(request, office, None)


def _rows(report: YearReport, changed: queries.Changed, opens: Opens) -> str:
    """Where a figure that changed opens to its rows of today; nothing where there are none."""
    if changed.now is None:
        return ""
    return opens({"indicator": changed.indicator.value, "year": report.year})


def _reports(request: HttpRequest, office: Office, campaign: Campaign | None) -> HttpResponse:
    if request.method == "POST":
        office.demand(Right.EVENTS_EDIT)
    row = YearReport(organiser=office.organiser, campaign=campaign, language=get_language() or "en")
    form = ReportForm(
        request.POST or None,
        instance=row,
        this_year=timezone.localdate().year,
        may_tell_costs=office.may(Right.COSTS_EDIT),
    )
    if request.method == "POST" and form.is_valid():
        made = actions.begin(form.instance, by=office.actor)
        return redirect("campaign:report", ref=office.organiser.ref, report=made.code)
    found = list(queries.reports_of(office.organiser, campaign))
    shown = [each for each in found if not each.has_costs or may_read(office, each)]
    return framed(request, "campaign/reports.html", campaign=campaign, form=form, reports=shown)


@office_page(Right.RECORD_VIEW)
def report(request: HttpRequest, office: Office, report: str) -> HttpResponse:
    """Show a report: how far its making is, else its content, its state, and what changed since."""
    chosen = _chosen(office, report)
    changed = queries.changed_since(chosen) if chosen.content else []
    opens = report_opening.in_the_office(chosen)
    return framed(
        request,
        "campaign/report.html",
        report=chosen,
        campaign=chosen.campaign,
        body=report_page.rendered(chosen, opens) if chosen.content else "",
        changed=[
            (NAMES[each.indicator], each.then, each.now, _rows(chosen, each, opens)) for each in changed
        ],
        lines=history.of(chosen, language=get_language() or "en"),
        public_url=_public_url(chosen),
    )


@office_page(Right.RECORD_VIEW)
def progress(request: HttpRequest, office: Office, report: str) -> HttpResponse:
    """Show how far the making of a report is."""
    return render(
        request, "campaign/_report_progress.html", {"report": _chosen(office, report), "office": office}
    )


@require_POST
@office_page(Right.EVENTS_EDIT)
def stop(request: HttpRequest, office: Office, report: str) -> HttpResponse:
    """Give up a report that is being made."""
    chosen = _chosen(office, report)
    actions.stop(chosen, by=office.actor)
    messages.success(request, _("The report is given up."))
    return redirect(_list_url(office, chosen.campaign))


@office_page(Right.RELEASE)
def release(request: HttpRequest, office: Office, report: str) -> HttpResponse:
    """Release a draft, after saying who will read it."""
    chosen = _chosen(office, report)
    if request.method == "POST":
        return _release(request, office, chosen)
    return framed(
        request,
        "base/confirm.html",
        question=_("Release this report?"),
        sentences=_what_happens(chosen),
        action_word=_("Release"),
        cancel_url=_url(office, chosen),
    )


def _what_happens(report: YearReport) -> list[str]:
    sentences = [_("It stays as it is; what is wrong in it is corrected by a new version.")]
    if _public_url(report):
        sentences.insert(0, _("Anybody can read it at its public address, with its PDF and Word file."))
    if report.has_costs:
        sentences.append(
            _("It tells what the events cost: who reads the record sees that; it has no public address.")
        )
    return sentences


def _release(request: HttpRequest, office: Office, report: YearReport) -> HttpResponse:
    try:
        pdf, docx = documents.released_files(report, office.organiser)
        actions.release(report, pdf=pdf, docx=docx, by=office.actor, now=timezone.now())
    except (PaperFailed, actions.CannotRelease) as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The report is released."))
    return redirect(_url(office, report))


@office_page(Right.RELEASE)
def withdraw(request: HttpRequest, office: Office, report: str) -> HttpResponse:
    """Withdraw a released report, with a reason."""
    chosen = _chosen(office, report)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(chosen, form.cleaned_data["reason"], by=office.actor, now=timezone.now())
        except actions.CannotRelease as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("The report is withdrawn; its address says so and why."))
        return redirect(_url(office, chosen))
    return framed(
        request, "campaign/report_withdraw.html", form=form, report=chosen, back_url=_url(office, chosen)
    )


@office_page(Right.RECORD_VIEW)
def file(request: HttpRequest, office: Office, report: str, suffix: str) -> HttpResponseBase:
    """Hand over a report as a file: a draft as it is printed now, else as it was released."""
    chosen = _chosen(office, report)
    if not chosen.content:
        raise Http404
    try:
        return file_of(request, chosen, suffix)
    except PaperFailed as failure:
        messages.error(request, str(failure))
        return redirect(_url(office, chosen))


def may_read(office: Office, report: YearReport) -> bool:
    """Whether a member may read a report: one with costs is for those who keep them, until it is released."""
    return not report.has_costs or report.state == State.RELEASED or office.may(Right.COSTS_EDIT)


def _chosen(office: Office, code: str) -> YearReport:
    found = queries.report_of(office.organiser, code)
    if found is None:
        raise Http404
    if not may_read(office, found):
        office.demand(Right.COSTS_EDIT)
    return found


def _public_url(report: YearReport) -> str:
    """
    The public address of a report that its own office made; nothing for one that tells costs.

    That of a campaign has one while the page of the campaign is out.
    """
    if report.has_costs:
        return ""
    if report.campaign is None:
        return ReportPlace(report.organiser).path(report.year, report.language)
    page = CampaignPage.objects.filter(campaign=report.campaign).select_related("campaign").first()
    if page is None or not is_out(page) or report.campaign.organiser_id != report.organiser_id:
        return ""
    return ReportPlace(report.organiser, page).path(report.year, report.language)


def _url(office: Office, report: YearReport) -> str:
    return reverse("campaign:report", args=[office.organiser.ref, report.code])


def _list_url(office: Office, campaign: Campaign | None) -> str:
    if campaign is None:
        return reverse("campaign:office-reports", args=[office.organiser.ref])
    return reverse("campaign:reports", args=[office.organiser.ref, campaign.code])
