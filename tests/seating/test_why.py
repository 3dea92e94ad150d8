"""The why of a seat and of two seats: on the page, without a script, and on paper."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.base.stock import Stock
from chancery.events.models import Event
from chancery.seating.documents.reasons import reasons_values
from chancery.seating.models import Apart, Placement, Plan, Wish
from chancery.seating.queries.loading import loaded
from tests import make
from tests.guests import built as guests
from tests.seating import built


@pytest.fixture
def plan(people: Any) -> Plan:
    """Two ambassadors, the later one by hand on the place of honour, and one guest without a seat."""
    event = make.event(people.office, held_on=date(2025, 2, 26))
    codes = []
    for name, day in (("Ada First", "2020-01-01"), ("Bea Later", "2021-01-01")):
        office = make.post(make.body(people.office, f"Embassy of {name}", kind="mission", state="FR"))
        person = make.person(people.office, name)
        make.tenure(person, office, steps={"credentials": day})
        codes.append(guests.guest(event, person=person, planned="accepted"))
    guests.guest(event, "Cem Standing", planned="accepted")
    plan = built.plan(event)
    built.seat(plan, codes[0], "A-1-2")
    built.seat(
        plan, codes[1], "A-1-3", given="hand", by=people.owner, reason="She opens.", given_at=event.created_at
    )
    Wish.objects.create(event=event, kind="beside", guest=codes[0], other=codes[1], reason="Old friends.")
    return plan


@pytest.fixture
def browser(people: Any, client: Client) -> Client:
    client.force_login(people.colleague)
    return client


def address(of: Plan, page: str, **arguments: Any) -> str:
    route = {"ref": of.event.organiser.ref, "code": of.event.code, "plan": of.code, **arguments}
    return reverse(f"seating:{page}", kwargs=route)


def sitter(plan: Plan, name: str) -> str:
    found = loaded(plan, language="en", may_read_apart=False).problem.sitters
    return next(each.id for each in found if each.name == name)


def test_drawer_tells_order_form_wish_and_hand(plan: Plan, browser: Client, people: Any) -> None:
    code, _point, member = sitter(plan, "Bea Later").partition(".")

    page = browser.get(address(plan, "why", who=code, member=member)).content.decode()

    for sentence in (
        "row 1, seat 3",
        "Bea Later holds place 2 in the order of precedence.",
        "Kept: Ada First and Bea Later sit side by side (Old friends).",
        "Seated by hand",
        "She opens.",
        str(people.owner),
    ):
        assert sentence in page, sentence


def test_drawer_of_somebody_who_is_not_in_the_plan_does_not_exist(plan: Plan, browser: Client) -> None:
    assert browser.get(address(plan, "why", who="nobody", member=0)).status_code == 404


def test_two_seats_are_compared_by_an_address_alone(plan: Plan, browser: Client) -> None:
    url = address(plan, "compare")
    pair = f"?first={sitter(plan, 'Ada First')}&second={sitter(plan, 'Bea Later')}"

    page = browser.get(url + pair).content.decode()

    assert "Ada First comes before Bea Later: credentials" in page
    assert "Bea Later has the higher seat by the form: place of honour 1 against" in page
    assert "Bea Later was seated by hand by" in page


def test_nobody_is_compared_with_themselves(plan: Plan, browser: Client) -> None:
    one = sitter(plan, "Ada First")

    page = browser.get(f"{address(plan, 'compare')}?first={one}&second={one}").content.decode()

    assert "Choose somebody else: nobody is compared with themselves." in page


def test_paper_holds_every_sitter_once_with_the_chain(plan: Plan) -> None:
    read = loaded(plan, language="en", may_read_apart=False)

    values = reasons_values(read, "en", Stock(sheet="a4"))

    assert [(group["heading"], [row["name"] for row in group["rows"]]) for group in values["groups"]] == [
        ("Row 1", ["Ada First", "Bea Later"]),
        ("Without a seat", ["Cem Standing"]),
    ]
    texts = [reason["text"] for reason in values["groups"][0]["rows"][1]["reasons"]]
    assert texts[-1].startswith("Seated by hand by")


def test_paper_tells_of_a_pair_only_that_there_is_a_wish(plan: Plan) -> None:
    one, other = (row.participation.person for row in Placement.objects.filter(plan=plan).order_by("pk"))
    Apart.objects.create(organiser=plan.event.organiser, person=one, other_person=other, reason="A quarrel")

    values = reasons_values(loaded(plan, language="en", may_read_apart=False), "en", Stock(sheet="a4"))

    printed = str(values)
    assert "A wish of the office is given up." in printed
    assert not [
        trace for trace in ("quarrel", "do not sit", "not side by side", "apart:") if trace in printed
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_drawer_asks_a_fixed_number_of_questions(
    plan: Plan, browser: Client, number: int, django_assert_max_num_queries: Any
) -> None:
    event: Event = plan.event
    for place in range(number):
        guests.guest(event, f"Guest {place}", planned="accepted")
    code, _point, member = sitter(plan, "Ada First").partition(".")

    with django_assert_max_num_queries(40):
        browser.get(address(plan, "why", who=code, member=member))
