"""Who may open the pages of guests, their messages and their replies."""

from datetime import timedelta

from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from chancery.base import audit, outbox, taking
from chancery.directory.models import Visibility
from chancery.guests.actions import links, versions, wordings
from chancery.guests.models import Consent, Form, IncomingMessage, Invitation, Kind, Reply, Standing
from tests import make
from tests.access import Audience, Row, needs
from tests.addresses.shared import a_guest, an_event
from tests.directory import built
from tests.guests import waves_built


def a_wording(office: Organiser) -> str:
    """The code of an own wording of an office."""
    return wordings.copy_shipped(office, Form.CARD, Kind.INVITATION, by=make.actor(office)).code


def a_taken_wording(office: Organiser) -> str:
    """The code of a wording that an office took over from another one."""
    source = wordings.copy_shipped(office, Form.CARD, Kind.INVITATION, by=make.actor(office))
    return wordings.take_wording(source, organiser=office, by=make.actor(office)).code


def a_shown_wording(office: Organiser) -> str:
    """The code of a wording that another post shows to an office."""
    office.parent = office.parent or make.organiser(f"above-{office.ref}")
    office.save()
    by = make.actor(office.parent)
    shown = wordings.copy_shipped(office.parent, Form.CARD, Kind.INVITATION, by=by)
    taking.show(shown, Visibility.TREE, by=by)
    return shown.code


def a_line_of_a_wording(office: Organiser) -> int:
    """The line of the history by which an own wording was made."""
    with audit.collected() as lines:
        a_wording(office)
    return lines[0].pk


def an_invited_party(office: Organiser) -> str:
    """The code of a party at that event."""
    guest = make.participation(make.event_of(office), make.person(office))
    return Invitation.objects.create(guest=guest).code


def a_dispatch(office: Organiser) -> str:
    """The code of an e-mail that was sent to somebody on that list."""
    return make.dispatch(make.event_of(office), html="<p>Come.</p>").code


def a_letter_sent(office: Organiser) -> str:
    """The code of a letter that was sent to somebody on that list."""
    return make.dispatch(make.event_of(office), channel="post", printed=make.letter()).code


def a_reply(office: Organiser) -> str:
    """The code of an answer of a guest of that event."""
    guest = make.participation(make.event_of(office), make.person(office))
    invitation = Invitation.objects.create(guest=guest)
    return Reply.objects.create(invitation=invitation, standing="accepted", channel="page").code


def an_answered_link(office: Organiser) -> str:
    """The token of a guest of that event who has accepted."""
    event = make.event_of(office)
    if event.held_on is None:
        event.held_on = timezone.now().date() + timedelta(days=30)
        event.save(update_fields=["held_on"])
    party = Invitation.objects.create(
        guest=make.participation(event, make.person(office)), standing=Standing.ACCEPTED
    )
    return links.issue(party, None, now=timezone.now())[1]


def a_version(office: Organiser) -> str:
    """The code of a version of that guest list."""
    version = versions.freeze(
        make.event_of(office),
        fields=["name"],
        whom="all",
        recipient="Security",
        purpose="",
        delete_on=timezone.now().date() + timedelta(days=3),
        language="en",
        by=make.actor(office),
        now=timezone.now(),
    )
    return version.code


def a_message_out(office: Organiser) -> str:
    """The code of a message that an office posted."""
    mail = outbox.Mail("guest@example.org", "Invitation", "Text")
    return outbox.post(mail, key=f"{office.ref}-out", about=office, by=make.actor(office)).code


def a_message_in(office: Organiser) -> str:
    """The code of a message that came in for an office."""
    return IncomingMessage.objects.create(organiser=office, identity=f"{office.ref:x<64}", place="p").code


def a_consent(office: Organiser) -> str:
    """The code of a consent of a guest of the event of an office."""
    guest = make.participation(make.event_of(office), make.person(office))
    party = Invitation.objects.create(guest=guest)
    made = Consent.objects.create(invitation=party, kind="diet", given_at=timezone.now(), way="telephone")
    return made.code


