"""Photographs that come in parts (tus)."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from chancery.accounts.roles import Right
from chancery.base.media import tus
from chancery.base.models import StoredFile
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.record.actions import photos as actions


@tus.with_words_at_the_end_of_a_session
@require_http_methods(["OPTIONS", "POST"])
@event_page(Right.RECORD_EDIT)
def uploads(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Begin a photograph."""
    return tus.collection(request, _uploads(office))


@tus.with_words_at_the_end_of_a_session
@require_http_methods(["GET", "HEAD", "PATCH"])
@event_page(Right.RECORD_EDIT)
def upload(request: HttpRequest, office: EventOffice, upload: str) -> HttpResponse:
    """Take the next part of a photograph, or say how much has come."""
    return tus.one(request, _uploads(office), upload)


def _uploads(office: EventOffice) -> tus.Uploads:
    def address(file: StoredFile) -> str:
        return reverse("record:photos-upload", args=[office.organiser.ref, office.event.code, file.code])

    return tus.Uploads(
        kind=StoredFile.Kind.PICTURE,
        by=office.actor,
        address=address,
        finish=partial(actions.add_arrived, office.event, by=office.actor),
    )
