"""
The seal over the history: what a line costs to seal and to check again, and what a quiet round costs.

50,000 lines as an import leaves them. A change itself pays nothing: lines are sealed afterwards.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from time import process_time

from support.figures import Figure, machine, percentile, report
from support.installation import open_installation

DATABASE = open_installation("seal")

from chancery.base.audit_seal import sealing, verifying
from chancery.base.models import AuditLine, AuditSeal

LINES = 50_000
OFFICE = 1
QUIET_ROUNDS = 50
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def main() -> int:
    """Measure and print; 1 if a figure misses its limit."""
    print(f"{machine()}, {DATABASE}")
    _write_lines()
    return report(_measured())


def _write_lines() -> None:
    AuditLine.objects.bulk_create(
        (
            AuditLine(
                organiser_id=OFFICE,
                code="directory.person.created",
                kind="directory.person",
                object_id=number,
                label=f"Sample, Ana {number}",
                changes={
                    "sort_name": [None, f"Sample, Ana {number}"],
                    "languages": [None, ["ro", "fr"]],
                    "nationality": [None, "RO"],
                    "note": [None, "met in Vienna"],
                },
            )
            for number in range(LINES)
        ),
        batch_size=1000,
    )


def _measured() -> Iterator[Figure]:
    began = process_time()
    sealed = sealing.seal_lines(OFFICE, now=NOW, most=LINES)
    assert sealed == LINES
    yield Figure("a line sealed", (process_time() - began) / LINES * 1e6, "µs", 100)

    began = process_time()
    found = verifying.verify(OFFICE, now=NOW)
    assert (found.lines, found.wrong) == (LINES, 0)
    yield Figure("a line checked", (process_time() - began) / LINES * 1e6, "µs", 150)

    rounds = []
    for _ in range(QUIET_ROUNDS):
        began = process_time()
        sealing.seal_lines(OFFICE, now=NOW)
        rounds.append((process_time() - began) * 1e3)
    yield Figure("a round with nothing to seal, in the middle", percentile(rounds, 0.5), "ms", 10)
    kept = sum(len(members) for members in AuditSeal.objects.values_list("members", flat=True))
    yield Figure("kept a line", kept / LINES, "bytes", 100)


if __name__ == "__main__":
    sys.exit(main())
