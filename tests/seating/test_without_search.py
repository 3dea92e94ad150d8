"""Without the packages of the search its pages say so in one sentence, and all else of a plan works."""

import pytest
from django.test import Client
from django.urls import reverse

from chancery.rules.seating import solve
from chancery.seating.models import Placement, Plan
from tests import make
from tests.conftest import People
from tests.guests.built import guest
from tests.record.built import page, said
from tests.seating import built

SENTENCE = (
    "The search for the best plan needs more packages; "
    "have “pip install chancery[seating]” run on the server."
)


@pytest.fixture
def plan(people: People, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A plan with one guest, where a package of the search is not installed."""
    monkeypatch.setattr(solve, "PACKAGES", (*solve.PACKAGES, "a_package_that_nobody_has"))
    event = make.event(people.office, languages=["en"])
    guest(event, "Ana Sample", planned="accepted")
    return built.plan(event, seated="all")


def url(plan: Plan, name: str, **arguments: str) -> str:
    office = plan.event.organiser
    route = {"ref": office.ref, "code": plan.event.code, "plan": plan.code, **arguments}
    return reverse(f"seating:{name}", kwargs=route)


def test_the_page_of_a_plan_says_what_is_missing(signed_in: Client, plan: Plan) -> None:
    shown = page(signed_in, url(plan, "plan"))

    assert shown.count(SENTENCE) == 1
    assert url(plan, "solve") not in shown
    assert url(plan, "propose", deed="repaired") not in shown


def test_a_search_is_refused_in_the_same_sentence(signed_in: Client, plan: Plan) -> None:
    sent = signed_in.post(url(plan, "solve"), {"moves": "3000000", "seed": "1"}, follow=True)

    assert said(sent) == [SENTENCE]
    plan.refresh_from_db()
    assert plan.job is None


def test_a_repair_is_refused_in_the_same_sentence(signed_in: Client, plan: Plan) -> None:
    assert said(signed_in.get(url(plan, "propose", deed="repaired"), follow=True)) == [SENTENCE]


def test_guests_are_placed_by_form(signed_in: Client, plan: Plan) -> None:
    shown = page(signed_in, url(plan, "propose", deed="filled"))

    assert "Ana Sample" in shown
    assert not Placement.objects.exists()
