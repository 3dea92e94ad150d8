"""What goes to guests on paper, and the shape of the values each document takes."""

from collections.abc import Mapping
from typing import TypedDict

from django.utils.translation import gettext_noop

from chancery.base.pdf import Paper
from chancery.base.stock import Cut, InvitationCardSize, LabelSize, Sheet


class Block(TypedDict):
    """Lines of a card that stand together in its middle; the guest's name is set large."""

    text: str
    is_name: bool


class InvitationCard(TypedDict):
    """
    A card of invitation (R80, R81).

    `reply` begins with the reply mark, under which contact and day stand; `code` is an SVG from `base.qr` of
    the address of the reply, or empty; `label` is empty or such as “Sample”.
    """

    blocks: list[Block]
    reply: list[str]
    dress: list[str]
    admission: str
    language: str
    code: str
    label: str


class InvitationCards(TypedDict):
    """`beside_code` is the word beside a code in each language of the cards."""

    sheet: Sheet
    cut: Cut
    size: InvitationCardSize
    beside_code: Mapping[str, str]
    cards: list[InvitationCard]


class House(TypedDict):
    """The organiser as a card or a letter names it, and the language the name is written in."""

    name: str
    language: str


class LetterPage(TypedDict):
    """
    A letter, or a note verbale (R85): that one has neither opening nor close nor signature.

    `house` stands at its head, `date` is the place and the date in one line; `addressee` stands in the window
    of the envelope, on a note at its foot. `code` and `label` are as on a card.
    """

    house: House
    number: str
    date: str
    addressee: list[str]
    subject: str
    opening: str
    paragraphs: list[str]
    close: str
    signature: list[str]
    language: str
    code: str
    label: str


class Letters(TypedDict):
    format: Sheet
    beside_code: Mapping[str, str]
    letters: list[LetterPage]


class NotesVerbales(TypedDict):
    format: Sheet
    notes: list[LetterPage]


class Label(TypedDict):
    """`lines` begin with the form of address for envelopes."""

    lines: list[str]
    language: str


class Labels(TypedDict):
    """The sheet is that on which labels of such a `size` are sold."""

    size: LabelSize
    labels: list[Label]


class EntryPass(TypedDict):
    """
    What a guest shows at the door, on one page of A6 or on a telephone, in the language of the guest.

    `lines` are day, time and place; `seats` say where the party sits, as far as it is told; `code` is an SVG
    from `base.qr`; `mark` is empty or such as “personal, not transferable”.
    """

    heading: str
    language: str
    house: str
    title: str
    lines: list[str]
    name: str
    companions: list[str]
    seats: list[str]
    mark: str
    code: str
    label: str


class EntryPasses(TypedDict):
    """Each pass stands on a page of its own."""

    passes: list[EntryPass]


INVITATION_CARDS = Paper[InvitationCards](
    "guests/papers/invitation_cards.typ", {"code": gettext_noop("QR code for the reply")}
)

LETTERS = Paper[Letters]("guests/papers/letters.typ", {"code": gettext_noop("QR code for the reply")})

NOTES_VERBALES = Paper[NotesVerbales]("guests/papers/notes_verbales.typ")

LABELS = Paper[Labels]("guests/papers/labels.typ")

ENTRY_PASSES = Paper[EntryPasses](
    "guests/papers/entry_passes.typ", {"code": gettext_noop("QR code for the door")}
)
