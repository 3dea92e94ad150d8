"""The parties that are shown before anything leaves: those that are hardest to write to."""

from typing import Any

import pytest

from chancery.directory.models import PersonName
from chancery.events.models import Event, Participation
from chancery.guests.documents import previews
from chancery.guests.models import Form, Invitation, Kind
from chancery.guests.queries.reaching import reach_of
from tests import make
from tests.guests import built
from tests.guests.test_writing_messages import NOW, event, writer

pytestmark = pytest.mark.django_db

__all__ = ["event"]


def reaches(event: Event) -> Any:
    """How everybody on the list is reached."""
    return reach_of(event, list(Invitation.objects.filter(guest__event=event).order_by("pk")))


def with_email(event: Event, name: str) -> Participation:
    """A guest who reads e-mails."""
    guest = built.guest(event, name)
    assert guest.person
    guest.person.contact_points.create(kind="email", value="guest@example.org")
    return guest


def test_the_hardest_are_chosen_each_once(event: Event) -> None:
    with_email(event, "Jo Short")
    with_email(event, "Maximiliana Longest-Name von Sampleland")
    arabic = with_email(event, "Layla Sample")
    PersonName.objects.filter(person=arabic.person).update(printed="ليلى")
    built.guest(event, "No Mail")
    office = make.post(make.body(event.organiser, "Embassy of Elsewhere"), "Ambassador of Elsewhere")
    vacant = Participation.objects.create(event=event, office=office)
    Invitation.objects.create(guest=vacant)
    couple = with_email(event, "Two People")
    Invitation.objects.get(guest=couple).companions.create(name="Their Partner")

    found = [(str(one.why), str(one.reach.invitation)) for one in previews.examples_of(event, reaches(event))]

    assert [why for why, _who in found] == [
        "The longest name",
        "Right to left",
        "Without e-mail",
        "Two together",
        "An office without a known holder",
    ]
    assert len({who for _why, who in found}) == 5


def test_no_party_gives_no_example_and_one_that_is_all_is_shown_once(event: Event) -> None:
    assert previews.examples_of(event, []) == []
    built.guest(event, "No Mail")

    assert [str(one.why) for one in previews.examples_of(event, reaches(event))] == ["The longest name"]


@pytest.mark.parametrize("number", [1, 3, 500])
def test_as_many_queries_for_many_as_for_one(
    event: Event, number: int, django_assert_num_queries: Any
) -> None:
    built.many_guests(event, number)
    listed = reaches(event)

    with django_assert_num_queries(3):
        previews.examples_of(event, listed)


def test_a_preview_is_written_or_says_why_not(event: Event) -> None:
    built.guest(event)
    (reach,) = reaches(event)
    ours = writer(event, Kind.INVITATION)

    assert previews.preview(ours, reach, Form.EMAIL).written is not None
    event.titles = {}
    refused = previews.preview(writer(event, Kind.INVITATION), reach, Form.EMAIL)
    assert refused.written is None
    assert refused.failure.startswith("The title of the event is not written in English")


@pytest.mark.parametrize("form", [Form.CARD, Form.LETTER, Form.NOTE])
def test_what_is_printed_can_be_pictured(event: Event, form: Form) -> None:
    body = make.body(event.organiser, "Embassy of Elsewhere")
    person = make.person(event.organiser, "Ana Sample")
    make.tenure(person, make.post(body))
    built.guest(event, person=person)
    (reach,) = reaches(event)

    written = previews.preview(writer(event), reach, form).written

    assert written is not None
    pages = previews.pictures(event, written, now=NOW)
    assert [page[:4] for page in pages] == [b"\x89PNG"]
