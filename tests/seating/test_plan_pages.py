"""The pages of plans as a browser uses them: made, looked at, moved by hand, placed, copied, compared."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.events.models import Event, Participation
from chancery.guests.models import Invitation
from chancery.seating.models import Placement, Plan, SeatNote
from tests import make
from tests.conftest import People
from tests.record.built import page, said, undo
from tests.seating import built
from tests.seating.paged import coming, seats, sent_by, url


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2027, 2, 25), languages=["en"])


@pytest.fixture
def plan(event: Event) -> Plan:
    return built.plan(event)


def sitter(who: Participation) -> str:
    return f"{who.code}.0"


def test_a_plan_is_made_with_the_hosts_of_the_event(signed_in: Client, event: Event) -> None:
    room = built.room(event.organiser)
    host = make.participation(event, make.person(event.organiser, "Host Sample"), "host", ref="host")
    new = reverse("seating:new-plan", args=[event.organiser.ref, event.code])

    assert "Host Sample" in page(signed_in, new)
    fields = {"name": "With aisle", "room": room.pk, "seated": "open", "style": "french", "system": "cross"}
    written = fields | {"couples": "free", "row_of_honour": 1, "numbered_rows": 0}
    hosts = {"host": host.code, "host_text": "Host Sample"}
    response = signed_in.post(new, written | hosts, follow=True)

    made = Plan.objects.get()
    assert said(response) == ["Plan 1 is made."]
    assert (made.name, made.host, made.is_chosen, made.layout) == ("With aisle", host, True, room.layout)
    undo(signed_in, response)
    assert not Plan.objects.exists()


def test_the_plan_shows_seats_initials_and_who_has_none(signed_in: Client, plan: Plan) -> None:
    ana, _ion = coming(plan.event, "Ana Sample"), coming(plan.event, "Ion Example")
    built.seat(plan, ana, "A-1-3")

    shown = page(signed_in, url(plan))

    assert re.search(r'data-seat="A-1-3"[^>]*Ana Sample.*?>AS</text>', shown, re.DOTALL)
    unseated = shown.partition("Without a seat")[2].partition("<h2>Seats")[0]
    assert "Ion Example" in unseated
    assert "1 of 2 seated" in shown


def test_a_guest_is_moved_by_plain_forms_with_the_reason(signed_in: Client, plan: Plan) -> None:
    ana = coming(plan.event, "Ana Sample")
    chosen = page(signed_in, f"{url(plan)}?hand={sitter(ana)}&seat=A-1-2")

    sent = sent_by(chosen, "met") | {"reason": "hears better there"}
    response = signed_in.post(url(plan, "move"), sent, follow=True)

    assert (sent["met"], sent["was"]) == ("", "")
    assert Placement.objects.get().reason == "hears better there"
    assert seats(plan) == {"Ana Sample": "A-1-2"}
    undo(signed_in, response)
    assert seats(plan) == {}


def test_two_who_work_at_once_lose_nothing(signed_in: Client, plan: Plan) -> None:
    ana, ion = coming(plan.event, "Ana Sample"), coming(plan.event, "Ion Example")
    first = sent_by(page(signed_in, f"{url(plan)}?hand={sitter(ana)}&seat=A-1-2"), "met")
    second = sent_by(page(signed_in, f"{url(plan)}?hand={sitter(ion)}&seat=A-1-2"), "met")

    signed_in.post(url(plan, "move"), first)
    response = signed_in.post(url(plan, "move"), second, follow=True)

    assert said(response)[-1:] == ["Somebody else gave this seat away meanwhile; look at the plan again."]
    assert seats(plan) == {"Ana Sample": "A-1-2"}


def test_a_written_seat_that_is_taken_changes_the_two(signed_in: Client, plan: Plan) -> None:
    ana, ion = coming(plan.event, "Ana Sample"), coming(plan.event, "Ion Example")
    built.seat(plan, ana, "A-1-1")
    built.seat(plan, ion, "A-1-2")

    sent = {"who": sitter(ana), "was": "A-1-1", "seat": "A-1-2"}
    response = signed_in.post(url(plan, "move"), sent, follow=True)

    assert said(response) == ["Ana Sample and Ion Example have changed seats."]
    assert seats(plan) == {"Ana Sample": "A-1-2", "Ion Example": "A-1-1"}


def test_a_seat_that_is_not_there_is_told_and_the_guest_stays_in_hand(signed_in: Client, plan: Plan) -> None:
    ana = coming(plan.event, "Ana Sample")

    sent = {"who": sitter(ana), "seat": "Z-9"}
    response = signed_in.post(url(plan, "move"), sent, follow=True)

    assert said(response) == ["There is no seat “Z-9” in this room."]
    assert 'class="seating-hand"' in response.content.decode()


def test_everybody_is_placed_by_form_after_looking_and_taken_back_at_once(
    signed_in: Client, plan: Plan
) -> None:
    for number in range(4):
        coming(plan.event, f"Guest Number{number}")
    proposal = url(plan, "propose", deed="formed")

    shown = page(signed_in, proposal)
    assert "4 get a first one" in shown
    assert seats(plan) == {}
    response = signed_in.post(proposal, sent_by(shown, "key"), follow=True)

    assert len(seats(plan)) == 4
    plan.refresh_from_db()
    assert len(plan.based_on) == 4
    assert plan.figures["seated"] == plan.figures["people"] == 4
    undo(signed_in, response)
    assert seats(plan) == {}


def test_what_changed_since_it_was_looked_at_is_looked_at_again(signed_in: Client, plan: Plan) -> None:
    coming(plan.event, "Ana Sample")
    proposal = url(plan, "propose", deed="formed")
    seen = sent_by(page(signed_in, proposal), "key")
    coming(plan.event, "Ion Example")

    response = signed_in.post(proposal, seen)

    assert "changed meanwhile" in response.content.decode()
    assert seats(plan) == {}


def test_filling_leaves_everybody_seated_where_they_are(signed_in: Client, plan: Plan) -> None:
    ana = coming(plan.event, "Ana Sample")
    coming(plan.event, "Ion Example")
    built.seat(plan, ana, "A-2-5")
    proposal = url(plan, "propose", deed="filled")

    signed_in.post(proposal, sent_by(page(signed_in, proposal), "key"))

    assert seats(plan)["Ana Sample"] == "A-2-5"
    assert Placement.objects.exclude(participation=ana).get().given == "filled"


def test_a_plan_says_that_it_is_out_of_date_and_follows_nothing(signed_in: Client, plan: Plan) -> None:
    ana = coming(plan.event, "Ana Sample")
    proposal = url(plan, "propose", deed="formed")
    signed_in.post(proposal, sent_by(page(signed_in, proposal), "key"))
    before = seats(plan)
    Invitation.objects.filter(guest=ana).update(standing="regretted")
    coming(plan.event, "Ion Example")

    shown = page(signed_in, url(plan))

    assert "Plan 1 is out of date" in shown
    assert "Ana Sample does not come any more." in shown
    assert "Ion Example is new and has no seat yet." in shown
    assert seats(plan) == before
    response = signed_in.post(url(plan, "take-note"), follow=True)
    assert "is out of date" not in response.content.decode()


def test_a_repair_moves_the_fewest_and_comes_back_as_one(signed_in: Client, plan: Plan) -> None:
    people = [coming(plan.event, f"Guest Number{number}") for number in range(4)]
    proposal = url(plan, "propose", deed="formed")
    signed_in.post(proposal, sent_by(page(signed_in, proposal), "key"))
    before = seats(plan)
    Invitation.objects.filter(guest=people[0]).update(standing="regretted")
    coming(plan.event, "Ion Example")
    repair = url(plan, "propose", deed="repaired")

    shown = page(signed_in, repair)
    assert "Ion Example" in shown
    response = signed_in.post(repair, sent_by(shown, "key"), follow=True)

    after = seats(plan)
    assert set(after) == (set(before) - {people[0].name_printed}) | {"Ion Example"}
    assert sum(after[name] != before[name] for name in after if name in before) <= 1
    assert "is out of date" not in response.content.decode()
    undo(signed_in, response)
    assert seats(plan) == before


def test_only_the_changed_cards_are_offered_after_a_printing(signed_in: Client, plan: Plan) -> None:
    people = [coming(plan.event, f"Guest Number{number}") for number in range(2)]
    for number, who in enumerate(people, start=1):
        built.seat(plan, who, f"A-1-{number}")
    cards = url(plan, "changed-cards", paper="place-cards")
    assert cards not in page(signed_in, url(plan))
    signed_in.post(url(plan, "print-cards", paper="place-cards"))
    assert cards not in page(signed_in, url(plan))

    Placement.objects.filter(participation=people[0]).update(seat="A-2-1")
    shown = page(signed_in, url(plan))

    assert f'href="{cards}"' in shown
    assert "Place cards 1" in shown
    assert url(plan, "changed-cards", paper="escort-cards") not in shown


@pytest.mark.parametrize("deed", ["lock", "unlock"])
def test_a_row_is_locked_and_unlocked(signed_in: Client, plan: Plan, deed: str) -> None:
    ana, ion = coming(plan.event, "Ana Sample"), coming(plan.event, "Ion Example")
    built.seat(plan, ana, "A-1-1", is_locked=deed == "unlock")
    built.seat(plan, ion, "A-2-1", is_locked=deed == "unlock")

    signed_in.post(url(plan, "lock"), {"unit": "A-1", "deed": deed})

    assert Placement.objects.get(participation=ana).is_locked is (deed == "lock")
    assert Placement.objects.get(participation=ion).is_locked is (deed == "unlock")


def test_a_seat_is_kept_for_a_band_and_shown_so(signed_in: Client, plan: Plan) -> None:
    sent = {"seat": "A-1-1", "band": "ministers", "captions_en": "Reserved"}
    response = signed_in.post(url(plan, "note-seat"), sent, follow=True)

    assert SeatNote.objects.get().band == "ministers"
    assert "kept for ministers" in response.content.decode()


def test_a_copy_is_compared_with_its_source(signed_in: Client, plan: Plan) -> None:
    ana = coming(plan.event, "Ana Sample")
    built.seat(plan, ana, "A-1-1")
    signed_in.post(url(plan, "copy-plan"))
    copied = Plan.objects.get(number=2)
    Placement.objects.filter(plan=copied).update(seat="A-2-1")

    shown = page(signed_in, reverse("seating:compare-plans", args=["mission", plan.event.code]))

    assert "1 guest sits elsewhere" in shown
    assert "Ana Sample" in shown


def test_a_plan_is_deleted_after_asking_and_comes_back(signed_in: Client, plan: Plan) -> None:
    built.seat(plan, coming(plan.event, "Ana Sample"), "A-1-1")
    assert "Delete “Plan 1”?" in page(signed_in, url(plan, "delete-plan"))

    response = signed_in.post(url(plan, "delete-plan"), follow=True)

    assert not Plan.objects.exists()
    undo(signed_in, response)
    assert seats(Plan.objects.get()) == {"Ana Sample": "A-1-1"}


def test_each_step_is_taken_back_from_the_history(signed_in: Client, plan: Plan) -> None:
    ana, ion = coming(plan.event, "Ana Sample"), coming(plan.event, "Ion Example")
    for who, seat in ((ana, "A-1-1"), (ion, "A-1-2")):
        signed_in.post(url(plan, "move"), {"who": sitter(who), "seat": seat, "met": ""})

    shown = page(signed_in, url(plan, "plan-history"))
    first = re.findall(r'action="([^"]*/history/\d+/undo/)"', shown)[-1]
    signed_in.post(first)

    assert "Ana Sample" in shown
    assert seats(plan) == {"Ion Example": "A-1-2"}


def test_a_steward_sees_the_plan_and_no_way_to_change_it(people: People, plan: Plan) -> None:
    built.seat(plan, coming(plan.event, "Ana Sample"), "A-1-1")
    steward = Client()
    steward.force_login(make.member(people.office, "door").user)

    shown = page(steward, f"{url(plan)}?hand=x&seat=A-1-1")

    assert "Ana Sample" in shown
    assert f'action="{url(plan, "move")}"' not in shown
    assert "propose" not in shown


@pytest.fixture
def counted() -> Callable[[Client, str], int]:
    def count(client: Client, path: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    return count


def test_the_number_of_queries_does_not_grow(
    signed_in: Client, plan: Plan, counted: Callable[[Client, str], int]
) -> None:
    plans = reverse("seating:plans", args=["mission", plan.event.code])
    built.seat(plan, coming(plan.event, "Guest Number0"), "A-1-1")
    first = [counted(signed_in, path) for path in (url(plan), url(plan), plans)][1:]
    for number in (1, 2):
        built.seat(plan, coming(plan.event, f"Guest Number{number}"), f"A-2-{number}")
        built.plan(plan.event, room=plan.room)

    assert [counted(signed_in, path) for path in (url(plan), plans)] == first


def test_the_page_of_a_plan_asks_no_more_of_500_guests(
    signed_in: Client, plan: Plan, counted: Callable[[Client, str], int]
) -> None:
    hall = {"id": "A", "kind": "rows", "x": 2000, "y": 2800, "rows": 20, "seats": 25}
    plan.layout = {"width": 4000, "depth": 5000, "furniture": [hall]}
    plan.save()
    built.seat(plan, coming(plan.event, "Guest Number0"), "A-1-1")
    counted(signed_in, url(plan))
    few = counted(signed_in, url(plan))
    people = [coming(plan.event, f"Guest Number{number}") for number in range(1, 500)]
    seats = [f"A-{number // 25 + 1}-{number % 25 + 1}" for number in range(1, 500)]
    rows = zip(people, seats, strict=True)
    Placement.objects.bulk_create(Placement(plan=plan, participation=who, seat=at) for who, at in rows)

    assert counted(signed_in, url(plan)) == few
