"""Giving a file out: with its type, never as anything else; films and recordings also in parts."""

import re
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import IO

from django.http import FileResponse, Http404, HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header, http_date, parse_etags

from chancery.base.media import types
from chancery.base.media.places import path_of
from chancery.base.models import StoredFile

CACHE_SECONDS = 3600
PART_BYTES = 64 * 1024
INLINE = {**types.PICTURES, **types.FILMS, **types.SOUNDS, "application/pdf": "pdf"}
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def file_response(
    request: HttpRequest, file: StoredFile, *, rendition: str = "", as_download: bool = False
) -> HttpResponseBase:
    """
    Answer with the bytes of a file, or of one of its smaller sizes; the caller has asked who may see it.

    A picture that still holds its place is not given out. Errors: Http404.
    """
    path = _path_to_give(file, rendition)
    tag = f'"{file.code}{rendition and "-"}{rendition}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        return _with_headers(HttpResponseNotModified(), tag)
    size = path.stat().st_size
    part = _part_asked(request, size, tag)
    if part is not None and not part:
        response = FileResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        response.headers["Content-Range"] = f"bytes */{size}"
        return response
    return _with_headers(_bytes_of(file, path, rendition, part, as_download=as_download), tag)


def srcset_of(file: StoredFile, address: Callable[[str], str]) -> str:
    """Return the `srcset` of a picture; `address` makes the address of a rendition from its name."""
    return ", ".join(f"{address(each['name'])} {each['width']}w" for each in file.renditions)


def _path_to_give(file: StoredFile, rendition: str) -> Path:
    if file.state != StoredFile.State.READY:
        raise Http404
    if rendition and rendition not in {each["name"] for each in file.renditions}:
        raise Http404
    path = path_of(file, rendition)
    if not path.is_file():
        raise Http404
    return path


def _part_asked(request: HttpRequest, size: int, tag: str) -> range | None:
    """The places of the bytes that are asked for, empty beyond the end; None without a readable range."""
    found = _RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if not found or (found[1] == found[2] == "") or request.headers.get("If-Range", tag) != tag:
        return None
    if not found[1]:
        return range(max(0, size - int(found[2])), size)
    return range(int(found[1]), min(size, int(found[2]) + 1) if found[2] else size)


def _bytes_of(
    file: StoredFile, path: Path, rendition: str, asked: range | None, *, as_download: bool
) -> HttpResponseBase:
    size = path.stat().st_size
    part = range(size) if asked is None else asked
    content = _Part(path.open("rb"), part)
    media_type = "image/webp" if rendition else file.media_type
    response = FileResponse(content, content_type=media_type)
    if media_type == "text/plain":
        response.headers["Content-Type"] = "text/plain; charset=utf-8"
    response.headers["Content-Length"] = str(len(part))
    # Safari first asks for all bytes from the first, and plays nothing where that is no part.
    if asked is not None:
        response.status_code = HTTPStatus.PARTIAL_CONTENT
        response.headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    response.headers["Last-Modified"] = http_date(path.stat().st_mtime)
    is_apart = as_download or media_type not in INLINE
    named = content_disposition_header(is_apart, _name_to_give(file, rendition))
    response.headers["Content-Disposition"] = named or "attachment"
    return response


def _name_to_give(file: StoredFile, rendition: str) -> str:
    """The name of the giver with the ending of what it is."""
    stem = file.name.rpartition(".")[0] or file.name
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

    def __init__(self, content: IO[bytes], part: range) -> None:
        self.content, self.left = content, len(part)
        content.seek(part.start)

    def read(self, most: int = PART_BYTES) -> bytes:
        """Return the next piece, empty at the end."""
        piece = self.content.read(min(most, self.left) if most >= 0 else self.left)
        self.left -= len(piece)
        return piece

    def close(self) -> None:
        """Close the file."""
        self.content.close()
