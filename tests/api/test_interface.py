"""What holds for every request: who may ask, what is refused and how, pages, conditions and keys."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from chancery.accounts.actions import tokens, users
from chancery.accounts.models import AccessToken, KeptAnswer
from chancery.accounts.roles import Right
from chancery.directory.models import Body, Person
from chancery.events.models import EventMember
from tests import make
from tests.api.asking import Program, problem, program, token_of
from tests.conftest import People

pytestmark = pytest.mark.django_db

A_BODY = {"names": {"en": "Sample Court"}}


@pytest.fixture
def asking(people: People) -> Program:
    return program(people.office)


# Who may ask


def test_without_a_token_nobody_asks(people: People) -> None:
    response = Program().get("/me")

    assert problem(response) == (401, "token-missing", [])
    assert response.headers["WWW-Authenticate"] == 'Bearer realm="chancery"'


@pytest.mark.parametrize("shown", ["chy_unknown", "unknown", "chy_\u00e9", "x" * 5000])
def test_an_unknown_token_opens_nothing(people: People, shown: str) -> None:
    assert problem(Program(shown).get("/me")) == (401, "token-unknown", [])


def test_a_session_opens_nothing(people: People, signed_in: Any) -> None:
    assert problem(signed_in.get("/api/v1/me")) == (401, "token-missing", [])


@pytest.mark.parametrize("why", ["withdrawn", "too old", "account closed", "no member"])
def test_a_token_dies(people: People, why: str) -> None:
    member = make.member(people.office, "protocol")
    asking = Program(token_of(member))
    assert asking.get("/me").status_code == 200
    token, now = AccessToken.objects.get(), timezone.now()
    if why == "withdrawn":
        tokens.withdraw_token(token, now=now, by=make.actor(people.office))
    elif why == "too old":
        AccessToken.objects.update(expires_at=now - timedelta(seconds=1))
    elif why == "account closed":
        users.close_account(member.user)
    else:
        member.delete()

    assert problem(asking.get("/me")) == (401, "token-unknown", [])


def test_whoever_tries_tokens_is_told_to_wait(people: People) -> None:
    asking = program(people.office)
    codes = [problem(Program(f"chy_{number}").get("/me"))[1] for number in range(31)]

    assert codes == ["token-unknown"] * 30 + ["too-many"]
    assert asking.get("/me").status_code == 200


def test_a_token_tells_who_asks(people: People) -> None:
    asking = program(people.office, "assistant", scopes=[Right.GUESTS_VIEW, Right.PROFILES_EDIT])

    told = asking.get("/me").json()

    assert told["rights"] == ["guests.view"]
    assert told["token"]["scopes"] == ["guests.view", "profiles.edit"]
    assert told["office"]["ref"] == people.office.ref
    assert AccessToken.objects.get().used_at is not None


def test_a_token_for_one_event_opens_no_other(people: People) -> None:
    ours, other = make.event(people.office), make.event(people.office)
    asking = program(people.office, events=[ours.code])

    assert [each["code"] for each in asking.get("/events").json()["items"]] == [ours.code]
    assert asking.get(f"/events/{ours.code}/guests").status_code == 200
    assert problem(asking.get(f"/events/{other.code}")) == (404, "not-found", [])
    assert problem(asking.get(f"/events/{other.code}/guests")) == (404, "not-found", [])
    assert asking.post("/events", {"titles": {"en": "Third"}}).status_code == 422


def test_a_colleague_of_one_event_has_its_rights_there_alone(people: People) -> None:
    ours, other = make.event(people.office), make.event(people.office)
    member = make.member(people.office, "viewer")
    EventMember.objects.create(event=ours, membership=member, role="protocol")
    asking = Program(token_of(member))

    assert asking.get(f"/events/{ours.code}/guests").status_code == 200
    assert problem(asking.get(f"/events/{other.code}/guests")) == (403, "right-missing", [])
    narrow = Program(token_of(member, scopes=[Right.EVENTS_VIEW]))
    assert problem(narrow.get(f"/events/{ours.code}/guests")) == (403, "scope-missing", [])


def test_what_a_ministry_shows_is_read_and_not_changed(people: People) -> None:
    post = make.organiser("post", parent=people.office)
    shown = make.body(people.office, "Ministry", visibility="tree")
    asking = program(post)

    assert asking.get(f"/bodies/{shown.code}").json()["owner"] == people.office.ref
    assert problem(asking.patch(f"/bodies/{shown.code}", {"seat": "Bucharest"})) == (403, "right-missing", [])
    assert problem(asking.delete(f"/bodies/{shown.code}"))[1] == "right-missing"


# What is refused


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/nothing", (404, "not-found", [])),
        ("GET", "/persons/", (404, "not-found", [])),
        ("GET", "/persons/NO", (404, "not-found", [])),
        ("GET", "/persons/%00", (404, "not-found", [])),
        ("GET", "/persons?q=a", (422, "invalid", ["q"])),
        ("GET", "/persons?body=%00", (400, "unreadable", [])),
        ("GET", "/persons?limit=0", (422, "invalid", ["limit"])),
        ("GET", f"/persons?limit={'9' * 5000}", (422, "invalid", ["limit"])),
        ("GET", "/persons?cursor=made-up", (422, "invalid", ["cursor"])),
        ("GET", "/persons?changed_since=0", (422, "invalid", ["changed_since"])),
        ("GET", "/persons?changed_since=2027-01-01T00:00:00", (422, "invalid", ["changed_since"])),
        ("GET", "/persons?changed_since=0001-01-01T00:00:00%2B14:00", (422, "invalid", ["changed_since"])),
        ("GET", "/events?held_from=1", (422, "invalid", ["held_from"])),
        ("GET", "/events?status=gone", (422, "invalid", ["status"])),
        ("PUT", "/persons", (405, "method", [])),
        ("DELETE", "/me", (405, "method", [])),
    ],
)
def test_a_request_that_cannot_be_met_says_why(
    asking: Program, method: str, path: str, expected: tuple[int, str, list[str]]
) -> None:
    assert problem(asking.send(method, path)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", (422, "invalid", ["written"])),
        ("{", (400, "unreadable", [])),
        (b'{"names": {"en": "\xff"}}', (400, "unreadable", [])),
        ('{"names": {"en": "\\ud800"}}', (400, "unreadable", [])),
        ("[" * 5000, (400, "unreadable", [])),
        ('{"names": {"en": "a\\u0000"}}', (422, "invalid", [])),
        ("[]", (422, "invalid", ["written"])),
        ('{"names": {}}', (422, "invalid", ["names"])),
        ('{"names": {"en": " "}}', (422, "invalid", ["names"])),
        ('{"names": {"en": "Court"}, "name": "Court"}', (422, "invalid", ["name"])),
        ('{"names": {"en": "Court"}, "kind": "yacht"}', (422, "invalid", ["kind"])),
        ('{"names": {"en": "Court"}, "state": "XX"}', (422, "invalid", ["state"])),
        ('{"names": {"en": "Court"}, "parent": "23456789bcdf"}', (422, "invalid", ["parent"])),
        ('{"names": {"en": "Court"}, "seat": 1e400}', (422, "invalid", ["seat"])),
        ('{"names": {"en": "Court"}, "seat": 12}', (422, "invalid", ["seat"])),
    ],
)
def test_a_body_that_is_wrong_says_where(
    asking: Program, body: Any, expected: tuple[int, str, list[str]]
) -> None:
    assert problem(asking.post("/bodies", body)) == expected
    assert not Body.objects.exists()


@pytest.mark.parametrize("number", ["99999999999999999999999", "1.5", "-1", "true", '"1"'])
def test_numbers_beyond_what_is_kept_are_refused(asking: Program, people: People, number: str) -> None:
    body = make.body(people.office)
    text = f'{{"titles": {{"en": "Clerk"}}, "body": "{body.code}", "position": {number}}}'

    assert problem(asking.post("/offices", text)) == (422, "invalid", ["position"])


def test_what_is_no_json_is_refused(asking: Program) -> None:
    response = asking.client.post("/api/v1/bodies", {"names": "x"}, headers=asking.headers)

    assert problem(response) == (415, "media-type", [])


def test_what_is_too_large_is_refused(asking: Program) -> None:
    response = asking.post("/bodies", "x" * (6 * 1024 * 1024))

    assert problem(response) == (413, "too-large", [])


def test_a_wrong_method_says_which_are_taken(asking: Program) -> None:
    assert asking.send("PUT", "/persons").headers["Allow"] == "GET, HEAD, OPTIONS, POST"


@pytest.mark.parametrize(
    ("path", "allow"),
    [
        ("/bodies", "GET, HEAD, OPTIONS, POST"),
        ("/bodies/23456789bcdf", "DELETE, GET, HEAD, OPTIONS, PATCH"),
        ("/offices/23456789bcdf/hand-over", "OPTIONS, POST"),
        ("/openapi.json", "GET, HEAD, OPTIONS"),
    ],
)
def test_options_name_the_methods_to_everybody(people: People, path: str, allow: str) -> None:
    response = Program().send("OPTIONS", path)

    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Allow"] == allow
    assert "Content-Type" not in response.headers


def test_what_is_made_has_no_state_that_was_read(client: Client) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]

    headers = {
        told["operationId"]: {each["name"] for each in told["parameters"] if each["in"] == "header"}
        for methods in paths.values()
        for told in methods.values()
    }

    assert headers["waves_create"] == headers["bodies_create"] == {"Idempotency-Key"}
    assert headers["waves_put_in"] == {"Idempotency-Key", "If-Match"}
    assert headers["waves_change"] == {"If-Match"}


def test_an_address_that_is_none_has_no_options(asking: Program) -> None:
    assert problem(asking.send("OPTIONS", "/nothing")) == (404, "not-found", [])


def test_a_rule_of_the_office_refuses_in_one_sentence(asking: Program, people: People) -> None:
    event, person = make.event(people.office), make.person(people.office)
    listed = {"person": person.code}

    first = asking.post(f"/events/{event.code}/guests", listed)
    second = asking.post(f"/events/{event.code}/guests", listed)

    assert first.status_code == 201
    assert problem(second) == (409, "refused", [])
    assert problem(asking.delete(f"/persons/{person.code}")) == (409, "refused", [])
    assert event.participations.count() == 1


def test_days_that_contradict_each_other_are_refused(asking: Program) -> None:
    wrong = {"titles": {"en": "Visit"}, "held_on": "2027-02-02", "held_until_on": "2027-02-01"}

    assert problem(asking.post("/events", wrong))[:2] == (422, "invalid")
    del wrong["held_on"]
    assert problem(asking.post("/events", wrong)) == (422, "invalid", ["held_on"])


# Pages


def test_new_rows_move_no_page(asking: Program, people: People) -> None:
    for number in range(3):
        make.body(people.office, f"Body {number}")
    first = asking.get("/bodies?limit=2&kind=other").json()
    Body.objects.order_by("pk")[0].delete()
    make.body(people.office, "Body 3")

    second = asking.get(first["next"])

    assert [each["names"]["en"] for each in second.json()["items"]] == ["Body 2", "Body 3"]
    assert second.json()["next"] is None
    assert "kind=other" in first["next"]


def test_a_page_names_the_next_one_in_its_header_too(asking: Program, people: People) -> None:
    make.body(people.office)
    make.body(people.office)

    page = asking.get("/bodies?limit=1")

    assert page.headers["Link"] == f'<{page.json()["next"]}>; rel="next"'


def test_a_cursor_of_another_list_is_refused(asking: Program, people: People) -> None:
    for _number in range(2):
        make.body(people.office)
    cursor = asking.get("/bodies?limit=1").json()["next"].partition("cursor=")[2]

    assert problem(asking.get(f"/persons?cursor={cursor}")) == (422, "invalid", ["cursor"])


# Conditions


def test_what_did_not_change_is_not_sent_again(
    asking: Program, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = make.body(people.office)
    make.body(people.office)
    later = timezone.now() + timedelta(days=1)
    for path in (f"/bodies/{body.code}", "/bodies", "/bodies?limit=1"):
        read = asking.get(path)

        monkeypatch.setattr("time.time", later.timestamp)
        again = asking.get(path, If_None_Match=read.headers["ETag"])

        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == read.headers["ETag"]


def test_a_change_of_what_was_not_read_is_refused(asking: Program, people: People) -> None:
    body = make.body(people.office)
    path = f"/bodies/{body.code}"
    read = asking.get(path).headers["ETag"]

    changed = asking.patch(path, {"seat": "Cluj"}, If_Match=read)
    late = asking.patch(path, {"seat": "Iași"}, If_Match=read)

    assert changed.status_code == 200
    assert problem(late) == (412, "changed", [])
    assert problem(asking.delete(path, If_Match=read)) == (412, "changed", [])
    assert Body.objects.get().seat == "Cluj"
    assert asking.patch(path, {"seat": "Iași"}, If_Match=changed.headers["ETag"]).status_code == 200
    assert asking.patch(path, {"seat": "Arad"}, If_Match="*").status_code == 200


# Keys


def test_a_request_sent_twice_is_done_once(asking: Program) -> None:
    first = asking.post("/bodies", A_BODY, Idempotency_Key="1")
    again = asking.post("/bodies", A_BODY, Idempotency_Key="1")

    assert Body.objects.count() == 1
    assert again.content == first.content
    assert again.status_code == first.status_code == 201
    for header in ("ETag", "Location", "Content-Type"):
        assert again.headers[header] == first.headers[header]
    assert again.headers["Idempotent-Replayed"] == "true"


def test_a_key_stands_for_one_request(asking: Program) -> None:
    asking.post("/bodies", A_BODY, Idempotency_Key="1")

    other = asking.post("/bodies", {"names": {"en": "Another"}}, Idempotency_Key="1")

    assert problem(other) == (422, "key-reused", ["Idempotency-Key"])
    assert Body.objects.count() == 1


def test_keys_of_two_tokens_are_apart(asking: Program, people: People) -> None:
    asking.post("/bodies", A_BODY, Idempotency_Key="1")

    assert program(people.office).post("/bodies", A_BODY, Idempotency_Key="1").status_code == 201
    assert Body.objects.count() == 2


def test_a_refused_request_leaves_its_key_free(asking: Program, people: People) -> None:
    event, person = make.event(people.office), make.person(people.office)
    path, guest = f"/events/{event.code}/guests", make.participation(event, person)
    assert asking.post(path, {"person": person.code}, Idempotency_Key="1").status_code == 409
    guest.delete()

    assert asking.post(path, {"person": person.code}, Idempotency_Key="1").status_code == 201


@pytest.mark.parametrize("key", ["x" * 256, "a\tb", "é"])
def test_a_key_is_plain_text(asking: Program, key: str) -> None:
    assert problem(asking.post("/bodies", A_BODY, Idempotency_Key=key)) == (
        422,
        "invalid",
        ["Idempotency-Key"],
    )


def test_kept_answers_are_sealed_and_go_after_a_day(asking: Program) -> None:
    asking.post("/persons", {"names": [{"printed": "Ana Sample"}]}, Idempotency_Key="1")
    kept = KeptAnswer.objects.get()
    assert b"Ana" not in bytes(kept.sealed_body)

    tokens.forget_answers(kept.made_at + timedelta(hours=25))

    assert not KeptAnswer.objects.exists()
    assert Person.objects.count() == 1


def test_a_script_is_no_page_of_a_campaign(people: People) -> None:
    body = {"names": {"en": "Remember"}, "pages": {"en": "javascript:alert(1)"}}

    response = program(people.office).post("/campaigns", body)

    assert problem(response) == (422, "invalid", ["pages"])
