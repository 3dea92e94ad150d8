"""Which works, exhibitions and loans a member may reach: those of the office."""

from django.shortcuts import get_object_or_404

from chancery.accounts.access import Office
from chancery.exhibition.models import Exhibition, Loan, Work


def exhibition_of(office: Office, code: str) -> Exhibition:
    """Return an exhibition of the office. Errors: Http404."""
    return get_object_or_404(Exhibition, organiser=office.organiser, code=code)


def work_of(office: Office, code: str) -> Work:
    """Return a work of the office with its picture and lender. Errors: Http404."""
    rows = Work.objects.select_related("picture", "lender_body", "lender_person")
    return get_object_or_404(rows, organiser=office.organiser, code=code)


def loan_of(office: Office, code: str) -> Loan:
    """Return a loan of the office with its work. Errors: Http404."""
    rows = Loan.objects.select_related("work__picture", "exhibition")
    return get_object_or_404(rows, organiser=office.organiser, code=code)
