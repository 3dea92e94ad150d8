"""The protocol profiles an office can choose from."""

from django.utils.translation import get_language

from chancery.accounts.models import Organiser
from chancery.precedence import loader, queries


def profile_choices(organiser: Organiser | None = None) -> list[tuple[str, str]]:
    """
    Return key and name of every profile, in the order of the names in the reader's language.

    An office is offered its own versions too; before there is one, what ships with Chancery.
    """
    language = get_language() or "en"
    if organiser is None:
        offered = list(loader.profiles())
    else:
        offered = [each.profile for each in queries.offered_to(organiser)]
    pairs = [(profile.key, profile.words(language)) for profile in offered]
    return sorted(pairs, key=lambda pair: (pair[1].casefold(), pair[0]))
