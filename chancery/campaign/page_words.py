"""The public page of a campaign in its history: its parts and what was ticked, by their titles."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.base import history
from chancery.base.languages import listed
from chancery.campaign.indicator_words import NAMES
from chancery.campaign.models import CampaignPage

TICKED: dict[str, Promise] = {
    "texts": _("Texts"),
    "films": _("Films"),
    "photos": _("Pictures"),
    "figures": _("Counted figures"),
    "claims": _("Figures that others claim"),
    "totals": _("Stated totals"),
}
"""What needs a tick, by kind."""


@history.words_of("campaign.campaignpage", "sections")
def parts_in_words(names: Any) -> str:
    """The parts of a page in their order."""
    titles = dict(CampaignPage.Section.choices)
    return listed([str(titles.get(name, name)) for name in names or []])


@history.words_of("campaign.campaignpage", "shown")
def ticks_in_words(shown: Any) -> str:
    """How many of each kind were ticked; figures by their names."""
    given = shown or {}
    # A database may keep the kinds in an order of its own.
    return "; ".join(
        _ticked(kind, given[kind]) for kind in dict.fromkeys([*TICKED, *given]) if given.get(kind)
    )


def _ticked(kind: str, chosen: list[str]) -> str:
    names: dict[str, Promise] = {each.value: name for each, name in NAMES.items()}
    what = listed([str(names.get(each, each)) for each in chosen]) if kind == "figures" else str(len(chosen))
    return f"{TICKED.get(kind, kind)}: {what}"
