"""Pages of loans: the list with what is due and insured, one loan, its condition reports."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history, media
from chancery.base.frame import framed
from chancery.exhibition import describing
from chancery.exhibition.access import loan_of, work_of
from chancery.exhibition.actions import loans as actions
from chancery.exhibition.forms.loans import ConditionForm, LoanForm
from chancery.exhibition.models import ConditionReport, Loan
from chancery.exhibition.queries.loans import loans_of


@office_page(Right.PROGRAMME_VIEW)
def loans(request: HttpRequest, office: Office) -> HttpResponse:
    """List the loans of the office, those that end first at the top."""
    listed = list(loans_of(office.organiser))
    today = timezone.localdate()
    lines = [describing.loan_line(loan, on=today) for loan in listed]
    return framed(request, "exhibition/loans.html", lines=lines, insured=describing.insured_lines(listed))


@office_page(Right.PROGRAMME_VIEW)
def loan(request: HttpRequest, office: Office, loan: str) -> HttpResponse:
    """Show a loan with its condition reports."""
    chosen = loan_of(office, loan)
    reports = chosen.condition_reports.select_related("picture").order_by("seen_on", "position", "pk")
    return framed(
        request,
        "exhibition/loan.html",
        loan=chosen,
        line=describing.loan_line(chosen, on=timezone.localdate()),
        reports=[describing.report_line(office, chosen, report) for report in reports],
        lines=history.of(chosen, language=get_language() or "en"),
    )


@office_page(Right.PROGRAMME_EDIT)
def add_loan(request: HttpRequest, office: Office) -> HttpResponse:
    """Add a loan, of the work that the address names, where it names one."""
    new = Loan(organiser=office.organiser)
    if request.GET.get("work"):
        new.work = work_of(office, request.GET["work"])
    return _form_page(request, office, new, _("Add a loan"))


@office_page(Right.PROGRAMME_EDIT)
def change_loan(request: HttpRequest, office: Office, loan: str) -> HttpResponse:
    """Change a loan."""
    chosen = loan_of(office, loan)
    return _form_page(request, office, chosen, str(chosen))


@office_page(Right.PROGRAMME_EDIT)
def delete_loan(request: HttpRequest, office: Office, loan: str) -> HttpResponse:
    """Delete a loan, after asking."""
    chosen = loan_of(office, loan)
    if request.method == "POST":
        actions.delete_loan(chosen, by=office.actor)
        return redirect("exhibition:loans", ref=office.organiser.ref)
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete the loan of “%(name)s”?") % {"name": chosen},
        sentences=[_("Its condition reports go with it. The history of the office can bring them back.")],
        action_word=_("Delete"),
        cancel_url=_url_of(office, chosen),
        is_danger=True,
    )


@office_page(Right.PROGRAMME_EDIT)
def add_report(request: HttpRequest, office: Office, loan: str) -> HttpResponse:
    """Write a condition report."""
    chosen = loan_of(office, loan)
    new = ConditionReport(loan=chosen, seen_on=timezone.localdate(), seen_by=office.user.name)
    return _report_page(request, office, new, _("Write a condition report"))


@office_page(Right.PROGRAMME_EDIT)
def change_report(request: HttpRequest, office: Office, loan: str, report: int) -> HttpResponse:
    """Change a condition report."""
    chosen = _report_of(office, loan, report)
    return _report_page(request, office, chosen, str(chosen))


@office_page(Right.PROGRAMME_EDIT)
def delete_report(request: HttpRequest, office: Office, loan: str, report: int) -> HttpResponse:
    """Delete a condition report, after asking."""
    chosen = _report_of(office, loan, report)
    if request.method == "POST":
        actions.delete_report(chosen, by=office.actor)
        return redirect(_url_of(office, chosen.loan))
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete this condition report?"),
        sentences=[_("The history of the office can bring it back.")],
        action_word=_("Delete"),
        cancel_url=_url_of(office, chosen.loan),
        is_danger=True,
    )


@office_page(Right.PROGRAMME_VIEW)
def report_picture(
    request: HttpRequest, office: Office, loan: str, report: int, size: str
) -> HttpResponseBase:
    """Give the picture of a condition report in one of its sizes."""
    return describing.picture_response(request, _report_of(office, loan, report).picture, size)


def _report_of(office: Office, loan: str, report: int) -> ConditionReport:
    reports = ConditionReport.objects.select_related("loan__work", "picture")
    return get_object_or_404(reports, loan=loan_of(office, loan), pk=report)


def _url_of(office: Office, loan: Loan) -> str:
    return reverse("exhibition:loan", args=[office.organiser.ref, loan.code])


def _form_page(request: HttpRequest, office: Office, loan: Loan, heading: str) -> HttpResponse:
    form = LoanForm(request.POST or None, instance=loan, organiser=office.organiser)
    if request.method == "POST" and form.is_valid():
        saved = actions.save_loan(form.instance, by=office.actor)
        messages.success(request, _("The loan of “%(name)s” is saved.") % {"name": saved})
        return redirect(_url_of(office, saved))
    back = reverse("exhibition:loans", args=[office.organiser.ref])
    is_new = loan.pk is None
    url = back if is_new else _url_of(office, loan)
    return framed(request, "exhibition/loan_form.html", form=form, heading=heading, back_url=url)


def _report_page(request: HttpRequest, office: Office, report: ConditionReport, heading: str) -> HttpResponse:
    form = ConditionForm(request.POST or None, request.FILES or None, instance=report)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_report(form.instance, form.cleaned_data["upload"], by=office.actor)
        except media.MediaRefused as refused:
            form.add_error("upload", str(refused))
        else:
            return redirect(_url_of(office, report.loan))
    url = _url_of(office, report.loan)
    return framed(request, "exhibition/loan_form.html", form=form, heading=heading, back_url=url)
