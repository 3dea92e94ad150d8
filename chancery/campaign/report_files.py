"""A yearly report as a file to take along."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from chancery.base import downloads, media
from chancery.campaign.documents import report as documents
from chancery.campaign.models import YearReport

SUFFIXES = ("pdf", "docx")


def file_of(request: HttpRequest, report: YearReport, suffix: str) -> HttpResponseBase:
    """
    Give a report that is made as a file: as it was released, a draft as it is printed now.

    Errors: Http404 for another suffix; PaperFailed for a PDF that cannot be set.
    """
    if suffix not in SUFFIXES:
        raise Http404
    kept = report.pdf if suffix == "pdf" else report.docx
    if kept is not None:
        return media.file_response(request, kept, as_download=True)
    write = documents.as_pdf if suffix == "pdf" else documents.as_docx
    name = f"{report.year}-{report.language}-{report.version}.{suffix}"
    return downloads.saved(write(report, report.organiser), name)
