"""Small films for the tests: a grey that grows lighter, and a tone."""

import io
from fractions import Fraction
from functools import cache

import av
import numpy as np
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from chancery.accounts.models import Organiser
from chancery.base import media
from chancery.base.media import arriving
from chancery.base.models import StoredFile
from chancery.events.models import Event
from chancery.exhibition.actions import films
from chancery.exhibition.models import Film, Subtitles
from chancery.programme.actions import screening
from chancery.programme.models import Screening, Showing
from tests import make

RATE = 10
SOUND_RATE = 48_000
SIZE = (160, 90)


@cache
def film(
    *, seconds: int = 3, container: str = "webm", codec: str = "libvpx", sound: str = "libopus"
) -> bytes:
    """The bytes of a film; an empty `sound` makes a silent one."""
    file = io.BytesIO()
    with av.open(file, "w", format=container) as made:
        video = made.add_stream(codec, rate=RATE, options={"deadline": "realtime"})
        assert isinstance(video, av.VideoStream)
        video.width, video.height = SIZE
        video.pix_fmt = "yuv420p"
        audio = made.add_stream(sound, rate=SOUND_RATE) if sound else None
        # Second by second, for players want picture and sound beside each other in the file.
        for second in range(seconds):
            for number in range(second * RATE, (second + 1) * RATE):
                made.mux(video.encode(_picture(number)))
            if isinstance(audio, av.AudioStream):
                made.mux(audio.encode(_tone(second)))
        made.mux(video.encode(None))
        if isinstance(audio, av.AudioStream):
            made.mux(audio.encode(None))
    return file.getvalue()


@cache
def recording(container: str = "mp3", codec: str = "libmp3lame", *, seconds: int = 3) -> bytes:
    """The bytes of sound alone."""
    file = io.BytesIO()
    with av.open(file, "w", format=container) as made:
        audio = made.add_stream(codec, rate=SOUND_RATE)
        assert isinstance(audio, av.AudioStream)
        for second in range(seconds):
            made.mux(audio.encode(_tone(second)))
        made.mux(audio.encode(None))
    return file.getvalue()


def _picture(number: int) -> av.VideoFrame:
    grey = np.full((SIZE[1], SIZE[0], 3), 40 + number % 200, dtype=np.uint8)
    frame = av.VideoFrame.from_ndarray(grey, format="rgb24").reformat(format="yuv420p")
    frame.pts, frame.time_base = number, Fraction(1, RATE)
    return frame


def _tone(second: int) -> av.AudioFrame:
    """One second of it."""
    wave = np.sin(np.arange(SOUND_RATE) * 440 * 2 * np.pi / SOUND_RATE) * 0.1
    frame = av.AudioFrame.from_ndarray(wave.astype(np.float32)[None, :], format="flt", layout="mono")
    frame.rate, frame.pts, frame.time_base = SOUND_RATE, second * SOUND_RATE, Fraction(1, SOUND_RATE)
    return frame


def kept_film(office: Organiser, *, seconds: int = 3) -> Film:
    """The film of an office that has everything: file, poster and subtitles; made once."""
    found = Film.objects.filter(organiser=office, ref="kept").first()
    if found is not None:
        return found
    by = make.actor(office)
    row = make.film(
        office, "Kept film", ref="kept", duration_seconds=seconds, poster_alt_texts={"en": "A square"}
    )
    upload = SimpleUploadedFile("kept.webm", film(seconds=seconds))
    films.save_film(row, files={"film_file": upload}, by=by)
    row.poster = poster(office)
    row.save(update_fields=["poster"])
    films.save_subtitles(Subtitles(film=row, language="en", text=SUBTITLES), by=by)
    return row


def an_upload(office: Organiser) -> str:
    """The code of a file of a film that comes in parts."""
    return arriving.begin(name="a.mp4", size=10, kind=StoredFile.Kind.FILM, by=make.actor(office)).code


def screened(of: Event, *, seconds: int = 3) -> Screening:
    """The screen of an event with its film on it and an open link for the hall; made once."""
    found = Screening.objects.filter(event=of).first()
    if found is not None:
        return found
    by = make.actor(of.organiser)
    item = make.item(of, "The film", "film", ref="screened", duration_seconds=300)
    showing = Showing.objects.create(item=item, film=kept_film(of.organiser, seconds=seconds))
    screening.open_link(of, by=by)
    return screening.put_on(showing, by=by)


SUBTITLES = "WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.900\nGood evening.\n"


def poster(office: Organiser) -> StoredFile:
    """A picture of one pixel that is prepared already."""
    fields = {"name": "poster.png", "media_type": "image/png", "size": len(png()), "state": "ready"}
    row = StoredFile.objects.create(organiser_id=office.pk, kind="picture", **fields)
    path = media.path_of(row)
    path.parent.mkdir(parents=True)
    path.write_bytes(png())
    return row


def png() -> bytes:
    """The smallest picture."""
    content = io.BytesIO()
    Image.new("RGB", (1, 1)).save(content, "PNG")
    return content.getvalue()
