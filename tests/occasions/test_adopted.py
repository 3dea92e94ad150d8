"""R117: what the database counts as adopted is what the rule counts, for texts of any days."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.occasions.models import Campaign, Recognition, RecognitionStep
from chancery.occasions.queries.adopted import Adopted, adopted_texts, judged_adopted
from chancery.occasions.queries.recognitions import texts_of
from chancery.rules.campaign import Moment, Question, by_state, total
from tests import make
from tests.conftest import People

DAYS = (
    *(None, None, "2012", "2012-02", "2012-03", "2012-02-01T10:00", "2013", "2012-02-27T23:30"),
    *("2012-02-01", "2012-02-02", "2012-02-27", "2012-03-01", "2012-02-02", "2011-12-31", "2013-05-01"),
)
KNOWN = datetime(2020, 1, 1, 12, 0, tzinfo=UTC)
MOMENTS = [
    Moment(day, KNOWN + timedelta(hours=hours))
    for day in (date(2011, 6, 1), date(2012, 2, 1), date(2012, 2, 27), date(2020, 1, 1))
    for hours in (-1, 0, 2, 9)
]


def texts_at_random(campaign: Campaign, owners: list[Organiser], random: Random, number: int) -> None:
    """Texts with none to four steps, of which some are not known yet, or were taken back."""
    senate = make.body(campaign.organiser, "Sample Senate", state="XA")
    texts = Recognition.objects.bulk_create(
        Recognition(
            ref=f"text-{at}",
            organiser=random.choice(owners),
            campaign=campaign,
            body=random.choice((senate, None)),
            printed_body={"en": f"Town {at}"},
            state=random.choice(("", "XB", "XC")),
            level="city",
            kind="motion",
            recorded_at=KNOWN + timedelta(hours=random.choice((-9, -9, 0, 1))),
        )
        for at in range(number)
    )
    RecognitionStep.objects.bulk_create(
        a_step(text, random) for text in texts for _step in range(random.choice((0, 1, 2, 2, 3, 4)))
    )


def a_step(text: Recognition, random: Random) -> RecognitionStep:
    taken_back = random.choice((None, None, None, 0, 1, 4))
    on: Any = random.choice(DAYS if random.random() < 0.5 else DAYS[8:])
    return RecognitionStep(
        recognition=text,
        status=random.choice((*RecognitionStep.Status.values, "adopted", "adopted")),
        on=on,
        recorded_at=KNOWN + timedelta(hours=random.choice((-9, -9, 0, 1))),
        taken_back_at=None if taken_back is None else KNOWN + timedelta(hours=taken_back),
        taken_back_because="" if taken_back is None else "wrong",
    )


@pytest.mark.parametrize("seed", [7, 11, 13])
def test_r117_the_database_counts_what_the_rule_counts(seed: int, db: None) -> None:
    ministry = make.organiser("ministry")
    campaign = make.campaign(ministry, visibility="tree")
    post = make.organiser("post", parent=ministry)
    texts_at_random(campaign, [ministry, post], Random(seed), 400)

    for moment in MOMENTS:
        texts = texts_of(campaign, known_at=moment.known_at)
        expected = total(Question(), texts, moment)
        states = {state: count.texts for state, count in by_state(Question(), texts, moment).items()}
        assert adopted_texts(campaign, moment) == Adopted(expected.value, expected.at_most, states)
        judged = judged_adopted(campaign, moment)
        assert {each.text.ref for each in judged} == set(expected.texts)
        assert len(judged) == expected.value
    assert expected.value > 50
    assert expected.at_most > expected.value


def test_texts_are_counted_by_as_many_queries_for_many_as_for_one(people: People) -> None:
    campaign, counts = make.campaign(people.office), []
    for number in (1, 30):
        for at in range(number):
            make.recognition(campaign, f"Town {number}-{at}", ("adopted", "2012"))
        with CaptureQueriesContext(connection) as asked:
            found = adopted_texts(campaign, Moment(date(2020, 1, 1), timezone.now()))
        counts.append((len(asked), found.value))

    assert counts == [(3, 1), (3, 31)]


def test_texts_of_other_campaigns_are_not_counted(people: People) -> None:
    campaign, other = make.campaign(people.office), make.campaign(people.office)
    make.recognition(other, "Town Hall", ("adopted", "2012-02-01"), recorded_at=KNOWN - timedelta(1))
    moment = Moment(date(2020, 1, 1), KNOWN)

    assert adopted_texts(campaign, moment) == Adopted(0, 0, {})
    assert list(judged_adopted(campaign, moment)) == []
