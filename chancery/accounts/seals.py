"""The check of the seals over an office's history, as long work, and its outcome in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base import jobs
from chancery.base.audit_seal import verifying
from chancery.base.audit_seal.receipts import Receipt
from chancery.base.audit_seal.verifying import Break, Finding
from chancery.base.jobs import Progress
from chancery.base.models import AuditLine, Job

CHECK = "accounts.seal"
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found: the first of what is wrong, and how much that is in all."""

    seals: int
    lines: int
    erased: int
    unsealed: int
    wrong: int
    findings: Sequence[Finding]


@jobs.work(CHECK)
def check(progress: Progress, *, receipt: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Look whether the history of an office is as it was sealed."""
    organiser = progress.job.organiser_id
    progress.begin("", AuditLine.objects.filter(organiser_id=organiser).count())
    report = verifying.verify(
        organiser,
        now=timezone.now(),
        receipt=Receipt(**receipt) if receipt else None,
        seen=progress.at,
    )
    return {
        **{name: getattr(report, name) for name in ("seals", "lines", "erased", "unsealed", "wrong")},
        "findings": [[one.what.value, one.number] for one in report.findings[:SHOWN]],
    }


def checks_of(organiser: Organiser) -> QuerySet[Job]:
    """The checks of an office, the last one first."""
    return Job.objects.filter(organiser_id=organiser.pk, kind=CHECK).order_by("-pk")


def outcome_of(job: Job) -> Outcome | None:
    """What a check found; None while it goes on, or where it failed."""
    if job.state != Job.State.DONE:
        return None
    told = dict(job.outcome)
    findings = [Finding(Break(what), number) for what, number in told.pop("findings")]
    return Outcome(**told, findings=findings)
