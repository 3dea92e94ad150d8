"""The pages of the office about its doors while guests arrive, by day and by night, and right to left."""

import pytest
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.roles import Role
from chancery.base.audit import Actor
from chancery.desk.archive.reading import load_event
from chancery.desk.commands import REFERENCE
from chancery.desk.demo import EVENING
from chancery.desk.demo_day import RECEPTION, load_reception
from chancery.door.exchange import open_doubts
from chancery.door.models import Device, Door, DoorNote, Slot
from chancery.events.models import Event
from tests import make
from tests.browser.conftest import Open, keep
from tests.browser.test_journeys import what_is_wrong

pytestmark = pytest.mark.browser

OF_THE_STAGE = (
    "door:arrivals",
    "door:host",
    "door:steward",
    "door:slots",
    "door:new-slot",
    "door:propose-slots",
    "door:notes",
    "door:new-note",
    "door:answers",
    "door:doubts",
    "door:doors",
    "door:new-door",
    "record:presence",
)


@pytest.fixture
def reception(event: Event) -> Event:
    """The sample reception at whose doors guests arrive: scans, a doubt, notes, a telephone to pair."""
    office = event.organiser
    load_event(REFERENCE / EVENING, organiser=office, by=Actor(office.pk))
    made = load_reception(REFERENCE / RECEPTION, officer=make.member(office, Role.OWNER), now=timezone.now())
    assert made is not None
    return made


def of_one(event: Event) -> dict[str, dict[str, str]]:
    """The pages of one guest, door, device, note, slot and doubt, with what names each in its address."""
    (presence, doubt), *_others = open_doubts(event)
    guest = {"guest": presence.participation.code}
    door = {"door": Door.objects.filter(event=event).earliest("pk").code}
    device = {"device": Device.objects.get(door__event=event, paired_at=None).code}
    return {
        "door:guest": guest,
        "door:arrival": guest,
        "door:plan-arrival": guest,
        "door:settle": {"scan": doubt.later.id},
        "door:change-door": door,
        "door:delete-door": door,
        "door:new-device": door,
        "door:device": device,
        "door:change-device": device,
        "door:revoke-device": device,
        "door:change-note": {"note": DoorNote.objects.filter(participation__event=event).earliest("pk").code},
        "door:change-slot": {"slot": Slot.objects.filter(event=event).earliest("pk").code},
    }


@pytest.mark.parametrize(("language", "theme", "is_narrow"), [("en", "light", True), ("ar", "dark", False)])
def test_each_page_of_the_door_is_readable_for_everybody(
    visit_live: Open, reception: Event, language: str, theme: str, is_narrow: bool
) -> None:
    page = visit_live(language=language, theme=theme, is_narrow=is_narrow)
    look = f"{language}-{theme}-{'narrow' if is_narrow else 'wide'}"
    args = {"ref": reception.organiser.ref, "code": reception.code}
    addresses = {route: reverse(route, kwargs=args) for route in OF_THE_STAGE}
    addresses |= {route: reverse(route, kwargs=args | more) for route, more in of_one(reception).items()}
    addresses["door:found"] = f"{addresses['door:steward']}?q=a"

    unreadable = {}
    for route, address in addresses.items():
        page.goto(address)
        keep(page, f"{route.replace(':', '-')}-{look}")
        if found := what_is_wrong(page):
            unreadable[address] = found

    assert unreadable == {}
