"""Members, roles, grants and teams of an office."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from chancery.accounts.access import Office
from chancery.accounts.actions import team
from chancery.accounts.models import Membership, Team
from chancery.accounts.roles import Role
from chancery.base.models import AuditLine
from tests import make
from tests.conftest import People


def of(people: People, who: str) -> Membership:
    return Membership.objects.get(organiser=people.office, user=getattr(people, who))


def last_line() -> AuditLine:
    return AuditLine.objects.latest("pk")


def test_a_changed_role_leaves_a_line_from_what_to_what(signed_in: Client, people: People) -> None:
    colleague = of(people, "colleague")

    signed_in.post(f"/o/mission/team/members/{colleague.code}/", {"role": "head", "secrets": []})

    colleague.refresh_from_db()
    assert colleague.role == "head"
    assert last_line().changes == {"role": ["protocol", "head"]}
    assert last_line().by == people.owner


def test_grants_are_given_and_withdrawn_one_by_one(signed_in: Client, people: People) -> None:
    colleague = of(people, "colleague")
    path = f"/o/mission/team/members/{colleague.code}/"

    signed_in.post(path, {"role": "protocol", "secrets": ["diet", "security"]})
    signed_in.post(path, {"role": "protocol", "secrets": ["security", "access"]})

    assert Office(people.office, colleague).secrets == {"security", "access"}
    codes = AuditLine.objects.order_by("pk").values_list("code", flat=True)
    assert list(codes) == ["accounts.grant.given"] * 3 + ["accounts.grant.withdrawn"]


def test_no_role_implies_a_grant(people: People) -> None:
    assert Office(people.office, of(people, "owner")).secrets == frozenset()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OWNER])
def test_the_last_owner_stays_owner(signed_in: Client, people: People, role: Role) -> None:
    owner = of(people, "owner")

    page = signed_in.post(f"/o/mission/team/members/{owner.code}/", {"role": role, "secrets": []})

    assert "An office keeps at least one owner" in page.content.decode()
    owner.refresh_from_db()
    assert owner.role == "owner"


def test_the_last_owner_is_not_removed(signed_in: Client, people: People) -> None:
    signed_in.post(f"/o/mission/team/members/{of(people, 'owner').code}/remove/")

    assert of(people, "owner")


def test_one_of_two_owners_may_go(signed_in: Client, people: People) -> None:
    colleague = of(people, "colleague")
    team.change_role(colleague, Role.OWNER, by=make.actor(people.office))

    signed_in.post(f"/o/mission/team/members/{of(people, 'owner').code}/remove/")

    assert [member.user for member in people.office.memberships.all()] == [people.colleague]
    assert signed_in.get("/o/mission/").status_code == 404


def test_removing_a_member_asks_first_and_says_what_goes(signed_in: Client, people: People) -> None:
    colleague = of(people, "colleague")

    page = signed_in.get(f"/o/mission/team/members/{colleague.code}/remove/").content.decode()

    assert "the need-to-know grants and the places in teams and events go with it" in page
    assert of(people, "colleague") == colleague


def test_a_team_is_made_changed_and_dissolved(signed_in: Client, people: People) -> None:
    colleague = of(people, "colleague")

    signed_in.post("/o/mission/team/teams/new/", {"name": "Door", "members": [colleague.code]})
    made = Team.objects.get()
    signed_in.post(f"/o/mission/team/teams/{made.code}/", {"name": "The door", "members": []})

    made.refresh_from_db()
    assert (made.name, list(made.members.all())) == ("The door", [])
    signed_in.post(f"/o/mission/team/teams/{made.code}/dissolve/")
    assert not Team.objects.exists()
    assert [line.code for line in AuditLine.objects.order_by("pk")] == [
        "accounts.team.created",
        "accounts.team.members",
        "accounts.team.changed",
        "accounts.team.members",
        "accounts.team.deleted",
    ]


def test_two_teams_do_not_share_a_name(signed_in: Client, people: People) -> None:
    signed_in.post("/o/mission/team/teams/new/", {"name": "Door"})

    page = signed_in.post("/o/mission/team/teams/new/", {"name": "Door"}).content.decode()

    assert "The office has a team of this name; choose another." in page
    assert Team.objects.count() == 1


def test_a_team_takes_no_member_of_another_office(signed_in: Client, people: People) -> None:
    elsewhere = Membership.objects.get(user=people.stranger)

    for wanted in (elsewhere.code, str(10**30)):
        page = signed_in.post("/o/mission/team/teams/new/", {"name": "Door", "members": [wanted]})

        assert page.status_code == 200
    assert not Team.objects.exists()


def test_the_team_page_asks_the_same_number_of_questions_for_every_size(
    signed_in: Client, people: People, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def crowd(count: int) -> None:
        for _number in range(count):
            member = make.member(people.office)
            member.grants.create(secret="diet")
            Team.objects.create(organiser=people.office, name=member.code).members.add(member)

    crowd(1)
    with CaptureQueriesContext(connection) as first:
        signed_in.get("/o/mission/team/")
    crowd(2)

    with django_assert_num_queries(len(first)):
        signed_in.get("/o/mission/team/")
