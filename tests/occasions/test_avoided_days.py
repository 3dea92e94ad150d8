"""Days to avoid: kept on their pages, told wrong things, undone, and read beside the public holidays."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from chancery.accounts.models import Organiser
from chancery.base.audit import lines_of
from chancery.occasions import public_holidays
from chancery.occasions.models import AvoidedDay
from chancery.occasions.queries.avoided import avoided_between
from chancery.rules.conflicts import Sureness
from tests import make
from tests.conftest import People

AVOIDED = "/o/mission/calendar/avoided/"


def written(**fields: str) -> dict[str, str]:
    """What a browser sends for a day that comes once."""
    usual = {"names-en": "Sample mourning", "kind": "mourning", "state": "RO", "begins_on": "2027-02-26"}
    sent = {f"day-{name}": value for name, value in usual.items()}
    return sent | {"kind": "none"} | {name.replace("__", "-"): value for name, value in fields.items()}


def test_a_day_that_comes_once_is_kept_with_its_source(signed_in: Client, people: People) -> None:
    page = signed_in.post(
        f"{AVOIDED}new/", written(day__source="A sample decree", day__ends_on="2027-02-28"), follow=True
    ).content.decode()

    day = AvoidedDay.objects.get()
    assert (day.organiser, day.state, day.rule) == (people.office, "RO", {})
    assert (day.begins_on, day.ends_on) == (date(2027, 2, 26), date(2027, 2, 28))
    assert re.search(r"26 February 2027 to \w+,? 28 February 2027", page)
    assert "A sample decree" in page


def test_a_day_that_returns_is_kept_by_its_rule(signed_in: Client, people: People) -> None:
    sent = written(day__begins_on="") | {"kind": "fixed", "fixed-month": "1", "fixed-day": "20"}

    page = signed_in.post(f"{AVOIDED}new/", sent, follow=True).content.decode()

    assert AvoidedDay.objects.get().rule == {"kind": "fixed", "month": 1, "day": 20}
    assert "20 January of every year" in page


BAD: dict[str, tuple[dict[str, str], str]] = {
    "no name": ({"day__names__en": " "}, "Write it in at least one language"),
    "no state": ({"day__state": ""}, "This field is required"),
    "neither day nor rule": (
        {"day__begins_on": ""},
        "Say on which day it falls, or choose a rule by which it returns.",
    ),
    "both day and rule": (
        {"kind": "fixed", "fixed__month": "1", "fixed__day": "20"},
        "A day that returns by a rule has no first day; take the day or the rule out.",
    ),
    "ends before it begins": (
        {"day__ends_on": "2027-02-01"},
        "The last day is before the first; correct one of them.",
    ),
    "a last day alone": (
        {"day__begins_on": "", "day__ends_on": "2027-02-28"},
        "There is a last day but no first one; give the first.",
    ),
    "a rule that finds no day": (
        {"day__begins_on": "", "kind": "fixed", "fixed__month": "2", "fixed__day": "31"},
        "There is no day “31” in that month; correct it.",
    ),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_wrong_days_are_told_and_not_saved(signed_in: Client, people: People, case: str) -> None:
    fields, words = BAD[case]

    page = signed_in.post(f"{AVOIDED}new/", written(**fields))

    assert page.status_code == 200
    assert words in page.content.decode()
    assert not AvoidedDay.objects.exists()


def test_a_deleted_day_is_brought_back(signed_in: Client, people: People) -> None:
    day = make.avoided_day(people.office)
    key = day.pk

    page = signed_in.post(f"{AVOIDED}{day.code}/delete/", follow=True).content.decode()
    assert not AvoidedDay.objects.exists()
    assert "The day is deleted." in page
    day.pk = key
    signed_in.post(f"/o/mission/history/{lines_of(day)[0].pk}/undo/")

    assert AvoidedDay.objects.get().names == {"en": "Day of mourning"}


def test_a_changed_day_says_who_changed_it(signed_in: Client, people: People) -> None:
    day = make.avoided_day(people.office)

    signed_in.post(f"{AVOIDED}{day.code}/", written(day__source="A note of the protocol"))

    assert AvoidedDay.objects.get().source == "A note of the protocol"
    assert "A note of the protocol" in signed_in.get(f"{AVOIDED}{day.code}/").content.decode()


@pytest.mark.django_db
def test_the_page_lists_the_public_holidays_of_the_host_state(signed_in: Client, people: People) -> None:
    Organiser.objects.filter(pk=people.office.pk).update(host_state="RO")

    page = signed_in.get(AVOIDED).content.decode()

    assert "The coming year in Romania" in page
    assert "Christmas Day" in page
    assert "public holiday" in page


def between(office: Organiser, states: set[str], first: str, last: str) -> list[Any]:
    """The names of the days to avoid of a span, in English, without the public holidays."""
    with override("en"):
        found = avoided_between(office, states, date.fromisoformat(first), date.fromisoformat(last), "en")
    return [(each.name, each.first.isoformat()) for each in found if each.kind != "public holiday"]


@pytest.mark.django_db
def test_posts_of_one_ministry_know_each_others_days(db: None) -> None:
    ministry, elsewhere = make.organiser("ministry"), make.organiser("elsewhere")
    post, sister = make.organiser("post", parent=ministry), make.organiser("sister", parent=ministry)
    make.avoided_day(ministry, "Of the ministry", state="RO")
    make.avoided_day(sister, "Of the sister", state="RO")
    make.avoided_day(post, "Of another state", state="FR")
    make.avoided_day(elsewhere, "Of a stranger", state="RO")

    found = between(post, {"RO"}, "2027-02-01", "2027-02-28")

    assert sorted(found) == [("Of the ministry", "2027-02-26"), ("Of the sister", "2027-02-26")]


@pytest.mark.django_db
def test_days_by_rule_are_found_in_every_year_and_spans_where_they_touch(db: None) -> None:
    office = make.organiser()
    make.avoided_day(office, "Yearly", rule={"kind": "fixed", "month": 1, "day": 20})
    make.avoided_day(office, "Days", begins_on=date(2026, 12, 30), ends_on=date(2027, 1, 2))
    make.avoided_day(office, "Unreadable", rule={"kind": "sheep"})

    found = between(office, {"RO"}, "2027-01-01", "2028-12-31")

    assert found == [("Days", "2026-12-30"), ("Yearly", "2027-01-20"), ("Yearly", "2028-01-20")]


def test_estimated_days_and_days_in_lieu_are_told_as_such() -> None:
    found = {
        (each.day.isoformat(), each.name, each.sureness)
        for each in public_holidays.holidays_of_year("AZ", 2035, "en")
    }

    assert ("2035-12-01", "Eid al-Fitr", Sureness.ESTIMATED) in found
    assert ("2035-03-26", "Spring Festival", Sureness.IN_LIEU) in found
    assert ("2035-05-28", "Independence Day", Sureness.SURE) in found
    assert not [name for _day, name, _sureness in found if "(" in name]


def test_holidays_are_named_in_the_readers_language_where_the_table_has_it() -> None:
    def first(state: str, language: str) -> str:
        return public_holidays.holidays_of_year(state, 2026, language)[0].name

    assert first("RO", "ro") == "Anul Nou"
    assert first("RO", "en") == "New Year's Day"
    assert first("RO", "ar") == "New Year's Day"


def test_a_state_or_year_that_the_table_does_not_have_has_no_holidays() -> None:
    assert public_holidays.holidays_of_year("XX", 2026, "en") == ()
    assert public_holidays.holidays_of_year("ro", 2026, "en") == ()
    assert public_holidays.holidays_of_year("RO", 9000, "en") == ()
    assert not public_holidays.knows("")
    assert public_holidays.knows("RO")
