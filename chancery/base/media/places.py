"""Where the bytes of a file lie: a folder by its code, under the media folder."""

from pathlib import Path

from django.conf import settings

from chancery.base.models import StoredFile

ORIGINAL = "original"


def files_folder() -> Path:
    """The folder of all files."""
    return Path(settings.MEDIA_ROOT) / "files"


def folder_of(code: str) -> Path:
    """The folder of one file; a folder with a hundred thousand others in it would be slow to list."""
    return files_folder() / code[:2] / code


def path_of(file: StoredFile, rendition: str = "") -> Path:
    """Return where a file lies, or one of its smaller sizes by name; that it exists is not checked."""
    return folder_of(file.code) / (f"{rendition}.webp" if rendition else ORIGINAL)
