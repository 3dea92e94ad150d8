"""Files are told by their content, held to limits, prepared, and given out without their place."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.http import Http404, HttpRequest
from django.test import RequestFactory
from django.utils import timezone
from PIL import Image

from chancery.base import jobs, media
from chancery.base.media import preparing
from chancery.base.models import Job, StoredFile
from tests import make, pictures
from tests.conftest import People

Kind = StoredFile.Kind
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_media_folder(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def received(
    people: People, content: bytes | None = None, name: str = "a.jpg", kind: str = Kind.PICTURE
) -> Any:
    return media.receive(
        pictures.upload(content, name), kind=kind, by=make.actor(people.office, people.owner)
    )


def prepared(people: People, content: bytes | None = None, name: str = "a.jpg") -> StoredFile:
    file: StoredFile = received(people, content, name)
    media.prepare(file)
    return file


def body(response: Any) -> bytes:
    content = b"".join(response.streaming_content)
    let_go(response)
    return content


def let_go(response: Any) -> None:
    """Close the file of a response without ending a request, which would end the connection of the test."""
    if response.file_to_stream is not None:
        response.file_to_stream.close()


def get(**headers: str) -> HttpRequest:
    return RequestFactory().get("/", headers=headers)


def test_a_picture_waits_until_its_sizes_are_made(people: People) -> None:
    file = received(people)

    assert (file.state, file.media_type, file.width, file.height) == ("waiting", "image/jpeg", 1200, 800)
    assert Job.objects.filter(kind="base.media.prepare", state="waiting").count() == 1


def test_two_pictures_are_prepared_by_one_job(people: People) -> None:
    received(people), received(people, pictures.picture(700, 500))
    job = Job.objects.get(kind="base.media.prepare")

    jobs.run_job.call(job.pk)

    assert set(StoredFile.objects.values_list("state", flat=True)) == {"ready"}
    assert Job.objects.get().outcome == {"pictures": 2}


def test_the_sizes_rise_to_the_own_width(people: People) -> None:
    file = prepared(people)

    assert [each["width"] for each in file.renditions] == [480, 960, 1200]
    with Image.open(media.path_of(file, "480")) as small:
        assert (small.size, small.format) == ((480, 320), "WEBP")


def test_no_size_is_above_the_largest(people: People) -> None:
    file = prepared(people, pictures.picture(3000, 1500))

    assert [(each["width"], each["height"]) for each in file.renditions] == [
        (480, 240),
        (960, 480),
        (1600, 800),
        (2400, 1200),
    ]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_is_given_out_tells_the_place(people: People, form: str) -> None:
    content = pictures.picture(600, 400, form)
    assert pictures.tells_a_place(content)

    file = prepared(people, content)

    for rendition in ["", *(each["name"] for each in file.renditions)]:
        given = body(media.file_response(get(), file, rendition=rendition))
        assert not pictures.tells_a_place(given)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_the_original_keeps_its_pixels_and_its_moment(people: People, form: str) -> None:
    content = pictures.picture(600, 400, form, offset="+02:00")

    file = prepared(people, content)

    with Image.open(BytesIO(content)) as before, Image.open(media.path_of(file)) as after:
        assert before.tobytes() == after.tobytes()
        assert after.getexif().get_ifd(pictures.EXIF_PART)[pictures.TAKEN] == "2025:02:25 19:12:00"


def test_the_original_keeps_its_colour_profile(people: People) -> None:
    file = prepared(people, pictures.with_profile())

    with Image.open(media.path_of(file)) as after:
        assert after.info["icc_profile"]


def test_what_follows_the_end_of_a_picture_is_left_out(people: People) -> None:
    content = pictures.picture()

    file = prepared(people, content + pictures.picture(100, 100))

    assert not pictures.tells_a_place(media.path_of(file).read_bytes())
    assert media.path_of(file).read_bytes().count(b"\xff\xd9") == 1


def test_a_turned_picture_stands_upright(people: People) -> None:
    file = prepared(people, pictures.picture(800, 600, orientation=6))

    assert (file.width, file.height) == (600, 800)
    with Image.open(media.path_of(file, "480")) as small:
        assert small.size == (480, 640)
        red, _green, blue = small.convert("RGB").getpixel((240, 20))
    assert red > blue, "what was left is above"


def test_the_moment_is_one_of_the_page_unless_an_offset_says_otherwise(people: People) -> None:
    with timezone.override("Europe/Bucharest"):
        local, offset = received(people), received(people, pictures.picture(offset="+04:00"))

    assert local.taken_at.isoformat() == "2025-02-25T19:12:00+02:00"
    assert offset.taken_at.isoformat() == "2025-02-25T19:12:00+04:00"


def test_an_unknown_moment_stays_unknown(people: People) -> None:
    assert received(people, pictures.picture(taken="0000:00:00 00:00:00")).taken_at is None


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.jpg", "“a.jpg” is not a picture in JPEG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "IMG_1.HEIC", "“IMG_1.HEIC” is a picture in HEIC or AVIF"),
        (b"\0\0\0\x18ftypavif\0\0\0\0", "a.avif", "“a.avif” is a picture in HEIC or AVIF"),
        (b"", "a.jpg", "“a.jpg” is empty"),
        (b"\xff\xd8\xff\xe0 no picture", "a.jpg", "The picture “a.jpg” cannot be read"),
        (b"GIF89a", "a.gif", "“a.gif” is not a picture in JPEG"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(
    people: People, content: bytes, name: str, sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(media.MediaRefused, match=sentence) as refused:
        received(people, content, name)

    assert str(refused.value).endswith(".")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not StoredFile.objects.exists()


def test_a_large_file_is_refused_by_the_limit_of_its_kind(people: People, settings: Any) -> None:
    settings.MOST_MEDIA_BYTES = settings.MOST_MEDIA_BYTES | {"picture": 1_000_000}

    with pytest.raises(media.MediaRefused, match="has 2 MB, and at most 1 MB are taken"):
        received(people, b"\xff\xd8\xff" + b"0" * 1_500_000)


def test_too_many_pixels_are_refused_before_they_are_unpacked(people: People, settings: Any) -> None:
    settings.MOST_PIXELS = 500_000

    with pytest.raises(media.MediaRefused, match="more than 0 million pixels"):
        received(people)


def test_a_picture_that_ends_early_is_refused_when_it_is_prepared(people: People) -> None:
    file = prepared(people, pictures.picture()[:2000])

    assert (file.state, file.renditions) == ("refused", [])
    assert file.why_refused.startswith("The picture “a.jpg” cannot be read to its end")


def test_a_picture_is_not_given_out_before_it_is_prepared(people: People) -> None:
    with pytest.raises(Http404):
        media.file_response(get(), received(people))


@pytest.mark.parametrize(
    ("kind", "content", "media_type"),
    [
        (Kind.FILM, b"\0\0\0\x18ftypisom\0\0\0\0", "video/mp4"),
        (Kind.FILM, b"\x1aE\xdf\xa3...webm", "video/webm"),
        (Kind.SOUND, b"\x1aE\xdf\xa3...webm", "audio/webm"),
        (Kind.SOUND, b"\0\0\0\x18ftypisom\0\0\0\0", "audio/mp4"),
        (Kind.SOUND, b"ID3\x04", "audio/mpeg"),
        (Kind.DOCUMENT, b"%PDF-1.7", "application/pdf"),
        (Kind.DOCUMENT, "Said in the hall: “Pace”.".encode(), "text/plain"),
        (Kind.DOCUMENT, b"<svg xmlns='x'/>", "image/svg+xml"),
    ],
)
def test_other_files_are_ready_at_once(people: People, kind: str, content: bytes, media_type: str) -> None:
    file = received(people, content, "file", kind)

    assert (file.state, file.media_type) == ("ready", media_type)


def test_a_page_is_no_document(people: People) -> None:
    with pytest.raises(media.MediaRefused, match="save it as PDF"):
        received(people, b"<!DOCTYPE html><script>", "a.txt", Kind.DOCUMENT)


def test_no_name_of_a_file_turns_round_or_tears_its_header(people: People) -> None:
    file = received(people, b"<svg xmlns='x'/>", "a.svg", Kind.DOCUMENT)
    file.name = "plan\r\nBcc: x/\u202efdp.svg"

    response = media.file_response(get(), file)

    let_go(response)
    assert response.headers["Content-Disposition"] == 'attachment; filename="plan_Bcc: x_fdp.svg"'


def test_a_drawing_is_given_out_to_be_kept_and_never_shown(people: People) -> None:
    response = media.file_response(get(), received(people, b"<svg xmlns='x'/>", "a.svg", Kind.DOCUMENT))

    let_go(response)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("asked", "status", "given", "place"),
    [
        ("bytes=0-3", 206, b"\0\0\0\x18", "bytes 0-3/16"),
        ("bytes=0-", 206, b"\0\0\0\x18ftypisomabcd", "bytes 0-15/16"),
        ("bytes=12-", 206, b"abcd", "bytes 12-15/16"),
        ("bytes=-4", 206, b"abcd", "bytes 12-15/16"),
        ("bytes=99-", 416, b"", "bytes */16"),
        ("bytes=0-1,4-5", 200, b"\0\0\0\x18ftypisomabcd", ""),
    ],
)
def test_a_film_is_given_in_parts(people: People, asked: str, status: int, given: bytes, place: str) -> None:
    film = received(people, b"\0\0\0\x18ftypisomabcd", "a.mp4", Kind.FILM)

    response = media.file_response(get(Range=asked), film)

    assert (response.status_code, body(response)) == (status, given)
    assert response.headers.get("Content-Range", "") == place


def test_a_file_that_the_browser_has_is_not_sent_again(people: People) -> None:
    file = prepared(people)
    first = media.file_response(get(), file, rendition="480")
    let_go(first)

    tag = first.headers["ETag"]
    again = media.file_response(get(**{"If-None-Match": tag}), file, rendition="480")

    assert again.status_code == 304


def test_a_picture_has_an_address_for_each_size(people: People) -> None:
    file = prepared(people, pictures.picture(1000, 500))

    assert media.srcset_of(file, lambda name: f"/x/{name}") == "/x/480 480w, /x/960 960w, /x/1000 1000w"


def test_the_name_of_a_file_is_taken_without_folders(people: People) -> None:
    assert received(people, name="C:\\pictures\\Ana\n.jpg").name == "Ana.jpg"


def test_work_that_was_lost_goes_on_with_what_still_waits(people: People) -> None:
    first, second = received(people), received(people, pictures.picture(700, 500))
    media.prepare(first)
    job = Job.objects.get(kind="base.media.prepare")
    Job.objects.update(state=Job.State.RUNNING, seen_alive_at=timezone.now() - timedelta(minutes=5))

    assert jobs.rescue_lost_jobs(timezone.now()) == 1
    jobs.run_job.call(job.pk)

    second.refresh_from_db()
    assert (second.state, Job.objects.get().outcome) == ("ready", {"pictures": 1})


def test_a_picture_that_takes_its_process_down_is_refused_alone(people: People, monkeypatch: Any) -> None:
    received(people), received(people, pictures.picture(700, 500))
    monkeypatch.setattr(preparing.pixels, "prepare", pictures.die_of_the_wide_one)

    jobs.run_job.call(Job.objects.get().pk)

    assert sorted(StoredFile.objects.values_list("width", "state")) == [(700, "ready"), (1200, "refused")]
