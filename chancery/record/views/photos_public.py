"""The public gallery of an event (R105, R122)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from chancery.accounts.publisher import publisher_of
from chancery.base import media, public
from chancery.base.public import KEPT, public_page
from chancery.events.models import Event
from chancery.record.models import Photo
from chancery.record.queries import photo_captions
from chancery.record.queries import photos as queries

# What a browser without srcset is given, and what gives a picture its place before it is there.
USUAL = "960"


@dataclass(frozen=True, slots=True)
class Shown:
    """One photograph of the gallery; `large` leads to its largest size."""

    src: str
    srcset: str
    large: str
    width: int
    height: int
    alt: str
    caption: str


@public_page
def gallery(request: HttpRequest, ref: str, code: str) -> HttpResponseBase:
    """Show the photographs of an event that are public, each with its caption in the visitor's language."""
    event = _event(ref, code)
    photos = queries.shown_in_public(event)
    if not photos:
        raise Http404

    def context_in(language: str) -> Mapping[str, Any]:
        captions = photo_captions.captions_of(event, photos, [language])
        day = photo_captions.day_of(event, language)
        shown = [_shown(ref, event, photo, captions[photo.pk][0]) for photo in photos]
        return {"event": event, "day": day, "photos": shown}

    return public.show(
        request,
        "record/public/photos.html",
        publisher=publisher_of(event.organiser),
        languages=event.organiser.languages or ["en"],
        context_in=context_in,
    )


@public_page
def picture(request: HttpRequest, ref: str, code: str, photo: str, size: str) -> HttpResponseBase:
    """Hand over one size of a public photograph, asked anew each time whether it still is one."""
    chosen = next((each for each in queries.shown_in_public(_event(ref, code)) if each.code == photo), None)
    if chosen is None:
        raise Http404
    response = media.file_response(request, chosen.file, rendition=size)
    response.headers["Cache-Control"] = KEPT
    return response


def _event(ref: str, code: str) -> Event:
    events = Event.objects.select_related("organiser")
    return get_object_or_404(events, organiser__ref=ref, code=code)


def _shown(ref: str, event: Event, photo: Photo, line: photo_captions.CaptionLine) -> Shown:
    def address(name: str) -> str:
        return reverse("public-record:photo", args=[ref, event.code, photo.code, name])

    sizes = {each["name"]: each for each in photo.file.renditions}
    usual = sizes.get(USUAL) or photo.file.renditions[-1]
    return Shown(
        src=address(usual["name"]),
        srcset=media.srcset_of(photo.file, address),
        large=address(photo.file.renditions[-1]["name"]),
        width=usual["width"],
        height=usual["height"],
        alt=photo_captions.alt_text_of(photo, line),
        caption=line.text,
    )
