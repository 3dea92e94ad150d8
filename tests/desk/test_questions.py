"""What a record must answer from stored fields, or say that it is not known: the reference event."""

from typing import Any

import pytest

from chancery.base.audit import Actor
from chancery.desk.archive.reading import load_event
from chancery.desk.commands import REFERENCE
from chancery.events import ordering, queries
from chancery.events import wording as words
from chancery.events.models import Event, Participation
from chancery.programme.models import Item
from chancery.record.models import Statement
from tests import make


@pytest.fixture
def event(db: Any) -> Event:
    """The reference event as it ships, without its sample guests."""
    office = make.organiser("post", state="AZ", host_state="RO")
    return load_event(REFERENCE / "bucharest-2025", organiser=office, by=Actor(office.pk)).event


def test_q01_the_occasion_its_number_and_whether_it_is_kept_on_the_day(event: Event) -> None:
    link = queries.main_occasion(event)
    assert link is not None

    assert words.occasion_in_words(link, "en") == "Khojaly tragedy · 26 February 1992"
    assert words.ordinal_line(link, "en") == "33rd anniversary"
    assert link.anniversary_on != event.held_on
    assert event.happened_on is None


def test_q02_who_organised_and_who_only_supported(event: Event) -> None:
    behind = [(str(each.body), each.role) for each in queries.involvements_of(event)]

    assert behind == [("Embassy of Azerbaijan", "organiser")]


def test_q03_where_and_at_which_stations(event: Event) -> None:
    assert [str(station.place) for station in queries.stations_of(event)] == ["Bucharest"]
    assert [station.place.address for station in queries.stations_of(event)] == [""]


def test_q04_when_as_planned_and_in_fact(event: Event) -> None:
    assert event.is_sample_plan
    assert event.happened_on is None
    assert not Item.objects.filter(event=event).exclude(started_at=None).exists()


def test_q05_which_categories_were_present(event: Event) -> None:
    present = [str(category) for category in queries.categories_of(event) if category.was_present]

    assert present == [
        "Diplomatic corps",
        "Ambassadors of foreign countries",
        "Staff of diplomatic missions accredited in Romania",
        "Historians",
        "Political and public figures",
        "Members of the Azerbaijani community in Romania",
    ]


def test_q06_which_named_people_attended_in_which_office(event: Event) -> None:
    attended = queries.participations_of(event).filter(actual=Participation.Actual.ATTENDED)

    assert [(who.name_printed, who.capacity_line["en"]) for who in attended] == [
        ("Qudsi Osmanov", "Ambassador of Azerbaijan to Romania"),
        (
            "Vasili Simileanu",
            "journalist, founder, director and chief editor of the Romanian magazine Geopolitika",
        ),
    ]


def test_q09_the_third_item_of_the_programme(event: Event) -> None:
    items = Item.objects.filter(event=event).order_by("position")

    assert [item.kind for item in items] == ["anthem", "speech", "speech", "film", "exhibition"]
    assert str(items[2]) == "Remarks"


def test_q10_who_spoke_second_in_what_capacity_about_what_according_to_whom(event: Event) -> None:
    spoken = Statement.objects.filter(event=event, item__ref="remarks").order_by("position", "id")

    assert [statement.topics["en"] for statement in spoken] == [
        "condemnation",
        "what the tragedy is",
        "responsibility",
    ]
    assert {statement.source.author for statement in spoken if statement.source} == {"Qabil Ashirov"}


def test_q12_every_statement_is_reported_speech(event: Event) -> None:
    assert set(Statement.objects.values_list("mode", "language")) == {("reported", "en")}


def test_q16_which_campaign_was_mentioned_who_began_it_and_when(event: Event) -> None:
    link = event.campaign_links.select_related("campaign__initiator").get()

    assert link.relation == "mentioned"
    assert str(link.campaign.began_on) == "2008"
    assert link.campaign.initiator is not None
    assert link.campaign.initiator.main_name == "Leyla Aliyeva"
    assert link.campaign.initiator_capacity["en"] == "Vice President of the Heydar Aliyev Foundation"


