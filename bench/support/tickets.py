"""An event with nothing but parties that may come in, and a device at its door."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from itertools import count

from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base.codes import new_code
from chancery.directory.models import Body
from chancery.door.models import Device, Door, Presence
from chancery.events.models import Event, Participation
from chancery.precedence.models import Ordering

_numbers = count(1)


@dataclass
class Tickets:
    """
    The codes of the parties, taken once each, and one of the telephones.

    The token of each is `token` with its number behind it.
    """

    event: Event
    device: Device
    token: str
    codes: Sequence[str]
    taken: int = 0

    def take(self, number: int) -> Sequence[str]:
        """The next codes that nobody has shown yet."""
        self.taken += number
        return self.codes[self.taken - number : self.taken]


def tickets(number: int, *, devices: int = 1) -> Tickets:
    """Make an event with so many parties of one, all of them awaited, and telephones at its door."""
    name = f"door-{next(_numbers)}"
    office = Organiser.objects.create(
        ref=name, names={"en": "Embassy of Sampleland"}, city="Bucharest", time_zone="Europe/Bucharest"
    )
    ordering = Ordering.objects.create(organiser=office, profile=office.profile)
    event = Event.objects.create(organiser=office, titles={"en": "Reception"}, ordering=ordering)
    body = Body.objects.create(organiser=office, ref="missions", names={"en": "Missions"})
    guests = Participation.objects.bulk_create(
        (Participation(event=event, body=body) for _number in range(number)), batch_size=2000
    )
    Presence.objects.bulk_create(
        (Presence(participation=guest, event=event) for guest in guests), batch_size=2000
    )
    token = new_code()
    door = Door.objects.create(event=event, name="Main entrance")
    device, *_others = [_device(door, f"{token}{place}") for place in range(devices)]
    return Tickets(event, device, token, [guest.code for guest in guests])


def _device(door: Door, token: str) -> Device:
    now = timezone.now()
    return Device.objects.create(
        door=door,
        name="Telephone",
        pairing_ends_at=now,
        paired_at=now,
        expires_at=now + timedelta(days=1),
        token_digest=sha256(token.encode()).hexdigest(),
    )
