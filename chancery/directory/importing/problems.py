"""What is wrong with a file: one plain sentence, where, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Problem:
    """
    One thing wrong.

    Shape: `row` counts as a spreadsheet does, from 1, headings included; 0 is the file as a whole.
    `template` is an English sentence with named places, the key of its translation.
    """

    template: str
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    row: int = 0
    column: str = ""

    def words(self) -> str:
        """The sentence in English."""
        return self.template % self.values


class UnreadableFile(Exception):
    """The file cannot be read at all."""

    def __init__(self, template: str, **values: object) -> None:
        self.problem = Problem(template, {name: str(value) for name, value in values.items()})
        super().__init__(self.problem.words())
