"""Giving a file out: with its type, never as anything else; films and recordings also in parts."""

import re
from collections.abc import Callable
from http import HTTPStatus
from io import BytesIO
from typing import IO

from django.http import FileResponse, Http404, HttpRequest, HttpResponseNotModified, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header, http_date, parse_etags

from chancery.base.media import types
from chancery.base.media.sources import Source, There, source_of
from chancery.base.models import StoredFile

CACHE_SECONDS = 3600
ADDRESS_SECONDS = 60
PART_BYTES = 64 * 1024
INLINE = {**types.PICTURES, **types.FILMS, **types.SOUNDS, "application/pdf": "pdf"}
LONGEST_STEM = 150
_TURNING = re.compile("[\0-\x1f\x7f/\\\\\u202a-\u202e\u2066-\u2069]+")
"""What in a name turns it round before the eye, tears it, or leads into another folder."""
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def file_response(
    request: HttpRequest, file: StoredFile, *, rendition: str = "", as_download: bool = False
) -> HttpResponseBase:
    """
    Answer with the bytes of a file, or of one of its smaller sizes; the caller has asked who may see it.

    A picture that still holds its place is not given out. Errors: Http404.
    """
    source = _source(file, rendition)
    tag = f'"{file.code}{rendition and "-"}{rendition}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        return _with_headers(HttpResponseNotModified(), tag)
    if isinstance(source, There) and source.store.place.gives_addresses:
        return _sent_on(file, source, rendition, as_download=as_download)
    part = _part_asked(request, source.size, tag)
    if part is not None and not part:
        response = FileResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        response.headers["Content-Range"] = f"bytes */{source.size}"
        return response
    return _with_headers(_bytes_of(file, source, rendition, part, as_download=as_download), tag)


def srcset_of(file: StoredFile, address: Callable[[str], str]) -> str:
    """Return the `srcset` of a picture; `address` makes the address of a rendition from its name."""
    return ", ".join(f"{address(each['name'])} {each['width']}w" for each in file.renditions)


def _source(file: StoredFile, rendition: str) -> Source:
    if file.state != StoredFile.State.READY:
        raise Http404
    if rendition and rendition not in {each["name"] for each in file.renditions}:
        raise Http404
    source = source_of(file, rendition)
    if source is None:
        raise Http404
    return source


def _sent_on(file: StoredFile, source: There, rendition: str, *, as_download: bool) -> HttpResponseBase:
    """Send the reader, who may see it, to the bucket itself, by an address that soon opens nothing."""
    address = source.store.address(
        source.kept.name,
        seconds=ADDRESS_SECONDS,
        media_type=_type_to_tell(file, rendition),
        disposition=_disposition(file, rendition, as_download=as_download),
    )
    response = HttpResponseRedirect(address)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _part_asked(request: HttpRequest, size: int, tag: str) -> range | None:
    """The places of the bytes that are asked for, empty beyond the end; None without a readable range."""
    found = _RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if not found or (found[1] == found[2] == "") or request.headers.get("If-Range", tag) != tag:
        return None
    if not found[1]:
        return range(max(0, size - int(found[2])), size)
    return range(int(found[1]), min(size, int(found[2]) + 1) if found[2] else size)


def _bytes_of(
    file: StoredFile, source: Source, rendition: str, asked: range | None, *, as_download: bool
) -> HttpResponseBase:
    part = range(source.size) if asked is None else asked
    content = _Part(source.open(part) if part else BytesIO(), len(part))
    response = FileResponse(content, content_type=_type_to_tell(file, rendition))
    response.headers["Content-Length"] = str(len(part))
    # Safari first asks for all bytes from the first, and plays nothing where that is no part.
    if asked is not None:
        response.status_code = HTTPStatus.PARTIAL_CONTENT
        response.headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{source.size}"
    response.headers["Last-Modified"] = http_date(source.changed_at)
    response.headers["Content-Disposition"] = _disposition(file, rendition, as_download=as_download)
    return response


def _type_to_tell(file: StoredFile, rendition: str) -> str:
    media_type = "image/webp" if rendition else file.media_type
    return "text/plain; charset=utf-8" if media_type == "text/plain" else media_type


def _disposition(file: StoredFile, rendition: str, *, as_download: bool) -> str:
    """Whether a browser shows it or keeps it, and under which name."""
    is_apart = as_download or not (rendition or file.media_type in INLINE)
    return content_disposition_header(is_apart, _name_to_give(file, rendition)) or "attachment"


def _name_to_give(file: StoredFile, rendition: str) -> str:
    """The name of the giver with the ending of what it is, without what would turn it round."""
    stem = _TURNING.sub("_", file.name.rpartition(".")[0] or file.name)[:LONGEST_STEM]
    if rendition:
        return f"{stem}-{rendition}.webp"
    return f"{stem}.{types.ENDINGS.get(file.media_type, 'bin')}"


def _with_headers[Answer: HttpResponseBase](response: Answer, tag: str) -> Answer:
    response.headers["ETag"] = tag
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = f"private, max-age={CACHE_SECONDS}"
    return response


class _Part:
    """A stretch of an open file, read piece by piece."""

    def __init__(self, content: IO[bytes], length: int) -> None:
        self.content, self.left = content, length

    def read(self, most: int = PART_BYTES) -> bytes:
        """Return the next piece, empty at the end."""
        piece = self.content.read(min(most, self.left) if most >= 0 else self.left)
        self.left -= len(piece)
        return piece

    def close(self) -> None:
        """Close the file."""
        self.content.close()
