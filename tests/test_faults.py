"""Whatever dies at whatever step, nothing is lost, twice or half, and who asked is answered in words."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WORKS = ("replies", "door", "load")


@pytest.mark.loopback
@pytest.mark.skipif("CHANCERY_DATABASE" in os.environ, reason="others rest on that database")
def test_an_installation_survives_twelve_blows() -> None:
    """A slice of `make faults`, in an installation of its own on SQLite."""
    chosen = [word for work in WORKS for word in ("--work", work)]

    ran = subprocess.run(
        [sys.executable, ROOT / "bench" / "faults.py", "--runs", "12", "--json", *chosen],
        env={key: value for key, value in os.environ.items() if key != "CHANCERY_HOME"}
        | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    runs = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert len(runs) == 12
    assert [run["faults"] for run in runs] == [[]] * 12
    assert sum(run["was_struck"] for run in runs) >= 6
