"""What a pass in a wallet says, whoever made the wallet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Line:
    """What is told, and the word that stands above it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Face:
    """
    A pass in one language.

    Shape: `lines` holds what is known, by name and in the order of reading: `title` and `guest` always, then
    `when`, `place`, `seat` and whatever else is told; no text is empty. `address` is where the place is, or
    empty; `kind` is “Entry pass”.
    """

    language: str
    house: str
    kind: str
    lines: Mapping[str, Line]
    address: str = ""


@dataclass(frozen=True, slots=True)
class Ticket:
    """
    A pass as a wallet takes it.

    Shape: `serial` is the code of the invitation, `event` that of the event, `code` the text for the door,
    `typed` what stands below it for a door that cannot read it. The first of `faces` is in the guest's own
    language, the others are for telephones set to another one. Times are aware, in the zone of the place, or
    None where they are not known. `colour` is the accent of the office, dark enough for light letters.
    """

    serial: str
    event: str
    code: str
    typed: str
    colour: str
    faces: Sequence[Face]
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    expires_at: datetime | None = None

    @property
    def face(self) -> Face:
        """The pass in the guest's own language."""
        return self.faces[0]
