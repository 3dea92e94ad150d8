"""The home of an office and what can be found from it, each role by its rights."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from chancery.base import audit
from chancery.directory.actions.index import index_organiser
from tests import make
from tests.access import body_of
from tests.conftest import People


def client_of(people: People, role: str) -> Client:
    client = Client()
    client.force_login(make.member(people.office, role).user)
    return client


@pytest.mark.parametrize(
    ("role", "sees_people", "sees_team"),
    [("owner", True, True), ("assistant", True, False), ("door", False, False)],
)
def test_what_came_in_is_told_to_those_who_may_read_it(
    people: People, role: str, sees_people: bool, sees_team: bool
) -> None:
    client = client_of(people, role)
    author = make.actor(people.office, people.colleague)
    audit.note(make.person(people.office, "Ana Sample"), by=author, code="directory.person.changed")
    team = people.office.teams.create(name="Silent guard")
    audit.note(team, by=author, code="accounts.team.changed")

    page = body_of(client.get("/o/mission/"))

    assert ("Sample, Ana" in page or "Ana Sample" in page) is sees_people
    assert ("Silent guard" in page) is sees_team


def test_a_person_is_found_with_the_office_they_hold(people: People, signed_in: Client) -> None:
    post = make.post(make.body(people.office, state="RO"), "Ambassador of Sampleland")
    make.tenure(make.person(people.office, "Əliyeva Günel"), post)
    index_organiser(people.office)

    page = body_of(signed_in.get("/o/mission/find/", {"q": "Aliyeva"}))

    assert "Əliyeva Günel" in page
    assert "Ambassador of Sampleland" in page


def test_pages_are_found_only_where_they_open(people: People) -> None:
    team = reverse("accounts:team", args=["mission"])

    assert team in body_of(client_of(people, "owner").get("/o/mission/find/", {"q": "team"}))
    assert team not in body_of(client_of(people, "protocol").get("/o/mission/find/", {"q": "team"}))


@pytest.mark.parametrize("count", [1, 3])
def test_finding_asks_the_database_as_often_for_many_as_for_one(
    people: People, signed_in: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    post = make.post(make.body(people.office))
    for number in range(count):
        make.tenure(make.person(people.office, f"Ana Sample{number}"), post)
    index_organiser(people.office)
    signed_in.get("/o/mission/find/", {"q": "ana"})

    with django_assert_num_queries(11):
        signed_in.get("/o/mission/find/", {"q": "ana"})
