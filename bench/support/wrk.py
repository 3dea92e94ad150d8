"""The load client `wrk`: it takes less of the machine than ours, and shows what the server gives at most."""

import os
import re
import resource
import secrets
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

SCRIPT = Path(__file__).with_suffix(".lua")
THREADS = 1
TO_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True, slots=True)
class Run:
    """
    Requests a second, the 99th percentile in milliseconds, how many were answered and refused.

    `processor` is the time of processors that it took itself, in seconds.
    """

    rate: float
    p99: float
    answered: int
    refused: int
    processor: float


def is_there() -> bool:
    """Whether `wrk` is installed."""
    return shutil.which("wrk") is not None


def run(port: int, token: str, codes: Sequence[str], *, connections: int, seconds: int) -> Run:
    """Send one scan after the other over each connection."""
    before = _processor_of_children()
    with NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(codes))
        file.flush()
        said = subprocess.run(
            [
                *("wrk", f"-t{THREADS}", f"-c{connections}", f"-d{seconds}s", "--latency"),
                *("-s", str(SCRIPT), f"http://127.0.0.1:{port}"),
            ],
            env={
                **os.environ,
                "DOOR_CODES": file.name,
                "DOOR_TOKEN": token,
                "DOOR_THREADS": str(THREADS),
                "DOOR_SEED": str(secrets.randbits(30)),
            },
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    return _read(said, _processor_of_children() - before)


def _processor_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _read(said: str, processor: float) -> Run:
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    answered = re.search(r"(\d+) requests in", said)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    if not (rate and p99 and answered):
        raise RuntimeError(said)
    return Run(
        rate=float(rate[1]),
        p99=float(p99[1]) * TO_MS[p99[2]],
        answered=int(answered[1]),
        refused=int(refused[1]) if refused else 0,
        processor=processor,
    )
