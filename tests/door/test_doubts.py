"""Doubts that a person settles with words, and what the office does by hand."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.base.audit import Actor
from chancery.door.actions import by_office
from chancery.door.actions.scans import take_scans
from chancery.door.exchange import open_doubts
from chancery.door.models import Presence, Scan
from chancery.door.told import ToldScan
from chancery.events.models import Event, Participation
from tests import make
from tests.conftest import People
from tests.door import built


@pytest.fixture
def event(people: People) -> Event:
    return make.event_of(people.office)


@pytest.fixture
def guest(event: Event) -> Participation:
    return make.participation(event, make.person(event.organiser, "Ana Sample"), planned="accepted")


@pytest.fixture
def doubted(event: Event, guest: Participation) -> Participation:
    """A guest whom two doors let in, ten and five minutes ago."""
    for name, minutes in (("One", 10), ("Two", 5)):
        at = timezone.now() - timedelta(minutes=minutes)
        device = built.device(built.door(event, name), f"Telephone of {name}")
        told = ToldScan(uuid4(), Scan.Kind.ADMIT, Scan.How.PASS, guest.code, 1, at, at, None, "", True)
        take_scans(device, [told], timezone.now())
    return guest


def path(name: str, event: Event, **route: str) -> str:
    return reverse(f"door:{name}", kwargs={"ref": "mission", "code": event.code, **route})


def standing(guest: Participation) -> tuple[int, int, int, bool]:
    row = Presence.objects.get(participation=guest)
    return row.expected, row.came, row.inside, row.in_doubt


def later(event: Event) -> Scan:
    return Scan.objects.filter(event=event, kind="admit").latest("at")


def test_both_scans_stand_on_the_page(signed_in: Client, event: Event, doubted: Participation) -> None:
    page = signed_in.get(path("doubts", event)).content.decode()

    assert all(words in page for words in ("Ana Sample", "One, Telephone of One", "Two, Telephone of Two"))
    assert standing(doubted) == (1, 1, 1, True)


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("one-entry", (1, 1, 1, False)),
        ("first-was-wrong", (1, 1, 1, False)),
        ("both-came", (2, 2, 2, False)),
    ],
)
def test_a_doubt_is_settled_with_words(
    signed_in: Client, event: Event, doubted: Participation, how: str, expected: tuple[int, int, int, bool]
) -> None:
    scan = later(event)

    signed_in.post(path("settle", event, scan=str(scan.uid)), {"how": how, "words": "Seen by the steward."})

    assert standing(doubted) == expected
    assert open_doubts(event) == []
    scan.refresh_from_db()
    assert scan.settled_words == "Seen by the steward."
    assert "Seen by the steward." in signed_in.get(path("doubts", event)).content.decode()


def test_a_doubt_is_not_settled_without_words(
    signed_in: Client, event: Event, doubted: Participation
) -> None:
    signed_in.post(path("settle", event, scan=str(later(event).uid)), {"how": "one-entry", "words": ""})

    assert standing(doubted)[3]


def test_who_comes_too_late_reads_so(signed_in: Client, event: Event, doubted: Participation) -> None:
    url = path("settle", event, scan=str(later(event).uid))
    signed_in.post(url, {"how": "both-came", "words": "Two people."})

    page = signed_in.post(url, {"how": "one-entry", "words": "One."}, follow=True)

    assert "Nobody doubts this any more." in page.content.decode()
    assert standing(doubted) == (2, 2, 2, False)


def test_the_office_lets_in_takes_out_and_takes_back(
    signed_in: Client, event: Event, guest: Participation
) -> None:
    signed_in.post(path("by-hand", event, guest=guest.code, deed="admit"), {"people": "1", "words": "By car"})
    assert standing(guest) == (1, 1, 1, False)

    signed_in.post(path("by-hand", event, guest=guest.code, deed="leave"), {"people": "1"})
    assert standing(guest) == (1, 1, 0, False)

    admitted = Scan.objects.get(kind="admit")
    signed_in.post(path("take-back-scan", event, guest=guest.code, scan=str(admitted.uid)))
    assert standing(guest) == (1, 0, 0, False)
    assert set(Scan.objects.values_list("how", flat=True)) == {"office"}


def test_nobody_goes_out_who_is_not_in(signed_in: Client, event: Event, guest: Participation) -> None:
    url = path("by-hand", event, guest=guest.code, deed="leave")

    page = signed_in.post(url, {"people": "1"}, follow=True)

    assert "Nobody of this party is inside." in page.content.decode()
    assert not Scan.objects.exists()


def test_a_scan_is_taken_back_once(signed_in: Client, event: Event, guest: Participation) -> None:
    signed_in.post(path("by-hand", event, guest=guest.code, deed="admit"), {"people": "1"})
    url = path("take-back-scan", event, guest=guest.code, scan=str(Scan.objects.get().uid))
    signed_in.post(url)

    page = signed_in.post(url, follow=True)

    assert "This was taken back already." in page.content.decode()
    assert Scan.objects.count() == 2


def test_by_hand_asks_for_a_number(signed_in: Client, event: Event, guest: Participation) -> None:
    url = path("by-hand", event, guest=guest.code, deed="admit")

    page = signed_in.post(url, {"people": "0", "words": "By the lift."}).content.decode()

    assert "from 1 to 255" in page
    assert "By the lift." in page
    assert not Scan.objects.exists()


def test_two_colleagues_who_let_in_one_guest_are_in_doubt(
    people: People, event: Event, guest: Participation
) -> None:
    for user in (people.owner, people.colleague):
        by_office.admit(guest, people=1, by=Actor(event.organiser_id, user), now=timezone.now())

    assert standing(guest) == (1, 1, 1, True)


def test_a_colleague_who_lets_in_more_means_it(people: People, event: Event, guest: Participation) -> None:
    for _time in range(2):
        by_office.admit(guest, people=1, by=Actor(event.organiser_id, people.owner), now=timezone.now())

    assert standing(guest) == (1, 2, 2, False)


def test_the_page_names_who_let_in_by_hand(
    signed_in: Client, people: People, event: Event, guest: Participation
) -> None:
    for user in (people.owner, people.colleague):
        by_office.admit(guest, people=1, by=Actor(event.organiser_id, user), now=timezone.now())

    page = signed_in.get(path("doubts", event)).content.decode()

    assert all(f"by hand, {user.name}" in page for user in (people.owner, people.colleague))
