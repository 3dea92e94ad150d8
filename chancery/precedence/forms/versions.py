"""What belongs to every new version of a profile: why it is made, and which one it was made from."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """
    Why a profile is changed; it stands beside the version.

    `newest` is the number of the newest own version, 0 for none. A form that was opened on an older one is
    refused once, so that nobody overwrites a colleague unseen; its input stays.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("For example: confirmed by the protocol of the ministry."),
    )

    def __init__(self, *args: Any, newest: int, **kwargs: Any) -> None:
        kwargs["initial"] = {**kwargs.get("initial", {}), "seen": newest}
        super().__init__(*args, **kwargs)
        self.newest = newest

    def clean(self) -> dict[str, Any]:
        """Errors: ValidationError where a newer version was saved meanwhile."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "seen" in cleaned and cleaned["seen"] != self.newest:
            sent = QueryDict(mutable=True)
            sent.update(self.data)
            sent[self.add_prefix("seen")] = str(self.newest)
            self.data = sent
            raise forms.ValidationError(
                _("Version %(version)s was saved meanwhile; look at it, then save again to replace it."),
                params={"version": self.newest},
            )
        return cleaned


class CopyForm(forms.Form):
    """A profile of the office's own, begun from another one."""

    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("As the list of profiles shows it."))
    is_empty = forms.BooleanField(
        label=_("Begin with an empty table"),
        required=False,
        help_text=_("The conventions are taken over either way."),
    )

    def __init__(self, *args: Any, taken: frozenset[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taken = taken

    def clean(self) -> dict[str, Any]:
        """Make the key of the name. Errors: ValidationError where there is one already."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        key = slugify(cleaned.get("name", "")).replace("_", "-").strip("-")[:80]
        if "name" in cleaned and not key:
            self.add_error("name", _("The name needs a Latin letter or a digit, from which its key is made."))
        elif key in self.taken:
            self.add_error("name", _("There is a profile of this name already; choose another name."))
        cleaned["key"] = key
        return cleaned
