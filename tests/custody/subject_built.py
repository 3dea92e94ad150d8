"""Somebody of whom the office holds a little of everything, under words that occur nowhere else."""

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db import transaction
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base import audit, secret_box
from chancery.base.audit import Actor
from chancery.base.models import Job, OutboxMessage
from chancery.directory.actions import book
from chancery.directory.models import ContactPoint, Household, HouseholdMember, Person, Relation
from chancery.events.models import Event, Participation
from chancery.guests.actions.replies import Answer, record
from chancery.guests.actions.versions import freeze
from chancery.guests.models import Companion, Dispatch, Invitation, ListVersion, Standing, Terms
from tests import make

MARK = "Zyxwor"
"""Stands in every text that tells of the person, and nowhere else."""
ADDRESS = "zyxwor@example.org"


class Subject:
    """An ambassador of the past with a guest list, letters, mails, a speech and a photograph wish."""

    def __init__(self, office: Organiser, *, held_on: date = date(2025, 2, 26)) -> None:
        self.office, self.by = office, Actor(office.pk)
        self.person = self._person()
        self.event = make.event(office, "Commemoration", held_on=held_on, status="held")
        Terms.objects.create(event=self.event, asks_diet=True, asks_access=True)
        self.other = make.participation(self.event, make.person(office, "Ben Other"), actual="attended")
        self.listed = make.participation(
            self.event,
            self.person,
            ref="zyxwor",
            note=f"{MARK} likes tea",
            planned="invited",
            actual="attended",
        )
        self.party = Invitation.objects.create(guest=self.listed, tags=[MARK], unnamed_companions=1)
        Companion.objects.create(invitation=self.party, name=f"Spouse {MARK}")
        self._letters()
        make.statement(self.listed, ref="zyxwor-speech")
        self.version = freeze(
            self.event,
            fields=["name"],
            whom="all",
            recipient="Security",
            purpose="",
            delete_on=date(2099, 1, 1),
            language="en",
            by=self.by,
            now=timezone.now(),
        )

    def again_version(self) -> ListVersion:
        """The frozen list as the database holds it now."""
        return ListVersion.objects.get(pk=self.version.pk)

    def _person(self) -> Person:
        person = Person(organiser=self.office, ref="zyxwor", sort_name=f"{MARK}, Ana", note=f"{MARK} note")
        with transaction.atomic():
            person.save()
            audit.note(person, by=self.by, code="directory.person.created", changes={"note": ["", MARK]})
        person.names.create(printed=f"Ana {MARK}", given="Ana", family=MARK)
        ContactPoint.objects.create(person=person, kind="email", value=ADDRESS)
        home = Household.objects.create(organiser=self.office, name=f"Mr and Mrs {MARK}")
        HouseholdMember.objects.create(household=home, person=person)
        Relation.objects.create(person=person, kind="spouse", other=make.person(self.office, "Cy Spouse"))
        embassy = make.body(self.office, "Embassy of Sampleland", kind="mission")
        make.tenure(person, make.post(embassy), begins="2020", ends="2026")
        book.reindex(person)
        return person

    def _letters(self) -> None:
        sent = OutboxMessage.objects.create(
            organiser_id=self.office.pk,
            key="invitation-1",
            kind="guests.dispatch",
            object_id=1,
            recipient=ADDRESS,
            domain="example.org",
            message_id="<1@example.org>",
            sealed=secret_box.seal(MARK.encode()),
            state="sent",
            answer=f"250 {ADDRESS}",
        )
        sent.events.create(what="delayed", words=f"{ADDRESS} is full")
        self.dispatch = Dispatch.objects.create(
            invitation=self.party,
            key=self.party.code,
            kind="invitation",
            channel="email",
            language="en",
            recipient=f"Ana {MARK}",
            address=ADDRESS,
            subject=f"Dear {MARK}",
            text=f"Dear {MARK}",
            html=f"<p>{MARK}</p>",
            printed={"name": MARK},
            message=sent,
        )
        answer = Answer(Standing.ACCEPTED, message=f"{MARK} comes", diet=f"{MARK} vegan", has_consented=True)
        asked = datetime.combine(self.event.held_on, time(9), UTC) - timedelta(days=6)
        self.reply = record(self.party, answer, channel="telephone", by=self.by, given_at=asked, now=asked)
        left = [{"guest": self.listed.code, "name": f"Ana {MARK}", "why": "no address"}]
        Job.objects.create(organiser_id=self.office.pk, kind="guests.send", outcome={"left": left})


def told_anywhere() -> dict[str, int]:
    """How many rows of each kind tell of the person in letters anybody can read, sealed texts opened."""
    found: dict[str, int] = {}
    for model in apps.get_models(include_auto_created=True):
        rows = [row for row in model._default_manager.all() if MARK.lower() in _text(row).lower()]
        if rows:
            found[model._meta.label_lower] = len(rows)
    return found


def _text(row: Any) -> str:
    sealed = [getattr(row, each.attname) for each in row._meta.concrete_fields]
    opened = [secret_box.open_text(each) for each in sealed if isinstance(each, (bytes, memoryview)) and each]
    fields = json.loads(serializers.serialize("json", [row]))[0]["fields"]
    return json.dumps(fields, ensure_ascii=False) + " ".join(opened)


def attendance(event: Event) -> list[tuple[str, str, int]]:
    """Who came in which capacity, with how many: what no erasure may change."""
    rows = Participation.objects.filter(event=event).order_by("pk")
    return [
        (row.capacity, row.actual, row.invitation.coming if hasattr(row, "invitation") else 0) for row in rows
    ]
