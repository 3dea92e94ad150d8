"""What a user chooses for labels and panels, checked."""

from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base.cldr import language_in_words
from chancery.base.stock import Cut
from chancery.exhibition import papers
from chancery.exhibition.documents.labels import Choices
from chancery.exhibition.models import Exhibition
from chancery.exhibition.queries.hanging import Hung

CUTS = (
    ("sheet", _("several on a sheet, to be cut along marks")),
    ("card", _("each on a page of its own size")),
    ("printer", _("for a printer, with bleed and marks")),
)


class LabelsForm(forms.Form):
    """Which works get labels, in which size and languages, and what stands on them."""

    size = forms.ChoiceField(
        label=_("Size"), choices=[(each.key, each.name) for each in papers.FORMATS], initial="105x74"
    )
    first = forms.ChoiceField(label=_("Language"))
    second = forms.ChoiceField(label=_("Second language"), required=False)
    cut = forms.ChoiceField(label=_("Labels are printed"), choices=CUTS, initial="sheet")
    has_picture = forms.BooleanField(label=_("with the picture"), required=False)
    has_caption = forms.BooleanField(label=_("with the caption"), required=False, initial=True)
    has_code = forms.BooleanField(
        label=_("with the code that opens the caption in the visitor’s language"),
        required=False,
        initial=True,
    )
    works = forms.MultipleChoiceField(
        label=_("Works"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: all."),
    )

    def __init__(self, *args: Any, exhibition: Exhibition, hung: list[Hung], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hung = hung
        reader = get_language() or "en"
        codes = exhibition.languages or exhibition.organiser.languages
        languages = [(code, language_in_words(code, reader)) for code in codes]
        works = [(each.exhibit.code, f"{each.number} {each.exhibit.work}") for each in hung]
        for name, choices in (
            ("first", languages),
            ("second", [("", _("none")), *languages]),
            ("works", works),
        ):
            cast(forms.ChoiceField, self.fields[name]).choices = choices

    @property
    def choices(self) -> Choices:
        """What was chosen; the same language twice is one."""
        chosen = self.cleaned_data
        languages = [code for code in (chosen["first"], chosen["second"]) if code]
        return Choices(
            format=papers.BY_KEY[chosen["size"]],
            languages=list(dict.fromkeys(languages)),
            cut=cast(Cut, chosen["cut"]),
            has_picture=chosen["has_picture"],
            has_caption=chosen["has_caption"],
            has_code=chosen["has_code"],
        )

    @property
    def chosen_works(self) -> list[Hung]:
        """The ticked works in the order of the visit, all of them where none is ticked."""
        ticked = set(self.cleaned_data["works"])
        return [each for each in self.hung if not ticked or each.exhibit.code in ticked]
