"""What a user writes about a work, checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base import forms as house
from chancery.base.inputs import Suggesting
from chancery.base.media.fields import MediaField
from chancery.base.models import StoredFile
from chancery.base.widgets import DayInput, FileDrop, WordingInput
from chancery.exhibition import licences
from chancery.exhibition.models import Exhibition, Rights, Work
from chancery.exhibition.queries.works import Lacking, Narrowed

LONG = ("captions", "alt_texts")


class WorkForm(house.RowForm):
    """A work or panel with its picture, its rights and its lender."""

    upload = MediaField(kind=StoredFile.Kind.PICTURE, required=False, label=_("Picture"))

    class Meta:
        model = Work
        fields = [
            "kind",
            "titles",
            "captions",
            "makers",
            "made_on",
            "techniques",
            "dimensions",
            "alt_texts",
            "rights",
            "licence",
            "licence_address",
            "rights_until",
            "rights_note",
            "credit",
            "source",
            "inventory_number",
            "lender_body",
            "lender_person",
        ]
        widgets = {"rights_until": DayInput, "licence": Suggesting(licences.suggestions)}
        help_texts = {
            "alt_texts": _("For those who do not see the picture; without it none is public."),
            "licence": _("Its standard name, such as CC-BY-4.0."),
            "licence_address": _("For a well-known licence it is filled in by itself."),
            "rights_until": _("The last day; empty where the rights do not end."),
        }

    def __init__(self, *args: Any, organiser: Organiser, languages: list[str], **kwargs: Any) -> None:
        super().__init__(*args, languages=languages, **kwargs)
        for name in LONG:
            self.fields[name].widget = WordingInput(languages, is_long=True)
        for name in ("lender_body", "lender_person"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            assert field.queryset is not None
            field.queryset = field.queryset.filter(organiser=organiser).order_by("ref")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("titles") and not cleaned.get("captions"):
            self.add_error("titles", _("Write the title; where it has none, write the caption."))
        if cleaned.get("lender_body") and cleaned.get("lender_person"):
            self.add_error("lender_person", _("Choose either a body or a person as the lender."))
        self._clean_licence(cleaned)
        return cleaned

    def _clean_licence(self, cleaned: dict[str, Any]) -> None:
        licence = cleaned.get("licence", "")
        if cleaned.get("rights") == Rights.LICENCE and not licence:
            self.add_error("licence", _("Name the licence under which it may be shown."))
        if licence and not cleaned.get("licence_address"):
            cleaned["licence_address"] = licences.address_of(licence)


class WorksFilter(forms.Form):
    """What the list of works is narrowed to; nothing chosen shows all."""

    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    state = forms.ChoiceField(label=_("Show"), required=False, choices=Lacking.choices)
    exhibition = forms.ModelChoiceField(
        label=_("Used in"), required=False, queryset=Exhibition.objects.none(), to_field_name="code"
    )

    def __init__(self, *args: Any, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind, used_in = self.fields["kind"], self.fields["exhibition"]
        assert isinstance(kind, forms.ChoiceField)
        assert isinstance(used_in, forms.ModelChoiceField)
        kind.choices = [("", _("every kind")), *Work.Kind.choices]
        used_in.queryset = Exhibition.objects.filter(organiser=organiser).order_by("ref")
        used_in.empty_label = str(_("every exhibition and none"))

    @property
    def wanted(self) -> Narrowed:
        """What was chosen; a choice that does not exist is none."""
        chosen = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return Narrowed(
            chosen.get("q") or "",
            chosen.get("kind") or "",
            chosen.get("state") or "",
            chosen.get("exhibition"),
        )


class PicturesInput(FileDrop):
    """Several files to choose or to drop."""

    allow_multiple_selected = True


class PicturesField(MediaField):
    """Several pictures; cleans to the list of them."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", PicturesInput({"accept": "image/jpeg,image/png,image/webp"}))
        super().__init__(kind=StoredFile.Kind.PICTURE, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Check each picture; none at all is refused like one that is missing."""
        return [super(PicturesField, self).clean(each, initial) for each in data or [None]]


class PicturesForm(forms.Form):
    """Pictures of which works are made."""

    uploads = PicturesField(label=_("Pictures"))
