"""What states totals of recognitions."""

from django.db import transaction

from chancery.accounts.models import Organiser, User
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.campaign.models import StatedTotal
from chancery.occasions.models import Campaign
from chancery.occasions.queries.asked import Asked, parameters_of
from chancery.occasions.queries.recognitions import texts_of
from chancery.rules.campaign.recognitions import total


@transaction.atomic
def state_total(
    campaign: Campaign, asked: Asked, *, organiser: Organiser, said_in: str, user: User | None, by: Actor
) -> StatedTotal:
    """
    Keep a total with its question and its moment, so that it can be counted again at any time (R117).

    It rests on the texts that were recorded by that moment, those in doubt too.
    """
    texts = texts_of(campaign, known_at=asked.moment.known_at)
    found = total(asked.question, texts, asked.moment)
    stated = StatedTotal(
        organiser=organiser,
        campaign=campaign,
        question=parameters_of(asked.question),
        day=asked.moment.day,
        known_at=asked.moment.known_at,
        value=found.value,
        at_most=found.at_most,
        texts=[*found.texts, *found.doubtful],
        said_in=said_in,
        by=user,
    )
    return audit.create(stated, by=by, code="campaign.total.stated")


@transaction.atomic
def delete_total(stated: StatedTotal, *, by: Actor) -> None:
    """Take a stated total out; the history of the office can bring it back."""
    audit.delete(stated, by=by, code="campaign.total.deleted")
