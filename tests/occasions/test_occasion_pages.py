"""Occasions on their pages: names and whose they are, dates, rules, numbers; told wrong things; undone."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.base.audit import lines_of
from chancery.events.models import EventOccasion
from chancery.occasions.models import Occasion, OccasionName
from tests import make
from tests.conftest import People

OCCASIONS = "/o/mission/occasions/"


def written(**fields: Any) -> dict[str, Any]:
    """What a browser sends for an occasion: its fields, and one empty row for another name."""
    sent = {"names-en": "Founding day", "kind": "anniversary", "counts": "event"}
    rows = {"others-TOTAL_FORMS": "1", "others-INITIAL_FORMS": "0"}
    return sent | rows | {key.replace("__", "-"): value for key, value in fields.items()}


def happened(iso: str, prefix: str = "happened_on") -> dict[str, str]:
    """The parts of a date as far as they are known."""
    return dict(zip((f"{prefix}-year", f"{prefix}-month", f"{prefix}-day"), iso.split("-"), strict=False))


def test_an_occasion_is_added_with_what_others_call_it(signed_in: Client, people: People) -> None:
    page = signed_in.post(
        f"{OCCASIONS}new/",
        written(
            named_by="The mission",
            **happened("1992-02-26"),
            **{"others-0-texts-en": "Another name", "others-0-named_by": "A newspaper"},
        ),
        follow=True,
    ).content.decode()

    occasion = Occasion.objects.get()
    assert (occasion.organiser, str(occasion.happened_on)) == (people.office, "1992-02-26")
    assert list(occasion.other_names.values_list("texts", "named_by")) == [
        ({"en": "Another name"}, "A newspaper")
    ]
    assert "Another name" in page
    assert "A newspaper" in page
    assert "The occasion is saved." in page


def test_another_name_needs_whose_words_it_is(signed_in: Client, people: People) -> None:
    page = signed_in.post(f"{OCCASIONS}new/", written(**{"others-0-texts-en": "Another name"}))

    assert "This field is required" in page.content.decode()
    assert not Occasion.objects.exists()


def test_another_name_is_taken_away_and_brought_back(signed_in: Client, people: People) -> None:
    occasion = make.occasion(people.office)
    name = OccasionName.objects.create(occasion=occasion, texts={"en": "Old name"}, named_by="A newspaper")
    sent = written() | {
        "others-INITIAL_FORMS": "1",
        "others-0-id": name.pk,
        "others-0-texts-en": "Old name",
        "others-0-named_by": "A newspaper",
        "others-0-DELETE": "on",
    }

    signed_in.post(f"{OCCASIONS}{occasion.code}/edit/", sent)
    assert not OccasionName.objects.exists()
    line = lines_of(name)[0] if name.pk else None
    assert line is not None
    signed_in.post(f"/o/mission/history/{line.pk}/undo/")

    assert OccasionName.objects.get().texts == {"en": "Old name"}


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "no name": ({"names-en": " "}, "Write it in at least one language"),
    "a day without its month": (happened("1992--26"), "This date has a gap"),
    "a day that is none": (happened("1992-02-31"), "This date has a gap or does not exist"),
    "kept before it happened": (
        happened("1992-02-26") | happened("1990", "first_kept_on"),
        "It cannot be kept before it happened; correct one of the dates.",
    ),
    "counted from an unknown first time": (
        {"counts": "keeping"},
        "Say when it was first kept, so that it can be counted.",
    ),
    "an unknown kind": ({"kind": "feast"}, "not one of the available"),
    "an unknown count": ({"counts": "sheep"}, "not one of the available"),
    "too long": ({"named_by": "x" * 201}, "at most 200 characters"),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_wrong_occasions_are_told_and_not_saved(signed_in: Client, people: People, case: str) -> None:
    fields, words = BAD[case]

    page = signed_in.post(f"{OCCASIONS}new/", written() | fields)

    assert page.status_code == 200
    assert words in page.content.decode()
    assert not Occasion.objects.exists()


RULES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "R113 fixed": (
        {"kind": "fixed", "fixed-month": 1, "fixed-day": 27, "moves-sunday": 1},
        {"kind": "fixed", "month": 1, "day": 27, "moves": {"sunday": 1}},
    ),
    "R113 nth weekday": (
        {
            "kind": "nth-weekday",
            "nth-weekday-nth": -1,
            "nth-weekday-weekday": "monday",
            "nth-weekday-month": 5,
        },
        {"kind": "nth-weekday", "month": 5, "nth": -1, "weekday": "monday"},
    ),
    "R114 Hebrew": (
        {
            "kind": "hebrew",
            "hebrew-day": 27,
            "hebrew-month": 1,
            "hebrew-missing": "day-after",
            "hebrew-adar_of_leap_years": 13,
            "moves-friday": -1,
            "moves-sunday": 1,
        },
        {"kind": "hebrew", "month": 1, "day": 27, "moves": {"friday": -1, "sunday": 1}},
    ),
    "R115 29 February": (
        {"kind": "fixed", "fixed-month": 2, "fixed-day": 29, "fixed-missing": "day-after"},
        {"kind": "fixed", "month": 2, "day": 29, "missing": "day-after"},
    ),
    "R116 Hijri": (
        {
            "kind": "hijri",
            "hijri-day": 10,
            "hijri-month": 1,
            "hijri-table": "umm-al-qura",
            "hijri-missing": "day-before",
            "hijri-announced": "1446 = 2024-07-17",
        },
        {"kind": "hijri", "month": 1, "day": 10, "table": "umm-al-qura", "announced": {"1446": "2024-07-17"}},
    ),
    "Easter": (
        {"kind": "easter", "easter-plus_days": -2, "easter-tradition": "orthodox"},
        {"kind": "easter", "plus_days": -2, "tradition": "orthodox"},
    ),
    "none": ({"kind": "none"}, {}),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", RULES, ids=str)
def test_rules_are_written_shown_and_written_again(signed_in: Client, people: People, case: str) -> None:
    """R113-R116: what is chosen is stored, and shown so that saving it again changes nothing."""
    sent, stored = RULES[case]
    occasion = make.occasion(people.office, rule={"kind": "fixed", "month": 3, "day": 3})

    signed_in.post(f"{OCCASIONS}{occasion.code}/rule/", sent)
    occasion.refresh_from_db()
    assert occasion.rule == stored
    form = signed_in.get(f"{OCCASIONS}{occasion.code}/rule/").context["form"]

    shown = {"kind": form.kind["kind"].value()}
    if shown["kind"] != "none":
        chosen = form.forms[shown["kind"]]
        shown |= {f"{shown['kind']}-{name}": chosen[name].value() or "" for name in chosen.fields}
        shown |= {f"moves-{name}": form.moves[name].value() or 0 for name in form.moves.fields}
    signed_in.post(f"{OCCASIONS}{occasion.code}/rule/", shown)
    occasion.refresh_from_db()
    assert occasion.rule == stored


BAD_RULES: dict[str, tuple[dict[str, Any], str]] = {
    "R115 not decided": (
        {"kind": "fixed", "fixed-month": 2, "fixed-day": 29},
        "Decide what is kept in years without 29 February.",
    ),
    "31 April": ({"kind": "fixed", "fixed-month": 4, "fixed-day": 31}, "There is no day “31” in that month"),
    "no day": ({"kind": "fixed", "fixed-month": 4}, "This field is required"),
    "an unknown kind": ({"kind": "moon"}, "not one of the available"),
    "announced wrongly": (
        {
            "kind": "hijri",
            "hijri-day": 1,
            "hijri-month": 1,
            "hijri-table": "civil",
            "hijri-announced": "soon",
        },
        "“soon” is not a year and a day; write it as 1446 = 2024-07-17.",
    ),
    "announced for a day that is none": (
        {
            "kind": "hijri",
            "hijri-day": 1,
            "hijri-month": 1,
            "hijri-table": "civil",
            "hijri-missing": "day-before",
            "hijri-announced": "1446 = 2024-02-31",
        },
        "does not tell Hijri years and days",
    ),
    "no table": ({"kind": "hijri", "hijri-day": 1, "hijri-month": 1}, "This field is required"),
}


@pytest.mark.parametrize("case", BAD_RULES, ids=str)
def test_wrong_rules_are_told_and_not_saved(signed_in: Client, people: People, case: str) -> None:
    fields, words = BAD_RULES[case]
    occasion = make.occasion(people.office)

    page = signed_in.post(f"{OCCASIONS}{occasion.code}/rule/", fields)

    assert page.status_code == 200
    assert words in page.content.decode()
    occasion.refresh_from_db()
    assert occasion.rule == {}


def test_days_of_a_rule_are_shown_before_it_is_saved(signed_in: Client, people: People) -> None:
    occasion = make.occasion(people.office, happened_on="1992-02-26")
    sent = {"kind": "fixed", "fixed-month": 2, "fixed-day": 26, "look": "yes"}

    page = signed_in.post(f"{OCCASIONS}{occasion.code}/rule/", sent)

    assert "26 February of every year" in page.content.decode()
    assert len(page.context["ahead"].rows) == 10
    occasion.refresh_from_db()
    assert occasion.rule == {}


def test_an_undecided_leap_day_asks(signed_in: Client, people: People) -> None:
    """R115: without a rule of its own, an anniversary of 29 February says what is to be decided."""
    occasion = make.occasion(people.office, happened_on="1988-02-29")

    page = signed_in.get(f"{OCCASIONS}{occasion.code}/").content.decode()

    assert "What is kept in years without the day is not decided." in page
    assert "29 February does not exist in that year; decide whether" in page


def test_a_rule_that_cannot_be_read_is_told(signed_in: Client, people: People) -> None:
    occasion = make.occasion(people.office, rule={"kind": "moon"})

    pages = [signed_in.get(f"{OCCASIONS}{occasion.code}/{path}") for path in ("", "rule/", "edit/")]
    listed = [signed_in.get(path) for path in (OCCASIONS, "/o/mission/")]

    assert [page.status_code for page in (*pages, *listed)] == [200] * 5
    assert "The rule of this occasion cannot be read; write it anew." in pages[0].content.decode()


def test_an_occasion_that_an_event_serves_is_not_deleted(signed_in: Client, people: People) -> None:
    occasion = make.occasion(people.office)
    EventOccasion.objects.create(event=make.event(people.office), occasion=occasion)

    asked = signed_in.get(f"{OCCASIONS}{occasion.code}/delete/")
    page = signed_in.post(f"{OCCASIONS}{occasion.code}/delete/", follow=True)

    assert "Delete “Founding day”?" in asked.content.decode()
    assert "is named by an event or a statement; take it out there first." in page.content.decode()
    assert Occasion.objects.exists()


def test_a_deleted_occasion_is_brought_back(signed_in: Client, people: People) -> None:
    occasion = make.occasion(people.office, happened_on="1992-02-26")
    key = occasion.pk

    signed_in.post(f"{OCCASIONS}{occasion.code}/delete/")
    assert not Occasion.objects.exists()
    occasion.pk = key
    signed_in.post(f"/o/mission/history/{lines_of(occasion)[0].pk}/undo/")

    assert str(Occasion.objects.get().happened_on) == "1992-02-26"


def test_a_changed_occasion_is_changed_back(signed_in: Client, people: People) -> None:
    occasion = make.occasion(people.office)

    page = signed_in.post(f"{OCCASIONS}{occasion.code}/edit/", written(names__en="Opening day"))
    assert page.status_code == 302, page.content.decode()
    signed_in.post(f"/o/mission/history/{lines_of(occasion)[0].pk}/undo/")

    assert Occasion.objects.get().names == {"en": "Founding day"}


def test_another_office_does_not_see_it(people: People) -> None:
    occasion, campaign = make.occasion(people.office), make.campaign(people.office)
    client = Client()
    client.force_login(people.stranger)

    own = [
        client.get(f"/o/elsewhere/occasions/{occasion.code}/{path}")
        for path in ("", "edit/", "rule/", "delete/")
    ]
    foreign = client.get(f"{OCCASIONS}{occasion.code}/")
    campaign_page = client.get(f"/o/elsewhere/campaigns/{campaign.code}/")

    assert {page.status_code for page in (*own, foreign, campaign_page)} == {404}
    assert "Founding day" not in client.get("/o/elsewhere/occasions/").content.decode()


def test_a_viewer_reads_and_changes_nothing(people: People) -> None:
    occasion = make.occasion(people.office)
    client = Client()
    client.force_login(make.member(people.office, "viewer").user)

    read = client.get(f"{OCCASIONS}{occasion.code}/")
    refused = client.post(f"{OCCASIONS}{occasion.code}/edit/", written(names__en="Mine"))

    assert (read.status_code, refused.status_code) == (200, 403)
    assert "Change the occasion" not in read.content.decode()
    assert Occasion.objects.get().names == {"en": "Founding day"}


@pytest.mark.parametrize("path", ["occasions/", "campaigns/", ""])
def test_lists_ask_as_often_for_many_as_for_one(signed_in: Client, people: People, path: str) -> None:
    counts = []
    for number in (1, 40):
        for _ in range(number):
            make.occasion(people.office, happened_on="1992-02-26")
            make.campaign(people.office, initiator=make.person(people.office))
        with CaptureQueriesContext(connection) as captured:
            assert signed_in.get(f"/o/mission/{path}").status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_the_history_writes_a_rule_in_words(signed_in: Client, people: People) -> None:
    occasion = make.occasion(people.office, rule={"kind": "moon"})
    signed_in.post(f"{OCCASIONS}{occasion.code}/rule/", {"kind": "fixed", "fixed-month": 2, "fixed-day": 26})

    page = signed_in.get(f"{OCCASIONS}{occasion.code}/").content.decode()

    assert "<ins>26 February of every year</ins>" in page
    assert "“moon” is not a kind of calendar rule" in page
