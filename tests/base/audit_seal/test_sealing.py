"""Which lines come into which seal."""

import sqlite3
from contextlib import closing
from copy import copy
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import close_old_connections, connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from chancery.accounts.models import Organiser
from chancery.base.audit_seal import digests, erasing, heads, sealing, verifying
from chancery.base.backup import collecting
from chancery.base.models import AuditLine, AuditSeal
from tests import make
from tests.base.audit_seal.conftest import NOW, Write


def sealed(office: Organiser) -> list[list[int]]:
    """The numbers of the lines of each seal."""
    kept = AuditSeal.objects.filter(organiser_id=office.pk).order_by("number")
    return [digests.numbers_in(members) for members in kept.values_list("members", flat=True)]


def test_every_line_comes_into_one_seal(office: Organiser, write: Write, monkeypatch: Any) -> None:
    monkeypatch.setattr(sealing, "LINES_OF_A_SEAL", 2)
    numbers = [write().pk for _ in range(5)]

    assert sealing.seal_lines(office.pk, now=NOW) == 5
    assert sealing.seal_lines(office.pk, now=NOW) == 0
    assert sealed(office) == [numbers[:2], numbers[2:4], numbers[4:]]


def test_a_round_is_bounded_and_the_next_goes_on(office: Organiser, write: Write) -> None:
    numbers = [write().pk for _ in range(3)]

    assert sealing.seal_lines(office.pk, now=NOW, most=2) == 2
    assert sealing.seal_lines(office.pk, now=NOW, most=2) == 1
    assert sealed(office) == [numbers[:2], numbers[2:]]


def test_a_line_that_appears_late_comes_into_a_later_seal(office: Organiser, write: Write) -> None:
    """Its number was taken before, its transaction ended after; the gaps beside it mean nothing."""
    write(pk=10), write(pk=20)
    sealing.seal_lines(office.pk, now=NOW)
    write(pk=30)
    sealing.seal_lines(office.pk, now=NOW)

    write(pk=15)
    sealing.seal_lines(office.pk, now=NOW + timedelta(hours=5))

    assert sealed(office) == [[10, 20], [30], [15]]
    report = verifying.verify(office.pk, now=NOW)
    assert (report.lines, report.unsealed, report.wrong) == (4, 0, 0)


def test_a_late_line_is_found_also_behind_a_settled_floor(office: Organiser, write: Write) -> None:
    """A seal that reaches across the floor is counted line by line."""
    write(pk=5), write(pk=500)
    sealing.seal_lines(office.pk, now=NOW - timedelta(days=1), most=1)
    for number in range(sealing.LATE_SEALS + 2):
        write(pk=600 + number)
        sealing.seal_lines(office.pk, now=NOW)

    write(pk=550)
    sealing.seal_lines(office.pk, now=NOW)

    assert sealed(office)[-1] == [550]


def test_a_quiet_office_costs_few_queries(office: Organiser, write: Write) -> None:
    write()
    sealing.seal_lines(office.pk, now=NOW)

    with CaptureQueriesContext(connection) as queries:
        sealing.seal_lines(office.pk, now=NOW)

    assert len(queries) <= 8


def test_the_home_keeps_the_newest_seal(
    office: Organiser, write: Write, django_capture_on_commit_callbacks: Any
) -> None:
    write()
    with django_capture_on_commit_callbacks(execute=True):
        sealing.seal_lines(office.pk, now=NOW)

    newest = AuditSeal.objects.get()
    assert heads.head_of(office.pk) == heads.Head(1, newest.digest)


def test_what_the_home_knows_is_no_part_of_a_backup() -> None:
    """A database that was restored is older than what the home knew: it would look cut off."""
    assert heads.FOLDER not in collecting.KEPT_FOLDERS


@pytest.mark.parametrize(
    "value", [1.0, 1e22, 10**30, -0.0, 0.1, "ä\u2028", [1, [2.5, None]], {"b": 1, "a": {}}]
)
def test_a_value_has_one_digest_whatever_a_database_makes_of_it(
    office: Organiser, write: Write, value: Any
) -> None:
    line = write(value=value)
    told = AuditLine.objects.get(pk=line.pk).changes

    assert digests.digest_of_part([None, value], b"") == digests.digest_of_part(told["value"], b"")


@pytest.mark.django_db(transaction=True)
def test_a_long_history_is_sealed_while_others_write() -> None:
    """A list of lines that is read half has SQLite refuse the next seal as soon as somebody wrote."""
    office = make.organiser()
    pattern = AuditLine(organiser_id=office.pk, code="a", kind="a.b", object_id=1, label="Ana", changes={})
    AuditLine.objects.bulk_create(copy(pattern) for _ in range(2_500))
    file = connection.settings_dict["NAME"]

    def write_before(execute: Any, sql: str, *given: Any) -> Any:
        if sql.startswith("BEGIN"):
            with closing(sqlite3.connect(file)) as other:
                other.execute("UPDATE accounts_organiser SET city = city || 'x'")
                other.commit()
        return execute(sql, *given)

    with connection.execute_wrapper(write_before):
        done = sealing.seal_lines(office.pk, now=NOW)

    assert done == 2_500


@pytest.mark.django_db(transaction=True)
def test_writers_sealers_and_an_eraser_at_once_lose_nothing(settings: Any, tmp_path: Any) -> None:
    """
    Writers end in another order than they began, two workers seal, one erases: each line is sealed once.

    On SQLite the one writer makes them stand in a row; on PostgreSQL they overlap.
    """
    settings.HOME = tmp_path
    office = make.organiser()
    start, faults = Barrier(6), list[BaseException]()

    def write(pause: int) -> None:
        for round_ in range(12):
            with transaction.atomic():
                line = AuditLine.objects.create(
                    organiser_id=office.pk, code="a", kind="a.b", object_id=round_, label="Ana", changes={}
                )
                if connection.vendor == "postgresql" and round_ % pause == 0:
                    with connection.cursor() as cursor:
                        cursor.execute("SELECT pg_sleep(0.03)")
            assert line.pk

    def seal() -> None:
        for _ in range(25):
            sealing.seal_lines(office.pk, now=NOW)

    def erase() -> None:
        for round_ in range(8):
            with transaction.atomic():
                erasing.erase_values(
                    {"a.b": [round_]}, organisers=[office.pk], label="Guest", by=make.actor(office)
                )

    def running(work: Any) -> None:
        try:
            start.wait()
            work()
        except BaseException as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    works = [lambda: write(2), lambda: write(3), lambda: write(5), seal, seal, erase]
    threads = [Thread(target=running, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    close_old_connections()

    assert faults == []
    sealing.seal_lines(office.pk, now=NOW)
    report = verifying.verify(office.pk, now=NOW)
    numbers = sorted(number for seal in sealed(office) for number in seal)
    assert numbers == list(AuditLine.objects.order_by("pk").values_list("pk", flat=True))
    assert (report.unsealed, report.findings) == (0, [])
