"""What badges and place cards are printed on at the door, as somebody chooses it."""

from collections.abc import Mapping
from dataclasses import replace

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base.forms_stock import PLACE_CARDS, SHEETS
from chancery.base.stock import Stock
from chancery.door.documents.badges import BadgeStyle

SIZES = [
    ("90x55", _("90 × 55 mm, several on a sheet with marks to cut")),
    ("86x54", _("86 × 54 mm, each on a card of its own")),
    ("62x100", _("62 × 100 mm, each on a label of a roll")),
]
_PRINTED, _LEFT_OUT = "yes", "no"
_EXTRAS = [(_PRINTED, _("printed")), (_LEFT_OUT, _("left out"))]


class BadgeForm(forms.Form):
    """The choices of one browser, which prints on one printer."""

    size = forms.ChoiceField(label=_("Badges"), choices=SIZES)
    code = forms.ChoiceField(label=_("Entry pass as QR code"), choices=_EXTRAS)
    seat = forms.ChoiceField(label=_("Table and seat"), choices=_EXTRAS)
    sheet = forms.ChoiceField(label=_("Sheets"), choices=SHEETS)
    place_card = forms.ChoiceField(label=_("Place cards"), choices=PLACE_CARDS)

    def __init__(self, chosen: Mapping[str, str], *, usual: Stock) -> None:
        """Shape: `chosen` may hold all, some or none of the fields; what is left out stays as usual."""
        self.usual = usual
        first = {
            "size": BadgeStyle().size,
            "code": _PRINTED,
            "seat": _PRINTED,
            "sheet": usual.sheet,
            "place_card": usual.place_card,
        }
        known = {name: chosen[name] for name in type(self).base_fields if chosen.get(name)}
        super().__init__(first | known, auto_id="badge_%s")
        self.is_valid()

    @property
    def style(self) -> BadgeStyle:
        """How badges are printed; what is not on offer counts as not chosen."""
        told = self.cleaned_data
        return BadgeStyle(
            size=told.get("size", BadgeStyle().size),
            with_pass=told.get("code") != _LEFT_OUT,
            with_seat=told.get("seat") != _LEFT_OUT,
        )

    @property
    def words(self) -> str:
        """What badges are printed on, in words."""
        return str(dict(SIZES)[self.style.size])

    @property
    def stock(self) -> Stock:
        """What is printed on."""
        told = {
            name: self.cleaned_data[name] for name in ("sheet", "place_card") if name in self.cleaned_data
        }
        return replace(self.usual, **told)
