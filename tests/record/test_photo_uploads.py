"""Photographs that come in parts (tus 1.0): begun, gone on with, finished once."""

import base64
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.base import media
from chancery.base.media import arriving, sweeping
from chancery.base.models import Job, StoredFile
from chancery.events.models import Event
from chancery.record.models import Photo
from tests import make, pictures
from tests.conftest import People
from tests.record.photos import photo

pytestmark = pytest.mark.django_db
VERSION = {"Tus-Resumable": "1.0.0"}
PART = "application/offset+octet-stream"


@pytest.fixture(autouse=True)
def own_media_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office)


def uploads(event: Event) -> str:
    return reverse("record:photos-uploads", args=[event.organiser.ref, event.code])


def begin(client: Client, event: Event, size: int, name: str = "DSC_1.jpg") -> Any:
    told = f"filename {base64.b64encode(name.encode()).decode()},filetype aW1hZ2UvanBlZw=="
    headers = VERSION | {"Upload-Length": str(size), "Upload-Metadata": told}
    return client.post(uploads(event), headers=headers)


def part(client: Client, where: str, content: bytes, offset: int, **more: str) -> Any:
    headers = VERSION | {"Upload-Offset": str(offset)} | more
    return client.patch(where, content, content_type=PART, headers=headers)


def test_a_photograph_comes_in_parts(signed_in: Client, event: Event) -> None:
    content = pictures.picture()
    begun = begin(signed_in, event, len(content), "Ședința.jpg")
    where = begun.headers["Location"]

    first = part(signed_in, where, content[:1000], 0)
    asked = signed_in.head(where, headers=VERSION)
    last = part(signed_in, where, content[1000:], 1000)

    assert (begun.status_code, first.status_code, last.status_code) == (201, 204, 204)
    assert (asked.headers["Upload-Offset"], asked.headers["Upload-Length"]) == ("1000", str(len(content)))
    assert asked.headers["Cache-Control"] == "no-store"
    assert last.headers["Upload-Offset"] == str(len(content))
    made = Photo.objects.get()
    assert (made.event, made.file.name, made.file.state) == (event, "Ședința.jpg", "waiting")
    assert Job.objects.filter(kind="base.media.prepare").count() == 1


def test_a_session_that_ends_in_an_upload_is_told_and_loses_nothing(signed_in: Client, event: Event) -> None:
    content = pictures.picture(40, 30)
    where = begin(signed_in, event, len(content)).headers["Location"]
    part = {"data": content[:10], "content_type": PART, "headers": VERSION | {"Upload-Offset": "0"}}
    signed_in.patch(where, **part)
    signed_out = Client()

    refused = signed_out.patch(where, **part)
    begun = begin(signed_out, event, 9)
    asked = signed_out.head(where, headers=VERSION)
    kept = signed_in.head(where, headers=VERSION)

    words = "You are signed out. Sign in again, then choose the same file once more; what arrived is kept."
    assert [(got.status_code, got.text) for got in (refused, begun)] == [(403, words)] * 2
    assert (asked.status_code, asked.headers["Location"].partition("?")[0]) == (302, "/account/login/")
    assert kept.headers["Upload-Offset"] == "10"


def test_an_upload_goes_on_after_the_server_was_stopped_in_a_part(signed_in: Client, event: Event) -> None:
    content = pictures.picture()
    where = begin(signed_in, event, len(content)).headers["Location"]
    # The bytes of the part were written, nothing else was done any more.
    with media.path_of(StoredFile.objects.get()).open("ab") as kept:
        kept.write(content[:1500])

    asked = signed_in.head(where, headers=VERSION)
    part(signed_in, where, content[1500:], int(asked.headers["Upload-Offset"]))

    assert asked.headers["Upload-Offset"] == "1500"
    media.prepare(Photo.objects.get().file)
    assert Photo.objects.get().file.state == "ready"


def test_an_upload_that_nobody_finished_is_finished_when_it_is_asked_for(
    signed_in: Client, event: Event
) -> None:
    content = pictures.picture()
    where = begin(signed_in, event, len(content)).headers["Location"]
    with media.path_of(StoredFile.objects.get()).open("ab") as kept:
        kept.write(content)

    asked = [signed_in.head(where, headers=VERSION).headers["Upload-Offset"] for _time in range(2)]

    assert asked == [str(len(content))] * 2
    assert Photo.objects.count() == 1


def test_the_last_part_sent_twice_makes_one_photograph(signed_in: Client, event: Event) -> None:
    content = pictures.picture()
    where = begin(signed_in, event, len(content)).headers["Location"]
    part(signed_in, where, content, 0)

    headers = VERSION | {"Upload-Offset": str(len(content))}
    again = signed_in.patch(where, CONTENT_TYPE=PART, headers=headers)

    assert again.status_code == 204
    assert Photo.objects.count() == 1


def test_a_photograph_that_is_there_is_not_kept_twice(
    signed_in: Client, event: Event, tmp_path: Path
) -> None:
    content = pictures.picture()
    for _time in range(2):
        where = begin(signed_in, event, len(content)).headers["Location"]
        assert part(signed_in, where, content, 0).status_code == 204

    assert (Photo.objects.count(), StoredFile.objects.count()) == (1, 1)
    assert len(list(tmp_path.rglob("original"))) == 1


