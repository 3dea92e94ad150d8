"""Representatives: a substitute is a new guest with the own rank (R83, R27-R30)."""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.directory.models import Person
from chancery.events import queries as events
from chancery.events.models import Participation
from chancery.guests.actions import newcomers
from chancery.guests.actions.listing import raise_revision
from chancery.guests.models import Invitation, Reply, Standing
from chancery.guests.queries import parties


class CannotRepresent(Exception):
    """The person cannot come for the guest; the message says why."""


def of(invitation: Invitation) -> QuerySet[Invitation]:
    """The parties of those who represent the guest of an invitation."""
    return Invitation.objects.filter(
        Q(brought_by__invitation=invitation) | Q(guest__represents=invitation.guest_id)
    )


def follow(invitation: Invitation, *, by: Actor) -> None:
    """
    Bring the representatives on the list up to the reply that counts.

    One whom a reply brought leaves with it; one chosen from the directory is listed at once. Somebody who was
    only named waits until the office says who it is; whoever the office put there by itself stays.
    """
    said = invitation.reply if invitation.standing == Standing.REPRESENTED else None
    for party in of(invitation).select_related("guest__event", "guest__person", "brought_by"):
        if said is not None and _is_meant(party, said):
            _keep(party, said, by=by)
        elif _came_by_reply(party, invitation):
            _release(party, by=by)
    if said is not None and said.representative is not None and not of(invitation).exists():
        _bring(said, said.representative, by=by)


def _is_meant(party: Invitation, said: Reply) -> bool:
    if said.representative_id is not None:
        return party.guest.person_id == said.representative_id
    brought = party.brought_by
    return brought is not None and brought.representative_name == said.representative_name


def _came_by_reply(party: Invitation, invitation: Invitation) -> bool:
    named = Reply.objects.filter(invitation=invitation, representative=party.guest.person_id)
    return party.brought_by_id is not None or named.exists()


def _keep(party: Invitation, said: Reply, *, by: Actor) -> None:
    """Let the party of a representative follow what the reply says of it."""
    guest = party.guest
    guest.represents_as = said.stands_in
    audit.update(guest, by=by, code="guests.guest.changed")
    if party.brought_by_id is not None:
        party.brought_by, party.coming = said, people_with(said)
        audit.update(party, by=by, code="guests.representative.kept")


def people_with(said: Reply) -> int:
    """How many people come by a reply, whoever comes for the guest included."""
    return 1 + said.unnamed_companions + len(said.companion_names)


def _release(party: Invitation, *, by: Actor) -> None:
    """
    Let a representative go: off the list again, or no longer for the guest where they were a guest before.

    One who got a message or answered stays on the list as somebody who does not come.
    """
    guest = party.guest
    if party.brought_by_id is None:
        guest.represents = None
        audit.update(guest, by=by, code="guests.guest.represents-nobody")
    elif party.dispatches.exists() or party.replies.exists():
        party.standing, party.coming = Standing.WITHDRAWN, 0
        guest.planned, guest.accepted_at = Participation.Planned.DECLINED, None
        audit.update(party, by=by, code="guests.representative.withdrawn")
        audit.update(guest, by=by, code="guests.guest.changed")
    else:
        audit.delete(party, by=by, code="guests.invitation.taken-off")
        audit.delete(guest, by=by, code="guests.guest.taken-off")


def _bring(said: Reply, person: Person, *, by: Actor) -> Participation:
    """
    Put a representative on the list, accepted; who is a guest already represents beside the own invitation.

    Errors: CannotRepresent where the guest would represent themselves, or represents another one already.
    """
    principal = said.invitation.guest
    if person.pk == principal.person_id:
        raise CannotRepresent(_("Nobody represents themselves; choose somebody else."))
    listed = parties.guests_of(principal.event).filter(person=person).first()
    if listed is not None:
        return _stand_in(listed, said, by=by)
    guest = Participation(
        event=principal.event,
        person=person,
        capacity=Participation.Capacity.GUEST,
        category=principal.category,
        represents=principal,
        represents_as=said.stands_in,
        planned=Participation.Planned.ACCEPTED,
        accepted_at=said.given_at,
        is_sample=person.is_sample,
    )
    guest.ref = events.free_ref_of_participation(guest)
    audit.create(guest, by=by, code="guests.guest.listed")
    party = Invitation(
        guest=guest,
        inviter=said.invitation.inviter,
        brought_by=said,
        standing=Standing.ACCEPTED,
        coming=people_with(said),
    )
    audit.create(party, by=by, code="guests.representative.listed")
    return guest


def _stand_in(listed: Participation, said: Reply, *, by: Actor) -> Participation:
    principal = said.invitation.guest
    if listed.represents_id not in (None, principal.pk):
        raise CannotRepresent(
            _("%(name)s represents somebody else already; choose another person.")
            % {"name": listed.name_printed}
        )
    listed.represents, listed.represents_as = principal, said.stands_in
    audit.update(listed, by=by, code="guests.guest.represents")
    return listed


@transaction.atomic
def name(said: Reply, person: Person | None, *, by: Actor) -> Participation:
    """
    Say who the representative named in a reply is, and put that one on the list.

    `person` is None for somebody who is new: then the directory gets them, with the office they were said to
    hold as their printed capacity, since nobody knows the post itself.
    Errors: CannotRepresent.
    """
    principal = said.invitation.guest
    said.representative = person or newcomers.enter(
        said.representative_name, principal.event, is_sample=principal.is_sample, by=by
    )
    said.save(update_fields=["representative"])
    guest = _bring(said, said.representative, by=by)
    if person is None and said.representative_office:
        language = said.invitation.guest.event.organiser.languages[:1] or ["en"]
        guest.capacity_printed = {language[0]: said.representative_office}
        audit.update(guest, by=by, code="guests.guest.changed")
    Invitation.objects.filter(pk=said.invitation_id).update(coming=0)
    raise_revision(guest.event)
    return guest
