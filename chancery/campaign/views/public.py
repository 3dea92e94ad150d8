"""The page of a campaign for anybody: the page, all its events, its feeds."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone, translation

from chancery.accounts.publisher import publisher_of
from chancery.base import public
from chancery.base.cldr import day_in_words, language_in_its_own_words
from chancery.base.languages import wording
from chancery.base.public import Tongue, public_page
from chancery.campaign import feeds, linked_data, showing
from chancery.campaign.models import CampaignPage
from chancery.campaign.queries import public as queries
from chancery.campaign.showing import Reading

EVENTS_A_PAGE = 50


@public_page
def page(request: HttpRequest, slug: str, language: str = "") -> HttpResponseBase:
    """Show the page of a campaign; without a language in the one the browser wants, else the first."""
    shown = page_or_404(slug, language)
    if shown.taken_down_at is not None:
        return gone(request, shown)
    return rendered(request, shown, language or public.language_of(request, shown.languages))


def rendered(
    request: HttpRequest, shown: CampaignPage, language: str, *, is_preview: bool = False
) -> HttpResponse:
    """Write the page in one language; a preview has no address for anybody yet."""

    def context_in(language: str) -> Mapping[str, Any]:
        reading = Reading(shown, language, timezone.now())
        return {
            **framed(shown, language, ""),
            **({"tongues": public.tongues(request.path, shown.languages, language)} if is_preview else {}),
            "is_preview": is_preview,
            "parts": showing.parts_of(reading),
            "feeds": _feeds(shown, language, () if is_preview else feeds.TYPES),
            "feed_types": _feeds(shown, language, () if is_preview else feeds.XML),
            "events_url": reverse("public-campaign:events", args=[shown.slug, language]),
            "picture": reading.pictures[0] if reading.pictures else None,
            "data": public.data_block(linked_data.schema_of(reading)),
        }

    return show(request, shown, language, "campaign/public/page.html", context_in)


@public_page
def events(request: HttpRequest, slug: str, language: str) -> HttpResponseBase:
    """List all events that were held, the latest first, some on a page."""
    shown = page_or_404(slug, language)
    if shown.taken_down_at is not None:
        return gone(request, shown)

    def context_in(language: str) -> Mapping[str, Any]:
        reading = Reading(shown, language, timezone.now())
        found = Paginator(queries.held(shown.campaign, reading.now), EVENTS_A_PAGE)
        sheet = found.get_page(request.GET.get("page"))
        return {
            **framed(shown, language, "events/"),
            "sheet": sheet,
            "lines": showing.event_lines(sheet.object_list, reading),
        }

    return show(request, shown, language, "campaign/public/events.html", context_in)


@public_page
def feed(request: HttpRequest, slug: str, language: str, kind: str) -> HttpResponseBase:
    """The news of a campaign as RSS, Atom or JSON."""
    shown = page_or_404(slug, language)
    if kind not in feeds.TYPES:
        raise Http404
    if shown.taken_down_at is not None:
        return gone(request, shown)
    with translation.override(language):
        reading = Reading(shown, language, timezone.now())
        if kind == "json":
            return JsonResponse(feeds.json_of(reading, request.path), content_type=feeds.TYPES[kind])
        return HttpResponse(feeds.xml_of(reading, kind, request.path), content_type=feeds.TYPES[kind])


def page_or_404(slug: str, language: str = "") -> CampaignPage:
    """The page at an address, in a language that it has; one that was taken down is found too."""
    shown = queries.page_at(slug)
    if shown is None or not shown.languages or (language and language not in shown.languages):
        raise Http404
    return shown


def gone(request: HttpRequest, shown: CampaignPage) -> HttpResponse:
    """Say that the page was taken down, and when."""
    organiser, moment = shown.campaign.organiser, shown.taken_down_at
    assert moment is not None, "only a page that was taken down is gone"
    day = timezone.localtime(moment, organiser.zone).date()
    return public.show(
        request,
        "campaign/public/gone.html",
        publisher=publisher_of(organiser),
        languages=shown.languages,
        context_in=lambda language: {"day": day_in_words(day, language), "tongues": [], "address": ""},
        status=HTTPStatus.GONE,
    )


def framed(shown: CampaignPage, language: str, below: str) -> dict[str, Any]:
    """What every page of a campaign says of itself; `below` is the rest of its path."""
    name = wording(shown.campaign.names, language)
    return {
        "campaign": shown.campaign,
        "name": name,
        "description": wording(shown.campaign.aims, language).text,
        "publisher_name": wording(shown.campaign.organiser.names, language),
        "home_url": showing.address_of(shown, language),
        "address": f"{settings.BASE_URL}{showing.address_of(shown, language)}{below}",
        "any_language": "" if below else f"{settings.BASE_URL}{showing.address_of(shown)}",
        "tongues": [
            Tongue(
                code,
                language_in_its_own_words(code),
                f"{showing.address_of(shown, code)}{below}",
                code == language,
            )
            for code in (shown.languages if len(shown.languages) > 1 else [])
        ],
    }


def show(
    request: HttpRequest, shown: CampaignPage, language: str, template: str, context_in: Any
) -> HttpResponse:
    """Render a page below the address of a campaign in one language."""
    return public.show(
        request,
        template,
        publisher=publisher_of(shown.campaign.organiser),
        languages=shown.languages,
        context_in=context_in,
        language=language,
    )


def _feeds(shown: CampaignPage, language: str, kinds: Iterable[str]) -> list[tuple[str, str]]:
    """The news of a page by kind, with their addresses."""
    return [(kind, reverse("public-campaign:feed", args=[shown.slug, language, kind])) for kind in kinds]
