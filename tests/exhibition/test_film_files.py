"""What stands in the file of a film is read from the file, not from its name."""

from pathlib import Path
from typing import Any

import pytest

from chancery.exhibition.film_files import FilmFile, Playing, look_into, playing
from tests.films import film, recording


@pytest.fixture
def kept(tmp_path: Path) -> Any:
    """Write bytes to a file whose name tells nothing."""

    def keep(raw: bytes) -> Path:
        path = tmp_path / "x.bin"
        path.write_bytes(raw)
        return path

    return keep


@pytest.mark.parametrize(
    ("container", "codec", "media_type", "where"),
    [
        ("mp3", "libmp3lame", "audio/mpeg", Playing.EVERYWHERE),
        ("mp4", "aac", 'audio/mp4; codecs="mp4a.40.2"', Playing.EVERYWHERE),
        ("wav", "pcm_s16le", "audio/wav", Playing.EVERYWHERE),
        ("flac", "flac", "audio/flac", Playing.EVERYWHERE),
        ("ogg", "libopus", 'audio/ogg; codecs="opus"', Playing.SOMEWHERE),
        ("matroska", "libopus", "", Playing.NOWHERE),
    ],
)
def test_sound_alone_tells_what_it_is(
    kept: Any, container: str, codec: str, media_type: str, where: Playing
) -> None:
    found = look_into(kept(recording(container, codec)))

    assert found.is_sound
    assert (found.media_type, playing(found)) == (media_type, where)
    assert found.seconds == pytest.approx(3, abs=0.2)


@pytest.mark.parametrize(
    ("made", "container", "codecs", "media_type", "where"),
    [
        ({}, "WebM", ("VP8", "Opus"), 'video/webm; codecs="vp8, opus"', Playing.EVERYWHERE),
        ({"sound": ""}, "WebM", ("VP8", ""), 'video/webm; codecs="vp8"', Playing.EVERYWHERE),
        (
            {"container": "mp4", "codec": "libx264", "sound": "aac"},
            "MPEG-4",
            ("AVC", "AAC"),
            'video/mp4; codecs="avc1.64000A, mp4a.40.2"',
            Playing.EVERYWHERE,
        ),
        (
            {"container": "mov", "codec": "libx264", "sound": "aac"},
            "QuickTime",
            ("AVC", "AAC"),
            'video/mp4; codecs="avc1.64000A, mp4a.40.2"',
            Playing.SOMEWHERE,
        ),
        (
            {"container": "mov", "codec": "mpeg4", "sound": "aac"},
            "QuickTime",
            ("MPEG-4 Visual", "AAC"),
            "",
            Playing.NOWHERE,
        ),
        ({"container": "matroska"}, "Matroska", ("VP8", "Opus"), "", Playing.NOWHERE),
    ],
)
def test_a_film_tells_its_container_length_size_and_codecs(
    kept: Any,
    made: dict[str, str],
    container: str,
    codecs: tuple[str, str],
    media_type: str,
    where: Playing,
) -> None:
    found = look_into(kept(film(**made)))

    assert (found.container, (found.video_codec, found.audio_codec)) == (container, codecs)
    assert found.media_type == media_type
    assert found.seconds == pytest.approx(3, abs=0.1)
    assert (found.width, found.height) == (160, 90)
    assert playing(found) == where


def test_half_a_film_and_no_film_tell_nothing(kept: Any) -> None:
    whole = film(container="mp4", codec="libx264", sound="aac")

    assert look_into(kept(whole[: len(whole) // 2])) == FilmFile()
    assert look_into(kept(b"no film at all")) == FilmFile()
    assert playing(FilmFile()) == Playing.BROKEN


def test_what_only_some_browsers_play_is_told_apart() -> None:
    assert playing(FilmFile(container="MPEG-4", video_codec="HEVC", audio_codec="AAC")) == Playing.SOMEWHERE
