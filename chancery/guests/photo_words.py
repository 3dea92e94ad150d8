"""What a guest is asked about being shown on photographs, and what is said of the answer (R122)."""

from collections.abc import Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base.languages import wording
from chancery.guests.models import PhotoAnswer

Wish = PhotoAnswer.Wish


def question(office: Organiser) -> str:
    """What a guest is asked, in the language of the page."""
    name = wording(office.names, get_language() or "en").text
    sentence = _("May %(office)s show you on photographs of this event to the public and the press?")
    return sentence % {"office": name}


def choices() -> Sequence[tuple[str, str]]:
    """The two answers as they stand on the page."""
    return [
        (Wish.AGREED, _("Yes, I may be shown.")),
        (Wish.REFUSED, _("No, please do not show me.")),
    ]


def about() -> str:
    """For whom the answer holds, and until when it can be changed."""
    return _("This is about you alone. You can change it at any time by this link, also after the event.")


def words_of(office: Organiser, wish: str) -> str:
    """The words that are kept with an answer: what was asked, and what was chosen."""
    return f"{question(office)} {dict(choices())[wish]}"


def standing(said: PhotoAnswer | None) -> str:
    """Say where the answer of a guest stands; the question itself has no sentence."""
    if said is None:
        return ""
    if said.wish == Wish.AGREED:
        return _("You have said that you may be shown on photographs of this event.")
    return _("You have said that you do not want to be shown on photographs of this event.")
