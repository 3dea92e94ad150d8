"""A person's and a body's events over the years, and who came to whose."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.directory.models import Body, Person
from chancery.events.models import Event, Involvement, Participation
from chancery.guests.models import Channel, Dispatch, Invitation, Kind, Reply, Standing
from chancery.guests.queries import histories, reciprocity
from chancery.rules.representation import Level
from tests import make

SENT = datetime(2026, 1, 20, 9, tzinfo=UTC)
TODAY = date(2026, 11, 1)


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("post", state="PT", host_state="RO")


@pytest.fixture
def georgia(office: Organiser) -> Body:
    return make.body(office, "Embassy of Georgia", kind="mission", state="GE")


@pytest.fixture
def nino(office: Organiser, georgia: Body) -> Person:
    who = make.person(office, "Nino Sample")
    make.tenure(who, make.post(georgia), begins="2024")
    return who


def invited(event: Event, who: Person, standing: str = "", **fields: Any) -> Participation:
    guest = make.participation(event, who, **fields)
    Invitation.objects.create(guest=guest, standing=standing)
    return guest


def sent(guest: Participation, ref: str, kind: str = Kind.INVITATION, **fields: Any) -> Dispatch:
    values: dict[str, Any] = {"channel": Channel.EMAIL, "language": "en", "state": "gone", "gone_at": SENT}
    return Dispatch.objects.create(
        invitation=guest.invitation,
        ref=ref,
        key=f"{guest.pk}-{ref}",
        kind=kind,
        recipient="x",
        **values | fields,
    )


def answered(guest: Participation, standing: str, **fields: Any) -> Reply:
    reply = Reply.objects.create(
        invitation=guest.invitation, standing=standing, channel="telephone", given_at=SENT, **fields
    )
    Invitation.objects.filter(guest=guest).update(reply=reply, standing=standing)
    return reply


def page_of(
    office: Organiser, route: str, key: str, code: str, client: Client, role: str = "protocol"
) -> Any:
    client.force_login(make.member(office, role).user)
    return client.get(reverse(f"guests:{route}", kwargs={"ref": office.ref, key: code}))


def test_a_person_s_events_come_latest_first_with_all_that_is_known(
    office: Organiser, nino: Person, client: Client
) -> None:
    old = make.event(office, "Old evening", held_on=date(2024, 5, 26))
    new = make.event(office, "New evening", held_on=date(2026, 2, 26))
    invited(old, nino, planned="accepted", actual="attended")
    guest = invited(new, nino, planned="represented", is_sample=True)
    sent(guest, "one", channel=Channel.NOTE)
    sent(guest, "two", kind=Kind.REMINDER_1)
    answered(guest, "represented", is_late=True, representative_name="Gia Deputy")

    text = page_of(office, "person_events", "person", nino.code, client).content.decode()

    assert text.index("New evening") < text.index("Old evening")
    for told in ("note verbale · 20 January 2026 · 1 more message", "sends a representative", "attended"):
        assert told in text, told
    for told in ("telephone · 20 January 2026", ">late<", "represented by Gia Deputy", ">sample<"):
        assert told in text, told


def test_sums_count_what_was_answered_and_who_came(office: Organiser, nino: Person) -> None:
    plans = [
        ("accepted", Standing.ACCEPTED, "attended"),
        ("accepted", Standing.ACCEPTED, "absent"),
        ("declined", Standing.REGRETTED, ""),
        ("represented", Standing.REPRESENTED, "represented"),
        ("invited", Standing.SILENT, ""),
        ("listed", "", ""),
    ]
    for planned, standing, actual in plans:
        invited(make.event(office), nino, standing, planned=planned, actual=actual)
    make.participation(make.event(office), nino, "mentioned", actual="not-present")

    sums = histories.sums_of(histories.parts_of_person(office, nino))

    assert sums == histories.Sums(invited=5, accepted=2, regretted=1, represented=1, silent=1, came=1)


def test_who_represented_whom_is_told_on_both_pages(office: Organiser, nino: Person, client: Client) -> None:
    event = make.event(office, held_on=date(2026, 2, 26))
    principal = invited(event, nino, planned="represented")
    deputy = make.person(office, "Gia Deputy")
    invited(event, deputy, planned="accepted", represents=principal)

    of_deputy = page_of(office, "person_events", "person", deputy.code, client).content.decode()
    of_principal = page_of(office, "person_events", "person", nino.code, client).content.decode()

    assert "represents Nino Sample" in of_deputy
    assert "represented by Gia Deputy" in of_principal


def test_a_body_s_people_are_those_of_the_day(office: Organiser, georgia: Body, nino: Person) -> None:
    former = make.person(office, "Former Sample")
    make.tenure(former, make.post(georgia), begins="2020", ends="2023-12")
    event = make.event(office, held_on=date(2026, 2, 26))
    old = make.event(office, held_on=date(2022, 2, 26))
    of_nino, too_late = make.participation(event, nino), make.participation(event, former)
    of_former, too_early = make.participation(old, former), make.participation(old, nino)
    of_body = Participation.objects.create(event=event, body=georgia)
    make.participation(event, make.person(office, "Stranger Sample"))

    found = {part.pk for part in histories.parts_of_bodies(office, [georgia])}

    assert found == {of_nino.pk, of_former.pk, of_body.pk}
    assert not found & {too_late.pk, too_early.pk}


def own_mission(office: Organiser) -> tuple[Body, Person, Person]:
    own = make.body(office, "Embassy of Portugal", kind="mission", state="PT")
    head, deputy = make.person(office, "Head Sample"), make.person(office, "Deputy Sample")
    make.tenure(head, make.post(own))
    make.tenure(deputy, make.post(own, "Deputy", "deputy-head-of-mission"))
    return own, head, deputy


def test_reciprocity_counts_events_both_ways_by_the_highest_who_came(
    office: Organiser, georgia: Body, nino: Person
) -> None:
    own, head, deputy = own_mission(office)
    theirs = [make.event(office, held_on=date(2025, month, 26)) for month in (5, 6, 7)]
    for event in theirs:
        Involvement.objects.create(event=event, body=georgia, role="host")
    ours = make.event(office, held_on=date(2025, 6, 10))
    Involvement.objects.create(event=ours, body=own, role="organiser")
    Involvement.objects.create(event=ours, body=georgia, role="sponsor")
    make.participation(theirs[0], head, planned="declined")
    make.participation(theirs[0], deputy, planned="accepted", actual="attended")
    make.participation(theirs[1], head, planned="accepted")
    make.participation(ours, nino, planned="accepted", actual="absent")

    both = reciprocity.between(office, [georgia])

    assert both is not None
    assert (both.ours.events, both.ours.invited, both.ours.took_part) == (3, 2, 2)
    assert both.ours.levels == {Level.HEAD: 1, Level.STANDING_IN: 1, Level.OTHER: 0}
    assert (both.theirs.events, both.theirs.invited, both.theirs.took_part) == (1, 1, 0)
    assert list(both.events) == theirs[::-1]


@pytest.mark.parametrize("state", ["", "GE"])
def test_an_office_is_not_compared_with_itself_nor_without_a_state(
    office: Organiser, georgia: Body, state: str
) -> None:
    office.state = state
    office.save()

    assert reciprocity.between(office, [georgia]) is None


def test_reciprocity_stands_on_the_page_of_the_body_and_of_its_people(
    office: Organiser, georgia: Body, nino: Person, client: Client
) -> None:
    own_mission(office)
    Involvement.objects.create(event=make.event(office, "Their day"), body=georgia, role="host")

    of_body = page_of(office, "body_events", "body", georgia.code, client).content.decode()
    of_person = page_of(office, "person_events", "person", nino.code, client).content.decode()

    for text in (of_body, of_person):
        assert "Both ways: this office and Embassy of Georgia" in text
        assert "Their day" in text


def test_nothing_of_another_office_is_told(office: Organiser, georgia: Body, client: Client) -> None:
    """A person shared by the ministry is read by all posts; where they were invited is each post's own."""
    other = make.organiser("sister", parent=office)
    shared = make.person(office, "Shared Sample", visibility="tree")
    make.participation(make.event(office, "Not for the sister"), shared)

    answer = page_of(other, "person_events", "person", shared.code, client)

    assert answer.status_code == 200
    assert "Not for the sister" not in answer.content.decode()


