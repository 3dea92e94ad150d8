"""The page of outgoing mail: where each message stands, what can still be done, and for whom."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base import outbox
from chancery.base.models import AuditLine, OutboxMessage
from chancery.base.outbox import Mail
from chancery.base.outbox.known_trouble import tell
from chancery.base.outbox.outcomes import Trouble
from tests import make
from tests.conftest import People

PAGE = "/o/mission/mail/"
State = OutboxMessage.State


def message(office: Organiser, to: str = "guest@example.org", **columns: Any) -> OutboxMessage:
    """A message about a guest of the office, with what a postman wrote into its row."""
    dispatch = make.dispatch(make.event_of(office))
    posted = outbox.post(Mail(to, "Subject", "Text"), key=dispatch.key, about=dispatch, by=make.actor(office))
    OutboxMessage.objects.filter(pk=posted.pk).update(**columns)
    dispatch.message = posted
    dispatch.save()
    return posted


def test_each_message_stands_there_with_its_state_and_the_words_of_the_server(
    signed_in: Client, people: People
) -> None:
    message(people.office, "away@example.org", state=State.REFUSED, tries=1, answer="550 No such mailbox")
    message(people.office, "sent@example.org", state=State.SENT, sent_at=timezone.now(), answer="250 Ok")

    page = signed_in.get(PAGE).content.decode()

    assert "550 No such mailbox" in page
    assert "away@example.org" in page
    assert "taken by the mail server" in page
    assert "250 Ok" not in page


def test_the_list_is_narrowed_to_one_state(signed_in: Client, people: People) -> None:
    message(people.office, "away@example.org", state=State.REFUSED, tries=1)
    message(people.office, "waits@example.org")

    page = signed_in.get(PAGE, {"state": "refused"}).content.decode()

    assert "away@example.org" in page
    assert "waits@example.org" not in page


def test_what_waits_is_stopped_and_goes_again(signed_in: Client, people: People) -> None:
    posted = message(people.office)

    stopped = signed_in.post(f"{PAGE}{posted.code}/stop/", follow=True).content.decode()
    posted.refresh_from_db()
    assert "The message to guest@example.org is stopped." in stopped
    assert posted.state == State.CANCELLED
    repeated = signed_in.post(f"{PAGE}{posted.code}/again/", follow=True).content.decode()
    posted.refresh_from_db()

    assert "goes again" in repeated
    assert posted.state == State.WAITING
    codes = AuditLine.objects.filter(kind="base.outboxmessage").order_by("id").values_list("code", flat=True)
    assert list(codes) == ["base.mail.cancelled", "base.mail.again"]


@pytest.mark.parametrize(
    ("verb", "sentence"), [("stop", "has left already"), ("again", "cannot go again; send a new one")]
)
def test_what_was_sent_stays_as_it_is(signed_in: Client, people: People, verb: str, sentence: str) -> None:
    posted = message(people.office, state=State.SENT, sent_at=timezone.now())

    page = signed_in.post(f"{PAGE}{posted.code}/{verb}/", follow=True).content.decode()

    posted.refresh_from_db()
    assert sentence in page
    assert posted.state == State.SENT


def test_a_message_without_a_usable_address_has_no_button(signed_in: Client, people: People) -> None:
    message(people.office, "no address")

    page = signed_in.get(PAGE).content.decode()

    assert "is no address for e-mail; correct it." in page
    assert "Try again" not in page


def test_messages_of_another_office_do_not_exist(signed_in: Client, people: People) -> None:
    foreign = message(people.stranger.memberships.get().organiser, "foreign@example.org")

    assert "foreign@example.org" not in signed_in.get(PAGE).content.decode()
    assert signed_in.post(f"{PAGE}{foreign.code}/stop/").status_code == 404


def test_the_page_says_why_nothing_leaves(signed_in: Client, people: People) -> None:
    message(people.office)
    tell(Trouble("silent"), now=timezone.now())

    page = signed_in.get(PAGE).content.decode()
    tell(None, now=timezone.now())

    assert "The mail server does not answer" in page
    assert "1 message waits since" in page


def test_the_page_takes_as_many_queries_for_many(
    signed_in: Client, people: People, django_assert_max_num_queries: Any
) -> None:
    signed_in.get(PAGE)
    for number in (1, 3, 40):
        for place in range(number):
            message(people.office, f"guest{number}-{place}@example.org")
        with django_assert_max_num_queries(12):
            signed_in.get(PAGE)
