"""
The outbox while postmen, database and mail server die: sent, uncertain, duplicated, lost at each step.

Each run posts messages to a server that takes, refuses, puts off, breaks off, hangs, or takes and drops its
answer; one process dies at the step while another works; then others take over until nothing waits. A message
is duplicated if the server took it again after its acknowledgement stood in a journal, and lost if it is
settled as sent and the server never took it, or not settled at all. With CHANCERY_DATABASE the figures are
those of PostgreSQL. A first argument gives the number of runs for each step, `--json` prints one line a step.
"""

import json
import logging
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from support.figures import machine
from support.installation import open_installation

SINK = Path(__file__).parent / "support" / "smtp_sink.py"
RUNS = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdecimal() else 5
MESSAGES = 24
WORDS = ["ok"] * 14 + ["refuse", "spam", "later", "latedata", "drop", "cut", "away", "hang", "ok", "ok"]
REFUSED = {"refuse", "spam"}
AT_ONCE = 7
# A server that hangs is left after this, so that a run takes seconds.
TAKING_SECONDS = 0.3
HOURS = (0, 1, 8, 80)
# Each break of a connection ends a delivery, and some messages break one.
DELIVERIES = 6


@dataclass
class Tally:
    """What came of all runs of one step; `again` counts what the server took more than once."""

    step: str
    messages: int = 0
    sent: int = 0
    refused: int = 0
    uncertain: int = 0
    again: int = 0
    duplicated: int = 0
    lost: int = 0


def start_sink(book: Path, port: int = 0) -> tuple[subprocess.Popen[str], int]:
    """Start the mail server and return it with its port."""
    command = [sys.executable, str(SINK), str(book), str(port)]
    sink = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert sink.stdout is not None
    return sink, int(sink.stdout.readline())


BOOK = Path(os.environ.get("TMPDIR", "/tmp")) / f"outbox-faults-{os.getpid()}"
SINK_NOW, PORT = start_sink(BOOK)
os.environ["CHANCERY_MAIL"] = f"smtp://127.0.0.1:{PORT}"
os.environ["CHANCERY_MAIL_PER_DOMAIN"] = "0"
DATABASE = open_installation("outbox-faults")

from django.db import connections
from django.utils import timezone
from support import outbox_steps

from chancery.base import outbox
from chancery.base.models import MailEvent, OutboxMessage
from chancery.base.outbox import Mail, Posting, journal, postman
from chancery.base.outbox.outcomes import Outcome, Verdict
from chancery.base.outbox.smtp import Patience


def main() -> int:
    """Run every step with every seed; 1 where a message was duplicated or lost."""
    steps = [outbox_steps.NOTHING, *outbox_steps.STEPS, outbox_steps.SERVER_KILLED]
    is_json = "--json" in sys.argv
    # Processes that wait for each other are what is tried here.
    logging.disable(logging.WARNING)
    if not is_json:
        print(f"{machine()}, {DATABASE}, {RUNS} runs of {MESSAGES} messages a step")
        print(f"{'':<38}{'sent':>6}{'refused':>9}{'uncertain':>11}{'again':>7}{'duplicated':>12}{'lost':>6}")
    tallies = []
    try:
        for step in steps:
            tally = Tally(step)
            for seed in range(RUNS):
                run(step, seed, tally)
            tallies.append(tally)
            print(json.dumps(asdict(tally)) if is_json else _line(tally), flush=True)
    finally:
        SINK_NOW.kill()
        BOOK.unlink(missing_ok=True)
    return 1 if any(tally.duplicated or tally.lost for tally in tallies) else 0


def _line(tally: Tally) -> str:
    return (
        f"{tally.step:<38}{tally.sent:>6}{tally.refused:>9}{tally.uncertain:>11}{tally.again:>7}"
        f"{tally.duplicated:>12}{tally.lost:>6}"
    )


def run(step: str, seed: int, tally: Tally) -> None:
    """Post, let one process die at the step beside another that works, let others finish, and count."""
    dice = random.Random(f"{step} {seed}")
    names = post_messages(f"{step} {seed}", dice)
    now = timezone.now()
    dying = in_a_process(partial(deliver_and_die, now, step, dice.randint(1, AT_ONCE)))
    working = in_a_process(partial(deliver, now))
    if step == outbox_steps.SERVER_KILLED:
        kill_the_server(dice)
    for child in (dying, working):
        os.waitpid(child, 0)
    for hours in HOURS:
        os.waitpid(in_a_process(partial(deliver, now + timedelta(hours=hours, minutes=1))), 0)
    count(names, tally)


