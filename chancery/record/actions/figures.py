"""What changes the figures of an event: matters, their claims, and which one the record follows."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events.models import Claim, Matter
from chancery.programme.actions.items import let_take_part

DECIDED = "record.matter.decided"


@transaction.atomic
def save_matter(matter: Matter, kept: Sequence[Claim], dropped: Iterable[Claim], *, by: Actor) -> Matter:
    """
    Save a matter with its claims; whoever is new in them is mentioned from now on.

    Where the claim that the record follows is taken out, the matter is open again.
    """
    if matter.pk is None:
        last = Matter.objects.filter(event=matter.event).aggregate(last=Max("position"))["last"]
        matter.position = 0 if last is None else last + 1
        audit.create(matter, by=by, code="record.matter.added")
    else:
        audit.update(matter, by=by, code="record.matter.changed")
    lost = list(dropped)
    if any(claim.is_followed for claim in lost):
        _open(matter)
        audit.update(matter, by=by, code=DECIDED)
    for claim in kept:
        claim.matter = matter
        let_take_part(claim, by=by)
    audit.save_rows(kept, lost, by=by, code="record.claim")
    return matter


@transaction.atomic
def delete_matter(matter: Matter, *, by: Actor) -> None:
    """Take a matter out of the record with its claims; each leaves its line."""
    for claim in matter.claims.order_by("pk"):
        audit.delete(claim, by=by, code="record.claim.deleted")
    audit.delete(matter, by=by, code="record.matter.deleted")


@transaction.atomic
def decide(
    matter: Matter, followed: Claim | None, *, name: str, reason: str, now: datetime, by: Actor
) -> None:
    """Follow one claim, or keep all where none is given, by the decision of `name` with its reason."""
    _follow(matter, followed, by=by)
    matter.decision = Matter.Decision.FOLLOW if followed else Matter.Decision.KEEP_ALL
    matter.decided_by = by.user
    matter.decided_by_name, matter.decided_because, matter.decided_at = name, reason, now
    audit.update(matter, by=by, code=DECIDED, reason=reason)


@transaction.atomic
def reopen(matter: Matter, *, by: Actor) -> None:
    """Take a decision back; every claim stays."""
    _follow(matter, None, by=by)
    _open(matter)
    audit.update(matter, by=by, code=DECIDED)


def _follow(matter: Matter, followed: Claim | None, *, by: Actor) -> None:
    """Mark one claim as followed; the one before is unmarked first, because there is never more than one."""
    for claim in matter.claims.filter(is_followed=True).order_by("pk"):
        if claim != followed:
            claim.is_followed = False
            audit.update(claim, by=by, code="record.claim.left")
    if followed is not None:
        followed.is_followed = True
        audit.update(followed, by=by, code="record.claim.followed")


def _open(matter: Matter) -> None:
    matter.decision, matter.decided_by, matter.decided_at = Matter.Decision.OPEN, None, None
    matter.decided_by_name = matter.decided_because = ""
