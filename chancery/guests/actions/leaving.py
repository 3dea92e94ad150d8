"""What follows when a message has left the house: the guest is invited, and silent until an answer comes."""

from collections.abc import Sequence

from django.db.models import TextChoices

from chancery.base import audit
from chancery.base.audit import Actor, Changes
from chancery.base.models import AuditLine
from chancery.events.models import Participation
from chancery.guests.models import Channel, Dispatch, Invitation, Kind, Standing
from chancery.guests.queries.answering import ASKING

Planned = Participation.Planned


def follow(dispatches: Sequence[Dispatch], *, by: Actor) -> None:
    """
    Bring guests up to messages that have just left; each leaves a line in the history of the invitation.

    Whoever is asked for a reply stands as silent, unless they answered before. In the caller's transaction.
    """
    asked = [one.invitation_id for one in dispatches if one.kind in ASKING]
    waiting = Invitation.objects.filter(pk__in=asked, standing=Standing.NOT_INVITED)
    silent = set(waiting.values_list("pk", flat=True))
    waiting.update(standing=Standing.SILENT)
    Invitation.objects.filter(pk__in=asked, is_held=True).update(is_held=False)
    listed = Participation.objects.filter(invitation__in=asked, planned__in=[Planned.NONE, Planned.LISTED])
    listed.update(planned=Planned.INVITED)
    kinds, channels = _labels(Kind), _labels(Channel)
    audit.write(
        _line(
            one,
            f"{kinds[one.kind]} ({channels[one.channel]})",
            is_silent=one.invitation_id in silent,
            by=by,
        )
        for one in dispatches
    )


def _labels(choices: type[TextChoices]) -> dict[str, str]:
    """The labels of choices, translated once for all."""
    return {value: str(label) for value, label in choices.choices}


def _line(dispatch: Dispatch, message: str, *, is_silent: bool, by: Actor) -> AuditLine:
    changes: Changes = {
        "message": ["", message],
        "dispatch": ["", dispatch.code],
    }
    if is_silent:
        changes["standing"] = [Standing.NOT_INVITED.value, Standing.SILENT.value]
    return audit.line(dispatch.invitation, by=by, code="guests.invitation.sent", changes=changes)
