"""The checks at the start say in one sentence what is wrong, and the manual lists them all."""

import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import CheckMessage, run_checks
from django.db import connection

from chancery import checks
from chancery.base import outbox
from chancery.base.outbox.known_trouble import tell
from chancery.base.outbox.outcomes import Trouble
from chancery.base.wallet import checks as wallet
from chancery.configuration import MailServer
from chancery.door import checks as door

MANUAL = Path(__file__).parents[1] / "docs" / "admin" / "checks.md"
SOURCE = Path(checks.__file__).read_text()


def sentence_of(found: list[CheckMessage]) -> str:
    """The one message, which is a sentence that says what to do."""
    [message] = found
    assert message.msg.endswith(".")
    return message.msg


@pytest.mark.parametrize("version", [(3, 12, 0), (3, 13, 1), (4, 0, 0)])
def test_a_new_python_is_taken(version: tuple[int, ...]) -> None:
    assert checks.python(version) == []


def test_an_old_python_is_named() -> None:
    assert sentence_of(checks.python((3, 11, 9))) == "Python 3.11.9 is too old; install Python 3.12 or newer."


@pytest.mark.django_db
def test_an_old_sqlite_matters_where_it_is_used() -> None:
    found = checks.sqlite((3, 39, 4))

    if connection.vendor == "sqlite":
        assert sentence_of(found).startswith("SQLite 3.39.4 is too old;")
    else:
        assert found == []
    assert checks.sqlite((3, 40, 0)) == []


@pytest.mark.django_db
def test_the_database_of_the_tests_is_reachable() -> None:
    assert checks.database() == []


def test_an_unreachable_database_is_named_with_its_cause() -> None:
    class Unreachable:
        def __enter__(self) -> Any:
            raise checks.DatabaseError("connection refused\nmore lines")

        def __exit__(self, *_error: object) -> None:
            return None

    found = checks.database(cursor=Unreachable)

    assert sentence_of(found) == (
        "The database cannot be reached (connection refused); check CHANCERY_DATABASE."
    )


@pytest.mark.parametrize(("mode", "count"), [("wal", 0), ("memory", 0), ("delete", 1), ("truncate", 1)])
def test_a_log_that_is_not_wal_is_named(mode: str, count: int) -> None:
    found = checks.log_of_sqlite(mode)

    assert len(found) == count
    assert all(f"“{mode}”" in message.msg for message in found)


def test_a_clock_before_the_release_is_wrong() -> None:
    assert checks.clock(checks.RELEASED_AT) == []

    wrong = sentence_of(checks.clock(datetime(1970, 1, 2, tzinfo=UTC)))

    assert wrong.startswith("The clock says 1970-01-02, before this release was made;")


@pytest.mark.parametrize(
    ("base_url", "is_warned"),
    [
        ("https://chancery.example.org", False),
        ("http://localhost:8000", False),
        ("http://127.0.0.1:8000", False),
        ("http://[::1]:8000", False),
        ("http://chancery.example.org", True),
        ("http://192.168.1.10:8000", True),
    ],
)
def test_an_office_on_the_network_without_https_is_warned(base_url: str, is_warned: bool) -> None:
    assert bool(checks.encryption(base_url)) is is_warned


def test_a_home_that_others_can_read_is_warned(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "keys").mkdir(parents=True)
    home.chmod(0o700)
    (home / "keys").chmod(0o700)
    assert checks.home(home) == []

    home.chmod(0o755)

    assert sentence_of(checks.home(home)) == (
        f"Other users of this machine can read {home}; run: chmod -R go= {home}."
    )


def test_little_free_disk_is_warned() -> None:
    assert checks.disk(checks.LEAST_FREE_BYTES) == []
    assert sentence_of(checks.disk(3 * 1024 * 1024)).startswith("Only 3 MB are free at ")


def test_words_that_are_missing_or_older_than_their_source_are_warned(tmp_path: Path) -> None:
    for language in ("fr", "ro", "az", "ar"):
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        for name, age in (("django.po", 100), ("django.mo", 50)):
            (folder / name).touch()
            os.utime(folder / name, (1_000_000 - age, 1_000_000 - age))
    assert checks.translations(tmp_path) == []

    os.utime(tmp_path / "ro" / "LC_MESSAGES" / "django.po")
    (tmp_path / "ar" / "LC_MESSAGES" / "django.mo").unlink()

    assert sentence_of(checks.translations(tmp_path)) == (
        "The words of the pages are not compiled for ro, ar; run: make locale."
    )


def test_a_mailbox_folder_that_cannot_be_written_is_wrong(settings: Any, tmp_path: Path) -> None:
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, folder=tmp_path / "mailbox")
    assert checks.mail_way() == []
    assert list((tmp_path / "mailbox").iterdir()) == []

    (tmp_path / "mailbox").rmdir()
    (tmp_path / "mailbox").touch()

    assert sentence_of(checks.mail_way()).startswith(f"The mailbox folder {tmp_path / 'mailbox'} cannot")


def test_a_mail_server_that_does_not_answer_is_warned(settings: Any) -> None:
    server = MailServer("127.0.0.1", 9, "", "", is_encrypted=False)
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, server=server)

    def refuse(_address: object, **_options: object) -> Any:
        raise ConnectionRefusedError(111, "Connection refused")

    assert sentence_of(checks.mail_way(connect=refuse)) == (
        "The mail server 127.0.0.1:9 cannot be reached (Connection refused); check CHANCERY_MAIL."
    )


@pytest.mark.django_db
def test_django_runs_every_check_of_the_house() -> None:
    registered = {check.__name__ for check in checks.ALL}

    assert {check.__name__ for check in _registered()} >= registered
    assert not [message for message in run_checks(tags=[checks.TAG]) if message.level >= checks.checks.ERROR]


def _registered() -> set[Any]:
    from django.core.checks.registry import registry  # noqa: PLC0415  # its only use

    return set(registry.registered_checks)


def test_the_manual_lists_every_check_and_no_other() -> None:
    made = set(re.findall(r'_(?:error|warning)\(\s*"([a-z-]+)"', SOURCE))
    elsewhere = Path(door.__file__).read_text() + Path(wallet.__file__).read_text()
    made |= set(re.findall(r'id="chancery\.([a-z-]+)"', elsewhere))

    listed = set(re.findall(r"^\| `chancery\.([a-z-]+)`", MANUAL.read_text(), re.MULTILINE))

    assert listed == made
    assert len(made) >= len(checks.ALL)


@pytest.mark.django_db
def test_how_the_outbox_stands_is_told() -> None:
    mail = outbox.Mail("a@example.org", "Subject", "Text")
    outbox.post(mail, key="waits", about=None, by=None)
    outbox.post(replace(mail, to="no address"), key="refused", about=None, by=None)
    tell(Trouble("silent"), now=datetime(2026, 11, 2, 10, 30, tzinfo=UTC))

    found = dict(checks.facts())
    tell(None, now=datetime(2026, 11, 2, 10, 30, tzinfo=UTC))

    assert found["Outbox"] == "1 wait, 0 uncertain, 1 refused"
    assert found[""].startswith("The mail server does not answer")
    assert found[""].endswith("(since 2026-11-02 10:30 UTC)")


def test_a_media_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "media").touch()

    assert checks.media(tmp_path / "other") == []
    assert sentence_of(checks.media(tmp_path / "media")).startswith(
        f"The folder {tmp_path / 'media'} of files"
    )
