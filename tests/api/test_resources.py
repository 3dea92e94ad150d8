"""Every kind of object alike: listed, read, written, closed to others; more rows ask no more."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chancery.accounts.access import office_for
from chancery.accounts.roles import RIGHTS, Right, Role
from chancery.api.resource import Resource
from chancery.api.resources import RESOURCES
from chancery.base.models import AuditLine, OutboxMessage
from chancery.events.access import event_in
from tests import make
from tests.api.asking import ROOT, Program, problem, program
from tests.api.examples import EXAMPLES
from tests.conftest import People

BY_NAME = {resource.name: resource for resource in RESOURCES}
WRITES = [(name, write.what) for name, each in BY_NAME.items() for write in each.writes()]

pytestmark = pytest.mark.django_db
every_resource = pytest.mark.parametrize("name", sorted(BY_NAME))


def list_of(resource: Resource[Any], office: Any) -> str:
    """The address of the list in an office."""
    above = f"/events/{make.event_of(office).code}" if resource.is_in_event else ""
    return f"{above}/{resource.name}"


def one_of(resource: Resource[Any], office: Any, row: Any) -> str:
    return f"{list_of(resource, office)}/{getattr(row, resource.key)}"


def test_every_resource_has_an_example() -> None:
    assert set(EXAMPLES) == set(BY_NAME)


def test_no_two_shapes_have_one_name() -> None:
    """The description would show one of them in place of both."""
    known: dict[str, Any] = {}
    for resource in RESOURCES:
        told = resource.shape.model_json_schema()
        for name, shape in {resource.shape.__name__: told, **told.get("$defs", {})}.items():
            alone = {part: value for part, value in shape.items() if part != "$defs"}
            assert known.setdefault(name, alone) == alone, name


@every_resource
def test_a_row_is_listed_and_read_alike(people: People, name: str) -> None:
    resource, asking = BY_NAME[name], program(people.office)
    row = EXAMPLES[name].row(people.office)

    one = asking.get(one_of(resource, people.office, row))
    listed = asking.get(list_of(resource, people.office)).json()

    assert one.json() == next(each for each in listed["items"] if each["code"] == row.code)
    assert set(one.json()) == set(resource.shape.model_fields)
    resource.shape.model_validate_json(one.content)


@every_resource
def test_the_headers_alone_are_those_of_the_whole(people: People, name: str) -> None:
    resource, asking = BY_NAME[name], program(people.office)
    row = EXAMPLES[name].row(people.office)
    asking.get("/me")

    for path in (list_of(resource, people.office), one_of(resource, people.office, row)):
        whole, head = asking.get(path), asking.send("HEAD", path)

        assert (head.status_code, head.content) == (200, b"")
        told = [{**each.headers, "X-Request-ID": ""} for each in (whole, head)]
        assert told[0] == told[1]
        assert asking.send("HEAD", path, If_None_Match=whole.headers["ETag"]).status_code == 304


@every_resource
def test_three_rows_ask_as_much_as_one(people: People, name: str) -> None:
    resource, asking = BY_NAME[name], program(people.office)
    counts = []
    for more in (1, 2):
        for _number in range(more):
            EXAMPLES[name].row(people.office)
        asking.get("/me")  # the first request notes that the token is used
        with CaptureQueriesContext(connection) as asked:
            found = asking.get(list_of(resource, people.office)).json()["items"]
        assert len(found) >= len(counts) + more
        counts.append(len(asked))

    assert counts[0] == counts[1]


@every_resource
def test_pages_hold_every_row_once(people: People, name: str) -> None:
    resource, asking = BY_NAME[name], program(people.office)
    for _number in range(3):
        EXAMPLES[name].row(people.office)
    whole = [each["code"] for each in asking.get(list_of(resource, people.office)).json()["items"]]

    paged, address = [], f"{list_of(resource, people.office)}?limit=1"
    while address:
        page = asking.get(address).json()
        paged += [each["code"] for each in page["items"]]
        address = page["next"]

    assert paged == whole
    assert len(set(whole)) == len(whole) >= 3


@every_resource
def test_a_list_knows_what_changed(people: People, name: str) -> None:
    resource, asking = BY_NAME[name], program(people.office)
    EXAMPLES[name].row(people.office)
    AuditLine.objects.all().delete()
    changed = EXAMPLES[name].row(people.office)
    kind, column = next(iter(resource.history.items()))
    objects = resource.rows(_office(people, resource)).filter(pk=changed.pk).values_list(column, flat=True)
    AuditLine.objects.create(
        organiser_id=people.office.pk,
        code=kind,
        kind=kind,
        object_id=objects[0],
        label="",
        at="2030-01-01T00:00Z",
    )

    found = asking.get(f"{list_of(resource, people.office)}?changed_since=2029-01-01T00:00:00Z").json()

    assert [each["code"] for each in found["items"]] == [changed.code]


def _office(people: People, resource: Resource[Any]) -> Any:
    office = office_for(people.owner, people.office.ref, Right.OFFICE_VIEW)
    if resource.is_in_event:
        return event_in(office, make.event_of(people.office).code, Right.OFFICE_VIEW)
    return office


@every_resource
def test_objects_of_another_office_do_not_exist(people: People, name: str) -> None:
    resource, asking = BY_NAME[name], program(make.organiser("third"))
    row = EXAMPLES[name].row(people.office)

    assert problem(asking.get(one_of(resource, people.office, row))) == (404, "not-found", [])
    for write in resource.writes():
        if write.what == "create" and not resource.is_in_event:
            continue
        method, path, body = request_of(resource, write.what, people.office, row)
        assert problem(asking.send(method, path, body)) == (404, "not-found", [])


@every_resource
def test_each_role_reads_what_its_rights_say(people: People, name: str) -> None:
    resource = BY_NAME[name]
    row = EXAMPLES[name].row(people.office)
    path = one_of(resource, people.office, row)

    answers = {role: program(people.office, role).get(path).status_code for role in Role}

    assert answers == {role: 200 if resource.right in RIGHTS[role] else 403 for role in Role}


@every_resource
def test_without_its_scope_nobody_reads(people: People, name: str) -> None:
    resource = BY_NAME[name]
    row = EXAMPLES[name].row(people.office)
    asking = program(people.office, scopes=set(Right) - {resource.right})

    response = asking.get(one_of(resource, people.office, row))

    assert problem(response) == (403, "scope-missing", [])


def request_of(resource: Resource[Any], what: str, office: Any, row: Any) -> tuple[str, str, Any]:
    """Return method, address and a good body of something that can be done."""
    example, one = EXAMPLES[resource.name], one_of(resource, office, row)
    if what == "create":
        assert example.create is not None
        return "POST", list_of(resource, office), example.create(office)
    if what == "change":
        return "PATCH", one, example.change
    if what == "delete":
        return "DELETE", one, None
    body = example.verbs.get(what)
    return "POST", f"{one}/{what}", body(office) if body else {}


@pytest.mark.parametrize(("name", "what"), [pair for pair in WRITES if pair != ("replies", "decide")])
def test_what_can_be_done_is_done_and_told(people: People, name: str, what: str) -> None:
    resource, asking = BY_NAME[name], program(people.office)
    row = EXAMPLES[name].row(people.office)
    method, path, body = request_of(resource, what, people.office, row)
    lines = AuditLine.objects.count()

    response = asking.send(method, path, body)

    assert response.status_code == {"create": 201, "delete": 204}.get(what, 200), response.content
    assert AuditLine.objects.count() > lines
    if what == "delete":
        assert asking.get(path).status_code == 404
        return
    told = response.json()
    resource.shape.model_validate_json(response.content)
    now = asking.get(response.headers.get("Location", f"{list_of(resource, people.office)}/{told['code']}"))
    assert (now.json(), now.headers["ETag"]) == (told, response.headers["ETag"])
    if what == "change":
        assert {key: told.get(key) for key in body if key in told} == {
            key: body[key] for key in body if key in told
        }


@pytest.mark.parametrize(("name", "what"), WRITES)
def test_each_role_does_what_its_rights_say(people: People, name: str, what: str) -> None:
    resource = BY_NAME[name]
    row = EXAMPLES[name].row(people.office)
    method, path, body = request_of(resource, what, people.office, row)
    right = next(each.right for each in resource.writes() if each.what == what)
    lacking = [role for role in Role if right not in RIGHTS[role]]

    answers = {role: program(people.office, role).send(method, path, body) for role in lacking}

    assert {role: problem(response)[:2] for role, response in answers.items()} == dict.fromkeys(
        lacking, (403, "right-missing")
    )


BAD = [("{", "application/json"), ('{"no such field": 1}', "application/json"), ("x", "text/plain")]


@pytest.mark.parametrize(("name", "what"), WRITES)
def test_who_may_not_is_told_before_what_is_wrong(people: People, name: str, what: str) -> None:
    """401, 403 and 404 come before what the request is wrong for: that is nothing to a stranger."""
    resource, whole = BY_NAME[name], program(people.office)
    row = EXAMPLES[name].row(people.office)
    method, path, body = request_of(resource, what, people.office, row)
    right = next(each.right for each in resource.writes() if each.what == what)
    askers = [
        (401, "token-missing", Program(), path),
        (403, "scope-missing", program(people.office, scopes=set(Right) - {right}), path),
        (403, "right-missing", program(people.office, _role_without(right)), path),
    ]
    if what != "create":
        askers += [(404, "not-found", whole, path.replace(row.code, "23456789bcdf"))]
        askers += [(404, "not-found", program(make.organiser("third")), path)]
    lines = AuditLine.objects.count()

    for status, code, asking, asked in askers:
        answers = [_wrongly(asking, method, f"{asked}?no-such-filter=1", *bad) for bad in BAD]
        assert [problem(answer)[:2] for answer in answers] == [(status, code)] * len(BAD)

    if body is not None and body != {}:
        statuses = [_wrongly(whole, method, path, *bad).status_code for bad in BAD]
        assert statuses == [400, 422, 415]
    assert AuditLine.objects.count() == lines


def _role_without(right: Right) -> str:
    return next(role.value for role in Role if right not in RIGHTS[role])


def _wrongly(asking: Program, method: str, path: str, text: str, kind: str) -> Any:
    return asking.client.generic(method, f"{ROOT}{path}", text, content_type=kind, headers=asking.headers)


def test_a_wave_is_prepared_and_nothing_leaves(people: People) -> None:
    """Nobody gets into a wave whom its message may not go to, and none of it waits in the outbox."""
    asking, event = program(people.office), make.event_of(people.office)
    path = f"/events/{event.code}/waves"
    ours = make.participation(event, make.person(people.office))
    absent = make.participation(event, make.person(people.office), capacity="speaker")

    refused = asking.post(path, {"guests": [ours.code, absent.code]})
    made = asking.post(path, {"guests": [ours.code]}).json()
    again = asking.post(f"{path}/{made['code']}/put-in", {"guests": [absent.code]})

    assert problem(refused) == problem(again) == (409, "refused", ["guests"])
    assert [(each["guests"], each["state"]) for each in asking.get(path).json()["items"]] == [
        ([ours.code], "draft")
    ]
    assert problem(asking.patch(f"{path}/{made['code']}", {"state": "approved"})) == (
        422,
        "invalid",
        ["state"],
    )
    assert not OutboxMessage.objects.exists()


def test_nobody_takes_part_twice_in_one_capacity(people: People) -> None:
    asking, event = program(people.office), make.event_of(people.office)
    path, speaker = f"/events/{event.code}/participations", make.person(people.office)
    guest = make.participation(event, make.person(people.office))

    answers = [asking.post(path, {"person": speaker.code, "capacity": "speaker"}) for _number in range(2)]
    as_guest = asking.post(path, {"person": speaker.code, "capacity": "guest"})

    assert [each.status_code for each in answers] == [201, 409]
    assert problem(as_guest) == (422, "invalid", ["capacity"])
    assert problem(asking.get(f"{path}/{guest.code}"))[0] == 404
    assert [each["name"] for each in asking.get(path).json()["items"]] == [speaker.main_name]
