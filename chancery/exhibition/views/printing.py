"""What is printed of exhibitions and loans: labels, panels, the list of loans, condition reports."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language

from chancery.accounts.access import Office
from chancery.accounts.imprints import imprint_of
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.frame import framed
from chancery.base.pdf import Imprint, PaperFailed
from chancery.exhibition.access import exhibition_of, loan_of
from chancery.exhibition.documents import labels as printing
from chancery.exhibition.documents import loans as loan_papers
from chancery.exhibition.forms.labels import LabelsForm
from chancery.exhibition.models import ConditionReport
from chancery.exhibition.queries import hanging
from chancery.exhibition.queries.loans import loans_of


@office_page(Right.PROGRAMME_VIEW)
def labels(request: HttpRequest, office: Office, exhibition: str) -> HttpResponse:
    """Choose size and languages of labels or panels, and print them."""
    chosen = exhibition_of(office, exhibition)
    hung = hanging.numbered(list(hanging.exhibits_of(chosen)))
    is_asked = "size" in request.GET
    form = LabelsForm(request.GET if is_asked else None, exhibition=chosen, hung=hung)
    if is_asked and form.is_valid():
        imprint = _imprint(office, form.choices.languages[0])
        try:
            made = printing.labels(chosen, form.chosen_works, form.choices, imprint=imprint)
        except (printing.MissingWording, PaperFailed) as failed:
            form.add_error(None, str(failed))
        else:
            return downloads.opened(made, f"{form.choices.format.key}.pdf")
    return framed(request, "exhibition/labels.html", form=form, exhibition=chosen, has_works=bool(hung))


@office_page(Right.PROGRAMME_VIEW)
def loan_list(request: HttpRequest, office: Office) -> HttpResponse:
    """Print the list of loans for the insurer and the lenders."""
    language = get_language() or "en"
    listed = list(loans_of(office.organiser))
    try:
        made = loan_papers.loan_list(listed, language=language, imprint=_imprint(office, language))
    except PaperFailed as failed:
        return _failed(request, failed)
    return downloads.opened(made, "loans.pdf")


@office_page(Right.PROGRAMME_VIEW)
def condition(request: HttpRequest, office: Office, loan: str, report: int) -> HttpResponse:
    """Print a condition report to be signed."""
    reports = ConditionReport.objects.select_related(
        "loan__work__lender_body", "loan__work__lender_person", "loan__exhibition", "picture"
    )
    chosen = get_object_or_404(reports, loan=loan_of(office, loan), pk=report)
    language = get_language() or "en"
    try:
        made = loan_papers.condition_report(chosen, language=language, imprint=_imprint(office, language))
    except PaperFailed as failed:
        return _failed(request, failed)
    return downloads.opened(made, "condition-report.pdf")


def _imprint(office: Office, language: str) -> Imprint:
    return imprint_of(office.organiser, language, now=timezone.now(), author=office.user.name)


def _failed(request: HttpRequest, failed: PaperFailed) -> HttpResponse:
    return framed(request, "exhibition/not_printed.html", sentence=str(failed))
