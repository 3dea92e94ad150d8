"""What stands in the file of a film or of sound alone: container, length, size, codecs (docs/decisions)."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from pymediainfo import MediaInfo


class Playing(StrEnum):
    """Whether browsers play a file, as far as the file tells."""

    EVERYWHERE = "everywhere"
    SOMEWHERE = "somewhere"
    NOWHERE = "nowhere"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class FilmFile:
    """What stands in a file; what it does not tell is empty. `media_type` is what to ask a browser about."""

    container: str = ""
    video_codec: str = ""
    audio_codec: str = ""
    media_type: str = ""
    seconds: float | None = None
    width: int | None = None
    height: int | None = None

    @property
    def is_sound(self) -> bool:
        """Whether it is sound alone."""
        return bool(self.audio_codec) and not self.video_codec


VIDEO = {"AVC": "avc1", "VP8": "vp8", "VP9": "vp9", "AV1": "av01.0.04M.08", "HEVC": "hvc1.1.6.L93.B0"}
SOUND = {"AAC": "mp4a.40.2", "MPEG Audio": "mp3", "Opus": "opus", "Vorbis": "vorbis", "FLAC": "flac"}
PLAYED_SOMEWHERE = frozenset({"HEVC"})
SOUND_ALONE = {
    ("MPEG Audio", "MPEG Audio"): ("audio/mpeg", Playing.EVERYWHERE),
    ("MPEG-4", "AAC"): ('audio/mp4; codecs="mp4a.40.2"', Playing.EVERYWHERE),
    ("Wave", "PCM"): ("audio/wav", Playing.EVERYWHERE),
    ("FLAC", "FLAC"): ("audio/flac", Playing.EVERYWHERE),
    ("Ogg", "Opus"): ('audio/ogg; codecs="opus"', Playing.SOMEWHERE),
    ("Ogg", "Vorbis"): ('audio/ogg; codecs="vorbis"', Playing.SOMEWHERE),
    ("WebM", "Opus"): ('audio/webm; codecs="opus"', Playing.SOMEWHERE),
}
"""By container and codec: the type a browser is asked about, and whether browsers play it."""

H264_PROFILES = {"Baseline": "42", "Constrained Baseline": "42", "Main": "4D", "High": "64"}
H264 = re.compile(r"([A-Za-z ]+)@L([\d.]+)")


def look_into(path: Path) -> FilmFile:
    """
    Read the head of a file.

    Shape: an empty FilmFile where it is neither film nor sound that can be read, or where its end is missing.
    Units: seconds of the longest track, pixels.
    """
    found = MediaInfo.parse(str(path), mediainfo_options={"ParseSpeed": "0.2"})
    general, video, sound = (_first(found, kind) for kind in ("General", "Video", "Audio"))
    if general is None or getattr(general, "istruncated", None) == "Yes":
        return FilmFile()
    if video is None:
        return _sound_alone(general, sound) if sound else FilmFile()
    return FilmFile(
        container=_container(general),
        video_codec=video.format or "",
        audio_codec=(sound.format or "") if sound else "",
        media_type=_media_type(_container(general), video, sound),
        seconds=_seconds(general.duration),
        width=video.width,
        height=video.height,
    )


def playing(file: FilmFile) -> Playing:
    """Whether browsers play it: of each container the codecs they agreed on; HEVC and QuickTime only some."""
    if file.is_sound:
        return SOUND_ALONE.get((file.container, file.audio_codec), ("", Playing.NOWHERE))[1]
    if not file.video_codec:
        return Playing.BROKEN
    is_known = file.video_codec in VIDEO and (not file.audio_codec or file.audio_codec in SOUND)
    if not is_known or file.container not in {"MPEG-4", "QuickTime", "WebM"}:
        return Playing.NOWHERE
    is_rare = file.video_codec in PLAYED_SOMEWHERE or file.container == "QuickTime"
    return Playing.SOMEWHERE if is_rare else Playing.EVERYWHERE


def _sound_alone(general: Any, sound: Any) -> FilmFile:

    container, codec = _container(general), sound.format or ""
    kind, _playing = SOUND_ALONE.get((container, codec), ("", Playing.NOWHERE))
    return FilmFile(container, audio_codec=codec, media_type=kind, seconds=_seconds(general.duration))


def _first(found: Any, kind: str) -> Any:
    return next((track for track in found.tracks if track.track_type == kind), None)


def _container(general: Any) -> str:
    is_quicktime = (general.format_profile or "").strip() == "QuickTime"
    return "QuickTime" if is_quicktime else general.format or ""


def _seconds(milliseconds: Any) -> float | None:
    return None if milliseconds is None else round(float(milliseconds) / 1000, 3)


def _media_type(container: str, video: Any, sound: Any) -> str:
    """The type with its codecs as a browser reads it; empty where it names something no browser plays."""
    kind = {"MPEG-4": "video/mp4", "QuickTime": "video/mp4", "WebM": "video/webm"}.get(container)
    codecs = [_video_codec(video), SOUND.get(sound.format, "") if sound else None]
    if kind is None or "" in codecs:
        return ""
    return f'{kind}; codecs="{", ".join(codec for codec in codecs if codec)}"'


def _video_codec(video: Any) -> str:
    """The codec; H.264 with its profile and level, without which no browser answers for sure."""
    told = H264.fullmatch(video.format_profile or "") if video.format == "AVC" else None
    if told and told[1] in H264_PROFILES:
        return f"avc1.{H264_PROFILES[told[1]]}00{round(float(told[2]) * 10):02X}"
    return VIDEO.get(video.format, "")