@pytest.mark.parametrize(
    ("headers", "content", "status"),
    [
        ({"Upload-Offset": "5"}, b"abc", 409),
        ({"Upload-Offset": "many"}, b"abc", 409),
        ({"Tus-Resumable": "0.2.0"}, b"abc", 412),
        ({}, b"x" * 200, 413),
    ],
)
def test_a_part_that_does_not_fit_is_refused(
    signed_in: Client, event: Event, headers: dict[str, str], content: bytes, status: int
) -> None:
    where = begin(signed_in, event, 100).headers["Location"]

    assert part(signed_in, where, content, 0, **headers).status_code == status


def test_a_part_of_another_type_is_refused(signed_in: Client, event: Event) -> None:
    where = begin(signed_in, event, 100).headers["Location"]

    response = signed_in.patch(
        where, b"x", content_type="image/jpeg", headers=VERSION | {"Upload-Offset": "0"}
    )

    assert response.status_code == 415


def test_two_parts_at_once_are_refused(signed_in: Client, event: Event) -> None:
    where = begin(signed_in, event, 100).headers["Location"]

    with arriving._alone(StoredFile.objects.get()):
        assert part(signed_in, where, b"x", 0).status_code == 423


@pytest.mark.parametrize(("size", "status"), [("61000000", 413), ("0", 413), ("", 400), ("-1", 400)])
def test_a_size_that_is_not_taken_is_refused_in_words(
    signed_in: Client, event: Event, size: str, status: int
) -> None:
    response = signed_in.post(uploads(event), headers=VERSION | {"Upload-Length": size})

    assert response.status_code == status
    assert response.content.decode().endswith(".")
    assert not StoredFile.objects.exists()


def test_what_is_no_picture_is_refused_at_its_end(signed_in: Client, event: Event, tmp_path: Path) -> None:
    where = begin(signed_in, event, 11, "a.jpg").headers["Location"]

    response = part(signed_in, where, b"no picture.", 0)

    assert response.status_code == 422
    assert response.content.decode().startswith("“a.jpg” is not a picture in JPEG")
    assert not StoredFile.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_server_says_what_it_understands(signed_in: Client, event: Event) -> None:
    response = signed_in.options(uploads(event))

    assert response.headers["Tus-Version"] == "1.0.0"
    assert response.headers["Tus-Extension"] == "creation"
    assert response.headers["Tus-Max-Size"] == "60000000"


def test_an_upload_of_another_office_does_not_exist(people: People, signed_in: Client, event: Event) -> None:
    where = begin(signed_in, event, 100).headers["Location"]
    stranger, elsewhere = Client(), make.event(make.organiser("third"))
    make.member(elsewhere.organiser, "owner", people.stranger)
    stranger.force_login(people.stranger)
    code = StoredFile.objects.get().code

    theirs = reverse("record:photos-upload", args=["third", elsewhere.code, code])

    assert stranger.head(where, headers=VERSION).status_code == 404
    assert stranger.head(theirs, headers=VERSION).status_code == 404


def test_an_upload_nobody_goes_on_with_is_deleted_after_a_week(signed_in: Client, event: Event) -> None:
    begin(signed_in, event, 100)
    now = timezone.now()

    swept = [sweeping.sweep(now + timedelta(days=days), days=30) for days in (6, 8, 9)]

    assert swept == [0, 1, 0]
    assert not StoredFile.objects.exists()


def test_a_file_that_nothing_refers_to_stays_as_long_as_it_can_come_back(
    event: Event, tmp_path: Path
) -> None:
    kept, gone = photo(event, 1), photo(event, 2)
    Photo.objects.filter(pk=gone.pk).delete()
    now = timezone.now()

    swept = [sweeping.sweep(now + timedelta(days=days), days=30) for days in (0, 29, 31)]

    assert swept == [0, 0, 1]
    assert list(StoredFile.objects.all()) == [kept.file]
    assert media.path_of(kept.file).is_file()


def test_a_file_that_came_back_is_counted_anew(event: Event) -> None:
    gone = photo(event)
    Photo.objects.filter(pk=gone.pk).delete()
    now = timezone.now()
    sweeping.sweep(now, days=30)
    gone.save(force_insert=True)
    sweeping.sweep(now, days=30)

    assert not (media.path_of(gone.file).parent / sweeping.MARK).exists()
    assert sweeping.sweep(now + timedelta(days=60), days=30) == 0


def test_bytes_without_a_row_go_after_a_day(event: Event, tmp_path: Path) -> None:
    kept = photo(event)
    stray = tmp_path / "files" / "zz" / "zzzzzzzzzzzz"
    stray.mkdir(parents=True)

    sweeping.sweep(timezone.now() + timedelta(hours=1), days=30)
    assert stray.exists()
    sweeping.sweep(timezone.now() + timedelta(days=2), days=30)

    assert not stray.exists()
    assert media.path_of(kept.file).is_file()


def test_pictures_that_wait_without_work_are_asked_for_again(event: Event) -> None:
    photo(event, is_prepared=False)
    Job.objects.all().delete()

    sweeping.sweep(timezone.now(), days=30)

    assert Job.objects.filter(kind="base.media.prepare", organiser_id=event.organiser_id).count() == 1
