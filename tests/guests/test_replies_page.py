"""The stage of replies and the replies of one guest, as the office sees and enters them (R83)."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.events.models import Event, Participation
from chancery.guests.models import Invitation, Reply, Standing, Terms
from tests import make
from tests.conftest import People
from tests.guests import built
from tests.guests.test_recording import answered, left_at

WHEN = datetime(2025, 2, 10, 12, tzinfo=UTC)


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=timezone.localdate() + timedelta(days=30))


def shown(client: Client, event: Event, query: str = "") -> str:
    response = client.get(f"{built.address(event, 'replies')}{query}")
    assert response.status_code == 200
    return response.content.decode()


def post(client: Client, event: Event, page: str, sent: dict[str, Any], **arguments: str) -> str:
    response = client.post(built.address(event, page, **arguments), sent, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def said(standing: str, **fields: Any) -> dict[str, Any]:
    """A form as the office fills it."""
    return {"standing": standing, "channel": "telephone", "speaker": "guest"} | fields


def test_the_stage_tells_how_the_answers_stand(signed_in: Client, event: Event) -> None:
    one, two, three = (built.guest(event, name) for name in ("One Guest", "Two Guest", "Three Guest"))
    answered(one.invitation, Standing.ACCEPTED, unnamed_companions=0)
    answered(two.invitation, Standing.REGRETTED)
    Invitation.objects.filter(guest=three).update(standing=Standing.SILENT)

    page = shown(signed_in, event)

    assert '<p class="lead">1 yes, 1 no, 1 silent</p>' in page
    assert re.search(r"<dt>People coming</dt><dd>1</dd>", page)
    assert re.search(r"<dt>Asked, not clear yet</dt><dd>1</dd>", page)
    assert page.count('class="person-name"') == 3


def test_the_stage_is_narrowed_by_the_reply(signed_in: Client, event: Event) -> None:
    answered(built.guest(event, "Says Yes").invitation, Standing.ACCEPTED)
    built.guest(event, "Says Nothing")

    page = shown(signed_in, event, "?reply=accepted")

    assert re.findall(r'class="person-name"[^>]*><bdi>([^<]*)<', page) == ["Says Yes"]
    assert re.findall(r'class="person-name"[^>]*><bdi>([^<]*)<', shown(signed_in, event, "?reply=none")) == [
        "Says Nothing"
    ]


def test_the_newest_replies_are_listed_and_all_counted(signed_in: Client, event: Event) -> None:
    for number in range(13):
        answered(built.guest(event, f"Guest {number:02}").invitation, Standing.ACCEPTED, unnamed_companions=0)
    Reply.objects.update(entered_at=timezone.now())

    page = shown(signed_in, event)

    came_in = page.split('id="came-in"')[1].split("</section>")[0]
    assert re.findall(r"Guest \d\d", came_in) == [f"Guest {number:02}" for number in range(12, 0, -1)]
    assert "13 replies in all." in came_in


def test_staff_enter_a_reply_with_who_when_and_how(signed_in: Client, people: People, event: Event) -> None:
    Terms.objects.create(event=event, companions=Terms.Companions.NUMBER, most_companions=3)
    guest = built.guest(event)

    page = post(
        signed_in,
        event,
        "enter-reply",
        said(
            "accepted",
            speaker="assistant",
            speaker_name="Mara Office",
            given_at="2025-02-10T09:30",
            companion_names="Ion Sample\nMia Sample",
            unnamed_companions="1",
            message="We look forward to it.",
        ),
        guest=guest.code,
    )

    reply = Reply.objects.get()
    assert (reply.channel, reply.speaker, reply.speaker_name) == ("telephone", "assistant", "Mara Office")
    assert reply.given_at == datetime(2025, 2, 10, 7, 30, tzinfo=UTC)
    assert reply.entered_by == people.owner
    assert reply.companion_names == ["Ion Sample", "Mia Sample"]
    assert left_at(guest.invitation) == (Standing.ACCEPTED, 4, Participation.Planned.ACCEPTED)
    assert "an assistant: Mara Office" in page
    assert "We look forward to it." in page
    assert "With Ion Sample, Mia Sample." in page


def test_a_reply_beyond_the_rule_keeps_what_was_written(signed_in: Client, event: Event) -> None:
    guest = built.guest(event)

    page = post(signed_in, event, "enter-reply", said("accepted", unnamed_companions="2"), guest=guest.code)

    assert "The invitation is for the guest alone; nobody else can be brought." in page
    assert 'name="unnamed_companions" value="2"' in page
    assert not Reply.objects.exists()


def test_a_wrong_entry_is_taken_back_by_a_further_one(signed_in: Client, event: Event) -> None:
    guest = built.guest(event)
    answered(guest.invitation, Standing.REGRETTED)
    page = post(signed_in, event, "enter-reply", said("accepted"), guest=guest.code)
    action = page.partition("data-ch-toast")[2].partition('action="')[2].partition('"')[0]

    after = signed_in.post(action, follow=True).content.decode()

    assert left_at(guest.invitation)[0] == Standing.REGRETTED
    assert [reply.standing for reply in Reply.objects.order_by("pk")] == ["regretted", "accepted", "silent"]
    assert "Taken back; it no longer counts." in after
    assert "entry taken back" in after


def test_a_wrong_entry_is_put_right_and_never_counts_as_an_acceptance(
    signed_in: Client, event: Event
) -> None:
    guest = built.guest(event)
    wrong = answered(guest.invitation, Standing.ACCEPTED)

    post(signed_in, event, "correct-reply", said("regretted"), reply=wrong.code)

    assert left_at(guest.invitation) == (Standing.REGRETTED, 0, Participation.Planned.DECLINED)
    assert Reply.objects.get(corrects=wrong).standing == Standing.REGRETTED


def test_several_guests_get_the_same_reply_or_none(signed_in: Client, event: Event) -> None:
    guests = [built.guest(event, name) for name in ("One", "Two")]
    rows = {"row": [guest.code for guest in guests]}

    form = post(signed_in, event, "enter-replies", rows)
    page = post(signed_in, event, "enter-replies", rows | said("regretted"))

    assert "For 2 guests:" in form
    assert "The replies of 2 guests are recorded." in page
    assert {left_at(guest.invitation)[0] for guest in guests} == {Standing.REGRETTED}


@pytest.mark.parametrize(("decision", "expected"), [("taken", "withdrawn"), ("refused", "accepted")])
def test_an_assistant_against_the_principal_is_decided_by_a_person(
    signed_in: Client, people: People, event: Event, decision: str, expected: str
) -> None:
    guest = built.guest(event, "The Minister")
    answered(guest.invitation, Standing.ACCEPTED)
    new = answered(guest.invitation, Standing.REGRETTED, speaker="assistant", at=WHEN + timedelta(hours=1))
    page = shown(signed_in, event)
    assert "Says otherwise than an earlier answer, and somebody else says it." in page
    assert "Counts until now" in page

    post(signed_in, event, "decide-reply", {"decision": decision}, reply=new.code)

    assert left_at(guest.invitation)[0] == expected
    decided = Reply.objects.get(pk=new.pk)
    assert (decided.decision, decided.decided_by) == (decision, people.owner)
    assert "To decide" not in shown(signed_in, event)


def test_the_guest_in_person_settles_what_was_open(signed_in: Client, event: Event) -> None:
    guest = built.guest(event)
    answered(guest.invitation, Standing.ACCEPTED)
    answered(guest.invitation, Standing.REGRETTED, speaker="assistant", at=WHEN + timedelta(hours=1))

    answered(guest.invitation, Standing.ACCEPTED, at=WHEN + timedelta(hours=2))

    assert left_at(guest.invitation)[0] == Standing.ACCEPTED
    assert "To decide" not in shown(signed_in, event)


def test_a_walk_in_goes_on_the_list(signed_in: Client, event: Event) -> None:
    page = post(signed_in, event, "walk-in", {"who": "", "who_text": "Zoe Door", "companions": "1"})

    guest = Participation.objects.get(event=event)
    assert "Zoe Door is on the list as a guest who came uninvited." in page
    assert left_at(guest.invitation) == (Standing.WALK_IN, 2, Participation.Planned.NONE)


def test_whoever_only_reads_enters_nothing(people: People, event: Event) -> None:
    guest = built.guest(event)
    answered(guest.invitation, Standing.ACCEPTED)
    client = Client()
    client.force_login(make.member(people.office, "head").user)

    page = client.get(built.address(event, "guest-replies", guest=guest.code)).content.decode()

    assert "Replies in order" in page
    assert "Enter a reply" not in page
    assert "Take the entry back" not in page


def queries_of(client: Client, event: Event) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        shown(client, event)
    return len(captured)


def test_queries_do_not_grow_with_guests_and_replies(signed_in: Client, event: Event) -> None:
    built.many_guests(event, 1)
    for invitation in Invitation.objects.all():
        answered(invitation, Standing.ACCEPTED, message="Thank you.")
    shown(signed_in, event)
    few = queries_of(signed_in, event)
    built.many_guests(event, 12)
    for invitation in Invitation.objects.filter(reply=None):
        answered(invitation, Standing.ACCEPTED, message="Thank you.")
        answered(invitation, Standing.REGRETTED, speaker="assistant", at=WHEN + timedelta(hours=1))

    assert queries_of(signed_in, event) == few
