"""At what level missions came to the events of an office, and the office to theirs."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.campaign.actions.counting import count_changed
from chancery.campaign.queries.counted import counts_of
from chancery.campaign.queries.figures import Scope
from chancery.campaign.queries.levels import TOGETHER, levels_at
from chancery.campaign.queries.missions import missions_of
from chancery.directory.models import Body
from chancery.events.models import Event, Involvement
from chancery.guests.queries import reciprocity
from chancery.rules.campaign.indicators import Indicator
from tests import make
from tests.campaign import counted_built as built
from tests.campaign.figures_built import counted

pytestmark = pytest.mark.django_db

LEVEL, OWN = Indicator.LEVEL, Indicator.OWN_LEVEL


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("post", state="PT", host_state="RO")


@pytest.fixture
def georgia(office: Organiser) -> Body:
    return make.body(office, "Embassy of Georgia", kind="mission", state="GE")


def came(event: Event, body: Body, office_class: str = "ambassador", **fields: Any) -> None:
    """Somebody of a body, in an office of this class, who came."""
    who = make.person(event.organiser)
    make.tenure(who, make.post(body, office_class.title(), office_class), begins="2020")
    make.participation(event, who, **{"planned": "accepted", "actual": "attended"} | fields)


def holds(event: Event, body: Body, role: str = "host") -> None:
    built.told(Involvement(event=event, body=body, role=role))


def test_a_mission_counts_once_by_the_highest_who_came(office: Organiser, georgia: Body) -> None:
    event = built.held(office)
    came(event, georgia, "counsellor")
    came(event, georgia, "deputy-head-of-mission")

    assert levels_at(event) == {(LEVEL, "standing-in", georgia.code): 1}


def test_who_was_invited_and_did_not_come_is_nobody(office: Organiser, georgia: Body) -> None:
    event = built.held(office)
    came(event, georgia, planned="invited", actual="absent")
    came(event, make.body(office, "Magazine", kind="media"))

    assert levels_at(event) == {(LEVEL, "nobody", georgia.code): 1}


def test_of_who_only_said_yes_nothing_is_claimed(office: Organiser, georgia: Body) -> None:
    event = built.held(office)
    came(event, georgia, actual="")

    assert levels_at(event) == {(LEVEL, "agreed", georgia.code): 1}


def test_who_is_only_mentioned_represents_nobody(office: Organiser, georgia: Body) -> None:
    event = built.held(office)
    came(event, georgia, capacity="mentioned", actual="not-present")

    assert levels_at(event) == {}


def test_an_event_of_theirs_counts_for_this_office(office: Organiser, georgia: Body) -> None:
    own = make.body(office, "Embassy of Portugal", kind="mission", state="PT")
    third = make.body(office, "Embassy of France", kind="mission", state="FR")
    event = built.held(office)
    holds(event, georgia)
    came(event, own)
    came(event, third)

    assert levels_at(event) == {(OWN, "head", georgia.code): 1}


def test_an_event_of_theirs_to_which_nobody_of_us_was_invited_is_said(
    office: Organiser, georgia: Body
) -> None:
    event = built.held(office)
    holds(event, georgia)

    assert levels_at(event) == {(OWN, "unlisted", georgia.code): 1}


def test_an_office_of_no_state_counts_all_as_its_own(georgia: Body, office: Organiser) -> None:
    built.changed_organiser(office, state="")
    event = built.held(office)
    holds(event, georgia)
    came(event, georgia)

    assert levels_at(event) == {(LEVEL, "head", georgia.code): 1}


def test_levels_agree_with_the_page_of_the_body(office: Organiser, georgia: Body) -> None:
    own = make.body(office, "Embassy of Portugal", kind="mission", state="PT")
    ours, theirs, joint, unnamed = (built.held(office) for _each in range(4))
    holds(ours, own, "organiser")
    holds(theirs, georgia)
    holds(joint, own, "organiser")
    holds(joint, georgia, "co-organiser")
    for event in (ours, theirs, joint, unnamed):
        came(event, georgia)
        came(event, own, "deputy-head-of-mission")
    came(ours, georgia, "counsellor")
    count_changed(office)

    mission = missions_of(Scope(office, False, None, 2025, 2025), office, most=5).listed[0]
    both = reciprocity.between(office, [georgia])

    assert both is not None
    for indicator, way in ((LEVEL, both.theirs), (OWN, both.ours)):
        found = {level.value: mission.together(indicator, [level.value]) for level in way.levels}
        assert found == {level.value: number for level, number in way.levels.items()}
        assert mission.together(indicator, TOGETHER["came"]) == way.took_part
    assert mission.together(OWN, TOGETHER["held"]) == both.ours.events


def test_changing_who_holds_an_event_counts_it_anew(office: Organiser, georgia: Body) -> None:
    event = built.held(office)
    came(event, georgia)
    count_changed(office)

    holds(event, georgia)
    count_changed(office)

    mission = missions_of(Scope(office, False, None, 2025, 2025), office, most=5).listed[0]
    assert set(mission.found) == {(OWN, 2025, "unlisted")}


def test_counting_levels_asks_as_much_for_many_guests_as_for_one(office: Organiser, georgia: Body) -> None:
    asked = []
    for number in (1, 3):
        event = built.held(office)
        for _each in range(number):
            came(event, georgia)
        with CaptureQueriesContext(connection) as queries:
            levels_at(event)
        asked.append(len(queries))

    assert asked[0] == asked[1]


def test_open_answers_are_those_neither_accepted_nor_declined(office: Organiser) -> None:
    event = built.held(office)
    for standing in ("accepted", "regretted", "withdrawn", "silent", "undecided", "represented"):
        built.guest(event, make.person(office), standing=standing)

    found = counts_of(event)

    assert found[Indicator.OPEN, "", ""] == 3
    assert found[Indicator.INVITED, "", ""] == 6


def page(office: Organiser, route: str, **asked: Any) -> str:
    client = Client()
    client.force_login(make.member(office).user)
    answer = client.get(reverse(route, args=[office.ref]), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def met(office: Organiser, number: int, *, year: int = 2025) -> list[Body]:
    """Missions that came so often: the first one once, the next one twice."""
    bodies = [make.body(office, f"Mission {each}", kind="mission") for each in range(1, number + 1)]
    spots = [("level", "head", body.code, place) for place, body in enumerate(bodies, start=1)]
    counted(office, year, [("events", "", "", 3), *spots])
    return bodies


def test_the_dashboard_names_the_missions_met_most_often(office: Organiser) -> None:
    met(office, 14)

    html = page(office, "campaign:office")

    assert "These are the 12 of 14 missions met most often." in html
    assert "All 14 missions" in html
    assert "Mission 14" in html
    assert "Mission 2<" not in html


def test_a_figure_of_a_mission_opens_to_its_events(office: Organiser, georgia: Body) -> None:
    event = built.held(office, "Evening with Georgia", held_on=date(2025, 3, 1))
    came(event, georgia)
    count_changed(office)
    asked = {"indicator": "level", "by": "came", "key": georgia.code, "year": "2025"}

    html = page(office, "campaign:figure", **asked)

    assert "Evening with Georgia" in html
    assert "Embassy of Georgia" in html
    assert reverse("record:presence", args=[office.ref, event.code]) in html


def test_the_mission_of_another_directory_is_not_named(office: Organiser) -> None:
    foreign = make.body(make.organiser("stranger"), "Secret Legation", kind="mission")
    counted(office, 2025, [("events", "", "", 1), ("level", "head", foreign.code, 1)])

    for route in ("campaign:office", "campaign:office-missions"):
        html = page(office, route)
        assert "Secret Legation" not in html
        assert "a mission in the directory of another office" in html


def test_all_missions_stand_on_pages_and_in_a_file(office: Organiser) -> None:
    met(office, 30)

    first, second = (page(office, "campaign:office-missions", page=number) for number in (1, 2))
    rows = list(csv.reader(io.StringIO(page(office, "campaign:office-missions-csv").lstrip("\ufeff"))))

    assert "30 missions" in first
    assert ("Mission 30" in first, "Mission 30" in second) == (True, False)
    assert ("Mission 1<" in first, "Mission 1<" in second) == (False, True)
    assert len(rows) == 31
    assert rows[1] == ["Mission 30", "30", "30", "30", *("0" * 6), "Head of mission"]


def test_all_posts_together_have_no_missions() -> None:
    ministry = make.organiser("ministry")
    make.organiser("post", parent=ministry)
    counted(ministry, 2025, [("events", "", "", 1)], of_posts=True)

    html = page(ministry, "campaign:office-missions")

    assert "choose a post to see its missions" in html


def test_missions_ask_as_much_for_many_as_for_one(office: Organiser) -> None:
    asked = []
    page(office, "campaign:office-missions")
    for number, year in ((1, 2024), (3, 2025)):
        met(office, number, year=year)
        with CaptureQueriesContext(connection) as queries:
            page(office, "campaign:office-missions")
        asked.append(len(queries))

    assert asked[0] == asked[1]
