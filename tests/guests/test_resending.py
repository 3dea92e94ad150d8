"""A message is sent once more, to a corrected address."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from chancery.base.models import Job, OutboxMessage
from chancery.events.models import Event
from chancery.guests import jobs as work
from chancery.guests.actions import sending
from chancery.guests.models import Dispatch
from chancery.guests.queries.audience import audience_of
from chancery.guests.queries.wave_digests import digest_of
from tests import make
from tests.conftest import People
from tests.guests import waves_built

NOW = datetime(2027, 1, 10, 9, tzinfo=UTC)


@pytest.fixture
def event(people: People) -> Event:
    return waves_built.planned_event(people.office)


@pytest.fixture
def sent(event: Event, people: People) -> Dispatch:
    """An invitation by e-mail that has left for an address which turns out to be wrong."""
    wave = waves_built.wave(event, waves_built.reachable(event, email="wrong@example.org"))
    by = make.actor(people.office, people.colleague)
    job = sending.begin(wave, chosen=audience_of(wave).chosen, shown=digest_of(wave), by=by, now=NOW)
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING)
    job.refresh_from_db()
    work.send_wave(work.Progress(job), **job.arguments)
    return Dispatch.objects.get()


def send_again(client: Client, sent: Dispatch, address: str) -> str:
    event = sent.invitation.guest.event
    page = reverse("guests:dispatch", args=[event.organiser.ref, event.code, sent.code])
    return client.post(page, {"address": address}, follow=True).text


def test_the_second_message_goes_to_the_new_address_with_a_link_of_its_own(
    signed_in: Client, sent: Dispatch
) -> None:
    page = send_again(signed_in, sent, "right@example.org")

    assert "The message goes to right@example.org." in page
    second = Dispatch.objects.exclude(pk=sent.pk).get()
    assert OutboxMessage.objects.get(dispatch=second).recipient == "right@example.org"
    assert second.reply_link.revoked_at is None


def test_whoever_lives_at_the_wrong_address_can_no_longer_answer(signed_in: Client, sent: Dispatch) -> None:
    send_again(signed_in, sent, "right@example.org")

    sent.reply_link.refresh_from_db()
    assert sent.reply_link.revoked_at is not None


def test_an_address_that_is_none_sends_nothing(signed_in: Client, sent: Dispatch) -> None:
    send_again(signed_in, sent, "nowhere")

    assert Dispatch.objects.get() == sent
    assert sent.reply_link.revoked_at is None
