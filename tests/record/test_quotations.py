"""The approval of quotations, the filters of the statements, and the reading-over of notes."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from chancery.events.models import Event
from chancery.record.documents.quotations import language_for, sheet_values
from chancery.record.models import Statement
from chancery.record.queries import said as queries
from tests import make
from tests.conftest import People
from tests.record.test_statements import page, path, send, speaker

Approval = Statement.Approval


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, languages=["en", "ro"])


def quoted(event: Event, name: str = "Ana Sample", **fields: Any) -> Statement:
    return make.statement(speaker(event, name), mode="verbatim", **fields)


def test_only_what_is_quoted_or_asked_for_waits(signed_in: Client, event: Event) -> None:
    quoted(event, "Word Forword", texts={"en": "Peace is a door."})
    make.statement(speaker(event, "Reported Only"), "called for patience")

    shown = page(signed_in, path(event, "quotations"))

    assert "Word Forword" in shown
    assert "Reported Only" not in shown


def test_asking_is_noted_with_its_moment_and_can_be_undone(signed_in: Client, event: Event) -> None:
    statement = quoted(event)

    told = signed_in.post(path(event, "ask-approval", who=statement.speaker.code), follow=True)

    statement.refresh_from_db()
    assert statement.approval == Approval.ASKED
    assert statement.approval_asked_at is not None
    body = told.content.decode()
    assert "The approval of 1 wording is asked for." in body
    undo = body.partition('action="' + path(event, "take-back"))[2].partition('"')[0]
    signed_in.post(path(event, "take-back") + undo)
    statement.refresh_from_db()
    assert (statement.approval, statement.approval_asked_at) == ("", None)


def test_the_answer_is_written_down_with_who_gave_it(signed_in: Client, event: Event) -> None:
    statement = quoted(event)
    address = path(event, "answer-approval", statement=statement.code)

    refused = signed_in.post(address, {"approval": "given", "approved_by_name": "", "approved_at": ""})
    assert len(refused.context["form"].errors) == 2
    signed_in.post(
        address,
        {"approval": "given", "approved_by_name": "Her secretary", "approved_at": "2026-02-26T10:00"},
    )

    statement.refresh_from_db()
    assert (statement.approval, statement.approved_by_name) == (Approval.GIVEN, "Her secretary")
    assert "wording approved" in page(signed_in, path(event, "quotations"))


def test_a_changed_wording_falls_back_and_the_page_says_so(signed_in: Client, event: Event) -> None:
    statement = quoted(
        event, approval=Approval.GIVEN, approved_by_name="Her secretary", approved_at=timezone.now()
    )

    send(signed_in, path(event, "change", statement=statement.code), texts_en="Peace is kept by deeds.")

    statement.refresh_from_db()
    assert (statement.approval, statement.approved_by_name, statement.approved_at) == ("", "", None)
    told = page(signed_in, path(event))
    assert "The statement is saved; its wording has changed, so ask for its approval again." in told
    assert "approval not asked for" in told


def test_a_further_language_keeps_the_approval(signed_in: Client, event: Event) -> None:
    statement = quoted(event, approval=Approval.GIVEN)

    send(signed_in, path(event, "change", statement=statement.code), texts_ro="Pacea se ține prin cuvinte.")

    statement.refresh_from_db()
    assert statement.approval == Approval.GIVEN
    assert set(statement.texts) == {"en", "ro"}


def test_the_sheet_is_in_the_language_of_its_speaker(event: Event, people: People) -> None:
    statement = quoted(event)
    person = statement.speaker.person
    assert person is not None
    person.languages = ["ka", "ro"]
    person.save()
    event.titles = {"en": "Commemoration", "ro": "Comemorare"}
    event.save()

    (one,) = queries.quotations_of(event)

    assert language_for(one.speaker, event) == "ro"
    (sheet,) = sheet_values(event, [one], format="a4")["letters"]
    assert (sheet["language"], sheet["name"], sheet["event"][0]) == ("ro", "Ana Sample", "Comemorare")


def test_a_title_that_is_not_written_in_that_language_is_told(signed_in: Client, event: Event) -> None:
    person = quoted(event).speaker.person
    assert person is not None
    person.languages = ["ro"]
    person.save()

    told = signed_in.get(path(event, "quotation-sheets"), follow=True).content.decode()

    assert "The title of the event is not written in Romanian; add it or leave this language out." in told


def test_the_original_stands_before_its_translations(event: Event) -> None:
    quoted(event, texts={"en": "Peace.", "ro": "Pace."}, language="ro")

    (sheet,) = sheet_values(event, queries.quotations_of(event), format="a4")["letters"]

    assert [(each["name"], each["text"]) for each in sheet["quotations"][0]["wordings"]] == [
        ("Romanian", "Pace."),
        ("English", "Peace."),
    ]


@pytest.mark.parametrize("name", ["quotation-sheets", "quotation-sheet"])
def test_the_sheets_are_printed(signed_in: Client, event: Event, name: str) -> None:
    first = quoted(event, texts={"en": "Peace is a door."})
    quoted(event, "Second Speaker")
    given = {} if name == "quotation-sheets" else {"who": first.speaker.code}

    response = signed_in.get(path(event, name, **given))

    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")


def test_without_a_quotation_no_empty_sheet_is_printed(signed_in: Client, event: Event) -> None:
    response = signed_in.get(path(event, "quotation-sheets"), follow=True)

    assert "Nothing is quoted word for word yet, so there is no sheet to print." in response.content.decode()


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", {"draft", "quote", "whole"}),
        ("?state=draft", {"draft"}),
        ("?state=approval", {"quote"}),
        ("?state=translation", {"draft", "quote"}),
        ("?topic=peace", {"whole"}),
    ],
)
def test_the_statements_are_narrowed(signed_in: Client, event: Event, asked: str, shown: set[str]) -> None:
    make.statement(speaker(event, "One"), "word of the draft", is_draft=True)
    quoted(event, "Two", texts={"en": "word of the quote"})
    both = {"en": "word of the whole", "ro": "cuvânt"}
    make.statement(speaker(event, "Three"), topics={"en": "peace"}, texts=both)

    body = page(signed_in, path(event) + asked).partition("<article")[2]

    assert {name for name in ("draft", "quote", "whole") if f"word of the {name}" in body} == shown


def test_items_stand_in_the_order_in_which_they_took_place(signed_in: Client, event: Event) -> None:
    later = make.item(event, "Planned first", position=0, actual_position=2)
    first = make.item(event, "Planned second", position=1, actual_position=1)
    for item in (later, first):
        make.statement(speaker(event), item=item)

    shown = page(signed_in, path(event))

    assert shown.index("Planned second") < shown.index("Planned first")


def test_notes_are_read_over_one_after_the_other(signed_in: Client, event: Event, people: People) -> None:
    notes = [make.statement(speaker(event), f"Note {number}.", is_draft=True) for number in (1, 2)]

    first = signed_in.get(path(event, "drafts"))
    assert first.headers["Location"] == path(event, "change", statement=notes[0].code)
    assert "Note 1 of 2 to be read over" in page(signed_in, first.headers["Location"])
    second = send(signed_in, first.headers["Location"], over="1")
    assert second.headers["Location"] == path(event, "change", statement=notes[1].code)
    last = send(signed_in, second.headers["Location"], over="1")

    assert last.headers["Location"] == path(event)
    assert not Statement.objects.filter(is_draft=True).exists()
    assert signed_in.get(path(event, "drafts")).headers["Location"] == path(event)


def test_saving_a_note_keeps_it_among_those_to_be_read_over(signed_in: Client, event: Event) -> None:
    note = make.statement(speaker(event), "Note.", is_draft=True)

    send(signed_in, path(event, "change", statement=note.code), texts_en="Note, changed.")

    note.refresh_from_db()
    assert note.is_draft
    assert note.texts == {"en": "Note, changed."}
