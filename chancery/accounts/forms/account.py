"""The forms of somebody's own account and of joining an office."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import User
from chancery.base.forms import RowForm

LANGUAGE_HELP = _("The language of the pages you see; letters to guests keep their own.")


class AccountForm(RowForm):
    """How somebody is called and what pages they want."""

    class Meta:
        model = User
        fields = ("name", "language", "theme", "density")
        help_texts = {"name": _("As colleagues see it in the history."), "language": LANGUAGE_HELP}


class AddressForm(forms.Form):
    """Another address to sign in with."""

    email = forms.EmailField(label=_("New e-mail address"), max_length=254)


class PasswordForm(forms.Form):
    """A password chosen for an account that does not exist yet."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Read when shown, in the reader's language, not when the server starts.
        words = password_validation.password_validators_help_texts()
        self.fields["password"].help_text = " ".join(str(sentence) for sentence in words)

    def owner(self) -> User:
        """The account as written, for the check that a password does not repeat the name."""
        return User(email=self.cleaned_data.get("email", ""), name=self.cleaned_data.get("name", ""))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if password := cleaned.get("password"):
            try:
                password_validation.validate_password(password, self.owner())
            except forms.ValidationError as error:
                self.add_error("password", error)
        return cleaned


class JoinForm(PasswordForm):
    """A new account by invitation; the address is that of the invitation."""

    name = forms.CharField(
        label=_("Your name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, help_text=LANGUAGE_HELP)
    field_order = ("name", "language", "password")

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        self.email = email
        super().__init__(*args, **kwargs)

    def owner(self) -> User:
        return User(email=self.email, name=self.cleaned_data.get("name", ""))
