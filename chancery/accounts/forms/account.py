"""The forms of somebody's own account and of joining an office."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import User
from chancery.base.forms import RowForm
from chancery.base.passwords import PasswordForm

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
