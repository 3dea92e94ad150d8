"""Diet and access needs: sealed, with consent, read with a grant, wiped in time (R119-R121, R123)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chancery.accounts.models import Grant, Membership
from chancery.base.models import AuditLine
from chancery.custody.actions import sweeping
from chancery.events.models import Event
from chancery.guests.actions.replies import ReplyRefused
from chancery.guests.models import Reply, Standing, Terms
from tests import make
from tests.conftest import People
from tests.guests import built
from tests.guests.test_recording import answered


@pytest.fixture
def event(people: People) -> Event:
    made = make.event(people.office, held_on=timezone.localdate() + timedelta(days=30))
    Terms.objects.create(event=made, asks_diet=True, asks_access=True)
    return made


@pytest.fixture
def reader(people: People) -> Client:
    """A member who may read diets, and no access needs."""
    member = Membership.objects.get(user=people.owner)
    Grant.objects.create(membership=member, secret=Grant.Secret.DIET)
    client = Client()
    client.force_login(people.owner)
    return client


def needs(client: Client, event: Event, guest: str) -> str:
    return client.post(built.address(event, "needs", guest=guest), follow=True).content.decode()


def test_needs_are_sealed_and_stand_nowhere_else(event: Event) -> None:
    guest = built.guest(event)

    reply = answered(guest.invitation, Standing.ACCEPTED, diet="vegetarian", has_consented=True)

    assert "vegetarian" not in str(bytes(Reply.objects.get(pk=reply.pk).sealed_diet or b""))
    assert "vegetarian" not in str(list(AuditLine.objects.values_list("changes", "label")))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"diet": "vegan"}, "only with consent"),
        ({"access": "a ramp", "has_consented": False}, "only with consent"),
    ],
)
def test_needs_without_consent_are_refused(event: Event, fields: dict[str, object], words: str) -> None:
    guest = built.guest(event)

    with pytest.raises(ReplyRefused, match=words):
        answered(guest.invitation, Standing.ACCEPTED, **fields)

    assert not Reply.objects.exists()


def test_needs_that_are_not_asked_for_are_refused(event: Event) -> None:
    Terms.objects.filter(event=event).update(asks_diet=False)
    guest = built.guest(event)

    with pytest.raises(ReplyRefused, match="does not ask"):
        answered(guest.invitation, Standing.ACCEPTED, diet="vegan", has_consented=True)


def test_only_the_kind_that_was_granted_is_read_and_each_time_with_a_line(
    reader: Client, people: People, event: Event
) -> None:
    guest = built.guest(event)
    answered(guest.invitation, Standing.ACCEPTED, diet="vegan", access="a ramp", has_consented=True)

    page = needs(reader, event, guest.code)
    needs(reader, event, guest.code)

    assert "vegan" in page
    assert "a ramp" not in page
    lines = AuditLine.objects.filter(code="guests.needs.read")
    assert [(line.by, line.changes["read"]) for line in lines] == [(people.owner, ["", "diets"])] * 2


def test_without_a_grant_nothing_is_opened(signed_in: Client, event: Event) -> None:
    guest = built.guest(event)
    answered(guest.invitation, Standing.ACCEPTED, diet="vegan", has_consented=True)

    page = needs(signed_in, event, guest.code)

    assert "Diet and access needs are read only with a grant" in page
    assert "vegan" not in page
    assert not AuditLine.objects.filter(code="guests.needs.read").exists()


def test_the_newest_consent_says_what_is_needed(reader: Client, event: Event) -> None:
    guest = built.guest(event)
    answered(guest.invitation, Standing.ACCEPTED, diet="vegan", has_consented=True)
    answered(guest.invitation, Standing.ACCEPTED)
    assert "vegan" in needs(reader, event, guest.code)

    answered(guest.invitation, Standing.ACCEPTED, has_consented=True)

    assert "No needs were told." in needs(reader, event, guest.code)


def test_the_caterer_gets_counts_of_those_who_come_and_no_name(reader: Client, event: Event) -> None:
    for name, standing, diet in (
        ("One Guest", Standing.ACCEPTED, "Vegan, no nuts"),
        ("Two Guest", Standing.ACCEPTED, "vegan."),
        ("Three Guest", Standing.REGRETTED, "vegan"),
    ):
        answered(built.guest(event, name).invitation, standing, diet=diet, has_consented=True)

    page = reader.post(built.address(event, "needs-counted")).content.decode()

    table = " ".join(page.partition("<tbody>")[2].partition("</tbody>")[0].replace("\n", " ").split())
    assert "<bdi>Vegan</bdi></th><td>2</td>" in table
    assert "<bdi>no nuts</bdi></th><td>1</td>" in table
    assert "One Guest" not in page


def test_needs_are_wiped_after_the_event_and_the_replies_stay(event: Event) -> None:
    guest = built.guest(event)
    answered(guest.invitation, Standing.ACCEPTED, diet="vegan", access="a ramp", has_consented=True)
    assert event.held_on is not None
    over = timezone.now() + timedelta(days=30)

    early = sweeping.sweep(over + timedelta(days=12))
    due = sweeping.sweep(over + timedelta(days=15))
    again = sweeping.sweep(over + timedelta(days=15))

    reply = Reply.objects.get()
    assert [[line["count"] for each in made for line in each.lines] for made in (early, due, again)] == [
        [],
        [1, 2],
        [],
    ]
    assert (reply.sealed_diet, reply.sealed_access, reply.consented_at) == (None, None, None)
    assert reply.standing == Standing.ACCEPTED
    assert AuditLine.objects.get(code="guests.needs.wiped").changes == {"replies": [1, 0]}
