"""With whom an entry is merged."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office as Seat
from chancery.directory.forms.choosing import RowChoice
from chancery.directory.models import Person


class OtherForm(forms.Form):
    """The other entry of the same person."""

    def __init__(self, *args: Any, office: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"] = RowChoice(Person, office=office, label=_("The other entry"))
