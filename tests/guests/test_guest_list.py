"""The guest list: in order of precedence, narrowed, sorted, in the columns that the reader chose."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.accounts.models import User
from chancery.events.models import Event, Participation
from tests import make
from tests.conftest import People
from tests.guests import built


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2025, 2, 25))


def names_on(page: str) -> list[str]:
    """The names on the page from top to bottom."""
    return re.findall(r'class="person-name"[^>]*><bdi>([^<]*)</bdi>', page)


def listed(client: Client, event: Event, query: str = "") -> list[str]:
    return names_on(shown(client, event, query))


def shown(client: Client, event: Event, query: str = "") -> str:
    response = client.get(f"{built.address(event)}{query}")
    assert response.status_code == 200
    return response.content.decode()


def ambassador(event: Event, printed: str, state: str, since: str, **fields: object) -> Participation:
    """An ambassador on the list whose credentials are of a day."""
    person = make.person(event.organiser, printed)
    body = make.body(event.organiser, f"Embassy of {state}", state=state, ref=state.lower())
    post = make.post(body, f"Ambassador of {state}", ref=f"ambassador-{state.lower()}")
    make.tenure(person, post, steps={"credentials": since})
    return built.guest(event, person=person, **fields)  # type: ignore[arg-type]  # fields of a participation


def test_guests_stand_in_order_of_precedence_and_not_of_adding(signed_in: Client, event: Event) -> None:
    built.guest(event, "Rank Less")
    ambassador(event, "Second Here", "FR", "2022-05-05")
    ambassador(event, "First Here", "GE", "2020-01-01")

    assert listed(signed_in, event) == ["First Here", "Second Here", "Rank Less"]


def test_each_place_opens_its_reasons(signed_in: Client, event: Event) -> None:
    guest = ambassador(event, "First Here", "GE", "2020-01-01")

    page = shown(signed_in, event)

    why = f"/o/mission/events/{event.code}/order/why/{guest.code}/"
    assert f'<a href="{why}" data-ch-drawer>1<span class="unseen"> Why is First Here here?' in page
    assert "Ordered inside the rank" in signed_in.get(why).content.decode()


def test_who_holds_no_place_is_marked_and_never_called_none(signed_in: Client, event: Event) -> None:
    person = make.person(event.organiser, "Not Yet")
    post = make.post(make.body(event.organiser, state="GE"))
    make.tenure(person, post, basis="designate")
    built.guest(event, person=person)

    page = shown(signed_in, event)

    assert ">None<" not in page
    assert re.search(r'class="place"><a [^>]*>–<', page)
    assert "Designated, credentials not yet presented" in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?category=corps", ["Staff Member", "Corps Member"]),
        ("?category=staff", ["Staff Member"]),
        ("?reply=accepted", ["Staff Member"]),
        ("?inviter=protocol", ["Corps Member"]),
        ("?tag=flowers", ["Nobody Special"]),
        ("?capacity=press", ["Nobody Special"]),
        ("?category=corps&reply=accepted", ["Staff Member"]),
        ("?category=unknown", []),
    ],
)
def test_the_list_is_narrowed(signed_in: Client, event: Event, query: str, expected: list[str]) -> None:
    corps = built.category(event, "Corps")
    staff = built.category(event, "Staff", within=corps)
    built.guest(event, "Staff Member", category=staff, planned="accepted")
    built.guest(event, "Corps Member", category=corps, by=built.inviter(event))
    built.guest(event, "Nobody Special", tags=["flowers"], capacity="press")

    page = shown(signed_in, event, query)

    assert sorted(names_on(page)) == sorted(expected)
    assert f"{len(expected)} of 3 shown" in page


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("name", ["Anton Baker", "Zoe Carter", "Mia Young"]),
        ("-name", ["Mia Young", "Zoe Carter", "Anton Baker"]),
        ("people", ["Zoe Carter", "Anton Baker", "Mia Young"]),
        ("reply", ["Mia Young", "Anton Baker", "Zoe Carter"]),
    ],
)
def test_the_list_is_sorted_and_goes_back_to_precedence(
    signed_in: Client, event: Event, sort: str, expected: list[str]
) -> None:
    built.guest(event, "Mia Young", unnamed=2, planned="listed")
    built.guest(event, "Anton Baker", unnamed=1, planned="invited")
    built.guest(event, "Zoe Carter", planned="accepted")

    page = shown(signed_in, event, f"?sort={sort}&tag=")

    assert names_on(page) == expected
    assert 'href="?tag=" data-ch-key="p"' in page
    assert "Back to precedence" not in shown(signed_in, event)


def test_sorted_by_category_precedence_rules_inside_each(signed_in: Client, event: Event) -> None:
    first, second = built.category(event, "First"), built.category(event, "Second")
    ambassador(event, "Later Second", "FR", "2022-01-01", category=second)
    ambassador(event, "Earlier Second", "GE", "2020-01-01", category=second)
    ambassador(event, "Only First", "TR", "2023-01-01", category=first)
    built.guest(event, "Without Any")

    page = shown(signed_in, event, "?sort=category")

    assert names_on(page) == ["Only First", "Earlier Second", "Later Second", "Without Any"]
    titles = re.findall(r'class="group"><th[^>]*>([^<]*)<', page)
    assert titles == ["First · 1", "Second · 2", "Not given · 1"]


def test_chosen_columns_are_remembered(people: People, signed_in: Client, event: Event) -> None:
    built.guest(event, tags=["flowers"])

    shown(signed_in, event, "?column=tags&column=unknown")

    later = shown(signed_in, event)
    assert re.findall(r'data-label="([^"]*)"', later) == []
    assert '<span class="tag">flowers</span>' in later
    assert User.objects.get(pk=people.owner.pk).columns == {"guests": ["tags"]}


def test_categories_count_those_within_them(signed_in: Client, event: Event) -> None:
    corps = built.category(event, "Corps")
    staff = built.category(event, "Staff", within=corps)
    built.guest(event, "One", category=staff, unnamed=2, planned="accepted")
    built.guest(event, "Two", category=corps, companions=("Friend",))
    built.guest(event, "Three")

    page = shown(signed_in, event)

    head = r'<th scope="row" class="depth-(\d)">(?:<span[^>]*>)?([^<]*).*?</th>'
    rows = re.findall(head + r"<td>(\d+)</td>" * 3, page)
    assert rows == [
        ("0", "Corps", "2", "5", "3"),
        ("1", "Staff", "1", "3", "3"),
        ("0", "Without a category", "1", "1", "0"),
    ]
    assert "3 invitations" in page
    assert "6 people" in page


def test_a_companion_from_the_directory_is_named_for_the_reader(signed_in: Client, event: Event) -> None:
    guest = built.guest(event, "Deniz Sample")
    partner = make.person(event.organiser, "Кенан")
    partner.names.create(position=1, printed="Kenan Sample", language="en")
    guest.invitation.companions.create(person=partner)

    assert "with Kenan Sample" in shown(signed_in, event)


def test_a_vacant_office_is_a_guest_by_its_title(signed_in: Client, event: Event) -> None:
    post = make.post(make.body(event.organiser, state="GE"), "Ambassador of Georgia")
    Participation.objects.create(event=event, office=post)

    assert listed(signed_in, event) == ["Ambassador of Georgia"]


def test_somebody_who_may_only_read_gets_no_ticks_and_no_links(people: People, event: Event) -> None:
    built.guest(event)
    client = Client()
    client.force_login(make.member(people.office, "head").user)

    page = shown(client, event)

    assert 'name="row"' not in page
    assert "/guests/add/" not in page


def test_an_empty_list_says_so_with_one_button(signed_in: Client, event: Event) -> None:
    page = shown(signed_in, event)

    assert "Nobody is on the list yet." in page
    assert page.count(built.address(event, "add")) == 2


def queries_of(client: Client, event: Event) -> int:
    shown(client, event)
    with CaptureQueriesContext(connection) as asked:
        shown(client, event)
    return len(asked)


def test_the_number_of_queries_does_not_grow_with_the_list(signed_in: Client, event: Event) -> None:
    counted = {}
    for add, total in ((1, 1), (2, 3), (497, 500)):
        built.many_guests(event, add)
        counted[total] = queries_of(signed_in, event)

    assert counted == {1: counted[1], 3: counted[1], 500: counted[1]}
