"""From a change to whoever is told of it: signed, in order, once under one id, whatever dies."""

import json
import os
import subprocess
import sys
import time
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from standardwebhooks.webhooks import WebhookVerificationError

from chancery.api.hooks.actions import endpoints as actions
from chancery.api.hooks.actions.delivering import deliver_due, forget_old
from chancery.api.hooks.actions.deriving import derive
from chancery.api.hooks.actions.replaying import replay, replay_span
from chancery.api.hooks.models import Attempt, Delivery, Endpoint, Reading, Trouble
from chancery.api.hooks.retries import MOST_TRIES
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.models import AuditLine, OutboxMessage
from chancery.events.actions import change_event
from chancery.events.models import Task
from tests import make
from tests.api.hooks import built
from tests.api.hooks.receiver import Receiver
from tests.conftest import People

pytestmark = [pytest.mark.loopback, pytest.mark.django_db]


def tell(endpoint: Endpoint, now: Any = None) -> int:
    """Find what changed and tell it."""
    derive(now or timezone.now())
    return deliver_due(endpoint.pk, now)


def read_through(now: datetime) -> bool:
    """
    Read the log until it need not be read again; False if it must be after half a minute.

    The numbers of transactions are those of a whole PostgreSQL: what other tests have open there ends first.
    """
    newest = max(AuditLine.objects.values_list("pk", flat=True))
    for tenth in range(300):
        derive(now + timedelta(minutes=tenth))
        if Reading.objects.get().read_to >= newest:
            return True
        time.sleep(0.1)
    return False


def told(receiver: Receiver) -> list[str]:
    return [json.loads(got.body)["type"] for got in receiver.got]


def test_a_change_is_told_with_a_signature_that_the_standard_library_verifies(
    people: People, receiver: Receiver
) -> None:
    event = make.event(people.office, "Secret dinner of Ana Sample")
    endpoint = built.endpoint(people.office, receiver.url, patterns=["events.*"])

    change_event(event_retitled(event), by=Actor(people.office.pk, people.owner))
    tell(endpoint)

    (got,) = receiver.got
    line = AuditLine.objects.get(code="events.event.changed")
    assert got.verified(built.secret_of(endpoint)) == {
        "type": "events.event.changed",
        "timestamp": line.at.isoformat(),
        "data": {
            "office": "mission",
            "object": {"kind": "events.event", "code": event.code},
            "event": event.code,
            "actor": "user",
        },
    }
    assert got.headers["content-type"] == "application/json"
    assert got.path == "/chancery"
    with pytest.raises(WebhookVerificationError):
        got.verified(built.secret_of(built.endpoint(people.office, receiver.url)))


def event_retitled(event: Any) -> Any:
    event.titles = {"en": "Dinner of Vasili Sample"}
    return event


def test_no_name_and_no_value_leaves_the_house(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url)
    event = make.event(people.office, "Hidden title")
    task = Task(event=event, title="Hidden task for Vasili")
    by = Actor(people.office.pk, people.owner)

    with transaction.atomic():
        made = audit.create(task, by=by, code="events.task.created")
        audit.delete(made, by=by, code="events.task.deleted", reason="Hidden reason")
    tell(endpoint)

    bodies = [json.loads(got.body) for got in receiver.got]
    assert [body["type"] for body in bodies[-2:]] == ["events.task.created", "events.task.deleted"]
    # Of a row that is gone its last line still says its code and the event.
    assert bodies[-1]["data"]["event"] == event.code
    assert bodies[-1]["data"]["object"]["kind"] == "events.task"
    assert not [got for got in receiver.got if b"idden" in got.body or b"asili" in got.body]


def test_a_line_that_few_may_know_of_is_not_told(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url)
    event = make.event(people.office)
    with transaction.atomic():
        line = audit.line(event, by=make.actor(people.office), code="seating.apart.added", changes={})
        line.kind = "seating.apart"
        audit.write([line])

    tell(endpoint)

    assert "seating.apart.added" not in told(receiver)


def test_what_was_derived_twice_is_told_once(people: People, receiver: Receiver) -> None:
    event = make.event(people.office)
    endpoint = built.endpoint(people.office, receiver.url, patterns=["events.event.*"])
    built.change(event, "One")

    derive(timezone.now())
    Reading.objects.update(read_to=0)
    derive(timezone.now())
    tell(endpoint)
    tell(endpoint)

    assert told(receiver) == ["events.event.changed"]


def test_one_change_has_one_id_for_all_who_are_told(people: People, receiver: Receiver) -> None:
    event = make.event(people.office)
    both = [built.endpoint(people.office, receiver.url, patterns=["events.event.*"]) for _ in range(2)]
    built.change(event, "One")

    for endpoint in both:
        tell(endpoint)

    assert len({got.message_id for got in receiver.got}) == 1
    assert len(receiver.got) == 2


