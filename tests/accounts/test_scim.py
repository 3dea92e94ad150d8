"""Directories make and close accounts by SCIM 2.0, and their groups give roles."""

from typing import Any

import pytest
from django.contrib.auth import get_user
from django.test import Client
from scim2_tester import Status, check_server

from chancery.accounts import queries
from chancery.accounts.models import Membership, ProvisionedGroup, User
from chancery.accounts.provisioning import role_named
from chancery.accounts.roles import Right, Role
from chancery.base.models import AuditLine
from tests import make
from tests.accounts.identity.directory import GROUP, USER, Directory, independent_client, token_of
from tests.conftest import People


@pytest.fixture
def owner(people: People) -> Membership:
    """The owner whose token the directory has."""
    return Membership.objects.select_related("user", "organiser").get(user=people.owner)


@pytest.fixture
def directory(owner: Membership) -> Directory:
    """A directory of the office."""
    return Directory(token_of(owner))


# A service may leave out what it says it leaves out: questions to both kinds at once.
FINE = {Status.SUCCESS, Status.COMPLIANT, Status.ACCEPTABLE, Status.SKIPPED}


def role_of(account: dict[str, Any], office: Any) -> str:
    return Membership.objects.get(user__email=account["emails"][0]["value"], organiser=office).role


def test_an_independent_checker_finds_no_fault(owner: Membership) -> None:
    results = check_server(independent_client(token_of(owner)))

    faults = [f"{each.title}: {each.reason}" for each in results if each.status not in FINE]
    assert faults == []
    assert len(results) > 20


def test_a_colleague_is_made_and_signs_in_nowhere_else(directory: Directory, people: People) -> None:
    account = directory.add(
        "ana@mission.example",
        externalId="4711",
        name={"givenName": "Ana", "familyName": "Sample"},
        title="not kept",
    )

    ana = User.objects.get(email="ana@mission.example")
    [member] = Membership.objects.filter(user=ana)
    assert (ana.name, ana.language, ana.has_usable_password()) == ("Ana Sample", "en", False)
    assert (member.organiser, member.role) == (people.office, Role.VIEWER)
    assert account["active"] is True
    assert account["meta"]["location"].endswith(f"/scim/v2/Users/{account['id']}")
    lines = AuditLine.objects.filter(organiser_id=people.office.pk, object_id__in=[ana.pk, member.pk])
    told = {(line.code, line.by, line.reason) for line in lines}
    reason = "By SCIM, with the token “Entra”."
    assert told == {
        ("accounts.user.created", people.owner, reason),
        ("accounts.membership.created", people.owner, reason),
    }


def test_who_worked_here_before_is_found_and_left_alone(directory: Directory, people: People) -> None:
    wanted = people.colleague.email.upper()

    status, found = directory.ask("GET", f'Users?filter=userName eq "{wanted}"')

    [account] = found["Resources"]
    assert (status, found["totalResults"]) == (200, 1)
    body = {"schemas": [USER], "userName": "new-name", "displayName": "Other", "externalId": "1"}
    body["emails"] = [{"value": "other@mission.example"}]
    status, account = directory.ask("PUT", f"Users/{account['id']}", body)
    assert (status, account["userName"], account["externalId"]) == (200, "new-name", "1")
    people.colleague.refresh_from_db()
    assert (people.colleague.email, people.colleague.name) == (wanted.lower(), "")
    assert Membership.objects.get(user=people.colleague).role == Role.PROTOCOL


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "Replace", "path": "active", "value": "False"},
        {"op": "replace", "value": {"active": False}},
        {"op": "Add", "path": "urn:ietf:params:scim:schemas:core:2.0:User:active", "value": False},
    ],
)
def test_closing_ends_the_sessions_and_opening_brings_back(
    directory: Directory, people: People, operation: dict[str, Any]
) -> None:
    account = directory.add("ana@mission.example")
    directory.group("Chancery press officer", account)
    client = Client()
    client.force_login(User.objects.get(email="ana@mission.example"))

    status, closed = directory.patch(f"Users/{account['id']}", operation)

    assert (status, closed["active"]) == (200, False)
    assert not get_user(client).is_authenticated
    status, again = directory.patch(
        f"Users/{account['id']}", {"op": "Replace", "path": "active", "value": "True"}
    )
    assert again["active"] is True
    assert not get_user(client).is_authenticated
    assert role_of(account, people.office) == Role.PRESS


