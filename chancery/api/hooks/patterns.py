"""Which codes of changes there are, and which of them an endpoint hears of."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

ALL = "*"
TEST = "hooks.test"


@cache
def known_codes() -> tuple[str, ...]:
    """The codes of changes in their order; `*` within one stands for a kind of row. See `make codes`."""
    return tuple(files("chancery.api.hooks").joinpath("codes.txt").read_text(encoding="utf-8").split())


@cache
def families() -> tuple[str, ...]:
    """The first words of the codes: `guests`."""
    return tuple(sorted({code.partition(".")[0] for code in known_codes()}))


def is_heard(code: str, patterns: Iterable[str]) -> bool:
    """Whether a code is one of the patterns, or begins as one that ends in `*` does."""
    return any(
        code.startswith(pattern[:-1]) if pattern.endswith(ALL) else code == pattern for pattern in patterns
    )


def names_something(pattern: str) -> bool:
    """Whether a pattern means any code that is known."""
    return any(_meets(pattern, code) for code in known_codes())


def _meets(pattern: str, code: str) -> bool:
    """Compare part by part: a kind of row may stand for the second part of either."""
    if pattern == ALL:
        return True
    if pattern.endswith(".*") and (code + ".").startswith(pattern[:-1]):
        return True
    wanted, there = pattern.split("."), code.split(".")
    if pattern.endswith(".*"):
        wanted, there = wanted[:-1], there[: len(wanted) - 1]
    return len(wanted) == len(there) and all(b in (a, ALL) for a, b in zip(wanted, there, strict=True))