@pytest.mark.parametrize(
    ("fields", "heard"),
    [
        ({"patterns": ["*"]}, True),
        ({"patterns": ["events.*"]}, True),
        ({"patterns": ["events.event.changed"]}, True),
        ({"patterns": ["events.event"]}, False),
        ({"patterns": ["guests.*"]}, False),
        ({"patterns": ["*"], "events": ["another"]}, False),
        ({"patterns": ["*"], "is_on": False}, False),
    ],
)
def test_an_endpoint_hears_of_what_it_chose(people: People, fields: dict[str, Any], heard: bool) -> None:
    event = make.event(people.office)
    endpoint = built.endpoint(people.office, **fields)
    built.change(event, "One")

    derive(timezone.now())

    told_of = endpoint.deliveries.filter(told="events.event.changed")
    assert told_of.exists() == heard


def test_another_office_hears_nothing(people: People) -> None:
    elsewhere = make.organiser("far")
    endpoint = built.endpoint(elsewhere)
    built.change(make.event(people.office), "One")

    derive(timezone.now())

    assert set(endpoint.deliveries.values_list("told", flat=True)) == {"hooks.endpoint.made"}


def test_both_secrets_sign_for_a_day(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url, patterns=["events.*"])
    event, old = make.event(people.office), built.secret_of(endpoint)
    built.change(event, "One")

    actions.replace_secret(endpoint, by=make.actor(people.office), now=timezone.now())
    tell(endpoint)
    endpoint.secrets.exclude(ends_at=None).update(ends_at=timezone.now() - timedelta(seconds=1))
    built.change(event, "Two")
    tell(endpoint)

    first, second = receiver.got
    new = built.secret_of(endpoint)
    assert new != old
    assert first.verified(old) == first.verified(new)
    assert second.verified(new)
    with pytest.raises(WebhookVerificationError):
        second.verified(old)


def test_a_failure_is_tried_again_with_longer_waits_and_given_up(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url)
    delivery = built.delivery(endpoint, kind="events.event", object_id=1)
    receiver.answers = [500] * MOST_TRIES
    waits, now = [], timezone.now()

    for _ in range(MOST_TRIES):
        assert deliver_due(endpoint.pk, now) == 1
        assert deliver_due(endpoint.pk, now) == 0
        delivery.refresh_from_db()
        waits.append((delivery.next_try_at - now).total_seconds())
        now = max(now, delivery.next_try_at)

    assert delivery.state == Delivery.State.GIVEN_UP
    assert len(receiver.got) == MOST_TRIES
    expected = [5, 300, 1800, 7200, 18000, 36000, 36000]
    assert [abs(wait - whole) <= whole * 0.2 for wait, whole in zip(waits, expected, strict=False)] == [
        True
    ] * 7
    assert [each.status for each in Attempt.objects.order_by("pk")] == [500] * MOST_TRIES


def test_a_receiver_that_asks_for_time_gets_it(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url)
    delivery = built.delivery(endpoint)
    receiver.answers = [(429, {"Retry-After": "120"})]
    now = timezone.now()

    deliver_due(endpoint.pk, now)

    delivery.refresh_from_db()
    assert delivery.next_try_at - now == timedelta(seconds=120)


def test_of_one_object_a_later_change_waits_for_an_earlier_one(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url)
    built.delivery(endpoint, line=1, kind="events.event", object_id=1)
    built.delivery(endpoint, line=2, kind="events.event", object_id=1)
    built.delivery(endpoint, line=3, kind="events.event", object_id=2)
    receiver.answers = [500]
    now = timezone.now()

    deliver_due(endpoint.pk, now)
    deliver_due(endpoint.pk, now)
    later = now + timedelta(minutes=1)
    deliver_due(endpoint.pk, later)

    assert [got.message_id for got in receiver.got] == ["msg_1", "msg_3", "msg_1", "msg_2"]


def test_a_redirect_is_not_followed(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url)
    delivery = built.delivery(endpoint)
    receiver.answers = [(302, {"Location": f"{receiver.url}/elsewhere"})]

    deliver_due(endpoint.pk)

    delivery.refresh_from_db()
    assert [got.path for got in receiver.got] == ["/chancery"]
    assert delivery.state == Delivery.State.WAITING


def test_who_is_gone_is_switched_off_and_the_owners_hear_of_it(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url)
    built.delivery(endpoint)
    receiver.answers = [410]

    deliver_due(endpoint.pk)

    endpoint.refresh_from_db()
    assert not endpoint.is_on
    assert set(OutboxMessage.objects.values_list("recipient", flat=True)) == {people.owner.email}
    assert AuditLine.objects.get(code="hooks.endpoint.switched-off").by is None


def test_who_fails_for_five_days_is_switched_off(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url)
    now = timezone.now()
    Endpoint.objects.update(failing_since=now - timedelta(days=4, hours=23))
    built.delivery(endpoint, line=1)
    receiver.answers = [500, 500]

    deliver_due(endpoint.pk, now)
    still_on = Endpoint.objects.get().is_on
    deliver_due(endpoint.pk, now + timedelta(hours=2))

    assert still_on
    assert not Endpoint.objects.get().is_on
    assert OutboxMessage.objects.count() == 1


