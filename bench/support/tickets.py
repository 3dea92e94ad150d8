"""An event with nothing but parties that may come in, and a device at its door."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from itertools import count

from django.db import connection, transaction
from django.db.models import Model
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

    @property
    def left(self) -> Sequence[str]:
        """The codes that nobody has shown yet."""
        return self.codes[self.taken :]

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
    codes = [new_code() for _number in range(number)]
    _invite(event, body, codes)
    token = new_code()
    door = Door.objects.create(event=event, name="Main entrance")
    device, *_others = [_device(door, f"{token}{place}") for place in range(devices)]
    return Tickets(event, device, token, codes)


def _invite(event: Event, body: Body, codes: Sequence[str]) -> None:
    """Have as many parties awaited as there are codes, each a copy of a first one but for its keys."""
    pattern = Participation.objects.create(event=event, body=body)
    Presence.objects.create(participation=pattern, event=event)
    columns = _columns(Participation, "code", "ref")
    given = "json_each(%s)" if connection.vendor == "sqlite" else "jsonb_array_elements_text(%s::jsonb)"
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute(
            f"INSERT INTO events_participation (code, ref, {columns})"
            f" SELECT given.value, given.value, {columns} FROM {given} AS given"
            " JOIN events_participation AS first ON first.id = %s",
            [json.dumps(codes), pattern.pk],
        )
        counts = _columns(Presence, "participation_id", "event_id")
        cursor.execute(
            f"INSERT INTO door_presence (participation_id, event_id, {counts})"
            f" SELECT guest.id, guest.event_id, {counts} FROM events_participation AS guest"
            " JOIN door_presence AS first ON first.participation_id = %s"
            " WHERE guest.event_id = first.event_id AND guest.id <> %s ORDER BY guest.id",
            [pattern.pk, pattern.pk],
        )
    with connection.cursor() as cursor:
        # As it is in an installation by the evening of its event.
        cursor.execute("ANALYZE")


def _columns(model: type[Model], *apart: str) -> str:
    """The columns of a table but for its own key and those that are apart, as SQL writes them."""
    names = (field.column for field in model._meta.concrete_fields if not field.primary_key)
    return ", ".join(name for name in names if name not in apart)


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
