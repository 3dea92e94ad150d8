"""What an office prints on: the size of its sheets, its cards and its envelopes."""

from dataclasses import dataclass
from typing import Literal

type Sheet = Literal["a4", "us-letter"]
type Booklet = Literal["a5", "half-letter"]
type EnvelopeSize = Literal["c6", "dl", "us-10", "a7-envelope"]
type PlaceCardStyle = Literal["tent", "flat"]
type NameCardSize = Literal["badge", "a6", "5x7"]
type InvitationCardSize = Literal["a6", "5x7"]
type LabelSize = Literal["70x36", "63x34", "99x38", "4x1.33in", "4x2in"]
type Cut = Literal["sheet", "card", "printer"]

LETTER_STATES = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
"""Where sheets are cut in inches. Source: CLDR, supplemental data, paper sizes by territory."""


@dataclass(frozen=True, slots=True)
class Stock:
    """
    The papers of one office.

    `cut` says who cuts the cards: the office from a `sheet` with marks for the knife, nobody because the
    pages are each one `card`, or a `printer`, who gets pages of one card with 3 mm of bleed and marks.
    """

    sheet: Sheet = "a4"
    envelope: EnvelopeSize = "c6"
    place_card: PlaceCardStyle = "tent"
    name_card: NameCardSize = "badge"
    invitation_card: InvitationCardSize = "a6"
    label: LabelSize = "70x36"
    cut: Cut = "sheet"

    @property
    def booklet(self) -> Booklet:
        """Half a sheet, on which a programme is printed."""
        return "a5" if self.sheet == "a4" else "half-letter"


USUAL = Stock()
"""The sizes of ISO 216 and 269."""
IN_INCHES = Stock(sheet="us-letter", envelope="a7-envelope", invitation_card="5x7", label="4x2in")


def stock_of_state(state: str) -> Stock:
    """Return what is usual in a state (its code): sheets and envelopes in inches, or `USUAL`."""
    return IN_INCHES if state.upper() in LETTER_STATES else USUAL
