"""
A ministry with many posts: its dashboards and the pages of a post as what is kept grows tenfold.

At scale 1 it has 200 posts, 500,000 people, 100,000 events and 10 million guests; PostgreSQL only, so run it
by `tools/with-postgresql --durable .venv/bin/python bench/campaign.py --scale 0.01 --scale 0.1`. Each scale
is made in an installation of its own schema, the same pages are asked, and the growth from one to the next
is printed: a page must grow by less than the logarithm of the rows. Each figure is printed by the clock and,
in the middle of all runs, by the processor (of the program and of the process of the database that answers
it), which says more where other programs work. `--again` asks the set that stands in the database from a run
before, of one scale. `--days` makes and asks nothing but calendars and recognitions, at scale 1 in a minute.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from time import perf_counter

from support.figures import Figure, machine, percentile, report

WARM, RUNS = 5, 40
# Rows of different sizes are ten times as many; what costs as their logarithm may cost half as much again.
MOST_GROWTH = 1.5
# Below this many milliseconds a difference is noise.
NOISE_MS = 15.0


def main() -> int:
    """Measure each scale in a process of its own; print figures and growth; 1 where a limit is missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--scale", type=float, action="append")
    asked.add_argument("--again", action="store_true")
    asked.add_argument("--days", action="store_true")
    asked.add_argument("--one", type=float, help=argparse.SUPPRESS)
    chosen = asked.parse_args()
    if not os.environ.get("CHANCERY_DATABASE"):
        print("This figure needs PostgreSQL: run it by tools/with-postgresql.")
        return 0
    if chosen.one:
        return _measure(chosen.one, is_made=chosen.again, is_of_days=chosen.days)
    scales = sorted(chosen.scale or [0.01, 0.1])
    print(machine())
    codes, before = [], dict[str, float]()
    for scale in scales:
        code, measured = _in_a_process(scale, ["--again"] * chosen.again + ["--days"] * chosen.days)
        codes += [code, report(_growth(before, measured))]
        before = measured
    return max(codes)


def _in_a_process(scale: float, options: list[str]) -> tuple[int, dict[str, float]]:
    """Measure one scale on a database of its own; return the exit code and the figures by name."""
    command = [sys.executable, __file__, "--one", str(scale), *options]
    found: dict[str, float] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            name, tab, value = line.partition("\t")
            if tab:
                found[name] = float(value)
            else:
                print(line, end="", flush=True)
    return running.returncode, found


def _growth(before: Mapping[str, float], measured: Mapping[str, float]) -> Iterator[Figure]:
    for name, value in measured.items():
        if name in before and value > NOISE_MS:
            yield Figure(f"{name}, times the smaller set", value / before[name], "", MOST_GROWTH)


def _measure(scale: float, *, is_made: bool, is_of_days: bool) -> int:
    if not is_made:
        _empty()
    from support.installation import open_installation  # noqa: PLC0415  # the settings come first

    print(f"scale {scale:g}, {open_installation('campaign')}", flush=True)
    from support.ministry import (  # noqa: PLC0415  # models come after the installation
        make_days,
        make_ministry,
        standing,
    )

    begun = perf_counter()
    make = standing if is_made else make_days if is_of_days else make_ministry
    ministry = make(scale)
    made = [] if is_made else [Figure("made", perf_counter() - begun, "s", 1500)]
    size = ministry.size
    print(f"{size.posts} posts, {size.people:,} people, {size.events:,} events, {size.recognitions:,} texts")
    code = report([*made, Figure("on disk", _gigabytes(), "GB", 40)])
    from support.ministry_pages import asked_of, days_asked_of  # noqa: PLC0415  # as above

    ask = days_asked_of if is_of_days else asked_of
    for measured in ask(ministry, warm=WARM, runs=RUNS):
        clock = [took.clock for took in measured.runs]
        processor = percentile([took.processor for took in measured.runs], 0.5)
        shown = [
            Figure(f"{measured.name}, 95th percentile", percentile(clock, 0.95), "ms", measured.limit),
            Figure(f"{measured.name}, processor", processor, "ms"),
        ]
        code = max(code, report(shown))
        print(f"{measured.name}\t{processor:.2f}", flush=True)
    return code


def _gigabytes() -> float:
    from django.db import connection  # noqa: PLC0415  # the settings come first

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database()) / 1e9")
        return float(cursor.fetchone()[0])


def _empty() -> None:
    """Throw away what another scale left in the database of this run."""
    import psycopg  # noqa: PLC0415

    with psycopg.connect(os.environ["CHANCERY_DATABASE"], autocommit=True) as database:
        database.execute("DROP SCHEMA public CASCADE")
        database.execute("CREATE SCHEMA public")


if __name__ == "__main__":
    raise SystemExit(main())
