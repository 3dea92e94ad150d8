"""Files in a bucket: an independent server that speaks S3 holds them, and Chancery alone gives them out."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen
from zlib import crc32

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import timezone
from moto.server import ThreadedMotoServer
from pytest_socket import enable_socket, socket_allow_hosts

from chancery import checks
from chancery.base import media
from chancery.base.bucket import Bucket, BucketAway, NotInBucket
from chancery.base.media import arriving, sources
from chancery.base.media.places import name_in_bucket, path_of
from chancery.base.models import StoredFile
from chancery.configuration import BucketPlace, UnusableConfiguration, read_configuration
from tests import make, pictures
from tests.base.backup import homes
from tests.conftest import People

pytestmark = [pytest.mark.loopback, pytest.mark.django_db]
Kind = StoredFile.Kind
WORDS = b"Peace, and a second line of it. " * 40


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a store that keeps what it is given in memory."""
    enable_socket()
    socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    running = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    running.start()
    _host, port = running.get_host_and_port()
    yield f"http://127.0.0.1:{port}"
    running.stop()


@pytest.fixture
def place(server: str, request: pytest.FixtureRequest) -> BucketPlace:
    """A bucket of this test alone, without anything in it."""
    found = BucketPlace(
        name=f"office-{crc32(request.node.name.encode())}",
        folder="mission",
        endpoint=server,
        region="eu-central-1",
        key="AKIASAMPLE",
        secret="hush",
        gives_addresses=False,
    )
    Bucket(found)._client.create_bucket(
        Bucket=found.name, CreateBucketConfiguration={"LocationConstraint": found.region}
    )
    return found


@pytest.fixture
def bucket(place: BucketPlace, settings: Any, tmp_path: Path) -> Bucket:
    """The bucket as that of the installation, whose home has no files yet."""
    settings.MEDIA_ROOT, settings.FETCHED_MEDIA_ROOT = tmp_path / "media", tmp_path / "fetched"
    settings.MEDIA_BUCKET = Bucket(place)
    return Bucket(place)


def received(people: People, content: bytes = WORDS) -> StoredFile:
    upload = SimpleUploadedFile("declaration.txt", content)
    return media.receive(upload, kind=Kind.DOCUMENT, by=make.actor(people.office, people.owner))


def names(bucket: Bucket) -> set[str]:
    return {kept.name for kept in bucket.names()}


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def forget(settings: Any) -> None:
    """Take away what was fetched."""
    for path in files_below(settings.FETCHED_MEDIA_ROOT):
        path.unlink()


def get(**headers: str) -> HttpRequest:
    return RequestFactory().get("/", headers=headers)


def body(response: Any) -> bytes:
    content = b"".join(response.streaming_content)
    response.file_to_stream.close()
    return content


def test_what_is_ready_goes_into_the_bucket_and_leaves_the_home(
    people: People, bucket: Bucket, settings: Any
) -> None:
    file = received(people)
    arriving = StoredFile.objects.create(
        organiser_id=people.office.pk, kind=Kind.FILM, name="film.mp4", size=9
    )
    path_of(arriving).parent.mkdir(parents=True)
    path_of(arriving).write_bytes(b"a film")

    handed = [media.hand_over(), media.hand_over()]

    assert handed == [1, 0]
    assert names(bucket) == {f"files/{file.code[:2]}/{file.code}/original"}
    assert files_below(settings.MEDIA_ROOT) == [path_of(arriving)]


def test_what_comes_in_parts_goes_there_once_it_is_whole(people: People, bucket: Bucket) -> None:
    by = make.actor(people.office, people.owner)
    file = arriving.begin(name="declaration.txt", size=len(WORDS), kind=Kind.DOCUMENT, by=by)

    arriving.append(file, BytesIO(WORDS[:100]), offset=0)
    early = media.hand_over()
    arriving.append(file, BytesIO(WORDS[100:]), offset=100)
    arriving.keep(arriving.described(file), by=by)

    assert (early, media.hand_over()) == (0, 1)
    with bucket.open(name_in_bucket(file.code, "original"), range(len(WORDS))) as content:
        assert content.read() == WORDS


def test_a_picture_follows_with_its_sizes_once_it_is_prepared(people: People, bucket: Bucket) -> None:
    upload = pictures.upload(None, "a.jpg")
    file = media.receive(upload, kind=Kind.PICTURE, by=make.actor(people.office, people.owner))
    waiting = media.hand_over()
    media.prepare(file)

    media.hand_over()

    assert waiting == 0
    sizes = {f"{each['name']}.webp" for each in file.renditions}
    assert sizes
    assert {Path(name).name for name in names(bucket)} == {"original", *sizes}


@pytest.mark.parametrize("most_fetched", [0, 1_000_000])
@pytest.mark.parametrize(("asked", "part"), [("", slice(None)), ("bytes=6-9", slice(6, 10))])
def test_it_is_given_out_by_chancery_also_in_parts(
    people: People,
    bucket: Bucket,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    most_fetched: int,
    asked: str,
    part: slice,
) -> None:
    monkeypatch.setattr(sources, "STREAMED_BYTES", most_fetched)
    file = received(people)
    media.hand_over()
    forget(settings)

    response = media.file_response(get(**({"range": asked} if asked else {})), file)

    assert body(response) == WORDS[part]
    assert response.status_code == (206 if asked else 200)
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert bool(files_below(settings.FETCHED_MEDIA_ROOT)) == bool(most_fetched)


