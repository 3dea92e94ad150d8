"""What an event is printed on, as somebody chooses it."""

from dataclasses import asdict, replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base.stock import Stock

SHEETS = [("a4", _("A4")), ("us-letter", _("US Letter"))]
ENVELOPES = [
    ("c6", _("C6, 162 × 114 mm")),
    ("dl", _("DL, 220 × 110 mm")),
    ("us-10", _("No. 10, 9½ × 4⅛ in")),
    ("a7-envelope", _("A7, 7¼ × 5¼ in")),
]
PLACE_CARDS = [("tent", _("tents, lettered on both faces")), ("flat", _("flat cards"))]
NAME_CARDS = [("badge", _("badges, 90 × 55 mm")), ("a6", _("A6")), ("5x7", _("5 × 7 in"))]
INVITATION_CARDS = [("a6", _("A6")), ("5x7", _("5 × 7 in"))]
LABELS = [
    ("70x36", _("70 × 36 mm, 24 on A4")),
    ("63x34", _("63.5 × 33.9 mm, 24 on A4")),
    ("99x38", _("99.1 × 38.1 mm, 14 on A4")),
    ("4x1.33in", _("4 × 1⅓ in, 14 on Letter")),
    ("4x2in", _("4 × 2 in, 10 on Letter")),
]
CUTS = [
    ("sheet", _("several on a sheet, with marks to cut")),
    ("card", _("each on a card of its size")),
    ("printer", _("for a printer, with bleed and marks")),
]
OFFERED = {
    "sheet": SHEETS,
    "envelope": ENVELOPES,
    "place_card": PLACE_CARDS,
    "name_card": NAME_CARDS,
    "invitation_card": INVITATION_CARDS,
    "label": LABELS,
    "cut": CUTS,
}


class StockForm(forms.Form):
    """The choices; `stock` is what they come to."""

    sheet = forms.ChoiceField(label=_("Sheets"), choices=SHEETS)
    envelope = forms.ChoiceField(label=_("Envelopes"), choices=ENVELOPES)
    place_card = forms.ChoiceField(label=_("Place cards"), choices=PLACE_CARDS)
    name_card = forms.ChoiceField(label=_("Name cards"), choices=NAME_CARDS)
    invitation_card = forms.ChoiceField(label=_("Invitation cards"), choices=INVITATION_CARDS)
    label = forms.ChoiceField(label=_("Labels for envelopes"), choices=LABELS)
    cut = forms.ChoiceField(label=_("Cards are printed"), choices=CUTS)

    def __init__(self, chosen: Any = None, *, usual: Stock) -> None:
        """Shape: `chosen` may hold all, some or none of the fields; what is left out stays `usual`."""
        self.usual = usual
        named = {name: chosen[name] for name in type(self).base_fields if name in (chosen or ())}
        super().__init__({**asdict(usual), **named}, auto_id="stock_%s")

    @property
    def stock(self) -> Stock:
        """What was chosen; what is not on offer counts as not chosen."""
        self.is_valid()
        return replace(self.usual, **self.cleaned_data)
