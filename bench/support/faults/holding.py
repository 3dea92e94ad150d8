"""What must hold after every run, whatever happened in it: the rows are as if nothing had."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from chancery.base import jobs, media, outbox
from chancery.base.media.places import files_folder
from chancery.base.models import AuditLine, Job, MailEvent, OutboxMessage, StoredFile
from chancery.custody.actions import sweeping

# What may differ without anything being wrong: who waits, who asked, how often it was tried.
NOT_COMPARED = {
    "base.MailEvent",
    "base.Job",
    "base.StoredFile",
    "django_tasks_database.DBTaskResult",
    "sessions.Session",
    "accounts.OpenSession",
}
HOURS = (0, 1, 8, 80)
SWEEP_DAYS = 400


def settle() -> None:
    """Let time pass, as it does after a restart: lost jobs are taken up, mail is carried to its end."""
    for _turn in range(jobs.MOST_TRIES):
        jobs.rescue_lost_jobs(timezone.now() + timedelta(minutes=3))
        _work_off()
    for hours in HOURS:
        outbox.deliver_due(timezone.now() + timedelta(hours=hours, minutes=1))
    # The round of the next hour.
    sweeping.sweep(timezone.now())
    media.sweep(timezone.now() + timedelta(days=SWEEP_DAYS), days=SWEEP_DAYS + 1)
    _work_off()


def _work_off() -> None:
    Worker(
        queue_names=["*"],
        interval=0.01,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"settling-{timezone.now():%H%M%S%f}",
        excluded_queue_names=[],
    ).run()


type Counts = Mapping[str, int]


def counted() -> Counts:
    """How many rows each table has, and how many lines of each kind the audit log."""
    found = Counter[str]()
    for model in apps.get_models():
        label = model._meta.label
        if label not in NOT_COMPARED and model._meta.managed and not label.startswith("contenttypes"):
            found[label] = model._base_manager.count()
    for code in AuditLine.objects.order_by().values_list("code", flat=True):
        found[f"line {code}"] += 1
    for file in StoredFile.objects.exclude(state=StoredFile.State.ARRIVING).order_by("pk"):
        found[f"bytes {_digest_on_disk(file)} of {file.name}"] += 1
    return found


def _digest_on_disk(file: StoredFile) -> str:
    try:
        return hashlib.sha256(media.path_of(file).read_bytes()).hexdigest()[:12]
    except FileNotFoundError:
        return "(gone)"


def broken(before: Counts, sink: Path) -> Iterator[str]:
    """Every invariant that does not hold, in words."""
    yield from _differences(before, counted())
    yield from _unsound_file()
    yield from _mail(sink)
    yield from _jobs()
    yield from _files()


def listed(before: Counts, sink: Path) -> list[str]:
    """The same at once, for whoever closes the connection behind it."""
    return list(broken(before, sink))


def _differences(before: Counts, after: Counts) -> Iterator[str]:
    for name in sorted({*before, *after}):
        if before.get(name, 0) != after.get(name, 0):
            yield f"{name}: {after.get(name, 0)} instead of {before.get(name, 0)}"


def _unsound_file() -> Iterator[str]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for check in ("integrity_check", "foreign_key_check"):
            cursor.execute(f"PRAGMA {check}")
            yield from (f"{check}: {row}" for row in cursor.fetchall() if row != ("ok",))


def _mail(sink: Path) -> Iterator[str]:
    """Every message was taken, and twice only where the server's word was lost, which is told."""
    text = sink.read_text(encoding="utf-8") if sink.exists() else ""
    taken = Counter(line.split()[0] for line in text.splitlines())
    doubted = set(
        MailEvent.objects.filter(what=MailEvent.What.UNCERTAIN).values_list("message__message_id", flat=True)
    )
    for message in OutboxMessage.objects.defer("sealed").order_by("pk"):
        times = taken[message.message_id]
        if message.state != OutboxMessage.State.SENT or times == 0:
            yield f"message {message.key} is {message.state} and was taken {times} times"
        elif times > 1 and message.message_id not in doubted:
            yield f"message {message.key} was taken {times} times, and nobody is told"


def _jobs() -> Iterator[str]:
    for job in Job.objects.exclude(state=Job.State.DONE).order_by("pk"):
        yield f"the job {job.kind} is {job.state} after {job.tries + 1} tries"


def _files() -> Iterator[str]:
    """No bytes lie there for nobody."""
    known = set(StoredFile.objects.values_list("code", flat=True))
    if Path(settings.MEDIA_ROOT).is_dir():
        yield from (
            f"bytes lie in {folder.name} for nobody"
            for folder in files_folder().glob("*/*")
            if folder.name not in known
        )