ROWS: dict[str, Right | Audience | Row] = {
    "reply:page": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:answer": needs(Audience.EVERYBODY, token=an_answered_link, answer=lambda office: "regret"),
    "reply:photographs": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:other": needs(Audience.EVERYBODY, token=an_answered_link),
    "guests:identities": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:identities-paper": needs(Right.PAPERS_PRINT, code=an_event),
    "guests:enter-identity": needs(Right.GUESTS_EDIT, code=an_event, guest=a_guest),
    "guests:read-identity": needs(Right.GUESTS_VIEW, code=an_event, guest=a_guest),
    "guests:forget-identity": needs(Right.GUESTS_EDIT, code=an_event, guest=a_guest),
    "guests:notice": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:notice-paper": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:withdraw-consent": needs(Right.GUESTS_EDIT, code=an_event, consent=a_consent),
    "reply:privacy_paper": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:privacy": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:calendar": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:pass": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:pass_picture": needs(Audience.EVERYBODY, token=an_answered_link),
    "reply:pass_paper": needs(Audience.EVERYBODY, token=an_answered_link),
    # there where the operator has certificates (tests/guests/test_wallet_passes.py)
    "reply:pass_apple": needs(Audience.UNKNOWN, token=an_answered_link),
    "reply:pass_google": needs(Audience.UNKNOWN, token=an_answered_link),
    "guests:outgoing": Right.INVITATIONS_SEND,
    "guests:outgoing_again": needs(Right.INVITATIONS_SEND, message=a_message_out),
    "guests:outgoing_stop": needs(Right.INVITATIONS_SEND, message=a_message_out),
    "guests:incoming": Right.GUESTS_EDIT,
    "guests:incoming_message": needs(Right.GUESTS_EDIT, message=a_message_in),
    "guests:set_aside": needs(Right.GUESTS_EDIT, message=a_message_in),
    "guests:take_up": needs(Right.GUESTS_EDIT, message=a_message_in),
    "guests:person_events": needs(Right.GUESTS_VIEW, person=built.a_person),
    "guests:body_events": needs(Right.GUESTS_VIEW, body=built.a_body),
    "guests:wordings": needs(Right.INVITATIONS_SEND),
    "guests:wording": needs(Right.INVITATIONS_SEND, wording=a_wording),
    "guests:show-wording": needs(Right.INVITATIONS_SEND, wording=a_wording),
    "guests:taken-wording": needs(Right.INVITATIONS_SEND, wording=a_taken_wording),
    "guests:take-newer-wording": needs(Right.INVITATIONS_SEND, wording=a_taken_wording),
    "guests:keep-wording": needs(Right.INVITATIONS_SEND, wording=a_taken_wording),
    "guests:take-wording": needs(Right.INVITATIONS_SEND, wording=a_shown_wording),
    "guests:delete-wording": needs(Right.INVITATIONS_SEND, wording=a_wording),
    "guests:take-back-wording": needs(Right.INVITATIONS_SEND, line=a_line_of_a_wording),
    "guests:shipped-wording": needs(Right.INVITATIONS_SEND),
    "guests:preview": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:preview-mail": needs(Right.GUESTS_VIEW, code=an_event, guest=an_invited_party),
    "guests:guests": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:add": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:inviters": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:act": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:undo": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:find": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:guest": needs(Right.GUESTS_EDIT, code=an_event, guest=a_guest),
    "guests:replies": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:enter-replies": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:remind": needs(Right.INVITATIONS_SEND, code=an_event),
    "guests:walk-in": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:take-back": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:guest-replies": needs(Right.GUESTS_VIEW, code=an_event, guest=a_guest),
    "guests:enter-reply": needs(Right.GUESTS_EDIT, code=an_event, guest=a_guest),
    "guests:needs": needs(Right.GUESTS_VIEW, code=an_event, guest=a_guest),
    "guests:correct-reply": needs(Right.GUESTS_EDIT, code=an_event, reply=a_reply),
    "guests:decide-reply": needs(Right.GUESTS_EDIT, code=an_event, reply=a_reply),
    "guests:needs-counted": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:versions": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:freeze": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:version": needs(Right.GUESTS_VIEW, code=an_event, version=a_version),
    "guests:export-version": needs(Right.GUESTS_VIEW, code=an_event, version=a_version),
    "guests:wipe-version": needs(Right.GUESTS_EDIT, code=an_event, version=a_version),
    "guests:representative": needs(Right.GUESTS_EDIT, code=an_event, reply=a_reply),
    "guests:invitations": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:terms": needs(Right.INVITATIONS_SEND, code=an_event),
    "guests:questions": needs(Right.INVITATIONS_SEND, code=an_event),
    "guests:new-wave": needs(Right.INVITATIONS_SEND, code=an_event),
    "guests:wave": needs(Right.GUESTS_VIEW, code=an_event, wave=waves_built.a_wave),
    "guests:change-wave": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:take-out": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:drop-wave": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:before": needs(Right.GUESTS_VIEW, code=an_event, wave=waves_built.a_wave),
    "guests:send-wave": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:stop-wave": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:go-on-wave": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:wave-progress": needs(Right.GUESTS_VIEW, code=an_event, wave=waves_built.a_wave_under_way),
    "guests:ask-approval": needs(Right.INVITATIONS_SEND, code=an_event, wave=waves_built.a_wave),
    "guests:decide-wave": needs(Right.INVITATIONS_APPROVE, code=an_event, wave=waves_built.a_wave),
    "guests:wave-preview": needs(
        Right.GUESTS_VIEW, code=an_event, wave=waves_built.a_wave_on_paper, guest=waves_built.its_guest
    ),
    "guests:register": needs(Right.GUESTS_VIEW, code=an_event),
    "guests:enter": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:print-register": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:print-sent": needs(Right.GUESTS_EDIT, code=an_event, paper=lambda office: "cards"),
    "guests:dispatch": needs(Right.GUESTS_VIEW, code=an_event, dispatch=waves_built.a_dispatch),
    "guests:withdraw-link": needs(
        Right.INVITATIONS_SEND, code=an_event, dispatch=waves_built.a_dispatch_with_a_link
    ),
    "guests:calls": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:print-round": needs(Right.GUESTS_EDIT, code=an_event),
    "guests:share-calls": needs(Right.INVITATIONS_SEND, code=an_event),
    "guests:call": needs(Right.GUESTS_EDIT, code=an_event, dispatch=waves_built.a_call),
    "guests:office-register": Right.GUESTS_VIEW,
    "guests:notes-verbales": Right.GUESTS_VIEW,
    "guests:print-notes": Right.GUESTS_VIEW,
    "guests:note-verbale": needs(Right.INVITATIONS_SEND, note=waves_built.a_note),
    "guests:as_sent": needs(Right.GUESTS_VIEW, code=an_event, dispatch=a_dispatch),
    "guests:as_mail": needs(Right.GUESTS_VIEW, code=an_event, dispatch=a_dispatch),
    "guests:as_printed": needs(
        Right.GUESTS_VIEW, code=an_event, dispatch=a_letter_sent, number=lambda office: 1
    ),
    "guests:projections": needs(Right.GUESTS_VIEW, code=an_event),
}
