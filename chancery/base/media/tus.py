"""
Files in parts over HTTP: the core of tus 1.0 and its creation (docs/decisions/uploads-by-tus.md).

    uploads = tus.Uploads(kind=Kind.PICTURE, by=office.actor, address=address_of_upload, finish=add_photo)
    return tus.collection(request, uploads)       # OPTIONS, POST
    return tus.one(request, uploads, code)        # HEAD, PATCH

Views have `with_words_at_the_end_of_a_session` outside, and have asked who may do that. `finish` runs when
the last byte is there: an action that stores the file by `arriving.keep` and does nothing where somebody else
did so before.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from chancery.base.audit import Actor
from chancery.base.media import arriving
from chancery.base.media.refusing import MediaRefused
from chancery.base.models import StoredFile

VERSION = "1.0.0"
PART_TYPE = "application/offset+octet-stream"
SIGNED_OUT = gettext_noop(
    "You are signed out. Sign in again, then choose the same file once more; what arrived is kept."
)

type View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Uploads:
    """What is taken in at an address, for whom, and what is done with a file that is all there."""

    kind: str
    by: Actor
    address: Callable[[StoredFile], str]
    finish: Callable[[StoredFile], object]


def with_words_at_the_end_of_a_session(view: View) -> View:
    """
    Refuse whoever is signed out with a sentence, where a page would lead to the sign-in.

    A browser that sends follows there by itself and takes that page for the answer. `HEAD` still leads there:
    a client that is refused forgets how far the file came.
    """

    @wraps(view)
    def asked(request: HttpRequest, *given: Any, **named: Any) -> HttpResponseBase:
        response = view(request, *given, **named)
        is_of_a_sender = "Tus-Resumable" in request.headers and request.method in ("POST", "PATCH")
        if is_of_a_sender and response.status_code == HTTPStatus.FOUND:
            return _answer(HTTPStatus.FORBIDDEN, _(SIGNED_OUT))
        return response

    return asked


def collection(request: HttpRequest, uploads: Uploads) -> HttpResponse:
    """Say what is understood (OPTIONS), or begin a file (POST)."""
    if request.method == "OPTIONS":
        return _answer(HTTPStatus.NO_CONTENT, **_abilities(uploads))
    if refusal := _other_version(request):
        return refusal
    length = request.headers.get("Upload-Length", "")
    if not length.isdecimal():
        return _answer(HTTPStatus.BAD_REQUEST, _("The size of the file is missing; choose it once more."))
    try:
        file = arriving.begin(name=name_of(request), size=int(length), kind=uploads.kind, by=uploads.by)
    except MediaRefused as refused:
        return _answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, str(refused))
    return _answer(HTTPStatus.CREATED, Location=uploads.address(file))


def one(request: HttpRequest, uploads: Uploads, code: str) -> HttpResponse:
    """Say how much of a file has come (HEAD), or take its next part (PATCH)."""
    files = StoredFile.objects.filter(organiser_id=uploads.by.organiser_id, kind=uploads.kind, code=code)
    file = files.first()
    if file is None:
        raise Http404
    if refusal := _other_version(request):
        return refusal
    return _next_part(request, uploads, file) if request.method == "PATCH" else _how_far(uploads, file)


def _how_far(uploads: Uploads, file: StoredFile) -> HttpResponse:
    """All bytes may be there while nobody finished the file, where the server was stopped between."""
    offset = arriving.offset_of(file)
    if refusal := _finished(uploads, file, offset):
        return refusal
    where = {"Upload-Offset": str(offset), "Upload-Length": str(file.size)}
    return _answer(HTTPStatus.OK, **where, **{"Cache-Control": "no-store"})


def _next_part(request: HttpRequest, uploads: Uploads, file: StoredFile) -> HttpResponse:
    if request.content_type != PART_TYPE:
        return _answer(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    offset = request.headers.get("Upload-Offset", "")
    if not offset.isdecimal() or int(offset) != arriving.offset_of(file):
        return _answer(HTTPStatus.CONFLICT)
    try:
        reached = _append(request, file, int(offset))
    except arriving.OtherOffset:
        return _answer(HTTPStatus.CONFLICT)
    except arriving.Busy:
        return _answer(HTTPStatus.LOCKED)
    except arriving.TooMuch:
        return _answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    except UnreadablePostError:
        # The sender is gone; what came of the part is kept.
        return _answer(HTTPStatus.BAD_REQUEST)
    if refusal := _finished(uploads, file, reached):
        return refusal
    return _answer(HTTPStatus.NO_CONTENT, **{"Upload-Offset": str(reached)})


def _append(request: HttpRequest, file: StoredFile, offset: int) -> int:
    if file.state != StoredFile.State.ARRIVING:
        return file.size
    return arriving.append(file, request, offset=offset)


def _finished(uploads: Uploads, file: StoredFile, reached: int) -> HttpResponse | None:
    """Finish a file whose last byte has come; an answer where it is not what is taken."""
    if file.state != StoredFile.State.ARRIVING or reached < file.size:
        return None
    try:
        uploads.finish(arriving.described(file))
    except MediaRefused as refused:
        return _answer(HTTPStatus.UNPROCESSABLE_ENTITY, str(refused))
    return None


def _other_version(request: HttpRequest) -> HttpResponse | None:
    if request.headers.get("Tus-Resumable") == VERSION:
        return None
    return _answer(HTTPStatus.PRECONDITION_FAILED, **{"Tus-Version": VERSION})


def _abilities(uploads: Uploads) -> dict[str, str]:
    most = str(settings.MOST_MEDIA_BYTES[uploads.kind])
    return {"Tus-Version": VERSION, "Tus-Extension": "creation", "Tus-Max-Size": most}


def name_of(request: HttpRequest) -> str:
    """The name of the file among what the sender tells: pairs of a word and a value in base 64."""
    for pair in request.headers.get("Upload-Metadata", "").split(","):
        word, _space, value = pair.strip().partition(" ")
        if word == "filename":
            try:
                return base64.b64decode(value, validate=True).decode("utf-8")
            except ValueError:
                return ""
    return ""


def _answer(status: HTTPStatus, words: str = "", **headers: str) -> HttpResponse:
    response = HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
    response.headers["Tus-Resumable"] = VERSION
    for name, value in headers.items():
        response.headers[name] = value
    return response
