"""What the doors counted is proposed to the record; nothing of it is a presence before a person says so."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.base.models import AuditLine
from chancery.door.models import Presence
from chancery.events.models import Event, Participation
from chancery.record.queries.presence import counted, everybody_at
from chancery.record.questions.known import Known, Side
from chancery.record.questions.people import named
from tests import make
from tests.conftest import People
from tests.door.built import door
from tests.record.built import address, page, said, somebody, undo

AT = datetime(2027, 3, 4, 16, 47, tzinfo=UTC)


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, languages=["en"], time_zone="Europe/Bucharest")


def came(event: Event, name: str, people: int = 1, **fields: Any) -> Participation:
    """A guest of whom the doors counted so many."""
    of_presence = {key: fields.pop(key) for key in ("in_doubt", "door") if key in fields}
    who = somebody(event, name, **fields)
    values = {"expected": max(people, 1), "came": people, "first_at": AT if people else None} | of_presence
    Presence.objects.create(participation=who, event=event, **values)
    return who


def actual(event: Event) -> dict[str, str]:
    return dict(Participation.objects.filter(event=event).values_list("ref", "actual"))


def confirm(client: Client, event: Event) -> Any:
    return client.post(address(event, "confirm-counted"), follow=True)


def test_what_the_doors_counted_is_shown_and_counts_nothing_yet(signed_in: Client, event: Event) -> None:
    came(event, "Ana Sample", 2, door=door(event))
    came(event, "Ion Sample", 0)

    shown = page(signed_in, address(event, "presence"))

    assert "came at 18:47 by Main entrance (2 of 2)" in shown
    assert "at the doors: attended" in shown
    assert shown.count("at the doors:") == 1
    assert set(actual(event).values()) == {""}
    assert counted(everybody_at(event)).total == 0


def test_all_is_confirmed_in_one_act_and_taken_back_in_one(signed_in: Client, event: Event) -> None:
    came(event, "Ana Sample", 2)
    came(event, "Ion Sample", actual="absent")
    came(event, "Eva Sample", 0)
    came(event, "Radu Sample", in_doubt=True)

    response = confirm(signed_in, event)

    assert said(response) == ["1 guest is noted as the doors counted."]
    known = {"Ana Sample": "attended", "Ion Sample": "absent", "Eva Sample": "", "Radu Sample": ""}
    assert actual(event) == known
    assert AuditLine.objects.filter(code="record.presence.counted").count() == 1
    assert "Confirm what the doors counted" not in response.content.decode()
    undo(signed_in, response)
    assert actual(event) == known | {"Ana Sample": ""}


def test_representatives_count_as_such(signed_in: Client, event: Event) -> None:
    minister = somebody(event, "The Minister", planned="represented")
    came(event, "The Deputy", represents=minister)
    mayor = came(event, "The Mayor", planned="represented")
    somebody(event, "The Councillor", represents=mayor)

    confirm(signed_in, event)

    assert actual(event) == {
        "The Minister": "represented",
        "The Deputy": "attended",
        "The Mayor": "represented",
        "The Councillor": "attended",
    }


def test_a_person_only_mentioned_is_never_present_by_a_door(signed_in: Client, event: Event) -> None:
    came(event, "Ana Sample", capacity="mentioned")

    assert said(confirm(signed_in, event)) == ["0 guests are noted as the doors counted."]
    assert actual(event) == {"Ana Sample": ""}


def test_a_question_names_the_doors_once_the_presence_is_confirmed(signed_in: Client, event: Event) -> None:
    came(event, "Ana Sample", 2, door=door(event))

    def told() -> list[str]:
        return [line.source for line in named.find(Known(event, side=Side.RECORD, language="en"))]

    assert told() == []
    confirm(signed_in, event)
    assert told() == ["the doors: came at 18:47 by Main entrance (2 of 2)"]


def test_the_page_asks_no_more_for_more_guests(signed_in: Client, event: Event) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(signed_in, address(event, "presence"))
        return len(asked)

    came(event, "Ana Sample")
    page(signed_in, address(event, "presence"))
    one = queries()
    came(event, "Ion Sample")
    came(event, "Eva Sample")

    assert queries() == one
