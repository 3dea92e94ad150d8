"""
What a directory of a ministry says of accounts and groups, as plain values.

Made from SCIM by `accounts.scim`, used by `accounts.actions.provisioning`: neither knows of the other.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from chancery.accounts.roles import Role

OWN_MARK = "chancery"
WITHOUT_GROUP = Role.VIEWER
"""What somebody is whom no group gives a role."""


@dataclass(frozen=True, slots=True)
class Told:
    """A colleague as the directory tells of them; empty texts are what it does not tell."""

    user_name: str
    email: str
    address_marks: Mapping[str, Any]
    display_name: str
    given_name: str
    family_name: str
    external_id: str
    is_open: bool

    @property
    def name(self) -> str:
        """How somebody is called; empty where the directory does not say."""
        return self.display_name or f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class ToldGroup:
    """A group as the directory tells of it, with the codes of its members."""

    name: str
    external_id: str
    members: frozenset[str]


def role_named(group: str) -> Role | None:
    """
    Return the role that a group gives by its name alone, None for every other name.

    That is a role by itself (“owner”, “Head of mission”), or behind our mark (“Chancery-protocol officer”). A
    group that only ends in such a word gives nothing: there may be owners of anything.
    """
    words = [word for word in re.split(r"[\W_]+", group.casefold()) if word]
    if OWN_MARK in words:
        words = words[words.index(OWN_MARK) + 1 :]
    with translation.override("en"):
        named = {tuple(str(role.label).split()): role for role in Role}
    return named.get(tuple(words)) or next((role for role in Role if [role.value] == words), None)
