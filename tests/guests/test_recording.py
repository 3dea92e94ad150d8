"""Replies: recorded once and for all, clear or for the office to decide (R83)."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from chancery.base import undo
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.events.models import Event, Participation
from chancery.guests.actions import listing, replies, settling
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
    assert line.changes["ref"] == ["", reply.ref]


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


def test_an_answer_is_late_from_the_end_of_its_day_on(event: Event, invitation: Invitation) -> None:
    Event.objects.filter(pk=event.pk).update(time_zone="Europe/Bucharest")
    Terms.objects.create(event=event, reply_by=date(2025, 2, 10))
    in_time = datetime(2025, 2, 10, 21, 59, tzinfo=UTC)  # 23:59 in Bucharest

    first = answered(invitation, Standing.UNDECIDED, at=in_time)
    second = answered(invitation, Standing.ACCEPTED, at=in_time + timedelta(minutes=1))

    assert (first.is_late, second.is_late) == (False, True)
    assert left_at(invitation)[0] == Standing.ACCEPTED


def test_another_day_asks_again_and_an_old_answer_waits(event: Event, invitation: Invitation) -> None:
    answered(invitation, Standing.ACCEPTED)

    settling.ask_again([invitation], by=Actor(event.organiser_id))
    asked_again = left_at(invitation)
    old = answered(invitation, Standing.ACCEPTED, revision=0, at=NOW + timedelta(hours=1))

    assert asked_again[:2] == (Standing.NOT_INVITED, 0)
    assert old.why_open == Reply.WhyOpen.OUT_OF_DATE
    assert left_at(invitation)[0] == Standing.NOT_INVITED
    replies.decide(old, is_taken=True, by=Actor(event.organiser_id), now=NOW + timedelta(hours=2))
    assert left_at(invitation)[0] == Standing.ACCEPTED


def test_a_decision_can_be_turned(event: Event, invitation: Invitation) -> None:
    by = Actor(event.organiser_id)
    reply = answered(invitation, Standing.ACCEPTED, speaker="other")
    for is_taken, expected in ((True, Standing.ACCEPTED), (False, Standing.NOT_INVITED)):
        replies.decide(reply, is_taken=is_taken, by=by, now=NOW)
        assert left_at(invitation)[0] == expected


def test_what_is_not_open_cannot_be_decided(event: Event, invitation: Invitation) -> None:
    reply = answered(invitation, Standing.ACCEPTED)

    with pytest.raises(ReplyRefused, match="nothing to decide"):
        replies.decide(reply, is_taken=False, by=Actor(event.organiser_id), now=NOW)


@pytest.mark.parametrize(
    ("at", "words"),
    [(datetime(2025, 2, 26, 12, tzinfo=UTC), "is over"), (datetime(2024, 1, 1, tzinfo=UTC), "")],
)
def test_after_the_event_no_reply_is_taken(invitation: Invitation, at: datetime, words: str) -> None:
    if not words:
        assert answered(invitation, Standing.ACCEPTED, at=at).pk
        return
    with pytest.raises(ReplyRefused, match=words):
        answered(invitation, Standing.ACCEPTED, at=at)


def test_whoever_was_invited_did_not_come_uninvited(invitation: Invitation) -> None:
    answered(invitation, Standing.REGRETTED)

    with pytest.raises(ReplyRefused, match="was invited"):
        answered(invitation, Standing.WALK_IN)


def test_an_entry_is_put_right_once(event: Event, invitation: Invitation) -> None:
    wrong = answered(invitation, Standing.ACCEPTED)
    by = Actor(event.organiser_id)
    back = replies.take_back(wrong, by=by, now=NOW)

    with pytest.raises(ReplyRefused, match="put right already"):
        replies.take_back(wrong, by=by, now=NOW)
    with pytest.raises(ReplyRefused, match="only takes another one back"):
        replies.take_back(back, by=by, now=NOW)


def test_whoever_answered_cannot_be_taken_off_the_list(event: Event, invitation: Invitation) -> None:
    answered(invitation, Standing.REGRETTED)

    with pytest.raises(listing.StillNeeded, match="stays on record; enter a regret instead"):
        listing.take_off([invitation.guest], by=Actor(event.organiser_id))

    assert Participation.objects.filter(pk=invitation.guest_id).exists()


def test_no_button_of_the_history_undoes_a_reply(event: Event, invitation: Invitation) -> None:
    answered(invitation, Standing.ACCEPTED)
    line = AuditLine.objects.get(code="guests.reply.recorded")

    with pytest.raises(undo.CannotUndo):
        undo.undo(line, by=Actor(event.organiser_id))

    assert left_at(invitation)[0] == Standing.ACCEPTED
