"""What changes the reports of the press."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from chancery.base import audit, media
from chancery.base.audit import Actor
from chancery.base.models import StoredFile
from chancery.events.models import Claim, Event, Matter, Source
from chancery.record.models import Coverage
from chancery.record.queries import press as queries


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of pasted addresses: how many reports are new, and the titles of those there already."""

    added: int
    there: Sequence[str]


class StillFollowed(Exception):
    """The record follows a figure that was to be taken out; the message is one sentence."""


@transaction.atomic
def save_report(
    coverage: Coverage,
    kept: Sequence[Claim] = (),
    dropped: Iterable[Claim] = (),
    *,
    clipping: UploadedFile[bytes] | bool | None = None,
    by: Actor,
) -> Coverage:
    """
    Save a report: its source, what the office keeps about it, and the figures it quotes.

    `clipping` is a new file, or False to take the old one away. Errors: MediaRefused, StillFollowed; nothing
    is saved then.
    """
    _save(coverage.source, by=by, code="events.source")
    if clipping is not None:
        coverage.clipping = _received(clipping, by=by)
    _save(coverage, by=by, code="record.coverage")
    for claim in dropped:
        _drop(claim, by=by)
    for claim in kept:
        claim.source = coverage.source
        _save_claim(claim, by=by)
    return coverage


def _drop(claim: Claim, *, by: Actor) -> None:
    if claim.is_followed:
        sentence = _(
            "The record follows the figure “%(figure)s”; decide that matter anew before you take it out."
        )
        raise StillFollowed(sentence % {"figure": claim})
    audit.delete(claim, by=by, code="events.claim.deleted")


def _received(sent: UploadedFile[bytes] | bool, *, by: Actor) -> StoredFile | None:
    return None if isinstance(sent, bool) else media.receive(sent, kind=StoredFile.Kind.DOCUMENT, by=by)


def _save[Row: (Source, Coverage)](row: Row, *, by: Actor, code: str) -> None:
    if row.pk is None:
        audit.create(row, by=by, code=f"{code}.added")
    else:
        audit.update(row, by=by, code=f"{code}.changed")


def _save_claim(claim: Claim, *, by: Actor) -> None:
    if claim.matter.pk is None:
        claim.matter = _new_matter(claim.matter, by=by)
    if claim.pk is not None:
        audit.update(claim, by=by, code="events.claim.changed")
        return
    claim.position = _after(Claim.objects.filter(matter=claim.matter).aggregate(last=Max("position")))
    audit.create(claim, by=by, code="events.claim.created")


def _new_matter(matter: Matter, *, by: Actor) -> Matter:
    """A matter with the same words is the same matter: two rows of one page may name it."""
    same = Matter.objects.filter(event=matter.event, counted=matter.counted).order_by("id").first()
    if same is not None:
        return same
    matter.position = _after(Matter.objects.filter(event=matter.event).aggregate(last=Max("position")))
    return audit.create(matter, by=by, code="events.matter.created")


def _after(found: dict[str, int | None]) -> int:
    last = found["last"]
    return 0 if last is None else last + 1


@transaction.atomic
def delete_report(coverage: Coverage, *, by: Actor) -> None:
    """
    Take a report out of the press; its source stays with whatever rests on it.

    The history can bring the report back.
    """
    audit.delete(coverage, by=by, code="record.coverage.deleted")


@transaction.atomic
def paste(event: Event, lines: Sequence[tuple[str, str]], *, by: Actor) -> Pasted:
    """
    Add reports by their addresses, each with its headline or none; what is there already is not added twice.

    A source of the event that has the address becomes a report of the press. Nothing is fetched: where no
    headline came the address stands for it, and the outlet is the host.
    """
    known = queries.by_address(event)
    added, there = 0, []
    for address, title in lines:
        key = queries.plain_address(address)
        source = known.get(key)
        if source is not None and hasattr(source, "coverage"):
            there.append(source.title)
            continue
        coverage = Coverage(source=source or _source_of(event, address, title))
        save_report(coverage, by=by)
        known[key] = coverage.source
        added += 1
    return Pasted(added, there)


def _source_of(event: Event, address: str, title: str) -> Source:
    host = urlsplit(address).hostname or ""
    return Source(
        event=event, title=title or address[:300], outlet=host.removeprefix("www."), address=address
    )
