"""What the address of the planning page asks for: a day of the calendar, and the occasion kept on it."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base.languages import wording
from chancery.occasions.days import ordinal_on
from chancery.occasions.models import Occasion
from chancery.occasions.queries.days import occasions_served_by
from chancery.occasions.wording import number_words


class PlanningFor:
    """
    `day`, `occasion` (its code) and `anniversary` of an address.

    What is no day and no occasion of the office or its ministry is left out: the form is open for it.
    """

    def __init__(self, asked: Mapping[str, str], *, organiser: Organiser) -> None:
        self.organiser = organiser
        self.code = asked.get("occasion", "")
        self.day = _day(asked.get("day", ""))
        self.anniversary_on = _day(asked.get("anniversary", "")) or self.day

    @cached_property
    def occasion(self) -> Occasion | None:
        """The occasion that was asked for, where the office may serve it."""
        return occasions_served_by(self.organiser).filter(code=self.code).first() if self.code else None

    @property
    def serving(self) -> tuple[Occasion, date] | None:
        """The occasion with its anniversary day, as the new event serves it."""
        if self.occasion is None or self.anniversary_on is None:
            return None
        return self.occasion, self.anniversary_on

    def in_words(self) -> str:
        """What the event is planned for; empty where the address names nothing."""
        if self.serving is None:
            return ""
        occasion, anniversary_on = self.serving
        language = get_language() or "en"
        name = wording(occasion.names, language).text
        found = ordinal_on(occasion, anniversary_on)
        number = number_words(occasion, found.number, language) if found else ""
        if not number:
            return _("For “%(occasion)s”") % {"occasion": name}
        return _("For “%(occasion)s”, %(number)s") % {"occasion": name, "number": number}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
