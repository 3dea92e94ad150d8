"""The page of a film: its file and poster, its marks, and its subtitles in several languages."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from chancery.exhibition.models import Film, FilmCheck, Subtitles
from tests import films, make
from tests.conftest import People
from tests.forms import sent_by

SRT = "1\n00:00:00,500 --> 00:00:02,000\nBună seara.\n"
OVERLAP = SRT + "\n2\n00:00:01,000 --> 00:00:02,500\nVoci.\n"


def path(name: str, film: Film, **arguments: str) -> str:
    return reverse(f"exhibition:{name}", kwargs={"ref": "mission", "film": film.code, **arguments})


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def send(client: Client, film: Film, **changes: Any) -> Any:
    address = path("change-film", film)
    return client.post(address, sent_by(page(client, address), having="makers") | changes, follow=True)


def add_subtitles(client: Client, film: Film, **fields: Any) -> Any:
    return client.post(path("add-subtitles", film), {"language": "ro", **fields})


def upload(text: str, encoding: str = "utf-8") -> SimpleUploadedFile:
    return SimpleUploadedFile("film.srt", text.encode(encoding))


def errors(response: Any) -> list[str]:
    return [str(words) for field in response.context["form"].errors.values() for words in field]


@pytest.fixture
def film(people: People) -> Film:
    """A film of three seconds without its file."""
    return make.film(people.office, "Voices", duration_seconds=3)


def test_a_file_is_taken_and_looked_into(signed_in: Client, film: Film) -> None:
    response = send(signed_in, film, film_file=SimpleUploadedFile("voices.webm", films.film()))

    text = response.content.decode()
    check = FilmCheck.objects.get(film=film)
    assert (check.container, check.video_codec, check.audio_codec) == ("WebM", "VP8", "Opus")
    assert "The file is there and lasts 00:03, as it is written down." in text
    assert "Every browser plays it (WebM, VP8, Opus)." in text
    assert "No browser has tried it yet." in text
    assert "The rights to show it are not cleared." in text


def test_the_file_of_a_film_stays_until_it_is_taken_away(signed_in: Client, film: Film) -> None:
    send(signed_in, film, film_file=SimpleUploadedFile("voices.webm", films.film()))

    send(signed_in, film, makers="Sample Films")
    film.refresh_from_db()
    assert film.file is not None
    assert film.makers == "Sample Films"

    send(signed_in, film, **{"film_file-clear": "on"})
    film.refresh_from_db()
    assert film.file is None
    assert not FilmCheck.objects.exists()


def test_what_is_no_film_is_refused_and_the_input_stays(signed_in: Client, film: Film) -> None:
    response = send(signed_in, film, makers="Sample Films", film_file=SimpleUploadedFile("x.mp4", b"no film"))

    film.refresh_from_db()
    refusal = (
        "“x.mp4” is neither a film in MP4, QuickTime or WebM nor sound in MP3, M4A, Ogg, WAV or FLAC; "
        "save it as MP4 or MP3 and choose that."
    )
    assert errors(response) == [refusal]
    assert (film.file, film.makers) == (None, "")
    assert 'value="Sample Films"' in response.content.decode()


def test_a_poster_needs_words_for_those_who_do_not_see_it(signed_in: Client, film: Film) -> None:
    response = send(signed_in, film, poster_file=SimpleUploadedFile("poster.png", films.png()))

    assert errors(response) == ["Say in a sentence what the poster shows, for those who do not see it."]


def test_parts_of_a_film_are_sent(signed_in: Client, people: People) -> None:
    film = films.kept_film(people.office)

    response = signed_in.get(path("film-file", film), headers={"Range": "bytes=0-3"})

    assert response.status_code == 206
    assert b"".join(response) == films.film()[:4]  # type: ignore[arg-type]  # it streams bytes


def test_what_a_browser_made_of_it_stands_beside(signed_in: Client, people: People) -> None:
    film = films.kept_film(people.office)
    chrome = "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"

    signed_in.post(
        path("film-tried", film), {"seconds": "3.0", "sound": "yes"}, headers={"User-Agent": chrome}
    )
    assert "Chrome 140 played its beginning." in page(signed_in, path("change-film", film))

    signed_in.post(path("film-tried", film), {"failure": "no codec"}, headers={"User-Agent": chrome})
    assert "Chrome 140 could not play it: no codec." in page(signed_in, path("change-film", film))

    send(signed_in, film, film_file=SimpleUploadedFile("other.webm", films.film(sound="")))
    text = page(signed_in, path("change-film", film))
    assert "No browser has tried it yet." in text
    assert "It has no sound." in text


def test_subtitles_are_kept_as_webvtt_in_several_languages(signed_in: Client, film: Film) -> None:
    add_subtitles(signed_in, film, file=upload(SRT, "utf-16"))
    add_subtitles(signed_in, film, language="ar", text="WEBVTT\n\n00:00.500 --> 00:02.000\nUNESCO في باريس\n")

    kept = Subtitles.objects.filter(film=film).order_by("position")
    assert [each.language for each in kept] == ["ro", "ar"]
    assert kept[0].text == "WEBVTT\n\n1\n00:00:00.500 --> 00:00:02.000\nBună seara.\n"
    assert kept[1].text.endswith("\u200fUNESCO في باريس\n")
    sent = signed_in.get(path("subtitles-file", film, subtitles=kept[0].code))
    assert (sent.headers["Content-Type"], sent.content.decode()) == ("text/vtt; charset=utf-8", kept[0].text)


def test_another_encoding_is_refused_by_byte_and_line(signed_in: Client, film: Film) -> None:
    response = add_subtitles(signed_in, film, file=upload(SRT, "iso8859-2"))

    text = response.content.decode()
    assert (
        "The file is not UTF-8 text: byte 36, in line 3, is none of its signs; save it again as UTF-8."
        in text
    )
    assert not Subtitles.objects.exists()


def test_what_cannot_be_read_is_named_and_the_text_stays(signed_in: Client, film: Film) -> None:
    response = add_subtitles(signed_in, film, file=upload(SRT + "\nLost words\n"))

    text = response.content.decode()
    assert "Line 5 belongs to no time; write the time above it." in text
    assert "Lost words" in text
    assert not Subtitles.objects.exists()


def test_faults_that_play_are_kept_only_when_somebody_says_so(signed_in: Client, film: Film) -> None:
    response = add_subtitles(signed_in, film, text=OVERLAP)
    assert "Subtitle 2 at 00:01 begins while the one before still stands." in response.content.decode()
    assert errors(response) == ["Mend the faults above, or say that they shall stay."]

    response = add_subtitles(signed_in, film, text=OVERLAP, is_kept="on")
    assert response.status_code == 302
    assert Subtitles.objects.get().text.count("-->") == 2


def test_warnings_come_with_their_cue_and_keep_nobody_from_keeping(signed_in: Client, film: Film) -> None:
    long = "x" * 43
    response = signed_in.post(
        path("add-subtitles", film),
        {"language": "ro", "text": f"1\n00:00:01,000 --> 00:00:09,000\n{long}\n"},
        follow=True,
    )

    text = response.content.decode()
    assert "Subtitle 1 at 00:01 has a line of 43 signs; 42 are easy to read." in text
    assert "Subtitle 1 at 00:01 stands beyond the end of the film." in text
    assert Subtitles.objects.count() == 1


def test_a_language_has_its_subtitles_once(signed_in: Client, film: Film) -> None:
    add_subtitles(signed_in, film, text=SRT)
    response = add_subtitles(signed_in, film, text=SRT)

    assert errors(response) == [
        "The film has subtitles in this language already; open those and change them."
    ]


def test_nothing_brought_is_said(signed_in: Client, film: Film) -> None:
    assert errors(add_subtitles(signed_in, film)) == ["Choose a file, or paste the text."]


def test_subtitles_are_changed_and_deleted(signed_in: Client, film: Film) -> None:
    add_subtitles(signed_in, film, text=SRT)
    code = Subtitles.objects.get().code

    changed = SRT.replace("Bună seara.", "Bun venit.")
    signed_in.post(path("change-subtitles", film, subtitles=code), {"language": "ro", "text": changed})
    assert "Bun venit." in Subtitles.objects.get().text

    signed_in.post(path("delete-subtitles", film, subtitles=code))
    assert not Subtitles.objects.exists()


def test_subtitles_of_another_office_do_not_exist(signed_in: Client, people: People) -> None:
    foreign = films.kept_film(make.organiser("third"))
    code = foreign.subtitles.get().code

    assert signed_in.get(path("subtitles-file", foreign, subtitles=code)).status_code == 404
    assert signed_in.get(path("film-file", foreign)).status_code == 404


def test_an_office_has_one_film_of_a_ref(people: People) -> None:
    make.film(people.office, ref="archive-film")

    with pytest.raises(IntegrityError), transaction.atomic():
        make.film(people.office, ref="archive-film")
