"""Passwords that others would try first: made of words of the office, or stolen elsewhere."""

import logging
import re
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from chancery.accounts.models import User
from chancery.base import breached

log = logging.getLogger(__name__)

# docs/admin/accounts.md lists them.
WORDS = frozenset(
    {
        *("ambassador", "ambassade", "ambasada", "chancery", "chancellery", "commemoration", "consul"),
        *("consulate", "diplomat", "embassy", "events", "foreign", "ministry", "mission", "office"),
        *("password", "protocol", "reception", "republic", "secretariat"),
    }
)
LEAST_LEFT = 8
SHORTEST_WORD = 4


class NothingOfTheOffice:
    """Refuse a password of which little is left without words of the trade and names of the office."""

    def validate(self, password: str, user: Any = None) -> None:
        left = re.sub(r"[\W\d_]+", "", password.casefold())
        for word in sorted(WORDS | _names_of(user), key=lambda word: (-len(word), word)):
            left = left.replace(word, "")
        if len(left) < LEAST_LEFT and re.sub(r"[\W\d_]+", "", password.casefold()) != left:
            raise ValidationError(
                _("This password is made of words that others would try first; add some of your own."),
                code="password_of_the_office",
            )

    def get_help_text(self) -> str:
        return _("Not made of the name of the office or words of the trade.")


class NotStolenElsewhere:
    """Refuse what stands in the file of stolen passwords that an administrator put on the disk."""

    def validate(self, password: str, user: Any = None) -> None:
        path = settings.BREACHED_PASSWORDS
        try:
            is_known = path is not None and breached.holds(path, password)
        except OSError as error:
            log.error("%s cannot be read, so that no password is looked up: %s.", path, error.strerror)
            return
        if is_known:
            raise ValidationError(
                _("This password was stolen elsewhere, and others try it first; choose another one."),
                code="password_stolen",
            )

    def get_help_text(self) -> str:
        return _("Not one that was stolen elsewhere.")


def _names_of(user: Any) -> frozenset[str]:
    """The words in the names of the offices of somebody."""
    if not isinstance(user, User) or user.pk is None:
        return frozenset()
    offices = user.memberships.select_related("organiser").order_by("pk")
    names = [name for each in offices for name in [each.organiser.ref, *each.organiser.names.values()]]
    words = {word for name in names for word in re.findall(r"[^\W\d_]+", name.casefold())}
    return frozenset(word for word in words if len(word) >= SHORTEST_WORD)
