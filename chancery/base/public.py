"""
Pages for anybody, below /p/ and /c/: no account, no cookie, no script; each in its languages with a switch.

A view is decorated with `public_page` and answers with `show`. See docs/decisions/public-pages.md.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page, require_safe

from chancery.base.cldr import language_in_its_own_words
from chancery.base.languages import direction

INTERFACE = tuple(code for code, _name in settings.LANGUAGES)
PACKED = ("text/", "application/json", "application/ld+json", "application/rss+xml")
KEPT = "public, max-age=60"
"""What is taken back is gone from every cache within a minute."""

CONTROLS = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)])


@dataclass(frozen=True, slots=True)
class Publisher:
    """The office behind a public page; `accent_url` is empty for the accent of the house."""

    names: Mapping[str, str]
    accent_url: str = ""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language to read the page in."""

    code: str
    name: str
    url: str
    is_current: bool


type PublicView = Callable[..., HttpResponseBase]


def public_page(view: PublicView) -> PublicView:
    """
    Make a page for anybody of `view(request, **route)`.

    GET and HEAD only; Http404 becomes one sentence in the language of the browser; caches keep the answer for
    a minute unless the view says otherwise, and are asked no cookie; text goes packed.
    """

    answered = conditional_page(view)

    @require_safe
    @wraps(view)
    def page(request: HttpRequest, **route: Any) -> HttpResponseBase:
        try:
            response = answered(request, **route)
        except Http404:
            return _nothing_here(request)
        response.headers.setdefault("Cache-Control", KEPT)
        return _packed(request, response)

    return page


def language_of(request: HttpRequest, languages: Sequence[str]) -> str:
    """
    Choose the language of a page: what the address asks for by `?lang=`, else the first that the browser
    wants and the page has, else the first of the page.

    Shape: `languages` holds at least one.
    """
    asked = request.GET.get("lang", "")
    if asked in languages:
        return asked
    wanted = parse_accept_lang_header(request.headers.get("Accept-Language", "").lower()[:200])
    for code, _weight in wanted:
        for offered in languages:
            if offered.lower() == code or offered.split("-")[0].lower() == code.split("-")[0]:
                return offered
    return languages[0]


def show(
    request: HttpRequest,
    template: str,
    *,
    publisher: Publisher,
    languages: Sequence[str],
    context_in: Callable[[str], Mapping[str, Any]],
    language: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """
    Render a public page that extends `base/public.html`.

    `languages` are those the page has (at least one); `context_in(language)` is asked within the chosen
    language. An address that itself says the `language` hands it in.
    """
    chosen = language or language_of(request, languages)
    with translation.override(chosen):
        context = {
            **_frame(chosen),
            "publisher": publisher,
            "accent_url": publisher.accent_url,
            "tongues": tongues(request.path, languages, chosen),
            "address": f"{settings.BASE_URL}{request.path}",
            "site": settings.BASE_URL,
            "carried": carried(request, chosen),
            **context_in(chosen),
        }
        response = HttpResponse(render_to_string(template, context), status=status)
    response.headers["Content-Language"] = chosen
    return response


def carried(request: HttpRequest, language: str) -> str:
    """What links add to their addresses: the language that the reader chose, which no cookie keeps."""
    return f"?{urlencode({'lang': language})}" if request.GET.get("lang") == language else ""


def data_block(values: Mapping[str, Any]) -> SafeString:
    """
    Write data for machines (schema.org) into a page.

    The content policy lets no script run within a page; a block of data is none, and no text can end it.
    """
    text = json.dumps(values, ensure_ascii=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308  # what stands in it was escaped on the way


def tongues(path: str, languages: Sequence[str], current: str) -> list[Tongue]:
    """The page at `path` in each of its languages; nothing to choose from where it has one."""
    if len(languages) < 2:
        return []
    return [
        Tongue(code, language_in_its_own_words(code), f"{path}?{urlencode({'lang': code})}", code == current)
        for code in languages
    ]


def _frame(language: str) -> dict[str, Any]:
    """`words_lang` is the language of the interface's own words, where the page has another one."""
    base = language.split("-")[0]
    return {
        "lang": language,
        "dir": direction(language),
        "words_lang": base if base in INTERFACE else "en",
        "publisher": None,
        "tongues": [],
        "accent_url": "",
        "address": "",
        "carried": "",
    }


def _nothing_here(request: HttpRequest) -> HttpResponse:
    language = language_of(request, INTERFACE)
    with translation.override(language):
        text = render_to_string("base/public_nothing.html", _frame(language))
    headers = {"Cache-Control": "no-cache", "Content-Language": language}
    return HttpResponse(text, status=HTTPStatus.NOT_FOUND, headers=headers)


def _packed(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """A page tells no secret that its packed length could betray; pictures and films are packed already."""
    kind = response.headers.get("Content-Type", "")
    if response.streaming or not kind.startswith(PACKED):
        return response
    packed: HttpResponseBase = gzip_page(lambda _request: response)(request)
    return packed


def without_controls(text: str) -> str:
    """Leave out what XML 1.0, and so a feed, cannot hold; text pasted from elsewhere may carry it."""
    return text.translate(CONTROLS)
