"""Wishes are written by pages that work without a script, and can be taken back."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.rules.seating.plan import WishKind
from chancery.seating.models import Plan, Wish
from chancery.seating.queries.loading import loaded
from chancery.seating.wish_rows import HOUSE_ORDER
from tests import make
from tests.guests import built as guests
from tests.seating import built


@pytest.fixture
def event(people: Any) -> Event:
    return make.event(people.office)


@pytest.fixture
def browser(people: Any, client: Client) -> Client:
    client.force_login(people.colleague)
    return client


def address(event: Event, page: str, **arguments: str) -> str:
    return reverse(f"seating:{page}", kwargs={"ref": event.organiser.ref, "code": event.code, **arguments})


def written(**fields: str) -> dict[str, str]:
    return {"kind": "beside", "weight": "5", **fields}


def seated(event: Event, name: str, **fields: Any) -> Any:
    return guests.guest(event, name, planned="accepted", **fields)


def chosen(**names: Any) -> dict[str, str]:
    """What the fields of guests send for those who were chosen from their lists."""
    codes = {name: row.code for name, row in names.items()}
    return codes | {f"{name}_text": getattr(row, "name_printed", str(row)) for name, row in names.items()}


def test_wish_for_two_is_written_with_its_reason(event: Event, browser: Client) -> None:
    fields = chosen(guest=seated(event, "Ana Sample"), other=seated(event, "Ben Sample"))

    browser.post(address(event, "add-wish"), written(**fields, reason="Both paint."))

    wish = Wish.objects.get(event=event)
    assert (str(wish.guest), str(wish.other), wish.kind) == ("Sample, Ana", "Sample, Ben", "beside")
    assert AuditLine.objects.get(kind="seating.wish").code == "seating.wish.added"
    page = browser.get(address(event, "wishes")).content.decode()
    assert "Ana Sample and Ben Sample sit side by side" in page
    assert "Both paint." in page


@pytest.mark.parametrize(
    ("kind", "named", "sentence"),
    [
        ("beside", {}, "Say whom the wish concerns: a guest, a category or a body."),
        ("beside", {"guest": "ana"}, "This wish concerns two guests; name both."),
        ("beside", {"guest": "ana", "other": "ana"}, "Both guests are the same; choose another one."),
        ("at-unit", {"guest": "ana"}, "Say at which table, in which row or zone."),
        (
            "at-aisle",
            {"guest": "ana", "other": "ben"},
            "This wish concerns one guest or one group; leave the other guest empty.",
        ),
        ("apart", {"guest": "ana"}, "Name the other guest, or choose a category or a body."),
        ("at-aisle", {"guest": "zoe"}, "does not take part in the event; put them on the list first."),
    ],
)
def test_wish_that_says_too_little_or_too_much_is_refused_in_words(
    event: Event, browser: Client, people: Any, kind: str, named: dict[str, str], sentence: str
) -> None:
    known = {
        "ana": seated(event, "Ana Sample"),
        "ben": seated(event, "Ben Sample"),
        "zoe": make.person(people.office, "Zoe Elsewhere"),
    }
    fields = chosen(**{field: known[name] for field, name in named.items()})

    page = browser.post(address(event, "add-wish"), written(**{"kind": kind, **fields})).content.decode()

    assert sentence in page
    assert not Wish.objects.exists()


def test_guest_chosen_from_the_directory_is_the_one_who_takes_part(event: Event, browser: Client) -> None:
    guest = seated(event, "Ana Sample")
    make.participation(event, guest.person, "speaker")

    browser.post(address(event, "add-wish"), written(kind="at-aisle", **chosen(guest=guest.person)))

    assert Wish.objects.get().guest == guest


def test_wish_of_a_table_takes_its_name_for_its_id(event: Event, browser: Client) -> None:
    fields = chosen(guest=seated(event, "Ana Sample"))
    built.plan(event)

    browser.post(address(event, "add-wish"), written(kind="at-unit", where="2", **fields))

    assert Wish.objects.get().where == "A-2"


def test_wish_is_changed_deleted_and_taken_back(event: Event, browser: Client) -> None:
    guest = seated(event, "Ana Sample")
    wish = Wish.objects.create(event=event, kind="at-aisle", guest=guest)
    fields = {"kind": "at-aisle", "is_hard": "on", "weight": "9", **chosen(guest=guest)}

    browser.post(address(event, "change-wish", wish=wish.code), fields)
    wish.refresh_from_db()
    assert (wish.is_hard, wish.weight) == (True, 9)

    page = browser.post(address(event, "delete-wish", wish=wish.code), follow=True).content.decode()
    assert not Wish.objects.exists()

    undo = page.split(address(event, "undo-wish") + "?change=")[-1].split('"')[0]
    page = browser.post(f"{address(event, 'undo-wish')}?change={undo}", follow=True).content.decode()
    assert "The wishes are as they were before." in page
    assert Wish.objects.get().code == wish.code


def test_wish_of_a_category_concerns_its_guests_with_those_who_come_along(event: Event) -> None:
    press = guests.category(event, "Press")
    guest = seated(event, "Ana Sample", category=press, companions=("Ben Along",))
    seated(event, "Cora Other")
    Wish.objects.create(event=event, kind="in-zone", category=press, where="left")

    found = loaded(built.plan(event), language="en", may_read_apart=False)

    (wish,) = found.problem.wishes
    assert wish.kind == WishKind.IN_ZONE
    assert wish.who == (f"{guest.code}.0", f"{guest.code}.1")
    assert wish.words == "Press in the zone left"


def test_wish_of_a_guest_and_a_body_is_one_for_each_of_the_body(event: Event, people: Any) -> None:
    body = make.body(people.office, "Union of Samples")
    members = []
    for name in ("Mia Member", "Mo Member"):
        person = make.person(people.office, name)
        make.tenure(person, make.post(body, "Member", ""))
        members.append(seated(event, "", person=person))
    guest = seated(event, "Ana Sample")
    Wish.objects.create(event=event, kind="not-beside", guest=guest, body=body)

    found = loaded(built.plan(event), language="en", may_read_apart=False)

    assert {wish.who for wish in found.problem.wishes} == {
        (f"{guest.code}.0", f"{member.code}.0") for member in members
    }
    assert len({wish.id for wish in found.problem.wishes}) == 2


def test_wish_of_somebody_who_is_not_seated_asks_nothing(event: Event) -> None:
    gone = guests.guest(event, "Ana Gone", planned="declined")
    Wish.objects.create(event=event, kind="beside", guest=gone, other=seated(event, "Ben Sample"))

    assert loaded(built.plan(event), language="en", may_read_apart=False).problem.wishes == ()


def test_order_of_importance_is_stated_step_by_step_and_taken_back(event: Event, browser: Client) -> None:
    plan = built.plan(event)
    url = address(event, "importance", plan=plan.code)
    order = [str(kind) for kind in HOUSE_ORDER]

    shown = browser.post(url, {"order": order, "up": order[1]}).content.decode()
    assert "moves from place 2 to place 1" in shown
    assert Plan.objects.get().importance == []

    stated = [order[1], order[0], *order[2:]]
    browser.post(url, {"order": stated})
    plan.refresh_from_db()
    assert plan.importance == stated
    found = loaded(plan, language="en", may_read_apart=False)
    assert [str(kind) for kind in found.problem.settings.importance] == stated

    browser.post(url, {"house": "1"})
    assert Plan.objects.get().importance == []


def test_order_of_importance_that_was_changed_meanwhile_is_not_saved(event: Event, browser: Client) -> None:
    plan = built.plan(event)

    page = browser.post(address(event, "importance", plan=plan.code), {"order": ["couple"]}, follow=True)

    assert "The list was changed meanwhile" in page.content.decode()
    assert Plan.objects.get().importance == []


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_wishes_asks_a_fixed_number_of_questions(
    event: Event, browser: Client, number: int, django_assert_max_num_queries: Any
) -> None:
    for place in range(number):
        Wish.objects.create(event=event, kind="at-aisle", guest=seated(event, f"Ana {place}"))

    with django_assert_max_num_queries(18):
        browser.get(address(event, "wishes"))