def test_the_entry_and_its_events_are_two_pages_of_one(
    office: Organiser, nino: Person, client: Client
) -> None:
    client.force_login(make.member(office).user)
    entry = reverse("directory:person", kwargs={"ref": office.ref, "person": nino.code})
    events = reverse("guests:person_events", kwargs={"ref": office.ref, "person": nino.code})

    assert f'<a href="{events}">Events</a>' in client.get(entry).content.decode()
    assert f'<a href="{events}" aria-current="page">Events</a>' in client.get(events).content.decode()


def test_a_guest_page_is_offered_to_whoever_may_open_it(
    office: Organiser, nino: Person, client: Client
) -> None:
    guest = invited(make.event(office), nino)
    link = reverse("guests:guest", kwargs={"ref": office.ref, "code": guest.event.code, "guest": guest.code})

    assert link in page_of(office, "person_events", "person", nino.code, client).content.decode()
    assert link not in page_of(office, "person_events", "person", nino.code, client, "head").content.decode()


@pytest.mark.parametrize("route", ["person_events", "body_events"])
def test_queries_do_not_grow_with_the_events(
    office: Organiser, georgia: Body, nino: Person, client: Client, route: str
) -> None:
    own_mission(office)
    key, code = ("person", nino.code) if route == "person_events" else ("body", georgia.code)
    url = reverse(f"guests:{route}", kwargs={"ref": office.ref, key: code})
    client.force_login(make.member(office).user)

    counts = []
    for count in (1, 2, 120):
        many(office, nino, count)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(url)
        counts.append(len(queries))

    assert counts[0] == counts[1] == counts[2]


def many(office: Organiser, who: Person, count: int) -> None:
    for number in range(count):
        event = make.event(office, held_on=date(2025, 1 + number % 12, 1))
        guest = invited(event, who, planned="represented")
        sent(guest, "one")
        sent(guest, "two")
        answered(guest, "represented", representative_name="Gia")
        make.participation(event, make.person(office), represents=guest)


def test_two_thousand_events_come_in_pages(office: Organiser, nino: Person, client: Client) -> None:
    event = make.event(office)
    Participation.objects.bulk_create(Participation(event=event, person=nino) for _ in range(120))

    text = page_of(office, "person_events", "person", nino.code, client).content.decode()

    assert "Page 1 of 3" in text
    assert text.count('<td role="cell"><span class="person">') == 50
