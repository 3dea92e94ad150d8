"""What is printed for the guests, and the shape of the values each document takes."""

from typing import Literal, NotRequired, TypedDict

from django.utils.translation import gettext_noop

from chancery.base.pdf import EventLines, Paper


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
    format: Literal["a4", "us-letter"]
    heading: str
    event: EventLines
    summary: str
    categories: list[Category]


class Signatory(TypedDict):
    number: str
    name: str
    lines: list[str]


class AttendanceForm(TypedDict):
    """`spare` empty lines follow for those who come unlisted."""

    format: Literal["a4", "us-letter"]
    heading: str
    event: EventLines
    summary: str
    rows: list[Signatory]
    spare: int


class Face(TypedDict):
    """What stands on one side of a card, in the language of the card."""

    name: str
    lines: list[str]
    language: str


class PlaceCard(TypedDict):
    """A tent without a back carries its front twice."""

    front: Face
    back: Face | None


class PlaceCards(TypedDict):
    sheet: Literal["a4", "us-letter", "none"]
    style: Literal["tent", "flat"]
    marks: NotRequired[bool]
    cards: list[PlaceCard]


class NameCard(TypedDict):
    """`label` is a word such as the category, `code` an SVG from `base.qr` or empty."""

    name: str
    lines: list[str]
    language: str
    label: str
    code: str


class NameCards(TypedDict):
    sheet: Literal["a4", "us-letter", "none"]
    size: Literal["badge", "a6", "5x7"]
    marks: NotRequired[bool]
    cards: list[NameCard]


class Envelope(TypedDict):
    """`lines` begin with the form of address for envelopes; `mark` is empty or such as “By hand”."""

    lines: list[str]
    language: str
    mark: str


class Envelopes(TypedDict):
    format: Literal["c6", "dl", "us-10", "a7-envelope"]
    sender: list[str]
    envelopes: list[Envelope]


GUEST_LIST = Paper[GuestList](
    "guests/papers/guest_list.typ",
    {
        "place": "",
        "state": gettext_noop("State"),
        "reply": gettext_noop("Reply"),
        "companions": gettext_noop("Companions"),
        "note": gettext_noop("Note"),
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