def test_deleting_closes_for_good_and_frees_the_address(directory: Directory, people: People) -> None:
    account = directory.add("ana@mission.example", displayName="Ana Sample")
    former = User.objects.get(email="ana@mission.example")

    status, _body = directory.ask("DELETE", f"Users/{account['id']}")

    former.refresh_from_db()
    assert (status, former.is_active, former.name) == (204, False, "Ana Sample")
    assert former.email.endswith("@retired.invalid")
    assert not Membership.objects.filter(user=former).exists()
    assert directory.ask("GET", f"Users/{account['id']}")[0] == 404
    directory.add("ana@mission.example")
    assert User.objects.get(email="ana@mission.example") != former


def test_an_account_of_two_offices_only_leaves_this_one(directory: Directory, people: People) -> None:
    account = directory.add("ana@mission.example", displayName="Ana")
    ana = User.objects.get(email="ana@mission.example")
    other = make.member(make.organiser("other"), "press", ana)
    took_over = {"op": "replace", "path": "userName", "value": "mine@mission.example"}
    address = {"op": "replace", "path": 'emails[type eq "work"].value', "value": "mine@mission.example"}

    status, _account = directory.patch(f"Users/{account['id']}", took_over, address)
    assert status == 200
    directory.ask("DELETE", f"Users/{account['id']}")

    ana.refresh_from_db()
    assert (ana.email, ana.name, ana.is_active) == ("ana@mission.example", "Ana", True)
    assert list(Membership.objects.filter(user=ana)) == [other]


def test_an_account_of_another_office_is_not_drawn_in(directory: Directory, people: People) -> None:
    body = {"schemas": [USER], "userName": people.stranger.email}

    status, error = directory.ask("POST", "Users", body)

    assert (status, error["scimType"]) == (409, "uniqueness")
    assert "invite its holder" in error["detail"]
    assert Membership.objects.filter(user=people.stranger).count() == 1


def test_the_last_owner_is_not_closed(directory: Directory, owner: Membership, people: People) -> None:
    _status, found = directory.ask("GET", f'Users?filter=userName eq "{owner.user.email}"')
    mine = f"Users/{found['Resources'][0]['id']}"

    answers = [
        directory.patch(mine, {"op": "replace", "path": "active", "value": False}),
        directory.ask("DELETE", mine),
    ]

    assert [status for status, _error in answers] == [409, 409]
    assert {error["schemas"][0].rpartition(":")[2] for _status, error in answers} == {"Error"}
    assert "keeps at least one owner" in answers[0][1]["detail"]
    owner.user.refresh_from_db()
    assert owner.user.is_active
    assert Membership.objects.filter(pk=owner.pk).exists()


def test_groups_give_roles_and_the_highest_counts(directory: Directory, people: People) -> None:
    ana, ben = directory.add("ana@mission.example"), directory.add("ben@mission.example")
    press = directory.group("Chancery press officer", ana, ben)
    heads = directory.group("head of mission", ana)
    directory.group("Car owner", ana)

    roles = [role_of(ana, people.office), role_of(ben, people.office)]
    assert roles == [Role.HEAD, Role.PRESS]

    gone = {"op": "Remove", "path": "members", "value": [{"value": ana["id"]}]}
    assert directory.patch(f"Groups/{heads['id']}", gone)[0] == 200
    assert role_of(ana, people.office) == Role.PRESS
    by_filter = {"op": "remove", "path": f'members[value eq "{ben["id"]}"]'}
    _status, group = directory.patch(f"Groups/{press['id']}", by_filter)
    assert [member["value"] for member in group["members"]] == [ana["id"]]
    assert role_of(ben, people.office) == Role.VIEWER
    assert directory.ask("DELETE", f"Groups/{press['id']}")[0] == 204
    assert role_of(ana, people.office) == Role.VIEWER


def test_a_group_takes_no_member_of_another_office(directory: Directory, people: People) -> None:
    elsewhere = Membership.objects.get(user=people.stranger)
    stranger = Directory(token_of(elsewhere)).ask("GET", "Users")[1]["Resources"][0]

    group = directory.group("Chancery owner", stranger)

    assert "members" not in group
    assert directory.ask("GET", f"Users/{stranger['id']}")[0] == 404


