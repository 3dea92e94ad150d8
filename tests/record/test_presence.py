"""Who was there: noted for many at once, proposed from replies, represented, and counted by category."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.base.models import AuditLine
from chancery.events.models import Event, GuestCategory, Participation, Source
from chancery.record.queries.presence import counted, everybody_at
from tests import make
from tests.conftest import People
from tests.record.built import address, chosen, page, said, send, somebody, undo


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, languages=["en"])


def note(client: Client, event: Event, action: str, *people: Participation, **fields: Any) -> Any:
    """Tick rows, choose what is noted of them, and send."""
    sent = {"row": [who.code for who in people], "action": action, **fields}
    return client.post(address(event, "note-presence"), sent, follow=True)


def actual(event: Event) -> dict[str, str]:
    return dict(Participation.objects.filter(event=event).values_list("ref", "actual"))


def test_many_are_noted_at_once_with_reason_and_source(signed_in: Client, event: Event) -> None:
    ana, ion, eva = (somebody(event, f"{name} Sample") for name in ("Ana", "Ion", "Eva"))
    source = Source.objects.create(event=event, title="Sample Gazette")

    response = note(signed_in, event, "absent", ana, ion, reason="ill", source=source.pk)

    assert said(response) == ["2 rows are noted as “absent”."]
    assert actual(event) == {"Ana Sample": "absent", "Ion Sample": "absent", "Eva Sample": ""}
    ana.refresh_from_db()
    assert (ana.actual_reason, ana.actual_source) == ("ill", source)
    undo(signed_in, response)
    assert set(actual(event).values()) == {""}
    assert eva.actual == ""


@pytest.mark.parametrize("capacity", ["mentioned", "honoured", "author", "represented"])
def test_whoever_was_only_named_is_never_noted_as_present(
    signed_in: Client, event: Event, capacity: str
) -> None:
    named, guest = somebody(event, "Ana Sample", capacity), somebody(event, "Ion Sample")

    response = note(signed_in, event, "attended", guest, named)

    assert "whoever came as well is added in another capacity" in said(response)[0]
    assert set(actual(event).values()) == {""}
    assert counted(everybody_at(event)).total == 0


def test_replies_are_proposed_counted_apart_and_confirmed(signed_in: Client, event: Event) -> None:
    yes = somebody(event, "Ana Sample", planned="accepted")
    somebody(event, "Ion Sample", planned="declined")
    somebody(event, "Eva Sample", planned="invited")

    response = signed_in.post(address(event, "propose-presence"), follow=True)

    assert said(response) == ["2 replies are proposed; they count once you confirm them."]
    assert set(actual(event).values()) == {""}
    presence = counted(everybody_at(event))
    assert (presence.total, presence.proposed) == (0, 1)
    assert "proposed: attended" in response.content.decode()
    confirmed = note(signed_in, event, "confirm", yes)
    assert said(confirmed) == ["1 proposal is confirmed."]
    assert actual(event) == {"Ana Sample": "attended", "Ion Sample": "", "Eva Sample": ""}


def test_a_proposal_can_be_taken_back(signed_in: Client, event: Event) -> None:
    somebody(event, "Ana Sample", planned="accepted")
    response = signed_in.post(address(event, "propose-presence"), follow=True)

    undo(signed_in, response)

    assert list(Participation.objects.values_list("actual_proposed", flat=True)) == [""]


def test_a_representative_takes_part_in_an_own_capacity(signed_in: Client, event: Event) -> None:
    minister = somebody(event, "The Minister", planned="accepted")
    deputy = make.person(event.organiser, "The Deputy")
    path = address(event, "presence-of", who=minister.code)

    response = send(
        signed_in,
        path,
        "actual",
        {"actual": "represented", "representative": deputy.code, "representative_text": "The Deputy"},
    )

    assert said(response) == ["What is known of The Minister is saved."]
    came = Participation.objects.get(person=deputy)
    assert (came.represents, came.actual, came.capacity) == (minister, "attended", "guest")
    shown = page(signed_in, address(event, "presence"))
    assert "represents The Minister" in shown
    assert "represented by The Deputy" in shown
    assert counted(everybody_at(event)).total == 1


def test_nobody_represents_two(signed_in: Client, event: Event) -> None:
    first, second = somebody(event, "The Minister"), somebody(event, "The Mayor")
    deputy = somebody(event, "The Deputy", represents=first)

    response = send(
        signed_in,
        address(event, "presence-of", who=second.code),
        "actual",
        {"actual": "represented", **chosen(deputy, "representative")},
    )

    assert said(response) == ["The Deputy represents The Minister already; change that first."]
    assert actual(event)["The Mayor"] == ""


WRONG = {
    "a representative of somebody present": (
        {"actual": "attended", "representative": "who"},
        "Whoever is named as representative needs “was represented” here.",
    ),
    "a reason of presence": (
        {"actual": "attended", "actual_reason": "ill"},
        "A reason belongs to somebody who was away; say so beside it.",
    ),
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_what_cannot_be_is_told(signed_in: Client, event: Event, case: str) -> None:
    fields, words = WRONG[case]
    who, other = somebody(event, "Ana Sample"), somebody(event, "Ion Sample")
    named = chosen(other, "representative") if "representative" in fields else {}

    response = send(signed_in, address(event, "presence-of", who=who.code), "actual", fields | named)

    assert words in response.content.decode()
    assert AuditLine.objects.count() == 0


def test_somebody_who_was_on_no_list_came(signed_in: Client, event: Event) -> None:
    pupil = make.person(event.organiser, "Ana Sample")
    path = address(event, "presence")

    response = send(
        signed_in,
        path,
        "who",
        {"who": pupil.code, "who_text": "Ana Sample"},
        to=address(event, "add-present"),
    )

    assert said(response) == ["Ana Sample is noted as present."]
    assert list(Participation.objects.values_list("person", "actual", "planned")) == [
        (pupil.pk, "attended", "")
    ]


def test_filters_narrow_the_list(signed_in: Client, event: Event) -> None:
    historians = GuestCategory.objects.create(event=event, names={"en": "Historians"})
    somebody(event, "Ana Sample", actual="attended", category=historians)
    somebody(event, "Ion Sample", "speaker")
    somebody(event, "Eva Sample", "mentioned")

    def shown(asked: str) -> set[str]:
        listed = page(signed_in, f"{address(event, 'presence')}?{asked}")
        return {name for name in ("Ana", "Ion", "Eva") if f">{name} Sample<" in listed}

    assert shown("") == {"Ana", "Ion", "Eva"}
    assert shown("known=open") == {"Ion"}
    assert shown("known=attended") == {"Ana"}
    assert shown("capacity=mentioned") == {"Eva"}
    assert shown(f"category={historians.pk}") == {"Ana"}
    assert shown("category=none") == {"Ion", "Eva"}


def test_categories_are_reported_with_their_states(signed_in: Client, event: Event) -> None:
    missions = GuestCategory.objects.create(event=event, names={"en": "Missions"})
    path = address(event, "presence-categories")

    send(
        signed_in,
        path,
        "category-0-states",
        {"category-0-was_present": "True", "category-0-states": "Romania, az; Georgia"},
    )

    missions.refresh_from_db()
    assert (missions.was_present, missions.states) == (True, ["RO", "AZ", "GE"])
    assert "Romania, Azerbaijan, Georgia" in page(signed_in, address(event, "presence"))
    refused = send(signed_in, path, "category-0-states", {"category-0-states": "Atlantis"})
    assert "“Atlantis” is no state" in refused.content.decode()


def test_a_press_officer_sees_no_guest_of_whom_nothing_is_known(
    client: Client, people: People, event: Event
) -> None:
    somebody(event, "Ana Sample")
    somebody(event, "Ion Sample", actual="attended")
    somebody(event, "Eva Sample", "speaker")
    client.force_login(make.member(people.office, "press").user)

    shown = page(client, address(event, "presence"))

    assert [name for name in ("Ana", "Ion", "Eva") if f"{name} Sample" in shown] == ["Ion", "Eva"]


def test_the_page_asks_as_often_for_many_people_as_for_one(signed_in: Client, event: Event) -> None:
    counts = []
    category = GuestCategory.objects.create(event=event, names={"en": "Guests"})
    for number in (1, 3, 100):
        for place in range(Participation.objects.count(), number):
            somebody(event, f"Ana Sample{place}", actual="attended", category=category)
        page(signed_in, address(event, "presence"))
        with CaptureQueriesContext(connection) as captured:
            page(signed_in, address(event, "presence"))
        counts.append(len(captured))

    assert counts[0] == counts[1] == counts[2]
