"""The whole dossier of an event with 500 guests: every paper, from rows to files, and all in one ZIP."""

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from tempfile import mkdtemp
from time import perf_counter

from support.figures import Figure, machine, peak_megabytes, report
from support.installation import open_installation

DATABASE = open_installation("dossier")

from support.large_event import large_event

from chancery.desk.dossier import Outcome, Run, bundle, documents_of, usual_stock, write_dossier

GUESTS, FEW = 500, 3
LIMIT_S = 15.0
LIMIT_MB = 500.0
SLOWEST = 3


def main() -> int:
    """Print a small dossier to warm up, then measure the large one; 1 where a limit is missed or a paper."""
    print(f"{machine()}, {DATABASE}")
    folder = Path(mkdtemp(prefix="chancery-bench-papers-"))
    event = large_event(GUESTS)
    run = Run(datetime(2025, 5, 1, 9, tzinfo=UTC), author="Bench", stock=usual_stock(event))
    few = large_event(FEW)
    write_dossier(few, documents_of(few), folder / "few", run)
    moments: list[tuple[str, float]] = [("", perf_counter())]

    def note(outcome: Outcome) -> None:
        moments.append((outcome.document.filename, perf_counter()))

    outcomes = write_dossier(event, documents_of(event), folder / "many", run, report=note)
    bundle(outcomes, folder / "dossier.zip")
    seconds = perf_counter() - moments[0][1]
    made = sum(outcome.path is not None for outcome in outcomes)
    return report(
        [
            Figure(f"dossier of an event with {GUESTS} guests", seconds, "s", LIMIT_S),
            *_slowest(moments),
            Figure("papers made", made, "", len(outcomes), is_floor=True),
            Figure("memory at the highest", peak_megabytes(), "MB", LIMIT_MB),
        ]
    )


def _slowest(moments: list[tuple[str, float]]) -> list[Figure]:
    took = sorted(((now - before, name) for (_, before), (name, now) in pairwise(moments)), reverse=True)
    return [Figure(f"of which {name}", seconds, "s") for seconds, name in took[:SLOWEST]]


if __name__ == "__main__":
    raise SystemExit(main())
