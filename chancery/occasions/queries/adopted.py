"""
Which texts of a campaign stand adopted at a moment, told apart by the database where days are whole (R117).

`rules.campaign.recognitions` says what is so. Where each step that is known has a whole day, the last one by
its day stands, which a database can find for thousands of texts; the few others are left to the rule.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from chancery.occasions.models import Campaign, Recognition, RecognitionStep
from chancery.occasions.queries.recognitions import texts_by_steps
from chancery.rules.campaign.recognitions import Answer, Judged, Moment, Question, by_state_of, judged

type Keys = QuerySet[Any, Any]

ADOPTED = Question()
_WHOLE_DAY = len("1992-02-26")


@dataclass(frozen=True, slots=True)
class Adopted:
    """
    How many texts stand adopted at a moment, and with those in doubt at most.

    `by_state` counts those that surely do, in the order of the states; a state that has only texts in doubt
    stands there with none.
    """

    value: int
    at_most: int
    by_state: Mapping[str, int]


def adopted_texts(campaign: Campaign, moment: Moment) -> Adopted:
    """Count the texts that stand adopted; three queries, for any number of them."""
    unclear = _unclear_texts(campaign, moment)
    rows = Recognition.objects.filter(pk__in=_surely_adopted(campaign, moment))
    rows = rows.filter(recorded_at__lte=moment.known_at).order_by()
    counted: Counter[str] = Counter()
    for state, of_body, number in rows.values_list("state", "body__state").annotate(number=Count("pk")):
        counted[state or of_body or ""] += number
    value, doubtful = counted.total(), 0
    for state, found in by_state_of(unclear).items():
        counted[state] += found.texts
        value, doubtful = value + found.texts, doubtful + found.doubtful
    return Adopted(value, value + doubtful, dict(sorted(counted.items())))


def judged_adopted(campaign: Campaign, moment: Moment) -> Sequence[Judged]:
    """Return the texts that surely stand adopted, as the rule judges them."""
    keys = _surely_adopted(campaign, moment)
    clear = judged(ADOPTED, texts_by_steps(campaign, known_at=moment.known_at, among=keys), moment)
    unclear = _unclear_texts(campaign, moment)
    return [*clear, *(each for each in unclear if each.answer is Answer.YES)]


def _unclear_texts(campaign: Campaign, moment: Moment) -> list[Judged]:
    """The texts of which the database cannot say it, as the rule judges them."""
    keys = _unclear(campaign, moment)
    return judged(ADOPTED, texts_by_steps(campaign, known_at=moment.known_at, among=keys), moment)


def _surely_adopted(campaign: Campaign, moment: Moment) -> Keys:
    """The texts of whole days whose last step by its day adopted them."""
    last = Q(other_on=None) | Q(adopted_on__gt=F("other_on"))
    found = _last_days(campaign, moment).filter(last, known=F("whole"), adopted_on__isnull=False)
    return found.values("recognition")


def _unclear(campaign: Campaign, moment: Moment) -> Keys:
    """The texts with a step of no whole day, or that were adopted and something else on the same day."""
    is_unclear = Q(known__gt=F("whole")) | Q(adopted_on=F("other_on"))
    return _last_days(campaign, moment).filter(is_unclear).values("recognition")


def _last_days(campaign: Campaign, moment: Moment) -> Keys:
    """The steps known at a moment by their text: how many, how many of a whole day, and the last days."""
    taken_back = Q(taken_back_at=None) | Q(taken_back_at__gt=moment.known_at)
    known = RecognitionStep.objects.filter(
        taken_back, recognition__campaign=campaign, recorded_at__lte=moment.known_at
    )
    adopted = Q(status=RecognitionStep.Status.ADOPTED)
    stands = Q(on__lte=moment.day.isoformat())
    return (
        known.order_by()
        .values("recognition")
        .annotate(
            known=Count("pk"),
            whole=Count("pk", filter=Q(Exact(Length("on"), _WHOLE_DAY))),
            adopted_on=Max("on", filter=stands & adopted),
            other_on=Max("on", filter=stands & ~adopted),
        )
    )
