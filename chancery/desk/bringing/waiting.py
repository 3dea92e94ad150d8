"""A file that waits, sealed, until its reader has seen what would be made of it; for a day at most."""

import json
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from chancery.base import secret_box

KEPT_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file of one reader for one event."""

    name: str
    content: bytes


def keep(event: int, reader: int, name: str, content: bytes) -> None:
    """Keep a file in place of the last one of the same reader for the event, and forget those of old."""
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in folder.iterdir():
        if time.time() - path.stat().st_mtime > KEPT_SECONDS:
            path.unlink(missing_ok=True)
    head = json.dumps(name[:200]).encode()
    _path(event, reader).write_bytes(secret_box.seal(head + b"\n" + content))


def waiting(event: int, reader: int) -> Waiting | None:
    """The file that waits, None where there is none."""
    try:
        kept = secret_box.unseal(_path(event, reader).read_bytes())
    except (FileNotFoundError, secret_box.SecretUnreadable):
        return None
    head, _newline, content = kept.partition(b"\n")
    return Waiting(json.loads(head), content)


def forget(event: int, reader: int) -> None:
    """Delete the file that waits."""
    _path(event, reader).unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "bringing"


def _path(event: int, reader: int) -> Path:
    return _folder() / f"{event}-{reader}"
