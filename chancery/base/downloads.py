"""Files that a page makes and hands over; what they are is told by the ending of their name."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.utils.http import content_disposition_header

TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "pkpass": "application/vnd.apple.pkpass",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "vcf": "text/vcard; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


def opened(content: bytes, name: str) -> HttpResponse:
    """Hand over a file: the browser opens a PDF, and saves everything else."""
    return _handed_over(content, name, content_disposition_header(not name.endswith(".pdf"), name))


def saved(content: bytes, name: str) -> HttpResponse:
    """Hand over a file that the browser saves, also a PDF."""
    return _handed_over(content, name, content_disposition_header(True, name))


def _handed_over(content: bytes, name: str, disposition: str | None) -> HttpResponse:
    kind = TYPES[name.rpartition(".")[2]]
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": str(disposition)})
