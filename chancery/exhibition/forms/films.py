"""What a user writes about a film, checked."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.base.media.fields import MediaField
from chancery.base.models import StoredFile
from chancery.base.widgets import DayInput
from chancery.exhibition.forms.titled import TitledForm, language_choices
from chancery.exhibition.models import Film

FIRST_FILM = 1888


class KeptFile(str):
    """The name of a stored file with its address, as the field of a file shows what is there already."""

    url: str

    def __new__(cls, name: str, url: str) -> "KeptFile":
        """Join both."""
        made = super().__new__(cls, name)
        made.url = url
        return made


class FilmForm(TitledForm):
    """
    A film or video with its file and poster.

    `sent_files` gives what changes of the two: a new file, False where it is to be taken away.
    """

    minutes = forms.DecimalField(
        label=_("Length in minutes"), required=False, min_value=0, max_value=1440, decimal_places=2
    )
    language = forms.ChoiceField(label=_("Language"), required=False, choices=language_choices)
    year = forms.IntegerField(label=_("Year"), required=False, min_value=FIRST_FILM, max_value=2200)
    film_file = MediaField(
        kind=StoredFile.Kind.FILM,
        label=_("File"),
        required=False,
        help_text=_(
            "MP4 with H.264 and AAC, or WebM; an anthem or music as MP3 or M4A. Save a film above 64 MB "
            "without its file first; its page then takes the file in parts."
        ),
    )
    poster_file = MediaField(
        kind=StoredFile.Kind.PICTURE,
        label=_("Poster"),
        required=False,
        help_text=_("Stands on the screen of the hall before the film begins."),
    )

    class Meta:
        model = Film
        fields = [
            "titles",
            "about",
            "makers",
            "year",
            "language",
            "poster_alt_texts",
            "rights",
            "licence",
            "licence_address",
            "rights_until",
            "rights_note",
        ]
        widgets = {"rights_until": DayInput}
        help_texts = {
            "rights": _("On what ground the film may be shown; a showing may have rights of its own.")
        }

    field_order = (
        "titles",
        "about",
        "makers",
        "year",
        "language",
        "minutes",
        "film_file",
        "poster_file",
        "poster_alt_texts",
    )

    def __init__(self, *args: Any, file_url: str = "", poster_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seconds = self.instance.duration_seconds
        self.initial["minutes"] = None if seconds is None else round(seconds / 60, 2)
        for name, file, url in (
            ("film_file", self.instance.file, file_url),
            ("poster_file", self.instance.poster, poster_url),
        ):
            if file is not None:
                self.initial[name] = KeptFile(file.name, url)

    @property
    def sent_files(self) -> dict[str, UploadedFile[bytes] | bool]:
        """The files that change, by the name of their field; valid forms only."""
        sent = {name: self.cleaned_data.get(name) for name in ("film_file", "poster_file")}
        return {name: file for name, file in sent.items() if file is False or isinstance(file, UploadedFile)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "minutes" in cleaned and "minutes" in self.changed_data:
            minutes = cleaned["minutes"]
            self.instance.duration_seconds = None if minutes is None else round(minutes * 60)
        if cleaned.get("poster_file") and not cleaned.get("poster_alt_texts"):
            self.add_error(
                "poster_alt_texts", _("Say in a sentence what the poster shows, for those who do not see it.")
            )
        return cleaned


class LargeFileForm(forms.Form):
    """The file of a film that is sent in parts, by script alone."""

    large_file = MediaField(kind=StoredFile.Kind.FILM, label=_("Large file"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = settings.MOST_MEDIA_BYTES[StoredFile.Kind.FILM] // 1_000_000
        words = gettext(
            "A film in MP4, QuickTime or WebM, or sound in MP3, M4A, Ogg, WAV or FLAC, %(most)s MB at most. "
            "It takes the place of the present file."
        )
        self.fields["large_file"].help_text = words % {"most": most}
