"""Which works, exhibitions and loans a member may reach: those of the office."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from chancery.accounts.access import Office
from chancery.exhibition.models import Exhibition, Film, Loan, Work
from chancery.occasions.models import Campaign


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


def offered_of(campaign: Campaign, kind: str, code: str) -> Film | Exhibition:
    """Return what the owner of a campaign offers to those who serve it. Errors: Http404."""
    offered = {"campaign": campaign, "organiser": campaign.organiser_id, "code": code}
    match kind:
        case "film":
            return get_object_or_404(Film.objects.select_related("organiser"), **offered)
        case "exhibition":
            return get_object_or_404(Exhibition.objects.select_related("organiser"), **offered)
    raise Http404


def own_of(office: Office, kind: str, code: str) -> Film | Exhibition:
    """Return a film or an exhibition of the office with what it was taken from. Errors: Http404."""
    beside = ("source__organiser", "campaign")
    match kind:
        case "film":
            return get_object_or_404(
                Film.objects.select_related(*beside), organiser=office.organiser, code=code
            )
        case "exhibition":
            return get_object_or_404(
                Exhibition.objects.select_related(*beside), organiser=office.organiser, code=code
            )
    raise Http404
