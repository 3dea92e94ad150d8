"""The seals over the history of an office: checked, and taken along as a receipt."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts import seals
from chancery.accounts.access import Office
from chancery.accounts.forms.history import ReceiptForm
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import downloads, jobs
from chancery.base.audit_seal import receipts, sealing
from chancery.base.frame import framed
from chancery.base.models import Job


@office_page(Right.OFFICE_MANAGE)
def seal(request: HttpRequest, office: Office) -> HttpResponse:
    """Show the newest seal and what the last check found; begin a check."""
    form = ReceiptForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _begin(request, office, form)
        return redirect("accounts:seal", ref=office.organiser.ref)
    last = seals.checks_of(office.organiser).first()
    return framed(
        request,
        "accounts/seal.html",
        form=form,
        newest=sealing.newest_seal(office.organiser.pk),
        last=last,
        outcome=seals.outcome_of(last) if last else None,
        check=_line(office, last) if last else None,
    )


def _begin(request: HttpRequest, office: Office, form: ReceiptForm) -> None:
    last = seals.checks_of(office.organiser).first()
    if last is not None and not last.is_over:
        messages.info(request, _("The history is being checked already; wait a moment."))
        return
    jobs.start(seals.CHECK, by=office.actor, receipt=form.told())


@require_POST
@office_page(Right.OFFICE_MANAGE)
def stop(request: HttpRequest, office: Office, job: str) -> HttpResponse:
    """Stop a check."""
    jobs.stop(get_object_or_404(seals.checks_of(office.organiser), code=job))
    return redirect("accounts:seal", ref=office.organiser.ref)


@office_page(Right.OFFICE_MANAGE)
def progress(request: HttpRequest, office: Office, job: str) -> HttpResponse:
    """Show how far a check is."""
    chosen = get_object_or_404(seals.checks_of(office.organiser), code=job)
    return render(request, "base/_progress.html", _line(office, chosen))


@office_page(Right.OFFICE_MANAGE)
def receipt(request: HttpRequest, office: Office, number: int) -> HttpResponse:
    """Hand over a seal as a few lines of text."""
    chosen = get_object_or_404(sealing.seals_of(office.organiser.pk), number=number)
    written = receipts.written(chosen, office.organiser.ref)
    return downloads.saved(written.encode(), f"seal-{office.organiser.ref}-{number}.txt")


def _line(office: Office, job: Job) -> dict[str, Any]:
    """What the line of a check is given; its result is the page itself."""
    where = [office.organiser.ref, job.code]
    return {
        "job": job,
        "url": reverse("accounts:seal_progress", args=where),
        "stop_url": reverse("accounts:stop_seal", args=where),
        "name": _("Checking the history"),
        "result_url": reverse("accounts:seal", args=where[:1]),
    }
