"""Certificates: the proof that something was deleted, numbered in the office, without a name of anybody."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.custody.models import Certificate


@transaction.atomic
def issue(
    organiser: Organiser,
    *,
    kind: Certificate.Kind,
    about: str,
    lines: Sequence[dict[str, Any]],
    by: Actor,
    now: datetime,
) -> Certificate:
    """Issue the next certificate of an office; it is never changed afterwards."""
    # Two that are issued at once wait for each other, so that no number is met twice.
    Organiser.objects.select_for_update().get(pk=organiser.pk)
    last = Certificate.objects.filter(organiser=organiser).aggregate(last=Max("number"))["last"]
    made = Certificate(
        organiser=organiser,
        number=(last or 0) + 1,
        kind=kind,
        about=about[:300],
        lines=list(lines),
        made_at=now,
        made_by=by.user,
    )
    made.save(force_insert=True)
    audit.note(made, by=by, code="custody.certificate.issued", changes={"number": ["", made.number]})
    return made
