"""The pack of photographs for the press: pictures with their words inside, and all captions as text."""

import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from django.conf import settings
from django.utils.translation import gettext as _

from chancery.base import media, metadata, pixels, xmp
from chancery.base.cldr import language_in_words
from chancery.base.languages import any_text
from chancery.base.media.types import ENDINGS
from chancery.events.models import Event
from chancery.record.models import Photo
from chancery.record.queries.photo_captions import CaptionLine, captions_of

PACK = "photographs.zip"
CAPTIONS = "captions.txt"
KEPT = timedelta(days=7)
"""A pack holds what was cleared on its day: what nobody fetched within a week is made anew."""


def folder_of(code: str) -> Path:
    """Return where the pack of the run called `code` is kept."""
    return _root() / code


def forget_old(now: datetime) -> None:
    """Delete the packs that are older than `KEPT`."""
    if not _root().is_dir():
        return
    for folder in _root().iterdir():
        if folder.stat().st_mtime < (now - KEPT).timestamp():
            shutil.rmtree(folder, ignore_errors=True)


def write(event: Event, photos: Sequence[Photo], code: str, *, width: int | None) -> Iterator[Photo]:
    """
    Write the pack of `photos` at most `width` pixels wide, or as taken for None; yield each when it is in.

    The pack stands in its place only when it is whole.
    """
    folder = folder_of(code)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = folder / f"{PACK}.part"
    languages = event.organiser.languages
    captions = captions_of(event, photos, languages)
    with ZipFile(unfinished, "w", ZIP_STORED) as pack:
        told = []
        for number, photo in enumerate(photos, start=1):
            name = f"{event.ref}-{number:03}.{_ending(photo, width)}"
            pack.writestr(name, _with_words(event, photo, captions[photo.pk], width))
            told.append(_lines(name, photo, captions[photo.pk]))
            yield photo
        pack.writestr(CAPTIONS, "\ufeff" + "\n\n".join(told) + "\n", ZIP_DEFLATED)
    unfinished.replace(folder / PACK)


def _ending(photo: Photo, width: int | None) -> str:
    return ENDINGS[photo.file.media_type] if width is None else "jpg"


def _with_words(event: Event, photo: Photo, captions: Sequence[CaptionLine], width: int | None) -> bytes:
    path = media.path_of(photo.file)
    if width is None:
        content = path.read_bytes()
    else:
        content = pixels.jpeg_of(path, width, most_pixels=settings.MOST_PIXELS)
    words = {line.language: line.text for line in captions}
    return metadata.with_words(content, xmp.packet(words, title=any_text(event.titles), credit=photo.credit))


def _lines(name: str, photo: Photo, captions: Sequence[CaptionLine]) -> str:
    lines = [
        f"{language_in_words(line.language, line.language)}: {line.text}" for line in captions if line.text
    ]
    credit = [_("Credit: %(credit)s") % {"credit": photo.credit}] if photo.credit else []
    return "\n".join([name, *lines, *credit])


def _root() -> Path:
    return Path(settings.MEDIA_ROOT) / "photo-packs"
