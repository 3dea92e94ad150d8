"""How two versions of a list differ: who is new, who is gone, what changed of the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """One person of a list; `key` is the same in every version, `values` are texts by field."""

    key: str
    name: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that reads otherwise; an empty text where nothing stood."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """Somebody who stands in both versions, with what reads otherwise; never without a field."""

    row: FrozenRow
    fields: Sequence[FieldChange]


@dataclass(frozen=True, slots=True)
class Differences:
    """What became of a list between two versions."""

    new: Sequence[FrozenRow]
    gone: Sequence[FrozenRow]
    changed: Sequence[RowChange]

    @property
    def count(self) -> int:
        """How many people are new, gone or changed."""
        return len(self.new) + len(self.gone) + len(self.changed)


def differences(before: Sequence[FrozenRow], after: Sequence[FrozenRow]) -> Differences:
    """
    Compare two versions of a list.

    Shape: new and changed rows in the order of `after`, gone ones in that of `before`; keys are unique in
    each. Only fields that both versions hold are compared: what was not asked for has not changed.
    """
    earlier, later = {row.key: row for row in before}, {row.key: row for row in after}
    return Differences(
        new=[row for row in after if row.key not in earlier],
        gone=[row for row in before if row.key not in later],
        changed=[
            RowChange(row, fields)
            for row in after
            if row.key in earlier and (fields := _changes(earlier[row.key], row))
        ],
    )


def _changes(before: FrozenRow, after: FrozenRow) -> list[FieldChange]:
    return [
        FieldChange(name, before.values[name], value)
        for name, value in after.values.items()
        if name in before.values and before.values[name] != value
    ]
