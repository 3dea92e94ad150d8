"""The order of an event on its pages: the list, its reasons, another day, two guests compared."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.directory.models import Relation
from chancery.events.models import Event
from tests import make
from tests.conftest import People
from tests.events import order_built as built


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2025, 2, 25))


def names_on(page: str) -> list[str]:
    return re.findall(r'class="person-name"[^>]*><bdi>([^<]*)</bdi>', page)


def test_order_lists_everybody_who_is_placed_from_the_highest(signed_in: Client, event: Event) -> None:
    built.ambassador(event, "Second Here", "FR", "2022-05-05")
    built.ambassador(event, "First Here", "GE", "2020-01-01")
    make.participation(event, make.person(event.organiser, "Only Mentioned"), "mentioned")

    page = built.shown(signed_in, event)

    assert names_on(page) == ["First Here", "Second Here"]
    assert "credentials: 5 May 2022" in page


def test_who_holds_no_place_stands_last_with_a_dash_and_the_reason(signed_in: Client, event: Event) -> None:
    built.ambassador(event, "Not Yet", "GE", basis="designate")
    built.ambassador(event, "First Here", "FR", "2020-01-01")

    page = built.shown(signed_in, event)

    assert names_on(page) == ["First Here", "Not Yet"]
    assert re.search(r'class="place"><a [^>]*>–<', page)
    assert "Designated, credentials not yet presented" in page
    assert "None" not in re.sub(r"<[^>]*>", "", page)


def test_spouse_without_an_office_is_called_so(signed_in: Client, event: Event) -> None:
    holder = built.ambassador(event, "First Here", "FR", "2020-01-01").person
    spouse = make.person(event.organiser, "Second Here")
    Relation.objects.create(person=holder, kind="spouse", other=spouse)
    make.participation(event, spouse)

    page = built.shown(signed_in, event)

    assert names_on(page) == ["First Here", "Second Here"]
    assert "spouse of First Here" in page
    assert "spouse of Second Here" not in page


def test_only_open_places_are_shown_on_request(signed_in: Client, event: Event) -> None:
    built.ambassador(event, "First Here", "FR", "2020-01-01")
    built.ambassador(event, "Undated Here", "GE")

    page = built.shown(signed_in, event, query="?open=on")

    assert names_on(page) == ["Undated Here"]
    assert "1 place leaves something open" in page


def test_order_as_of_a_past_day_counts_the_offices_of_that_day(signed_in: Client, event: Event) -> None:
    built.ambassador(event, "Since Long", "FR", "2015-01-01", begins="2015-01-01")
    built.ambassador(event, "Since Lately", "GE", "2010-01-01", begins="2024-01-01")

    today = built.shown(signed_in, event)
    then = built.shown(signed_in, event, query="?on=2020-06-01")

    assert names_on(today) == ["Since Lately", "Since Long"]
    assert names_on(then) == ["Since Long", "Since Lately"]
    assert "offices as of 1 June 2020" in then
    event.ordering.refresh_from_db()
    assert event.ordering.as_of_on is None


def test_a_day_that_does_not_exist_is_refused_in_words(signed_in: Client, event: Event) -> None:
    built.ambassador(event, "First Here", "FR", "2020-01-01")

    page = built.shown(signed_in, event, query="?on=2020-02-31")

    assert "Enter a valid date" in page
    assert names_on(page) == ["First Here"]


def test_reader_without_the_right_is_offered_no_move(client: Client, people: People, event: Event) -> None:
    built.ambassador(event, "First Here", "FR", "2020-01-01")
    client.force_login(make.member(people.office, "assistant").user)

    page = built.shown(client, event)

    assert names_on(page) == ["First Here"]
    assert "/order/move/" not in page
    assert "Profile and settings" not in page


@pytest.mark.parametrize("page", ["order", "compare"])
def test_queries_do_not_grow_with_guests(signed_in: Client, event: Event, page: str) -> None:
    counts = []
    for number in (1, 2):
        while event.participations.count() < number**6:
            place = event.participations.count()
            built.ambassador(event, f"Guest {place:03}", ["FR", "GE"][place % 2], "2020-01-01")
        built.shown(signed_in, event, page)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            built.shown(signed_in, event, page)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_why_names_rule_and_source_and_leads_on(signed_in: Client, event: Event) -> None:
    who = built.ambassador(event, "First Here", "FR", "2020-01-01")

    page = built.shown(signed_in, event, "why", who=who.code)

    assert '<span class="rule">R2</span>' in page
    assert "Vienna Convention" in page
    assert f"/order/compare/?first={who.code}" in page


def test_why_of_a_second_capacity_says_where_the_person_is_placed(signed_in: Client, event: Event) -> None:
    guest = built.ambassador(event, "First Here", "FR", "2020-01-01")
    assert guest.person is not None
    speaker = make.participation(event, guest.person, "speaker")

    page = built.shown(signed_in, event, "why", who=speaker.code)

    assert "is placed once, in another capacity: guest" in page


class TestCompare:
    """Two guests: the first thing on which they differ decides."""

    def test_names_what_decides_with_rule_and_source(self, signed_in: Client, event: Event) -> None:
        later = built.ambassador(event, "Second Here", "FR", "2022-05-05")
        earlier = built.ambassador(event, "First Here", "GE", "2020-01-01")

        page = built.shown(signed_in, event, "compare", f"?first={later.code}&second={earlier.code}")

        decisive = "First Here comes before Second Here: credentials on 1 January 2020 against 5 May 2022."
        assert decisive in page
        assert "R2" in page
        assert names_on(page) == ["First Here", "Second Here"]

    def test_takes_the_first_two_ticked_rows(self, signed_in: Client, event: Event) -> None:
        ticked = [
            built.ambassador(event, "First Here", "GE", "2020-01-01"),
            built.ambassador(event, "Second Here", "FR", "2022-05-05"),
            built.ambassador(event, "Third Here", "DE", "2023-05-05"),
        ]
        query = "?" + "&".join(f"row={each.code}" for each in ticked)

        page = built.shown(signed_in, event, "compare", query)

        assert "First Here comes before Second Here" in page

    def test_says_what_is_undecidable(self, signed_in: Client, event: Event) -> None:
        one = built.ambassador(event, "First Here", "GE", "2020-01")
        other = built.ambassador(event, "Second Here", "FR", "2020-01-15")

        page = built.shown(signed_in, event, "compare", f"?first={one.code}&second={other.code}")

        assert "undecidable" in page
        assert 'class="decisive is-open"' in page

    @pytest.mark.parametrize("query", ["?first=nobody&second=nobody-else", "?row=nobody", "?first="])
    def test_unknown_guests_are_refused_in_words(self, signed_in: Client, event: Event, query: str) -> None:
        built.ambassador(event, "First Here", "GE", "2020-01-01")
        built.ambassador(event, "Second Here", "FR", "2022-05-05")

        page = built.shown(signed_in, event, "compare", query)

        assert "What decides between them" not in page

    def test_nobody_is_compared_with_themselves(self, signed_in: Client, event: Event) -> None:
        one = built.ambassador(event, "First Here", "GE", "2020-01-01")
        built.ambassador(event, "Second Here", "FR", "2022-05-05")

        page = built.shown(signed_in, event, "compare", f"?first={one.code}&second={one.code}")

        assert "nobody is compared with themselves" in page

    def test_a_guest_of_another_office_is_unknown(
        self, signed_in: Client, people: People, event: Event
    ) -> None:
        one = built.ambassador(event, "First Here", "GE", "2020-01-01")
        built.ambassador(event, "Second Here", "FR", "2022-05-05")
        elsewhere = make.event(people.stranger.memberships.get().organiser)
        foreign = built.ambassador(elsewhere, "Foreign Here", "DE", "2020-01-01")

        page = built.shown(signed_in, event, "compare", f"?first={one.code}&second={foreign.code}")

        assert "Foreign Here" not in page
