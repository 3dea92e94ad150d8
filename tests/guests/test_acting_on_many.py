"""Many guests are selected and changed at once, and what was done is undone in one go."""

from typing import Any

import pytest
from django.test import Client

from chancery.base.models import AuditLine
from chancery.events.models import Event, Participation
from chancery.guests.models import Companion, GuestList, Invitation
from tests import make
from tests.conftest import People
from tests.guests import built


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office)


def act(client: Client, event: Event, action: str, *guests: Participation, **sent: str) -> str:
    """Do something with guests and return the list as it is shown afterwards."""
    rows = [guest.code for guest in guests]
    response = client.post(built.address(event, "act"), {"action": action, "row": rows, **sent}, follow=True)
    return response.content.decode()


def undo(client: Client, page: str) -> str:
    """Press the undo button of a page."""
    action = page.partition("data-ch-toast")[2].partition('action="')[2].partition('"')[0]
    assert action
    return client.post(action, follow=True).content.decode()


def values(event: Event, *names: str) -> list[Any]:
    return list(Participation.objects.filter(event=event).order_by("pk").values_list(*names))


@pytest.mark.parametrize(
    ("action", "column", "expected"),
    [
        ("capacity:press", "capacity", "press"),
        ("category:corps", "category__ref", "corps"),
        ("category:-", "category__ref", None),
        ("inviter:protocol", "invitation__inviter__ref", "protocol"),
        ("inviter:-", "invitation__inviter__ref", None),
    ],
)
def test_the_selected_guests_change_and_nobody_else(
    signed_in: Client, event: Event, action: str, column: str, expected: str | None
) -> None:
    before, other = built.category(event, "Before"), built.inviter(event, "Other")
    built.category(event, "Corps")
    built.inviter(event)
    one, two = (built.guest(event, name, category=before, by=other) for name in ("One", "Two"))
    built.guest(event, "Three", category=before, by=other)
    untouched = values(event, column)[2]

    page = act(signed_in, event, action, one, two)

    assert "2 guests are changed." in page
    assert values(event, column) == [(expected,), (expected,), untouched]
    assert GuestList.objects.get(event=event).revision == 1

    assert "The list is as it was before." in undo(signed_in, page)
    assert values(event, column) == [untouched] * 3
    assert GuestList.objects.get(event=event).revision > 1


def test_a_tag_is_put_on_and_taken_off(signed_in: Client, event: Event) -> None:
    tagged, plain = built.guest(event, "One", tags=["flowers"]), built.guest(event, "Two")

    page = act(signed_in, event, "tag", tagged, plain, tag="flowers")
    assert "1 guest is changed." in page

    act(signed_in, event, "untag", tagged, tag="flowers")
    assert [row.tags for row in Invitation.objects.order_by("pk")] == [[], ["flowers"]]


def test_a_guest_listed_without_a_party_gets_one_with_the_first_tag(signed_in: Client, event: Event) -> None:
    guest = make.participation(event, make.person(event.organiser))

    act(signed_in, event, "tag", guest, tag="front row")

    assert Invitation.objects.get(guest=guest).tags == ["front row"]


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        ("tag", "The tag is missing; write it beside the choice."),
        ("category:unknown", "This cannot be done with guests; choose what to do from the list."),
        ("capacity:host", "This cannot be done with guests; choose what to do from the list."),
        ("planned:perhaps", "This cannot be done with guests; choose what to do from the list."),
        ("", "This cannot be done with guests; choose what to do from the list."),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    signed_in: Client, event: Event, action: str, sentence: str
) -> None:
    guest = built.guest(event)

    page = act(signed_in, event, action, guest)

    assert sentence in page
    assert not AuditLine.objects.filter(kind="events.participation").exists()


def test_nobody_selected_is_said(signed_in: Client, event: Event) -> None:
    built.guest(event)

    assert "No guest is selected; tick at least one." in act(signed_in, event, "off")


def test_guests_taken_off_come_back_with_their_parties(signed_in: Client, event: Event) -> None:
    inviter = built.inviter(event)
    one = built.guest(event, "One", by=inviter, unnamed=2, tags=["flowers"], companions=("Friend", "Other"))
    two = built.guest(event, "Two", represents=one)
    before = values(event, "pk", "person__sort_name", "represents", "invitation__unnamed_companions")

    page = act(signed_in, event, "off", one, two)
    assert "2 guests are off the list." in page
    assert values(event, "pk") == []
    assert not Invitation.objects.exists()

    undo(signed_in, page)
    assert values(event, "pk", "person__sort_name", "represents", "invitation__unnamed_companions") == before
    assert [one.name for one in Companion.objects.order_by("position")] == ["Friend", "Other"]
    assert Invitation.objects.get(guest__person__sort_name="One").inviter == inviter


def test_somebody_represented_by_another_guest_cannot_leave(signed_in: Client, event: Event) -> None:
    minister = built.guest(event, "The Minister")
    built.guest(event, "Her Deputy", represents=minister)
    built.guest(event, "Somebody Else")

    page = act(signed_in, event, "off", minister)

    assert "The Minister is represented by Her Deputy; change whom Her Deputy represents first." in page
    assert len(values(event, "pk")) == 3


def test_who_contributes_to_the_programme_cannot_leave_and_nobody_else_does(
    signed_in: Client, event: Event
) -> None:
    speaker, other = built.guest(event, "The Speaker"), built.guest(event, "Other")
    make.item(event).contributions.create(participation=speaker)

    page = act(signed_in, event, "off", other, speaker)

    assert "The Speaker contributes to the programme; take the contribution out first." in page
    assert len(values(event, "pk")) == 2


def test_only_the_last_change_can_be_undone_by_its_button(signed_in: Client, event: Event) -> None:
    guest = built.guest(event)
    first = act(signed_in, event, "capacity:press", guest)
    act(signed_in, event, "capacity:guest-of-honour", guest)

    page = undo(signed_in, first)

    assert "This is not the last change any more; undo it on the page of the history." in page
    assert values(event, "capacity") == [("guest-of-honour",)]


def test_a_change_made_since_by_a_colleague_is_not_lost(
    people: People, signed_in: Client, event: Event
) -> None:
    guest = built.guest(event)
    page = act(signed_in, event, "capacity:press", guest)
    colleague = Client()
    colleague.force_login(people.colleague)
    act(colleague, event, "capacity:guest-of-honour", guest)

    after = undo(signed_in, page)

    assert "has been changed again since; undo the later change first." in after
    assert values(event, "capacity") == [("guest-of-honour",)]


def test_after_acting_the_list_stays_narrowed(signed_in: Client, event: Event) -> None:
    guest = built.guest(event)

    response = signed_in.post(
        built.address(event, "act"),
        {"action": "capacity:press", "row": guest.code, "asked": "sort=name&tag=x"},
    )

    assert response.headers["Location"] == f"{built.address(event)}?sort=name&tag=x"


def test_a_guest_of_another_event_is_never_touched(signed_in: Client, event: Event) -> None:
    other = make.event(event.organiser, "Another", ref="another")
    guest = built.guest(other, "Elsewhere")

    page = act(signed_in, event, "off", guest)

    assert "No guest is selected" in page
    assert Participation.objects.filter(pk=guest.pk).exists()
