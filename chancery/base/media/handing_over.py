"""What is ready goes from the home into the bucket, soon after it was stored; until then the home has it."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import batched
from pathlib import Path

from django.conf import settings

from chancery.base.bucket import Bucket
from chancery.base.media.places import bucket, fetched_folder_of, files_folder, name_in_bucket
from chancery.base.models import StoredFile

# An office of years may have a hundred thousand files when it is given its bucket.
AT_ONCE = 500
FETCHED_FOR = timedelta(days=2)
# Stands beside the bytes since nothing refers to them; it is no part of the file.
MARK = "unused"


def hand_over() -> int:
    """
    Put every file that is ready into the bucket, then out of the media folder; return how many.

    Broken off in the middle it begins that file anew. Errors: BucketAway.
    """
    store = bucket()
    if store is None:
        return 0
    return sum(_hand_over(store, folder) for folder in _ready_here())


def _ready_here() -> Iterator[Path]:
    folders = sorted(folder for folder in files_folder().glob("*/*") if folder.is_dir())
    for some in batched(folders, AT_ONCE):
        named = {folder.name: folder for folder in some}
        ready = StoredFile.objects.filter(code__in=named, state=StoredFile.State.READY).order_by("pk")
        yield from (named[code] for code in list(ready.values_list("code", flat=True)))


def _hand_over(store: Bucket, folder: Path) -> bool:
    """Everything is there before anything leaves here; readers find each part in one place or the other."""
    parts = sorted(path for path in folder.iterdir() if path.name != MARK and not path.name.startswith("."))
    for path in parts:
        store.put(path, name_in_bucket(folder.name, path.name))
    kept = fetched_folder_of(folder.name)
    kept.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in parts:
        shutil.move(path, kept / path.name)
    if not any(folder.iterdir()):
        folder.rmdir()
    return bool(parts)


def forget_fetched(now: datetime) -> None:
    """Delete what was fetched and has not been read for two days: the bucket has it."""
    for path in Path(settings.FETCHED_MEDIA_ROOT).glob("*/*/*"):
        if now.timestamp() - path.stat().st_mtime > FETCHED_FOR.total_seconds():
            path.unlink(missing_ok=True)
