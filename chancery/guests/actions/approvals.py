"""The head of mission approves list and text of a wave, or sends them back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.guests.actions.waves import WaveRefused
from chancery.guests.models import Approval, Wave
from chancery.guests.queries.audience import OPEN
from chancery.guests.queries.wave_digests import digest_of


@transaction.atomic
def ask_approval(wave: Wave, *, by: Actor, now: datetime) -> Approval:
    """
    Ask for the approval of list and texts as they are now; an open question is replaced.

    Errors: WaveRefused for a wave that has begun to leave or in which nobody is.
    """
    locked = _locked(wave)
    if locked.state not in OPEN:
        raise WaveRefused(_("This wave has begun to leave; there is nothing left to approve."))
    if not locked.invitations.exists():
        raise WaveRefused(_("Nobody is in this wave yet; put guests in before you ask for approval."))
    locked.approvals.filter(decision=Approval.Decision.OPEN).delete()
    asked = Approval(wave=locked, digest=digest_of(locked), asked_at=now, asked_by=by.user)
    audit.create(asked, by=by, code="guests.approval.asked")
    _move(locked, Wave.State.ASKED, by)
    return asked


@transaction.atomic
def decide(wave: Wave, *, is_given: bool, shown: str, remark: str = "", by: Actor, now: datetime) -> Approval:
    """
    Approve the list and the texts that the digest `shown` stands for, or send them back with a remark.

    Errors: WaveRefused where nobody asked, where either has changed since, or where a remark is missing.
    """
    locked = _locked(wave)
    asked = locked.approvals.filter(decision=Approval.Decision.OPEN).order_by("-pk").first()
    if asked is None or locked.state != Wave.State.ASKED:
        raise WaveRefused(_("Nobody waits for a decision on this wave any more."))
    if not is_given and not remark:
        raise WaveRefused(_("Say in a remark what has to be changed, then send it back."))
    if is_given and not asked.digest == shown == digest_of(locked):
        raise WaveRefused(_("List or text have changed since; they have to be asked for anew."))
    asked.decision = Approval.Decision.GIVEN if is_given else Approval.Decision.SENT_BACK
    asked.decided_at, asked.decided_by, asked.remark = now, by.user, remark
    audit.update(asked, by=by, code="guests.approval.decided")
    _move(locked, Wave.State.APPROVED if is_given else Wave.State.DRAFT, by)
    return asked


def _locked(wave: Wave) -> Wave:
    waves = Wave.objects.select_for_update(of=("self",)).select_related("event__organiser")
    return waves.get(pk=wave.pk)


def _move(wave: Wave, state: Wave.State, by: Actor) -> None:
    wave.state = state
    audit.update(wave, by=by, code=f"guests.wave.{state.value}")
