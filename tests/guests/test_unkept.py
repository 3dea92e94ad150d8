"""What a need-to-know grant opens, and what an office takes along as a file, lies in no cache."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chancery.accounts.models import Grant, Membership
from chancery.events.models import Event
from chancery.guests.models import Standing, Terms
from tests import make
from tests.access import close_file
from tests.conftest import People
from tests.guests import built
from tests.guests.test_recording import answered

NO_STORE, ASKED_AGAIN = "private, no-store", "private, no-cache"


@pytest.fixture
def event(people: People) -> Event:
    made = make.event(people.office, held_on=timezone.localdate() + timedelta(days=30))
    Terms.objects.create(event=made, asks_diet=True, asks_access=True)
    return made


@pytest.mark.parametrize("name", ["needs", "needs-counted"])
@pytest.mark.parametrize("secret", [Grant.Secret.DIET, Grant.Secret.ACCESS])
def test_what_a_grant_opens_is_not_kept(
    signed_in: Client, people: People, event: Event, name: str, secret: Grant.Secret
) -> None:
    guest = built.guest(event)
    answered(guest.invitation, Standing.ACCEPTED, diet="vegan", access="a ramp", has_consented=True)
    address = built.address(event, name, **({"guest": guest.code} if name == "needs" else {}))
    closed = signed_in.post(address)
    Grant.objects.create(membership=Membership.objects.get(user=people.owner), secret=secret)

    opened = signed_in.post(address)

    assert closed.headers["Cache-Control"] == ASKED_AGAIN
    assert opened.headers["Cache-Control"] == NO_STORE
    assert opened.status_code == 200


def test_the_export_of_a_subject_is_not_kept(signed_in: Client, people: People) -> None:
    who = make.person(people.office, "Elena Marin")

    response = signed_in.post(f"/o/mission/people/{who.code}/privacy/export/")

    assert response.headers["Cache-Control"] == NO_STORE
    close_file(response)


def test_a_list_taken_along_is_not_kept_and_pages_are_asked_for_again(
    signed_in: Client, people: People, event: Event
) -> None:
    file = signed_in.get("/o/mission/people/export.csv")

    assert "attachment" in file.headers["Content-Disposition"]
    assert file.headers["Cache-Control"] == NO_STORE
    assert signed_in.get(built.address(event, "guests")).headers["Cache-Control"] == ASKED_AGAIN
