"""A communiqué leaves the house: released, corrected by a new release, withdrawn; nothing is rewritten."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.base import audit, outbox
from chancery.base.audit import Actor
from chancery.record.models import Edition, Release, ReleasePosting


class CannotRelease(Exception):
    """The release cannot be made; the message is one sentence that says why."""


@dataclass(frozen=True, slots=True)
class Ready:
    """
    A release that is written but not made, with what is sent of it.

    `revision` is that of the edition it was written from.
    """

    release: Release
    revision: int
    postings: Sequence[tuple[ReleasePosting, outbox.Mail]] = field(default_factory=list)


@transaction.atomic
def release_editions(ready: Sequence[Ready], *, accepted: str, by: Actor, now: datetime) -> list[Release]:
    """
    Release editions of one communiqué together; their messages go to the outbox in the same transaction.

    `accepted` says what was looked at and let through, for the history. Pressed twice it releases once: the
    text that was released is that of a revision, and a revision is released once.
    Errors: CannotRelease where an edition changed or was released meanwhile; then nothing is released.
    """
    return [_release(one, accepted, by, now) for one in ready]


def _release(ready: Ready, accepted: str, by: Actor, now: datetime) -> Release:
    release = ready.release
    edition = Edition.objects.select_for_update().get(pk=release.edition_id)
    before = edition.releases.order_by("-number").first()
    if edition.revision != ready.revision or (before.number if before else 0) != release.number - 1:
        raise CannotRelease(
            _("The text has changed or was released since you saw it; look again before you release it.")
        )
    release.released_at = now
    release.released_by = by.user
    release.save(force_insert=True)
    # More than a row that can be taken back: what has left the house stays in its history.
    audit.note(release, by=by, code="record.release.released", reason=accepted)
    _post(ready, by=by, now=now)
    return release


def _post(ready: Ready, *, by: Actor, now: datetime) -> None:
    mails = [
        outbox.Posting(key_of(ready.release, posting.email), ready.release, mail)
        for posting, mail in ready.postings
    ]
    messages = outbox.post_all(mails, by=by)
    rows = []
    for (posting, _mail), message in zip(ready.postings, messages, strict=True):
        posting.message, posting.posted_at = message, now
        rows.append(posting)
    ReleasePosting.objects.bulk_create(rows, batch_size=500)


def key_of(release: Release, email: str, what: str = "release") -> str:
    """The key by which a message about a release leaves once: what it is, release and address."""
    return f"{what}:{release.code}:{email.lower()}"[:200]


@transaction.atomic
def withdraw(
    release: Release, reason: str, *, mails: Sequence[outbox.Mail] = (), by: Actor, now: datetime
) -> None:
    """
    Withdraw a release: it stays in the history, and its page says why it is no longer there.

    `mails` tell those who got it.
    Errors: CannotRelease where it was withdrawn before, or there is no reason.
    """
    locked = Release.objects.select_for_update().get(pk=release.pk)
    if locked.withdrawn_at is not None:
        raise CannotRelease(_("This version was withdrawn already; its history says when and why."))
    if not reason.strip():
        raise CannotRelease(_("A communiqué is withdrawn for a reason; write it."))
    locked.withdrawn_at, locked.withdrawn_because = now, reason.strip()
    locked.withdrawn_by = by.user
    locked.save(update_fields=["withdrawn_at", "withdrawn_because", "withdrawn_by"])
    audit.note(locked, by=by, code="record.release.withdrawn", reason=locked.withdrawn_because)
    outbox.post_all(
        [outbox.Posting(key_of(locked, mail.to, "withdrawn"), locked, mail) for mail in mails], by=by
    )
