"""What a program that keeps a copy is told: what changed, what is gone, and never what stood in it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.accounts.roles import Right
from chancery.api.hooks.actions.deriving import derive
from chancery.base.audit_seal.erasing import erase_values
from chancery.guests.actions import listing
from tests import make
from tests.api.asking import Program, problem, program
from tests.api.hooks import built
from tests.conftest import People

pytestmark = pytest.mark.django_db


def position(asking: Program) -> str:
    """Where a program begins that has read nothing yet."""
    told = asking.get("/changes").json()
    assert (told["items"], told["next"]) == ([], None)
    return str(told["after"])


def changes(asking: Program, after: str, more: str = "") -> Any:
    return asking.get(f"/changes?after={after}{more}").json()


def test_what_is_entered_changed_and_taken_away_is_told_in_order(people: People) -> None:
    asking, event = program(people.office), make.event(people.office)
    person = make.person(people.office, "Ana Sample")
    after = position(asking)

    guest = asking.post(f"/events/{event.code}/guests", {"person": person.code}).json()["code"]
    asking.patch(f"/persons/{person.code}", {"pronunciation": "AH-na"})
    asking.delete(f"/events/{event.code}/guests/{guest}")
    response = asking.get(f"/changes?after={after}")

    told = response.json()["items"]
    of_guest = [each for each in told if each["object"] == guest]
    of_person = [each for each in told if each["object"] == person.code]
    assert [(each["event"], each["is_gone"]) for each in of_guest] == [(event.code, True)] * 2
    assert {name for each in of_guest for name in each["lists"]} >= {"guests"}
    assert [(each["lists"], each["is_gone"]) for each in of_person] == [(["persons", "tenures"], False)]
    assert [each["at"] for each in told] == sorted(each["at"] for each in told)
    assert not {"Ana", "AH-na"} & set(response.content.decode().replace('"', " ").split())
    assert "Ana" not in response.content.decode()
    assert changes(asking, response.json()["after"])["items"] == [] or connection.vendor == "postgresql"


def test_a_token_hears_of_the_lists_it_reads_alone(people: People) -> None:
    event, stranger = make.event(people.office), make.organiser("third")
    directory = program(people.office, scopes=[Right.DIRECTORY_VIEW])
    nobody, owner = program(people.office, scopes=[Right.OFFICE_MANAGE]), program(people.office)
    starts = [position(each) for each in (directory, nobody, owner)]

    for office in (people.office, stranger):
        program(office).post("/bodies", {"names": {"en": "Sample Court"}})
    built.change(event, "Another")
    heard = [
        changes(each, after)["items"] for each, after in zip((directory, nobody, owner), starts, strict=True)
    ]

    assert [[each["lists"] for each in some] for some in heard] == [
        [["bodies"]],
        [],
        [["bodies"], ["events"]],
    ]


def test_a_token_for_one_event_hears_of_no_other(people: People) -> None:
    ours, other = make.event(people.office), make.event(people.office)
    guests = [make.participation(event, make.person(people.office)) for event in (ours, other)]
    asking = program(people.office, events=[ours.code])
    after = position(asking)

    built.change(ours, "Ours")
    built.change(other, "Other")
    for guest in guests:
        listing.take_off([guest], by=make.actor(people.office))

    told = changes(asking, after)["items"]
    assert {each["event"] for each in told} == {ours.code}
    assert {each["object"] for each in told if each["is_gone"]} == {guests[0].code}


def test_pages_of_changes_hold_each_once(people: People) -> None:
    asking, event = program(people.office), make.event(people.office)
    after = position(asking)
    for number in range(3):
        built.change(event, f"Title {number}")

    told, address = [], f"/changes?after={after}&limit=1"
    while address:
        page = asking.get(address)
        told += [each["id"] for each in page.json()["items"]]
        address = page.json()["next"]
        assert page.headers.get("Link") == (f'<{address}>; rel="next"' if address else None)

    assert len(told) == len(set(told)) == 3


def test_more_changes_ask_no_more(people: People) -> None:
    asking, event = program(people.office), make.event(people.office)
    after, counts = position(asking), []
    for number in range(3):
        built.change(event, f"Title {number}")
        with CaptureQueriesContext(connection) as asked:
            assert len(changes(asking, after)["items"]) == number + 1
        counts.append(len(asked))

    assert counts[0] == counts[2]


def test_of_what_was_erased_the_lists_are_told(people: People) -> None:
    asking, person = program(people.office), make.person(people.office, "Ana Sample")
    asking.patch(f"/persons/{person.code}", {"pronunciation": "AH-na"})
    after = position(asking)

    with transaction.atomic():
        erase_values(
            {"directory.person": [person.pk]}, organisers=[people.office.pk], by=make.actor(people.office)
        )
    told = changes(asking, after)["items"]

    erased = [each for each in told if each["type"] == "base.values.erased"]
    assert [(each["lists"], each["object"]) for each in erased] == [(["persons", "tenures"], None)]


@pytest.mark.parametrize("after", ["made-up", "1:2", "%00"])
def test_a_position_that_was_not_told_is_refused(people: People, after: str) -> None:
    asking = program(people.office)

    assert problem(asking.get(f"/changes?after={after}"))[0] in (400, 422)
    assert problem(asking.get("/changes?since=2027")) == (422, "invalid", ["since"])
    assert problem(Program().get("/changes?since=2027")) == (401, "token-missing", [])


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only there lines appear out of order")
@pytest.mark.django_db(transaction=True)
def test_a_line_that_appears_behind_a_later_one_is_passed_over_by_nobody() -> None:
    office = make.organiser()
    event, asking, now = make.event(office), program(office), timezone.now()
    slow = connection.copy()
    derive(now)
    after = position(asking)

    with slow.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute(
            "INSERT INTO base_auditline (organiser_id, at, code, kind, object_id, label, changes, reason)"
            " VALUES (%s, now(), 'events.event.slow', 'events.event', %s, '', '{}', '')",
            [office.pk, event.pk],
        )
        built.change(event, "Quick")
        derive(now + timedelta(minutes=1))
        before = changes(asking, after)
        cursor.execute("COMMIT")
    slow.close()
    later = changes(asking, before["after"])

    assert [each["type"] for each in before["items"]] == ["events.event.changed"]
    assert {each["type"] for each in later["items"]} == {"events.event.changed", "events.event.slow"}
    assert {each["id"] for each in before["items"]} < {each["id"] for each in later["items"]}
