"""What a user writes of photographs, checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.widgets import DayInput, FileDrop, WordingField
from chancery.events.access import EventOffice
from chancery.programme import queries as programme
from chancery.record.models import Photo, PhotoWish


class PhotoForm(house.RowForm):
    """What is known of one photograph."""

    class Meta:
        model = Photo
        fields = ["deeds", "item", "credit", "captions", "alt_texts"]
        help_texts = {
            "deeds": _("The first sentence of the caption, as: The ambassador opens the exhibition."),
            "credit": _("Who took the picture, and the agency if there is one."),
            "captions": _("Taken as it is instead of the composed one; leave it empty otherwise."),
            "alt_texts": _("For those who do not see the picture; without it the caption is read out."),
        }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        kwargs["languages"] = office.organiser.languages
        super().__init__(*args, **kwargs)
        item = self.fields["item"]
        assert isinstance(item, forms.ModelChoiceField)
        item.queryset = programme.items_alone(office.event)
        captions = self.fields["captions"]
        assert isinstance(captions, WordingField)
        captions.widget.is_long = True


class SeveralFiles(FileDrop):
    """Several files to choose or to drop."""

    allow_multiple_selected = True


class PhotosForm(forms.Form):
    """Photographs to take in; each is told by its content later on."""

    photos = forms.FileField(
        label=_("Photographs"),
        help_text=_("JPEG, PNG or WebP. What a picture tells of its place is taken out."),
        widget=SeveralFiles(attrs={"multiple": True, "accept": ".jpg,.jpeg,.png,.webp"}),
    )


class WishesForm(forms.Form):
    """What several people said about pictures of them (R122)."""

    wish = forms.ChoiceField(
        label=_("They"),
        choices=[*PhotoWish.Wish.choices, ("", _("were not asked"))],
        required=False,
    )
    said_on = forms.DateField(label=_("Said on"), required=False, widget=DayInput())
    note = forms.CharField(
        label=_("How it was said"),
        required=False,
        max_length=200,
        help_text=_("As: by mail, at the door, on the reply card."),
    )


class PackForm(forms.Form):
    """In which size the pack of the press is made."""

    SIZES = (("2400", _("2400 pixels wide")), ("1600", _("1600 pixels wide")), ("", _("as taken")))

    size = forms.ChoiceField(label=_("Size"), choices=SIZES, required=False)
