"""Waves, messages and notes as the tests need them."""

from datetime import date
from typing import Any

from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base.models import Job
from chancery.directory.models import ContactPoint
from chancery.events.models import Event, Participation
from chancery.guests.actions import links
from chancery.guests.actions.sending import SEND
from chancery.guests.models import Dispatch, Invitation, NoteVerbale, Wave
from tests import make
from tests.guests import built


def reachable(event: Event, name: str = "Ana Sample", *, email: str = "", **fields: Any) -> Participation:
    """A guest with an e-mail address made of the name."""
    guest = built.guest(event, name, planned="listed", **fields)
    address = email or f"{name.lower().replace(' ', '.')}@example.org"
    ContactPoint.objects.create(person=guest.person, kind="email", value=address)
    return guest


def on_paper(event: Event, name: str = "Paul Paper", *, channel: str = "post") -> Participation:
    """A guest who gets paper by post, by hand or as a note of a mission."""
    guest = built.guest(event, name, planned="listed")
    ContactPoint.objects.create(person=guest.person, kind="post", value="1 Long Street\nBucharest")
    assert guest.person is not None
    if channel == "note":
        make.tenure(guest.person, make.post(make.body(event.organiser, f"Embassy of {name}", kind="mission")))
    Invitation.objects.filter(guest=guest).update(channel=channel)
    return guest


def on_the_telephone(event: Event, name: str = "Tea Phone") -> Participation:
    """A guest who is called."""
    guest = built.guest(event, name, planned="listed")
    ContactPoint.objects.create(person=guest.person, kind="mobile", value="+40 721 000 000")
    Invitation.objects.filter(guest=guest).update(channel="telephone")
    return guest


def planned_event(office: Organiser, **fields: Any) -> Event:
    """An event with a day and a time, and a host that its texts can name."""
    fields = {"held_on": date(2027, 2, 26), "starts_at": "19:00", "time_zone": "Europe/Bucharest"} | fields
    made = make.event(office, "Commemoration", **fields)
    made.refresh_from_db()
    return made


def wave(event: Event, *guests: Participation, kind: str = "invitation", **fields: Any) -> Wave:
    """A wave with the parties of guests."""
    number = Wave.objects.filter(event=event).count() + 1
    made = Wave.objects.create(event=event, number=number, kind=kind, **fields)
    made.invitations.set(Invitation.objects.filter(guest__in=guests))
    return made


def dispatch(guest: Participation, kind: str = "invitation", **fields: Any) -> Dispatch:
    """A message that has left."""
    party = Invitation.objects.get(guest=guest)
    number = Dispatch.objects.count()
    fields = {"channel": "post", "state": "gone", "gone_at": timezone.now(), "language": "en"} | fields
    return Dispatch.objects.create(
        invitation=party, kind=kind, key=f"{party.code}:{number}", recipient=str(guest), **fields
    )


def a_wave(office: Organiser) -> str:
    """The code of a wave of the event of an office."""
    return wave(make.event_of(office)).code


def a_wave_under_way(office: Organiser) -> str:
    """The code of a wave with a job."""
    job = Job.objects.create(organiser_id=office.pk, kind=SEND)
    return wave(make.event_of(office), state="sending", job=job).code


def a_wave_on_paper(office: Organiser) -> str:
    """The code of a wave with one guest who gets a card."""
    event = make.event_of(office)
    Event.objects.filter(pk=event.pk).update(held_on=date(2027, 2, 26))
    guest = on_paper(event, "Card Guest")
    Participation.objects.filter(pk=guest.pk).update(code=f"card{office.pk}")
    return wave(event, guest).code


def its_guest(office: Organiser) -> str:
    """The code of the guest of that wave."""
    return f"card{office.pk}"


def a_dispatch(office: Organiser) -> str:
    """The code of a message of the event of an office."""
    return dispatch(built.guest(make.event_of(office), "Sent Guest")).code


def a_dispatch_with_a_link(office: Organiser) -> str:
    """The code of a message of the event of an office by which its guest can answer."""
    sent = dispatch(built.guest(make.event_of(office), "Linked Guest"))
    links.issue(sent.invitation, sent, now=timezone.now())
    return sent.code


def a_call(office: Organiser) -> str:
    """The code of a call still to be made."""
    guest = on_the_telephone(make.event_of(office), "Called Guest")
    return dispatch(guest, channel="telephone", state="waiting", gone_at=None).code


def a_note(office: Organiser) -> str:
    """The code of a line of the register of notes."""
    number = NoteVerbale.objects.filter(organiser=office).count() + 1
    return NoteVerbale.objects.create(
        organiser=office, year=2026, number=number, dated_on="2026-03-01", addressed_to="Embassy", subject="x"
    ).code
