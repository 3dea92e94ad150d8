"""Who is let in without being on the list: always kept, and looked at by the office by the rule."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.door.models import Door, PreparedAnswer, Presence, Scan
from chancery.door.queries.uninvited import to_look_at
from chancery.events.models import Event
from tests import make
from tests.conftest import People
from tests.door import built
from tests.door.telephones import Telephone, scan, walk_in

Against = Scan.Against


@pytest.fixture
def event(people: People) -> Event:
    return make.event_of(people.office)


def path(name: str, event: Event, **route: str) -> str:
    return reverse(f"door:{name}", kwargs={"ref": "mission", "code": event.code, **route})


def telephone(event: Event, rule: str) -> Telephone:
    return Telephone(built.door(event, f"Door to {rule}", walk_ins=rule))


@pytest.mark.parametrize(
    ("rule", "told", "against"),
    [
        ("admit", {}, ""),
        ("ask", {"words": "The counsellor said yes"}, ""),
        ("ask", {}, "ask"),
        ("ask", {"words": "   "}, "ask"),
        ("refuse", {}, "refuse"),
        ("refuse", {"words": "The counsellor said yes"}, "refuse"),
        ("refuse", {"band": "Ministers"}, ""),
        ("refuse", {"band": "Press"}, "refuse"),
        ("refuse", {"band": "Nobody"}, "refuse"),
        ("ask", {"band": "Ministers"}, ""),
    ],
)
def test_whoever_came_in_is_kept_and_the_rule_is_said(
    event: Event, rule: str, told: dict[str, str], against: str
) -> None:
    """R126: a prepared answer with a place lets in at every door, else the rule of the door counts."""
    PreparedAnswer.objects.create(event=event, band="Ministers", outcome="reserve")
    PreparedAnswer.objects.create(event=event, band="Press", outcome="no-place")

    answer = telephone(event, rule).post("guests", walk_in("Bo Sample", people=2, **told))

    presence = Presence.objects.get(participation__code=answer["party"])
    assert (presence.came, presence.inside, presence.in_doubt) == (2, 2, False)
    assert Scan.objects.get().against == against
    assert to_look_at(event).count() == bool(against)


def test_the_same_walk_in_sent_again_is_one(event: Event) -> None:
    phone, told = telephone(event, "refuse"), walk_in("Bo Sample")

    first, second = phone.post("guests", told), phone.post("guests", told)

    assert first["party"] == second["party"]
    assert [row.against for row in Scan.objects.all()] == ["refuse"]


def test_whom_the_list_cannot_take_is_kept_for_the_office(event: Event) -> None:
    """The event was called off meanwhile; somebody came in all the same."""
    phone = telephone(event, "admit")
    Event.objects.filter(pk=event.pk).update(status="cancelled")

    answer = phone.post("guests", walk_in("Bo Sample", office="Historian", people=2))

    kept = Scan.objects.get()
    assert answer["party"] == ""
    assert answer["sentence"]
    assert (kept.kind, kept.people, kept.participation, kept.against) == ("admit", 2, None, "unlisted")
    assert kept.words == "Bo Sample · Historian"


def test_a_guest_let_in_who_left_the_list_meanwhile_is_looked_at(event: Event, signed_in: Client) -> None:
    telephone(event, "admit").tell(scan("23456789bcdf"))

    page = signed_in.get(path("doubts", event)).content.decode()

    assert Scan.objects.get().against == Against.UNLISTED
    assert "Let in without being on the list" in page
    assert "23456789bcdf" in page


def test_the_office_reads_who_by_which_telephone_and_why(event: Event, signed_in: Client) -> None:
    telephone(event, "refuse").post("guests", walk_in("Bo Sample", words="Came with the minister"))

    page = signed_in.get(path("doubts", event)).content.decode()

    said = ("Bo Sample", "Door to refuse, Telephone 1", "Came with the minister")
    assert all(words in page for words in said)
    assert "This door lets in nobody without an invitation" in page


@pytest.mark.parametrize(("is_right", "came"), [("right", 1), ("wrong", 0)])
def test_it_is_settled_with_words(event: Event, signed_in: Client, is_right: str, came: int) -> None:
    telephone(event, "ask").post("guests", walk_in("Bo Sample"))
    row = Scan.objects.get()
    url = path("settle-uninvited", event, scan=str(row.uid))
    assert "Bo Sample" in signed_in.get(url).content.decode()

    signed_in.post(url, {"is_right": is_right, "words": "Seen by the head."})

    row.refresh_from_db()
    presence = Presence.objects.get()
    assert (row.settled_words, row.settled_at) == ("Seen by the head.", None)
    assert (presence.came, presence.expected) == (came, 1)
    assert not to_look_at(event).exists()
    page = signed_in.get(url, follow=True).content.decode()
    assert "Nobody doubts this any more." in page
    assert "Seen by the head." in page


def test_it_is_not_settled_without_words(event: Event, signed_in: Client) -> None:
    telephone(event, "ask").post("guests", walk_in("Bo Sample"))
    url = path("settle-uninvited", event, scan=str(Scan.objects.get().uid))

    signed_in.post(url, {"is_right": "wrong", "words": ""})

    assert to_look_at(event).count() == 1
    assert Presence.objects.get().came == 1


def test_what_the_telephone_took_back_is_not_looked_at(event: Event) -> None:
    phone = telephone(event, "ask")
    phone.post("guests", walk_in("Bo Sample"))
    row = Scan.objects.get()
    assert row.participation is not None

    phone.tell(scan(row.participation.code, "undo", undoes=str(row.uid)))

    assert not to_look_at(event).exists()


def test_the_office_sees_who_was_not_let_in_and_what_was_said(event: Event, signed_in: Client) -> None:
    words = "Bo Sample · Historian · Press: no place"
    telephone(event, "refuse").tell(scan("", "refuse", how="walk-in", words=words))

    page = signed_in.get(path("doubts", event)).content.decode()

    assert "Not let in, and not on the list" in page
    assert words in page


def test_the_page_asks_as_often_for_many(event: Event, signed_in: Client) -> None:
    phone, asked = telephone(event, "ask"), []
    for number in range(3):
        phone.post("guests", walk_in(f"Bo Sample {number}"))
        phone.tell(scan("", "refuse", how="walk-in", words=f"Sample {number}"))
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(path("doubts", event))
        asked.append(len(queries))

    assert asked[0] == asked[2]


def test_the_rule_of_a_door_is_told_to_its_telephone(event: Event) -> None:
    rules = {rule: telephone(event, rule).paired["door"]["walk_ins"] for rule in Door.WalkIns.values}

    assert rules == {rule: rule for rule in Door.WalkIns.values}
