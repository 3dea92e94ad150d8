"""The history of an office on its page, and undo with the right to change."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.accounts.actions import users
from chancery.accounts.models import Membership
from chancery.base import audit
from chancery.base.models import AuditLine
from chancery.directory.models import Person
from tests import make
from tests.conftest import People


def change(people: People, label: str, *, who: Any = None, row: Any = None) -> AuditLine:
    """Rename a person of the first office, and return the line."""
    row = row or make.person(people.office, sort_name="Before")
    row.sort_name = label
    with transaction.atomic():
        audit.update(row, by=make.actor(people.office, who), code="directory.person.changed")
    return audit.lines_of(row)[0]


def signed_in_as(people: People, role: str) -> Client:
    client = Client()
    client.force_login(make.member(people.office, role).user)
    return client


def test_the_page_tells_what_changed_by_whom(signed_in: Client, people: People) -> None:
    change(people, "After", who=people.colleague)

    page = signed_in.get("/o/mission/history/").content.decode()

    assert "<del>Before</del>" in page
    assert "<ins>After</ins>" in page
    assert people.colleague.email in page


def test_nothing_of_another_office_is_told(people: People) -> None:
    change(people, "Ours")
    client = Client()
    client.force_login(people.stranger)

    assert "Ours" not in client.get("/o/elsewhere/history/").content.decode()


def test_a_role_reads_the_history_of_what_it_may_read(people: People) -> None:
    change(people, "A Person")
    event = make.event(people.office, "Before")
    event.titles = {"en": "An Event"}
    with transaction.atomic():
        audit.update(event, by=make.actor(people.office), code="events.event.changed")

    owner = signed_in_as(people, "owner").get("/o/mission/history/").content.decode()
    door = signed_in_as(people, "door").get("/o/mission/history/").content.decode()

    assert "A Person" in owner
    assert "An Event" in owner
    assert "A Person" not in door
    assert "An Event" in door


def test_the_history_is_narrowed_by_kind_and_by_person(signed_in: Client, people: People) -> None:
    change(people, "By the owner", who=people.owner)
    change(people, "By the server")

    def shown(query: str) -> str:
        return signed_in.get(f"/o/mission/history/?{query}").content.decode()

    assert "By the server" not in shown(f"by={people.owner.pk}")
    assert "By the owner" in shown(f"by={people.owner.pk}")
    assert "By the owner" not in shown("by=nobody")
    assert "By the server" in shown("by=nobody")
    assert "By the owner" not in shown("kind=directory.body")
    assert "By the owner" in shown("kind=directory.person")


@pytest.mark.parametrize("query", ["by=x", "kind=x", "before=x", "before=999999999999999999999", "by=-1"])
def test_a_filter_that_is_none_breaks_nothing(signed_in: Client, people: People, query: str) -> None:
    change(people, "After")

    page = signed_in.get(f"/o/mission/history/?{query}")

    assert page.status_code == 200
    assert "After" in page.content.decode()


def test_long_histories_come_in_pages(signed_in: Client, people: People) -> None:
    person = make.person(people.office)
    for number in range(51):
        change(people, f"Name {number}", row=person)

    first = signed_in.get("/o/mission/history/").content.decode()
    older = AuditLine.objects.order_by("-pk")[49].pk
    second = signed_in.get(f"/o/mission/history/?before={older}").content.decode()

    assert f"before={older}" in first
    assert "<ins>Name 1</ins>" in first
    assert "<ins>Name 0</ins>" not in first
    assert "<ins>Name 0</ins>" in second


def test_undo_takes_a_change_back_and_returns_to_the_page(signed_in: Client, people: People) -> None:
    line = change(people, "After")

    response = signed_in.post(f"/o/mission/history/{line.pk}/undo/", {"next": "/o/mission/people/"})

    assert response.headers["Location"] == "/o/mission/people/"
    assert Person.objects.get().sort_name == "Before"
    assert AuditLine.objects.latest("pk").by == people.owner


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/", "1e400", "]]><x"])
def test_undo_never_leads_to_another_site(signed_in: Client, people: People, wanted: str) -> None:
    line = change(people, "After")

    response = signed_in.post(f"/o/mission/history/{line.pk}/undo/", {"next": wanted})

    assert response.headers["Location"] == "/o/mission/history/"


def test_a_refused_undo_says_why_and_changes_nothing(signed_in: Client, people: People) -> None:
    person = make.person(people.office, sort_name="Before")
    line = change(people, "After", row=person)
    change(people, "Later", row=person)

    page = signed_in.post(f"/o/mission/history/{line.pk}/undo/", follow=True).content.decode()

    assert "has been changed again since; undo the later change first." in page
    assert Person.objects.get().sort_name == "Later"


def test_whoever_may_read_but_not_change_does_not_undo(people: People) -> None:
    line = change(people, "After")

    head = signed_in_as(people, "head").post(f"/o/mission/history/{line.pk}/undo/")
    press = signed_in_as(people, "press").post(f"/o/mission/history/{line.pk}/undo/")

    assert (head.status_code, press.status_code) == (403, 404)
    assert Person.objects.get().sort_name == "After"


def test_undo_does_not_take_the_last_owner_away(signed_in: Client, people: People) -> None:
    owner = Membership.objects.get(user=people.owner)
    owner.role = "press"
    with transaction.atomic():
        audit.update(owner, by=make.actor(people.office), code="accounts.membership.changed")
        owner.role = "owner"
        audit.update(owner, by=make.actor(people.office), code="accounts.membership.changed")
    line = audit.lines_of(owner)[0]

    page = signed_in.post(f"/o/mission/history/{line.pk}/undo/", follow=True).content.decode()

    assert "An office keeps at least one owner; make somebody else owner first." in page
    owner.refresh_from_db()
    assert owner.role == "owner"
    line.refresh_from_db()
    assert line.undone_by is None


def test_an_owner_undoes_nothing_in_the_account_of_somebody_else(signed_in: Client, people: People) -> None:
    old = people.colleague.email
    users.change_address(people.colleague, "new@example.org")
    line = AuditLine.objects.get(code="accounts.user.changed")

    page = signed_in.post(f"/o/mission/history/{line.pk}/undo/", follow=True).content.decode()

    assert "An account is changed by its holder alone, or on the server." in page
    people.colleague.refresh_from_db()
    assert people.colleague.email == "new@example.org" != old


def test_undo_is_offered_to_those_who_may(people: People) -> None:
    line = change(people, "After")

    def offers(role: str) -> bool:
        page = signed_in_as(people, role).get("/o/mission/history/").content.decode()
        return f"/o/mission/history/{line.pk}/undo/" in page

    assert {role: offers(role) for role in ("owner", "assistant", "head")} == {
        "owner": True,
        "assistant": True,
        "head": False,
    }


def test_the_history_of_members_is_the_owners_alone(signed_in: Client, people: People) -> None:
    member = Membership.objects.get(user=people.colleague)
    signed_in.post(f"/o/mission/team/members/{member.code}/", {"role": "press", "secrets": []})
    line = AuditLine.objects.get(code="accounts.membership.changed")

    colleague = signed_in_as(people, "protocol")

    assert "member · changed" in signed_in.get("/o/mission/history/").content.decode()
    assert "member · changed" not in colleague.get("/o/mission/history/").content.decode()
    assert colleague.post(f"/o/mission/history/{line.pk}/undo/").status_code == 404


def test_the_page_asks_no_more_for_three_lines_than_for_one(signed_in: Client, people: People) -> None:
    change(people, "One", who=people.owner)
    signed_in.get("/o/mission/history/")
    with CaptureQueriesContext(connection) as first:
        signed_in.get("/o/mission/history/")
    change(people, "Two", who=people.colleague)
    change(people, "Three")

    with CaptureQueriesContext(connection) as second:
        signed_in.get("/o/mission/history/")

    assert len(second) == len(first)
