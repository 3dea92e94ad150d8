"""The seals over the history on the page of the owner, and from the command line."""

from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from typer.testing import CliRunner

from chancery.accounts import commands_seal
from chancery.base import audit, jobs
from chancery.base.audit_seal import sealing
from chancery.base.models import AuditLine, Job
from tests import make
from tests.conftest import People


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def line(people: People) -> AuditLine:
    """One sealed line."""
    person = make.person(people.office)
    with transaction.atomic():
        audit.note(person, by=make.actor(people.office), code="directory.person.noted")
    sealing.seal_lines(people.office.pk, now=timezone.now())
    return AuditLine.objects.get()


def page_after_check(client: Client, **given: str) -> str:
    client.post("/o/mission/history/seal/", given)
    jobs.run_job.call(Job.objects.get(state="waiting").pk)
    return client.get("/o/mission/history/seal/").content.decode()


def test_a_check_that_finds_nothing_says_so(signed_in: Client, line: AuditLine) -> None:
    assert "1 line is as it was sealed." in page_after_check(signed_in)


def test_a_check_names_what_was_altered(signed_in: Client, line: AuditLine) -> None:
    AuditLine.objects.update(label="Somebody else")

    page = page_after_check(signed_in)

    assert "1 thing is not as it was sealed." in page
    assert f"Line {line.pk} is not what was sealed." in page


def test_a_receipt_is_taken_along_and_compared(signed_in: Client, line: AuditLine) -> None:
    taken = signed_in.get("/o/mission/history/seal/1/receipt/")
    text = taken.content.decode()
    other = text.replace("Seal:      1", "Seal:      2")

    assert taken["Content-Disposition"] == 'attachment; filename="seal-mission-1.txt"'
    assert "1 line is as it was sealed." in page_after_check(signed_in, receipt=text)
    assert "Seal 2 is not the one on the receipt." in page_after_check(signed_in, receipt=other)


def test_what_is_no_receipt_is_refused(signed_in: Client, line: AuditLine) -> None:
    page = signed_in.post("/o/mission/history/seal/", {"receipt": "all is well"}).content.decode()

    assert "copy the whole receipt" in page
    assert not Job.objects.exists()


def test_one_check_goes_on_at_a_time(signed_in: Client, line: AuditLine) -> None:
    for _ in range(2):
        signed_in.post("/o/mission/history/seal/")

    assert Job.objects.count() == 1


def test_the_command_verifies_and_prints_a_receipt(people: People, line: AuditLine, tmp_path: Path) -> None:
    run = CliRunner()
    kept = tmp_path / "receipt.txt"
    kept.write_text(run.invoke(commands_seal.seal, ["receipt", "mission"]).output)

    whole = run.invoke(commands_seal.seal, ["verify", "mission", "--receipt", str(kept)])
    AuditLine.objects.filter(pk=line.pk).delete()
    broken = run.invoke(commands_seal.seal, ["verify"])

    assert (whole.exit_code, "1 lines in 1 seals" in whole.output) == (0, True)
    assert (broken.exit_code, f"Line {line.pk} was sealed and is gone." in broken.output) == (1, True)
