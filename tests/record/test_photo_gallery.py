"""What leaves the house of the photographs: gallery and pack, never against a wish (R105, R122)."""

from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from chancery.base import jobs
from chancery.base.models import AuditLine, Job
from chancery.events.models import Event, Participation
from chancery.record.models import Photo, PhotoWish
from tests import make, pictures
from tests.conftest import People
from tests.record.photos import on, photo, somebody

pytestmark = pytest.mark.django_db
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
REFUSED, AGREED = PhotoWish.Wish.REFUSED, PhotoWish.Wish.AGREED


@pytest.fixture(autouse=True)
def own_media_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def event(people: People) -> Event:
    made = make.event(people.office)
    Event.objects.filter(pk=made.pk).update(titles={"en": "Evening", "ro": "Seara"})
    made.refresh_from_db()
    return made


def gallery(event: Event) -> str:
    return reverse("public-record:photos", args=[event.organiser.ref, event.code])


def picture(photo: Photo, size: str = "480") -> str:
    return reverse(
        "public-record:photo", args=[photo.event.organiser.ref, photo.event.code, photo.code, size]
    )


def status(client: Client, shown: Photo, size: str = "480") -> int:
    """How the server answers whoever asks for a picture."""
    response: Any = client.get(picture(shown, size))
    if response.streaming:
        # Read to its end, the test client lets go of the file.
        b"".join(response.streaming_content)
    return int(response.status_code)


def refuse(who: Participation) -> None:
    PhotoWish.objects.update_or_create(participation=who, defaults={"wish": REFUSED})


def test_the_gallery_shows_captions_in_the_language_of_the_visitor(client: Client, event: Event) -> None:
    deeds = {"en": "Ana Sample sings", "ro": "Ana Sample cântă"}
    on(photo(event, is_public=True, credit="Ion Lens", deeds=deeds), somebody(event))

    english = client.get(gallery(event), {"lang": "en"}).content.decode()
    romanian = client.get(gallery(event), {"lang": "ro"}).content.decode()

    assert "Ana Sample sings. Taken at the event “Evening”. Photo: Ion Lens." in english
    assert "Ana Sample cântă. Fotografie realizată la evenimentul „Seara”. Foto: Ion Lens." in romanian


def test_every_picture_of_the_gallery_has_its_sizes_and_its_place(client: Client, event: Event) -> None:
    shown = photo(event, is_public=True, alt_texts={"en": "A woman sings."})

    response = client.get(gallery(event), {"lang": "en"})
    text = response.content.decode()

    assert f'srcset="{picture(shown)} 480w, {picture(shown, "501")} 501w"' in text
    assert 'width="501" height="300" alt="A woman sings."' in text
    assert "<script" not in text
    assert "Set-Cookie" not in response.headers


def test_only_public_photographs_are_in_the_gallery(client: Client, event: Event) -> None:
    shown, kept = photo(event, 1, is_public=True), photo(event, 2, is_for_press=True)

    text = client.get(gallery(event)).content.decode()

    assert picture(shown) in text
    assert kept.code not in text
    assert [status(client, each) for each in (shown, kept)] == [200, 404]


def test_without_public_photographs_there_is_no_gallery(client: Client, event: Event) -> None:
    photo(event)

    assert client.get(gallery(event)).status_code == 404


def test_a_refusal_later_on_takes_a_picture_out_at_once(client: Client, event: Event) -> None:
    who = somebody(event, wish=AGREED)
    shown, other = on(photo(event, 1, is_public=True), who), photo(event, 2, is_public=True)
    assert status(client, shown) == 200

    refuse(who)

    assert [status(client, each) for each in (shown, other)] == [404, 200]
    assert shown.code not in client.get(gallery(event)).content.decode()


def test_a_public_picture_tells_no_place_and_is_not_the_original(client: Client, event: Event) -> None:
    shown = photo(event, is_public=True)

    response = client.get(picture(shown))

    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert not pictures.tells_a_place(b"".join(response.streaming_content))  # type: ignore[attr-defined]  # a file
    assert status(client, shown, "original") == 404


def packed(client: Client, event: Event, size: str = "1600") -> Any:
    """Make a pack; return the answer that hands it over."""
    where = [event.organiser.ref, event.code]
    client.post(reverse("record:photos-pack", args=where), {"size": size})
    job = Job.objects.filter(kind="record.photos.pack").latest("pk")
    jobs.run_job.call(job.pk)
    return client.get(reverse("record:photo-pack-file", args=[*where, job.code]), follow=True)


