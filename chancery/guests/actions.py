"""What changes a guest list; every change raises its revision."""

from collections.abc import Iterable, Sequence

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.directory.models import Office, Person
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests import queries
from chancery.guests.models import Companion, GuestList, Invitation, Inviter


class QuotaExceeded(Exception):
    """The inviter would have more guests than the quota allows; the message says by how many."""


class StillNeeded(Exception):
    """The guest contributes to the programme and cannot leave the event; the message says where."""


class InviterNotUnique(Exception):
    """Two inviters have the same name."""


@transaction.atomic
def list_guests(
    event: Event,
    *,
    people: Sequence[Person] = (),
    offices: Sequence[Office] = (),
    category: GuestCategory | None,
    inviter: Inviter | None,
    capacity: str,
    by: Actor,
) -> int:
    """
    Put people, and offices whose holder is not known, on the list; return how many were new.

    Whoever is on the list already is left as they are: nobody is invited twice.
    Errors: QuotaExceeded; then nobody is listed.
    """
    listed = queries.guests_of(event)
    known_people = set(listed.values_list("person_id", flat=True))
    known_offices = set(listed.filter(person=None).values_list("office_id", flat=True))
    rows = [
        Participation(
            event=event,
            ref=_free_ref(event, person.ref),
            person=person,
            category=category,
            capacity=capacity,
            planned=Participation.Planned.LISTED,
            is_sample=person.is_sample,
        )
        for person in people
        if person.pk not in known_people
    ] + [
        Participation(
            event=event,
            ref=_free_ref(event, office.ref),
            office=office,
            category=category,
            capacity=capacity,
            planned=Participation.Planned.LISTED,
            is_sample=office.is_sample,
        )
        for office in offices
        if office.pk not in known_offices
    ]
    made = Participation.objects.bulk_create(rows)
    Invitation.objects.bulk_create(Invitation(guest=row, inviter=inviter) for row in made)
    _demand_quota(inviter)
    audit.write(
        audit.line(row, by=by, code="guests.guest.listed", changes={"capacity": [None, row.capacity]})
        for row in made
    )
    if made:
        raise_revision(event)
    return len(made)


def _free_ref(event: Event, ref: str) -> str:
    """Return `ref`, or with a number where somebody takes part in another capacity already."""
    taken = set(Participation.objects.filter(event=event, ref__startswith=ref).values_list("ref", flat=True))
    number, free = 2, ref
    while free in taken:
        number, free = number + 1, f"{ref}-{number}"
    return free


@transaction.atomic
def save_guest(
    guest: Participation,
    invitation: Invitation,
    *,
    kept: Sequence[Companion],
    dropped: Iterable[Companion],
    by: Actor,
) -> None:
    """Save a changed guest, the party and its named companions in their order. Errors: QuotaExceeded."""
    audit.update(guest, by=by, code="guests.guest.changed")
    _save_invitation(invitation, by)
    for companion in kept:
        companion.invitation = invitation
    audit.save_rows(kept, dropped, by=by, code="guests.companion")
    _demand_quota(invitation.inviter)
    raise_revision(guest.event)


@transaction.atomic
def set_for_all(guests: Sequence[Participation], *, by: Actor, **values: object) -> int:
    """Give several guests the same category, capacity or plan; return how many changed."""
    changed = 0
    for guest in guests:
        for name, value in values.items():
            setattr(guest, name, value)
        changed += bool(audit.update(guest, by=by, code="guests.guest.changed"))
    if changed:
        raise_revision(guests[0].event)
    return changed


@transaction.atomic
def set_inviter(guests: Sequence[Participation], inviter: Inviter | None, *, by: Actor) -> int:
    """Let one inviter stand for several guests. Errors: QuotaExceeded; then nothing changes."""
    changed = 0
    for guest in guests:
        invitation = queries.invitation_of(guest)
        invitation.inviter = inviter
        changed += _save_invitation(invitation, by)
    _demand_quota(inviter)
    if changed:
        raise_revision(guests[0].event)
    return changed


@transaction.atomic
def tag(guests: Sequence[Participation], word: str, *, is_on: bool, by: Actor) -> int:
    """Put a tag on several guests, or take it off; return how many changed."""
    changed = 0
    for guest in guests:
        invitation = queries.invitation_of(guest)
        others = [each for each in invitation.tags if each != word]
        invitation.tags = [*others, word] if is_on else others
        changed += _save_invitation(invitation, by)
    if changed:
        raise_revision(guests[0].event)
    return changed


def _save_invitation(invitation: Invitation, by: Actor) -> bool:
    if invitation.pk is None:
        audit.create(invitation, by=by, code="guests.invitation.made")
        return True
    return bool(audit.update(invitation, by=by, code="guests.invitation.changed"))


@transaction.atomic
def take_off(guests: Sequence[Participation], *, by: Actor) -> int:
    """
    Take guests off the list; return how many.

    Errors: StillNeeded where one of them contributes to the programme or is represented; nobody leaves then.
    """
    for guest in guests:
        try:
            audit.delete(guest, by=by, code="guests.guest.taken-off")
        except models.ProtectedError:
            raise StillNeeded(
                _("%(name)s contributes to the programme; take the contribution out first.")
                % {"name": guest.name_printed}
            ) from None
    if guests:
        raise_revision(guests[0].event)
    return len(guests)


@transaction.atomic
def save_inviters(event: Event, kept: Sequence[Inviter], dropped: Iterable[Inviter], *, by: Actor) -> None:
    """Save who may put guests on the list, in their order. Errors: InviterNotUnique, QuotaExceeded."""
    try:
        with transaction.atomic():
            audit.save_rows(kept, dropped, by=by, code="guests.inviter")
    except IntegrityError:
        raise InviterNotUnique(_("Two inviters have the same name; give each its own.")) from None
    for inviter in kept:
        _demand_quota(inviter)
    raise_revision(event)


def _demand_quota(inviter: Inviter | None) -> None:
    if inviter is None or inviter.quota is None:
        return
    over = queries.guests_invited_by(inviter) - inviter.quota
    if over > 0:
        raise QuotaExceeded(
            ngettext(
                "%(inviter)s would have %(over)s guest over the quota of %(quota)s; nothing was changed.",
                "%(inviter)s would have %(over)s guests over the quota of %(quota)s; nothing was changed.",
                over,
            )
            % {"inviter": inviter.name, "over": over, "quota": inviter.quota}
        )


def raise_revision(event: Event) -> None:
    """Tell upper stages that the list they worked from is old."""
    GuestList.objects.get_or_create(event=event)
    GuestList.objects.filter(event=event).update(revision=F("revision") + 1)
