"""What the scans of a party add up to, whatever the order in which they come in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from chancery.rules.door.scans import Doubt, Scan, ScanKind, Standing


@dataclass(slots=True)
class _Count:
    """How many of a party have come in in all, and how many are inside."""

    came: int = 0
    inside: int = 0

    def newcomers(self, people: int) -> int:
        """How many of `people` come in for the first time; who was in before comes back first."""
        return people - min(people, self.came - self.inside)

    def admit(self, people: int, newcomers: int) -> None:
        self.came += newcomers
        self.inside += people

    def leave(self, people: int) -> int:
        gone = min(people, self.inside)
        self.inside -= gone
        return gone


@dataclass(slots=True)
class _Tally:
    """The count of the party, that of each device by its own scans alone, and what they tell."""

    people: int
    all: _Count = field(default_factory=_Count)
    own: dict[str, _Count] = field(default_factory=dict)
    first: Scan | None = None
    last_at: datetime | None = None
    doubts: list[Doubt] = field(default_factory=list)

    def take(self, scan: Scan) -> None:
        own = self.own.setdefault(scan.device, _Count())
        if scan.kind is ScanKind.ADMIT:
            own.admit(scan.people, own.newcomers(scan.people))
            self.people = max(self.people, own.came)  # its steward was warned, and let them in on purpose
            self._admit(scan)
        elif scan.kind is ScanKind.LEAVE:
            own.leave(scan.people)
            if self.all.leave(scan.people):
                self.last_at = scan.at

    def _admit(self, scan: Scan) -> None:
        newcomers = self.all.newcomers(scan.people)
        too_many = max(newcomers - (self.people - self.all.came), 0)
        if too_many and self.first is not None:
            self.doubts.append(Doubt(scan.party, self.first, scan))
        if scan.people > too_many:
            self.all.admit(scan.people - too_many, newcomers - too_many)
            self.first, self.last_at = self.first or scan, scan.at


def standing_of(scans: Iterable[Scan], *, expected: int) -> Standing:
    """
    Say where a party stands by its scans, of which any may be known in any order and more than once.

    Shape: `scans` are of one party; those with one id count once. An undone scan counts nothing, nor does an
    undoing that was itself undone. A refusal and a going out of nobody count nothing.
    Units: `expected` is how many people one pass lets in, one at least; the first by true time count. Who
    went out and comes back is not counted again. What several devices let in beyond it is a doubt and does
    not count; a device that went beyond it by its own scans alone did so on purpose, and they count.
    Ties: scans of one moment stand in the order of their ids.
    Source: docs/rules/door.md.
    """
    tally = _Tally(max(expected, 1))
    for scan in _that_count(scans):
        tally.take(scan)
    return Standing(
        came=tally.all.came,
        inside=tally.all.inside,
        first_at=tally.first.at if tally.first else None,
        last_at=tally.last_at,
        doubts=tuple(tally.doubts),
    )


def _that_count(scans: Iterable[Scan]) -> Sequence[Scan]:
    """The scans that were not taken back, each once, by true time; latest word first decides of undoings."""
    ordered = sorted({scan.id: scan for scan in scans}.values(), key=lambda scan: (scan.at, scan.id))
    undone: set[str] = set()
    for scan in reversed(ordered):
        if scan.kind is ScanKind.UNDO and scan.id not in undone:
            undone.add(scan.undoes)
    return [scan for scan in ordered if scan.id not in undone]
