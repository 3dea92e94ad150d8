"""Stated totals on a public page: who stated which number, and our count by the same filters (R117)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base.cldr import day_in_words
from chancery.base.cldr import figure as number_in_words
from chancery.base.languages import wording
from chancery.campaign.models import CampaignPage, StatedTotal
from chancery.campaign.queries import public as queries
from chancery.campaign.queries.totals import asked_of
from chancery.occasions import recognition_words as words
from chancery.occasions.queries import recognitions
from chancery.occasions.queries.recognitions import SHOWN_IN_PUBLIC
from chancery.rules.campaign import Moment
from chancery.rules.campaign.recognitions import Question, Text, total


@dataclass(frozen=True, slots=True)
class ShownTotal:
    """
    A total as it was stated, by whom, and beside it what the texts on the page come to.

    `counted` is empty where the question takes in texts that are never public; `note` says so.
    """

    stated: str
    by: Mapping[str, str]
    said_in: str
    day: str
    filters: Sequence[words.Filter]
    counted: str
    difference: str
    note: str


def shown_of(page: CampaignPage, language: str, now: datetime) -> list[ShownTotal]:
    """Return the stated totals that the office ticked, counted again from what anybody can look up."""
    ticked = list(queries.totals_shown(page))
    if not ticked:
        return []
    moment = Moment(now.date(), now)
    texts = _public_texts(page, moment)
    names = recognitions.bodies_of(page.campaign)
    bodies = {key: wording(each, language).text for key, each in names.items()}
    return [_shown(each, texts, bodies, moment, language) for each in ticked]


def _public_texts(page: CampaignPage, moment: Moment) -> list[Text]:
    """The texts that stand on the page, as values to count."""
    campaign = page.campaign
    shown = {
        recognitions.key_of(each.recognition.ref, each.recognition.organiser.ref, campaign)
        for each in recognitions.publishable(campaign, moment)
    }
    known = recognitions.texts_of(campaign, known_at=moment.known_at)
    return [text for text in known if text.ref in shown]


def _shown(
    stated: StatedTotal, texts: Sequence[Text], bodies: Mapping[str, str], moment: Moment, language: str
) -> ShownTotal:
    asked = asked_of(stated)
    counted = asked.question.counted
    recount = total(asked.question, texts, moment) if _is_public(asked.question) else None
    return ShownTotal(
        stated=words.counted_words(stated.value, counted),
        by=stated.organiser.names,
        said_in=stated.said_in,
        day=day_in_words(stated.day, language),
        filters=[each for each in words.filters_in_words(asked, bodies)[:-2] if each.is_set],
        counted=words.counted_words(recount.value, counted) if recount else "",
        difference=_difference(recount.value - stated.value, language) if recount else "",
        note=_note(len(recount.doubtful), language) if recount else _not_public(),
    )


def _is_public(question: Question) -> bool:
    """Whether every text that a question takes in may stand on the page."""
    return bool(question.statuses) and set(question.statuses) <= SHOWN_IN_PUBLIC


def _not_public() -> str:
    return _("It takes in texts that are not public, and cannot be counted from what stands here.")


def _difference(value: int, language: str) -> str:
    if not value:
        return _("no difference")
    sign = "+" if value > 0 else "\u2212"
    number = f"{sign}{number_in_words(abs(value), language)}"
    return _("difference %(number)s") % {"number": number}


def _note(doubtful: int, language: str) -> str:
    if not doubtful:
        return ""
    return ngettext(
        "%(count)s text is left out because its day is in doubt.",
        "%(count)s texts are left out because their days are in doubt.",
        doubtful,
    ) % {"count": number_in_words(doubtful, language)}
