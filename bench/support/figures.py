"""Figures beside their limits, and the machine they were measured on."""

import os
import platform
import resource
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value. `is_floor` says that the value must not fall below the limit."""

    what: str
    value: float
    unit: str
    limit: float | None = None
    is_floor: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the limit is kept; a figure without a limit always is."""
        if self.limit is None:
            return True
        return self.value >= self.limit if self.is_floor else self.value <= self.limit

    def __str__(self) -> str:
        shown = f"{self.what:<52} {self.value:>10.4g} {self.unit:<8}"
        if self.limit is None:
            return shown
        word = "at least" if self.is_floor else "at most"
        ratio = f", ratio {self.value / self.limit:.2f}" if self.limit else ""
        return f"{shown} {word} {self.limit:g}{ratio}"


def machine() -> str:
    """One line about the machine: system, processors, Python."""
    cores = os.cpu_count() or 1
    return f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}"


def report(figures: Iterable[Figure]) -> int:
    """Print each figure on its line; the exit code is 1 if one misses its limit."""
    is_met = True
    for figure in figures:
        print(figure, flush=True)
        is_met = is_met and figure.is_met
    return 0 if is_met else 1


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies, the nearest one."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def peak_megabytes() -> float:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
