"""No page of the day asks the database more often for 500 guests and 60 items than for five of each."""

from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.directory.models import ContactPoint, Person, PersonName
from chancery.door.models import ArrivalPlan, DoorNote, Presence, Scan
from chancery.events.models import Event, Participation
from chancery.guests.models import Invitation
from chancery.programme.models import Contribution, Cue, Item, Screen
from chancery.seating.queries.telling import Telling, chosen_plans
from tests.conftest import People
from tests.door import built
from tests.door.awaiting import ambassador, evening
from tests.seating import built as seating

PAGES = (
    *("door:arrivals", "door:host", "door:steward", "door:slots", "door:propose-slots", "door:doors"),
    *("door:notes", "door:new-note", "door:answers", "door:doubts"),
    *("record:presence", "programme:desk", "programme:run_state", "programme:cues", "programme:screens"),
)


def day(office: Organiser, *, guests: int, items: int, doubts: int = 1) -> Event:
    """An event under way with guests, half of them here, the first in doubt, and with items."""
    event = evening(office, held_on=timezone.localdate())
    door, now = built.door(event), timezone.now()
    people = Person.objects.bulk_create(
        Person(organiser=office, ref=str(uuid4()), sort_name=f"Guest {number}") for number in range(guests)
    )
    PersonName.objects.bulk_create(PersonName(person=who, printed=who.sort_name) for who in people)
    ContactPoint.objects.bulk_create(ContactPoint(person=who, kind="mobile", value="+40 1") for who in people)
    rows = Participation.objects.bulk_create(
        Participation(event=event, ref=str(uuid4()), person=who, planned="accepted") for who in people
    )
    Invitation.objects.bulk_create(Invitation(guest=row, standing="accepted", coming=1) for row in rows)
    ArrivalPlan.objects.bulk_create(ArrivalPlan(participation=row, door=door) for row in rows)
    DoorNote.objects.bulk_create(DoorNote(participation=row, text="By the lift.") for row in rows)
    here = [(number, row) for number, row in enumerate(rows) if number % 2 == 0]
    Presence.objects.bulk_create(
        Presence(participation=row, event=event, came=1, inside=1, first_at=now, in_doubt=number < 2 * doubts)
        for number, row in here
    )
    Scan.objects.bulk_create(
        Scan(uid=uuid4(), event=event, participation=row, door=door, kind="admit", at=now, device_at=now)
        for _number, row in here
    )
    _programme(event, rows, items)
    return event


def _programme(event: Event, rows: list[Participation], items: int) -> None:
    """So many items, each with a speaker and a cue, and as many screens."""
    made = Item.objects.bulk_create(
        Item(event=event, ref=str(uuid4()), kind="speech", titles={"en": "Speech"}, position=number)
        for number in range(items)
    )
    Contribution.objects.bulk_create(
        Contribution(item=item, participation=rows[number % len(rows)]) for number, item in enumerate(made)
    )
    Cue.objects.bulk_create(Cue(item=item, department="Light", text="Light on") for item in made)
    Screen.objects.bulk_create(Screen(event=event, kind="stage", name=f"Stage {item.pk}") for item in made)


def queries(client: Client, event: Event, name: str, **asked: str) -> int:
    """How many queries a page needs, once what is read once a process is read."""
    path = reverse(name, kwargs={"ref": event.organiser.ref, "code": event.code})
    assert client.get(path, asked).status_code == 200
    with CaptureQueriesContext(connection) as counted:
        client.get(path, asked)
    return len(counted)


def test_no_page_needs_more_queries_for_500_guests_than_for_five(signed_in: Client, people: People) -> None:
    few = day(people.office, guests=5, items=5)
    many = day(people.office, guests=500, items=60)

    counted = {name: (queries(signed_in, few, name), queries(signed_in, many, name)) for name in PAGES}

    assert {name: pair for name, pair in counted.items() if pair[1] > pair[0]} == {}


def test_no_page_needs_more_queries_for_three_than_for_one(signed_in: Client, people: People) -> None:
    one = day(people.office, guests=2, items=1)
    three = day(people.office, guests=6, items=3, doubts=3)

    counted = {name: (queries(signed_in, one, name), queries(signed_in, three, name)) for name in PAGES}

    assert {name: pair for name, pair in counted.items() if pair[1] > pair[0]} == {}


def test_a_search_asks_as_often_for_many_hits_as_for_one(signed_in: Client, people: People) -> None:
    event = day(people.office, guests=30, items=1)

    alone, all_of_them = (queries(signed_in, event, "door:steward", q=text) for text in ("29", "guest"))

    assert all_of_them <= alone


def test_the_seats_of_parties_in_several_rows_are_read_at_once(people: People) -> None:
    event = evening(people.office)
    plan = seating.plan(event, is_chosen=True)
    parties = [ambassador(event, f"Guest {number}", f"201{number}-01-01") for number in (1, 2, 3)]
    for number, guest in enumerate(parties, start=1):
        seating.seat(plan, guest, f"A-1-{number}")
        seating.seat(plan, guest, f"A-2-{number}", member=1)
    told = Telling(event, list(chosen_plans(event)), "en")

    with CaptureQueriesContext(connection) as counted:
        lines = [told.lines_of(guest.pk) for guest in parties]
    with CaptureQueriesContext(connection) as of_one:
        Telling(event, told.plans, "en").lines_of(parties[0].pk)

    assert [len(each) for each in lines] == [2, 2, 2]
    assert len(counted) < len(of_one)
