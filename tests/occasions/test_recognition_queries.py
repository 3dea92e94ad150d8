"""R117: texts as plain values, with a constant number of queries; what of them may be shown to everybody."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.occasions.models import Recognition, RecognitionStep
from chancery.occasions.queries.recognitions import (
    publishable,
    states_with,
    text_of,
    texts_by_steps,
    texts_of,
)
from chancery.rules.campaign import Moment, OfState, Question, Standing, Status, standing
from chancery.rules.dates import PartialDate
from tests import make
from tests.conftest import People

ADOPTED = ("adopted", "2012-02-01")


def now() -> Moment:
    known = timezone.now()
    return Moment(known.date(), known)


def test_texts_carry_body_state_and_steps(people: People) -> None:
    campaign = make.campaign(people.office)
    senate = make.body(people.office, "Sample Senate", state="XA")
    make.recognition(campaign, "", ADOPTED, body=senate, word="tragedy", word_language="en", ref="one")
    make.recognition(campaign, "Town Hall", ("adopted", None), region="North", state="XB", ref="two")

    one, two = texts_of(campaign)

    assert (one.ref, one.body, one.state, one.word) == ("one", senate.code, "XA", "tragedy")
    assert standing(one, now()) == Standing(Status.ADOPTED, True, PartialDate.parse("2012-02-01"))
    assert (two.body, two.state) == ("~town hall · north · xb", "XB")


def test_texts_are_read_without_what_is_told_where_nothing_is_looked_for(people: People) -> None:
    campaign = make.campaign(people.office)
    senate = make.body(people.office, "Sample Senate", state="XA")
    make.recognition(campaign, "", ADOPTED, body=senate, note="Read aloud", ref="one")
    make.recognition(campaign, "Town Hall", ("adopted", None), titles={"en": "Peace"}, ref="two")

    whole = texts_of(campaign)

    assert texts_of(campaign, is_told=False) == [replace(text, told="") for text in whole]
    assert [text.told != "" for text in whole] == [True, True]


def test_texts_by_their_steps_are_the_same_without_words_and_bodies(people: People) -> None:
    ministry = make.organiser("ministry")
    campaign = make.campaign(ministry, visibility="tree")
    senate = make.body(ministry, "Sample Senate", state="XA")
    make.recognition(campaign, "", ADOPTED, body=senate, word="tragedy", word_language="en", ref="one")
    post = make.organiser("post", parent=ministry)
    make.recognition(campaign, "Town Hall", ("adopted", None), state="XB", ref="two", organiser=post)
    late = make.recognition(campaign, "Court", ADOPTED, ref="three")
    moment = late.recorded_at - timedelta(microseconds=1)

    for known_at in (None, moment):
        whole = texts_of(campaign, known_at=known_at)
        assert texts_by_steps(campaign, known_at=known_at) == [
            replace(text, body="", word="", told="") for text in whole
        ]
    assert len(texts_by_steps(campaign)) == 3


def test_a_text_alone_is_the_one_among_all(people: People) -> None:
    ministry = make.organiser("ministry")
    campaign = make.campaign(ministry, visibility="tree")
    post = make.organiser("post", parent=ministry)
    one = make.recognition(campaign, "Senate", ADOPTED, ("repealed", "2013"), state="XA", ref="one")
    two = make.recognition(campaign, "Town Hall", ("adopted", None), ref="one", organiser=post)

    assert [text_of(one), text_of(two)] == texts_by_steps(campaign)


def test_texts_of_a_post_stand_beside_those_of_the_ministry(people: People) -> None:
    ministry = make.organiser("ministry")
    campaign = make.campaign(ministry, visibility="tree")
    post = make.organiser("post", parent=ministry)
    make.recognition(campaign, "Senate", ADOPTED, ref="one")
    make.recognition(campaign, "Senate", ADOPTED, ref="one", organiser=post)

    assert [text.ref for text in texts_of(campaign)] == ["one", "post/one"]


def test_what_was_recorded_later_is_not_known_yet(people: People) -> None:
    campaign = make.campaign(people.office)
    early = timezone.now() - timedelta(days=30)
    make.recognition(campaign, "Senate", ADOPTED)

    assert texts_of(campaign, known_at=early) == []
    assert len(texts_of(campaign, known_at=timezone.now())) == 1


def test_states_are_counted_for_a_map(people: People) -> None:
    campaign = make.campaign(people.office)
    make.recognition(campaign, "Senate", ADOPTED, state="XA")
    make.recognition(campaign, "Diet", ("adopted", None), state="XA")
    make.recognition(campaign, "Court", ("proposed", "2012"), state="XB")

    assert states_with(campaign, Question(), now()) == {"XA": OfState(1, 1)}


@pytest.mark.parametrize(
    ("steps", "fields", "is_shown"),
    [
        ([ADOPTED], {"source": "Official gazette"}, True),
        ([ADOPTED], {"address": "https://example.org/text"}, True),
        ([ADOPTED, ("repealed", "2014-01-01")], {"source": "Official gazette"}, True),
        ([ADOPTED], {}, False),
        ([("proposed", "2012")], {"source": "Official gazette"}, False),
        ([("rejected", "2012")], {"source": "Official gazette"}, False),
        ([], {"source": "Official gazette"}, False),
    ],
)
def test_only_adopted_texts_that_can_be_looked_up_are_public(
    people: People, steps: list[tuple[str, str]], fields: dict[str, Any], is_shown: bool
) -> None:
    campaign = make.campaign(people.office)
    made = make.recognition(campaign, "Senate", *steps, **fields)

    assert [each.recognition for each in publishable(campaign, now())] == [made] * is_shown


def test_the_source_of_a_step_is_enough_until_it_is_taken_back(people: People) -> None:
    campaign = make.campaign(people.office)
    step = make.recognition(campaign, "Senate", ADOPTED).steps.get()
    RecognitionStep.objects.filter(pk=step.pk).update(source="Official gazette")
    assert len(publishable(campaign, now())) == 1

    RecognitionStep.objects.filter(pk=step.pk).update(taken_back_at=timezone.now(), taken_back_because="x")

    assert publishable(campaign, now()) == []


@pytest.mark.parametrize("count", [1, 3, 500])
def test_the_number_of_queries_does_not_grow(people: People, count: int) -> None:
    campaign = make.campaign(people.office)
    rows = Recognition.objects.bulk_create(
        Recognition(
            campaign=campaign,
            organiser=people.office,
            printed_body={"en": "Senate"},
            level="chamber",
            kind="resolution",
            source="Official gazette",
        )
        for _ in range(count)
    )
    RecognitionStep.objects.bulk_create(RecognitionStep(recognition=row, status="adopted") for row in rows)
    moment = now()

    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert len(texts_of(campaign)) == count
        assert len(publishable(campaign, moment)) == count

    assert len(asked) == 6
