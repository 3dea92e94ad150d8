"""What the reference event holds of its report: nothing more, nothing less, each under its speaker."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.base.audit import Actor
from chancery.desk.archive.reading import load_event
from chancery.desk.commands import REFERENCE
from chancery.events.models import Event, Participation
from chancery.programme.models import Item
from chancery.record.models import Statement
from tests import make

# What the report says each of the two said, in order, with whom and what it names beside them.
SAID = {
    "Qudsi Osmanov": [
        ("the events, their causes and their consequences", [], ""),
        ("a crime against all of humanity", [], ""),
        (
            "“Justice for Khojaly!”, initiated in 2008 by Leyla Aliyeva",
            ["Leyla Aliyeva"],
            "Justice for Khojaly!",
        ),
        ("reconstruction and rehabilitation in the Karabakh region", ["Ilham Aliyev"], ""),
        ("residents have returned and live in peace", [], ""),
        ("of interest to all of Europe, Romania included", [], ""),
    ],
    "Vasili Simileanu": [
        ("strongly condemned by the international community", [], ""),
        ("a shame for humanity", [], ""),
        ("those responsible must be held accountable", [], ""),
    ],
}


@pytest.fixture
def event(db: Any) -> Event:
    office = make.organiser("azerbaijan-bucharest", state="AZ", host_state="RO")
    return load_event(REFERENCE / "bucharest-2025", organiser=office, by=Actor(office.pk)).event


@pytest.mark.parametrize("name", SAID)
def test_each_said_what_the_report_says_and_nothing_else(event: Event, name: str) -> None:
    said = Statement.objects.filter(event=event).order_by("position", "id")
    own = [each for each in said if each.speaker.name_printed == name]

    assert len(own) == len(SAID[name])
    for statement, (words, about, campaign) in zip(own, SAID[name], strict=True):
        assert words in statement.texts["en"]
        assert [who.name_printed for who in statement.about.order_by("id")] == about
        assert str(statement.campaign or "") == campaign


# The campaign as its owner writes it; it has a name of its own in English and in Azerbaijani only.
CAMPAIGN = {
    "en": "“Justice for Khojaly!”",
    "fr": "« Justice for Khojaly! »",
    "ro": "„Justice for Khojaly!”",
    "az": "«Xocalıya ədalət!»",
}


def test_all_of_it_reads_in_four_languages_as_what_comes_after_the_name(event: Event) -> None:
    for statement in Statement.objects.filter(event=event):
        assert set(statement.texts) == {"en", "fr", "ro", "az"}
        assert statement.language == "en"
        # In Azerbaijani the object stands first, and may open with a name; the others open with the verb.
        assert all(statement.texts[language][0].islower() for language in ("en", "fr", "ro"))
        assert not any(words.endswith(".") for words in statement.texts.values())


@pytest.mark.parametrize("language", CAMPAIGN)
def test_the_campaign_stands_as_its_owner_writes_it(event: Event, language: str) -> None:
    named = Statement.objects.get(event=event, campaign__ref="justice-for-khojaly")

    assert CAMPAIGN[language] in named.texts[language]


def test_nobody_else_said_anything_and_all_of_it_rests_on_the_report(event: Event) -> None:
    said = Statement.objects.filter(event=event)

    assert {each.speaker.name_printed for each in said} == set(SAID)
    assert {(each.mode, each.source.author if each.source else "") for each in said} == {
        ("reported", "Qabil Ashirov")
    }


def test_the_campaign_is_told_with_its_aims(event: Event) -> None:
    campaign = event.campaign_links.get().campaign
    named = Statement.objects.get(event=event, campaign=campaign)

    assert campaign.aims["en"] == "international recognition and global awareness"
    assert campaign.aims["en"] in named.texts["en"]
    assert "Vice President of the Heydar Aliyev Foundation" in named.texts["en"]


def test_the_items_are_those_of_the_report_in_its_order(event: Event) -> None:
    items = Item.objects.filter(event=event).order_by("position")
    told = [
        (item.kind, [each.participation.name_printed for each in item.contributions.all()]) for item in items
    ]

    assert told == [
        ("anthem", []),
        ("speech", ["Qudsi Osmanov"]),
        ("speech", ["Vasili Simileanu"]),
        ("film", []),
        ("exhibition", []),
    ]


def test_two_people_are_mentioned_and_nobody_else_is_named(event: Event) -> None:
    named = Participation.objects.filter(event=event).order_by("ref")

    assert {(who.name_printed, who.capacity) for who in named} == {
        ("Qudsi Osmanov", "speaker"),
        ("Vasili Simileanu", "speaker"),
        ("Leyla Aliyeva", "mentioned"),
        ("Ilham Aliyev", "mentioned"),
    }


def test_the_page_of_the_record_shows_all_of_it(event: Event) -> None:
    reader = Client()
    reader.force_login(make.member(event.organiser, "head").user)

    page = reader.get(reverse("record:statements", args=[event.organiser.ref, event.code])).content.decode()

    assert page.count("<blockquote") == 9
    assert page.index("Qudsi Osmanov") < page.index("Vasili Simileanu")
