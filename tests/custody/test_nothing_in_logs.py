"""A whole journey of a guest under a name of its own, and not a letter of it in log, figure or mail."""

import json
import logging
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.base import jobs, logs, outbox
from chancery.base.audit import Actor
from chancery.base.models import MailEvent, OutboxMessage
from chancery.base.outbox import Mail, Posting
from chancery.configuration import MailServer
from chancery.directory.models import Import, Person
from chancery.events.models import Event
from chancery.guests.models import Reply
from tests import make
from tests.door import built as doors
from tests.door.telephones import Telephone, scan, walk_in
from tests.guests.reply_built import Party, coming_event, invited

MARK = "Qwyzzelbart"
ADDRESS = "qwyzzelbart@example.org"
pytestmark = [pytest.mark.loopback, pytest.mark.django_db]


class Written(logging.Handler):
    """Keeps what an installation would have written, in both forms."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += [logs.Plain().format(record), logs.AsJson().format(record)]


@pytest.fixture
def written() -> Iterator[Written]:
    kept, root = Written(), logging.getLogger()
    loud = [root, logging.getLogger("chancery"), logging.getLogger("chancery.requests")]
    before = [each.level for each in loud]
    for each in loud:
        each.setLevel(logging.DEBUG if each is not root else logging.INFO)
    root.addHandler(kept)
    yield kept
    root.removeHandler(kept)
    for each, level in zip(loud, before, strict=True):
        each.setLevel(level)


@pytest.fixture
def party() -> Party:
    return invited(coming_event(asks_diet=True, asks_identity=True), f"Ana {MARK}")


@pytest.fixture
def owner(party: Party) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(make.member(party.event.organiser, "owner").user)
    return client


def in_office(event: Event, name: str, **more: str) -> str:
    return reverse(name, kwargs={"ref": event.organiser.ref, **more})


def bring_a_list(owner: Client, event: Event) -> None:
    """A good list, and one that cannot be read."""
    rows = f"Name,E-mail\nBen {MARK},{ADDRESS}\n{MARK} only,not an address {MARK}\n"
    for content in (rows.encode(), f"\x00{MARK}".encode("utf-16")):
        sent = SimpleUploadedFile(f"{MARK}.csv", content)
        owner.post(in_office(event, "directory:imports"), {"file": sent})
    for batch in Import.objects.all():
        for page in ("import_columns", "import_preview", "import_write"):
            owner.post(in_office(event, f"directory:{page}", batch=batch.code), {"column-0": "name"})
            owner.get(in_office(event, f"directory:{page}", batch=batch.code))


def answer(party: Party) -> None:
    """Answers that are taken, one that is refused, and links that open nothing."""
    party.look()
    party.look(f"{MARK}/")
    party.send("accept", {"message": MARK, "diet": MARK, "diet_consent": "on", "identity": MARK})
    party.send("accept", {"diet": MARK})
    Client().get(f"/r/{MARK}/")


def come_to_the_door(party: Party) -> None:
    """Let in by a telephone, together with somebody nobody invited and a scan that makes no sense."""
    phone = Telephone(doors.door(party.event))
    phone.ask("guests", {"name": MARK})
    phone.tell(scan(party.invitation.guest.code, words=MARK))
    phone.ask("guests", walk_in(f"Cy {MARK}"))
    phone.ask("scans", {"scans": [{"party": MARK}], "cursor": MARK})


def fail_to_send(settings: Any, folder: Path, office: int) -> None:
    """A message that no server takes, because none listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = MailServer("127.0.0.1", port, "", "", False)
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, server=server, journals=folder)
    text = Mail(ADDRESS, f"Dear {MARK}", f"Dear {MARK}")
    outbox.post_all([Posting("1", None, text)], by=Actor(office))
    outbox.deliver_due(timezone.now())


@jobs.work("tests.fail")
def fail(progress: jobs.Progress) -> dict[str, Any]:
    raise ValueError(f"{MARK} <{ADDRESS}>")


def fail_everywhere(owner: Client, party: Party, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Pages, a telephone and a job that fail with the name in their fault."""

    def broken(*_given: object, **_more: object) -> None:
        try:
            raise ValueError(f"{MARK} <{ADDRESS}>")
        except ValueError as fault:
            raise LookupError(MARK) from fault

    event, guest = party.event, party.invitation.guest
    with monkeypatch.context() as patched:
        patched.setattr("chancery.base.frame.render", broken)
        patched.setattr("chancery.guests.views.by_link.render_to_string", broken)
        pages = [
            owner.get(in_office(event, "directory:people"), {"q": MARK}),
            owner.post(in_office(event, "custody:erase", person=guest.person.code), {"word": MARK}),
            owner.get(in_office(event, "guests:guest", code=event.code, guest=guest.code)),
            Client(raise_request_exception=False).get(party.address("privacy/")),
        ]
    job = jobs.start("tests.fail", by=Actor(event.organiser_id))
    with pytest.raises(ValueError, match=MARK):
        jobs.run_job.func(job.pk)
    return [page.status_code for page in pages]


def test_nothing_of_a_guest_is_logged_counted_or_mailed(
    written: Written,
    party: Party,
    owner: Client,
    settings: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bring_a_list(owner, party.event)
    answer(party)
    come_to_the_door(party)
    fail_to_send(settings, tmp_path, party.event.organiser_id)
    person = party.invitation.guest.person
    assert person is not None
    owner.post(in_office(party.event, "custody:export", person=person.code)).getvalue()

    failed = fail_everywhere(owner, party, monkeypatch)
    figures = Client().get("/metrics").content.decode()

    # The journey took place, so that silence means something.
    assert Reply.objects.filter(message=MARK).exists()
    assert Person.objects.filter(sort_name__contains=MARK).count() >= 2
    assert OutboxMessage.objects.get().state != OutboxMessage.State.SENT
    assert MailEvent.objects.count() <= 1
    assert failed == [500] * 4
    assert len(written.lines) > 40
    told = [line for line in [*written.lines, figures] if MARK.lower() in line.lower()]
    assert told == []
    assert mail.outbox == []
    assert settings.ADMINS == []
    assert any("LookupError" in line for line in written.lines)
    assert json.loads(written.lines[1])
