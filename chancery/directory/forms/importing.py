"""A list on its way in: the file, the columns, the decisions."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.base.widgets import FileDrop
from chancery.directory.importing.columns import LABELS
from chancery.directory.importing.csv_files import MOST_CSV_BYTES

_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")


class UploadForm(forms.Form):
    """The file itself, bounded in size and kind; what it holds is looked at when it is read."""

    file = forms.FileField(
        label=_("List"),
        widget=FileDrop(attrs={"accept": ",".join(_ENDINGS)}),
        help_text=_("CSV or XLSX, the columns in any order, headings in the first row."),
        error_messages={"empty": _("The file is empty; choose the list itself.")},
    )

    def clean_file(self) -> Any:
        """Refuse what is no list by its name, and what is too large to be one."""
        file = self.cleaned_data["file"]
        if not str(file.name).lower().endswith(_ENDINGS):
            raise forms.ValidationError(_("Only CSV and XLSX files are read; save the list as one of them."))
        if (file.size or 0) > MOST_CSV_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(most)s MB; divide it into several.")
                % {"most": MOST_CSV_BYTES // 1024 // 1024}
            )
        return file


class ColumnsForm(forms.Form):
    """For each column of the file what it holds."""

    def __init__(self, *args: Any, headings: Sequence[str], mapping: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("leave out")), *((field.value, gettext(label)) for field, label in LABELS.items())]
        for number, heading in enumerate(headings):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading, required=False, choices=choices, initial=mapping[number]
            )

    @property
    def mapping(self) -> list[str]:
        """What was chosen, column by column."""
        return [self.cleaned_data[name] for name in self.fields]
