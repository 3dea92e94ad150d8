"""What the exports have in common: somebody with a ticket, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Peer(StrEnum):
    """The programs whose exports are read."""

    PRETIX = "pretix"
    INDICO = "Indico"
    EVENTBRITE = "Eventbrite"


class Standing(StrEnum):
    """What a ticket says of coming: paid or confirmed, given back, or nothing yet."""

    COMES = "comes"
    REGRETS = "regrets"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Attendee:
    """
    One ticket. `row` is what a spreadsheet counts, in a JSON file the number of the ticket.

    `key` is what the other program knows the ticket by, for ever the same. `why_not` says in English why it
    is not brought, empty where it is. `answers` are pairs of question and answer.
    """

    row: int
    key: str
    name: str = ""
    given: str = ""
    family: str = ""
    other_name: str = ""
    email: str = ""
    phone: str = ""
    body: str = ""
    office: str = ""
    category: str = ""
    standing: Standing = Standing.OPEN
    has_come: bool = False
    asked_at: datetime | None = None
    answers: Sequence[tuple[str, str]] = field(default=())
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """A file that was read: from which program, and who is in it."""

    peer: Peer
    attendees: Sequence[Attendee]
