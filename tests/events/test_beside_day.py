"""What else falls on the day of an event: on its plan, before it is saved, and never in the way."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from chancery.accounts.models import Organiser
from chancery.events.day_conflicts import conflicts_of
from chancery.events.models import Event, EventOccasion, Station
from chancery.events.planned import planned_between
from tests import make
from tests.conftest import People

DAY = date(2027, 2, 26)


def said_of(event: Event) -> list[str]:
    """The sentences about the day of an event, in English."""
    with override("en"):
        return [line.words for line in conflicts_of(event)]


@pytest.mark.django_db
def test_a_day_says_what_is_avoided_planned_and_kept(db: None) -> None:
    ministry = make.organiser("ministry")
    post, sister = (
        make.organiser("post", parent=ministry, host_state="RO"),
        make.organiser("sister", parent=ministry),
    )
    make.avoided_day(post, source="A sample decree")
    make.event(sister, "Sample dinner", held_on=DAY, status="planned")
    make.occasion(ministry, "Sample day", happened_on="1992-02-26")
    event = make.event(post, held_on=DAY)

    assert said_of(event) == [
        "26 February 2027 is “Day of mourning” (day of mourning) in Romania, according to A sample decree.",
        "Sister plans “Sample dinner” on 26 February 2027 in Bucharest.",
        "26 February 2027 is the day of “Sample day”.",
    ]


@pytest.mark.django_db
def test_what_the_event_itself_is_for_is_no_conflict(db: None) -> None:
    office = make.organiser()
    occasion = make.occasion(office, happened_on="1992-02-26")
    event = make.event(office, held_on=DAY)
    EventOccasion.objects.create(event=event, occasion=occasion)
    make.event(office, "Its part", held_on=DAY, part_of=event)
    make.event(office, "Cancelled", held_on=DAY, status="cancelled")

    assert said_of(event) == []
    assert said_of(Event.objects.get(part_of=event)) == ["26 February 2027 is the day of “Founding day”."]


@pytest.mark.django_db
def test_the_states_of_the_places_count_before_the_host_state(db: None) -> None:
    office = make.organiser(host_state="RO")
    make.avoided_day(office, "In Romania")
    make.avoided_day(office, "In France", state="FR")
    event = make.event(office, held_on=DAY)
    Station.objects.create(event=event, place=make.place(office, state="FR"))

    assert [("In France" in words, "In Romania" in words) for words in said_of(event)] == [(True, False)]


@pytest.mark.django_db
def test_drafts_are_told_to_their_office_and_the_ministry_alone(db: None) -> None:
    ministry = make.organiser("ministry")
    post, sister = make.organiser("post", parent=ministry), make.organiser("sister", parent=ministry)
    make.event(sister, "Draft", held_on=DAY)
    make.event(make.organiser("elsewhere"), "Foreign", held_on=DAY, status="planned")

    def seen_by(office: Organiser) -> list[str]:
        return [each.event.titles["en"] for each in planned_between(office, DAY, DAY, "en")]

    assert (seen_by(ministry), seen_by(sister), seen_by(post)) == (["Draft"], ["Draft"], [])


@pytest.mark.django_db
def test_what_falls_on_a_day_costs_the_same_for_one_and_for_three(db: None) -> None:
    office = make.organiser(host_state="RO")
    event = make.event(office, held_on=DAY)
    conflicts_of(event)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            conflicts_of(event)
        return len(asked)

    make.event(office, "One", held_on=DAY)
    make.avoided_day(office)
    one = queries()
    for name in ("Two", "Three"):
        make.event(office, name, held_on=DAY)
        make.avoided_day(office, name)
        make.occasion(office, name, happened_on="1992-02-26")

    assert queries() == one


def test_the_plan_says_it_and_is_saved_all_the_same(signed_in: Client, people: People) -> None:
    Organiser.objects.filter(pk=people.office.pk).update(host_state="RO")
    make.avoided_day(people.office)
    sent = {
        "titles-en": "Reception",
        "kind": "reception",
        "status": "draft",
        "openness": "invitation",
        "held_on": "2027-02-26",
        "time_zone": "Europe/Bucharest",
    }

    looked = signed_in.post("/o/mission/events/new/", sent | {"look": "yes"})
    assert "“Day of mourning”" in looked.content.decode()
    assert "Reception" in looked.content.decode()
    assert not Event.objects.filter(titles__en="Reception").exists()
    saved = signed_in.post("/o/mission/events/new/", sent, follow=True)

    assert Event.objects.get(titles__en="Reception").held_on == DAY
    assert "Also on this day" in saved.content.decode()


def test_an_event_is_planned_from_a_day_of_the_calendar(signed_in: Client, people: People) -> None:
    occasion = make.occasion(people.office, happened_on="1992-02-26")
    address = f"/o/mission/events/new/?day=2027-02-25&occasion={occasion.code}&anniversary=2027-02-26"

    page = signed_in.get(address).content.decode()
    assert 'value="2027-02-25"' in page
    assert "For “Founding day”, 35th anniversary" in page
    sent = {
        "titles-en": "Evening",
        "kind": "commemoration",
        "status": "draft",
        "held_on": "2027-02-25",
        "time_zone": "Europe/Bucharest",
    }
    signed_in.post(address, sent)

    link = EventOccasion.objects.get()
    assert (link.occasion, link.anniversary_on, link.event.held_on) == (occasion, DAY, date(2027, 2, 25))


def test_an_address_that_names_nothing_opens_the_plain_form(signed_in: Client, people: People) -> None:
    foreign = make.occasion(make.organiser("far"), "Foreign day")

    page = signed_in.get(f"/o/mission/events/new/?day=never&occasion={foreign.code}").content.decode()

    assert "Foreign day" not in page
    assert 'value="never"' not in page
