"""Who is kept apart is known to few: nobody else finds a trace of it anywhere (R79)."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.accounts.models import Grant, Membership
from chancery.base import secret_box
from chancery.base.models import AuditLine
from chancery.directory.queries.dependents import resting_on
from chancery.events.models import Event, Participation
from chancery.rules.seating.plan import WishKind
from chancery.seating.models import Apart, Placement, Plan
from chancery.seating.queries.loading import LoadedPlan, loaded
from tests import make
from tests.guests import built as guests
from tests.seating import built

REASON = "They were married once."


@pytest.fixture
def event(people: Any) -> Event:
    return make.event(people.office, held_on=date(2025, 2, 26))


@pytest.fixture
def pair(event: Event, people: Any) -> Apart:
    """Two guests who are kept apart, side by side in a plan."""
    one, other = (guests.guest(event, name, planned="accepted") for name in ("Ana Apart", "Ben Beside"))
    plan = built.plan(event)
    for guest, seat in ((one, "A-1-1"), (other, "A-1-2")):
        Placement.objects.create(plan=plan, participation=guest, seat=seat)
    return Apart.objects.create(
        organiser=people.office, person=one.person, other_person=other.person, reason=REASON
    )


def give_grant(people: Any) -> None:
    member = Membership.objects.get(user=people.colleague)
    Grant.objects.create(membership=member, secret="seating")


def office_address(people: Any, page: str, **arguments: str) -> str:
    return reverse(f"seating:{page}", kwargs={"ref": people.office.ref, **arguments})


def event_address(event: Event, page: str, **arguments: Any) -> str:
    return reverse(f"seating:{page}", kwargs={"ref": event.organiser.ref, "code": event.code, **arguments})


def read(event: Event, *, may_read_apart: bool = False) -> LoadedPlan:
    plan = Plan.objects.select_related("event__ordering__organiser").get(event=event)
    return loaded(plan, language="en", may_read_apart=may_read_apart)


def test_grant_opens_the_list_on_demand_and_each_reading_leaves_a_line(
    pair: Apart, people: Any, client: Client
) -> None:
    give_grant(people)
    client.force_login(people.colleague)
    url = office_address(people, "apart")

    closed = client.get(url).content.decode()
    assert "Ana Apart" not in closed
    assert not AuditLine.objects.filter(kind="seating.apart").exists()

    opened = client.post(url).content.decode()
    assert "Ana Apart and Ben Beside" in opened
    line = AuditLine.objects.get(kind="seating.apart")
    assert (line.code, line.by, line.changes) == ("seating.apart.read", people.colleague, {})


def test_pair_is_written_sealed_changed_and_deleted_with_the_grant(
    event: Event, people: Any, client: Client
) -> None:
    give_grant(people)
    client.force_login(people.colleague)
    fields = {"state": "RO", "other_state": "FR", "distance": "other-unit", "is_hard": "on", "why": REASON}

    client.post(office_address(people, "add-apart"), fields)
    pair = Apart.objects.get()
    assert REASON.encode() not in bytes(pair.reason)
    assert secret_box.open_text(pair.reason) == REASON

    form = client.get(office_address(people, "change-apart", pair=pair.code)).content.decode()
    assert REASON in form
    client.post(office_address(people, "change-apart", pair=pair.code), {**fields, "ends": "2025-12-31"})
    pair.refresh_from_db()
    assert pair.ends == date(2025, 12, 31)

    client.post(office_address(people, "delete-apart", pair=pair.code))
    assert not Apart.objects.exists()
    lines = AuditLine.objects.filter(kind="seating.apart").order_by("pk")
    assert [line.code.rpartition(".")[2] for line in lines] == ["added", "read", "changed", "deleted"]
    assert all(line.changes == {} and line.label == pair.code for line in lines)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Name two people, or two bodies, or two states; only one of these."),
        ({"state": "RO"}, "Name both: two people, two bodies or two states."),
        ({"state": "RO", "other_state": "RO"}, "Both are the same; choose another one."),
        (
            {"state": "RO", "other_state": "FR", "begins": "2025-02-01", "ends": "2025-01-01"},
            "It ends before it begins; correct one of the days.",
        ),
    ],
)
def test_pair_that_is_none_is_refused_in_words(
    people: Any, client: Client, fields: dict[str, str], sentence: str
) -> None:
    give_grant(people)
    client.force_login(people.colleague)

    page = client.post(office_address(people, "add-apart"), {"distance": "not-beside", **fields})

    assert sentence in page.content.decode()
    assert not Apart.objects.exists()


def test_without_the_grant_nothing_is_read_or_changed(pair: Apart, people: Any, client: Client) -> None:
    client.force_login(people.colleague)
    urls = [
        office_address(people, "apart"),
        office_address(people, "change-apart", pair=pair.code),
        office_address(people, "delete-apart", pair=pair.code),
    ]

    pages = [answer(url).content.decode() for url in urls for answer in (client.get, client.post)]

    assert all("only with a grant" in page for page in pages)
    assert not [page for page in pages if "Ana Apart" in page or "married" in page]
    assert Apart.objects.filter(pk=pair.pk).exists()
    assert not AuditLine.objects.filter(kind="seating.apart").exists()


def test_without_the_grant_no_page_of_the_seating_tells_who_is_kept_apart(
    event: Event, pair: Apart, people: Any, client: Client
) -> None:
    client.force_login(people.colleague)
    plan = Plan.objects.get()
    one, other = Participation.objects.filter(event=event).order_by("pk")
    why = [event_address(event, "why", plan=plan.code, who=who.code, member=0) for who in (one, other)]
    compared = event_address(event, "compare", plan=plan.code)
    urls = [
        *why,
        f"{compared}?first={one.code}.0&second={other.code}.0",
        event_address(event, "wishes"),
        event_address(event, "plan", plan=plan.code),
    ]

    pages = [answer(url).content.decode() for url in urls for answer in (client.get, client.post)]

    for trace in (REASON, "kept apart", "not side by side", "do not sit side by side", f"apart:{pair.code}"):
        assert not [page for page in pages if trace in page], trace
    assert "A wish of the office is given up." in pages[0]
    assert "Show the wish of the office" not in pages[0]


def test_with_the_grant_the_drawer_opens_the_wish_on_demand(
    event: Event, pair: Apart, people: Any, client: Client
) -> None:
    give_grant(people)
    client.force_login(people.colleague)
    who = Participation.objects.filter(event=event).order_by("pk")[0]
    url = event_address(event, "why", plan=Plan.objects.get().code, who=who.code, member=0)

    closed = client.get(url).content.decode()
    assert "Show the wish of the office" in closed
    assert "do not sit side by side" not in closed

    opened = client.post(url).content.decode()
    assert "Ana Apart and Ben Beside do not sit side by side" in opened
    assert AuditLine.objects.get(kind="seating.apart").code == "seating.apart.read"


def test_history_of_pairs_is_for_those_with_the_grant_alone(pair: Apart, people: Any, client: Client) -> None:
    client.force_login(people.colleague)
    line = AuditLine.objects.create(
        organiser_id=people.office.pk,
        by=people.owner,
        code="seating.apart.changed",
        kind="seating.apart",
        object_id=pair.pk,
        label=pair.code,
        changes={},
    )
    urls = [
        reverse("accounts:history", args=[people.office.ref]),
        reverse("desk:office", args=[people.office.ref]),
    ]

    assert not [url for url in urls if pair.code in client.get(url).content.decode()]
    undo = reverse("accounts:undo", args=[people.office.ref, line.pk])
    assert client.post(undo).status_code == 404

    give_grant(people)
    assert pair.code in client.get(urls[0]).content.decode()


def test_deleting_somebody_from_the_directory_does_not_tell_of_a_pair(pair: Apart, people: Any) -> None:
    alone = make.person(people.office, "Cora Elsewhere")
    Apart.objects.create(organiser=people.office, person=alone, other_person=pair.person)

    assert resting_on(alone) == []


@pytest.mark.parametrize(
    ("begins", "ends", "holds"),
    [
        (None, None, True),
        (date(2025, 2, 26), None, True),
        (date(2025, 2, 27), None, False),
        (None, date(2025, 2, 26), True),
        (None, date(2025, 2, 25), False),
        (date(2025, 1, 1), date(2025, 12, 31), True),
    ],
)
def test_pair_counts_on_the_days_it_holds(
    event: Event, pair: Apart, begins: date | None, ends: date | None, holds: bool
) -> None:
    """R79: a pair has a period of validity, both days included."""
    Apart.objects.update(begins=begins, ends=ends)

    assert bool(read(event).problem.wishes) is holds


def test_while_the_day_is_not_known_every_pair_counts(event: Event, pair: Apart) -> None:
    Event.objects.update(held_on=None)
    Apart.objects.update(ends=date(2020, 1, 1))

    assert len(read(event).problem.wishes) == 1


def test_words_of_a_pair_are_loaded_only_for_those_who_may_read_them(event: Event, pair: Apart) -> None:
    (closed,) = read(event).problem.wishes
    (opened,) = read(event, may_read_apart=True).problem.wishes

    assert (closed.words, closed.is_discreet, closed.is_hard) == ("", True, True)
    assert opened.words == "Ana Apart and Ben Beside do not sit side by side"


def ambassador(event: Event, name: str, state: str) -> Participation:
    office = make.post(make.body(event.organiser, f"Embassy of {state}", kind="mission", state=state))
    person = make.person(event.organiser, name, nationality=state)
    make.tenure(person, office, steps={"credentials": "2020-01-01"})
    return guests.guest(event, person=person, planned="accepted")


@pytest.mark.parametrize(
    ("profile", "gives_way"), [("diplomatic-corps", False), ("conference-united-nations", True)]
)
def test_states_give_way_where_their_order_is_fixed_by_a_rule(
    event: Event, people: Any, profile: str, gives_way: bool
) -> None:
    """R79: left as it is and logged where R41-R44 fix the order of states."""
    event.ordering.profile = profile
    event.ordering.save()
    ambassador(event, "Ada French", "FR")
    ambassador(event, "Bea Romanian", "RO")
    Apart.objects.create(organiser=people.office, state="FR", other_state="RO")
    built.plan(event)

    found = read(event, may_read_apart=True)

    assert len(found.gave_way) == gives_way
    assert [wish.kind for wish in found.problem.wishes] == [WishKind.STATES_APART] * (not gives_way)


def test_two_named_people_never_give_way_to_the_order_of_states(event: Event, people: Any) -> None:
    event.ordering.profile = "conference-united-nations"
    event.ordering.save()
    one, other = ambassador(event, "Ada French", "FR"), ambassador(event, "Bea Romanian", "RO")
    Apart.objects.create(organiser=people.office, person=one.person, other_person=other.person)
    built.plan(event)

    found = read(event)

    assert found.gave_way == ()
    assert [wish.kind for wish in found.problem.wishes] == [WishKind.NOT_BESIDE]
