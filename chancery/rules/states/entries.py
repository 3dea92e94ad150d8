"""What ordering states gives back: places with reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from chancery.rules.reasons import Reason

SOURCE = "docs/rules/states.md"


@dataclass(frozen=True, slots=True)
class Entry:
    """One state or body in an order: its place from 1, its name as it was sorted or is shown, and why."""

    code: str
    place: int
    name: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class StateOrder:
    """An order of states: the entries, first to last, and the reasons that hold for all of them."""

    entries: tuple[Entry, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in order."""
        return tuple(entry.code for entry in self.entries)


def numbered(
    codes: Sequence[str], names: Mapping[str, str], reasons: Mapping[str, tuple[Reason, ...]] | None = None
) -> tuple[Entry, ...]:
    """Give places to codes that are in order."""
    own = reasons or {}
    return tuple(
        Entry(code, place, names.get(code, code), own.get(code, ()))
        for place, code in enumerate(codes, start=1)
    )


def unique(codes: Sequence[str]) -> list[str]:
    """Each code once, where it first stands."""
    return list(dict.fromkeys(codes))


def reason(template: str, rule: str, *, is_open: bool = False, **values: str) -> Reason:
    """A sentence with its rule and page."""
    return Reason(template, MappingProxyType(values), rule, SOURCE, is_open)
