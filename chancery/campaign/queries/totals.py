"""Totals that were stated: counted again by the same question and moment, and what changed since (R117)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from chancery.campaign.models import StatedTotal
from chancery.occasions.models import Campaign
from chancery.occasions.queries.asked import Asked, question_from
from chancery.occasions.queries.changes import Change, changes_between
from chancery.occasions.queries.recognitions import texts_of
from chancery.rules.campaign.recognitions import Moment, Text, Total, total


def stated_totals_of(campaign: Campaign) -> QuerySet[StatedTotal]:
    """The totals that were stated of a campaign, the newest first."""
    found = StatedTotal.objects.filter(campaign=campaign).select_related("by", "organiser")
    return found.order_by("-known_at", "-id")


@dataclass(frozen=True, slots=True)
class Recount:
    """
    A stated total counted again.

    `then` is counted by the same question at the same moment; `gone` and `come` are texts in which it
    differs from what was stated, because rows were deleted or changed themselves. `now` is the same question
    today; `changes` say what became of which text in between.
    """

    then: Total
    now: Total
    gone: Sequence[str]
    come: Sequence[str]
    changes: Sequence[Change]
    moment: Moment

    def is_as_stated(self, stated: StatedTotal) -> bool:
        """Whether counting again gave the same numbers, from the same texts."""
        is_same = (self.then.value, self.then.at_most) == (stated.value, stated.at_most)
        return is_same and not self.gone and not self.come


def asked_of(stated: StatedTotal) -> Asked:
    """The question and the moment of a stated total."""
    return Asked(question_from(stated.question), Moment(stated.day, stated.known_at), is_now=False)


def recounted(stated: StatedTotal, now: datetime) -> Recount:
    """
    Count a stated total again, then and now; two queries for any number of texts.

    Units: `now` is aware, in the zone of the office.
    """
    asked, here = asked_of(stated), Moment(now.date(), now)
    texts = texts_of(stated.campaign)
    then = total(asked.question, _recorded_by(stated, texts), asked.moment)
    counted = [*then.texts, *then.doubtful]
    return Recount(
        then=then,
        now=total(asked.question, texts, here),
        gone=[ref for ref in stated.texts if ref not in counted],
        come=[ref for ref in counted if ref not in stated.texts],
        changes=changes_between(asked.question, texts, asked.moment, here),
        moment=here,
    )


def _recorded_by(stated: StatedTotal, texts: Sequence[Text]) -> list[Text]:
    """The texts that were recorded when the total was stated."""
    return [text for text in texts if text.recorded_at is None or text.recorded_at <= stated.known_at]
