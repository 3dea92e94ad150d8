"""Reads of protocol profiles: those that ship with Chancery, and an office's own versions of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Exists, Max, OuterRef, QuerySet

from chancery.accounts.models import Organiser
from chancery.precedence import loader
from chancery.precedence.loader import keys as shipped_keys
from chancery.precedence.models import Ordering, Profile
from chancery.rules import precedence as rules


@dataclass(frozen=True, slots=True)
class OfferedProfile:
    """A profile an office may use; `own` is its own newest version, None for one as shipped."""

    profile: rules.Profile
    own: Profile | None

    @property
    def number(self) -> int:
        """The number of the own version, 0 for a profile as shipped."""
        return self.own.version if self.own else 0


def profile_for(ordering: Ordering) -> rules.Profile:
    """
    Return the profile an order follows: the version given down, else the own one, else the one that ships.

    A fixed version is found again years later, also where its owner shows it no longer; without one the
    newest of the office counts.
    Errors: loader.UnknownProfile where neither exists.
    """
    own = version_in_use(ordering)
    return own_profile(own) if own else loader.profile(ordering.profile)


def version_in_use(ordering: Ordering) -> Profile | None:
    """Return the version that an order follows, None where it follows a profile as it ships."""
    if ordering.follows is not None:
        return ordering.follows
    versions = Profile.objects.filter(organiser=ordering.organiser, key=ordering.profile)
    if ordering.profile_version is not None:
        versions = versions.filter(version=ordering.profile_version)
    return versions.order_by("-version").first()


def own_profile(own: Profile) -> rules.Profile:
    """Read one version of an office's own profile."""
    return _parsed(own.text, f"{own.key}, version {own.version}")


# The same text gives the same profile; an order of precedence needs it with every page.
_parsed = lru_cache(maxsize=32)(loader.parse_profile)


def own_versions(organiser: Organiser, key: str) -> Sequence[Profile]:
    """Every version an office wrote of a profile, the newest first."""
    versions = Profile.objects.filter(organiser=organiser, key=key).defer("text").select_related("saved_by")
    return list(versions.order_by("-version"))


def newest_number(organiser: Organiser, key: str) -> int:
    """Return the number of the newest own version, 0 for none."""
    newest = Profile.objects.filter(organiser=organiser, key=key).aggregate(Max("version"))
    return newest["version__max"] or 0


def version_of(organiser: Organiser, key: str, number: int) -> rules.Profile | None:
    """Find an own version of a profile; 0 is the profile as it ships."""
    if number == 0:
        return loader.profile(key) if is_shipped(key) else None
    own = Profile.objects.filter(organiser=organiser, key=key, version=number).first()
    return own_profile(own) if own else None


def is_shipped(key: str) -> bool:
    """Whether a profile ships under this key."""
    return key in shipped_keys()


def taken_keys(organiser: Organiser) -> frozenset[str]:
    """Return the keys that a new profile of the office may not have."""
    own = Profile.objects.filter(organiser=organiser).values_list("key", flat=True).distinct()
    return frozenset([*shipped_keys(), *own])


def offered(organiser: Organiser, key: str) -> OfferedProfile | None:
    """Find one profile an office may use: its own newest version, else the one that ships."""
    own = Profile.objects.filter(organiser=organiser, key=key).order_by("-version").first()
    if own:
        return OfferedProfile(own_profile(own), own)
    return OfferedProfile(loader.profile(key), None) if is_shipped(key) else None


def offered_to(organiser: Organiser) -> list[OfferedProfile]:
    """Return every profile an office may use, by key; its own versions stand for the shipped ones."""
    own = newest_versions().filter(organiser=organiser).select_related("source__organiser").order_by("key")
    newest = {version.key: version for version in own}
    shipped = {profile.key: profile for profile in loader.profiles()}
    keys = sorted(shipped.keys() | newest.keys())
    return [
        OfferedProfile(own_profile(newest[key]) if key in newest else shipped[key], newest.get(key))
        for key in keys
    ]


def newest_versions() -> QuerySet[Profile]:
    """The newest version of each profile of each office."""
    later = Profile.objects.filter(
        organiser=OuterRef("organiser"), key=OuterRef("key"), version__gt=OuterRef("version")
    )
    return Profile.objects.filter(~Exists(later))
