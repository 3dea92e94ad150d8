"""Yearly reports of a campaign for anybody: what is released, and that one was withdrawn."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.publisher import publisher_of
from chancery.base import public
from chancery.base.cldr import day_in_words, language_in_its_own_words
from chancery.base.public import KEPT, Tongue, public_page
from chancery.campaign import report_page
from chancery.campaign.models import CampaignPage, YearReport
from chancery.campaign.queries import reports as queries
from chancery.campaign.report_files import file_of
from chancery.campaign.views.public import framed, gone, page_or_404


@public_page
def report(request: HttpRequest, slug: str, year: int, language: str = "") -> HttpResponseBase:
    """Show the newest version of a report, in the language asked for or that the browser wants."""
    shown = page_or_404(slug)
    if shown.taken_down_at is not None:
        return gone(request, shown)
    languages = queries.languages_out(shown.campaign, year)
    if not languages or (language and language not in languages):
        raise Http404
    chosen = language or public.language_of(request, languages)
    versions = list(queries.versions_out(shown.campaign, year, chosen))
    return _page(request, shown, versions, languages)


def _page(
    request: HttpRequest, shown: CampaignPage, versions: list[YearReport], languages: list[str]
) -> HttpResponse:
    newest, organiser = versions[0], shown.campaign.organiser
    is_withdrawn = newest.state == YearReport.State.WITHDRAWN

    def context_in(language: str) -> Mapping[str, Any]:
        at = newest.withdrawn_at
        return {
            **framed(shown, language if language in shown.languages else shown.languages[0], ""),
            "tongues": _tongues(shown, newest, languages),
            "address": f"{settings.BASE_URL}{_path(shown, newest.year, newest.language)}",
            "any_language": f"{settings.BASE_URL}{_path(shown, newest.year)}",
            "report": newest,
            "is_withdrawn": is_withdrawn,
            "withdrawn_on": day_in_words(timezone.localtime(at, organiser.zone).date(), language)
            if at
            else "",
            "body": "" if is_withdrawn else report_page.rendered(newest),
            "files": [(suffix, _file(shown, newest, suffix)) for suffix in ("pdf", "docx")],
        }

    return public.show(
        request,
        "campaign/public/report.html",
        publisher=publisher_of(organiser),
        languages=languages,
        context_in=context_in,
        language=newest.language,
        status=HTTPStatus.GONE if is_withdrawn else HTTPStatus.OK,
    )


@public_page
def file(request: HttpRequest, slug: str, year: int, language: str, suffix: str) -> HttpResponseBase:
    """Give a released report as a file; one that was withdrawn is given to nobody any more."""
    shown = page_or_404(slug)
    newest = queries.versions_out(shown.campaign, year, language).first()
    if shown.taken_down_at is not None or newest is None or newest.state != YearReport.State.RELEASED:
        raise Http404
    response = file_of(request, newest, suffix)
    response.headers["Cache-Control"] = KEPT
    return response


def _tongues(shown: CampaignPage, report: YearReport, languages: list[str]) -> list[Tongue]:
    return [
        Tongue(
            code,
            language_in_its_own_words(code),
            _path(shown, report.year, code),
            code == report.language,
        )
        for code in (languages if len(languages) > 1 else [])
    ]


def _path(shown: CampaignPage, year: int, language: str = "") -> str:
    if not language:
        return reverse("public-campaign:report", args=[shown.slug, year])
    return reverse("public-campaign:report-in", args=[shown.slug, year, language])


def _file(shown: CampaignPage, report: YearReport, suffix: str) -> str:
    return reverse("public-campaign:report-file", args=[shown.slug, report.year, report.language, suffix])
