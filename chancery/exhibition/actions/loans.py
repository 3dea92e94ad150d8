"""What changes loans and condition reports."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from chancery.base import audit, media
from chancery.base.audit import Actor
from chancery.base.models import StoredFile
from chancery.exhibition.actions import rows
from chancery.exhibition.models import ConditionReport, Loan


@transaction.atomic
def save_loan(loan: Loan, *, by: Actor) -> Loan:
    """Save a new or changed loan."""
    return rows.save(loan, by=by, code="exhibition.loan")


@transaction.atomic
def delete_loan(loan: Loan, *, by: Actor) -> None:
    """Delete a loan with its condition reports; the work stays."""
    for report in loan.condition_reports.order_by("pk"):
        audit.delete(report, by=by, code="exhibition.conditionreport.deleted")
    audit.delete(loan, by=by, code="exhibition.loan.deleted")


@transaction.atomic
def save_report(
    report: ConditionReport, upload: UploadedFile[bytes] | None = None, *, by: Actor
) -> ConditionReport:
    """
    Save a new or changed condition report with the picture that came with it.

    Errors: MediaRefused with one sentence; nothing is saved then.
    """
    if upload is not None:
        report.picture = media.receive(upload, kind=StoredFile.Kind.PICTURE, by=by)
    if report.pk is None:
        report.position = report.loan.condition_reports.count()
    return rows.save(report, by=by, code="exhibition.conditionreport")


@transaction.atomic
def delete_report(report: ConditionReport, *, by: Actor) -> None:
    """Delete a condition report."""
    audit.delete(report, by=by, code="exhibition.conditionreport.deleted")
