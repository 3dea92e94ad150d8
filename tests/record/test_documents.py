"""What came out of an event: documents with their files, handovers, and what the sources name besides."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.events.models import Broadcast, Event, OtherEvent, Participation, Source
from chancery.record.models import Document, Handover
from tests import make
from tests.conftest import People
from tests.record.built import address, chosen, page, said, send, somebody, undo

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, languages=["en"])


def test_a_record_without_documents_says_so(signed_in: Client, event: Event) -> None:
    shown = page(signed_in, address(event, "documents"))

    assert "No document is recorded." in shown
    assert "Nothing is recorded as handed over." in shown


def test_a_resolution_is_written_with_its_file_votes_and_issuer(signed_in: Client, event: Event) -> None:
    parliament = make.body(event.organiser, "Sample Parliament")
    upload = SimpleUploadedFile("resolution.pdf", PDF, content_type="application/pdf")

    response = send(
        signed_in,
        address(event, "add-document"),
        "relation",
        {
            "kind": "resolution",
            "relation": "cited",
            "titles-en": "Resolution 12",
            "issuer": parliament.code,
            "issuer_text": "Sample Parliament",
            "status": "adopted",
            "votes": "120 for, 3 against",
            "dated-year": "2015",
            "sent": upload,
        },
    )

    assert said(response) == ["The document is saved."]
    document = Document.objects.get()
    assert (document.issuer, document.status, str(document.dated)) == (parliament, "adopted", "2015")
    assert document.file is not None
    shown = response.content.decode()
    assert "Sample Parliament" in shown
    assert "120 for, 3 against" in shown
    given = signed_in.get(address(event, "document-file", document=document.code))
    assert b"".join(given.streaming_content) == PDF  # type: ignore[attr-defined]  # a file is given out in parts


def test_what_is_no_document_is_refused_and_the_input_stays(signed_in: Client, event: Event) -> None:
    upload = SimpleUploadedFile("resolution.pdf", b"MZ\x00 no paper", content_type="application/pdf")

    response = send(
        signed_in,
        address(event, "add-document"),
        "relation",
        {"relation": "cited", "titles-en": "Resolution 12", "sent": upload},
    )

    assert response.context["form"].errors["sent"]
    assert 'value="Resolution 12"' in response.content.decode()
    assert not Document.objects.exists()


def test_a_file_can_be_taken_away_from_a_document(signed_in: Client, event: Event) -> None:
    document = make.document(event)

    send(
        signed_in,
        address(event, "change-document", document=document.code),
        "relation",
        {"sent-clear": "on"},
    )

    document.refresh_from_db()
    assert document.file is None
    assert signed_in.get(address(event, "document-file", document=document.code)).status_code == 404


def test_a_petition_is_handed_over_and_refused(signed_in: Client, event: Event) -> None:
    petition = make.document(event, "Petition", kind="petition", relation="handed-over")
    giver, ministry = somebody(event, "Ana Sample"), make.body(event.organiser, "Sample Ministry")

    response = send(
        signed_in,
        address(event, "add-handover"),
        "acceptance",
        {
            "document": str(petition.pk),
            "acceptance": "refused",
            "receiver_body": ministry.code,
            "receiver_body_text": "Sample Ministry",
            **chosen(giver, "giver"),
        },
    )

    assert said(response) == ["The handover is saved."]
    handover = Handover.objects.get()
    assert (handover.giver, handover.receiver, handover.receiver_body) == (giver, None, ministry)
    shown = response.content.decode()
    assert "by Ana Sample · to Sample Ministry" in shown
    assert "refused" in shown


def test_whoever_receives_from_the_directory_takes_part_from_then_on(signed_in: Client, event: Event) -> None:
    mayor = make.person(event.organiser, "The Mayor")

    send(
        signed_in,
        address(event, "add-handover"),
        "acceptance",
        {"things-en": "A flag", "receiver": mayor.code, "receiver_text": "The Mayor"},
    )

    assert Handover.objects.get().receiver == Participation.objects.get(person=mayor, capacity="mentioned")


def test_nothing_cannot_be_handed_over(signed_in: Client, event: Event) -> None:
    response = send(signed_in, address(event, "add-handover"), "acceptance", {"acceptance": "accepted"})

    assert "Say what was handed over, or choose the document." in response.content.decode()
    assert not Handover.objects.exists()


def test_a_document_stays_while_it_is_told_as_handed_over(signed_in: Client, event: Event) -> None:
    document = make.document(event)
    handover = Handover.objects.create(event=event, document=document)

    refused = signed_in.post(address(event, "delete-document", document=document.code), follow=True)
    assert said(refused) == ["“Declaration” was handed over; take that out of the record first."]

    signed_in.post(address(event, "delete-handover", handover=handover.code), follow=True)
    response = signed_in.post(address(event, "delete-document", document=document.code), follow=True)
    assert not Document.objects.exists()
    undo(signed_in, response)
    assert Document.objects.get().titles == {"en": "Declaration"}


def test_sources_broadcasts_and_other_events_stand_beside(signed_in: Client, event: Event) -> None:
    first = Source.objects.create(event=event, title="First report", language="az")
    Source.objects.create(
        event=event, title="In English", version_of=first, adds={"en": "the number of trees"}
    )
    Broadcast.objects.create(event=event, name="Sample TV", kind="broadcast")
    OtherEvent.objects.create(event=event, names={"en": "March in Cluj"}, source=first)

    shown = page(signed_in, address(event, "documents"))

    assert "version of “First report”" in shown
    assert "Only this version says: the number of trees" in shown
    assert "Sample TV" in shown
    assert "named in “First report”" in shown


def test_the_page_asks_as_often_for_many_rows_as_for_one(signed_in: Client, event: Event) -> None:
    counts = []
    for number in (1, 3, 20):
        for place in range(Document.objects.count(), number):
            document = make.document(event, issuer=make.body(event.organiser), position=place)
            giver = somebody(event, f"Ana Sample{place}")
            Handover.objects.create(event=event, document=document, giver=giver, receiver=giver)
            source = Source.objects.create(event=event, title="Report", version_of=event.sources.first())
            OtherEvent.objects.create(event=event, names={"en": "March"}, source=source)
            Broadcast.objects.create(event=event, name="Sample TV")
        page(signed_in, address(event, "documents"))
        with CaptureQueriesContext(connection) as captured:
            page(signed_in, address(event, "documents"))
        counts.append(len(captured))

    assert counts[0] == counts[1] == counts[2]
