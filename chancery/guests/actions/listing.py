"""What changes a guest list; every change raises its revision."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from django.db import IntegrityError, models, transaction
from django.db.models import F, Model
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.directory.models import Office, Person
from chancery.events import people_actions, wording
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests.models import Companion, GuestList, Invitation, Inviter
from chancery.guests.queries import parties


class QuotaExceeded(Exception):
    """The inviter would have more guests than the quota allows; the message says by how many."""


class StillNeeded(Exception):
    """Something rests on the guest, who cannot leave the event; the message says what."""


class InviterRefused(Exception):
    """Two inviters have the same name, or one to be dropped has guests; the message says which."""


@transaction.atomic
def list_guests(
    event: Event,
    *,
    people: Sequence[Person] = (),
    offices: Sequence[Office] = (),
    category: GuestCategory | None,
    inviter: Inviter | None,
    capacity: str,
    refs: Mapping[int, str] = MappingProxyType({}),
    by: Actor,
) -> int:
    """
    Put people, and offices whose holder is not known, on the list; return how many were new.

    Whoever is on the list already is left as they are: nobody is invited twice. `refs` gives people, by their
    keys, another short name at the event than that of the directory.
    Errors: QuotaExceeded; then nobody is listed.
    """
    taken = set(Participation.objects.filter(event=event).values_list("ref", flat=True))
    rows = [
        Participation(
            event=event,
            ref=_free_ref(refs.get(row.pk, row.ref) if isinstance(row, Person) else row.ref, taken),
            category=category,
            capacity=capacity,
            planned=Participation.Planned.LISTED,
            is_sample=row.is_sample,
            **{"person" if isinstance(row, Person) else "office": row},
        )
        for row in _not_listed(event, people, offices)
    ]
    made = audit.create_all(rows, by=by, code="guests.guest.listed")
    invitations = (Invitation(guest=row, inviter=inviter) for row in made)
    audit.create_all(invitations, by=by, code="guests.invitation.made")
    _demand_quota(inviter)
    if made:
        raise_revision(event)
    return len(made)


def _not_listed(event: Event, people: Sequence[Person], offices: Sequence[Office]) -> list[Person | Office]:
    listed = parties.guests_of(event)
    known_people = set(listed.values_list("person_id", flat=True))
    known_offices = set(listed.filter(person=None).values_list("office_id", flat=True))
    return [
        *(person for person in people if person.pk not in known_people),
        *(office for office in offices if office.pk not in known_offices),
    ]


def _free_ref(stem: str, taken: set[str]) -> str:
    """Return a short name that nobody at the event has, and take it: with a number where `stem` is taken."""
    number, free = 2, stem[:100]
    while free in taken:
        number, free = number + 1, f"{stem[:100]}-{number}"
    taken.add(free)
    return free


@transaction.atomic
def save_guest(
    guest: Participation,
    invitation: Invitation,
    *,
    kept: Sequence[Companion],
    dropped: Iterable[Companion],
    represents: Participation | None,
    by: Actor,
) -> None:
    """
    Save a changed guest, whom they represent, the party and its named companions in their order.

    Somebody represented who took no part so far takes part as represented by another.
    Errors: QuotaExceeded.
    """
    guest.represents = people_actions.take_part(represents, by=by) if represents else None
    audit.update(guest, by=by, code="guests.guest.changed")
    _save_invitations([invitation], by)
    for companion in kept:
        companion.invitation = invitation
    audit.save_rows(kept, dropped, by=by, code="guests.companion")
    _demand_quota(invitation.inviter)
    raise_revision(guest.event)


@transaction.atomic
def set_for_all(guests: Sequence[Participation], *, by: Actor, **values: object) -> int:
    """Give several guests the same category, capacity or plan; return how many changed."""
    for guest in guests:
        for name, value in values.items():
            setattr(guest, name, value)
    changed = audit.update_all(guests, by=by, code="guests.guest.changed")
    if changed:
        raise_revision(guests[0].event)
    return changed


@transaction.atomic
def set_inviter(guests: Sequence[Participation], inviter: Inviter | None, *, by: Actor) -> int:
    """Let one inviter stand for several guests. Errors: QuotaExceeded; then nothing changes."""
    invitations = [parties.invitation_of(guest) for guest in guests]
    for invitation in invitations:
        invitation.inviter = inviter
    changed = _save_invitations(invitations, by)
    _demand_quota(inviter)
    if changed:
        raise_revision(guests[0].event)
    return changed


@transaction.atomic
def set_invitations(guests: Sequence[Participation], *, by: Actor, **values: object) -> int:
    """Decide the same about several invitations (tier, hold, channel, language); return how many changed."""
    invitations = [parties.invitation_of(guest) for guest in guests]
    for invitation in invitations:
        for name, value in values.items():
            setattr(invitation, name, value)
    changed = _save_invitations(invitations, by)
    if changed:
        raise_revision(guests[0].event)
    return changed


@transaction.atomic
def tag(guests: Sequence[Participation], word: str, *, is_on: bool, by: Actor) -> int:
    """Put a tag on several guests, or take it off; return how many changed."""
    invitations = [parties.invitation_of(guest) for guest in guests]
    concerned = [invitation for invitation in invitations if (word in invitation.tags) is not is_on]
    for invitation in concerned:
        others = [each for each in invitation.tags if each != word]
        invitation.tags = [*others, word] if is_on else others
    changed = _save_invitations(concerned, by)
    if changed:
        raise_revision(guests[0].event)
    return changed


def _save_invitations(invitations: Sequence[Invitation], by: Actor) -> int:
    """Save parties, making those that are not there yet; return how many changed."""
    new = [invitation for invitation in invitations if invitation.pk is None]
    known = [invitation for invitation in invitations if invitation.pk is not None]
    audit.create_all(new, by=by, code="guests.invitation.made")
    return len(new) + audit.update_all(known, by=by, code="guests.invitation.changed")


@transaction.atomic
def take_off(guests: Sequence[Participation], *, by: Actor) -> int:
    """
    Take guests off the list with their parties; return how many.

    Each row leaves its own line, so that all of it can be undone.
    Errors: StillNeeded where one of them contributes to the programme, is represented by somebody who stays,
    was sent something or has answered; nobody leaves then.
    """
    leaving = {guest.pk for guest in guests}
    for guest in guests:
        if stand_in := guest.represented_by.exclude(pk__in=leaving).first():
            raise StillNeeded(
                _("%(name)s is represented by %(other)s; change whom %(other)s represents first.")
                % {"name": _called(guest), "other": _called(stand_in)}
            )
    for guest in _representing_first(guests):
        _take_off(guest, by)
    if guests:
        raise_revision(guests[0].event)
    return len(guests)


def _called(guest: Participation) -> str:
    return wording.name_of(guest, get_language() or "en")


def _representing_first(guests: Sequence[Participation]) -> Iterator[Participation]:
    """Those who represent another one leave before that one, and come back after."""
    yield from (guest for guest in guests if guest.represents_id)
    yield from (guest for guest in guests if not guest.represents_id)


def _take_off(guest: Participation, by: Actor) -> None:
    invitation = parties.party_of(guest)
    if invitation is not None and (invitation.replies.exists() or invitation.dispatches.exists()):
        raise StillNeeded(
            _("%(name)s was sent something or has answered and stays on record; enter a regret instead.")
            % {"name": _called(guest)}
        )
    if invitation is not None:
        for companion in invitation.companions.all():
            audit.delete(companion, by=by, code="guests.companion.taken-off")
        audit.delete(invitation, by=by, code="guests.invitation.taken-off")
    try:
        with transaction.atomic():
            audit.delete(guest, by=by, code="guests.guest.taken-off")
    except models.ProtectedError:
        raise StillNeeded(
            _("%(name)s contributes to the programme; take the contribution out first.")
            % {"name": _called(guest)}
        ) from None


@transaction.atomic
def save_inviters(event: Event, kept: Sequence[Inviter], dropped: Iterable[Inviter], *, by: Actor) -> None:
    """
    Save who may put guests on the list, in their order.

    Errors: InviterRefused where two have the same name or a dropped one has guests; QuotaExceeded.
    """
    for inviter in dropped:
        if count := parties.guests_invited_by(inviter):
            words = ngettext(
                "%(inviter)s still has %(count)s guest on the list; change the inviter there first.",
                "%(inviter)s still has %(count)s guests on the list; change the inviter there first.",
                count,
            )
            raise InviterRefused(words % {"inviter": inviter.name, "count": count})
    try:
        with transaction.atomic():
            audit.save_rows(kept, dropped, by=by, code="guests.inviter")
    except IntegrityError:
        raise InviterRefused(_("Two inviters have the same name; give each its own.")) from None
    for inviter in kept:
        _demand_quota(inviter)
    raise_revision(event)


def _demand_quota(inviter: Inviter | None) -> None:
    if inviter is None or inviter.quota is None:
        return
    over = parties.guests_invited_by(inviter) - inviter.quota
    if over > 0:
        words = ngettext(
            "%(inviter)s would have %(over)s guest over the quota of %(quota)s; nothing was changed.",
            "%(inviter)s would have %(over)s guests over the quota of %(quota)s; nothing was changed.",
            over,
        )
        raise QuotaExceeded(words % {"inviter": inviter.name, "over": over, "quota": inviter.quota})


def raise_revision(event: Event) -> None:
    """Tell upper stages that the list they worked from is old."""
    GuestList.objects.get_or_create(event=event)
    GuestList.objects.filter(event=event).update(revision=F("revision") + 1)


@undo.after_undo("events.participation")
def _follow_guest(row: Model, by: Actor) -> None:
    if isinstance(row, Participation):
        raise_revision(row.event)


@undo.after_undo("guests.invitation")
def _follow_invitation(row: Model, by: Actor) -> None:
    """A guest who is gone as well brings the revision up with its own line."""
    if not isinstance(row, Invitation):
        return
    guest = Participation.objects.filter(pk=row.guest_id).select_related("event").first()
    if guest is not None:
        raise_revision(guest.event)
