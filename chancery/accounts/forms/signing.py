"""The forms of signing in: allauth's checks in the words of the house."""

from typing import Any

from allauth.account import forms as account
from allauth.core import context, ratelimit
from allauth.mfa.base import forms as second_step
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.accounts import sign_ins
from chancery.accounts.actions import recovery
from chancery.accounts.models import User
from chancery.base.passwords import PASSWORD_HELP

NEW_PASSWORD = _("New password")
NEW_PASSWORD_AGAIN = _("New password again")
CODE = _("Code")


def word(form: forms.Form, name: str, label: Any, help_text: Any = "") -> None:
    """Give a field the words of the house; a placeholder would vanish while somebody types."""
    field = form.fields[name]
    field.label, field.help_text = label, help_text
    field.widget.attrs.pop("placeholder", None)


def word_new_password(form: forms.Form) -> None:
    """Label the two fields of a new password, with what it must be."""
    word(form, "password1", NEW_PASSWORD, PASSWORD_HELP)
    word(form, "password2", NEW_PASSWORD_AGAIN)


class SignInForm(account.LoginForm):  # type: ignore[misc]  # allauth is untyped
    """Address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, "login", _("E-mail address"))
        word(self, "password", _("Password"))
        word(self, "remember", _("Stay signed in on this device"))


class ForgottenPasswordForm(account.ResetPasswordForm):  # type: ignore[misc]  # allauth is untyped
    """The address to which a link for a new password goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, "email", _("E-mail address"))


class NewPasswordForm(account.ResetPasswordKeyForm):  # type: ignore[misc]  # allauth is untyped
    """A new password after following the link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_new_password(self)


class ChangePasswordForm(account.ChangePasswordForm):  # type: ignore[misc]  # allauth is untyped
    """A new password in place of the present one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, "oldpassword", _("Present password"))
        word_new_password(self)


class SetPasswordForm(account.SetPasswordForm):  # type: ignore[misc]  # allauth is untyped
    """The first password of an account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_new_password(self)


class ConfirmPasswordForm(account.ReauthenticateForm):  # type: ignore[misc]  # allauth is untyped
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, "password", _("Password"))


class ToldCode:
    """A code of the app or a recovery code; a wrong one leaves a line in the log."""

    user: User
    authenticator: Authenticator
    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        try:
            super().clean_code()  # type: ignore[misc]  # of the form that it is mixed into
        except forms.ValidationError as error:
            if error.code == "incorrect_code" and (found := recovery.use_code(self.user, code)):
                self.authenticator = found
                ratelimit.clear(context.request, action="login_failed", key=f"mfa-auth-user-{self.user.pk}")
                return code
            sign_ins.refused(context.request, sign_ins.SECOND_STEP, _why(error), user=self.user)
            raise
        return code


class ToldPasskey:
    """What a passkey answers; one that does not fit leaves a line in the log."""

    user: User | None

    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()  # type: ignore[misc]  # of the form that it is mixed into
        except forms.ValidationError as error:
            sign_ins.refused(context.request, sign_ins.PASSKEY, _why(error), user=self.user)
            raise


def _why(error: forms.ValidationError) -> str:
    return sign_ins.TOO_MANY if error.code == "too_many_login_attempts" else sign_ins.WRONG


class SecondStepForm(ToldCode, second_step.AuthenticateForm):  # type: ignore[misc]  # allauth is untyped
    """A code from the authenticator app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, "code", CODE, _("Six figures from your authenticator app, or one of your recovery codes."))


class ConfirmSecondStepForm(ToldCode, second_step.ReauthenticateForm):  # type: ignore[misc]  # allauth is untyped
    """A code once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, "code", CODE, _("Six figures from your authenticator app, or one of your recovery codes."))


class AuthenticatorForm(totp.ActivateTOTPForm):  # type: ignore[misc]  # allauth is untyped
    """The first code of a new authenticator app, which proves that it works."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, "code", CODE, _("Six figures that the app shows now."))


class AddPasskeyForm(passkeys.AddWebAuthnForm):  # type: ignore[misc]  # allauth is untyped
    """A new passkey with its name; it always signs in by itself, so that there is one kind only."""

    passwordless = forms.BooleanField(widget=forms.HiddenInput, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, "name", _("Name of the passkey"), _("So that you know it again: “phone”, “blue key”."))


class PasskeyForm(ToldPasskey, passkeys.LoginWebAuthnForm):  # type: ignore[misc]  # allauth is untyped
    """A passkey in the place of address and password."""


class SecondStepPasskeyForm(ToldPasskey, passkeys.AuthenticateWebAuthnForm):  # type: ignore[misc]  # allauth is untyped
    """A passkey after the password."""


class ConfirmPasskeyForm(ToldPasskey, passkeys.ReauthenticateWebAuthnForm):  # type: ignore[misc]  # allauth is untyped
    """A passkey once more, before something that matters."""


class RenamePasskeyForm(passkeys.EditWebAuthnForm):  # type: ignore[misc]  # allauth is untyped
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, "name", _("Name of the passkey"))
