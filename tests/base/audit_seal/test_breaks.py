"""Every way to change the history behind the back of the office is found."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from chancery.accounts.models import Organiser
from chancery.base.audit_seal import heads, receipts, sealing, verifying
from chancery.base.audit_seal.verifying import Break
from chancery.base.models import AuditLine, AuditSeal
from tests import make
from tests.base.audit_seal.conftest import NOW, Write

LONG_AFTER = NOW + timedelta(days=2)


def seal(office: Organiser, at: Any = NOW) -> AuditSeal:
    """Seal what is there, and return the newest seal."""
    sealing.seal_lines(office.pk, now=at)
    newest = sealing.newest_seal(office.pk)
    assert newest is not None
    return newest


def found(office: Organiser, **given: Any) -> set[tuple[Break, int]]:
    report = verifying.verify(office.pk, now=LONG_AFTER, **given)
    assert report.wrong == len(report.findings)
    assert all(str(one.number) in one.words for one in report.findings)
    return {(one.what, one.number) for one in report.findings}


@pytest.fixture
def lines(office: Organiser, write: Write, django_capture_on_commit_callbacks: Any) -> list[AuditLine]:
    """Six lines in three seals."""
    written = []
    with django_capture_on_commit_callbacks(execute=True):
        for name in ("Ana", "Ion", "Eva"):
            written += [write(label=name), write(label=name, gender="f", born="1970-02", count=2.0)]
            seal(office)
    return written


def test_an_untouched_history_holds(office: Organiser, lines: list[AuditLine]) -> None:
    report = verifying.verify(office.pk, now=LONG_AFTER)

    assert (report.seals, report.lines, report.unsealed, report.wrong) == (3, 6, 0, 0)


@pytest.mark.parametrize(
    "alter",
    [
        lambda line: line.update(label="Anna"),
        lambda line: line.update(reason="by order"),
        lambda line: line.update(
            changes={"gender": [None, "m"], "born": [None, "1970-02"], "count": [None, 2]}
        ),
        lambda line: line.update(changes={"gender": [None, "f"]}),
        lambda line: line.update(at=NOW),
        lambda line: line.update(code="directory.person.changed"),
        lambda line: line.update(object_id=8),
        lambda line: line.update(by=make.user()),
    ],
)
def test_an_altered_line_is_found(
    office: Organiser, lines: list[AuditLine], alter: Callable[[Any], int]
) -> None:
    alter(AuditLine.objects.filter(pk=lines[3].pk))

    assert found(office) == {(Break.LINE_ALTERED, lines[3].pk)}


def test_a_line_given_to_another_office_is_found(office: Organiser, lines: list[AuditLine]) -> None:
    AuditLine.objects.filter(pk=lines[0].pk).update(organiser_id=make.organiser("other").pk)

    assert found(office) == {(Break.LINE_ALTERED, lines[0].pk)}


def test_a_deleted_line_is_found(office: Organiser, lines: list[AuditLine]) -> None:
    AuditLine.objects.filter(pk=lines[2].pk).delete()

    assert found(office) == {(Break.LINE_MISSING, lines[2].pk)}


def test_a_line_put_in_below_settled_ones_is_found(office: Organiser, write: Write) -> None:
    for number in range(sealing.LATE_SEALS + 1):
        write(pk=100 + number)
        seal(office)

    write(pk=50)
    sealing.seal_lines(office.pk, now=LONG_AFTER)

    assert found(office) == {(Break.LINE_INSERTED, 50)}


@pytest.mark.parametrize(
    ("column", "value"),
    [("made_at", NOW + timedelta(days=1)), ("root", "0" * 64), ("lines", 1), ("signature", "0" * 128)],
)
def test_an_altered_seal_is_found(office: Organiser, lines: list[AuditLine], column: str, value: Any) -> None:
    AuditSeal.objects.filter(number=2).update(**{column: value})

    assert found(office) == {(Break.SEAL_ALTERED, 2)}


def test_members_taken_out_of_a_seal_are_found(office: Organiser, lines: list[AuditLine]) -> None:
    kept = AuditSeal.objects.get(number=2)
    AuditSeal.objects.filter(number=2).update(members=bytes(kept.members)[:88])

    assert (Break.SEAL_ALTERED, 2) in found(office)


def test_a_deleted_seal_is_found(office: Organiser, lines: list[AuditLine]) -> None:
    AuditSeal.objects.filter(number=2).delete()

    assert (Break.SEAL_MISSING, 2) in found(office)


def test_a_replaced_tail_is_found_by_the_home(office: Organiser, lines: list[AuditLine]) -> None:
    AuditSeal.objects.filter(number__gte=2).delete()
    AuditLine.objects.filter(pk=lines[3].pk).update(label="Somebody else")

    resealed = seal(office)

    assert resealed.number == 4
    assert found(office) == {(Break.SEAL_MISSING, 2), (Break.SEAL_MISSING, 3)}


def test_a_tail_replaced_with_all_rights_is_found_by_a_receipt(
    office: Organiser, lines: list[AuditLine], home: Path
) -> None:
    """Whoever has the key and the home can seal anew, but not change what was kept outside."""
    receipt = receipts.read(receipts.written(seal(office), "mission"))
    AuditSeal.objects.filter(number__gte=2).delete()
    AuditLine.objects.filter(pk=lines[3].pk).update(label="Somebody else")
    (home / heads.FOLDER / f"{office.pk}.head").unlink()
    seal(office)
    seal(office)

    assert found(office) == set()
    assert found(office, receipt=receipt) == {(Break.RECEIPT_DIFFERS, 3)}


def test_a_receipt_of_an_untouched_history_holds(
    office: Organiser, lines: list[AuditLine], write: Write
) -> None:
    receipt = receipts.read(receipts.written(seal(office), "mission").upper())
    write()
    seal(office)

    assert found(office, receipt=receipt) == set()


def test_another_key_is_told(
    office: Organiser, lines: list[AuditLine], settings: Any, tmp_path: Path
) -> None:
    settings.HOME = tmp_path / "another"

    assert found(office) == {(Break.SEAL_OF_ANOTHER_KEY, number) for number in (1, 2, 3)}

    retired = settings.HOME / "keys" / "audit-seal.retired"
    retired.write_text(f"{AuditSeal.objects.get(number=1).key} until 2026\n", encoding="utf-8")
    assert found(office) == set()


def test_offices_are_sealed_apart(office: Organiser, lines: list[AuditLine]) -> None:
    other = make.organiser("other")

    assert sealing.seal_lines(other.pk, now=NOW) == 0
    assert verifying.verify(other.pk, now=NOW).seals == 0
