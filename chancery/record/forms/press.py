"""A report of the press as a user writes it: the report, its clipping, and the figures it quotes."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base import places
from chancery.base.media.fields import MediaField
from chancery.base.models import StoredFile
from chancery.events.access import EventOffice
from chancery.events.models import Claim, Matter, Source
from chancery.exhibition.forms.films import KeptFile
from chancery.record.models import Coverage
from chancery.record.queries import press as queries

MOST_ADDRESSES = 200
LONGEST_TITLE = 300
LONGEST_ADDRESS = 500


def language_choices() -> list[tuple[str, str]]:
    """The languages to choose from, by their names in the reader's language; none first."""
    return [("", str(_("not known"))), *places.languages(get_language() or "en")]


class SourceForm(house.RowForm):
    """The report itself: where it stood, when, in which language, and which report it is a version of."""

    language = forms.ChoiceField(label=_("Language"), required=False, choices=language_choices)

    class Meta:
        model = Source
        fields = ["title", "outlet", "author", "dated", "language", "address", "version_of", "adds"]
        labels = {"title": _("Headline"), "author": _("Written by")}
        help_texts = {
            "version_of": _("Where this report is taken over from another one, in whole or in part."),
            "adds": _("Only for a version: what the other report does not say."),
        }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.office = office
        version_of = self.fields["version_of"]
        assert isinstance(version_of, forms.ModelChoiceField)
        version_of.queryset = queries.versions_possible(office.event, self.instance)
        version_of.empty_label = str(_("its own report"))

    def clean_address(self) -> str:
        """Refuse an address that another report of the event has."""
        address: str = self.cleaned_data["address"]
        if not address:
            return ""
        there = queries.by_address(self.office.event).get(queries.plain_address(address))
        if there is not None and there.pk != self.instance.pk:
            raise forms.ValidationError(
                _("“%(title)s” has this address already; open that report instead."),
                params={"title": there.title},
            )
        return address


class CoverageForm(house.RowForm):
    """What the office keeps about a report: its kind, its reach and who says so, the clipping."""

    clipping_file = MediaField(
        kind=StoredFile.Kind.DOCUMENT,
        label=_("Clipping"),
        required=False,
        help_text=_("A PDF or a picture of the report as it stood there."),
    )

    class Meta:
        model = Coverage
        fields = ["kind", "after_release", "reach", "reach_according_to", "note"]
        help_texts = {
            "after_release": _("Where the report clearly goes back to a release of the office."),
            "reach": _("Readers, listeners or viewers; only where somebody tells it."),
            "reach_according_to": _("For example the outlet itself, or a media monitor."),
        }
        widgets = {"note": forms.Textarea({"rows": 3})}

    def __init__(self, *args: Any, office: EventOffice, clipping_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        release = self.fields["after_release"]
        assert isinstance(release, forms.ModelChoiceField)
        release.queryset = queries.releases_of(office.event)
        release.empty_label = str(_("not known, or not from us"))
        if self.instance.clipping is not None:
            self.initial["clipping_file"] = KeptFile(self.instance.clipping.name, clipping_url)

    @property
    def sent_clipping(self) -> UploadedFile[bytes] | bool | None:
        """The clipping that was sent, False where it is to be taken away, None where nothing changes."""
        sent = self.cleaned_data.get("clipping_file")
        return sent if sent is False or isinstance(sent, UploadedFile) else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("reach") is not None and not cleaned.get("reach_according_to"):
            self.add_error(
                "reach_according_to", _("Say who tells this number; a reach without that is not kept.")
            )
        return cleaned


class QuotedForm(house.RowForm):
    """A figure that the report quotes: on a matter that is known already, or on a new one."""

    matter = forms.ModelChoiceField(
        label=_("Matter"), queryset=Matter.objects.none(), required=False, empty_label=_("choose one")
    )
    new_matter = forms.CharField(label=_("or what else is counted"), required=False, max_length=200)

    class Meta:
        model = Claim
        fields = ["matter", "value", "upper", "exactness", "words", "claimant_name"]
        labels = {
            "claimant_name": _("Said by, where it is not the outlet itself"),
            "words": _("As printed"),
        }

    unchecked = ("matter",)
    field_order = ("matter", "new_matter", "value", "upper", "exactness", "words", "claimant_name")

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.office = office
        matter = self.fields["matter"]
        assert isinstance(matter, forms.ModelChoiceField)
        matter.queryset = queries.matters_of(office.event)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        matter, counted = cleaned.get("matter"), cleaned.get("new_matter", "")
        if bool(matter) == bool(counted):
            self.add_error("matter", _("Choose the matter, or write what else is counted, but not both."))
        elif counted:
            language = self.office.organiser.languages[0]
            cleaned["matter"] = Matter(event=self.office.event, counted={language: counted})
        if cleaned.get("value") is None and not cleaned.get("words"):
            self.add_error("value", _("Write the figure, or the words as they were printed."))
        value, upper = cleaned.get("value"), cleaned.get("upper")
        if upper is not None and (value is None or upper < value):
            self.add_error("upper", _("The upper figure is below the figure; correct one of them."))
        return cleaned


class AddressesForm(forms.Form):
    """Addresses pasted one a line, each perhaps with its headline behind it; `found` are the pairs."""

    addresses = forms.CharField(
        label=_("Addresses, one a line"),
        help_text=_("A headline may follow after the address; outlet and date are written later."),
        widget=forms.Textarea({"rows": 10, "spellcheck": "false", "dir": "ltr"}),
    )

    found: list[tuple[str, str]]

    def clean_addresses(self) -> str:
        """Refuse lines that do not begin with an address, naming the first by its number."""
        text: str = self.cleaned_data["addresses"]
        lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
        if len(lines) > MOST_ADDRESSES:
            raise forms.ValidationError(
                _("These are %(count)s lines; at most %(most)s are taken at once."),
                params={"count": len(lines), "most": MOST_ADDRESSES},
            )
        self.found = [_address_and_title(number, line) for number, line in lines]
        return text


def _address_and_title(number: int, line: str) -> tuple[str, str]:
    address, _space, title = line.partition(" ") if "\t" not in line else line.partition("\t")
    try:
        URLValidator(schemes=["http", "https"])(address)
    except forms.ValidationError:
        raise _no_address(number) from None
    if len(address) > LONGEST_ADDRESS:
        raise _no_address(number)
    return address, title.strip()[:LONGEST_TITLE]


def _no_address(number: int) -> forms.ValidationError:
    return forms.ValidationError(
        _("Line %(number)s does not begin with an address such as https://example.org/report."),
        params={"number": number},
    )
