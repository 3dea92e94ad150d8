"""Reads of protocol profiles: those that ship with Chancery, and an office's own versions of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from chancery.accounts.models import Organiser
from chancery.precedence import loader
from chancery.precedence.models import Ordering, Profile
from chancery.rules import precedence as rules


@dataclass(frozen=True, slots=True)
class OfferedProfile:
    """A profile an office may use; `own` is its own newest version, None for one as shipped."""

    profile: rules.Profile
    own: Profile | None


def profile_for(ordering: Ordering) -> rules.Profile:
    """
    Return the profile an order follows: the office's own version of it, else the one that ships.

    A fixed version is found again years later; without one the newest counts.
    Errors: loader.UnknownProfile where neither exists.
    """
    versions = Profile.objects.filter(organiser=ordering.organiser, key=ordering.profile)
    if ordering.profile_version is not None:
        versions = versions.filter(version=ordering.profile_version)
    own = versions.order_by("-version").first()
    return own_profile(own) if own else loader.profile(ordering.profile)


def own_profile(own: Profile) -> rules.Profile:
    """Read one version of an office's own profile."""
    return _parsed(own.text, f"{own.key}, version {own.version}")


# The same text gives the same profile; an order of precedence needs it with every page.
_parsed = lru_cache(maxsize=32)(loader.parse_profile)


def own_versions(organiser: Organiser, key: str) -> Sequence[Profile]:
    """Every version an office wrote of a profile, the newest first."""
    return list(Profile.objects.filter(organiser=organiser, key=key).order_by("-version"))


def offered_to(organiser: Organiser) -> list[OfferedProfile]:
    """Return every profile an office may use, by key; its own versions stand for the shipped ones."""
    newest: dict[str, Profile] = {}
    for own in Profile.objects.filter(organiser=organiser).order_by("key", "version"):
        newest[own.key] = own
    shipped = {profile.key: profile for profile in loader.profiles()}
    keys = sorted(shipped.keys() | newest.keys())
    return [
        OfferedProfile(own_profile(newest[key]) if key in newest else shipped[key], newest.get(key))
        for key in keys
    ]
