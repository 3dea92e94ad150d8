"""One example of every kind of object: how a row of it comes to be, and what is written of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.directory.models import ContactPoint
from chancery.events.models import Event, Part, Participation
from chancery.guests.actions import replies as reply_actions
from chancery.guests.models import Companion, Invitation, Inviter, Wave
from chancery.occasions.models import RecognitionStep
from tests import make
from tests.api.records import RECORDS

type Make = Callable[[Organiser], Any]


@dataclass(frozen=True, slots=True)
class Example:
    """
    How a row comes to be, and bodies that are good for what can be done.

    `row` makes one more row each time, all of one event where the object stands below one. `create` and
    `verbs` are given the office, which makes what the body names.
    """

    row: Make
    create: Callable[[Organiser], Mapping[str, Any]] | None = None
    change: Mapping[str, Any] = field(default_factory=dict)
    verbs: Mapping[str, Callable[[Organiser], Mapping[str, Any]]] = field(default_factory=dict)


def an_event(office: Organiser) -> Event:
    made = make.event(office, held_on="2027-02-26")
    made.stations.create(place=make.place(office))
    made.occasion_links.create(occasion=make.occasion(office))
    return made


def a_person(office: Organiser) -> Any:
    made = make.person(office)
    assistant = make.person(office, "Ion Assistant")
    ContactPoint.objects.create(person=made, kind="email", value="ana@example.org", via=assistant)
    return made


def a_body(office: Organiser) -> Any:
    made = make.body(office, parent=make.body(office, "Ministry"))
    ContactPoint.objects.create(body=made, kind="phone", value="+40 21 000 0000")
    return made


def an_office(office: Organiser) -> Any:
    return make.post(make.body(office))


def a_tenure(office: Organiser) -> Any:
    return make.tenure(make.person(office), an_office(office), steps={"arrival": "2026-01-02"})


def a_guest(office: Organiser) -> Participation:
    event = make.event_of(office)
    inviter, _is_new = Inviter.objects.get_or_create(event=event, ref="protocol", name="Protocol")
    guest = make.participation(event, make.person(office))
    party = Invitation.objects.create(guest=guest, inviter=inviter)
    Companion.objects.create(invitation=party, person=make.person(office, "Dan Companion"))
    return guest


def a_reply(office: Organiser) -> Any:
    guest, by = a_guest(office), make.actor(office)
    return reply_actions.record(
        guest.invitation,
        reply_actions.Answer("undecided"),
        channel="telephone",
        given_at=timezone.now(),
        by=by,
        now=timezone.now(),
    )


def a_wave(office: Organiser) -> Wave:
    event = make.event_of(office)
    wave = Wave.objects.create(event=event, number=Wave.objects.count() + 1)
    wave.invitations.add(a_guest(office).invitation)
    return wave


def a_speaker(office: Organiser) -> Participation:
    part = Part.objects.create(event=make.event_of(office), names={"en": "Talk"}, kind="block")
    return make.participation(part.event, make.person(office), capacity="speaker", part=part)


def a_recognition(office: Organiser) -> Any:
    campaign = make.campaign(office)
    return make.recognition(campaign, "Sample Senate", ("adopted", "2012-02-01"), body=make.body(office))


def a_campaign(office: Organiser) -> Any:
    made = make.campaign(office, initiator=make.person(office))
    made.partners.create(body=make.body(office), role="carrier")
    return made


def an_occasion(office: Organiser) -> Any:
    made = make.occasion(office, happened_on="1992-02")
    made.other_names.create(texts={"en": "Memorial day"}, named_by="Sample City")
    return made


def an_item(office: Organiser) -> Any:
    event = make.event_of(office)
    made = make.item(event, place=make.place(office), position=event.items.count())
    made.contributions.create(participation=make.participation(event, make.person(office)))
    made.cues.create(department="Light", text="Light on")
    return made


def a_statement(office: Organiser) -> Any:
    event = make.event_of(office)
    return make.statement(make.participation(event, make.person(office)), item=make.item(event))


EXAMPLES: Mapping[str, Example] = {
    "events": Example(
        an_event,
        create=lambda office: {"titles": {"en": "Reception"}, "kind": "reception", "held_on": "2027-05-28"},
        change={"starts_at": "18:30", "status": "planned"},
    ),
    "persons": Example(
        a_person,
        create=lambda office: {"names": [{"printed": "Əli Nümunə", "given": "Əli", "family": "Nümunə"}]},
        change={"nationality": "AZ", "born": "1970-02"},
    ),
    "bodies": Example(
        a_body,
        create=lambda office: {"names": {"en": "Sample Court"}, "kind": "court"},
        change={"seat": "Bucharest"},
    ),
    "offices": Example(
        an_office,
        create=lambda office: {"titles": {"en": "Editor"}, "body": make.body(office).code},
        change={"territory": "Transylvania"},
        verbs={"hand-over": lambda office: {"to": make.person(office).code, "on": "2026-09-01"}},
    ),
    "tenures": Example(
        a_tenure,
        create=lambda office: {
            "person": make.person(office).code,
            "office": an_office(office).code,
            "begins": "2025",
        },
        change={"ends": "2027-03"},
    ),
    "guests": Example(
        a_guest,
        create=lambda office: {"person": make.person(office).code},
        change={"tags": ["flowers"], "companions": [{"name": "Maria Sample"}]},
    ),
    "replies": Example(
        a_reply,
        create=lambda office: {"guest": a_guest(office).code, "standing": "accepted", "channel": "telephone"},
        verbs={
            "decide": lambda office: {"is_taken": True},
            "take-back": lambda office: {"reason": "Another guest."},
        },
    ),
    "waves": Example(
        a_wave,
        create=lambda office: {"name": "Missions", "guests": [a_guest(office).code]},
        change={"send_on": "2027-01-26", "own_text": {"en": "Please come early."}},
        verbs={
            "put-in": lambda office: {"guests": [a_guest(office).code]},
            "take-out": lambda office: {
                "guests": [Wave.objects.latest("pk").invitations.get().guest.code],
            },
        },
    ),
    "participations": Example(
        a_speaker,
        create=lambda office: {"person": make.person(office).code, "capacity": "reader"},
        change={"actual": "absent", "actual_reason": "Fog.", "capacity_printed": {"en": "Poet"}},
    ),
    "tasks": Example(
        lambda office: make.task(make.event_of(office), done_at=timezone.now()),
        create=lambda office: {"title": "Order flowers", "days_before": 14, "in_working_days": True},
        change={"days_before": -1},
    ),
    "places": Example(
        lambda office: make.place(office, part_of=make.place(office), premises_of=make.body(office)),
        create=lambda office: {"names": {"en": "Small Hall"}, "city": "Bucharest", "state": "RO"},
        change={"address": "1 Sample Street"},
    ),
    "occasions": Example(
        an_occasion,
        create=lambda office: {"names": {"en": "Sample day"}, "happened_on": "1918-05-28"},
        change={"note": "Kept at noon."},
    ),
    "campaigns": Example(
        a_campaign,
        create=lambda office: {"names": {"en": "Remember together"}, "began_on": "2008"},
        change={"aims": {"en": "That all remember."}},
    ),
    "recognitions": Example(
        a_recognition,
        create=lambda office: {
            "campaign": make.campaign(office).code,
            "printed_body": {"en": "Sample Assembly"},
            "level": "chamber",
            "kind": "resolution",
        },
        change={"number": "12/2012", "votes_for": 60},
        verbs={
            "steps": lambda office: {"status": "repealed", "on": "2014"},
            "take-back": lambda office: {
                "step": RecognitionStep.objects.filter(recognition__organiser=office).latest("pk").code,
                "reason": "Another chamber.",
            },
        },
    ),
    "items": Example(
        an_item,
        create=lambda office: {"titles": {"en": "Anthem"}, "kind": "anthem", "duration_seconds": 90},
        change={"anchor_at": "18:30", "responsible": "Protocol"},
    ),
    "statements": Example(a_statement),
    **{name: Example(row) for name, row in RECORDS.items()},
}