def test_an_owner_says_what_a_group_is(directory: Directory, signed_in: Client, people: People) -> None:
    ana = directory.add("ana@mission.example")
    directory.group("SG-4711", ana)
    group = ProvisionedGroup.objects.get(name="SG-4711")

    page = signed_in.get("/o/mission/team/directory/").content.decode()
    response = signed_in.post(
        "/o/mission/team/directory/", {"group": group.code, f"{group.code}-role": "assistant"}
    )

    assert "SG-4711" in page
    assert response.status_code == 302
    assert role_of(ana, people.office) == Role.ASSISTANT


def test_pages_are_counted_from_one_and_parts_left_out(directory: Directory, people: People) -> None:
    members = [directory.add(f"user{number}@mission.example") for number in range(4)]
    directory.group("Chancery viewer", *members)

    _status, page = directory.ask("GET", "Users?startIndex=3&count=2&attributes=userName")
    _status, groups = directory.ask("GET", "Groups?excludedAttributes=members")
    _status, others = directory.ask("GET", 'Users?filter=userName sw "user1@" or emails.value co "user2@"')

    assert (page["totalResults"], page["startIndex"], page["itemsPerPage"]) == (6, 3, 2)
    assert [each["userName"] for each in page["Resources"]] == [
        "user0@mission.example",
        "user1@mission.example",
    ]
    assert set(page["Resources"][0]) == {"schemas", "id", "userName"}
    assert "members" not in groups["Resources"][0]
    assert others["totalResults"] == 2


@pytest.mark.parametrize(
    ("verb", "what", "body", "status"),
    [
        ("POST", "Users", {"schemas": [USER], "userName": "no address"}, 400),
        ("POST", "Users", {"schemas": [USER]}, 400),
        ("POST", "Users", {"schemas": [USER], "userName": "a@b.example", "displayName": "x" * 300}, 400),
        ("POST", "Users", [], 400),
        ("POST", "Groups", {"schemas": [GROUP]}, 400),
        ("GET", "Users?filter=userName eq", None, 400),
        ("GET", "Users?count=many", None, 400),
        ("GET", "Devices", None, 404),
        ("PUT", "Users", {}, 405),
        ("POST", ".search", {}, 501),
    ],
)
def test_what_cannot_be_is_refused_in_the_form_of_scim(
    directory: Directory, verb: str, what: str, body: Any, status: int
) -> None:
    answer, error = directory.ask(verb, what, body)

    assert (answer, error["status"]) == (status, str(status))
    assert error["schemas"] == ["urn:ietf:params:scim:api:messages:2.0:Error"]
    assert error["detail"]


def test_a_name_is_taken_once(directory: Directory) -> None:
    directory.add("ana@mission.example")

    status, error = directory.ask("POST", "Users", {"schemas": [USER], "userName": "ANA@mission.example"})

    assert (status, error["scimType"]) == (409, "uniqueness")


@pytest.mark.parametrize(
    ("role", "scope", "status"), [("owner", Right.OFFICE_VIEW, 403), ("protocol", Right.OFFICE_MANAGE, 403)]
)
def test_a_token_opens_what_its_member_and_scope_allow(
    people: People, role: str, scope: Right, status: int
) -> None:
    member = make.member(people.office, role)

    answer, _error = Directory(token_of(member, scope)).ask("GET", "Users")

    assert answer == status


def test_without_a_good_token_nothing_opens(people: People, owner: Membership) -> None:
    shown = token_of(owner)
    people.owner.is_active = False
    people.owner.save()

    answers = {Directory(token).ask("GET", "Users")[0] for token in ("", "chy_wrong", shown)}

    assert answers == {401}


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_asks_the_same_questions_for_one_and_for_three(
    directory: Directory, number: int, django_assert_num_queries: Any, people: People
) -> None:
    accounts = [directory.add(f"user{each}@mission.example") for each in range(number)]
    directory.group("Chancery viewer", *accounts)
    organiser = people.office

    with django_assert_num_queries(2):
        list(queries.colleagues_provisioned(organiser))
    with django_assert_num_queries(2):
        list(queries.groups_provisioned(organiser))


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("owner", Role.OWNER),
        ("Chancery-Owner", Role.OWNER),
        ("SG_Chancery_Protocol officer", Role.PROTOCOL),
        ("chancery protocol", Role.PROTOCOL),
        ("Head of Mission", Role.HEAD),
        ("Car owner", None),
        ("Chancery", None),
        ("Chancery users", None),
    ],
)
def test_a_group_is_known_by_its_whole_name(name: str, role: Role | None) -> None:
    assert role_named(name) == role
