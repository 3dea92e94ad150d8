"""What an endpoint hears of and what it answered, in the reader's words."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.api.hooks.patterns import ALL
from chancery.api.hooks.sending import Answer

EVERYTHING = gettext_lazy("All changes")
# What the codes of each app are about; those of an app that is not named here are written by hand.
FAMILIES: dict[str, Promise] = {
    "accounts": gettext_lazy("Team"),
    "campaign": gettext_lazy("Figures"),
    "directory": gettext_lazy("People"),
    "door": gettext_lazy("Door"),
    "events": gettext_lazy("Events"),
    "exhibition": gettext_lazy("Exhibitions"),
    "guests": gettext_lazy("Guests"),
    "occasions": gettext_lazy("Occasions"),
    "precedence": gettext_lazy("Order of precedence"),
    "programme": gettext_lazy("Programme"),
    "record": gettext_lazy("Record"),
    "seating": gettext_lazy("Seating"),
}


def heard_in_words(patterns: Iterable[str]) -> list[str]:
    """Say what an endpoint hears of; a code that is written by hand is what it is."""
    broad = {ALL: EVERYTHING, **{f"{name}.*": words for name, words in FAMILIES.items()}}
    return [str(broad.get(pattern, pattern)) for pattern in patterns]


def answer_in_words(answer: Answer) -> str:
    """Say what a receiver answered, or why it did not."""
    if answer.trouble:
        return str(answer.trouble.label)
    return _("The receiver answered %(status)s in %(milliseconds)s ms.") % {
        "status": answer.status,
        "milliseconds": int(answer.seconds * 1000),
    }
