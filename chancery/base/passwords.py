"""A password chosen together with the account it belongs to."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model, password_validation
from django.utils.translation import gettext_lazy as _

PASSWORD_HELP = _("At least 12 characters; nothing common, and neither your name nor your address.")


class PasswordForm(forms.Form):
    """A password chosen for an account that does not exist yet."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=PASSWORD_HELP,
    )

    def owner(self) -> Any:
        """The account as written, unsaved, for the check that a password does not repeat the name."""
        written = {name: self.cleaned_data.get(name, "") for name in ("email", "name")}
        return get_user_model()(**written)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if password := cleaned.get("password"):
            try:
                password_validation.validate_password(password, self.owner())
            except forms.ValidationError as error:
                self.add_error("password", error)
        return cleaned
