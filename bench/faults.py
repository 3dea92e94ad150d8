"""
An installation while everything dies: web process, worker, database, disk, clock, network, each at any step.

Every run lays the same installation anew, begins one kind of work, and strikes it once at a step that its
number chooses; the user goes on as users do, the office mends what is broken, processes start again. In the
end the rows must be those of a run in which nothing happened: nothing lost that was confirmed, nothing twice,
nothing half, a line for every change; and whoever asked meanwhile was answered in words.

    bench/faults.py [--runs 60] [--first 1] [--work NAME] [--blow NAME] [--json]
    tools/with-postgresql .venv/bin/python bench/faults.py

A run is repeated by its number: `--first 417 --runs 1`. It ends with 1 where anything was broken. Several can
go on beside each other, each with its own home, disk and server: a night on few cores holds thousands.
"""

import argparse
import json
import logging
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from support.faults.disk import Disk
from support.figures import machine

DISK = Disk(512 if os.environ.get("CHANCERY_DATABASE") else 128)
tempfile.tempdir = os.environ["TMPDIR"] = str(DISK.place)
BOOK = DISK.aside / "taken"


def start_sink() -> tuple["subprocess.Popen[str]", int]:
    """Start the mail server that takes everything and writes it down; return it with its port."""
    words = [sys.executable, str(ROOT / "bench/support/smtp_sink.py"), str(BOOK)]
    sink = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert sink.stdout is not None
    return sink, int(sink.stdout.readline())


SINK, SINK_PORT = start_sink()
os.environ["CHANCERY_MAIL"] = "smtp://127.0.0.1:9"
os.environ["CHANCERY_MAIL_PER_DOMAIN"] = "0"

from support.installation import open_installation

DATABASE = open_installation("faults")

from dataclasses import replace

from django.conf import settings
from django.db import connections, transaction
from support.faults import holding, strikes
from support.faults.client import Client, GaveUp
from support.faults.command_works import CommandWork, all_commands
from support.faults.served_works import all_served
from support.faults.shared import COUNT, IS_STRUCK
from support.faults.stage import DidNotComeBack, Stage
from support.faults.works import Work, is_over, office, sign_in

from chancery.base import jobs
from tests import make

SERVED_BLOWS = (
    "nothing",
    "web killed",
    "database stopped",
    "disk full",
    "clock set wrong",
    "network to the browser",
    "network to the mail server",
)
ON_POSTGRESQL = ("worker killed", "network to the database")
COMMAND_BLOWS = ("nothing", "process killed", "database stopped", "disk full")
CLOCKS = (-172_800.0, -3600.0, -90.0, 90.0, 3600.0, 172_800.0)
MODES = ("cut", "half", "drop", "delay")
MOST_TIMES = 4
WORK_SECONDS = 10.0


@dataclass
class Run:
    """One run: what was struck by what at which step, and what was found broken."""

    number: int
    work: str
    blow: str
    at: int
    was_struck: bool = False
    faults: list[str] = field(default_factory=list)
    refusals: int = 0
    seconds: float = 0.0


