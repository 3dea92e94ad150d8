"""Costs are kept line by line and currency by currency, and seen only by those who keep them."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.record.actions import after as actions
from chancery.record.models import Cost, Review
from chancery.record.queries import after as queries
from tests import make
from tests.conftest import People

pytestmark = pytest.mark.django_db


def cost(event: Event, words: str = "Hall", **fields: Any) -> Cost:
    return Cost.objects.create(event=event, words=words, **{"currency": "RON"} | fields)


def address(event: Event, page: str) -> str:
    return reverse(f"record:{page}", args=[event.organiser.ref, event.code])


def sent(**rows: str) -> dict[str, str]:
    counts = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
    return {f"costs-{name}": value for name, value in counts.items()} | {
        f"costs-0-{name}": value for name, value in rows.items()
    }


def test_currencies_are_never_added_together(people: People) -> None:
    event = make.event(people.office)
    cost(event, planned=Decimal(100), paid=Decimal("110.50"))
    cost(event, planned=Decimal(50))
    cost(event, planned=Decimal(20), paid=Decimal(15), currency="EUR")

    totals = queries.totals_of(queries.costs_of(event))

    assert [(t.currency, t.planned, t.paid, t.difference, t.unpaid) for t in totals] == [
        ("EUR", Decimal(20), Decimal(15), Decimal(-5), 0),
        ("RON", Decimal(150), Decimal("110.50"), Decimal("10.50"), 1),
    ]


def test_what_was_not_paid_is_not_nothing(people: People) -> None:
    event = make.event(people.office)
    total = queries.totals_of([cost(event, planned=Decimal(900), currency="EUR")])[0]

    assert (total.planned, total.paid, total.difference) == (Decimal(900), None, None)

    assert queries.difference_of(cost(event, planned=Decimal(10))) is None
    assert queries.difference_of(cost(event, planned=Decimal(10), paid=Decimal(0))) == Decimal(-10)


def test_costs_are_written_on_their_page_and_undone(people: People, signed_in: Client) -> None:
    event = make.event(people.office)

    saved = signed_in.post(
        address(event, "costs"), sent(kind="venue", words="Hall", planned="1000", paid="", currency="RON")
    )

    assert saved.url == address(event, "after")
    assert list(Cost.objects.values_list("words", "planned", "paid")) == [("Hall", Decimal(1000), None)]
    page = signed_in.get(address(event, "after")).text
    assert "1,000.00" in page
    assert "of 1 line it is not known what was paid" in page
    assert AuditLine.objects.filter(code="record.cost.created").count() == 1
    undo = next(form for form in re.findall(r'action="([^"]+)"', page) if "/undo/" in form)
    signed_in.post(undo)
    assert not Cost.objects.exists()


def test_a_cost_without_a_currency_is_told_and_kept_on_the_page(people: People, signed_in: Client) -> None:
    event = make.event(people.office)

    page = signed_in.post(address(event, "costs"), sent(words="Hall", planned="many", currency="RON"))

    assert "Hall" in page.text
    assert "many" in page.text
    assert not Cost.objects.exists()


def test_whoever_writes_the_record_does_not_see_the_costs(people: People) -> None:
    event = make.event(people.office)
    cost(event, "Secret hall", planned=Decimal(31_415))
    Review.objects.create(event=event, aims="To remember.")
    client = Client()
    client.force_login(make.member(people.office, "press").user)

    page = client.get(address(event, "after")).text

    assert "To remember." in page
    assert "Secret hall" not in page
    assert "31,415" not in page
    assert client.get(address(event, "costs")).status_code == 403
    history = client.get(reverse("accounts:history", args=[people.office.ref])).text
    assert "Secret hall" not in history


def test_next_year_begins_with_the_plan_of_this_year(people: People) -> None:
    event = make.event(people.office)
    cost(event, planned=Decimal(100), paid=Decimal(110))
    twin = make.event(people.office, "Next year", copied_from=event)

    actions.take_over_costs(event, twin, by=make.actor(people.office))

    assert list(twin.costs.values_list("words", "planned", "paid")) == [("Hall", Decimal(100), None)]
    with pytest.raises(actions.CostsKept):
        actions.take_over_costs(event, twin, by=make.actor(people.office))
    assert twin.costs.count() == 1


def test_the_plan_of_the_year_before_is_offered_where_nothing_is_kept(
    people: People, signed_in: Client
) -> None:
    event = make.event(people.office)
    twin = make.event(people.office, "Next year", copied_from=event)

    assert "Take over the plan" not in signed_in.get(address(twin, "costs")).text
    cost(event)
    assert "Take over the plan" in signed_in.get(address(twin, "costs")).text
    signed_in.post(address(twin, "take-over-costs"))

    assert twin.costs.count() == 1


def test_the_review_is_written_and_changed(people: People, signed_in: Client) -> None:
    event = make.event(people.office)

    for aims in ("To remember.", "To remember together."):
        signed_in.post(address(event, "review"), {"aims": aims, "causes": "Rain."})

    assert Review.objects.get(event=event).aims == "To remember together."
    lines = AuditLine.objects.filter(kind="record.review").order_by("pk")
    assert list(lines.values_list("code", flat=True)) == ["record.review.written", "record.review.changed"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_number_of_questions_for_any_number_of_costs(
    people: People, signed_in: Client, count: int, django_assert_max_num_queries: Any
) -> None:
    event = make.event(people.office)
    for number in range(count):
        cost(event, position=number)

    with django_assert_max_num_queries(14):
        signed_in.get(address(event, "after"))
