"""What processes hold in memory and take of the processors, on Linux."""

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

PARENT, OWN, OF_ENDED = 1, slice(11, 13), slice(13, 15)
"""Where `stat` has the number of the parent, the ticks of a process, and those of its children that ended."""


def most_megabytes(numbers: Iterable[int]) -> float:
    """Return what the largest of these processes holds at this moment."""
    return max(map(_megabytes, numbers), default=0.0)


def tree_seconds(number: int) -> float:
    """Return the seconds of processors that a process and its children have taken, also those that ended."""
    ticks = sum(_ticks(_stat(number), OWN, OF_ENDED))
    for path in Path("/proc").glob("[0-9]*"):
        stat = _stat(int(path.name))
        if stat and int(stat[PARENT]) == number:
            ticks += sum(_ticks(stat, OWN))
    return ticks / os.sysconf("SC_CLK_TCK")


def parent_of(number: int) -> int:
    """Return the number of the process that started another one."""
    return int(_stat(number)[PARENT])


def _ticks(stat: Sequence[str], *parts: slice) -> Iterable[int]:
    return (int(word) for part in parts for word in stat[part])


def _stat(number: int) -> Sequence[str]:
    """Return the words of `stat` after the name, which may hold spaces; none where the process has ended."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return ()


def _megabytes(number: int) -> float:
    try:
        status = Path(f"/proc/{number}/status").read_text()
    except FileNotFoundError:
        return 0.0
    return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024
