"""Slots of arrival in the office: proposed, taken, changed, assigned, printed, undone (R89)."""

from datetime import time
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from chancery.door.models import ArrivalPlan, Slot
from chancery.events.models import Event
from tests import make
from tests.conftest import People
from tests.door import built
from tests.door.awaiting import ambassador, evening, plan, slot
from tests.record.built import page, said, undo

PACE = {"minutes": 10, "people": 1, "settled": 15, "for_first": 5}


@pytest.fixture
def event(people: People) -> Event:
    return evening(people.office, languages=["en"])


def url(event: Event, route_name: str, **route: str) -> str:
    return reverse(f"door:{route_name}", kwargs={"ref": event.organiser.ref, "code": event.code, **route})


def awaited(event: Event) -> dict[str, str]:
    """The slot of each guest, by name."""
    plans = ArrivalPlan.objects.filter(participation__event=event, slot__isnull=False)
    return {each.participation.name_printed: f"{each.slot}" for each in plans if each.slot}


def three(event: Event) -> None:
    ambassador(event, "First Rank", "2010-01-01")
    ambassador(event, "Second Rank", "2015-01-01")
    ambassador(event, "Third Rank", "2020-01-01")


def test_proposed_slots_are_taken_and_undone(signed_in: Client, event: Event) -> None:
    three(event)
    old = slot(event, time(17), time(18))

    assert "First Rank" in page(signed_in, url(event, "propose-slots"))
    response = signed_in.post(url(event, "take-slots"), PACE, follow=True)

    assert said(response) == ["3 parties are awaited in slots."]
    assert awaited(event) == {"First Rank": "18:55", "Second Rank": "18:35", "Third Rank": "18:25"}
    undo(signed_in, response)
    assert list(Slot.objects.all()) == [old]
    assert not ArrivalPlan.objects.exists()


def test_a_second_proposal_keeps_doors_and_greeters(signed_in: Client, event: Event) -> None:
    three(event)
    door = built.door(event)
    signed_in.post(url(event, "take-slots"), PACE)
    ArrivalPlan.objects.update(door=door, greeter_name="Greeter Sample")

    signed_in.post(url(event, "take-slots"), PACE | {"people": 40})

    assert awaited(event) == {"First Rank": "18:55", "Second Rank": "18:35", "Third Rank": "18:35"}
    assert {(each.door, each.greeter_name) for each in ArrivalPlan.objects.all()} == {
        (door, "Greeter Sample")
    }


def test_an_event_without_a_time_says_what_is_needed(signed_in: Client, people: People) -> None:
    event = evening(people.office, starts_at=None)
    three(event)

    assert "its day or time is not known" in page(signed_in, url(event, "propose-slots"))
    signed_in.post(url(event, "take-slots"), PACE)
    assert not Slot.objects.exists()


def test_a_pace_that_cannot_be_kept_is_refused(signed_in: Client, event: Event) -> None:
    three(event)

    shown = page(signed_in, url(event, "propose-slots") + "?minutes=10&people=5&settled=10&for_first=20")

    assert "The first in rank arrives when all others are in place; give fewer minutes." in shown
    assert "Take these slots" not in shown


def test_a_slot_is_made_changed_and_deleted(signed_in: Client, event: Event) -> None:
    first = {"name": "Families", "starts_at": "18:10", "ends_at": "18:20"}
    later = {"starts_at": "18:15", "ends_at": "18:25"}
    signed_in.post(url(event, "new-slot"), first, follow=True)
    made = Slot.objects.get()
    plan(ambassador(event, "Ana Sample", "2020-01-01"), slot=made)

    signed_in.post(url(event, "change-slot", slot=made.code), later, follow=True)
    made.refresh_from_db()
    assert (made.name, made.starts_at) == ("", time(18, 15))
    response = signed_in.post(url(event, "delete-slot", slot=made.code), follow=True)

    assert awaited(event) == {}
    undo(signed_in, response)
    assert awaited(event) == {"Ana Sample": "18:15"}


@pytest.mark.parametrize("ends_at", ["18:10", "18:00"])
def test_a_slot_without_any_time_is_refused(signed_in: Client, event: Event, ends_at: str) -> None:
    sent = {"starts_at": "18:10", "ends_at": ends_at}

    shown = signed_in.post(url(event, "new-slot"), sent).content.decode()

    assert "A slot needs some time; let it end later than it begins." in shown
    assert not Slot.objects.exists()


def test_a_slot_may_go_over_midnight(signed_in: Client, event: Event) -> None:
    signed_in.post(url(event, "new-slot"), {"starts_at": "23:50", "ends_at": "00:10"})

    assert Slot.objects.get().ends_at == time(0, 10)


def test_a_slot_is_chosen_by_its_whole_span(signed_in: Client, event: Event) -> None:
    guest = ambassador(event, "First Rank", "2010-01-01")
    slot(event, time(17), time(17, 10))

    assert "17:00–17:10</option>" in page(signed_in, url(event, "plan-arrival", guest=guest.code))
    assert "17:00–17:10</option>" in page(signed_in, url(event, "slots"))


def test_many_guests_get_a_greeter_at_once(signed_in: Client, event: Event) -> None:
    guests = [ambassador(event, name, "2020-01-01") for name in ("Ana Sample", "Ion Example")]
    plan(guests[0], greeter_name="Somebody Else", escort="Usher Sample")
    host = make.participation(event, make.person(event.organiser, "Host Sample"), "host")
    sent = {"row": [guest.code for guest in guests], "greeter": host.pk}

    response = signed_in.post(url(event, "assign-arrivals"), sent, follow=True)

    assert said(response) == ["2 guests are changed."]
    plans = ArrivalPlan.objects.order_by("pk")
    assert [(each.greeter, each.greeter_name, each.escort) for each in plans] == [
        (host, "", "Usher Sample"),
        (host, "", ""),
    ]
    undo(signed_in, response)
    assert [each.greeter_name for each in ArrivalPlan.objects.all()] == ["Somebody Else"]


def test_nothing_ticked_or_nothing_chosen_changes_nothing(signed_in: Client, event: Event) -> None:
    ana = ambassador(event, "Ana Sample", "2020-01-01")

    response = signed_in.post(url(event, "assign-arrivals"), {"escort": "Usher"}, follow=True)
    assert said(response) == ["No guest is selected; tick at least one."]
    shown = signed_in.post(url(event, "assign-arrivals"), {"row": [ana.code]}).content.decode()

    assert "Nothing is chosen that could be written; choose at least one thing." in shown
    assert f'<input type="hidden" name="row" value="{ana.code}">' in shown
    assert not ArrivalPlan.objects.exists()


@pytest.mark.parametrize("name", ["slots", "greeters", "door-list"])
def test_lists_of_arrivals_are_printed(signed_in: Client, event: Event, name: str) -> None:
    door = built.door(event)
    ana = ambassador(event, "Ana Sample", "2020-01-01")
    plan(ana, slot=slot(event, time(18, 30), time(18, 40)), door=door, greeter_name="Greeter Sample")

    printed = signed_in.get(url(event, "arrival-paper", name=name))

    assert printed.headers["Content-Type"] == "application/pdf"
    assert "Ana Sample" in PdfReader(BytesIO(printed.content)).pages[0].extract_text()


def test_an_unknown_list_is_not_there(signed_in: Client, event: Event) -> None:
    assert signed_in.get(url(event, "arrival-paper", name="everything")).status_code == 404