@pytest.mark.parametrize(("item", "kind"), [("video", "film"), ("exhibition", "exhibition")])
def test_q17_q18_what_was_shown_has_neither_title_nor_maker(event: Event, item: str, kind: str) -> None:
    showing = Item.objects.get(event=event, ref=item).showings.get()
    shown = getattr(showing, kind)

    assert (shown.titles, shown.makers) == ({}, "")


def test_q19_which_music_was_performed(event: Event) -> None:
    performance = Item.objects.get(event=event, ref="anthem").performances.get()

    assert performance.work["en"] == "State Anthem of the Republic of Azerbaijan"
    assert performance.performers == ""


@pytest.mark.parametrize("ref", ["leyla-aliyeva-mentioned", "ilham-aliyev-mentioned"])
def test_q07_somebody_mentioned_is_not_present_and_not_placed(event: Event, ref: str) -> None:
    who = Participation.objects.get(event=event, ref=ref)

    assert (who.capacity, who.actual) == ("mentioned", "not-present")
    assert ordering.order_of(event).of(ref) is None


def test_q34_who_is_placed_and_what_is_not_known(event: Event) -> None:
    order = ordering.order_of(event)

    assert [entry.ref for entry in order.entries] == ["osmanov-speaker", "simileanu-speaker"]


def test_q35_under_which_spellings_a_person_occurs(event: Event) -> None:
    speaker = Participation.objects.get(event=event, ref="osmanov-speaker").person
    assert speaker is not None

    assert [name.printed for name in speaker.names.order_by("position")] == [
        "Qudsi Osmanov",
        "Gudsi Osmanov",
        "Kudsi Osmanov",
    ]


def test_q38_whose_wording_the_contested_name_is(event: Event) -> None:
    link = queries.main_occasion(event)
    assert link is not None

    assert link.occasion.named_by == "Embassy of the Republic of Azerbaijan in Romania"


@pytest.mark.parametrize("relation", ["acts", "messages", "awards"])
def test_q13_q20_q22_what_did_not_occur_is_not_there(event: Event, relation: str) -> None:
    assert not any(getattr(item, relation).exists() for item in Item.objects.filter(event=event))


def test_q08_q21_q30_nobody_stayed_away_no_silence_was_kept_and_nothing_was_cancelled(event: Event) -> None:
    items = Item.objects.filter(event=event)

    assert not queries.participations_of(event).filter(actual=Participation.Actual.ABSENT).exists()
    assert not items.filter(kind=Item.Kind.SILENCE).exists()
    assert not items.exclude(status=Item.Status.FIXED).exists()


def test_q11_what_a_speaker_said_about_a_topic_in_which_language_version(event: Event) -> None:
    said = Statement.objects.get(event=event, speaker__ref="osmanov-speaker", topics__en="the residents")

    assert said.texts["en"] == "said that residents have returned and live in peace"
    assert set(said.texts) == {"en", "fr", "ro", "az"}
    assert said.language == "en"


def test_q28_who_reported_it_when(event: Event) -> None:
    reports = queries.sources_of(event)

    assert [(report.author, str(report.dated), report.language) for report in reports] == [
        ("Qabil Ashirov", "2025-02-25", "en")
    ]


def test_q31_q32_nobody_moderated_and_each_spoke_once(event: Event) -> None:
    forms = [
        (who.name_printed, list(who.contributions.values_list("form", flat=True)))
        for who in queries.participations_of(event)
        if who.contributions.exists()
    ]

    assert forms == [("Qudsi Osmanov", ["opening"]), ("Vasili Simileanu", ["remarks"])]


def test_q33_in_which_language_each_item_was_is_known_of_the_anthem_alone(event: Event) -> None:
    languages = {item.ref: item.languages for item in Item.objects.filter(event=event)}

    assert {ref for ref, known in languages.items() if known} == {"anthem"}


def test_q40_what_the_report_does_not_say_is_not_filled_by_a_default(event: Event) -> None:
    assert event.happened_on is None
    assert not Item.objects.filter(event=event).exclude(started_at=None, ended_at=None).exists()
    assert {item.place for item in Item.objects.filter(event=event)} == {None}
