"""
10,000 personal e-mails with calendar part, from the guest list to a mail server on loopback.

Every invitation is written in the guest's language with a link of its own, posted, and carried by postmen of
the same process. The limit of the server is measured in the same run with a message of the same size that
lies ready, over one connection and over two; the faster one counts. A first argument gives another number.
"""

import os
import smtplib
import subprocess
import sys
import threading
from itertools import batched
from pathlib import Path
from time import perf_counter, sleep

from support.figures import Figure, machine, report
from support.installation import open_installation

GUESTS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
DOMAINS = 200
RATIO = 0.5
# What may be held at the end beyond what the first tenth needed.
MOST_GROWTH_MB = 40
SINK = Path(__file__).parent / "support" / "smtp_sink.py"


def start_sink() -> tuple[subprocess.Popen[str], int]:
    """Start a server that takes everything, and return it with its port."""
    sink = subprocess.Popen([sys.executable, str(SINK), "-"], stdout=subprocess.PIPE, text=True)
    assert sink.stdout is not None
    return sink, int(sink.stdout.readline())


SERVER, PORT = start_sink()
os.environ["CHANCERY_MAIL"] = f"smtp://127.0.0.1:{PORT}"
DATABASE = open_installation("outbox")

from django.core import checks
from django.utils import timezone
from support.large_event import large_event

from chancery.accounts.models import User
from chancery.base import outbox, secret_box
from chancery.base.audit import Actor
from chancery.base.garbage import collect_seldom
from chancery.base.models import OutboxMessage
from chancery.base.turns import take_short_turns
from chancery.directory.models import ContactPoint, Person
from chancery.events.models import Event
from chancery.guests.actions import sending
from chancery.guests.documents.wave_writing import WaveWriter
from chancery.guests.jobs import AT_ONCE
from chancery.guests.models import Invitation, Wave
from chancery.guests.queries.pasts import plan_told
from chancery.guests.queries.reaching import reach_of


def main() -> int:
    """Fill a guest list, send, measure the server alone, print; 1 where a limit is missed."""
    print(f"{machine()}, {DATABASE}")
    wave = _wave(large_event(GUESTS))
    _be_ready()
    try:
        started = perf_counter()
        early = _send(wave)
        seconds = perf_counter() - started
        held = _megabytes()
        raw = max(_raw(connections) for connections in (1, 2))
    finally:
        SERVER.kill()
    rate = GUESTS / seconds
    return report(
        [
            Figure("what the server takes at most", raw, "a second"),
            Figure("written, posted and taken", rate, "a second"),
            Figure("ratio to the server alone", rate / raw, "", RATIO, is_floor=True),
            Figure("memory after a tenth", early, "MB"),
            Figure("memory at the end beyond that", held - early, "MB", MOST_GROWTH_MB),
        ]
    )


def _wave(event: Event) -> Wave:
    """A wave of invitations to everybody, each with an address of one of many domains."""
    people = Person.objects.filter(organiser=event.organiser).order_by("id").values_list("pk", flat=True)
    ContactPoint.objects.bulk_create(
        ContactPoint(person_id=person, kind="email", value=f"guest{place}@d{place % DOMAINS}.example")
        for place, person in enumerate(people)
    )
    return Wave.objects.create(event=event, number=1, state=Wave.State.SENDING, told=plan_told(event))


def _be_ready() -> None:
    """Load the pages, and set memory and turns as a process does that serves, before the clock starts."""
    checks.run_checks(tags=[checks.Tags.urls])
    collect_seldom()
    take_short_turns()


def _send(wave: Wave) -> float:
    """Write, post and carry everything; return the memory held after a tenth."""
    by = Actor(wave.event.organiser_id, User.objects.order_by("id").first())
    postmen = outbox.Postmen()
    postmen.start()
    early = 0.0
    writer = WaveWriter(wave, now=timezone.now())
    parties = Invitation.objects.filter(guest__event=wave.event).select_related("guest").order_by("id")
    for number, keys in enumerate(batched(list(parties.values_list("pk", flat=True)), AT_ONCE)):
        some = list(parties.filter(pk__in=keys))
        written = writer.write(reach_of(wave.event, some), now=timezone.now())
        assert not written.failed, written.failed[0]
        sending.send_some(wave, written.ready, by=by, now=timezone.now())
        if number == GUESTS // AT_ONCE // 10:
            early = _megabytes()
    while OutboxMessage.objects.exclude(state=OutboxMessage.State.SENT).exists():
        sleep(0.01)
    postmen.stop()
    return early


def _raw(connections: int) -> float:
    """Messages a second over so many connections from a client that does nothing else."""
    content = secret_box.unseal(OutboxMessage.objects.order_by("id")[GUESTS // 2].sealed)
    each = min(GUESTS, 4000) // connections
    threads = [threading.Thread(target=_pour, args=[content, each]) for _number in range(connections)]
    started = perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return each * connections / (perf_counter() - started)


def _pour(content: bytes, number: int) -> None:
    with smtplib.SMTP("127.0.0.1", PORT, local_hostname="localhost") as smtp:
        smtp.ehlo()
        for _message in range(number):
            smtp.mail("chancery@localhost")
            smtp.rcpt("guest@example.org")
            smtp.data(content)


def _megabytes() -> float:
    """The memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


if __name__ == "__main__":
    sys.exit(main())
