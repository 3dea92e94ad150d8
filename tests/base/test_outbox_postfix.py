"""The outbox hands its messages to a Postfix, which puts them into mailboxes, or refuses them in words."""

import email
import email.policy
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.utils import timezone

from chancery.base import outbox
from chancery.base.models import OutboxMessage
from chancery.base.outbox import Mail, Posting
from tests.base.postfix import DOMAIN, Postfix, as_root, postfix_in

pytestmark = [
    pytest.mark.loopback,
    pytest.mark.django_db,
    pytest.mark.skipif(as_root() is None, reason="Postfix starts only as root."),
]
State = OutboxMessage.State
CALENDAR = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nX-WR-CALNAME:R\xc3\xa9ception\r\nEND:VCALENDAR\r\n"


@pytest.fixture(scope="module")
def running() -> Iterator[Postfix]:
    """The folder is one that the users of Postfix may enter."""
    folder = Path(tempfile.mkdtemp(prefix="chancery-postfix-"))
    folder.chmod(0o755)
    with postfix_in(folder) as server:
        yield server
    shutil.rmtree(folder, ignore_errors=os.geteuid() != 0)


@pytest.fixture
def postfix(running: Postfix, settings: Any, tmp_path: Path) -> Postfix:
    settings.MAIL_ROUTE = replace(
        settings.MAIL_ROUTE, server=running.server, journals=tmp_path / "outbox", per_domain=0
    )
    return running


def until(is_so: Callable[[], bool]) -> None:
    """Wait until Postfix has carried what it took."""
    for _time in range(400):
        if is_so():
            return
        Event().wait(0.05)
    raise AssertionError("Postfix did not deliver in twenty seconds.")


def test_messages_arrive_whole_and_once(postfix: Postfix) -> None:
    text = ".\n..\nExcelență, " + "x" * 1200
    mail = Mail(f"guest@{DOMAIN}", "Invitație", text, "<p>Excelență</p>", calendar=CALENDAR, method="REQUEST")
    messages = outbox.post_all([Posting(f"{number}", None, mail) for number in range(5)], by=None)

    assert outbox.deliver_due(timezone.now()) == 5
    assert outbox.deliver_due(timezone.now()) == 0
    until(lambda: len(postfix.messages("guest")) == 5)

    arrived = [
        email.message_from_bytes(one, policy=email.policy.default) for one in postfix.messages("guest")
    ]
    assert {one["Message-ID"] for one in arrived} == {message.message_id for message in messages}
    for one in arrived:
        [plain, _html, calendar] = next(one.iter_parts()).iter_parts()
        assert one["Subject"] == "Invitație"
        assert plain.get_content().splitlines() == text.splitlines()
        assert calendar.get_payload(decode=True) == CALENDAR
    assert "queued as" in OutboxMessage.objects.order_by("id")[0].answer


def test_whom_postfix_does_not_know_is_refused_in_its_words(postfix: Postfix) -> None:
    for number, name in enumerate(("nobody", "other")):
        mail = Mail(f"{name}@{DOMAIN}", "Subject", "Text")
        outbox.post(mail, key=f"{number}", about=None, by=None)

    outbox.deliver_due(timezone.now())
    until(lambda: len(postfix.messages("other")) == 1)

    refused, sent = OutboxMessage.objects.order_by("id")
    assert (refused.state, sent.state) == (State.REFUSED, State.SENT)
    assert refused.answer.startswith("550 5.1.1")
    assert "User unknown" in refused.answer
