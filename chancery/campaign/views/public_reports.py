"""Yearly reports of a campaign or of an office for anybody: what is released, and that one was withdrawn."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.accounts.publisher import publisher_of
from chancery.base import public
from chancery.base.cldr import day_in_words, language_in_its_own_words
from chancery.base.languages import wording
from chancery.base.public import KEPT, Tongue, public_page
from chancery.campaign import linked_data, report_opening, report_page
from chancery.campaign.models import YearReport
from chancery.campaign.queries import reports as queries
from chancery.campaign.report_files import file_of
from chancery.campaign.report_places import ReportPlace, home_of
from chancery.campaign.views.public import framed, gone, page_or_404


@public_page
def report(request: HttpRequest, slug: str, year: int, language: str = "") -> HttpResponseBase:
    """Show the newest version of a report on a campaign, in the language asked for or that is wanted."""
    shown = page_or_404(slug)
    if shown.taken_down_at is not None:
        return gone(request, shown)
    return _report(request, ReportPlace(shown.campaign.organiser, shown), year, language)


@public_page
def of_office(request: HttpRequest, ref: str, year: int, language: str = "") -> HttpResponseBase:
    """Show the newest version of a report on all an office did."""
    return _report(request, ReportPlace(get_object_or_404(Organiser, ref=ref)), year, language)


def _report(request: HttpRequest, place: ReportPlace, year: int, language: str) -> HttpResponse:
    languages = queries.languages_out(place.organiser, place.campaign, year)
    if not languages or (language and language not in languages):
        raise Http404
    chosen = language or public.language_of(request, languages)
    newest = queries.versions_out(place.organiser, place.campaign, year, chosen)[0]
    is_withdrawn = newest.state == YearReport.State.WITHDRAWN
    return public.show(
        request,
        "campaign/public/report.html",
        publisher=publisher_of(place.organiser),
        languages=languages,
        context_in=lambda language: _context(place, newest, languages, language),
        language=newest.language,
        status=HTTPStatus.GONE if is_withdrawn else HTTPStatus.OK,
    )


def _context(
    place: ReportPlace, newest: YearReport, languages: list[str], language: str
) -> Mapping[str, Any]:
    at, address = newest.withdrawn_at, f"{settings.BASE_URL}{place.path(newest.year, newest.language)}"
    is_withdrawn = newest.state == YearReport.State.WITHDRAWN
    day = timezone.localtime(at, place.organiser.zone).date() if at else None
    return {
        **_framed(place, language),
        "tongues": _tongues(place, newest, languages),
        "address": address,
        "any_language": f"{settings.BASE_URL}{place.path(newest.year)}",
        "report": newest,
        "is_withdrawn": is_withdrawn,
        "withdrawn_on": day_in_words(day, language) if day else "",
        "body": "" if is_withdrawn else report_page.rendered(newest, report_opening.in_public),
        "data": "" if is_withdrawn else public.data_block(linked_data.schema_of_report(place, newest)),
        "files": [(suffix, place.file(newest, suffix)) for suffix in ("pdf", "docx")],
    }


def _framed(place: ReportPlace, language: str) -> dict[str, Any]:
    """What the page says of the campaign, or of the office."""
    if place.page is not None:
        languages = place.page.languages
        return framed(place.page, language if language in languages else languages[0], "")
    name = wording(place.organiser.names, language)
    return {"name": name, "publisher_name": name, "description": "", "home_url": home_of(place.organiser)}


@public_page
def file(request: HttpRequest, slug: str, year: int, language: str, suffix: str) -> HttpResponseBase:
    """Give a released report as a file; one that was withdrawn is given to nobody any more."""
    shown = page_or_404(slug)
    if shown.taken_down_at is not None:
        raise Http404
    return _file(request, ReportPlace(shown.campaign.organiser, shown), year, language, suffix)


@public_page
def file_of_office(request: HttpRequest, ref: str, year: int, language: str, suffix: str) -> HttpResponseBase:
    """Give a released report of an office as a file."""
    return _file(request, ReportPlace(get_object_or_404(Organiser, ref=ref)), year, language, suffix)


def _file(
    request: HttpRequest, place: ReportPlace, year: int, language: str, suffix: str
) -> HttpResponseBase:
    newest = queries.versions_out(place.organiser, place.campaign, year, language).first()
    if newest is None or newest.state != YearReport.State.RELEASED:
        raise Http404
    response = file_of(request, newest, suffix)
    response.headers["Cache-Control"] = KEPT
    return response


def _tongues(place: ReportPlace, report: YearReport, languages: list[str]) -> list[Tongue]:
    return [
        Tongue(code, language_in_its_own_words(code), place.path(report.year, code), code == report.language)
        for code in (languages if len(languages) > 1 else [])
    ]
