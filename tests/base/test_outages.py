"""Database or disk are out: whoever asks is told so in a sentence, and when to ask again."""

import errno
import sqlite3
from typing import Any

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client

from chancery import cli
from chancery.accounts.sessions import SEEN
from chancery.base.outages import Outage, outage_of


def of_sqlite(name: str) -> OperationalError:
    cause = sqlite3.OperationalError("in words")
    cause.sqlite_errorname = name
    return caused_by(cause)


def of_postgresql(state: str | None) -> OperationalError:
    cause = psycopg.OperationalError("in words")
    cause.sqlstate = state  # type: ignore[misc]  # the driver sets it on what it raises
    return caused_by(cause)


def caused_by(cause: Exception) -> OperationalError:
    error = OperationalError("in words")
    error.__cause__ = cause
    return error


def under(error: Exception) -> Exception:
    """Another error that was raised while this one was handled."""
    above = RuntimeError("above")
    above.__context__ = error
    return above


@pytest.mark.parametrize(
    ("error", "outage"),
    [
        (of_sqlite("SQLITE_BUSY"), Outage.DATABASE),
        (of_sqlite("SQLITE_IOERR_WRITE"), Outage.DATABASE),
        (of_sqlite("SQLITE_FULL"), Outage.DISK),
        (of_sqlite("SQLITE_ERROR"), None),
        (of_postgresql(None), Outage.DATABASE),
        (of_postgresql("57P01"), Outage.DATABASE),
        (of_postgresql("53100"), Outage.DISK),
        (of_postgresql("42P01"), None),
        (InterfaceError("connection already closed"), Outage.DATABASE),
        (under(of_sqlite("SQLITE_FULL")), Outage.DISK),
        (OSError(errno.ENOSPC, "full"), Outage.DISK),
        (OSError(errno.EDQUOT, "full"), Outage.DISK),
        (FileNotFoundError(errno.ENOENT, "nothing there"), None),
        (ValueError("ours"), None),
    ],
)
def test_an_outage_is_told_from_a_fault(error: Exception, outage: Outage | None) -> None:
    assert outage_of(error) == outage


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (of_postgresql("57P01"), 503, "The database does not answer"),
        (of_sqlite("SQLITE_FULL"), 503, "The disk of the server is full"),
        (of_sqlite("SQLITE_ERROR"), 500, "fault is in the log"),
    ],
)
def test_a_page_says_what_is_out_and_when_to_ask_again(
    signed_in: Client, error: Exception, status: int, words: str
) -> None:
    signed_in.raise_request_exception = False

    def fail(*_given: Any) -> Any:
        raise error

    with connection.execute_wrapper(fail):
        answer = signed_in.get("/o/mission/people/", headers={"accept-language": "en"})

    assert answer.status_code == status
    assert answer.headers.get("Retry-After") == ("30" if status == 503 else None)
    assert "Content-Security-Policy" in answer.headers
    assert words in answer.content.decode()


def test_a_session_that_cannot_be_noted_is_no_fault_of_the_browser(signed_in: Client) -> None:
    session = signed_in.session
    session[SEEN] -= 3600
    session.save()

    def fail(execute: Any, sql: str, *given: Any) -> Any:
        if sql.startswith('UPDATE "django_session"'):
            raise of_sqlite("SQLITE_FULL")
        return execute(sql, *given)

    with connection.execute_wrapper(fail):
        answer = signed_in.get("/o/mission/people/", headers={"accept-language": "en"})

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "The disk of the server is full" in answer.text


def test_a_command_says_in_one_sentence_that_the_disk_is_full(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.refuse_while_out(OSError(errno.ENOSPC, "full"))

    assert ended.value.code == cli.EXIT_OUT
    assert capsys.readouterr().err == "The disk is full, so this was not done; make room and run it again.\n"
