"""
Where the bytes of a file lie: a folder by its code, under the media folder; or in the bucket, once ready.

What comes in, waits or is being prepared always lies in the home. With a bucket it is handed over afterwards
(handing_over.py), and what a document or an archive reads is fetched into a folder that may be emptied.
"""

from pathlib import Path

from django.conf import settings

from chancery.base.bucket import Bucket, NotInBucket
from chancery.base.models import StoredFile

ORIGINAL = "original"
FILES = "files"


def bucket() -> Bucket | None:
    """The bucket of this installation, if it has one."""
    found: Bucket | None = settings.MEDIA_BUCKET
    return found


def files_folder() -> Path:
    """The folder of all files."""
    return Path(settings.MEDIA_ROOT) / FILES


def folder_of(code: str) -> Path:
    """The folder of one file; a folder with a hundred thousand others in it would be slow to list."""
    return files_folder() / code[:2] / code


def fetched_folder_of(code: str) -> Path:
    """Where lies what was fetched of a file from the bucket."""
    return Path(settings.FETCHED_MEDIA_ROOT) / code[:2] / code


def name_in_bucket(code: str, rest: str = "") -> str:
    """The name of a file in the bucket, or what the names of all its parts begin with."""
    return f"{FILES}/{code[:2]}/{code}/{rest}"


def last_part(rendition: str) -> str:
    """What the bytes of a file, or of one of its smaller sizes, are called in its folder."""
    return f"{rendition}.webp" if rendition else ORIGINAL


def path_of(file: StoredFile, rendition: str = "") -> Path:
    """
    Return where a file lies, or one of its smaller sizes by name; that it exists is not checked.

    One that lies in the bucket is fetched. Errors: BucketAway.
    """
    path = folder_of(file.code) / last_part(rendition)
    store = bucket()
    if store is None or file.state != StoredFile.State.READY or path.is_file():
        return path
    return _fetched(store, file, rendition) or path


def _fetched(store: Bucket, file: StoredFile, rendition: str) -> Path | None:
    path = fetched_folder_of(file.code) / last_part(rendition)
    if path.is_file():
        path.touch()
        return path
    try:
        store.fetch(name_in_bucket(file.code, last_part(rendition)), path)
    except NotInBucket:
        return None
    return path