def test_what_papers_and_archives_read_is_fetched(people: People, bucket: Bucket, settings: Any) -> None:
    file = received(people)
    media.hand_over()
    forget(settings)

    assert media.path_of(file).read_bytes() == WORDS


def test_a_reader_is_sent_on_where_that_is_set(
    people: People, bucket: Bucket, place: BucketPlace, settings: Any
) -> None:
    file = received(people)
    media.hand_over()
    forget(settings)
    settings.MEDIA_BUCKET = Bucket(replace(place, gives_addresses=True))

    response = media.file_response(get(), file)

    address = response.headers["Location"]
    with urlopen(address) as answer:
        assert answer.read() == WORDS
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert answer.headers["Content-Disposition"].startswith("attachment")
    assert response.status_code == 302
    assert response.headers["Cache-Control"] == "private, no-store"
    assert parse_qs(urlsplit(address).query)["X-Amz-Expires"] == ["60"]
    assert settings.MEDIA_BUCKET.origin == place.endpoint
    assert "hush" not in address


def test_what_nothing_refers_to_is_deleted_there_too(people: People, bucket: Bucket, settings: Any) -> None:
    kept = make.document(make.event(people.office)).file
    file = received(people)
    media.hand_over()
    now = timezone.now()

    early = media.sweep(now, days=30)
    late = media.sweep(now + timedelta(days=31), days=30)

    assert (early, late) == (0, 1)
    assert names(bucket) == {f"files/{kept.code[:2]}/{kept.code}/original"}
    assert file.code not in "".join(str(path) for path in files_below(settings.MEDIA_ROOT.parent))


def test_backups_hold_it_and_bring_it_into_the_home(
    bucket: Bucket, place: BucketPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = homes.office(tmp_path / "home", monkeypatch)
    expected = homes.files(office.home)
    for name in [name for name in expected if name.startswith("media/")]:
        bucket.put(office.home / name, name.removeprefix("media/"))
        (office.home / name).unlink()
    office, keys, where = replace(office, bucket=place), homes.keys(tmp_path), tmp_path / "kept"

    made = homes.back_up(office, where, keys)
    again = homes.back_up(office, where, keys, day=1)
    homes.bring_back(homes.empty(tmp_path / "elsewhere", monkeypatch), where, keys)

    assert homes.files(tmp_path / "elsewhere") == expected | homes.files(office.home)
    assert (made.facts.missing, again.written) == (0, 0)
    assert homes.faults(where, keys) == []
    assert not list((office.home / "backups").rglob("fetched*"))


def test_the_check_says_what_is_wrong_with_a_bucket(bucket: Bucket, place: BucketPlace) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}"

    (gone,) = checks.bucket(Bucket(replace(place, name="nobodys")))
    (away,) = checks.bucket(Bucket(replace(place, endpoint=nobody)))

    assert checks.bucket(bucket) == []
    assert names(bucket) == set()
    assert gone.msg == "The bucket nobodys of files cannot be used (NoSuchBucket); check CHANCERY_MEDIA."
    assert "cannot be used (EndpointConnectionError)" in away.msg
    assert "hush" not in gone.msg + away.msg


def test_a_bucket_that_is_away_keeps_files_in_the_home(
    people: People, bucket: Bucket, place: BucketPlace, settings: Any
) -> None:
    file = received(people)
    settings.MEDIA_BUCKET = Bucket(replace(place, name="nobodys"))

    with pytest.raises(BucketAway):
        media.hand_over()

    assert path_of(file).read_bytes() == WORDS


def test_large_files_go_in_parts(bucket: Bucket, tmp_path: Path) -> None:
    film = tmp_path / "film"
    film.write_bytes(bytes(range(256)) * 40_000)

    bucket.put(film, "files/film")
    with bucket.open("files/film", range(9_000_000, 9_000_004)) as part:
        read = part.read()
    bucket.drop("files/film")

    assert read == film.read_bytes()[9_000_000:9_000_004]
    with pytest.raises(NotInBucket):
        bucket.look("files/film")


def test_settings_of_a_bucket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "store.secret").write_text("hush\n")
    given = {
        "HOME": str(tmp_path),
        "MEDIA": "s3://mission-files/office",
        "MEDIA_ENDPOINT": "https://s3.example.org/",
        "MEDIA_REGION": "ro-1",
        "MEDIA_KEY": "AKIA",
        "MEDIA_SECRET_FILE": "store.secret",
        "MEDIA_ADDRESSES": "yes",
    }
    for name, value in given.items():
        monkeypatch.setenv(f"CHANCERY_{name}", value)

    assert read_configuration().bucket == BucketPlace(
        "mission-files", "office", "https://s3.example.org", "ro-1", "AKIA", "hush", True
    )


@pytest.mark.parametrize(
    "url", ["/var/files", "s3://", "https://s3.example.org/bucket", "s3://key:hush@bucket"]
)
def test_a_bucket_that_cannot_be_read_is_named_without_its_secret(
    url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CHANCERY_HOME", str(tmp_path))
    monkeypatch.setenv("CHANCERY_MEDIA", url)

    with pytest.raises(UnusableConfiguration, match=r"write s3://bucket") as refused:
        read_configuration()

    assert "hush" not in str(refused.value)
