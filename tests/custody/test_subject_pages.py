"""The pages about one person: the export, requests with their day, and the erasure in two steps."""

import json
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from chancery.accounts.models import Grant, Membership
from chancery.base.models import AuditLine
from chancery.custody import documents
from chancery.custody.actions import certificates
from chancery.custody.actions.requests import month_after
from chancery.custody.models import Certificate, SubjectRequest
from tests.conftest import People
from tests.custody.subject_built import MARK, Subject


@pytest.fixture
def subject(people: People) -> Subject:
    return Subject(people.office)


@pytest.fixture
def owner(people: People) -> Client:
    client = Client()
    client.force_login(people.owner)
    return client


def address(subject: Subject, page: str = "subject") -> str:
    return reverse(f"custody:{page}", args=[subject.office.ref, subject.person.code])


def exported(owner: Client, subject: Subject) -> tuple[str, dict[str, object]]:
    answer = owner.post(address(subject, "export"))
    with ZipFile(BytesIO(answer.getvalue())) as archive:
        return archive.read("index.html").decode(), json.loads(archive.read("person.json"))


def test_the_export_holds_what_the_office_holds(owner: Client, subject: Subject) -> None:
    page, plain = exported(owner, subject)

    for words in (f"Dear {MARK}", f"{MARK} comes", f"{MARK} likes tea", "zyxwor@example.org", "Security"):
        assert words in page, words
    assert {"directory.person", "guests.reply", "guests.dispatch", "history", "versions"} <= set(plain)
    assert AuditLine.objects.filter(code="custody.person.exported").count() == 1


def test_needs_are_exported_with_the_grant_alone(people: People, owner: Client, subject: Subject) -> None:
    without, _plain = exported(owner, subject)
    Grant.objects.create(membership=Membership.objects.get(user=people.owner), secret=Grant.Secret.DIET)

    with_grant, _plain = exported(owner, subject)

    assert "vegan" not in without
    assert "vegan" in with_grant
    assert AuditLine.objects.filter(code="guests.needs.read").count() == 1


def test_a_request_is_due_a_month_after_it_came(owner: Client, subject: Subject) -> None:
    owner.post(address(subject), {"kind": "erasure", "received_on": "2026-01-31"})

    asked = SubjectRequest.objects.get()

    assert (asked.number, str(asked.due_on)) == (1, "2026-02-28")
    assert month_after(asked.due_on).isoformat() == "2026-03-28"


def test_an_erasure_asks_for_the_word(owner: Client, subject: Subject) -> None:
    owner.post(address(subject), {"kind": "erasure", "received_on": "2026-01-31"})

    refused = owner.post(address(subject, "erase"), {"word": "erase"})
    assert "in capitals" in refused.content.decode()
    assert Certificate.objects.count() == 0

    answer = owner.post(address(subject, "erase"), {"word": "ERASE"}, follow=True)

    assert "Certificate of deletion 1/" in answer.content.decode()
    assert SubjectRequest.objects.get().state == "answered"
    assert MARK not in answer.content.decode()


def test_the_preview_says_what_stays_and_why(owner: Client, subject: Subject) -> None:
    page = owner.get(address(subject, "erase")).content.decode()

    assert "Ambassador, Embassy of Sampleland" in page
    assert "The order of past events rests on it" in page


def test_a_certificate_tells_the_time_of_the_office(subject: Subject) -> None:
    made = certificates.issue(
        subject.office,
        kind=Certificate.Kind.KEEPING,
        about="2025",
        lines=[{"what": "replies", "count": 2, "rule": "14 days"}],
        by=subject.by,
        now=datetime(2026, 1, 10, 22, 30, tzinfo=UTC),
    )

    assert subject.office.time_zone == "Europe/Bucharest"
    assert "11 Jan 2026, 00:30" in documents.summary_of(made, "en")


def test_a_certificate_prints(owner: Client, subject: Subject) -> None:
    owner.post(address(subject, "erase"), {"word": "ERASE"})
    made = Certificate.objects.get()

    paper = owner.get(reverse("custody:certificate-paper", args=[subject.office.ref, made.code]))

    assert paper.content.startswith(b"%PDF")


def test_a_certificate_with_a_letter_that_cannot_be_printed_says_so(owner: Client, subject: Subject) -> None:
    owner.post(address(subject, "erase"), {"word": "ERASE"})
    subject.office.names = {"en": "Sample\x0bland"}
    subject.office.save()
    made = Certificate.objects.get()

    answer = owner.get(
        reverse("custody:certificate-paper", args=[subject.office.ref, made.code]), follow=True
    )

    assert answer.redirect_chain[0][1] == 302
    assert "which no typeface of Chancery has" in answer.content.decode()
