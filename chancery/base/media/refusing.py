"""Why a file is not taken, in one sentence for its giver."""

from django.conf import settings
from django.utils.translation import gettext as _

from chancery.base.models import StoredFile

Kind = StoredFile.Kind


class MediaRefused(Exception):
    """A file is not taken; the message is one sentence that says why and what to do."""


def demand_size(size: int, *, name: str, kind: str) -> None:
    """Refuse an empty file, and one above the limit of its kind. Errors: MediaRefused."""
    most = settings.MOST_MEDIA_BYTES[kind]
    if size <= 0:
        raise MediaRefused(_("“%(name)s” is empty; choose another file.") % {"name": name})
    if size > most:
        sentence = _(
            "“%(name)s” has %(size)s MB, and at most %(most)s MB are taken; choose a smaller version of it."
        )
        large = {"name": name, "size": -(-size // 1_000_000), "most": most // 1_000_000}
        raise MediaRefused(sentence % large)


def of_a_type(name: str, kind: str) -> MediaRefused:
    """Say which types are taken instead of that of `name`."""
    sentences = {
        Kind.PICTURE: _("“%(name)s” is not a picture in JPEG, PNG or WebP; save it as JPEG and choose that."),
        Kind.FILM: _(
            "“%(name)s” is neither a film in MP4, QuickTime or WebM nor sound in MP3, M4A, Ogg, WAV or FLAC; "
            "save it as MP4 or MP3 and choose that."
        ),
        Kind.SOUND: _(
            "“%(name)s” is not a recording in MP3, M4A, WAV, Ogg, FLAC or WebM; "
            "save it as MP3 and choose that."
        ),
        Kind.DOCUMENT: _(
            "“%(name)s” is not a document that is taken (PDF, Word, Excel, PowerPoint, OpenDocument, RTF, "
            "text, picture); save it as PDF and choose that."
        ),
    }
    return MediaRefused(sentences[Kind(kind)] % {"name": name})


def of_a_camera_type(name: str) -> MediaRefused:
    """Say what to do with a picture in a type that not every computer can open."""
    sentence = _(
        "“%(name)s” is a picture in HEIC or AVIF, which is not taken; save it as JPEG and choose that."
    )
    return MediaRefused(sentence % {"name": name})


def unreadable(name: str) -> MediaRefused:
    """Say that a picture cannot be read."""
    sentence = _("The picture “%(name)s” cannot be read to its end; save it once more and choose that.")
    return MediaRefused(sentence % {"name": name})


def too_many_pixels(name: str) -> MediaRefused:
    """Say how many pixels are taken."""
    sentence = _(
        "The picture “%(name)s” has more than %(most)s million pixels; save it smaller and choose that."
    )
    return MediaRefused(sentence % {"name": name, "most": settings.MOST_PIXELS // 1_000_000})
