"""Who of a list may be somebody the directory knows, or stands in the list twice."""

from collections.abc import Iterator, Sequence

from chancery.accounts.models import Organiser
from chancery.base.jobs import Progress
from chancery.directory.importing.entries import Entry
from chancery.directory.models import ImportPair


def pairs_of(
    organiser: Organiser, entries: Sequence[Entry], progress: Progress | None = None
) -> Iterator[ImportPair]:
    """Yield the pairs, unsaved."""
    yield from ()
