"""The whole path on the pages: terms, a wave, the page before it leaves, the registers, the calls."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.base.models import AuditLine, Job
from chancery.events.models import Event, Participation
from chancery.guests.actions import links
from chancery.guests.models import (
    Approval,
    Dispatch,
    Invitation,
    NoteVerbale,
    Question,
    Reply,
    ReplyLink,
    Terms,
    Wave,
)
from tests import make
from tests.conftest import People
from tests.guests import built, waves_built


@pytest.fixture
def event(people: People) -> Event:
    return waves_built.planned_event(people.office)


def page(client: Client, event: Event, name: str, query: str = "", **route: str) -> str:
    response = client.get(built.address(event, name, **route) + query)
    assert response.status_code == 200
    return response.content.decode()


def post(client: Client, event: Event, name: str, sent: dict[str, Any], **route: str) -> str:
    response = client.post(built.address(event, name, **route), sent, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def shown_digest(words: str) -> str:
    return words.partition('name="shown" value="')[2].partition('"')[0]


def test_the_terms_are_proposed_and_saved(signed_in: Client, event: Event) -> None:
    assert "Terms of the invitation" in page(signed_in, event, "terms")

    sent = {
        "host_line-en": "The Ambassador",
        "strength": "honour",
        "reply_mark": "rsvp",
        "reply_by": "2027-02-10",
        "companions": "named",
        "most_companions": "1",
        "representatives": "allowed",
        "places": "120",
    }
    words = post(signed_in, event, "terms", sent)

    terms = Terms.objects.get()
    assert "The terms are saved." in words
    assert (terms.host_line, str(terms.reply_by), terms.places) == (
        {"en": "The Ambassador"},
        "2027-02-10",
        120,
    )


def test_a_day_to_reply_after_the_event_is_refused(signed_in: Client, event: Event) -> None:
    words = post(signed_in, event, "terms", {"reply_by": "2027-03-10", "host_line-en": "Host"})

    assert "The day to reply by is after the event; choose an earlier one." in words
    assert not Terms.objects.exists()


def test_a_question_waits_for_an_answer_that_is_given_before(signed_in: Client, event: Event) -> None:
    first = Question.objects.create(event=event, texts={"en": "Do you come by car?"})

    def sent(order: tuple[int, int]) -> dict[str, Any]:
        return {
            "questions-TOTAL_FORMS": "2",
            "questions-INITIAL_FORMS": "1",
            "questions-0-id": first.pk,
            "questions-0-texts-en": "Do you come by car?",
            "questions-0-answer": "yes-no",
            "questions-0-ORDER": order[0],
            "questions-1-texts-en": "Which number plate?",
            "questions-1-answer": "text",
            "questions-1-after": f"{first.code}:yes",
            "questions-1-ORDER": order[1],
        }

    refused = post(signed_in, event, "questions", sent((2, 1)))
    saved = post(signed_in, event, "questions", sent((1, 2)))

    second = Question.objects.get(only_if=first)
    assert "which is not asked before it; change the order." in refused
    assert "The questions are saved." in saved
    assert (second.only_if_answer, second.texts) == ("yes", {"en": "Which number plate?"})


def test_a_wave_takes_in_whom_its_kind_concerns(signed_in: Client, event: Event) -> None:
    waves_built.reachable(event, "Ada One")
    second = waves_built.reachable(event, "Bo Two")
    held = waves_built.reachable(event, "Cy Three")
    Invitation.objects.filter(guest=second).update(tier=2)
    Invitation.objects.filter(guest=held).update(is_held=True)

    words = post(signed_in, event, "new-wave", {"kind": "invitation", "whom-tier": "1"})

    assert "The wave is made, with 1 invitation." in words
    assert [str(one) for one in Wave.objects.get().invitations.all()] == ["One, Ada"]


def test_the_own_text_is_written_in_every_language_of_the_guests(signed_in: Client, event: Event) -> None:
    """What the page before asks for can be written: languages of the event and of single guests too."""
    Event.objects.filter(pk=event.pk).update(languages=["en", "fr"])
    guest = waves_built.reachable(event)
    Invitation.objects.filter(guest=guest).update(language="ar")

    offered = page(signed_in, event, "new-wave")
    sent = {"kind": "invitation", "own_text-fr": "Avec plaisir.", "own_text-ar": "بكل سرور."}
    post(signed_in, event, "new-wave", sent)

    assert 'name="own_text-en"' in offered
    assert Wave.objects.get().own_text == {"fr": "Avec plaisir.", "ar": "بكل سرور."}


def test_a_field_in_the_own_text_is_refused_and_stays_to_be_mended(signed_in: Client, event: Event) -> None:
    sent = {"kind": "invitation", "own_text-en": "Dear {nobody}"}

    words = post(signed_in, event, "new-wave", sent)

    assert "The own text takes no fields in braces" in words
    assert "Dear {nobody}" in words
    assert not Wave.objects.exists()


def test_selected_guests_are_put_into_waves_from_the_list(signed_in: Client, event: Event) -> None:
    guests = [waves_built.reachable(event, name) for name in ("Ada One", "Bo Two")]
    rows = [guest.code for guest in guests]
    wave = waves_built.wave(event)

    post(signed_in, event, "act", {"action": f"wave:{wave.code}", "row": rows[:1]})
    post(signed_in, event, "act", {"action": "wave:new", "row": rows})

    assert [each.invitations.count() for each in Wave.objects.order_by("number")] == [1, 2]


@pytest.mark.parametrize(
    ("action", "column", "value"),
    [
        ("tier:3", "tier", 3),
        ("hold:yes", "is_held", True),
        ("channel:hand", "channel", "hand"),
        ("language:ro", "language", "ro"),
        ("personal:yes", "is_personal", True),
    ],
)
def test_invitations_are_decided_for_many_at_once(
    signed_in: Client, event: Event, action: str, column: str, value: object
) -> None:
    one, _other = (waves_built.reachable(event, name) for name in ("Ada One", "Bo Two"))
    before = getattr(Invitation(), column)

    post(signed_in, event, "act", {"action": action, "row": one.code})

    assert list(Invitation.objects.order_by("pk").values_list(column, flat=True)) == [value, before]


def test_the_page_before_tells_everything_and_the_button_sends_it(signed_in: Client, event: Event) -> None:
    guests = [
        waves_built.reachable(event, "Ada One"),
        waves_built.on_paper(event, "Bo Two"),
        built.guest(event, "Nil Known", planned="listed"),
        waves_built.reachable(event, "Said Yes"),
    ]
    Participation.objects.filter(pk=guests[3].pk).update(planned="accepted")
    wave = waves_built.wave(event, *guests)

    words = page(signed_in, event, "before", wave=wave.code)
    after = post(signed_in, event, "send-wave", {"shown": shown_digest(words)}, wave=wave.code)
    again = post(signed_in, event, "send-wave", {"shown": shown_digest(words)}, wave=wave.code)

    assert "Send 2 messages" in words
    assert "e-mail 1" in words
    assert "post 1" in words
    assert "Neither an e-mail address nor a postal address nor a number is known" in words
    assert "has accepted already; a card to remind is what is due" in words
    assert "The longest name" in words
    assert "No day to reply by is given" in words
    assert "2 messages are on their way." in after
    assert "it is sent once" in again
    assert Job.objects.filter(kind="guests.wave.send").count() == 1


def test_without_the_approval_that_is_asked_for_nothing_leaves(
    signed_in: Client, event: Event, people: People
) -> None:
    Terms.objects.create(event=event, needs_approval=True)
    wave = waves_built.wave(event, waves_built.reachable(event, "Ada One"))
    head = Client()
    head.force_login(make.member(people.office, "head").user)

    stopped = page(signed_in, event, "before", wave=wave.code)
    post(signed_in, event, "ask-approval", {}, wave=wave.code)
    seen = page(head, event, "before", wave=wave.code)
    empty = post(head, event, "decide-wave", {"decision": "sent-back"}, wave=wave.code)
    given = post(
        head, event, "decide-wave", {"decision": "given", "shown": shown_digest(seen)}, wave=wave.code
    )
    ready = page(signed_in, event, "before", wave=wave.code)
    wave.invitations.add(waves_built.reachable(event, "Bo Two").invitation)
    changed = page(signed_in, event, "before", wave=wave.code)

    assert "has not approved this list and text yet" in stopped
    assert "Send 1 message" not in stopped
    assert "Ada One" in seen
    assert "Say in a remark what has to be changed" in empty
    assert "List and text are approved." in given
    assert Approval.objects.get().decided_by != Approval.objects.get().asked_by
    assert "Send 1 message" in ready
    assert "List or text have changed since they were asked for or approved" in changed
    assert "Send 2 messages" not in changed


def test_the_head_of_mission_finds_on_the_home_page_what_waits(event: Event, people: People) -> None:
    wave = waves_built.wave(event, waves_built.reachable(event), name="Missions", state="asked")
    Approval.objects.create(wave=wave, digest="x")
    head, officer = Client(), Client()
    head.force_login(make.member(people.office, "head").user)
    officer.force_login(people.colleague)

    address = f"/o/{people.office.ref}/"
    mine, others = (client.get(address, follow=True).content.decode() for client in (head, officer))

    before = built.address(event, "before", wave=wave.code)
    assert before in mine
    assert before not in others


def test_a_changed_day_is_noticed_and_offered(signed_in: Client, event: Event) -> None:
    guest = waves_built.reachable(event)
    wave = waves_built.wave(event, guest, state="sent", told={"day": "2027-02-25"})
    waves_built.dispatch(guest, wave=wave)

    words = page(signed_in, event, "invitations")
    form = page(signed_in, event, "new-wave", "?kind=change")

    assert "1 guest was told otherwise" in words
    assert '<option value="change" selected>' in form


def test_entries_of_the_register_are_made_for_many(signed_in: Client, event: Event) -> None:
    waiting: dict[str, Any] = {"state": "waiting", "gone_at": None}
    sent = [waves_built.dispatch(built.guest(event, name), **waiting) for name in ("Ada One", "Bo Two")]
    rows = [one.code for one in sent]

    post(signed_in, event, "enter", {"what": "gone", "row": rows, "remark": "courier"})
    post(signed_in, event, "enter", {"what": "received", "row": rows[:1], "remark": "signed by D. Pop"})
    words = post(signed_in, event, "enter", {"what": "returned", "row": rows[1:], "remark": "moved"})

    found = list(Dispatch.objects.order_by("pk").values_list("state", "remark"))
    assert found == [("delivered", "signed by D. Pop"), ("returned", "moved")]
    assert list(Invitation.objects.order_by("pk").values_list("standing", flat=True)) == ["silent", ""]
    assert "Entered for 1 message." in words


def test_a_message_goes_once_more_to_a_corrected_address(signed_in: Client, event: Event) -> None:
    guest = waves_built.reachable(event, email="wrong@example.org")
    wave = waves_built.wave(event, guest, state="sent")
    party = guest.invitation
    key = f"{party.code}:email:invitation:{wave.code}:0"
    first = waves_built.dispatch(guest, wave=wave, channel="email", address="wrong@example.org")
    Dispatch.objects.filter(pk=first.pk).update(key=key)

    words = post(signed_in, event, "dispatch", {"address": "right@example.org"}, dispatch=first.code)
    refused = post(signed_in, event, "dispatch", {"address": "nowhere"}, dispatch=first.code)

    second = Dispatch.objects.exclude(pk=first.pk).get()
    assert "The message goes to right@example.org." in words
    assert (second.key, second.address, second.message is not None) == (f"{key}:1", "right@example.org", True)
    assert "Enter a valid email address." in refused


@pytest.mark.parametrize("state", ["sending", "stopped", "sent"])
def test_a_wave_that_has_begun_is_looked_at_on_its_own_page(
    signed_in: Client, event: Event, state: str
) -> None:
    wave = waves_built.wave(event, waves_built.reachable(event), state=state)

    looked = signed_in.get(built.address(event, "before", wave=wave.code))
    words = post(signed_in, event, "stop-wave", {}, wave=wave.code)

    wave.refresh_from_db()
    assert looked.headers["Location"] == built.address(event, "wave", wave=wave.code)
    assert wave.state == ("stopped" if state == "sending" else state)
    assert ("there is nothing to stop" in words) == (state != "sending")


def test_the_link_of_a_message_is_withdrawn_after_a_question(
    signed_in: Client, event: Event, people: People
) -> None:
    sent = waves_built.dispatch(waves_built.reachable(event))
    link, token = links.issue(sent.invitation, sent, now=timezone.now())
    other = waves_built.dispatch(waves_built.reachable(event, "Bo Two"))
    open_one, _token = links.issue(other.invitation, other, now=timezone.now())
    foreign = waves_built.a_dispatch_with_a_link(make.organiser("third"))

    offered = page(signed_in, event, "dispatch", dispatch=sent.code)
    asked = page(signed_in, event, "withdraw-link", dispatch=sent.code)
    link.refresh_from_db()
    was_open = link.revoked_at is None
    words = post(signed_in, event, "withdraw-link", {}, dispatch=sent.code)
    beyond = signed_in.post(built.address(event, "withdraw-link", dispatch=foreign))

    link.refresh_from_db()
    open_one.refresh_from_db()
    assert was_open
    assert link.revoked_at is not None
    assert open_one.revoked_at is None
    assert "Withdraw it" in offered
    assert "Withdraw it" not in words
    assert "Withdraw the reply link of Ana Sample?" in asked
    assert token not in offered + asked + words
    assert beyond.status_code == 404
    assert not ReplyLink.objects.filter(dispatch__code=foreign).exclude(revoked_at=None).exists()
    assert AuditLine.objects.filter(code="guests.link.revoked", organiser_id=people.office.pk).count() == 1


def test_calls_are_shared_out_and_answers_recorded(signed_in: Client, event: Event, people: People) -> None:
    calls = [
        waves_built.dispatch(
            waves_built.on_the_telephone(event, name),
            channel="telephone",
            state="waiting",
            gone_at=None,
            address="+40 721 000 000",
        )
        for name in ("Ada One", "Bo Two", "Cy Three")
    ]
    other = make.member(people.office, "assistant")
    mine = people.office.memberships.get(user=people.owner)

    post(signed_in, event, "share-calls", {"callers": [mine.pk, other.pk]})
    round_page = page(signed_in, event, "calls")
    Dispatch.objects.update(caller=None)
    post(signed_in, event, "call", {"said": "accepted"}, dispatch=calls[0].code)
    sent = {"said": "regretted", f"{calls[1].code}-spoken_with": "Ms Pop"}
    post(signed_in, event, "call", sent, dispatch=calls[1].code)
    post(signed_in, event, "call", {"said": "not-reached"}, dispatch=calls[2].code)

    assert 'href="tel:+40721000000"' in round_page
    assert round_page.count('<li class="call') in (1, 2)
    said = list(Reply.objects.order_by("pk").values_list("standing", "speaker", "speaker_name"))
    assert said == [("accepted", "guest", ""), ("regretted", "assistant", "Ms Pop")]
    assert list(Dispatch.objects.order_by("pk").values_list("state", "remark")) == [
        ("gone", ""),
        ("gone", "Ms Pop"),
        ("waiting", "nobody answered"),
    ]


@pytest.mark.cases("R85")
def test_a_note_outside_events_takes_the_next_number_and_keeps_it(signed_in: Client, people: People) -> None:
    NoteVerbale.objects.create(
        organiser=people.office, year=2026, number=7, dated_on="2026-01-02", addressed_to="Embassy"
    )
    address = f"/o/{people.office.ref}/notes-verbales/"
    sent = {"dated_on": "2026-11-20", "addressed_to": "Ministry", "subject": "Agrément"}

    words = signed_in.post(address, sent, follow=True).content.decode()
    note = NoteVerbale.objects.get(number=8)
    moved = signed_in.post(f"{address}{note.code}/", sent | {"dated_on": "2027-01-02"}, follow=True)

    note.refresh_from_db()
    assert "The note has the number 8/2026." in words
    assert "belongs to 2026; choose a day of that year." in moved.content.decode()
    assert (note.number, note.dated_on.year) == (8, 2026)


@pytest.mark.parametrize("name", ["invitations", "register", "calls"])
def test_queries_of_the_pages_do_not_grow(signed_in: Client, event: Event, name: str) -> None:
    counts = []
    for number in (1, 3):
        for one in range(number):
            guest = waves_built.on_the_telephone(event, f"Ada {number} {one}")
            wave = waves_built.wave(event, guest)
            waves_built.dispatch(guest, wave=wave, channel="telephone", state="waiting", gone_at=None)
        page(signed_in, event, name)
        with CaptureQueriesContext(connection) as queries:
            page(signed_in, event, name)
        counts.append(len(queries))

    assert counts[1] <= counts[0]


@pytest.mark.parametrize("name", ["wave", "before"])
def test_queries_of_a_wave_do_not_grow_to_500_guests(signed_in: Client, event: Event, name: str) -> None:
    counts = []
    wave = waves_built.wave(event)
    for number in (1, 3, 500):
        built.many_guests(event, number)
        wave.invitations.set(Invitation.objects.filter(guest__event=event))
        page(signed_in, event, name, wave=wave.code)
        with CaptureQueriesContext(connection) as queries:
            page(signed_in, event, name, wave=wave.code)
        counts.append(len(queries))

    assert counts[0] >= counts[1] >= counts[2]


def test_a_wave_says_who_was_left_out_when_it_was_sent(signed_in: Client, event: Event) -> None:
    left = [{"guest": "x", "name": "Nil Known", "why": "No e-mail address is known."}]
    job = Job.objects.create(
        organiser_id=event.organiser_id,
        kind="guests.wave.send",
        state="done",
        outcome={"sent": 0, "left": left},
        ended_at=timezone.now(),
    )
    wave = waves_built.wave(event, state="sent", job=job, decided_at=datetime(2027, 1, 1, tzinfo=UTC))

    words = page(signed_in, event, "wave", wave=wave.code)

    assert "1 guest was left out" in words
    assert "Nil Known" in words
