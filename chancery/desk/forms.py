"""The forms that describe an office: at the first run in steps, later on one page."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base.inputs import AccentField, SpeakingForm, StateField, TimeZoneField
from chancery.base.passwords import PasswordForm
from chancery.base.widgets import FileDrop, WordingField

NAMES_HELP = _("As the office is printed on cards and letters.")
PROFILE_HELP = _("The rules by which lists are put in order; every event can take another.")
# A campaign with documents; what holds long films is loaded by the command.
MOST_FOLDER_BYTES = 200_000_000

type Choices = Sequence[tuple[str, str]]


class PlaceForm(SpeakingForm):
    """Where an office stands, for whom, and in which languages it writes."""

    city = forms.CharField(label=_("City"), max_length=120)
    time_zone = TimeZoneField()
    state = StateField(
        label=_("State it represents"),
        required=False,
        help_text=_("Empty for a city, a museum, a university."),
    )
    host_state = StateField(label=_("Host state"), required=False, help_text=_("Where the office stands."))
    field_order = ("city", "time_zone", "state", "host_state", "first_language", "further_languages")

    def columns(self) -> dict[str, Any]:
        """The columns of the office that were written here."""
        written = {name: self.cleaned_data[name] for name in ("city", "time_zone", "state", "host_state")}
        return {**written, "languages": self.languages}


class NameForm(forms.Form):
    """What an office is called, and which profile orders its lists."""

    ref = forms.RegexField(
        r"^[a-z0-9]+(-[a-z0-9]+)*$",
        label=_("Short name"),
        max_length=60,
        error_messages={"invalid": _("Use small letters, digits and single hyphens only.")},
        help_text=_("Small letters, digits and hyphens, for addresses and files: embassy-bucharest."),
    )
    profile = forms.ChoiceField(
        label=_("Protocol profile"),
        help_text=PROFILE_HELP,
        initial=Organiser._meta.get_field("profile").default,
    )

    def __init__(self, *args: Any, languages: Sequence[str], profiles: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"] = WordingField(languages=languages, label=_("Name"), help_text=NAMES_HELP)
        _field(self, "profile").choices = profiles
        self.order_fields(("names", "ref", "profile"))

    def columns(self) -> dict[str, Any]:
        """The columns of the office that were written here."""
        return {name: self.cleaned_data[name] for name in ("names", "ref", "profile")}


class OwnerForm(PasswordForm):
    """Whoever sets the first office up, and owns it then."""

    name = forms.CharField(
        label=_("Your name"), max_length=200, widget=forms.TextInput({"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "username"}),
        help_text=_("You sign in with it; a test mail goes there."),
    )
    field_order = ("name", "email", "password")


class OfficeForm(PlaceForm):
    """Everything an owner can change about the office."""

    profile = forms.ChoiceField(label=_("Protocol profile"), help_text=PROFILE_HELP)
    accent = AccentField(
        label=_("Accent colour"), help_text=_("It is darkened or lightened where it would be hard to read.")
    )

    asks_second_step = forms.BooleanField(
        label=_("Ask all members for a second step"),
        required=False,
        help_text=_("Who has no passkey and no authenticator app sets one up before anything here opens."),
    )

    def __init__(self, *args: Any, organiser: Organiser, profiles: Choices, **kwargs: Any) -> None:
        self.organiser = organiser
        kwargs["initial"] = _written(organiser)
        super().__init__(*args, **kwargs)
        self.fields["names"] = WordingField(
            languages=organiser.languages, label=_("Name"), help_text=NAMES_HELP
        )
        known = dict(profiles)
        _field(self, "profile").choices = [
            *known.items(),
            *([] if organiser.profile in known else [(organiser.profile, organiser.profile)]),
        ]
        self.order_fields(("names", *PlaceForm.field_order, "profile", "accent", "asks_second_step"))

    def changed_office(self) -> Organiser:
        """Return the office with what was written, unsaved."""
        here = ("names", "profile", "accent", "asks_second_step")
        columns = self.columns() | {name: self.cleaned_data[name] for name in here}
        for name, value in columns.items():
            setattr(self.organiser, name, value)
        return self.organiser


def _field(form: forms.Form, name: str) -> forms.ChoiceField:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    return field


def _written(organiser: Organiser) -> dict[str, Any]:
    first, *further = organiser.languages or ["en"]
    columns = ("names", "city", "time_zone", "state", "host_state", "profile", "accent", "asks_second_step")
    stored = {name: getattr(organiser, name) for name in columns}
    return {**stored, "first_language": first, "further_languages": further}


class CampaignFolderForm(forms.Form):
    """The folder of a campaign as one file."""

    folder = forms.FileField(
        label=_("File of the campaign"),
        widget=FileDrop({"accept": ".zip"}),
        help_text=_("The ZIP file that “Save as a folder” made."),
    )

    def clean_folder(self) -> UploadedFile[bytes]:
        """Refuse what would keep the page waiting."""
        sent: UploadedFile[bytes] = self.cleaned_data["folder"]
        if (sent.size or 0) > MOST_FOLDER_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(most)s; let whoever runs the server load it by a command.")
                % {"most": filesizeformat(MOST_FOLDER_BYTES)}
            )
        return sent
