"""The people of a photograph of a table are proposed from the seat plan (R105)."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.record.models import Photo
from chancery.record.queries.photo_seats import people_at, units_of
from chancery.seating.models import Plan
from tests import make
from tests.record.photos import photo
from tests.seating.dinner import dinner

pytestmark = [pytest.mark.django_db, pytest.mark.cases("R105")]


@pytest.fixture(autouse=True)
def own_media_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("post")


@pytest.fixture
def plan(office: Organiser) -> Plan:
    return dinner(office)


@pytest.fixture
def shot(plan: Plan) -> Photo:
    return photo(plan.event)


def test_the_tables_at_which_somebody_sits_are_offered(plan: Plan) -> None:
    assert [(unit.words, unit.taken) for unit in units_of(plan.event)] == [
        ("Head table", 1),
        ("Table 1", 3),
        ("Table 2", 3),
    ]


def test_no_plan_that_was_not_chosen_is_offered(plan: Plan) -> None:
    Plan.objects.update(is_chosen=False)

    assert units_of(plan.event) == []
    assert people_at(plan.event, f"{plan.code}.T1", is_from_behind=False) == []


def test_those_at_a_table_are_named_from_left_to_right(office: Organiser, plan: Plan, shot: Photo) -> None:
    client = Client()
    client.force_login(make.member(office, "press").user)
    route = reverse("record:photo-seated", args=[office.ref, plan.event.code, shot.code])

    page = client.post(route, {"unit": f"{plan.code}.T2", "row": "1"}, follow=True)

    assert "3 people are named by the plan; compare with the picture." in page.content.decode()
    people = [(one.participation.ref, one.row) for one in shot.people.order_by("position")]
    # seat 2 is at the left; 5, at the foot, stands before 1
    assert people == [("long", 1), ("az", 1), ("taro", 1)]


def test_who_is_named_already_is_not_named_twice(office: Organiser, plan: Plan, shot: Photo) -> None:
    client = Client()
    client.force_login(make.member(office, "press").user)
    route = reverse("record:photo-seated", args=[office.ref, plan.event.code, shot.code])

    client.post(route, {"unit": f"{plan.code}.T2"})
    client.post(route, {"unit": f"{plan.code}.T2", "seen": "behind"})

    assert shot.people.count() == 3
