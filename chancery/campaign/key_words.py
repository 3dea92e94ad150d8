"""What counts are split by, in words: `TR` by state is Türkiye, an empty key is not known."""

from collections.abc import Callable
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from chancery.base import cldr
from chancery.campaign.queries.counted import CATEGORY, CURRENCY, KIND, LANGUAGE, RELATION, SIDE, STATE
from chancery.directory.models import Body
from chancery.events.models import Event, EventCampaign
from chancery.record.models import Coverage, Document
from chancery.rules.campaign.indicators import Indicator, Side

BY: dict[str, Promise] = {
    STATE: _lazy("by state"),
    CATEGORY: _lazy("by category"),
    LANGUAGE: _lazy("by language"),
    KIND: _lazy("by kind"),
    CURRENCY: _lazy("by currency"),
    SIDE: _lazy("held and planned"),
    RELATION: _lazy("by what they did for the campaign"),
}
_NOTHING: dict[str, Promise] = {
    STATE: _lazy("without a state"),
    CATEGORY: _lazy("without a category"),
}
_SIDES: dict[str, Promise] = {Side.HELD: _lazy("held"), Side.PLANNED: _lazy("planned")}
_KINDS = {
    Indicator.EVENTS: Event.Kind,
    Indicator.DOCUMENTS: Document.Kind,
    Indicator.RECIPIENTS: Body.Kind,
    Indicator.PRESS: Coverage.Kind,
}


def key_in_words(indicator: Indicator, by: str, key: str) -> str:
    """Return what a part of a figure is called in the reader's language; empty where nothing is split."""
    if not by:
        return ""
    if not key:
        return str(_NOTHING.get(by, _("not known")))
    language = get_language() or "en"
    words: dict[str, Callable[[], str]] = {
        STATE: lambda: cldr.state_in_words(key, language),
        LANGUAGE: lambda: cldr.language_in_words(key, language),
        SIDE: lambda: str(_SIDES.get(key, key)),
        RELATION: lambda: str(dict(EventCampaign.Relation.choices).get(key, key)),
        KIND: lambda: str(dict(_KINDS[indicator].choices).get(key, key)) if indicator in _KINDS else key,
    }
    return words[by]() if by in words else key


def value_in_words(indicator: Indicator, key: str, value: int) -> str:
    """Write a figure as the reader's language does; a cost is kept in hundredths of its currency, the key."""
    language = get_language() or "en"
    if indicator is Indicator.COST:
        return f"{cldr.amount(Decimal(value) / 100, language)} {key}"
    return cldr.figure(value, language)
