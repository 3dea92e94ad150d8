"""Replies: recorded once and for all, clear or for the office to decide (R83)."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.events.models import Event, Participation
from chancery.guests.actions import replies
from chancery.guests.actions.replies import Answer, ReplyRefused
from chancery.guests.models import Invitation, Reply, Standing, Terms
from tests import make
from tests.conftest import People
from tests.guests import built

NOW = datetime(2025, 2, 10, 12, tzinfo=UTC)


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2025, 2, 25))


@pytest.fixture
def invitation(event: Event) -> Invitation:
    return built.guest(event).invitation


def answered(invitation: Invitation, standing: str, **fields: Any) -> Reply:
    """Record an answer, by the guest on the page unless something else is named; an assistant telephones."""
    how = {
        name: fields.pop(name)
        for name in ("speaker", "speaker_name", "corrects", "revision")
        if name in fields
    }
    at = fields.pop("at", NOW)
    by = Actor(invitation.guest.event.organiser_id)
    answer = Answer(standing, **fields)
    channel = "telephone" if how.get("speaker") == "assistant" else "page"
    return replies.record(invitation, answer, channel=channel, given_at=at, by=by, now=at, **how)


def left_at(invitation: Invitation) -> tuple[str, int, str]:
    """Standing, people coming, and the plan of the guest."""
    row = Invitation.objects.select_related("guest").get(pk=invitation.pk)
    return row.standing, row.coming, row.guest.planned


@pytest.mark.parametrize(
    ("standing", "coming", "planned"),
    [
        (Standing.ACCEPTED, 1, Participation.Planned.ACCEPTED),
        (Standing.REGRETTED, 0, Participation.Planned.DECLINED),
        (Standing.UNDECIDED, 0, Participation.Planned.INVITED),
    ],
)
def test_an_answer_sets_where_the_invitation_stands(
    invitation: Invitation, standing: str, coming: int, planned: str
) -> None:
    reply = answered(invitation, standing)

    assert left_at(invitation) == (standing, coming, planned)
    assert Invitation.objects.get(pk=invitation.pk).reply == reply
    assert invitation.guest.event.guest_list.revision == 1
    line = AuditLine.objects.get(code="guests.reply.recorded")
    assert line.changes["reply"] == ["", reply.code]


def test_a_cancelled_event_takes_no_reply(event: Event, invitation: Invitation) -> None:
    Event.objects.filter(pk=event.pk).update(status=Event.Status.CANCELLED)

    with pytest.raises(ReplyRefused, match="cancelled"):
        answered(invitation, Standing.ACCEPTED)

    assert not Reply.objects.exists()


def test_companions_beyond_the_rule_are_refused(event: Event, invitation: Invitation) -> None:
    Terms.objects.create(event=event, companions=Terms.Companions.PARTNER)

    answered(invitation, Standing.ACCEPTED, companion_names=["Mara Sample"])
    with pytest.raises(ReplyRefused, match="1 companion at most"):
        answered(invitation, Standing.ACCEPTED, unnamed_companions=2)

    assert left_at(invitation) == (Standing.ACCEPTED, 2, Participation.Planned.ACCEPTED)
