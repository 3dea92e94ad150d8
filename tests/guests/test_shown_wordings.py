"""Wordings that a ministry gives down to its posts, taken over with the source kept in view."""

import pytest
from django.test import Client

from chancery.guests.actions import wordings
from chancery.guests.models import Form, Kind, Template
from tests import make
from tests.conftest import People


@pytest.fixture
def source(people: People) -> Template:
    """A wording of the ministry above the mission, shown to all posts."""
    people.office.parent = make.organiser("ministry")
    people.office.save()
    return Template.objects.create(
        organiser=people.office.parent,
        form=Form.EMAIL,
        kind=Kind.INVITATION,
        name="Of the ministry",
        bodies={"en": "Please come."},
        visibility="tree",
    )


def test_a_post_takes_over_what_it_is_shown_and_sees_what_changed(
    signed_in: Client, source: Template, people: People
) -> None:
    listed = signed_in.get("/o/mission/wordings/").content.decode()
    for _ in range(2):
        signed_in.post(f"/o/mission/wordings/shown/{source.code}/take/")
    own = Template.objects.get(organiser=people.office)
    source.bodies = {"en": "Please come early."}
    source.save()

    beside = signed_in.get(f"/o/mission/wordings/own/{own.code}/taken/").content.decode()
    after = signed_in.get("/o/mission/wordings/").content.decode()
    signed_in.post(f"/o/mission/wordings/own/{own.code}/newer/")

    assert "Of the ministry" in listed
    assert "<ins>come early.</ins>" in beside
    assert "changed since" in after
    assert "shown by" not in after
    own.refresh_from_db()
    assert (own.bodies, own.is_behind) == ({"en": "Please come early."}, False)


def test_a_post_keeps_its_own_wording(signed_in: Client, source: Template, people: People) -> None:
    own = wordings.take_wording(source, organiser=people.office, by=make.actor(people.office))
    source.bodies = {"en": "Otherwise."}
    source.save()

    signed_in.post(f"/o/mission/wordings/own/{own.code}/keep/")

    own.refresh_from_db()
    assert (own.bodies, own.is_behind) == ({"en": "Please come."}, False)


def test_what_is_not_shown_is_not_found_and_what_was_taken_over_stays(
    signed_in: Client, source: Template, people: People
) -> None:
    by = make.actor(source.organiser)
    own = wordings.take_wording(source, organiser=people.office, by=by)
    with pytest.raises(wordings.WordingInUse, match="was taken over by other offices"):
        wordings.delete_wording(source, by=by)
    source.visibility = "own"
    source.save()

    assert signed_in.post(f"/o/mission/wordings/shown/{source.code}/take/").status_code == 404
    assert "shown by" not in signed_in.get("/o/mission/wordings/").content.decode()
    assert Template.objects.filter(pk=own.pk).exists()


def test_an_office_shows_its_wording_to_all_posts_and_no_longer(signed_in: Client, people: People) -> None:
    own = wordings.copy_shipped(people.office, Form.EMAIL, Kind.INVITATION, by=make.actor(people.office))

    signed_in.post(f"/o/mission/wordings/own/{own.code}/show/")
    assert Template.objects.get().visibility == "tree"
    signed_in.post(f"/o/mission/wordings/own/{own.code}/show/", {"hide": "yes"})

    assert Template.objects.get().visibility == "own"
