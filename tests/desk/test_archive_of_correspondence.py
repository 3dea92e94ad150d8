"""What was sent and what came back travels with the event, and stays as it was recorded."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.base.models import OutboxMessage
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.events.models import Event
from chancery.guests.actions import sending
from chancery.guests.models import (
    Approval,
    Channel,
    Dispatch,
    Invitation,
    Kind,
    ListVersion,
    NoteVerbale,
    Question,
    Reply,
    ReplyLink,
    Template,
    Terms,
    Wave,
)
from tests import make

SENT = datetime(2027, 1, 20, 9, 30, 15, 123456, tzinfo=UTC)
ANSWERED = datetime(2027, 1, 22, 18, 5, tzinfo=UTC)
FILE = "correspondence.toml"


@pytest.fixture
def event(db: Any) -> Event:
    """An evening whose two guests were invited, one of them by a note, and answered."""
    office = make.organiser("post")
    made = make.event(office, ref="evening")
    Terms.objects.create(event=made, host_line={"en": "The Ambassador"}, places=80, silence_hours=24)
    return made


def invited(event: Event, name: str, **fields: Any) -> Invitation:
    ref = name.lower().replace(" ", "-")
    who = make.participation(event, make.person(event.organiser, name, ref=ref), ref=ref, planned="invited")
    return Invitation.objects.create(guest=who, **fields)


def wave_of(event: Event, *invitations: Invitation) -> Wave:
    template = Template.objects.create(
        organiser=event.organiser, ref="ours", form="email", kind="invitation", name="Ours"
    )
    wave = Wave.objects.create(event=event, ref="first", number=1, state="sent", decided_at=SENT)
    wave.templates.add(template)
    wave.invitations.add(*invitations)
    Approval.objects.create(
        wave=wave, digest="d" * 64, asked_at=SENT, asked_by=make.user(), decision="given", decided_at=SENT
    )
    return wave


def dispatch(invitation: Invitation, ref: str, **fields: Any) -> Dispatch:
    values: dict[str, Any] = {
        "kind": Kind.INVITATION,
        "channel": Channel.EMAIL,
        "language": "en",
        "recipient": str(invitation),
        "state": Dispatch.State.GONE,
        "made_at": SENT,
        "gone_at": SENT,
    }
    return Dispatch.objects.create(invitation=invitation, ref=ref, key=f"key-{ref}", **values | fields)


def told(event: Event) -> tuple[Invitation, Invitation]:
    """Fill the event with everything that travels; return its two invitations."""
    ana = invited(event, "Ana Sample", tier=2, channel="email", language="ro", standing="accepted", coming=2)
    bo = invited(event, "Bo Sample", is_held=True, is_personal=True, revision=3)
    wave = wave_of(event, ana, bo)
    note = NoteVerbale.objects.create(
        organiser=event.organiser,
        ref="note-12",
        year=2027,
        number=12,
        dated_on=date(2027, 1, 20),
        addressed_to="Embassy of Sampleland",
        subject="Reception",
    )
    dispatch(
        ana,
        "to-ana",
        wave=wave,
        text="Dear Ana,\r\nplease come.\r\n",
        html="<p>Dear Ana</p>",
        address="a@b.c",
    )
    dispatch(bo, "to-bo", wave=wave, channel="note", note=note, printed={"number": "12", "paragraphs": ["x"]})
    meal = Question.objects.create(
        event=event,
        ref="meal",
        texts={"en": "What will you eat?"},
        answer="choice",
        options=[{"ref": "fish", "texts": {"en": "Fish", "ro": "Pește"}}],
    )
    Question.objects.create(
        event=event, ref="why", only_if=meal, only_if_answer="fish", answer="text", position=1
    )
    answered(ana, "yes", answers={"meal": "fish"}, companion_names=["Kim Sample"], message="Gladly.\nAna")
    return ana, bo


def answered(invitation: Invitation, ref: str, **fields: Any) -> Reply:
    values = {"standing": "accepted", "channel": "page", "given_at": ANSWERED, "entered_at": ANSWERED}
    return Reply.objects.create(invitation=invitation, ref=ref, **values | fields)


def texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def loaded(folder: Path, office: Organiser) -> tuple[int, int]:
    result = load_event(folder, organiser=office, by=Actor(office.pk))
    return result.created, result.changed


def test_everything_of_the_correspondence_comes_out_as_it_went_in(event: Event, tmp_path: Path) -> None:
    told(event)
    write_event(event, tmp_path / "one")
    Organiser.objects.update(ref="moved-away")

    empty = office_for(tmp_path / "one")
    again = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk)).event
    write_event(again, tmp_path / "two")

    assert texts(tmp_path / "two") == texts(tmp_path / "one")
    assert again.terms.places == 80
    assert sorted(again.waves.get().invitations.values_list("guest__ref", flat=True)) == [
        "ana-sample",
        "bo-sample",
    ]
    assert again.waves.get().approvals.get().decision == "given"
    assert Question.objects.get(event=again, ref="why").only_if == Question.objects.get(
        event=again, ref="meal"
    )
    sent = Dispatch.objects.get(invitation__guest__event=again, ref="to-ana")
    assert (sent.gone_at, sent.text, sent.wave) == (SENT, "Dear Ana,\nplease come.\n", again.waves.get())


def test_loading_an_export_where_it_came_from_changes_nothing(event: Event, tmp_path: Path) -> None:
    ana, _bo = told(event)
    write_event(event, tmp_path)

    assert loaded(tmp_path, event.organiser) == (0, 0)
    ana.refresh_from_db()
    assert ana.dispatches.get().text == "Dear Ana,\r\nplease come.\r\n"


def test_an_invitation_stays_the_row_that_messages_rest_on(event: Event, tmp_path: Path) -> None:
    """A changed party is changed in place, although rows inside a row are replaced."""
    ana, _bo = told(event)
    write_event(event, tmp_path)
    guests = tmp_path / "guests.toml"
    guests.write_text(guests.read_text().replace("coming = 2", "coming = 1"))

    assert loaded(tmp_path, event.organiser) == (0, 1)

    stored = Invitation.objects.get(guest__ref="ana-sample")
    assert (stored.pk, stored.code, stored.coming) == (ana.pk, ana.code, 1)


def test_an_invitation_that_messages_rest_on_is_not_left_out(event: Event, tmp_path: Path) -> None:
    told(event)
    write_event(event, tmp_path)
    guests = tmp_path / "guests.toml"
    party = r"invitation = \[\n.*?\n\]\n"
    guests.write_text(re.sub(party, "", guests.read_text(), flags=re.DOTALL))

    with pytest.raises(UnreadableFolder) as refused:
        loaded(tmp_path, event.organiser)

    assert str(refused.value) == (
        "guests.toml, participation 1 (ana-sample), field “invitation”: messages or replies rest on what the "
        "folder leaves out; put it back."
    )


STAYS = "and stays so; take the change out of the folder."
RECORDED = {
    'message = """\nGladly.\nAna"""': (
        'message = "No."',
        f"{FILE}, reply 1 (yes), field “message”: it is on record as “Gladly.\nAna” {STAYS}",
    ),
    'html = "<p>Dear Ana</p>"': (
        'html = "<p>No</p>"',
        f"{FILE}, dispatch 1 (to-ana), field “html”: it is on record as “<p>Dear Ana</p>” {STAYS}",
    ),
    "number = 12": (
        "number = 13",
        f"{FILE}, note 1 (note-12), field “number”: it is on record as “12” {STAYS}",
    ),
}


@pytest.mark.parametrize("written", RECORDED, ids=str)
def test_what_is_on_record_is_not_rewritten_by_a_load(event: Event, tmp_path: Path, written: str) -> None:
    told(event)
    write_event(event, tmp_path)
    changed, sentence = RECORDED[written]
    text = (tmp_path / FILE).read_text()
    assert written in text
    (tmp_path / FILE).write_text(text.replace(written, changed))

    with pytest.raises(UnreadableFolder) as refused:
        loaded(tmp_path, event.organiser)

    assert str(refused.value) == sentence


def test_what_became_of_a_message_may_be_told_later(event: Event, tmp_path: Path) -> None:
    told(event)
    write_event(event, tmp_path)
    text = (tmp_path / FILE).read_text()
    (tmp_path / FILE).write_text(text.replace('state = "gone"', 'state = "returned"'))

    assert loaded(tmp_path, event.organiser) == (0, 2)


def test_secrets_links_versions_and_unsent_mail_stay_in_the_house(event: Event, tmp_path: Path) -> None:
    ana, _bo = told(event)
    sealed = {"consented_at": ANSWERED, "sealed_diet": b"sealed-diet", "sealed_access": b"sealed-access"}
    answered(ana, "later", **sealed)
    ReplyLink.objects.create(invitation=ana, digest="digest-of-a-token")
    ListVersion.objects.create(event=event, number=1, recipient="Guard", delete_on=date(2027, 5, 1))
    dispatch(ana, "unsent", state=Dispatch.State.WAITING, gone_at=None)
    queued = OutboxMessage.objects.create(
        key="q",
        kind="guests.dispatch",
        object_id=1,
        recipient="a@b.c",
        domain="b.c",
        message_id="q",
        sealed=b"",
    )
    dispatch(ana, "queued", message=queued)
    dispatch(ana, "on-the-desk", channel="hand", state=Dispatch.State.WAITING, gone_at=None)

    write_event(event, tmp_path)

    text = (tmp_path / FILE).read_text()
    for kept in ("sealed", "consent", "digest-of-a-token", "Guard", "unsent", "queued", "key-to-ana"):
        assert kept not in text, kept
    assert "on-the-desk" in text
    assert "later" in text


def test_a_moment_of_the_record_has_to_be_written(event: Event, tmp_path: Path) -> None:
    """The moment of loading is none of the record: it would change with every load."""
    told(event)
    write_event(event, tmp_path)
    text = (tmp_path / FILE).read_text()
    (tmp_path / FILE).write_text(text.replace("entered_at", "# entered_at"))

    with pytest.raises(UnreadableFolder) as refused:
        loaded(tmp_path, event.organiser)

    assert str(refused.value) == "correspondence.toml, reply 1 (yes) has no field “entered_at”; add it."


def test_replies_come_out_in_the_order_in_which_they_were_entered(event: Event, tmp_path: Path) -> None:
    ana, _bo = told(event)
    answered(ana, "a-later-one", standing="withdrawn", entered_at=datetime(2027, 2, 1, tzinfo=UTC))
    write_event(event, tmp_path / "one")
    Organiser.objects.update(ref="moved-away")

    empty = office_for(tmp_path / "one")
    again = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk)).event

    replies = Reply.objects.filter(invitation__guest__event=again).order_by("id")
    assert [reply.ref for reply in replies] == ["yes", "a-later-one"]


def test_a_representative_and_a_correction_stay_with_their_replies(event: Event, tmp_path: Path) -> None:
    ana, bo = told(event)
    wrong = answered(ana, "wrong", standing="regretted", entered_at=datetime(2027, 2, 1, tzinfo=UTC))
    sent = {"standing": "represented", "representative_name": "Bo Sample", "corrects": wrong}
    right = answered(ana, "right", entered_at=datetime(2027, 2, 2, tzinfo=UTC), **sent)
    Invitation.objects.filter(pk=bo.pk).update(brought_by=right)
    write_event(event, tmp_path / "one")
    Organiser.objects.update(ref="moved-away")

    empty = office_for(tmp_path / "one")
    again = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk)).event

    invitations = Invitation.objects.select_related("reply", "brought_by").filter(guest__event=again)
    party = {invitation.guest.ref: invitation for invitation in invitations}
    replies = [each.reply.ref if each.reply else "" for each in party.values()]
    assert sorted(replies) == ["", "right"]
    assert party["bo-sample"].brought_by == party["ana-sample"].reply
    corrected = Reply.objects.get(invitation=party["ana-sample"], ref="right").corrects
    assert corrected is not None
    assert corrected.ref == "wrong"


def test_what_was_sent_is_not_sent_again_by_the_same_wave(event: Event, tmp_path: Path) -> None:
    """A loaded message has the key that its wave would give it here; one sent once more has its own."""
    ana, _bo = told(event)
    sent = ana.dispatches.get()
    dispatch(ana, "once-more", wave=sent.wave, made_at=datetime(2027, 2, 1, tzinfo=UTC))
    write_event(event, tmp_path / "one")
    Organiser.objects.update(ref="moved-away")

    empty = office_for(tmp_path / "one")
    again = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk)).event

    party = Invitation.objects.get(guest__event=again, guest__ref="ana-sample")
    key = sending.key_of(party, "email", "invitation", again.waves.get(), 0)
    assert list(party.dispatches.order_by("pk").values_list("ref", "key")) == [
        ("to-ana", key),
        ("once-more", f"{key}:1"),
    ]


def test_a_dispatch_of_an_unknown_guest_is_refused(event: Event, tmp_path: Path) -> None:
    told(event)
    write_event(event, tmp_path)
    text = (tmp_path / FILE).read_text()
    (tmp_path / FILE).write_text(text.replace('invitation = "bo-sample"', 'invitation = "nobody"'))

    with pytest.raises(UnreadableFolder) as refused:
        loaded(tmp_path, event.organiser)

    assert str(refused.value) == (
        "correspondence.toml, dispatch 2 (to-bo), field “invitation”: there is no invitation “nobody”; "
        "add it or correct the ref."
    )
