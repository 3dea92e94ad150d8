"""Take values of people out of lines of the history that are older than the office keeps them (R123)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.base.audit_seal import erasing
from chancery.custody.actions import certificates
from chancery.custody.models import Certificate, Removal
from chancery.custody.queries import due, past
from chancery.custody.queries.due import Settled

MOST_A_ROUND = 20_000


def remove_due(organiser: Organiser, *, by: Actor, now: datetime) -> list[Certificate]:
    """
    Remove what is due in one office, some hundred lines at a time, and certify it.

    Whatever a round leaves goes with the next one; what a break left without a certificate is certified then.
    """
    done = []
    for settled in due.settled_kinds(organiser):
        if not settled.kind.lines_about:
            continue
        if settled.is_in_force:
            looked_at = 0
            while looked_at < MOST_A_ROUND and (some := _remove_some(organiser, settled, by=by, now=now)):
                looked_at += some
        done.append(settled)
    return _certify(organiser, done, by=by, now=now)


@transaction.atomic
def _remove_some(organiser: Organiser, settled: Settled, *, by: Actor, now: datetime) -> int:
    """Look at the next lines, and return how many that were."""
    reached = _reached(organiser, settled)
    lines = list(past.lines_of(organiser, settled, now=now)[: past.AT_ONCE])
    if not lines:
        return 0
    for some, cut in past.cuts(lines, settled):
        reached.uncertified += erasing.cut_lines([line.pk for line in some], cut, by=by)
    reached.up_to = lines[-1].pk
    reached.save(update_fields=["up_to", "uncertified"])
    return len(lines)


def _reached(organiser: Organiser, settled: Settled) -> Removal:
    """How far the office came, for this one alone until the transaction ends."""
    Removal.objects.get_or_create(organiser=organiser, kind=settled.kind.key)
    return Removal.objects.select_for_update().get(organiser=organiser, kind=settled.kind.key)


@transaction.atomic
def _certify(organiser: Organiser, kinds: list[Settled], *, by: Actor, now: datetime) -> list[Certificate]:
    reached = Removal.objects.select_for_update().filter(organiser=organiser, uncertified__gt=0)
    open_ones = {each.kind: each for each in reached.order_by("pk")}
    lines = [
        {
            "what": _("lines of the history"),
            "count": open_ones[settled.kind.key].uncertified,
            "rule": _rule(settled),
            "fate": "reduced",
        }
        for settled in kinds
        if settled.kind.key in open_ones
    ]
    if not lines:
        return []
    made = certificates.issue(
        organiser, kind=Certificate.Kind.HISTORY, about=str(organiser), lines=lines, by=by, now=now
    )
    Removal.objects.filter(pk__in=[each.pk for each in open_ones.values()]).update(uncertified=0)
    return [made]


def _rule(settled: Settled) -> str:
    words = ngettext(
        "%(kind)s: %(days)d day after the change.",
        "%(kind)s: %(days)d days after the change.",
        settled.days or 0,
    )
    return words % {"kind": settled.kind.name, "days": settled.days or 0}
