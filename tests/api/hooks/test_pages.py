"""The pages of webhooks: an owner adds one, sees its secret once, looks at what it answered."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.api.hooks.actions.endpoints import switch_off
from chancery.api.hooks.models import Attempt, Delivery, Endpoint
from tests import make
from tests.api.hooks import built
from tests.api.hooks.receiver import Receiver
from tests.conftest import People

WEBHOOKS = "/o/mission/settings/webhooks/"


def body(response: Any) -> str:
    return str(response.content.decode())


@pytest.mark.loopback
def test_a_webhook_is_added_and_its_secret_shown_once(
    signed_in: Client, people: People, receiver: Receiver
) -> None:
    event = make.event(people.office, "Reception")
    sent = {
        "name": "Register",
        "address": receiver.url,
        "heard": ["guests.*"],
        "further": "door.scan.taken\nevents.event.*",
        "only": [event.code],
    }

    shown = body(signed_in.post(f"{WEBHOOKS}new/", sent, follow=True))
    again = body(signed_in.get(f"{WEBHOOKS}{Endpoint.objects.get().code}/"))

    endpoint = Endpoint.objects.get()
    assert endpoint.patterns == ["guests.*", "door.scan.taken", "events.event.*"]
    assert endpoint.events == [event.code]
    assert built.secret_of(endpoint) in shown
    assert "whsec_" not in again
    assert "Reception" in again


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"address": "https://10.0.0.7/"}, "lies within a private network"),
        ({"address": "http://192.0.32.7/"}, "HTTPS alone"),
        ({"address": "nonsense"}, "HTTPS alone"),
        ({"heard": []}, "Choose what the address hears of."),
        ({"further": "guests.reply.invented"}, "is the code of no change"),
        ({"only": ["another"]}, "another"),
    ],
)
def test_what_is_written_wrong_is_said(signed_in: Client, changed: dict[str, Any], sentence: str) -> None:
    sent = {"name": "Register", "address": "https://192.0.32.7/", "heard": ["*"]} | changed

    page = body(signed_in.post(f"{WEBHOOKS}new/", sent))

    assert sentence in page
    assert Endpoint.objects.count() == 0


def test_an_event_of_another_office_cannot_be_chosen(signed_in: Client) -> None:
    event = make.event(make.organiser("far"), "Hidden title")
    sent = {"name": "Register", "address": "https://192.0.32.7/", "heard": ["*"], "only": [event.code]}

    page = body(signed_in.post(f"{WEBHOOKS}new/", sent))

    assert "Hidden title" not in page
    assert Endpoint.objects.count() == 0


@pytest.mark.loopback
def test_a_test_says_what_was_answered(signed_in: Client, people: People, receiver: Receiver) -> None:
    endpoint = built.endpoint(people.office, receiver.url)
    receiver.answers = [204, 503]

    good = body(signed_in.post(f"{WEBHOOKS}{endpoint.code}/test/", follow=True))
    bad = body(signed_in.post(f"{WEBHOOKS}{endpoint.code}/test/", follow=True))

    assert "The receiver answered 204 in" in good
    assert "The receiver answered 503 in" in bad
    assert [got.verified(built.secret_of(endpoint))["type"] for got in receiver.got] == ["hooks.test"] * 2
    assert Endpoint.objects.get().failing_since is None
    assert not Delivery.objects.filter(state=Delivery.State.WAITING).exists()


def test_what_a_webhook_hears_of_is_said_in_words(signed_in: Client, people: People) -> None:
    endpoint = built.endpoint(people.office, patterns=["guests.*", "door.scan.taken"])

    page = body(signed_in.get(f"{WEBHOOKS}{endpoint.code}/"))

    assert "<bdi>Guests</bdi>, <bdi>door.scan.taken</bdi>" in page


def test_a_secret_is_replaced_and_shown_once(signed_in: Client, people: People) -> None:
    endpoint = built.endpoint(people.office)
    old = built.secret_of(endpoint)

    shown = body(signed_in.post(f"{WEBHOOKS}{endpoint.code}/secret/", follow=True))

    assert old not in shown
    assert built.secret_of(endpoint) in shown


def test_what_was_told_is_listed_narrowed_and_told_again(signed_in: Client, people: People) -> None:
    endpoint, now = built.endpoint(people.office), timezone.now()
    gone = built.delivery(
        endpoint, line=1, told="guests.reply.recorded", state=Delivery.State.GIVEN_UP, ended_at=now
    )
    Attempt.objects.create(delivery=gone, status=500, milliseconds=41)
    built.delivery(endpoint, line=2, told="door.scan.taken")

    narrowed = body(signed_in.get(f"{WEBHOOKS}{endpoint.code}/?state=given-up"))
    signed_in.post(f"{WEBHOOKS}{endpoint.code}/{gone.code}/again/")

    assert '500 · <bdi dir="ltr">41 ms</bdi>' in narrowed
    assert "door.scan.taken" not in narrowed
    gone.refresh_from_db()
    assert (gone.state, gone.tries, gone.message_id) == (Delivery.State.WAITING, 0, "msg_1")


def test_a_span_that_ends_before_it_begins_is_refused(signed_in: Client, people: People) -> None:
    endpoint = built.endpoint(people.office)
    sent = {"since": "2026-11-24T10:00", "until": "2026-11-24T09:00"}

    page = body(signed_in.post(f"{WEBHOOKS}{endpoint.code}/again/", sent))

    assert "The span ends before it begins" in page


def test_removing_asks_first(signed_in: Client, people: People) -> None:
    endpoint = built.endpoint(people.office)

    asked = body(signed_in.get(f"{WEBHOOKS}{endpoint.code}/remove/"))
    done = body(signed_in.post(f"{WEBHOOKS}{endpoint.code}/remove/", follow=True))

    assert "Remove the webhook" in asked
    assert "No program is told of changes yet." in done
    assert signed_in.get(f"{WEBHOOKS}{endpoint.code}/").status_code == 404


def test_the_owners_alone_find_a_word_on_the_home(signed_in: Client, people: People) -> None:
    endpoint = built.endpoint(people.office, name="Register")
    switch_off(endpoint, now=timezone.now())
    colleague = Client()
    colleague.force_login(people.colleague)

    of_owner, of_colleague = (body(client.get("/o/mission/")) for client in (signed_in, colleague))

    assert "The webhook “Register” is switched off" in of_owner
    assert "switched off" not in of_colleague


def test_switching_on_again_begins_anew(signed_in: Client, people: People) -> None:
    endpoint = built.endpoint(people.office)
    Endpoint.objects.update(failing_since=timezone.now() - timedelta(days=6))
    switch_off(Endpoint.objects.get(), now=timezone.now())
    sent = {"name": "Register", "address": "https://192.0.32.7/", "heard": ["*"], "is_on": "on"}

    signed_in.post(f"{WEBHOOKS}{endpoint.code}/change/", sent)

    found = Endpoint.objects.get()
    assert found.is_on
    assert (found.failing_since, found.switched_off_at) == (None, None)
    assert found.listens_from > endpoint.listens_from


@pytest.mark.parametrize("path", ["", "code/", "code/change/"])
def test_a_longer_list_asks_no_more(signed_in: Client, people: People, path: str) -> None:
    endpoint = built.endpoint(people.office)
    asked = []

    for count in (1, 3):
        for line in range(count):
            told = built.delivery(endpoint, line=10 * count + line)
            Attempt.objects.create(delivery=told, status=500, milliseconds=4)
            make.event(people.office)
            built.endpoint(people.office)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert signed_in.get(WEBHOOKS + path.replace("code", endpoint.code)).status_code == 200
        asked.append(len(queries))

    assert asked[0] == asked[1]
