"""What one event adds to the figures, and what the events of a year come to."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from chancery.accounts.models import Organiser
from chancery.campaign.actions.counting import count_changed, count_event, count_from_nothing, count_year
from chancery.campaign.models import EventCount, YearCount
from chancery.campaign.queries.counted import counts_of
from chancery.campaign.queries.figures import Scope, figures_of
from chancery.events.models import Event
from chancery.record.documents import report
from chancery.record.queries.attendance import attendance_of
from chancery.rules.campaign.indicators import Indicator
from tests import make
from tests.campaign import counted_built as built
from tests.conftest import People

pytestmark = pytest.mark.django_db


@pytest.fixture
def evening(people: People) -> Event:
    """Two ambassadors and a neighbour came, a third ambassador was represented, one declined."""
    event = built.held(people.office)
    corps = built.category(event)
    for state in ("TR", "GE"):
        built.guest(event, built.ambassador(people.office, state), actual="attended", category=corps)
    built.guest(event, make.person(people.office, "Nora Neighbour"), actual="attended")
    absent = built.ambassador(people.office, "FR")
    built.guest(event, absent, standing="represented", actual="represented", category=corps)
    built.guest(event, make.person(people.office, "Dan Declined"), standing="regretted", actual="absent")
    make.participation(event, make.person(people.office, "Max Mentioned"), "mentioned", actual="not-present")
    return event


def value(event: Event, indicator: Indicator, by: str = "", key: str = "") -> int:
    return counts_of(event)[indicator, by, key]


def of_year(office: Organiser, indicator: Indicator, by: str = "", *, year: int = 2025) -> dict[str, int]:
    scope = Scope(office, False, None, year, year)
    return {figure.key: figure.value for figure in figures_of(scope, indicators=[indicator], by=by)}


def test_who_was_there_is_counted_once_by_category_and_state(evening: Event) -> None:
    found = counts_of(evening)

    assert found[Indicator.PRESENT, "", ""] == 3
    assert found[Indicator.PRESENT, "category", "Diplomatic corps"] == 2
    assert found[Indicator.PRESENT, "category", ""] == 1
    assert {key: n for (what, by, key), n in found.items() if (what, by) == (Indicator.PRESENT, "state")} == {
        "TR": 1,
        "GE": 1,
        "": 1,
    }


def test_heads_of_mission_and_states_are_those_of_the_annex(evening: Event) -> None:
    assert value(evening, Indicator.HEADS_OF_MISSION) == 2
    assert value(evening, Indicator.HEADS_OF_MISSION, "state", "TR") == 1
    assert value(evening, Indicator.STATES) == 2


def test_who_was_represented_is_not_present_and_who_is_mentioned_counts_nowhere(evening: Event) -> None:
    assert value(evening, Indicator.REPRESENTED) == 1
    assert value(evening, Indicator.REPRESENTED, "state", "FR") == 1
    assert value(evening, Indicator.INVITED) == 5


def test_answers_are_counted_by_where_the_invitation_stands(evening: Event) -> None:
    built.guest(evening, make.person(evening.organiser, "Not Asked"), standing="", planned="listed")
    built.guest(evening, make.person(evening.organiser, "Will Withdraw"), standing="withdrawn")
    built.guest(evening, make.person(evening.organiser, "Walk In"), standing="walk-in")

    assert value(evening, Indicator.INVITED) == 6
    assert value(evening, Indicator.ACCEPTED) == 3
    assert value(evening, Indicator.DECLINED) == 2


def test_the_same_figures_stand_in_the_report_of_the_event(evening: Event) -> None:
    for language in ("ro", "ro", "en"):
        built.report(evening, language)
    found = counts_of(evening)

    with override("en"):
        sections = {each["heading"]: each for each in report.sections_of(evening, has_costs=True)}

    def bars(heading: str) -> dict[str, str]:
        return {bar["name"]: bar["figure"] for bar in sections[heading]["bars"]}

    assert bars("Attendance by category") == {
        "Diplomatic corps": str(found[Indicator.PRESENT, "category", "Diplomatic corps"]),
        "Hosts, speakers and others": str(found[Indicator.PRESENT, "category", ""]),
    }
    assert bars("Attendance by state") == {
        "Türkiye": str(found[Indicator.PRESENT, "state", "TR"]),
        "Georgia": str(found[Indicator.PRESENT, "state", "GE"]),
    }
    assert bars("Press by language") == {
        "Romanian": str(found[Indicator.PRESS, "language", "ro"]),
        "English": str(found[Indicator.PRESS, "language", "en"]),
    }
    assert len(attendance_of(evening).present) == found[Indicator.PRESENT, "", ""]


def test_costs_are_counted_in_hundredths_and_currencies_are_never_added(evening: Event) -> None:
    built.cost(evening, "90.50")
    built.cost(evening, "9.50")
    built.cost(evening, "5.00", "EUR")

    assert value(evening, Indicator.COST, "currency", "RON") == 10_000
    assert value(evening, Indicator.COST, "currency", "EUR") == 500
    assert value(evening, Indicator.COST) == 0


@pytest.mark.parametrize("status", ["draft", "postponed", "cancelled"])
def test_an_event_that_was_not_held_adds_nothing(evening: Event, status: str) -> None:
    built.changed(evening, status=status)

    assert counts_of(evening) == {}


def test_a_planned_event_counts_as_planned_and_in_no_other_figure(evening: Event) -> None:
    built.changed(evening, status="confirmed")

    assert dict(counts_of(evening)) == {(Indicator.EVENTS, "side", "planned"): 1}


def test_a_planned_event_counts_as_held_once_it_is_known_that_it_took_place(evening: Event) -> None:
    built.changed(evening, status="confirmed", happened_on="2025-02-26")

    assert value(Event.objects.get(pk=evening.pk), Indicator.EVENTS) == 1


def test_an_event_across_new_year_counts_in_the_year_of_its_first_day(people: People) -> None:
    built.held(people.office, held_on=date(2024, 12, 31), held_until_on=date(2025, 1, 2))
    count_changed(people.office)

    assert of_year(people.office, Indicator.EVENTS, year=2024) == {"": 1}
    assert of_year(people.office, Indicator.EVENTS, year=2025) == {}


def test_the_states_of_a_year_are_each_counted_once(people: People) -> None:
    who = built.ambassador(people.office, "TR")
    for title in ("Evening", "Concert"):
        built.guest(built.held(people.office, title), who, actual="attended")
    count_changed(people.office)

    assert of_year(people.office, Indicator.STATES) == {"": 1}
    assert of_year(people.office, Indicator.STATES, "state") == {"TR": 2}
    assert of_year(people.office, Indicator.PRESENT) == {"": 2}


def test_a_campaign_adds_up_the_events_that_do_something_for_it(people: People) -> None:
    campaign = make.campaign(people.office)
    built.serves(built.held(people.office, "Served"), campaign)
    built.serves(built.held(people.office, "Named"), campaign, "mentioned")
    built.held(people.office, "Other")
    count_changed(people.office)

    scope = Scope(people.office, False, campaign, 2025, 2025)

    assert [figure.value for figure in figures_of(scope, indicators=[Indicator.EVENTS])] == [2]
    assert {figure.key: figure.value for figure in figures_of(scope, by="relation")} == {
        "mentioned": 1,
        "served": 1,
    }


def test_a_ministry_adds_up_its_own_events_and_those_of_its_posts(people: People) -> None:
    post = make.organiser("post", parent=people.office)
    who = built.ambassador(post, "TR"), built.ambassador(people.office, "TR")
    built.guest(built.held(post), who[0], actual="attended")
    built.guest(built.held(people.office), who[1], actual="attended")
    for office in (post, people.office):
        count_changed(office)

    tree = Scope(people.office, True, None, 2025, 2025)

    assert [figure.value for figure in figures_of(tree, indicators=[Indicator.PRESENT])] == [2]
    assert [figure.value for figure in figures_of(tree, indicators=[Indicator.STATES])] == [1]
    assert of_year(people.office, Indicator.EVENTS) == {"": 1}
    assert not YearCount.objects.filter(organiser=post, of_posts=True).exists()


def test_counting_again_changes_nothing(evening: Event) -> None:
    count_from_nothing(evening.organiser)
    before = rows_of(evening.organiser)

    count_event(evening)
    count_year(evening.organiser, 2025)
    count_changed(evening.organiser)

    assert rows_of(evening.organiser) == before


def test_an_event_is_counted_by_as_many_queries_for_any_number_of_guests(people: People) -> None:
    asked = []
    for guests in (1, 3, 30):
        event = built.held(people.office, f"With {guests}")
        for _number in range(guests):
            built.guest(event, built.ambassador(people.office, "TR"), actual="attended")
        with CaptureQueriesContext(connection) as queries:
            counts_of(Event.objects.select_related("organiser", "ordering").get(pk=event.pk))
        asked.append(len(queries))

    assert asked == [asked[0]] * 3


def rows_of(office: Organiser) -> tuple[list[object], list[object]]:
    events = EventCount.objects.filter(event__organiser=office).order_by("event", "indicator", "by", "key")
    years = YearCount.objects.filter(organiser=office).order_by(
        "of_posts", "campaign", "year", "indicator", "by", "key"
    )
    return (
        list(events.values_list("event", "indicator", "by", "key", "value")),
        list(years.values_list("of_posts", "campaign", "year", "indicator", "by", "key", "value", "events")),
    )
