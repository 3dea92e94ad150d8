"""Erasing a person: nothing tells of them any more, and the record stays true (R123)."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db.models import ForeignKey
from django.utils import timezone

from chancery.base import undo
from chancery.base.models import AuditLine
from chancery.custody.actions.erasing import ErasureRefused, erase
from chancery.custody.holdings import HOLDINGS, Fate
from chancery.custody.models import Certificate
from chancery.directory.models import Tenure
from chancery.events.models import Participation
from chancery.guests.actions.versions import opened
from chancery.guests.models import Reply
from chancery.privacy.models import Hold
from chancery.record.models import Statement
from tests import make
from tests.custody.subject_built import MARK, Subject, attendance, told_anywhere

NOW = timezone.now()


@pytest.fixture
def subject(db: None) -> Subject:
    return Subject(make.organiser())


def test_every_key_that_leads_to_a_person_stands_in_the_table() -> None:
    led_to = {
        "directory.person",
        "events.participation",
        "guests.invitation",
        "guests.dispatch",
        "guests.reply",
    }
    known = {each.kind for each in HOLDINGS}
    # Which wave somebody belongs to says nothing that the invitation does not.
    known |= {"guests.wave_invitations"}

    unknown = {
        model._meta.label_lower
        for model in apps.get_models(include_auto_created=True)
        for key in model._meta.concrete_fields
        if isinstance(key, ForeignKey) and key.related_model._meta.label_lower in led_to
    } - known

    assert unknown == set()


def test_what_stays_says_why() -> None:
    assert [each.kind for each in HOLDINGS if each.fate is Fate.STAYS and not each.why] == []


def test_nothing_tells_of_an_erased_person(subject: Subject) -> None:
    assert set(told_anywhere()) >= {"directory.person", "base.auditline", "guests.listversion", "base.job"}

    erase(subject.person, by=subject.by, now=NOW)

    assert told_anywhere() == {}


def test_the_record_stays_true(subject: Subject) -> None:
    before, lines = attendance(subject.event), AuditLine.objects.count()

    made = erase(subject.person, by=subject.by, now=NOW)

    assert attendance(subject.event) == before
    assert Participation.objects.get(pk=subject.listed.pk).name_printed == "Ambassador, Embassy of Sampleland"
    assert Statement.objects.get(speaker=subject.listed).texts == {"en": "Peace is kept by words."}
    assert Tenure.objects.get(person=subject.person).begins is not None
    assert Reply.objects.get(pk=subject.reply.pk).standing == "accepted"
    assert [row.name for row in opened(subject.again_version()).rows] == ["Ben Other"]
    assert AuditLine.objects.count() > lines
    assert made.kind == Certificate.Kind.ERASURE


def test_the_certificate_names_nobody_and_counts_everything(subject: Subject) -> None:
    made = erase(subject.person, by=subject.by, now=NOW)

    assert (made.number, made.about) == (1, "Ambassador, Embassy of Sampleland")
    counted = {line["what"]: line["count"] for line in made.lines}
    assert counted["reply"] == 1
    assert counted["contact"] == 1


def test_what_was_erased_cannot_be_undone(subject: Subject) -> None:
    line = AuditLine.objects.filter(kind="directory.person", object_id=subject.person.pk).earliest("pk")
    erase(subject.person, by=subject.by, now=NOW)

    with pytest.raises(undo.CannotUndo, match="was erased"):
        undo.undo(line, by=subject.by)


def test_a_person_without_an_office_becomes_a_number(db: None) -> None:
    office = make.organiser()
    person = make.person(office, f"Ana {MARK}")

    erase(person, by=make.actor(office), now=NOW)

    assert str(person.__class__.objects.get(pk=person.pk)) == f"Person {person.pk}"


@pytest.mark.parametrize("why", ["still to come", "held back", "holds the office"])
def test_erasure_is_refused_in_words(db: None, why: str) -> None:
    office = make.organiser()
    day = timezone.localdate() + timedelta(days=9) if why == "still to come" else date(2025, 2, 26)
    subject = Subject(office, held_on=day)
    if why == "held back":
        Hold.objects.create(event=subject.event, reason="A court asks")
    if why == "holds the office":
        Tenure.objects.filter(person=subject.person).update(ends=None)

    with pytest.raises(ErasureRefused, match=why):
        erase(subject.person, by=subject.by, now=NOW)

    assert subject.person.names.get().printed == f"Ana {MARK}"
    assert Certificate.objects.count() == 0
