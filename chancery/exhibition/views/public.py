"""Pages of exhibitions for anybody: the exhibition, the caption of one work, what machines read."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from chancery.accounts.publisher import publisher_of
from chancery.base import media, public
from chancery.base.languages import wording
from chancery.base.public import public_page
from chancery.exhibition import linked_data, visiting
from chancery.exhibition.queries.public import Shown, published


@public_page
def exhibition(request: HttpRequest, ref: str, code: str) -> HttpResponseBase:
    """Show a published exhibition: its rooms and works in order."""
    shown = published(ref, code)

    def context_in(language: str) -> Mapping[str, Any]:
        return {
            **_named(shown, language),
            "stays": shown.stays,
            "rooms": visiting.public_rooms(shown, language),
            "data": public.data_block(linked_data.schema_of(shown, language)),
        }

    return _show(request, "exhibition/public/exhibition.html", shown, context_in)


@public_page
def caption(request: HttpRequest, ref: str, code: str, exhibit: str) -> HttpResponseBase:
    """Show one work with its caption; the code on its label leads here."""
    shown = published(ref, code)
    place = shown.place_of(exhibit)

    def context_in(language: str) -> Mapping[str, Any]:
        beside = [visiting.public_work(shown, hung, language) for hung in _beside(shown, place)]
        schema = linked_data.schema_of_work(shown, shown.works[place], language)
        return {
            **_named(shown, language),
            "exhibition_url": visiting.address_of(shown),
            "work": visiting.public_work(shown, shown.works[place], language),
            "previous": beside[0] if place else None,
            "next": beside[-1] if place + 1 < len(shown.works) else None,
            "data": public.data_block({"@context": "https://schema.org", **schema}),
        }

    return _show(request, "exhibition/public/caption.html", shown, context_in)


@public_page
def picture(request: HttpRequest, ref: str, code: str, exhibit: str, size: str) -> HttpResponseBase:
    """Give the picture of a work in one of its sizes; a viewer of another site may show it too."""
    shown = published(ref, code)
    file = shown.works[shown.place_of(exhibit)].exhibit.work.picture
    if file is None:
        raise Http404
    response = media.file_response(request, file, rendition=size)
    response.headers["Cache-Control"] = public.KEPT
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@public_page
def manifest(request: HttpRequest, ref: str, code: str) -> HttpResponseBase:
    """Give the IIIF manifest; viewers of other sites may read it."""
    response = JsonResponse(linked_data.manifest_of(published(ref, code)))
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _named(shown: Shown, language: str) -> dict[str, Any]:
    """The exhibition and its office, by their names in the language of the page."""
    exhibition = shown.exhibition
    return {
        "exhibition": exhibition,
        "name": wording(exhibition.titles or exhibition.about, language),
        "publisher_name": wording(exhibition.organiser.names, language),
    }


def _beside(shown: Shown, place: int) -> list[Any]:
    """The work before and the one after, where there are any."""
    return [shown.works[at] for at in (place - 1, place + 1) if 0 <= at < len(shown.works)]


def _show(request: HttpRequest, template: str, shown: Shown, context_in: Any) -> HttpResponseBase:
    return public.show(
        request,
        template,
        publisher=publisher_of(shown.exhibition.organiser),
        languages=shown.languages,
        context_in=context_in,
    )
