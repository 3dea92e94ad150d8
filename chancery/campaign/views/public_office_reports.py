"""The yearly reports of an office for anybody: all that are released, and their feed."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext

from chancery.accounts.models import Organiser
from chancery.accounts.publisher import publisher_of
from chancery.base import public
from chancery.base.cldr import language_in_its_own_words
from chancery.base.languages import any_text, wording
from chancery.base.public import INTERFACE, public_page, without_controls
from chancery.campaign.queries import reports as queries
from chancery.campaign.report_places import ReportPlace, home_of
from chancery.campaign.showing import report_lines_of


@public_page
def reports(request: HttpRequest, ref: str) -> HttpResponse:
    """List the released reports of an office, by year and language."""
    organiser = get_object_or_404(Organiser, ref=ref)
    languages = [code for code in organiser.languages if code in INTERFACE] or ["en"]
    return public.show(
        request,
        "campaign/public/office_reports.html",
        publisher=publisher_of(organiser),
        languages=languages,
        context_in=lambda language: _context(organiser, language),
    )


def _context(organiser: Organiser, language: str) -> Mapping[str, Any]:
    name = wording(organiser.names, language)
    place = ReportPlace(organiser)
    return {
        "name": name,
        "publisher_name": name,
        "description": "",
        "any_language": "",
        "address": f"{settings.BASE_URL}{home_of(organiser)}",
        "rows": report_lines_of(queries.reports_out(organiser, None), place),
        "feed_url": reverse("public-report:feed", args=[organiser.ref]),
    }


@public_page
def feed(request: HttpRequest, ref: str) -> HttpResponse:
    """The released reports of an office as a feed, each in its own language."""
    organiser = get_object_or_404(Organiser, ref=ref)
    place, house = ReportPlace(organiser), without_controls(any_text(organiser.names))
    told = Atom1Feed(
        title=house,
        link=f"{settings.BASE_URL}{home_of(organiser)}",
        description="",
        author_name=house,
        feed_url=f"{settings.BASE_URL}{request.path}",
    )
    for report in queries.reports_out(organiser, None):
        address = f"{settings.BASE_URL}{place.path(report.year, report.language)}"
        with translation.override(report.language):
            year = gettext("Report on %(year)s") % {"year": report.year}
        told.add_item(
            title=without_controls(f"{wording(organiser.names, report.language).text} · {year}"),
            link=address,
            description=language_in_its_own_words(report.language),
            pubdate=report.released_at,
            updateddate=report.released_at or timezone.now(),
            unique_id=f"{address}#{report.version}",
        )
    return HttpResponse(told.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
