"""The file of a film that comes in parts (tus)."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.media import tus
from chancery.base.models import StoredFile
from chancery.exhibition.actions import films as actions
from chancery.exhibition.models import Film
from chancery.exhibition.queries.films import film_of


@tus.with_words_at_the_end_of_a_session
@require_http_methods(["OPTIONS", "POST"])
@office_page(Right.PROGRAMME_EDIT)
def uploads(request: HttpRequest, office: Office, film: str) -> HttpResponse:
    """Begin the file of a film."""
    return tus.collection(request, _uploads(office, film_of(office.organiser, film)))


@tus.with_words_at_the_end_of_a_session
@require_http_methods(["GET", "HEAD", "PATCH"])
@office_page(Right.PROGRAMME_EDIT)
def upload(request: HttpRequest, office: Office, film: str, upload: str) -> HttpResponse:
    """Take the next part of the file of a film, or say how much has come."""
    return tus.one(request, _uploads(office, film_of(office.organiser, film)), upload)


def _uploads(office: Office, film: Film) -> tus.Uploads:
    def address(file: StoredFile) -> str:
        return reverse("exhibition:film-upload", args=[office.organiser.ref, film.code, file.code])

    return tus.Uploads(
        kind=StoredFile.Kind.FILM,
        by=office.actor,
        address=address,
        finish=partial(actions.take_arrived, film, by=office.actor),
    )
