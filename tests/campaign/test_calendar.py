"""The calendar: years, lists, round numbers ahead, what is planned for what, in an office and a ministry."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from chancery.accounts.models import Organiser
from chancery.campaign.calendar_months import MOST_ENTRIES
from chancery.campaign.queries.calendar import span_of
from chancery.events.models import Event, EventOccasion
from chancery.occasions.models import Occasion
from tests import make
from tests.conftest import People

CALENDAR = "/o/mission/calendar/"


def kept_in(organiser: Organiser, first: str, last: str) -> list[tuple[str, str, int | None]]:
    """The days kept in a span: day, name and number."""
    span = span_of(organiser, date.fromisoformat(first), date.fromisoformat(last), "en")
    return [(kept.day.isoformat(), kept.occasion.names["en"], kept.number) for kept in span.kept]


def planned_for(organiser: Organiser, first: str, last: str) -> list[tuple[str, list[str]]]:
    """The days kept in a span with the titles of what is planned for each; then what is for none of them."""
    span = span_of(organiser, date.fromisoformat(first), date.fromisoformat(last), "en")
    titles = dict(Event.objects.order_by("pk").values_list("pk", "titles__en"))
    served = [
        (kept.day.isoformat(), [titles[each.event] for each in span.events_for(kept)]) for kept in span.kept
    ]
    return [*served, ("none", [titles[each.event] for each in span.other_events])]


@pytest.mark.django_db
def test_each_office_sees_what_concerns_it(db: None) -> None:
    ministry, elsewhere = make.organiser("ministry"), make.organiser("elsewhere")
    post, sister = make.organiser("post", parent=ministry), make.organiser("sister", parent=ministry)
    for organiser in (ministry, post, sister, elsewhere):
        make.occasion(organiser, f"Of the {organiser.ref}", happened_on="1992-02-26")

    def names(organiser: Organiser) -> list[str]:
        return sorted(name for _day, name, _number in kept_in(organiser, "2027-01-01", "2027-12-31"))

    assert names(ministry) == ["Of the ministry", "Of the post", "Of the sister"]
    assert names(post) == ["Of the ministry", "Of the post"]
    assert names(elsewhere) == ["Of the elsewhere"]


@pytest.mark.django_db
def test_numbers_over_years_follow_what_is_counted(db: None) -> None:
    office = make.organiser()
    make.occasion(office, "Years", happened_on="1992-02-26")
    make.occasion(office, "Times", happened_on="1992-02-26", first_kept_on="2020-02-26", counts="keeping")
    make.occasion(office, "Nothing", happened_on="1992-02-26", counts="nothing")
    make.occasion(office, "No rule", kind="visit")

    assert sorted(kept_in(office, "2027-02-01", "2028-02-26")) == [
        ("2027-02-26", "Nothing", None),
        ("2027-02-26", "Times", 8),
        ("2027-02-26", "Years", 35),
        ("2028-02-26", "Nothing", None),
        ("2028-02-26", "Times", 9),
        ("2028-02-26", "Years", 36),
    ]


@pytest.mark.django_db
def test_events_stand_with_the_day_they_are_held_for(db: None) -> None:
    office = make.organiser()
    occasion = make.occasion(office, happened_on="1992-12-31")
    said = make.event(office, "Over New Year", held_on=date(2027, 1, 8))
    EventOccasion.objects.create(event=said, occasion=occasion, anniversary_on=date(2026, 12, 31))
    near = make.event(office, "The nearest", held_on=date(2027, 12, 20))
    EventOccasion.objects.create(event=near, occasion=occasion)
    make.event(office, "For nothing", held_on=date(2027, 6, 1))
    make.event(office, "Without a day")

    assert planned_for(office, "2026-01-01", "2027-12-31") == [
        ("2026-12-31", ["Over New Year"]),
        ("2027-12-31", ["The nearest"]),
        ("none", ["For nothing"]),
    ]


@pytest.mark.django_db
def test_the_calendar_costs_the_same_queries_for_one_and_for_many(db: None) -> None:
    office = make.organiser(host_state="RO")

    def fill(count: int) -> None:
        for number in range(count):
            occasion = make.occasion(office, f"Day {number}", happened_on="1992-02-26")
            event = make.event(office, f"Event {number}", held_on=date(2027, 2, 26))
            EventOccasion.objects.create(event=event, occasion=occasion)
            make.avoided_day(office, f"Avoided {number}")

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            span_of(office, date(2027, 1, 1), date(2036, 12, 31), "en")
        return len(asked)

    fill(1)
    one = queries()
    fill(3)

    assert queries() == one


def test_the_year_shows_days_numbers_events_and_days_to_avoid(signed_in: Client, people: People) -> None:
    Organiser.objects.filter(pk=people.office.pk).update(host_state="RO")
    occasion = make.occasion(people.office, happened_on="1992-02-26")
    event = make.event(people.office, "Evening of memory", held_on=date(2027, 2, 25))
    EventOccasion.objects.create(event=event, occasion=occasion, anniversary_on=date(2027, 2, 26))
    make.avoided_day(people.office)

    page = signed_in.get(CALENDAR, {"year": "2027"}).content.decode()

    assert "35th anniversary" in page
    assert "Evening of memory" in page
    assert "Day of mourning" in page
    assert "Christmas Day" in page


def test_a_day_to_come_leads_to_planning_an_event(signed_in: Client, people: People) -> None:
    occasion = make.occasion(people.office, happened_on="1992-02-26")

    page = signed_in.get(CALENDAR, {"year": "2090"}).content.decode()

    wanted = f"/o/mission/events/new/?day=2090-02-26&amp;occasion={occasion.code}&amp;anniversary=2090-02-26"
    assert wanted in page
    assert "/events/new/" not in signed_in.get(CALENDAR, {"year": "1995"}).content.decode()


def test_a_post_reads_titles_and_cities_of_its_sisters_and_no_more(signed_in: Client, people: People) -> None:
    ministry = make.organiser("ministry")
    Organiser.objects.filter(pk=people.office.pk).update(parent=ministry)
    sister = make.organiser("sister", parent=ministry, city="Paris")
    event = make.event(sister, "Dinner of the sister", held_on=date(2027, 2, 25), status="planned")
    make.participation(event, make.person(sister, "Invited Sample"))

    page = signed_in.get(
        CALENDAR, {"view": "list", "begins": "2027-02-01", "ends": "2027-02-28"}
    ).content.decode()

    assert "Dinner of the sister" in page
    assert "Paris" in page
    assert "Invited Sample" not in page
    assert event.code not in page


def test_a_list_covers_any_span_in_pages(signed_in: Client, people: People) -> None:
    for number in range(4):
        make.occasion(people.office, f"Day {number}", happened_on=f"1992-0{number + 1}-26")

    asked = {"view": "list", "begins": "2027-01-01", "ends": "2056-12-31"}
    first = signed_in.get(CALENDAR, asked).content.decode()
    last = signed_in.get(CALENDAR, asked | {"page": "2"}).content.decode()

    assert "Page 1 of 2" in first
    assert "35th anniversary" in first
    assert "64th anniversary" in last


WRONG = {
    "the end before the beginning": (
        {"view": "list", "begins": "2027-02-01", "ends": "2027-01-01"},
        "The last day is before the first; correct one of them.",
    ),
    "too many years": (
        {"view": "list", "begins": "2027-01-01", "ends": "2090-01-01"},
        "A list holds 30 years at most; choose fewer.",
    ),
    "no year": ({"year": "12027"}, "less than or equal to 2200"),
    "no day": ({"view": "list", "begins": "never"}, "Enter a valid date"),
    "no step": ({"round": "7"}, "not one of the available"),
    "no view": ({"view": "sheep"}, "Calendar"),
    "days at the end of time": ({"view": "list", "begins": "9999-12-31"}, "Choose a year from 1900 to 2200."),
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_wrong_addresses_are_told_and_the_usual_shown(signed_in: Client, people: People, case: str) -> None:
    asked, words = WRONG[case]

    page = signed_in.get(CALENDAR, asked)

    assert page.status_code == 200
    assert words in page.content.decode()


def test_round_numbers_ahead_follow_the_step(signed_in: Client, people: People) -> None:
    this_year = date.today().year
    make.occasion(people.office, "Thirty", happened_on=f"{this_year - 27}-12-31")

    usual = signed_in.get(CALENDAR, {"view": "round"}).content.decode()
    by_five = signed_in.get(CALENDAR, {"view": "round", "round": "5"}).content.decode()
    by_fifty = signed_in.get(CALENDAR, {"view": "round", "round": "50"}).content.decode()

    assert ("30th anniversary" in usual, "35th anniversary" in usual) == (True, False)
    assert ("30th anniversary" in by_five, "35th anniversary" in by_five) == (True, True)
    assert "No round number lies ahead" in by_fifty


def test_a_ministry_reads_one_line_where_posts_keep_one_day(signed_in: Client, people: People) -> None:
    for ref in ("first", "second"):
        post = make.organiser(ref, parent=people.office)
        make.occasion(post, "Shared day", ref=f"day-of-the-{ref}", happened_on="1992-02-26")

    page = signed_in.get(CALENDAR, {"year": "2027"}).content.decode()
    one = signed_in.get(CALENDAR, {"year": "2027", "post": "first"}).content.decode()

    assert page.count("Shared day") == 1
    assert "First · Second" in page
    assert "First · Second" not in one


def test_a_year_is_printed_on_one_sheet(signed_in: Client, people: People) -> None:
    for number in range(30):
        Occasion.objects.create(
            organiser=people.office,
            names={"en": f"Long name of the sample day number {number}"},
            happened_on=f"1992-02-{1 + number % 28:02}",
        )

    for sheet, width in (("a4", 842), ("a3", 1191)):
        answer = signed_in.get(f"{CALENDAR}year.pdf?year=2027&sheet={sheet}")
        read = PdfReader(BytesIO(answer.content))
        assert len(read.pages) == 1
        assert round(read.pages[0].mediabox.width) == width
        assert "Calendar 2027" in read.pages[0].extract_text()
    assert signed_in.get(f"{CALENDAR}year.pdf?year=2027&sheet=a9").status_code == 404
    assert signed_in.get(f"{CALENDAR}year.pdf?year=99").status_code == 404


@pytest.mark.django_db
def test_a_month_shows_its_first_lines_and_counts_the_others(signed_in: Client, people: People) -> None:
    for number in range(MOST_ENTRIES + 3):
        make.event(people.office, f"Evening {number:02}", held_on=date(2027, 3, 1 + number % 28))
    make.event(people.office, "Over the end", held_on=date(2027, 3, 31), held_until_on=date(2027, 4, 2))

    page = signed_in.get(CALENDAR, {"year": "2027"}).content.decode()
    march, april = page.split('aria-labelledby="month-3"')[1].split('aria-labelledby="month-4"')
    april = april.split('aria-labelledby="month-5"')[0]

    assert len(set(re.findall(r"Evening \d\d", march))) == MOST_ENTRIES
    assert "4 more in the list" in march
    assert len(re.findall(r'class="[^"]*is-planned', april)) == 2
    assert "Over the end" not in april