def contents(response: Any) -> ZipFile:
    return ZipFile(BytesIO(b"".join(response.streaming_content)))


def test_the_pack_holds_pictures_with_their_words(signed_in: Client, event: Event) -> None:
    photo(event, 1, is_for_press=True, credit="Ion Lens", deeds={"en": "A choir sings <softly>"})
    photo(event, 2)

    pack = contents(packed(signed_in, event))

    assert pack.namelist() == [f"{event.ref}-001.jpg", "captions.txt"]
    caption = "A choir sings <softly>. Taken at the event “Evening”. Photo: Ion Lens."
    assert caption in pack.read("captions.txt").decode()
    content = pack.read(f"{event.ref}-001.jpg")
    assert not pictures.tells_a_place(content)
    with Image.open(BytesIO(content)) as image:
        assert image.format == "JPEG"
        told = ElementTree.fromstring(image.info["xmp"])
    assert [each.text for each in told.iter("{http://ns.adobe.com/photoshop/1.0/}Credit")] == ["Ion Lens"]
    assert caption in [each.text for each in told.iter(f"{{{RDF}}}li")]


def test_the_pack_as_taken_keeps_the_pixels(signed_in: Client, event: Event) -> None:
    kept = photo(event, 1, is_for_press=True, credit="Ion Lens")

    content = contents(packed(signed_in, event, "")).read(f"{event.ref}-001.jpg")

    with Image.open(BytesIO(content)) as image:
        assert image.size == (kept.file.width, kept.file.height)
        assert b"Ion Lens" in image.info["xmp"]


def test_what_a_wish_keeps_back_is_in_no_pack(signed_in: Client, event: Event) -> None:
    photo(event, 1, is_for_press=True)
    on(photo(event, 2, is_for_press=True), somebody(event, wish=REFUSED))

    assert contents(packed(signed_in, event)).namelist() == [f"{event.ref}-001.jpg", "captions.txt"]


def test_a_pack_is_not_handed_over_after_somebody_refused(signed_in: Client, event: Event) -> None:
    who = somebody(event, wish=AGREED)
    on(photo(event, is_for_press=True), who)
    contents(packed(signed_in, event))

    refuse(who)
    job = Job.objects.filter(kind="record.photos.pack").get()
    where = reverse("record:photo-pack-file", args=[event.organiser.ref, event.code, job.code])
    page = signed_in.get(where, follow=True).content.decode()

    assert "Something in this pack may not leave the house any more; make it again." in page


def test_an_empty_pack_is_refused_in_words(signed_in: Client, event: Event) -> None:
    on(photo(event, is_for_press=True), somebody(event, wish=REFUSED))
    where = reverse("record:photos-pack", args=[event.organiser.ref, event.code])

    page = signed_in.post(where, {"size": "1600"}, follow=True).content.decode()

    assert "No photograph that may leave the house is selected for the press." in page
    assert not Job.objects.filter(kind="record.photos.pack").exists()


def test_wishes_are_written_down_for_many(signed_in: Client, event: Event) -> None:
    both = [somebody(event), somebody(event, "Ion Model", wish=AGREED)]
    where = reverse("record:photo-wishes", args=[event.organiser.ref, event.code])
    said = {"wish": "refused", "said_on": "2025-02-25", "note": "at the door"}

    page = signed_in.post(where, said | {"row": [who.code for who in both]}, follow=True).content.decode()

    assert "2 wishes are written down." in page
    assert page.count("does not want to be shown</span>") == 2
    assert set(PhotoWish.objects.values_list("wish", "note")) == {("refused", "at the door")}
    assert AuditLine.objects.filter(code__startswith="record.photo-wish.").count() == 2


def test_a_wish_is_forgotten_and_comes_back(signed_in: Client, event: Event) -> None:
    who = somebody(event, wish=AGREED)
    where = reverse("record:photo-wishes", args=[event.organiser.ref, event.code])

    page = signed_in.post(where, {"wish": "", "row": [who.code]}, follow=True).content.decode()
    assert not PhotoWish.objects.exists()

    signed_in.post(next(p.split('"')[0] for p in page.split('action="') if "photos/undo" in p))
    assert PhotoWish.objects.get().wish == AGREED


def test_nobody_selected_is_said(signed_in: Client, event: Event) -> None:
    somebody(event)
    where = reverse("record:photo-wishes", args=[event.organiser.ref, event.code])

    page = signed_in.post(where, {"wish": "agreed"}).content.decode()

    assert "Nobody is selected; tick at least one." in page
