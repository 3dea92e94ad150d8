"""What postmen last knew of the mail server, kept in a file for pages and commands of any process."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from chancery.base.outbox.outcomes import Trouble, sentence

NAME = "trouble.json"


@dataclass(frozen=True, slots=True)
class KnownTrouble:
    """Why no mail leaves at present, in one sentence of the reader, and since when."""

    sentence: str
    since: datetime


def tell(trouble: Trouble | None, *, now: datetime) -> None:
    """Keep why nothing can be handed over; None when it can. The moment is that of the first trouble."""
    path = _path()
    # A disk that takes nothing is a trouble of its own, which stands in the log.
    with suppress(OSError):
        if trouble is None:
            path.unlink(missing_ok=True)
        elif not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh = path.with_name(f".{NAME}")
            fresh.write_text(json.dumps(asdict(trouble) | {"since": now.astimezone(UTC).isoformat()}))
            fresh.rename(path)


def known() -> KnownTrouble | None:
    """Return the trouble of the moment, or None."""
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    since = datetime.fromisoformat(kept.pop("since"))
    return KnownTrouble(sentence(Trouble(**kept)), since)


def _path() -> Path:
    return Path(settings.MAIL_ROUTE.journals) / NAME
