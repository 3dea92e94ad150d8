"""Representatives: new guests with their own rank, who come and go with the reply (R27-R30, R83)."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from chancery.directory.models import Person
from chancery.events import ordering
from chancery.events.models import Event, Participation
from chancery.guests.actions import replies, representatives
from chancery.guests.actions.replies import ReplyRefused
from chancery.guests.models import Invitation, Reply, Standing, Terms
from chancery.precedence import loader
from chancery.precedence.models import Ordering
from chancery.rules.precedence import deputies
from tests import make
from tests.conftest import People
from tests.guests import built
from tests.guests.test_recording import NOW, answered, left_at


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=(NOW + timedelta(days=15)).date())


def sends(invitation: Invitation, who: Person | str, **fields: Any) -> Reply:
    """A reply by which somebody comes for the guest."""
    named = {"representative": who} if isinstance(who, Person) else {"representative_name": who}
    return answered(invitation, Standing.REPRESENTED, **named, **fields)


def on_the_list(event: Event) -> list[tuple[str, str]]:
    guests = Participation.objects.filter(event=event).order_by("pk")
    return [(guest.name_printed, guest.planned) for guest in guests]


def test_one_from_the_directory_is_listed_at_once(event: Event) -> None:
    guest = built.guest(event, "The Minister")
    deputy = make.person(event.organiser, "The Deputy")

    reply = sends(guest.invitation, deputy, stands_in="statutory")

    assert on_the_list(event) == [("The Minister", "represented"), ("The Deputy", "accepted")]
    new = Participation.objects.get(person=deputy)
    assert (new.represents, new.represents_as, new.capacity) == (guest, "statutory", "guest")
    assert (new.invitation.brought_by, new.invitation.coming) == (reply, 1)
    assert left_at(guest.invitation) == (Standing.REPRESENTED, 0, "represented")


def test_a_change_of_mind_takes_the_representative_off_again(event: Event) -> None:
    guest = built.guest(event, "The Minister")
    sends(guest.invitation, make.person(event.organiser, "The Deputy"))

    answered(guest.invitation, Standing.ACCEPTED, at=NOW + timedelta(hours=1))

    assert on_the_list(event) == [("The Minister", "accepted")]


def test_another_representative_stands_for_the_first(event: Event) -> None:
    guest = built.guest(event, "The Minister")
    sends(guest.invitation, make.person(event.organiser, "First Deputy"))

    sends(guest.invitation, make.person(event.organiser, "Second Deputy"), at=NOW + timedelta(hours=1))

    assert on_the_list(event) == [("The Minister", "represented"), ("Second Deputy", "accepted")]


def test_whoever_was_a_guest_before_stays_one(event: Event) -> None:
    guest = built.guest(event, "The Minister")
    other = built.guest(event, "The Deputy", planned="invited")
    sends(guest.invitation, other.person)
    other.refresh_from_db()
    assert other.represents == guest

    answered(guest.invitation, Standing.REGRETTED, at=NOW + timedelta(hours=1))

    other.refresh_from_db()
    assert other.represents is None
    assert on_the_list(event) == [("The Minister", "declined"), ("The Deputy", "invited")]


def test_whom_the_office_made_a_representative_stays_one(event: Event) -> None:
    guest = built.guest(event, "The Minister")
    built.guest(event, "The Deputy", represents=guest)

    answered(guest.invitation, Standing.REGRETTED)

    assert Participation.objects.filter(represents=guest).exists()


def test_one_who_answered_on_their_own_stays_as_somebody_who_does_not_come(event: Event) -> None:
    guest = built.guest(event, "The Minister")
    deputy = make.person(event.organiser, "The Deputy")
    sends(guest.invitation, deputy)
    answered(Invitation.objects.get(guest__person=deputy), Standing.ACCEPTED)

    answered(guest.invitation, Standing.ACCEPTED, at=NOW + timedelta(hours=1))

    assert on_the_list(event) == [("The Minister", "accepted"), ("The Deputy", "declined")]


def test_a_personal_card_waits_for_the_consent_of_the_host(signed_in: Client, event: Event) -> None:
    guest = built.guest(event, "The Minister", planned="listed")
    Invitation.objects.filter(guest=guest).update(is_personal=True)
    reply = sends(guest.invitation, make.person(event.organiser, "The Deputy"))
    assert on_the_list(event) == [("The Minister", "listed")]

    replies.decide(reply, is_taken=True, by=make.actor(event.organiser), now=NOW)

    assert on_the_list(event) == [("The Minister", "represented"), ("The Deputy", "accepted")]


def test_where_nobody_may_be_represented_the_answer_is_refused(event: Event) -> None:
    Terms.objects.create(event=event, representatives=Terms.Representatives.NOT)
    guest = built.guest(event)

    with pytest.raises(ReplyRefused, match="cannot be represented"):
        sends(guest.invitation, "Somebody Else")


def test_nobody_represents_themselves(event: Event) -> None:
    guest = built.guest(event)

    with pytest.raises(ReplyRefused, match="Nobody represents themselves"):
        sends(guest.invitation, guest.person)

    assert not Reply.objects.exists()


def test_one_who_is_only_named_is_chosen_by_the_office(signed_in: Client, event: Event) -> None:
    guest = built.guest(event, "The Minister")
    reply = sends(guest.invitation, "Mihai Popescu", representative_office="State Secretary")
    assert left_at(guest.invitation) == (Standing.REPRESENTED, 1, "represented")
    stage = signed_in.get(built.address(event, "replies")).content.decode()
    assert "The representative is not on the list yet." in stage

    asked = built.address(event, "representative", reply=reply.code)
    page = signed_in.post(asked, {"new": "yes"}, follow=True).content.decode()

    assert "Mihai Popescu is on the list now." in page
    new = Participation.objects.get(represents=guest)
    assert new.capacity_printed == {"en": "State Secretary"}
    assert left_at(guest.invitation) == (Standing.REPRESENTED, 0, "represented")


def test_somebody_known_is_found_by_another_spelling(signed_in: Client, event: Event) -> None:
    known = make.person(event.organiser, "Mihail Popesco")
    guest = built.guest(event, "The Minister")
    reply = sends(guest.invitation, "Mihail Popescu")
    asked = built.address(event, "representative", reply=reply.code)

    signed_in.post(asked, {"known": known.code})

    assert Participation.objects.get(represents=guest).person == known


def test_to_choose_nobody_is_said(signed_in: Client, event: Event) -> None:
    reply = sends(built.guest(event).invitation, "Mihai Popescu")

    page = signed_in.post(built.address(event, "representative", reply=reply.code), {}).content.decode()

    assert "Nobody is chosen; choose somebody, or enter a new person." in page
    assert not Participation.objects.exclude(represents=None).exists()


def test_a_representative_taken_off_by_hand_asks_for_one_again(event: Event) -> None:
    guest = built.guest(event, "The Minister")
    deputy = make.person(event.organiser, "The Deputy")
    reply = sends(guest.invitation, "The Deputy")

    representatives.name(reply, deputy, by=make.actor(event.organiser))

    assert on_the_list(event)[1] == ("The Deputy", "accepted")


def ambassador(event: Event, name: str, since: str) -> Participation:
    """An ambassador on the list whose credentials are of a day."""
    person = make.person(event.organiser, name)
    post = make.post(make.body(event.organiser, f"Embassy of {name}", state="FR"), f"Ambassador {name}")
    make.tenure(person, post, steps={"credentials": since})
    return built.guest(event, person=person)


TOLD = {
    "australia": deputies.TAKES_RANK,
    "spain-madrid": deputies.KEEPS_RANK,
    "un-geneva": deputies.KEEPS_RANK,
    "diplomatic-corps": deputies.NOTHING_KNOWN,
}


@pytest.mark.parametrize("profile", loader.keys())
@pytest.mark.cases("R27", "R28", "R29", "R30")
def test_the_order_says_by_the_profile_whose_rank_a_representative_has(event: Event, profile: str) -> None:
    Ordering.objects.filter(pk=event.ordering_id).update(profile=profile)
    guest = ambassador(event, "First", "2018-01-01")
    ambassador(event, "Second", "2019-01-01")
    deputy = make.person(event.organiser, "The Deputy")

    sends(guest.invitation, deputy)

    order = ordering.order_of(Event.objects.get(pk=event.pk))
    entry = order.of(Participation.objects.get(person=deputy).ref)
    assert entry is not None
    told = [reason.template for reason in entry.reasons if reason.template.startswith("Stands in for")]
    assert len(told) == 1
    assert told == [TOLD.get(profile, told[0])]
    others = [each.place for each in order.entries if each.ref != entry.ref]
    assert all(entry.place is None or place is None or place <= entry.place for place in others)