class Harness:
    """The installation, the kinds of work, and what an undisturbed run of each leaves behind."""

    def __init__(self, only: Sequence[str]) -> None:
        self.stage = Stage(DISK, SINK_PORT)
        settings.MAIL_ROUTE = replace(
            settings.MAIL_ROUTE, server=replace(settings.MAIL_ROUTE.server, port=self.stage.ports["mail"])
        )
        self.works: dict[str, Work] = {
            work.name: work for work in [*all_served(), *all_commands()] if not only or work.name in only
        }
        place = office()
        self.actor = make.actor(place)
        self.owner = make.member(place, "owner")
        session = sign_in(self.owner)
        for work in self.works.values():
            work.session = session
            work.build(place)
        self.stage.keep()
        self.steps: dict[str, dict[str, int]] = {}
        self.whole: dict[str, holding.Counts] = {}

    def blows_of(self, work: Work) -> list[str]:
        """What can happen to this work on this database and disk."""
        is_postgresql = self.stage.database.is_postgresql
        names = list(COMMAND_BLOWS if isinstance(work, CommandWork) else SERVED_BLOWS)
        if not isinstance(work, CommandWork) and is_postgresql:
            names += ON_POSTGRESQL
        if not self.stage.disk.is_small:
            names.remove("disk full")
        return names

    def learn(self) -> Iterator[str]:
        """Do each work once without a blow: count its steps, keep what it leaves behind."""
        for work in self.works.values():
            self.steps[work.name] = {}
            for name in self._processes(work):
                run = Run(0, work.name, "nothing", 0)
                self._do(work, run, {name: (0, None)}, random.Random(0))
                self.steps[work.name][name] = max(1, self.stage.shared[COUNT])
            connections.close_all()
            self.whole[work.name] = self._outside(holding.counted)
            whole = self.whole[work.name]
            run.faults += self._outside(partial(holding.listed, whole, BOOK))
            yield from (f"{work.name}, undisturbed: {fault}" for fault in (*run.faults, *work.faults()))

    def _processes(self, work: Work) -> list[str]:
        if isinstance(work, CommandWork):
            return ["command"]
        return ["worker", "web"] if self.stage.database.is_postgresql else ["web"]

    def run(self, number: int, *, works: Sequence[str], blows: Sequence[str]) -> Run:
        """Do one run, all of it chosen by its number."""
        dice = random.Random(number)
        work = self.works[dice.choice(sorted(works or self.works))]
        possible = [name for name in self.blows_of(work) if not blows or name in blows] or ["nothing"]
        blow = dice.choice(possible)
        name = "worker" if blow == "worker killed" else self._processes(work)[-1]
        if blow == "network to the mail server" and "worker" in self.steps[work.name]:
            name = "worker"
        run = Run(number, work.name, blow, dice.randint(1, self.steps[work.name][name]))
        began = time.monotonic()
        try:
            self._do(work, run, {name: (run.at, self._blow(blow, dice))}, dice)
            run.faults += self._outside(partial(holding.listed, self.whole[work.name], BOOK))
            run.faults += self._outside(lambda: list(work.faults()))
        except DidNotComeBack as error:
            run.faults.append(str(error))
            self.stage.end(kindly=False)
        run.seconds = time.monotonic() - began
        return run

    def _outside[Found](self, look: Callable[[], Found]) -> Found:
        self.stage.database.use()
        try:
            return look()
        finally:
            connections.close_all()

    def _blow(self, name: str, dice: random.Random) -> strikes.Blow | None:
        stage = self.stage
        mode, clock = dice.choice(MODES), dice.choice(CLOCKS)
        left = dice.choice((0, 0, 8192, 65536))
        link = {"network to the browser": "web", "network to the mail server": "mail"}.get(name, "database")
        match name:
            case "nothing":
                return None
            case "web killed" | "worker killed" | "process killed":
                return strikes.die
            case "database stopped":
                return stage.database.stop if stage.database.is_postgresql else stage.lock_file
            case "disk full":
                return lambda: stage.fill_disk(left)
            case "clock set wrong":
                return lambda: stage.set_clock(clock)
        return lambda: stage.treat(link, mode)

    def _do(
        self,
        work: Work,
        run: Run,
        struck: dict[str, tuple[int, strikes.Blow | None]],
        dice: random.Random,
    ) -> None:
        """Lay the installation, do the work under the blow, end all and let time pass."""
        BOOK.unlink(missing_ok=True)
        self.stage.lay()
        work.confirmed = []
        if isinstance(work, CommandWork):
            self._command(work, run, struck)
        else:
            self._served(work, run, struck, kindly=dice.random() < 0.5)
        run.was_struck = bool(self.stage.shared[IS_STRUCK])
        self.stage.shared.clock_offset = 0.0
        self.stage.mend()
        _code, words = self._in_a_process(holding.settle, "settling")
        if "Traceback" in words:
            run.faults.append(f"settling failed: {words[-400:]}")

    def _served(
        self, work: Work, run: Run, struck: dict[str, tuple[int, strikes.Blow | None]], *, kindly: bool
    ) -> None:
        self.stage.start(struck)
        client = Client(
            lambda: self.stage.ports["web"], self.stage.mend, work.session, partial(sign_in, self.owner)
        )
        self.stage.arm()
        try:
            work.do(client)
        except GaveUp as error:
            run.faults.append(f"gave up: {error}")
        self.stage.mend()
        self.stage.disarm()
        if not self._outside(self._does_work):
            run.faults.append("the worker works no more")
        self.stage.end(kindly=kindly)
        run.refusals = sum(answer.status >= 500 or answer.status == 0 for answer in client.answers)
        run.faults += [words for answer in client.answers if (words := answer.unclear())]

    def _does_work(self) -> bool:
        """Whether the worker takes a job up after all was mended; one it had in hand is waited for."""
        with transaction.atomic():
            job = jobs.start("base.media.prepare", by=self.actor)
        until = time.monotonic() + WORK_SECONDS
        while time.monotonic() < until:
            job.refresh_from_db()
            if is_over(job):
                return True
            time.sleep(0.05)
        return False

    def _command(
        self, work: CommandWork, run: Run, struck: dict[str, tuple[int, strikes.Blow | None]]
    ) -> None:
        """Run the command, and again after each failure; what it says must be a sentence."""
        self.stage._struck = struck
        self.stage.arm()
        for _time in range(MOST_TIMES):
            code, words = self._in_a_process(work.run, "command")
            if work.is_heard and "Traceback" in words:
                run.faults.append(f"no sentence: {words.strip().splitlines()[-1][:200]}")
            if code == 0:
                break
            run.refusals += 1
            self.stage._struck = {}
            self.stage.mend()
        else:
            run.faults.append(f"gave up: {words[-200:]}")
        self.stage.disarm()
        self.stage._struck = {}

    def _in_a_process(self, work: Callable[[], object], name: str) -> tuple[int, str]:
        log = DISK.aside / f"{name}.log"
        log.unlink(missing_ok=True)
        number = self.stage.in_a_process(work, name)
        _number, status = os.waitpid(number, 0)
        return os.waitstatus_to_exitcode(status), log.read_text(errors="replace") if log.exists() else ""


