"""Verbs that prepare waves: make, change, put guests in and take them out."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.events.models import Participation
from chancery.guests.models import GuestList, Invitation, Kind, Template, Wave
from chancery.guests.queries.audience import OPEN
from chancery.guests.queries.deeds import to_thank_without_party
from chancery.guests.queries.waves import Whom, concerned_by, without_party


class WaveRefused(Exception):
    """The wave cannot be changed so; the message says why."""


@transaction.atomic
def make_wave(
    wave: Wave, *, invitations: Iterable[Invitation], templates: Sequence[Template] = (), by: Actor
) -> Wave:
    """Save a new wave of an event under the next number, with its parties and its own wordings."""
    GuestList.objects.get_or_create(event=wave.event)
    # Two waves made at once wait for each other here, so that each gets a number of its own.
    GuestList.objects.select_for_update().get(event=wave.event)
    last = Wave.objects.filter(event=wave.event).aggregate(last=Max("number"))["last"]
    wave.number = (last or 0) + 1
    audit.create(wave, by=by, code="guests.wave.made")
    wave.templates.set(templates)
    put_in(wave, invitations, by=by)
    return wave


@transaction.atomic
def make_wave_for(wave: Wave, whom: Whom, *, templates: Sequence[Template] = (), by: Actor) -> Wave:
    """
    Save a new wave with all whom a message of its kind may go to now, narrowed to `whom`.

    Guests who were listed without a party get one first, and so does whoever is thanked without one.
    """
    is_thanks = wave.kind == Kind.THANKS
    parties_for(list((to_thank_without_party if is_thanks else without_party)(wave.event)), by=by)
    return make_wave(wave, invitations=concerned_by(wave, whom), templates=templates, by=by)


@transaction.atomic
def save_wave(wave: Wave, *, templates: Sequence[Template], by: Actor) -> None:
    """Save a changed wave and its wordings. Errors: WaveRefused once it has begun to leave."""
    _demand_open(wave)
    audit.update(wave, by=by, code="guests.wave.changed")
    before = {each.pk for each in wave.templates.all()}
    if before != {each.pk for each in templates}:
        wave.templates.set(templates)
        names = [each.name for each in templates]
        audit.note(wave, by=by, code="guests.wave.worded", changes={"wordings": [None, names]})


@transaction.atomic
def put_in(wave: Wave, invitations: Iterable[Invitation], *, by: Actor) -> int:
    """Put parties into a wave; return how many were not in it. Errors: WaveRefused."""
    _demand_open(wave)
    known = set(wave.invitations.values_list("pk", flat=True))
    new = [one for one in invitations if one.pk not in known]
    wave.invitations.add(*new)
    _note_list(wave, len(known), len(known) + len(new), by)
    return len(new)


@transaction.atomic
def take_out(wave: Wave, invitations: Iterable[Invitation], *, by: Actor) -> int:
    """Take parties out of a wave; return how many were in it. Errors: WaveRefused."""
    _demand_open(wave)
    known = set(wave.invitations.values_list("pk", flat=True))
    gone = [one for one in invitations if one.pk in known]
    wave.invitations.remove(*gone)
    _note_list(wave, len(known), len(known) - len(gone), by)
    return len(gone)


def _note_list(wave: Wave, before: int, after: int, by: Actor) -> None:
    if before != after:
        audit.note(wave, by=by, code="guests.wave.filled", changes={"guests": [before, after]})


@transaction.atomic
def drop_wave(wave: Wave, *, by: Actor) -> None:
    """Delete a wave from which nothing has left. Errors: WaveRefused."""
    _demand_open(wave)
    if wave.dispatches.exists():
        raise WaveRefused(_("Something of this wave has left; it stays in the record."))
    audit.delete(wave, by=by, code="guests.wave.dropped")


def _demand_open(wave: Wave) -> None:
    """Lock the wave against the sending of it, and look whether it still can be changed."""
    state = Wave.objects.select_for_update().values_list("state", flat=True).get(pk=wave.pk)
    if state not in OPEN:
        raise WaveRefused(_("This wave has begun to leave and can no longer be changed; make a new one."))


@transaction.atomic
def parties_for(guests: Sequence[Participation], *, by: Actor) -> list[Invitation]:
    """Return the parties of guests, making those of guests who were listed without one."""
    known = {one.guest_id: one for one in Invitation.objects.filter(guest__in=guests)}
    missing = [Invitation(guest=guest) for guest in guests if guest.pk not in known]
    made = audit.create_all(missing, by=by, code="guests.invitation.made")
    return [*known.values(), *made]
