"""Next time's event has the doors of this one, and nobody of its people stands at them."""

from datetime import date, time

import pytest

from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.door.models import ArrivalPlan, Device, Door, DoorNote, PreparedAnswer, Presence, Scan, Slot
from chancery.events.copy_actions import copy_event
from chancery.events.models import Event
from tests import make
from tests.conftest import People
from tests.door.built import device, door, let_in


@pytest.fixture
def copied(people: People) -> tuple[Event, Event]:
    """An evening at whose doors all that there can be has been, and its copy."""
    event = make.event(people.office)
    main = door(event, instructions="Coats to the left.", walk_ins="refuse")
    door(event, "Garden door", position=1)
    device(main)
    guest = let_in(event).participation
    slot = Slot.objects.create(event=event, name="Ministers", starts_at=time(18), ends_at=time(18, 10))
    PreparedAnswer.objects.create(event=event, band="Ministers", outcome="reserve", words="Come with me.")
    DoorNote.objects.create(participation=guest, door=main, text="Has come by car.")
    ArrivalPlan.objects.create(participation=guest, slot=slot, door=main, escort="Usher")
    by = Actor(people.office.pk, people.owner)
    return event, copy_event(event, held_on=date(2028, 3, 4), titles={"en": "Again"}, ref="again", by=by)


def test_a_copy_takes_over_doors_slots_and_prepared_answers(copied: tuple[Event, Event]) -> None:
    event, twin = copied

    doors = Door.objects.filter(event=twin).order_by("position")
    assert list(doors.values_list("name", "instructions", "walk_ins")) == [
        ("Main entrance", "Coats to the left.", "refuse"),
        ("Garden door", "", "ask"),
    ]
    assert Slot.objects.get(event=twin).name == "Ministers"
    assert PreparedAnswer.objects.get(event=twin).words == "Come with me."
    codes = {row.code for model in (Door, Slot, PreparedAnswer) for row in model.objects.filter(event=twin)}
    assert not codes & {row.code for row in Door.objects.filter(event=event)}
    assert AuditLine.objects.filter(code="door.door.copied").count() == 2


def test_a_copy_has_no_scan_no_device_and_nobody_awaited(copied: tuple[Event, Event]) -> None:
    event, twin = copied

    assert not Device.objects.filter(door__event=twin).exists()
    for model in (Scan, Presence):
        assert not model.objects.filter(event=twin).exists()
    for model in (ArrivalPlan, DoorNote):
        assert not model.objects.filter(participation__event=twin).exists()
        assert not model.objects.filter(door__event=twin).exists()
    assert Scan.objects.filter(event=event).count() == 1
