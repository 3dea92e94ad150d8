"""Reads of the profiles that a ministry and its posts give to one another."""

from collections.abc import Iterable

from django.db.models import QuerySet

from chancery.accounts.models import Organiser
from chancery.base.refs import free_ref
from chancery.directory.access import shown_in_tree
from chancery.precedence.models import Ordering, Profile
from chancery.precedence.queries import newest_versions, taken_keys


def given_to(organiser: Organiser) -> QuerySet[Profile]:
    """The newest version of each profile that other offices of the ministry show to an office, by owner."""
    shown = newest_versions().filter(shown_in_tree(organiser)).exclude(organiser=organiser)
    return shown.select_related("organiser").order_by("organiser__ref", "key", "id")


def given_by_code(organiser: Organiser, code: str) -> Profile | None:
    """Find the newest version of a profile that an office is shown, by the code of any of its versions."""
    named = Profile.objects.filter(code=code).first()
    return newest_of(organiser, named) if named else None


def newest_of(organiser: Organiser, version: Profile) -> Profile | None:
    """The newest version of the same profile as far as an office is shown it, None where it is not."""
    return given_to(organiser).filter(organiser=version.organiser_id, key=version.key).first()


def version_given(given: Profile, number: int) -> Profile | None:
    """Find any version of a profile that is shown."""
    return Profile.objects.filter(organiser=given.organiser_id, key=given.key, version=number).first()


def newer_than(organiser: Organiser, version: Profile | None) -> Profile | None:
    """What an office is shown of a profile beyond the version that it took or follows; None for nothing."""
    newest = newest_of(organiser, version) if version else None
    return newest if newest and version and newest.version > version.version else None


def newer_sources(organiser: Organiser, own: Iterable[Profile]) -> set[int]:
    """Return the keys of own versions whose source has a newer version, by one query for all of them."""
    sources = {each.pk: each.source for each in own if each.source}
    if not sources:
        return set()
    newest = {(given.organiser_id, given.key): given.version for given in given_to(organiser).defer("text")}
    return {
        key
        for key, source in sources.items()
        if newest.get((source.organiser_id, source.key), 0) > source.version
    }


def own_copy(organiser: Organiser, given: Profile) -> Profile | None:
    """What an office made of a profile that it is shown: its newest own version, None where there is none."""
    own = newest_versions().filter(organiser=organiser, source__organiser=given.organiser_id)
    return own.filter(source__key=given.key).order_by("key").first()


def copies_of(organiser: Organiser) -> dict[tuple[int, str], str]:
    """Under which own key an office keeps what it took over, by the owner and the key of the source."""
    own = newest_versions().filter(organiser=organiser, source__isnull=False).order_by("-key")
    named = own.values_list("source__organiser", "source__key", "key")
    return {(owner, source): key for owner, source, key in named}


def free_key(organiser: Organiser, given: Profile) -> str:
    """
    Return the key for an own copy of a profile.

    It is never one that orders of the office follow already, so that taking over moves nobody.
    """
    taken = taken_keys(organiser)
    followed = set(Ordering.objects.filter(organiser=organiser).values_list("profile", flat=True).distinct())
    return free_ref(given.key, taken | followed, fallback=given.code)
