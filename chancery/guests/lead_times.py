"""How long before an event invitations usually go, with who says so (R82)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr


@dataclass(frozen=True, slots=True)
class LeadTime:
    """One practice; `first` and `last` are the days before the event between which something is due."""

    words: str | Promise
    source: str | Promise
    url: str
    first: int
    last: int


LEAD_TIMES = (
    LeadTime(
        _("Busy guests: hold the date, and the invitation eight weeks before"),
        _("a university with ceremonial events"),
        "https://th4.ilovetranslation.com/b-7qSuUcsxr=d",
        56,
        56,
    ),
    LeadTime(
        _("Reception: the invitation one to two weeks before"),
        _("handbooks of protocol, Russian and Chinese practice"),
        "https://www.rulit.me/books/protokol-i-etiket-diplomaticheskogo-i-delovogo-obshcheniya-read-232651-60.html",
        14,
        7,
    ),
    LeadTime(
        _("Missions reply ten days before a commemoration; the detailed programme follows"),
        _("an organising committee, 2021"),
        "https://sarajevotimes.com/marking-the-26th-anniversary-of-the-srebrenica-genocide-with-special-epidemiological-measures/",
        10,
        10,
    ),
    LeadTime(
        _("Italy: silence 48 hours before counts as a refusal"),
        _("Italian ceremonial for offices"),
        "https://easydiplomacy.com/en/info-directory/ceremonial-in-italy/for-the-office/invitations/",
        2,
        2,
    ),
)
REMINDERS_SOURCE = "https://protocoltoday.nl/?p=29885"


@dataclass(frozen=True, slots=True)
class Hint:
    """A practice as the page shows it; `when` is empty where the event has no day."""

    words: str
    when: str
    source: str
    url: str


def hints(held_on: date | None) -> list[Hint]:
    """Return the practices with the days they mean for an event on `held_on`."""
    return [*_with_days(held_on), _reminders()]


def _with_days(held_on: date | None) -> Iterator[Hint]:
    language = get_language() or "en"
    for each in LEAD_TIMES:
        days = sorted({each.first, each.last}, reverse=True) if held_on else []
        when = " – ".join(
            cldr.day_in_words(held_on - timedelta(days), language) for days in days if held_on is not None
        )
        yield Hint(str(each.words), when, str(each.source), each.url)


def _reminders() -> Hint:
    return Hint(
        gettext("Two or three reminders are normal for an exact count"),
        "",
        gettext("a magazine of protocol officers"),
        REMINDERS_SOURCE,
    )
