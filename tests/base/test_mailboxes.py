"""Where incoming mail lies: a mailbox on a real server, a Maildir, a folder of files."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from chancery.base.inbox import mailboxes
from chancery.configuration import ImapServer
from tests import dovecot
from tests.dovecot import Dovecot

pytestmark = pytest.mark.enable_socket
FIRST = b"Subject: first\r\nMessage-ID: <1@example.org>\r\n\r\nOne.\r\n"
SECOND = b"Subject: second\r\nMessage-ID: <2@example.org>\r\n\r\nTwo.\r\n"
MOVES, COPIES, SLASHES = (
    "",
    "imap_capability = IMAP4rev1 UIDPLUS",
    "namespace inbox {\n inbox = yes\n separator = /\n}",
)


PREFIXED = "namespace inbox {\n inbox = yes\n prefix = INBOX.\n separator = .\n}"
KINDS = {"moves": MOVES, "copies": COPIES, "slashes": SLASHES, "prefixed": PREFIXED}


@pytest.fixture(scope="module", params=KINDS.values(), ids=list(KINDS))
def server(request: pytest.FixtureRequest) -> Iterator[Dovecot]:
    """Servers that move messages, that can only copy them, and that name folders otherwise."""
    with dovecot.running(request.param) as running:
        yield running


@pytest.fixture(scope="module")
def plain_server() -> Iterator[Dovecot]:
    with dovecot.running() as running:
        yield running


def away_of(server: Dovecot, user: str) -> list[bytes]:
    """What was put away, whichever separator the server has."""
    names = ("Chancery.done", "Chancery/done", "INBOX.Chancery.done")
    return [message for name in names for message in server.held(user, name)]


def test_messages_of_a_server_are_listed_read_and_put_away(server: Dovecot, settings: Any) -> None:
    user = uuid4().hex
    settings.INBOX = server.server(user)
    server.deliver(user, FIRST, SECOND)

    with mailboxes.opened() as mailbox:
        assert mailbox is not None
        first, second = mailbox.places()
        assert [mailbox.fetch(first), mailbox.fetch(second)] == [FIRST, SECOND]
        mailbox.put_away(first)
        mailbox.put_away(first)
        assert mailbox.fetch(first) is None
        assert mailbox.places() == [second]

    assert server.held(user) == [SECOND]
    assert away_of(server, user) == [FIRST]


def test_place_of_a_message_stays_while_others_leave(plain_server: Dovecot, settings: Any) -> None:
    user = uuid4().hex
    settings.INBOX = plain_server.server(user)
    plain_server.deliver(user, FIRST, SECOND)
    with mailboxes.opened() as mailbox:
        assert mailbox is not None
        first, second = mailbox.places()
        mailbox.put_away(first)

    with mailboxes.opened() as mailbox:
        assert mailbox is not None
        assert mailbox.places() == [second]
        assert mailbox.fetch(second) == SECOND


def test_reading_leaves_a_message_unread(plain_server: Dovecot, settings: Any) -> None:
    user = uuid4().hex
    settings.INBOX = plain_server.server(user)
    plain_server.deliver(user, FIRST)

    with mailboxes.opened() as mailbox:
        assert mailbox is not None
        mailbox.fetch(mailbox.places()[0])

    with plain_server.signed_in(user) as connection:
        connection.select("INBOX")
        assert connection.uid("SEARCH", "UNSEEN")[1] != [b""]


def test_folder_with_letters_of_every_script_is_read(plain_server: Dovecot, settings: Any) -> None:
    user = uuid4().hex
    with plain_server.signed_in(user) as connection:
        connection.create('"R&AOk-ponses &- Rom&AOI-nia"')
    plain_server.deliver(user, FIRST, folder='"R&AOk-ponses &- Rom&AOI-nia"')
    settings.INBOX = plain_server.server(user, "Réponses & România")

    with mailboxes.opened() as mailbox:
        assert mailbox is not None
        assert [mailbox.fetch(place) for place in mailbox.places()] == [FIRST]


def test_encrypted_connection_asks_for_a_trusted_certificate(
    plain_server: Dovecot, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = uuid4().hex
    settings.INBOX = plain_server.server(user, is_encrypted=True)

    with pytest.raises(mailboxes.CannotRead, match=r"(?i)certificate"), mailboxes.opened():
        pass
    monkeypatch.setenv("SSL_CERT_FILE", str(plain_server.certificate))
    with mailboxes.opened() as mailbox:
        assert mailbox is not None
        assert mailbox.places() == []


def test_wrong_password_and_folder_are_told_without_the_password(
    plain_server: Dovecot, settings: Any
) -> None:
    settings.INBOX = ImapServer("127.0.0.1", plain_server.port, "office", "hunter2", "INBOX", False)
    with pytest.raises(mailboxes.CannotRead) as refused, mailboxes.opened():
        pass
    assert "hunter2" not in str(refused.value)

    settings.INBOX = plain_server.server("office", "Nowhere")
    with pytest.raises(mailboxes.CannotRead, match=r"Nowhere|exist"), mailboxes.opened():
        pass


def test_server_that_is_not_there_is_told(settings: Any) -> None:
    settings.INBOX = ImapServer("127.0.0.1", 1, "office", "secret", "INBOX", False)

    with pytest.raises(mailboxes.CannotRead, match="refused"), mailboxes.opened():
        pass


def test_maildir_is_read_and_put_away(tmp_path: Path, settings: Any) -> None:
    for name in ("tmp", "new", "cur"):
        (tmp_path / name).mkdir()
    (tmp_path / "new" / "1.host").write_bytes(FIRST)
    (tmp_path / "cur" / "2.host:2,S").write_bytes(SECOND)
    (tmp_path / "tmp" / "3.host").write_bytes(b"half a mess")
    settings.INBOX = tmp_path

    with mailboxes.opened() as mailbox:
        assert mailbox is not None
        assert sorted(mailbox.fetch(place) or b"" for place in mailbox.places()) == [FIRST, SECOND]
        mailbox.put_away("new/1.host")
        assert mailbox.places() == ["cur/2.host:2,S"]

    assert (tmp_path / "done" / "1.host").read_bytes() == FIRST


def test_file_is_read_once_nobody_writes_it_any_more(tmp_path: Path, settings: Any) -> None:
    settings.INBOX = tmp_path
    (tmp_path / "one.eml").write_bytes(FIRST)
    folder = mailboxes.DropFolder(tmp_path)

    assert folder.places() == []
    os.utime(tmp_path / "one.eml", (0, 0))
    assert folder.places() == ["one.eml"]


def test_folder_that_is_not_there_is_told_and_none_is_read_where_none_is_set(
    tmp_path: Path, settings: Any
) -> None:
    with pytest.raises(mailboxes.CannotRead, match="No such file"):
        mailboxes.DropFolder(tmp_path / "none").places()
    settings.INBOX = None
    with mailboxes.opened() as mailbox:
        assert mailbox is None
