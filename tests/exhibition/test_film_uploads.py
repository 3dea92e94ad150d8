"""The file of a film that comes in parts (tus 1.0): begun, gone on with, looked into once it is whole."""

import base64
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.base import media
from chancery.base.models import StoredFile
from chancery.exhibition.actions import films as actions
from chancery.exhibition.models import Film, FilmCheck
from tests import films, make
from tests.conftest import People

pytestmark = pytest.mark.django_db
VERSION = {"Tus-Resumable": "1.0.0"}
PART = "application/offset+octet-stream"


@pytest.fixture(autouse=True)
def own_media_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def film(people: People) -> Film:
    """A film of three seconds without its file."""
    return make.film(people.office, "Voices", duration_seconds=3)


def begin(client: Client, film: Film, size: int) -> Any:
    where = reverse("exhibition:film-uploads", args=[film.organiser.ref, film.code])
    told = f"filename {base64.b64encode(b'Vocea.webm').decode()}"
    return client.post(where, headers=VERSION | {"Upload-Length": str(size), "Upload-Metadata": told})


def part(client: Client, where: str, content: bytes, offset: int) -> Any:
    headers = VERSION | {"Upload-Offset": str(offset)}
    return client.patch(where, content, content_type=PART, headers=headers)


def test_a_film_comes_in_parts_and_is_looked_into_when_it_is_whole(signed_in: Client, film: Film) -> None:
    content = films.film()
    where = begin(signed_in, film, len(content)).headers["Location"]

    first = part(signed_in, where, content[:2000], 0)
    film.refresh_from_db()
    before = (film.file, FilmCheck.objects.exists())
    asked = signed_in.head(where, headers=VERSION)
    last = part(signed_in, where, content[2000:], 2000)

    assert before == (None, False)
    assert (asked.headers["Upload-Offset"], asked.headers["Upload-Length"]) == ("2000", str(len(content)))
    assert (first.status_code, last.status_code) == (204, 204)
    film.refresh_from_db()
    assert film.file is not None
    assert (film.file.name, film.file.state) == ("Vocea.webm", "ready")
    assert media.path_of(film.file).read_bytes() == content
    assert FilmCheck.objects.get(film=film).container == "WebM"
    page = signed_in.get(reverse("exhibition:change-film", args=["mission", film.code])).content.decode()
    assert "The file is there and lasts 00:03, as it is written down." in page
    assert "Vocea.webm" in page


def test_a_film_goes_on_after_the_server_was_stopped_in_a_part(signed_in: Client, film: Film) -> None:
    content = films.film()
    where = begin(signed_in, film, len(content)).headers["Location"]
    with media.path_of(StoredFile.objects.get()).open("ab") as kept:
        kept.write(content[:1500])

    offset = int(signed_in.head(where, headers=VERSION).headers["Upload-Offset"])
    part(signed_in, where, content[offset:], offset)

    film.refresh_from_db()
    assert offset == 1500
    assert film.file is not None
    assert film.file.size == len(content)


def test_a_film_takes_the_place_of_the_present_file_once_it_is_whole(
    signed_in: Client, people: People
) -> None:
    film = films.kept_film(people.office)
    present, content = film.file, films.film(sound="")
    where = begin(signed_in, film, len(content)).headers["Location"]

    part(signed_in, where, content[:500], 0)
    film.refresh_from_db()
    assert film.file == present

    part(signed_in, where, content[500:], 500)
    film.refresh_from_db()
    assert film.file != present
    assert FilmCheck.objects.get(film=film).audio_codec == ""


def test_a_film_may_have_what_the_setting_says(signed_in: Client, film: Film, settings: Any) -> None:
    most = settings.MOST_MEDIA_BYTES["film"]

    assert begin(signed_in, film, most).status_code == 201
    response = begin(signed_in, film, most + 1)

    assert response.status_code == 413
    assert response.content.decode() == (
        "“Vocea.webm” has 4001 MB, and at most 4000 MB are taken; choose a smaller version of it."
    )


def test_what_is_no_film_is_refused_at_its_end(signed_in: Client, film: Film) -> None:
    where = begin(signed_in, film, 8).headers["Location"]

    response = part(signed_in, where, b"no film.", 0)

    assert response.status_code == 422
    assert response.content.decode().startswith("“Vocea.webm” is neither a film in MP4")
    film.refresh_from_db()
    assert film.file is None
    assert not StoredFile.objects.exists()


def test_a_film_of_another_office_does_not_exist(people: People, signed_in: Client, film: Film) -> None:
    where = begin(signed_in, film, 100).headers["Location"]
    elsewhere = make.film(make.organiser("third"), "Another")
    make.member(elsewhere.organiser, "owner", people.stranger)
    stranger = Client()
    stranger.force_login(people.stranger)
    code = StoredFile.objects.get().code
    theirs = reverse("exhibition:film-upload", args=["third", elsewhere.code, code])
    borrowed = reverse("exhibition:film-uploads", args=["third", film.code])

    assert begin(stranger, film, 100).status_code == 404
    assert stranger.post(borrowed, headers=VERSION | {"Upload-Length": "9"}).status_code == 404
    assert [part(stranger, each, b"x", 0).status_code for each in (where, theirs)] == [404, 404]


def test_a_film_that_was_deleted_meanwhile_takes_no_file(people: People, film: Film) -> None:
    by = make.actor(people.office)
    meant = Film.objects.get(pk=film.pk)
    actions.delete_film(film, by=by)

    actions.take_arrived(meant, StoredFile(organiser_id=people.office.pk, kind="film", name="a.webm"), by=by)

    assert not StoredFile.objects.exists()
    assert not Film.objects.exists()