def main() -> int:
    """Run, print, and say whether anything was broken."""
    asked = _asked()
    logging.disable(logging.CRITICAL)
    if not settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        # Somebody who waits for the file is told so sooner than in an office.
        settings.DATABASES["default"]["OPTIONS"]["timeout"] = 1
    if not asked.json:
        print(f"{machine()}, {DATABASE}, runs {asked.first} to {asked.first + asked.runs - 1}")
        if not DISK.is_small:
            print("No disk of its own could be mounted: a full disk is not tried.")
    harness = Harness(asked.work)
    try:
        unsound = list(harness.learn())
        print("\n".join(unsound), file=sys.stderr)
        runs = [] if unsound else list(_runs(harness, asked))
    finally:
        harness.stage.end(kindly=False)
        harness.stage.close()
        SINK.kill()
    if not asked.json:
        _tell(runs)
    return int(bool(unsound) or any(run.faults for run in runs))


def _runs(harness: Harness, asked: argparse.Namespace) -> Iterator[Run]:
    for number in range(asked.first, asked.first + asked.runs):
        run = harness.run(number, works=asked.work, blows=asked.blow)
        if asked.json:
            print(json.dumps(asdict(run)), flush=True)
        elif run.faults:
            print(f"run {run.number}: {run.work}, {run.blow} at step {run.at}", flush=True)
            print("\n".join(f"    {fault}" for fault in run.faults), flush=True)
        yield run


def _tell(runs: Sequence[Run]) -> None:
    """Print a line for each work and blow, and how many runs a minute holds."""
    table = Counter[tuple[str, str, str]]()
    for run in runs:
        table[run.work, run.blow, "runs"] += 1
        table[run.work, run.blow, "struck"] += run.was_struck
        table[run.work, run.blow, "refused"] += run.refusals
        table[run.work, run.blow, "broken"] += bool(run.faults)
    print(f"{'':<44}{'runs':>6}{'struck':>8}{'refused':>9}{'broken':>8}")
    for work, blow in sorted({key[:2] for key in table}):
        counts = [table[work, blow, name] for name in ("runs", "struck", "refused", "broken")]
        print(f"{work + ', ' + blow:<44}{counts[0]:>6}{counts[1]:>8}{counts[2]:>9}{counts[3]:>8}")
    if seconds := sum(run.seconds for run in runs):
        print(f"{60 * len(runs) / seconds:.0f} runs a minute")


def _asked() -> argparse.Namespace:
    reader = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    reader.add_argument("--runs", type=int, default=60)
    reader.add_argument("--first", type=int, default=1)
    reader.add_argument("--work", action="append", default=[])
    reader.add_argument("--blow", action="append", default=[])
    reader.add_argument("--json", action="store_true")
    return reader.parse_args()


if __name__ == "__main__":
    sys.exit(main())