def test_success_ends_the_failing(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url)
    Endpoint.objects.update(failing_since=timezone.now())
    built.delivery(endpoint)

    deliver_due(endpoint.pk)

    assert Endpoint.objects.get().failing_since is None
    assert Delivery.objects.get().state == Delivery.State.DELIVERED


def test_one_change_is_told_again_under_its_id(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url, patterns=["events.*"])
    built.change(make.event(people.office), "One")
    tell(endpoint)

    replay(endpoint.deliveries.get(), by=make.actor(people.office), now=timezone.now())
    tell(endpoint)

    first, second = receiver.got
    assert (first.message_id, first.body) == (second.message_id, second.body)


def test_a_span_is_told_again_with_what_was_missed(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url, patterns=["events.*"])
    event, begun = make.event(people.office), timezone.now()
    built.change(event, "Heard")
    tell(endpoint)
    endpoint.is_on = False
    actions.change_endpoint(endpoint, by=make.actor(people.office), now=timezone.now())
    built.change(event, "Missed")
    derive(timezone.now())
    endpoint.is_on = True
    actions.change_endpoint(endpoint, by=make.actor(people.office), now=timezone.now())

    count = replay_span(endpoint, begun, timezone.now(), by=make.actor(people.office), now=timezone.now())
    tell(endpoint)

    ids = [got.message_id for got in receiver.got]
    assert count == 2
    assert len(ids) == 3
    assert ids[0] == ids[1] != ids[2]


def test_nothing_more_is_told_after_removing(people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url)
    built.delivery(endpoint)

    actions.remove_endpoint(endpoint, by=make.actor(people.office), now=timezone.now())
    tell(endpoint)

    assert receiver.got == []
    with pytest.raises(actions.AlreadyRemoved):
        actions.remove_endpoint(endpoint, by=make.actor(people.office), now=timezone.now())


def test_the_log_is_forgotten_after_its_days(people: People) -> None:
    endpoint, now = built.endpoint(people.office), timezone.now()
    old = {"state": Delivery.State.DELIVERED, "ended_at": now - timedelta(days=31)}
    built.delivery(endpoint, line=1, **old)
    Attempt.objects.create(delivery=Delivery.objects.get(), milliseconds=3, status=204)
    built.delivery(endpoint, line=2, made_at=now - timedelta(days=90))

    gone = forget_old(now, days=30)

    assert gone == 1
    assert [each.line for each in Delivery.objects.all()] == [2]


KILLED = """
import sys, django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()
from chancery.api.hooks.actions.delivering import deliver_due
deliver_due(int(sys.argv[2]))
"""


@pytest.mark.django_db(transaction=True)
def test_a_process_that_is_killed_with_a_delivery_in_hand_loses_nothing(receiver: Receiver) -> None:
    office = make.organiser()
    endpoint = built.endpoint(office, receiver.url, patterns=["events.*"])
    built.change(make.event(office), "One")
    derive(timezone.now())
    receiver.held.clear()

    environment = os.environ | {
        "CHANCERY_WEBHOOK_NETWORKS": "127.0.0.0/8",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    name = str(connection.settings_dict["NAME"])
    sending = subprocess.Popen(
        [sys.executable, "-c", KILLED, name, str(endpoint.pk)], env=os.environ | environment
    )
    assert receiver.arrived.wait(60)
    sending.kill()
    sending.wait()
    receiver.held.set()
    at_once = deliver_due(endpoint.pk)
    later = deliver_due(endpoint.pk, timezone.now() + timedelta(minutes=3))

    assert (at_once, later) == (0, 1)
    assert len(receiver.got) == 2
    assert len({got.message_id for got in receiver.got}) == 1
    assert Delivery.objects.get().state == Delivery.State.DELIVERED


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only there lines appear out of order")
@pytest.mark.django_db(transaction=True)
def test_a_line_that_appears_behind_a_later_one_is_told() -> None:
    office = make.organiser()
    endpoint, event = built.endpoint(office, patterns=["events.*"]), make.event(office)
    slow = connection.copy()
    now = timezone.now()
    derive(now)

    with slow.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute(
            "INSERT INTO base_auditline (organiser_id, at, code, kind, object_id, label, changes, reason)"
            " VALUES (%s, now(), 'events.event.slow', 'events.event', %s, '', '{}', '')",
            [office.pk, event.pk],
        )
        built.change(event, "Quick")
        for minute in range(1, 4):
            derive(now + timedelta(minutes=minute))
        before = set(endpoint.deliveries.values_list("told", flat=True))
        cursor.execute("COMMIT")
    slow.close()
    settled = read_through(now + timedelta(minutes=4))

    assert settled
    assert before == {"events.event.changed"}
    assert set(endpoint.deliveries.values_list("told", flat=True)) == {
        "events.event.changed",
        "events.event.slow",
    }


def test_trouble_is_written_down(people: People) -> None:
    endpoint = built.endpoint(people.office, "https://10.0.0.7/hidden")
    built.delivery(endpoint)

    deliver_due(endpoint.pk)

    (attempt,) = Attempt.objects.all()
    assert (attempt.status, attempt.trouble) == (None, Trouble.FORBIDDEN)
