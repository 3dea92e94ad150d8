"""What changes films, their files and their subtitles."""

from collections.abc import Mapping

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from chancery.base import audit, media
from chancery.base.audit import Actor
from chancery.base.media import arriving
from chancery.base.models import StoredFile
from chancery.exhibition import film_files
from chancery.exhibition.actions import rows
from chancery.exhibition.models import Film, FilmCheck, Subtitles

FILES = {"film_file": ("file", StoredFile.Kind.FILM), "poster_file": ("poster", StoredFile.Kind.PICTURE)}
"""The files of a film by the name of their field: where they are kept, and of which kind they are."""


class FileRefused(Exception):
    """A file was not taken and nothing is saved; `field` names it, the message is one sentence."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@transaction.atomic
def save_film(
    film: Film, *, files: Mapping[str, UploadedFile[bytes] | bool] | None = None, by: Actor
) -> Film:
    """
    Save a new or changed film, with the files that were sent for it; False takes one away.

    A new file is looked into at once. Errors: FileRefused.
    """
    for field, sent in (files or {}).items():
        name, kind = FILES[field]
        setattr(film, name, _received(field, sent, kind, by=by))
    rows.save(film, by=by, code="exhibition.film")
    if "film_file" in (files or {}):
        check_file(film)
    return film


@transaction.atomic
def take_arrived(film: Film, file: StoredFile, *, by: Actor) -> None:
    """
    Make a file that came in parts that of a film, and look into it.

    Nothing where that was done before, or where the film was deleted meanwhile.
    """
    stored = Film.objects.select_for_update().filter(pk=film.pk).first()
    if stored is None or not arriving.keep(file, by=by):
        return
    stored.file = file
    rows.save(stored, by=by, code="exhibition.film")
    check_file(stored)


def _received(field: str, sent: UploadedFile[bytes] | bool, kind: str, *, by: Actor) -> StoredFile | None:
    if isinstance(sent, bool):
        return None
    try:
        return media.receive(sent, kind=kind, by=by)
    except media.MediaRefused as refused:
        raise FileRefused(field, str(refused)) from None


@transaction.atomic
def delete_film(film: Film, *, by: Actor) -> None:
    """Delete a film. Errors: StillShown where a programme shows it."""
    rows.delete(film, by=by, code="exhibition.film.deleted")


@transaction.atomic
def check_file(film: Film) -> FilmCheck | None:
    """Look into the file of a film and keep what stands in it; what browsers said before is gone."""
    if film.file is None:
        FilmCheck.objects.filter(film=film).delete()
        return None
    found = film_files.look_into(media.path_of(film.file))
    told = {
        "file": film.file,
        "container": found.container,
        "video_codec": found.video_codec,
        "audio_codec": found.audio_codec,
        "media_type": found.media_type,
        "seconds": found.seconds,
        "width": found.width,
        "height": found.height,
        "checked_at": timezone.now(),
        **UNTRIED,
    }
    return FilmCheck.objects.update_or_create(film=film, defaults=told)[0]


UNTRIED = {
    "browser": "",
    "is_played": None,
    "has_sound": None,
    "browser_seconds": None,
    "failure": "",
    "played_at": None,
}


@transaction.atomic
def note_trial(
    film: Film,
    *,
    browser: str,
    is_played: bool,
    seconds: float | None,
    has_sound: bool | None,
    failure: str,
) -> None:
    """Keep what a browser made of the file of a film."""
    check = FilmCheck.objects.filter(film=film, file=film.file).first() or check_file(film)
    if check is None:
        return
    check.browser, check.is_played, check.failure = browser, is_played, failure
    check.browser_seconds, check.has_sound, check.played_at = seconds, has_sound, timezone.now()
    check.save(update_fields=list(UNTRIED))


@transaction.atomic
def save_subtitles(subtitles: Subtitles, *, by: Actor) -> None:
    """Save subtitles; new ones come after those in other languages."""
    if subtitles.pk is not None:
        audit.update(subtitles, by=by, code="exhibition.subtitles.changed")
        return
    last = Subtitles.objects.filter(film=subtitles.film).aggregate(last=Max("position"))["last"]
    subtitles.position = 0 if last is None else last + 1
    audit.create(subtitles, by=by, code="exhibition.subtitles.added")


@transaction.atomic
def delete_subtitles(subtitles: Subtitles, *, by: Actor) -> None:
    """Delete the subtitles of one language; the history can bring them back."""
    audit.delete(subtitles, by=by, code="exhibition.subtitles.deleted")
