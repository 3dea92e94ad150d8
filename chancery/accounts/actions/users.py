"""What changes somebody's own account."""

from collections.abc import Sequence
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import BaseUserManager
from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.accounts import queries
from chancery.accounts.models import Membership, OpenSession, User
from chancery.base import audit, undo
from chancery.base.audit import Actor, Changes
from chancery.base.codes import new_code

# What somebody writes on the page of their account; never the password, which no line may hold.
OWN_FIELDS = ("name", "language", "theme", "density")


class AddressTaken(Exception):
    """There is an account with this e-mail address already."""


class UnknownUser(Exception):
    """There is no account with this e-mail address."""


def add_user(*, email: str, name: str, language: str = "en", password: str | None = None) -> User:
    """Make an account. Errors: AddressTaken, whatever the case of its letters."""
    if queries.user_called(email) is not None:
        raise AddressTaken(email)
    return User.objects.create_user(email, password, name=name, language=language)


def user_of(email: str) -> User:
    """Return the account with this address. Errors: UnknownUser."""
    user = queries.user_called(email)
    if user is None:
        raise UnknownUser(email)
    return user


@transaction.atomic
def change_account(user: User) -> Changes:
    """Save how somebody is called and what pages they want; a new name leaves a line in every office."""
    stored = User.objects.get(pk=user.pk)
    changes = {
        field: [getattr(stored, field), getattr(user, field)]
        for field in OWN_FIELDS
        if getattr(stored, field) != getattr(user, field)
    }
    if changes:
        user.save(update_fields=list(changes))
        _note_in_offices(user, changes={field: changes[field] for field in changes if field == "name"})
    return changes


@transaction.atomic
def choose_language(user: User, language: str) -> None:
    """Answer in another language from now on; a matter of taste, which leaves no line."""
    User.objects.filter(pk=user.pk).update(language=language)


@transaction.atomic
def choose_density(user: User, density: str) -> None:
    """Show the rows of lists with more or less space; a matter of taste, which leaves no line."""
    User.objects.filter(pk=user.pk).update(density=density)


@transaction.atomic
def choose_columns(user: User, of_list: str, columns: Sequence[str]) -> None:
    """Show these columns of a list from now on; a matter of taste, which leaves no line."""
    user.columns = {**user.columns, of_list: list(columns)}
    User.objects.filter(pk=user.pk).update(columns=user.columns)


@transaction.atomic
def sign_out_everywhere(user: User) -> None:
    """End every session of somebody; the line in the history tells their offices why nobody is signed in."""
    user.session_mark = new_code()
    user.save(update_fields=["session_mark"])
    Session.objects.filter(told__user=user).delete()
    _note_in_offices(user, changes={}, reason=_("Signed out everywhere."))


@transaction.atomic
def end_session(ended: OpenSession, *, user: User) -> None:
    """End one session of somebody, on a device that is lost or was left open."""
    ended.session.delete()
    _note_in_offices(user, changes={}, reason=_("Signed out on one device."))


@transaction.atomic
def forget_sessions(now: datetime) -> None:
    """Delete the sessions that are over, with what was told of them."""
    Session.objects.filter(expire_date__lte=now).delete()


@transaction.atomic
def change_address(user: User, email: str) -> None:
    """Sign in with another address from now on. Errors: AddressTaken."""
    email = BaseUserManager.normalize_email(email)
    known = queries.user_called(email)
    if known is not None and known != user:
        raise AddressTaken(email)
    before, user.email = user.email, email
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).delete()[0]
    _note_in_offices(user, changes={"email": [before, email]})


@transaction.atomic
def take_second_step_away(user: User) -> int:
    """Forget the app, the passkeys and the recovery codes of somebody who lost them; return how many."""
    count: int = Authenticator.objects.filter(user=user).delete()[0]
    _note_in_offices(
        user, changes={}, reason=_("The second step of signing in was taken away on the server.")
    )
    return count


@transaction.atomic
def close_account(user: User) -> None:
    """Let somebody sign in no more; the sessions under way end with their next page."""
    _set_open(user, is_open=False)


@transaction.atomic
def open_account(user: User) -> None:
    """Let somebody sign in again."""
    _set_open(user, is_open=True)


def _set_open(user: User, *, is_open: bool) -> None:
    if user.is_active is is_open:
        return
    user.is_active = is_open
    user.save(update_fields=["is_active"])
    _note_in_offices(user, changes={"is_active": [not is_open, is_open]})


@undo.after_undo("accounts.user")
def _own_alone(row: models.Model, by: Actor) -> None:
    """An account belongs to its holder: an owner of one office must not give it another address."""
    raise undo.CannotUndo(_("An account is changed by its holder alone, or on the server."))


def _note_in_offices(user: User, *, changes: Changes, reason: str = "") -> None:
    if not changes and not reason:
        return
    for organiser_id in Membership.objects.filter(user=user).values_list("organiser_id", flat=True):
        audit.note(
            user, by=Actor(organiser_id, user), code="accounts.user.changed", changes=changes, reason=reason
        )
