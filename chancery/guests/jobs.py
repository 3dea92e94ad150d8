"""Long work of the guests: sending a wave."""

from collections.abc import Sequence
from itertools import batched
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, override

from chancery.accounts.models import User
from chancery.base import jobs
from chancery.base.audit import Actor
from chancery.base.jobs import Progress
from chancery.guests.actions import sending
from chancery.guests.documents.wave_writing import WaveWriter, Written
from chancery.guests.models import Invitation, Wave
from chancery.guests.queries.audience import audience_of, sort_out
from chancery.guests.queries.places import sized_invitations
from chancery.guests.queries.reaching import reach_of

# What one transaction sends: few enough that others write in between, enough to spare statements.
AT_ONCE = 250


@jobs.work(sending.SEND)
def send_wave(progress: Progress, *, wave: int) -> dict[str, Any]:
    """
    Send what a wave has not sent yet, a piece at a time; begun again it goes on where it stopped.

    The outcome says how many were sent, and in words to whom nothing could be.
    """
    chosen = Wave.objects.select_related("event__organiser", "event__ordering").get(pk=wave)
    by = Actor(progress.job.organiser_id, progress.job.started_by)
    language = _language(progress.job.started_by)
    with override(language), timezone.override(chosen.event.organiser.zone):
        audience = audience_of(chosen)
        progress.begin(gettext("Sending"), len(audience.chosen) + len(audience.done))
        done, left = len(audience.done), [_left(each.invitation, each.why) for each in audience.left_out]
        writer = WaveWriter(chosen, now=timezone.now())
        for some in batched(audience.chosen, AT_ONCE):
            written = _write(chosen, writer, some)
            _send(chosen, written, by)
            left += [_left(invitation, why) for invitation, why in written.failed]
            done += len(some)
            progress.at(done)
        sending.finish(chosen, by=by)
    return {"sent": done - len(left), "left": left}


def _write(wave: Wave, writer: WaveWriter, some: Sequence[Invitation]) -> Written:
    """Write to those to whom it still may go: whoever has answered meanwhile is left out."""
    now = timezone.now()
    fresh = sized_invitations(wave.event).filter(pk__in=[one.pk for one in some])
    places = {one.pk: place for place, one in enumerate(some)}
    chosen, left_out = sort_out(wave, sorted(fresh, key=lambda one: places[one.pk]))
    written = writer.write(reach_of(wave.event, chosen), now=now)
    written.failed += [(each.invitation, each.why) for each in left_out]
    return written


def _send(wave: Wave, written: Written, by: Actor) -> None:
    try:
        sending.send_some(wave, written.ready, by=by, now=timezone.now())
    except sending.WaveStopped:
        raise jobs.WorkStopped from None


def _left(invitation: Invitation, why: str) -> dict[str, str]:
    return {"guest": invitation.guest.code, "name": invitation.guest.name_printed, "why": why}


def _language(user: Any) -> str:
    return user.language if isinstance(user, User) else "en"
