"""Bodies, their offices and who holds them; groups and households."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.base.models import AuditLine
from chancery.directory.actions import book
from chancery.directory.models import Body, Group, Household, Office, Tenure
from tests import make
from tests.conftest import People
from tests.directory import written


def path(name: str, **arguments: Any) -> str:
    return reverse(f"directory:{name}", kwargs={"ref": "mission", **arguments})


def test_a_body_shows_its_offices_with_holders_and_the_vacant_ones(signed_in: Client, people: People) -> None:
    body = make.body(people.office, "Embassy of France", state="FR")
    make.tenure(make.person(people.office, "Ana Sample"), make.post(body, "Ambassador"), begins="2020-05")
    make.post(body, "Counsellor", "")

    page = signed_in.get(path("body", body=body.code)).content.decode()

    assert "Sample, Ana" in page
    assert "since" in page
    assert page.count("vacant, or holder not known") == 1


def test_entering_a_body_with_its_address(signed_in: Client, people: People) -> None:
    sent = {
        "names-en": "Embassy of France",
        "names-ro": "Ambasada Franței",
        "kind": "mission",
        "state": "FR",
        "visibility": "own",
    }
    sent |= written.formset("contact_points", [written.contact("post", "Str. 1")])

    signed_in.post(path("body_new"), sent)

    body = Body.objects.get()
    assert body.names == {"en": "Embassy of France", "ro": "Ambasada Franței"}
    assert body.contact_points.get().value == "Str. 1"


def test_a_body_cannot_be_part_of_itself(signed_in: Client, people: People) -> None:
    above = make.body(people.office, "Ministry")
    below = make.body(people.office, "Department", parent=above)
    sent = {
        "names-en": "Ministry",
        "kind": "government",
        "parent": below.code,
        "parent_text": "x",
        "visibility": "own",
    }

    page = signed_in.post(
        path("body_change", body=above.code), sent | written.formset("contact_points", [])
    ).content.decode()

    assert "A body cannot be part of itself" in page


def test_a_body_with_offices_is_not_deleted(signed_in: Client, people: People) -> None:
    post = make.post(make.body(people.office))

    page = signed_in.post(path("body_delete", body=post.body.code)).content.decode()

    assert "cannot be deleted because other records rest on it" in page
    assert Body.objects.exists()


def test_an_office_shows_its_successive_holders_the_newest_first(signed_in: Client, people: People) -> None:
    post = make.post(make.body(people.office))
    make.tenure(make.person(people.office, "Ana First"), post, begins="2010", ends="2015")
    make.tenure(make.person(people.office, "Ben Second"), post, begins="2015", ends="2020")
    make.tenure(make.person(people.office, "Eve Third"), post, begins="2020")

    page = signed_in.get(path("office", office_code=post.code)).content.decode()

    assert page.index("Third, Eve") < page.index("Second, Ben") < page.index("First, Ana")


def test_handing_over_ends_one_tenure_and_begins_the_next(signed_in: Client, people: People) -> None:
    post = make.post(make.body(people.office))
    make.tenure(make.person(people.office, "Ana First"), post, begins="2010")
    second = make.person(people.office, "Ben Second")
    sent = {"to": second.code, "to_text": "Second, Ben", "on-year": "2022", "on-month": "03", "basis": "full"}
    sent |= {"step_credentials-year": "2022", "step_credentials-month": "04", "step_credentials-day": "5"}

    signed_in.post(path("hand_over", office_code=post.code), sent)

    held = {(str(t.person), str(t.begins), str(t.ends)) for t in Tenure.objects.all()}
    assert held == {("First, Ana", "2010", "2022-03"), ("Second, Ben", "2022-03", "None")}
    assert str(Tenure.objects.get(person=second).steps.get().moment) == "2022-04-05"

    line = AuditLine.objects.get(code="directory.office.handed_over")
    signed_in.post(path("undo", line=line.pk))

    assert {(str(t.person), str(t.ends)) for t in Tenure.objects.all()} == {("First, Ana", "None")}


def test_handing_over_to_nobody_leaves_the_office_vacant(signed_in: Client, people: People) -> None:
    post = make.post(make.body(people.office))
    make.tenure(make.person(people.office, "Ana First"), post, begins="2010")

    signed_in.post(path("hand_over", office_code=post.code), {"on-year": "2022", "basis": "full"})

    assert str(Tenure.objects.get().ends) == "2022"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (
            {"on-year": "2005", "basis": "full"},
            "The present holder began later than this day; correct the day.",
        ),
        ({"on-year": "", "basis": "full"}, "This field is required."),
    ],
)
def test_a_hand_over_that_cannot_be_is_refused_in_words(
    signed_in: Client, people: People, sent: dict[str, str], sentence: str
) -> None:
    post = make.post(make.body(people.office))
    make.tenure(make.person(people.office, "Ana First"), post, begins="2010")

    page = signed_in.post(path("hand_over", office_code=post.code), sent).content.decode()

    assert sentence in page
    assert Tenure.objects.get().ends is None


def test_who_holds_an_office_does_not_take_it_over(signed_in: Client, people: People) -> None:
    post = make.post(make.body(people.office))
    first = make.person(people.office, "Ana First")
    make.tenure(first, post, begins="2010")

    sent = {"to": first.code, "to_text": "x", "on-year": "2022", "basis": "full"}
    page = signed_in.post(path("hand_over", office_code=post.code), sent).content.decode()

    assert "This person holds the office already" in page


def test_a_name_typed_without_javascript_is_looked_up(signed_in: Client, people: People) -> None:
    post = make.post(make.body(people.office))
    second = make.person(people.office, "Ben Second")
    book.reindex(second)
    sent = {"to": "", "to_text": "second ben", "on-year": "2022", "basis": "full"}

    signed_in.post(path("hand_over", office_code=post.code), sent)

    assert Tenure.objects.get().person == second


def test_a_name_that_nobody_has_is_said(signed_in: Client, people: People) -> None:
    post = make.post(make.body(people.office))
    sent = {"to": "", "to_text": "Nobody <b>", "on-year": "2022", "basis": "full"}

    page = signed_in.post(path("hand_over", office_code=post.code), sent).content.decode()

    assert "Nobody and nothing is called “Nobody &lt;b&gt;”" in page


def test_a_group_and_its_members(signed_in: Client, people: People) -> None:
    person = make.person(people.office, "Ana Sample")
    sent = {"names-en": "Survivors", "kind": "survivors", "visibility": "own"}
    sent |= written.formset("members", [{"person": person.code, "person_text": "x"}])

    signed_in.post(path("group_new"), sent)
    group = Group.objects.get()
    page = signed_in.get(path("group", group=group.code)).content.decode()

    assert list(group.members.all()) == [person]
    assert "Ana Sample" in page


def test_a_household_keeps_the_order_of_the_address(signed_in: Client, people: People) -> None:
    one, other = make.person(people.office, "Ana Sample"), make.person(people.office, "Ben Sample")
    rows = [{"person": each.code, "person_text": "x"} for each in (other, one)]
    sent = {"name": "Sample"} | written.formset("places", rows) | written.formset("address_forms", [])

    signed_in.post(path("household_new"), sent)

    places = Household.objects.get().places.order_by("position")
    assert [place.person for place in places] == [other, one]


def test_deleting_a_group_leaves_its_members_and_comes_back(signed_in: Client, people: People) -> None:
    group = Group.objects.create(organiser=people.office, names={"en": "Friends"})
    group.members.add(make.person(people.office, "Ana Sample"))

    signed_in.post(path("group_delete", group=group.code))
    line = AuditLine.objects.get(code="directory.group.deleted")
    signed_in.post(path("undo", line=line.pk))

    assert Group.objects.get().members.count() == 1


@pytest.mark.parametrize("name", ["bodies", "groups", "households"])
def test_lists_take_the_same_queries_for_one_and_three(signed_in: Client, people: People, name: str) -> None:
    counts = []
    for added in (1, 2):
        for _number in range(added):
            make.post(make.body(people.office))
            Group.objects.create(organiser=people.office, names={"en": "G"})
            Household.objects.create(organiser=people.office, name="H")
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(path(name))
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_an_office_is_entered_and_changed(signed_in: Client, people: People) -> None:
    body = make.body(people.office)
    sent = {"titles-en": "Consul", "office_class": "consul", "territory": "Iași", "position": "1"}

    signed_in.post(path("office_new", body=body.code), sent)
    post = Office.objects.get()
    signed_in.post(path("office_change", office_code=post.code), sent | {"titles-en": "Consul General"})

    post.refresh_from_db()
    assert (post.titles, post.office_class, post.territory) == ({"en": "Consul General"}, "consul", "Iași")
