"""The profiles that an order may follow: those of the office, and those that its ministry gives down."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base.languages import wording
from chancery.precedence import given as giving
from chancery.precedence import queries as profiles
from chancery.precedence.models import Ordering, Profile


@dataclass(frozen=True, slots=True)
class GivenChoice:
    """A profile of another office that an order may follow; one it follows already stays a choice."""

    newest: Profile

    @property
    def choice(self) -> str:
        """What a form sends for it: a key of the office itself never holds a slash."""
        return f"{self.newest.organiser.ref}/{self.newest.key}"

    @property
    def words(self) -> str:
        language = get_language() or "en"
        values = {
            "profile": profiles.own_profile(self.newest).words(language),
            "owner": wording(self.newest.organiser.names, language).text,
        }
        return _("%(profile)s · given by %(owner)s") % values

    def version(self, number: int | None) -> Profile | None:
        """The version of that number, or the newest one; None where there is none of that number."""
        return self.newest if number is None else giving.version_given(self.newest, number)


def profiles_of_office(organiser: Organiser) -> list[tuple[str, str]]:
    """Key and name of each profile that is the office's own or ships; a copy says whose it was."""
    language = get_language() or "en"
    return [(each.profile.key, _named(each, language)) for each in profiles.offered_to(organiser)]


def _named(offered: profiles.OfferedProfile, language: str) -> str:
    name = str(offered.profile.words(language))
    if offered.own is None or offered.own.source is None:
        return name
    owner = wording(offered.own.source.organiser.names, language).text
    return _("%(profile)s · taken over from %(owner)s") % {"profile": name, "owner": owner}


def profiles_given(organiser: Organiser, ordering: Ordering) -> Sequence[GivenChoice]:
    """The profiles that an office is shown, and the one it follows though that is shown no longer."""
    shown = list(giving.given_to(organiser))
    followed = ordering.follows
    known = {(each.organiser_id, each.key) for each in shown}
    if followed and is_given(ordering) and (followed.organiser_id, followed.key) not in known:
        shown.append(followed)
    return [GivenChoice(each) for each in shown]


def chosen_by(ordering: Ordering) -> dict[str, object]:
    """
    What a form shows as chosen for an order that follows one version; nothing for any other.

    A folder that came from elsewhere makes the version the office's own.
    """
    if ordering.follows is None:
        return {}
    choice = GivenChoice(ordering.follows).choice if is_given(ordering) else ordering.follows.key
    return {"profile": choice, "profile_version": ordering.follows.version}


def is_given(ordering: Ordering) -> bool:
    """Whether an order follows a version that belongs to another office."""
    return ordering.follows is not None and ordering.follows.organiser_id != ordering.organiser_id


def newer_for(ordering: Ordering) -> Profile | None:
    """What the owner of the profile that an order follows has shown since; None for nothing."""
    return giving.newer_than(ordering.organiser, ordering.follows)
