"""The forms of a ministry: which offices it invites, and a new office that it founds as its post."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email, validate_slug
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from chancery.accounts.models import Organiser
from chancery.base.inputs import StateField, TimeZoneField
from chancery.base.widgets import WordingField

MOST_AT_ONCE = 200


class InvitePostsForm(forms.Form):
    """The offices to invite, one a line: short names, or addresses of their owners."""

    asked = forms.CharField(
        label=pgettext_lazy("organisations", "Offices"),
        widget=forms.Textarea({"rows": 4, "dir": "ltr", "spellcheck": "false"}),
        help_text=gettext_lazy(
            "One a line: the short name of the office, or the e-mail address of its owner."
        ),
    )

    def clean_asked(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["asked"].splitlines() if line.strip()]
        if len(lines) > MOST_AT_ONCE:
            raise ValidationError(
                _("These are more than %(most)s lines; invite the others afterwards."),
                params={"most": MOST_AT_ONCE},
            )
        for line in lines:
            _check(line)
        return lines


class FirstOwnerForm(forms.Form):
    """Who is to own a new office."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address of its first owner"),
        max_length=254,
        help_text=gettext_lazy("A mail with a link goes there; the link is good once, for a week."),
    )


class FoundPostForm(FirstOwnerForm):
    """A new office that begins as a post: its owner completes the rest."""

    city = forms.CharField(label=gettext_lazy("City"), max_length=120)
    time_zone = TimeZoneField()
    host_state = StateField(
        label=gettext_lazy("Host state"), required=False, help_text=gettext_lazy("Where the office stands.")
    )

    def __init__(self, *args: Any, ministry: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"] = WordingField(
            languages=ministry.languages,
            label=gettext_lazy("Name"),
            help_text=gettext_lazy("As the office is printed on cards and letters."),
        )
        self.order_fields(("names", "city", "time_zone", "host_state", "email"))

    def columns(self) -> dict[str, Any]:
        """The columns of the office that were written here."""
        return {name: self.cleaned_data[name] for name in ("names", "city", "time_zone", "host_state")}


def _check(line: str) -> None:
    """A short name or an address by its form alone: whether there is such an office is not asked."""
    try:
        (validate_email if "@" in line else validate_slug)(line)
        if len(line) > 254:
            raise ValidationError("")
    except ValidationError:
        raise ValidationError(
            _("“%(line)s” is neither a short name nor an e-mail address; correct that line."),
            params={"line": line[:80]},
        ) from None
