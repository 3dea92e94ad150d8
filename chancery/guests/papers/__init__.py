"""What is printed for the guests, and the shape of the values each document takes."""

from typing import Literal, TypedDict

from django.utils.translation import gettext_noop

from chancery.base.pdf import EventLines, Paper
from chancery.base.register import REGISTER, Column, Register
from chancery.base.stock import Cut, EnvelopeSize, NameCardSize, PlaceCardStyle, Sheet
from chancery.guests.papers.rounds import ROUND_SHEETS, Call, Round, RoundSheets
from chancery.guests.papers.sent import (
    ENTRY_PASSES,
    INVITATION_CARDS,
    LABELS,
    LETTERS,
    NOTES_VERBALES,
    Block,
    EntryPass,
    EntryPasses,
    House,
    InvitationCard,
    InvitationCards,
    Label,
    Labels,
    LetterPage,
    Letters,
    NotesVerbales,
)

__all__ = [
    "ATTENDANCE_FORM",
    "ENTRY_PASSES",
    "ENVELOPES",
    "GUEST_LIST",
    "INVITATION_CARDS",
    "LABELS",
    "LETTERS",
    "NAME_CARDS",
    "NOTES_VERBALES",
    "PLACE_CARDS",
    "REGISTER",
    "ROUND_SHEETS",
    "AttendanceForm",
    "Block",
    "Call",
    "Category",
    "Column",
    "EntryPass",
    "EntryPasses",
    "Envelope",
    "Envelopes",
    "Face",
    "GuestList",
    "GuestRow",
    "House",
    "InvitationCard",
    "InvitationCards",
    "Label",
    "Labels",
    "LetterPage",
    "Letters",
    "NameCard",
    "NameCards",
    "NotesVerbales",
    "PlaceCard",
    "PlaceCards",
    "Register",
    "Round",
    "RoundSheets",
    "Signatory",
]


class GuestRow(TypedDict):
    """`lines` are office and body; a column in which nothing stands is left out of the list."""

    place: str
    name: str
    lines: list[str]
    state: str
    reply: str
    companions: str
    note: str


class Category(TypedDict):
    """`level` 2 stands within the level 1 before it; `count` is in words ("24 guests, 31 persons")."""

    heading: str
    level: Literal[1, 2]
    count: str
    rows: list[GuestRow]


class GuestList(TypedDict):
    format: Sheet
    heading: str
    event: EventLines
    summary: str
    categories: list[Category]


class Signatory(TypedDict):
    number: str
    name: str
    lines: list[str]


class AttendanceForm(TypedDict):
    """At least `spare` empty lines follow for those who come unlisted."""

    format: Sheet
    heading: str
    event: EventLines
    summary: str
    rows: list[Signatory]
    spare: int


class Face(TypedDict):
    """One side of a card, in the language of the card; `label` is empty or such as “Sample”."""

    name: str
    lines: list[str]
    language: str
    label: str


class PlaceCard(TypedDict):
    """A tent without a back carries its front twice."""

    front: Face
    back: Face | None


class PlaceCards(TypedDict):
    sheet: Sheet
    cut: Cut
    style: PlaceCardStyle
    cards: list[PlaceCard]


class NameCard(TypedDict):
    """`labels` are words such as the category, `code` an SVG from `base.qr` or empty."""

    house: House
    name: str
    lines: list[str]
    language: str
    labels: list[str]
    code: str


class NameCards(TypedDict):
    sheet: Sheet
    cut: Cut
    size: NameCardSize
    cards: list[NameCard]


class Envelope(TypedDict):
    """`lines` begin with the form of address for envelopes; `mark` is empty or such as “By hand”."""

    lines: list[str]
    language: str
    mark: str


class Envelopes(TypedDict):
    format: EnvelopeSize
    sender: list[str]
    envelopes: list[Envelope]


GUEST_LIST = Paper[GuestList](
    "guests/papers/guest_list.typ",
    {
        "place": "",
        "name": gettext_noop("Name and office"),
        "state": gettext_noop("State"),
        "reply": gettext_noop("Reply"),
        "note": gettext_noop("Companions and notes"),
        "nobody": gettext_noop("Nobody is on the list yet."),
    },
)

ATTENDANCE_FORM = Paper[AttendanceForm](
    "guests/papers/attendance_form.typ",
    {
        "number": gettext_noop("No."),
        "name": gettext_noop("Name and office"),
        "signature": gettext_noop("Signature"),
        "unlisted": gettext_noop("Not on the list"),
    },
)

PLACE_CARDS = Paper[PlaceCards]("guests/papers/place_cards.typ")

NAME_CARDS = Paper[NameCards]("guests/papers/name_cards.typ", {"code": gettext_noop("QR code")})

ENVELOPES = Paper[Envelopes]("guests/papers/envelopes.typ")
