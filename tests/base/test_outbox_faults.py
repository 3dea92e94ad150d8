"""Whatever dies at whatever step, nothing is lost, and nothing is sent again that was known to be taken."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MESSAGES, REFUSED = 24, 2


@pytest.fixture(scope="module")
def tallies() -> dict[str, dict[str, int]]:
    """One run of every step in an installation of its own, on the database of this test run."""
    ran = subprocess.run(
        [sys.executable, ROOT / "bench" / "outbox_faults.py", "1", "--json"],
        env={key: value for key, value in os.environ.items() if key != "CHANCERY_HOME"}
        | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return {tally["step"]: tally for tally in map(json.loads, ran.stdout.splitlines())}


def test_nothing_is_lost_or_duplicated_whatever_dies(tallies: dict[str, dict[str, int]]) -> None:
    assert len(tallies) == 18
    for tally in tallies.values():
        assert (tally["sent"], tally["refused"]) == (MESSAGES - REFUSED, REFUSED), tally
        assert (tally["duplicated"], tally["lost"]) == (0, 0), tally


def test_a_lost_acknowledgement_makes_a_message_uncertain(tallies: dict[str, dict[str, int]]) -> None:
    """Three messages of a run are uncertain by the server's doing; three kinds of death add one each."""
    deadly = ("killed before the dot", "killed before the answer", "killed before the answer is noted")

    assert sum(tallies[step]["uncertain"] for step in deadly) > 3 * tallies["nothing dies"]["uncertain"]
    for step in ("killed before the claim", "killed after the claim", "killed after settling"):
        assert tallies[step]["uncertain"] == tallies["nothing dies"]["uncertain"]
