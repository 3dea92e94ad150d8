"""Passwords made of words that everybody who knows the office would try."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from chancery.accounts.models import User

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


def _names_of(user: Any) -> frozenset[str]:
    """The words in the names of the offices of somebody."""
    if not isinstance(user, User) or user.pk is None:
        return frozenset()
    offices = user.memberships.select_related("organiser").order_by("pk")
    names = [name for each in offices for name in [each.organiser.ref, *each.organiser.names.values()]]
    words = {word for name in names for word in re.findall(r"[^\W\d_]+", name.casefold())}
    return frozenset(word for word in words if len(word) >= SHORTEST_WORD)
