"""The questions that the reference event cannot answer, asked of an invented evening that holds the rest."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from chancery.base.audit import Actor
from chancery.desk.archive.reading import load_event
from chancery.directory.models import Relation
from chancery.events import queries
from chancery.events.models import Event, Participation
from chancery.programme import queries as programme
from chancery.programme.models import Act, Award, Contribution, Item, Message
from chancery.record.models import Statement
from chancery.rules.timing import moment_words
from tests import make


@pytest.fixture
def event(db: Any) -> Event:
    office = make.organiser("post", state="AZ", host_state="RO")
    return load_event(Path(__file__).parent / "evening", organiser=office, by=Actor(office.pk)).event


def item(event: Event, ref: str) -> Item:
    return Item.objects.get(event=event, ref=ref)


def test_q02_who_co_organised_and_who_was_patron(event: Event) -> None:
    behind = [(str(each.body or each.person), each.role) for each in queries.involvements_of(event)]

    assert behind == [("Sample Foundation", "co-organiser"), ("Sample, Leyla", "patron")]


def test_q04_q30_the_plan_and_what_happened_answer_differently(event: Event) -> None:
    opening = item(event, "opening")
    planned = programme.timing_of(event, list(programme.items_alone(event))).of("opening")

    assert planned.start is not None
    assert moment_words(planned.start) == "18:30"
    assert opening.started_at == datetime(2027, 3, 4, 16, 35, tzinfo=UTC)
    assert (opening.happened, opening.outcome) == ("changed", "begun five minutes late")


def test_q30_what_was_cancelled_and_why(event: Event) -> None:
    dropped = Item.objects.filter(event=event, status=Item.Status.DROPPED)

    assert [(str(each), each.status_reason, each.happened) for each in dropped] == [
        ("Panel", "no time", "no")
    ]


def test_q08_who_stayed_away_and_why(event: Event) -> None:
    absent = Participation.objects.filter(event=event, actual=Participation.Actual.ABSENT)

    assert [(who.name_printed, who.planned, who.actual_reason) for who in absent] == [
        ("Leyla Sample", "accepted", "on a journey")
    ]


def test_q11_what_somebody_said_about_a_topic_and_in_which_language_version(event: Event) -> None:
    said = Statement.objects.get(event=event, topics__en="peace")

    assert said.speaker.name_printed == "Ana Sample"
    assert (said.language, said.texts["ro"]) == ("ro", "Pacea se păstrează prin cuvinte.")
    assert said.mode == Statement.Mode.VERBATIM


def test_q13_whose_message_was_read_by_whom_and_whether_the_reader_spoke_too(event: Event) -> None:
    message = Message.objects.get(item__event=event)
    own_words = Contribution.objects.filter(participation=message.reader).exclude(item=message.item)

    assert str(message.author.office) == "President of Sampleland"
    assert message.reader is not None
    assert message.reader.name_printed == "Ana Sample"
    assert [str(each.item) for each in own_words.order_by("item__position")] == [
        "Opening",
        "Own words of the reader",
    ]


def test_q14_q15_the_form_of_the_message_and_that_its_author_was_not_there(event: Event) -> None:
    message = Message.objects.get(item__event=event)

    assert (message.form, message.delivery, message.language) == ("letter", "read", "ro")
    assert message.author.actual == Participation.Actual.SENT_MESSAGE


def test_q18_q19_which_film_and_which_music(event: Event) -> None:
    showing, performance = item(event, "film").showings.get(), item(event, "music").performances.get()

    assert str(showing.film) == "Voices"
    assert item(event, "film").position > item(event, "silence").position
    assert (performance.work["en"], performance.authors, performance.performers) == (
        "Elegy",
        "A. Composer",
        "Sample Quartet",
    )


def test_q20_who_laid_wreaths_in_which_order_on_whose_behalf(event: Event) -> None:
    acts = Act.objects.filter(item__event=event).order_by("item__position", "position")

    assert [
        (act.participation.name_printed, str(act.on_behalf_of.office) if act.on_behalf_of else "")
        for act in acts
    ] == [("Ion Model", ""), ("Ana Sample", "President of Sampleland")]


def test_q21_for_whom_silence_was_kept_and_how_long(event: Event) -> None:
    silence = item(event, "silence")

    assert (silence.details["en"], silence.duration_seconds) == ("for the victims of the flood", 60)


def test_q22_which_award_was_given_to_whom_and_who_received_it(event: Event) -> None:
    award = Award.objects.get(item__event=event)

    assert (award.names["en"], award.laureate.name_printed, award.is_posthumous) == (
        "Sample Medal",
        "Leyla Sample",
        False,
    )
    assert award.receiver is not None
    assert award.presenter is not None
    assert (award.receiver.name_printed, award.presenter.name_printed) == ("Ion Model", "Ana Sample")


def test_q27_which_part_was_online(event: Event) -> None:
    assert [
        (str(each), str(each.part)) for each in Item.objects.filter(event=event, part__kind="online")
    ] == [("Music", "Live stream")]


def test_q31_who_moderated(event: Event) -> None:
    moderating = Contribution.objects.filter(item__event=event, form=Contribution.Form.MODERATION)

    assert [each.participation.name_printed for each in moderating] == ["Ion Model"]


def test_q32_who_appears_more_than_once_and_in_which_roles(event: Event) -> None:
    ana = Participation.objects.get(event=event, ref="ana")

    assert sorted(ana.contributions.values_list("form", flat=True)) == ["opening", "remarks"]
    assert ana.messages_read.count() == ana.acts.count() == ana.awards_presented.count() == 1


def test_q33_in_which_language_each_part_was_given(event: Event) -> None:
    given = Contribution.objects.filter(item__ref="opening").order_by("position")

    assert [(each.participation.name_printed, each.language) for each in given] == [
        ("Ana Sample", "en"),
        ("Ion Model", "ro"),
    ]
    assert item(event, "message").languages == ["ro"]


def test_q36_which_relations_between_people_matter(event: Event) -> None:
    assert [(str(each.person), each.kind, str(each.other)) for each in Relation.objects.all()] == [
        ("Sample, Ana", "spouse", "Model, Ion")
    ]


def test_q40_what_is_not_known_stays_empty(event: Event) -> None:
    silence = item(event, "silence")

    assert (silence.started_at, silence.ended_at, silence.happened) == (None, None, "")
    assert item(event, "own-words").duration_seconds is None
