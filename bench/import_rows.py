"""
A list of 100,000 people from the file to the directory: read, checked, compared with each other, written.

One in twenty rows is somebody of another row, written otherwise; an argument gives another number of rows.
The time of the processor stands beside that of the clock, for a machine on which others work too.
"""

import csv
import io
import random
import sys
from collections.abc import Iterator
from time import perf_counter, process_time

from name_search import KINDS
from support.figures import Figure, machine, peak_megabytes, report
from support.installation import open_installation
from support.sample_names import sample_names

DATABASE = open_installation("import")

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.base.garbage import collect_seldom
from chancery.directory.actions import import_undo, imports
from chancery.directory.importing.columns import guessed
from chancery.directory.models import Import, ImportPair, Person

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
LIMIT_SECONDS = 60 * ROWS / 100_000
LIMIT_MB = 500
AGAIN_EVERY = 20
HEADINGS = ("Name", "Title", "Organisation", "Country", "E-mail", "Phone", "Since")
TITLES = ("Ambassador", "Counsellor", "First Secretary", "Director", "Editor", "Professor", "Attaché")
STATES = (
    "France",
    "Germania",
    "Azərbaycan",
    "Румыния",
    "Italy",
    "Türkiye",
    "Poland",
    "Greece",
    "Georgia",
    "Spain",
)


def main() -> int:
    """Make the list, bring it, take it back, print; 1 where a limit is missed."""
    print(f"{machine()}, {DATABASE}")
    # As the worker does when it has started.
    collect_seldom()
    organiser = Organiser.objects.create(
        ref="bench", names={"en": "Bench"}, city="Bench", languages=["en", "ro"]
    )
    by = Actor(organiser.pk)
    content = _file()
    print(f"{ROWS:,} rows, {len(content) / 1024 / 1024:.1f} MB")
    # a small file would be checked at once, inside the step before
    imports.SMALL_BYTES = 0

    started, busy = perf_counter(), process_time()
    batch = imports.receive(organiser=organiser, filename="list.csv", content=content, by=by)
    received = perf_counter() - started
    Import.objects.filter(pk=batch.pk).update(mapping=guessed(HEADINGS), state=Import.State.CHECKING)
    del content
    started = perf_counter()
    counts = imports.check(batch)
    checked, busy = perf_counter() - started, process_time() - busy
    imports.decide_all(batch, decision=ImportPair.Decision.SAME, is_sure=True)
    imports.decide_all(batch, decision=ImportPair.Decision.NEW, is_sure=False)
    batch.refresh_from_db()
    started, writing = perf_counter(), process_time()
    imports.write(batch, by=by)
    written, busy = perf_counter() - started, busy + process_time() - writing
    people, memory = Person.objects.count(), peak_megabytes()
    batch.refresh_from_db()
    started = perf_counter()
    import_undo.undo_import(batch, by=by)
    undone = perf_counter() - started
    return report(
        [
            Figure("received, encoding and columns recognised", received, "s"),
            Figure("checked, everybody compared with everybody", checked, "s"),
            Figure("pairs shown for a decision", counts["pairs"], "pairs"),
            Figure("written with history and search words", written, "s"),
            Figure("people in the directory then", people, "people"),
            Figure("from the file to the directory", received + checked + written, "s", LIMIT_SECONDS),
            Figure("the same, time of the processor", busy, "s"),
            Figure("memory", memory, "MB", LIMIT_MB),
            Figure("taken back whole", undone, "s"),
        ]
    )


def _file() -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    writer.writerow(HEADINGS)
    writer.writerows(_rows())
    return stream.getvalue().encode()


def _rows() -> Iterator[tuple[str, ...]]:
    dice = random.Random(3)
    respellings = [respell for _kind, respell, _limit in KINDS]
    before: list[tuple[str, ...]] = []
    for number, name in enumerate(sample_names(ROWS)):
        if number % AGAIN_EVERY == AGAIN_EVERY - 1:
            earlier = dice.choice(before)
            yield (dice.choice(respellings)(earlier[0], dice) or earlier[0], *earlier[1:])
            continue
        institute = dice.randrange(max(10, ROWS // 50))
        state, body = STATES[institute % len(STATES)], f"Institute {institute}"
        mail, phone = f"person{number}@example.org", f"+40 21 {number:07}"
        row = (
            name,
            dice.choice(TITLES),
            body,
            state,
            mail,
            phone,
            f"20{number % 25:02}-0{1 + number % 9}-11",
        )
        before.append(row)
        yield row


if __name__ == "__main__":
    sys.exit(main())