def post_messages(run_name: str, dice: random.Random) -> dict[str, str]:
    """Post the messages of one run; return what is done with each by its Message-ID."""
    words = dice.sample(WORDS, len(WORDS))[:MESSAGES]
    entries = [
        Posting(
            f"{run_name} {place}",
            None,
            Mail(f"{word}-{dice.getrandbits(64):x}@d{place}.example", "Invitation", f"Text {place}\n" * 40),
        )
        for place, word in enumerate(words)
    ]
    messages = outbox.post_all(entries, by=None)
    return {message.message_id: word for message, word in zip(messages, words, strict=True)}


def in_a_process(work: Callable[[], None]) -> int:
    """Do the work in a process of its own and return its number."""
    connections.close_all()
    child = os.fork()
    if child:
        return child
    try:
        work()
    except Exception as error:
        if os.environ.get("OUTBOX_FAULTS_TELL"):
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
        os._exit(1)
    os._exit(0)


def deliver(now: datetime) -> None:
    """Deliver what is due, noting in the book which acknowledgements a journal has."""
    original = journal.Journal.ended

    def ended(self: journal.Journal, outcome: Outcome) -> None:
        original(self, outcome)
        if outcome.verdict == Verdict.TAKEN:
            with BOOK.open("a", encoding="utf-8") as book:
                book.write(f"{outcome.code} journal received\n")

    journal.Journal.ended = ended  # type: ignore[method-assign]  # only in this forked process
    postman.claim = partial(postman.claim, most=AT_ONCE)  # type: ignore[assignment]  # as above
    for _delivery in range(DELIVERIES):
        outbox.deliver_due(now, patience=Patience(2, 2, TAKING_SECONDS))


def deliver_and_die(now: datetime, step: str, nth: int) -> None:
    """Deliver until the step."""
    if step in outbox_steps.STEPS:
        outbox_steps.STEPS[step](nth)
    deliver(now)


def kill_the_server(dice: random.Random) -> None:
    """Kill the mail server while messages are on their way, and start it again at its port."""
    global SINK_NOW
    time.sleep(dice.uniform(0.02, 0.15))
    SINK_NOW.send_signal(signal.SIGKILL)
    SINK_NOW.wait()
    SINK_NOW, _port = start_sink(BOOK, PORT)


def count(names: dict[str, str], tally: Tally) -> None:
    """Compare what the rows say with what the server wrote into its book."""
    rows = {
        message.message_id: message
        for message in OutboxMessage.objects.filter(message_id__in=names).defer("sealed")
    }
    entries = list(_of_these(names))
    times = Counter(name for name, is_taking in entries if is_taking)
    tally.messages += len(names)
    tally.sent += sum(row.state == OutboxMessage.State.SENT for row in rows.values())
    tally.refused += sum(row.state == OutboxMessage.State.REFUSED for row in rows.values())
    tally.uncertain += MailEvent.objects.filter(
        message__message_id__in=names, what=MailEvent.What.UNCERTAIN
    ).count()
    tally.again += sum(number > 1 for number in times.values())
    tally.duplicated += len(_taken_after_receipt(entries))
    tally.lost += sum(_is_lost(rows[name], word, times[name]) for name, word in names.items())


def _of_these(names: dict[str, str]) -> Iterator[tuple[str, bool]]:
    """The entries of the book about these messages: taken by the server, or noted as received."""
    by_code = {name.partition("@")[0].strip("<"): name for name in names}
    for line in BOOK.read_text(encoding="utf-8").splitlines() if BOOK.exists() else []:
        first, _middle, word = line.split()
        if word == "received" and first in by_code:
            yield by_code[first], False
        elif first in names:
            yield first, True


def _taken_after_receipt(entries: list[tuple[str, bool]]) -> set[str]:
    received: set[str] = set()
    again: set[str] = set()
    for name, is_taking in entries:
        if not is_taking:
            received.add(name)
        elif name in received:
            again.add(name)
    return again


def _is_lost(row: OutboxMessage, word: str, times: int) -> bool:
    if word in REFUSED:
        return row.state != OutboxMessage.State.REFUSED
    return row.state != OutboxMessage.State.SENT or times == 0


if __name__ == "__main__":
    sys.exit(main())
