"""Attendees of pretix, Indico and Eventbrite: recognised, shown, brought once, doubtful ones named."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from typer.testing import CliRunner

from chancery.desk import commands_bringing
from chancery.desk.bringing.attendees import Peer, Standing
from chancery.desk.bringing.planning import Fate, plan_of
from chancery.desk.bringing.reading import read
from chancery.desk.bringing.writing import Brought, Doubts, bring
from chancery.directory.actions import import_undo
from chancery.directory.importing.problems import UnreadableFile
from chancery.directory.models import ContactPoint, Import, Person, Tenure
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests.models import Question, Reply
from tests import make
from tests.conftest import People
from tests.desk.peer_exports import (
    EVENTBRITE,
    INDICO,
    PRETIX,
    as_csv,
    as_xlsx,
    eventbrite_row,
    indico_row,
    order_json,
    pretix_json,
    pretix_row,
)

NAMES = ("Ana Popescu", "ليلى أحمد", "Ələkbər Məmmədov", "Zoë O’Brien-Łuczak")
NOTHING = Brought(0, 0, 0, 0)


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Path) -> None:
    """A file that waits under the keys of an event and a reader, which a later test may have again."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, "Reception", held_on=date(2027, 3, 1), languages=["en"])


def brought(event: Event, content: bytes, *, doubts: Doubts = Doubts.LEAVE) -> Brought:
    by = make.actor(event.organiser)
    return bring(event, read(content), filename="export.csv", doubts=doubts, by=by)


def fates(event: Event, content: bytes) -> dict[int, tuple[str, str]]:
    lines = plan_of(event, read(content)).lines
    return {line.attendee.row: (line.fate.value, line.why) for line in lines}


@pytest.mark.parametrize(
    ("headings", "rows", "peer"),
    [
        (PRETIX, [pretix_row("ABC12", 1, "Ana Popescu")], Peer.PRETIX),
        (INDICO, [indico_row(1, "Ana Popescu")], Peer.INDICO),
        (EVENTBRITE, [eventbrite_row("77", 1, "Ana Popescu")], Peer.EVENTBRITE),
    ],
)
@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8"), (";", "cp1252"), ("\t", "utf-8-sig")])
def test_each_program_is_known_by_its_headings(
    headings: Any, rows: Any, peer: Peer, delimiter: str, encoding: str
) -> None:
    export = read(as_csv(headings, rows, delimiter=delimiter, encoding=encoding))

    (attendee,) = export.attendees
    assert export.peer == peer
    assert (attendee.given, attendee.family) == ("Ana", "Popescu")
    assert attendee.standing == Standing.COMES
    assert attendee.answers == ()
    assert attendee.asked_at is not None


@pytest.mark.parametrize(
    "content", [b'{"a": 1}', b"[1, 2]", b"{", b"Name;Office\r\nAna;x\r\n", b"[" * 100_000]
)
def test_another_file_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(content)

    assert str(refused.value).endswith(".")


def test_names_of_all_scripts_are_brought_as_they_stand(event: Event) -> None:
    rows = [indico_row(number, name) for number, name in enumerate(NAMES, start=1)]

    assert brought(event, as_csv(INDICO, rows)) == Brought(4, 4, 4, 0)
    assert {guest.name_printed for guest in event.participations.all()} == set(NAMES)


def test_a_ticket_becomes_a_guest_with_category_reply_and_arrival(event: Event) -> None:
    question = Question.objects.create(event=event, ref="table", texts={"en": "Table wishes"}, answer="text")
    row = pretix_row(
        "ABC12",
        1,
        "Ana Popescu",
        Attendee_email="ana@example.org",
        Attendee_company="Sample Ltd",
        Table_wishes="near the door",
    ) | {"Check-in lists": "Main entrance"}

    brought(event, as_csv(PRETIX, [row]))

    guest = Participation.objects.get(event=event)
    reply = Reply.objects.get()
    assert guest.ref == "pretix-abc12-1"
    assert guest.category is not None
    assert guest.category.names == {"en": "Guest of honour"}
    assert (guest.invitation.standing, guest.actual) == ("accepted", "attended")
    assert (reply.standing, reply.answers) == ("accepted", {question.ref: "near the door"})
    assert reply.given_at.isoformat() == "2026-10-01T12:30:00+00:00"
    assert list(ContactPoint.objects.values_list("value", flat=True)) == ["ana@example.org"]


def test_brought_twice_changes_nothing(event: Event) -> None:
    rows = [pretix_row("ABC12", number, name) for number, name in enumerate(NAMES, start=1)]
    rows.append(pretix_row("ABC13", 1, "Ion Ionescu", Status="canceled"))
    content = as_csv(PRETIX, rows, delimiter=";")

    first = brought(event, content)
    counts = [model.objects.count() for model in (Person, Participation, Reply, GuestCategory, Import)]
    again = brought(event, content)

    assert first == Brought(5, 5, 5, 0)
    assert again == NOTHING
    assert counts == [
        model.objects.count() for model in (Person, Participation, Reply, GuestCategory, Import)
    ]


def test_what_changed_there_is_brought_and_what_was_said_here_stands(event: Event) -> None:
    paid = as_csv(PRETIX, [pretix_row("ABC12", 1, "Ana Popescu")])
    cancelled = as_csv(PRETIX, [pretix_row("ABC12", 1, "Ana Popescu", Status="canceled")])

    brought(event, paid)
    changed = brought(event, cancelled)
    of_old = brought(event, paid)

    guest = Participation.objects.get(event=event)
    assert changed == Brought(0, 0, 1, 0)
    assert of_old == NOTHING
    assert guest.invitation.standing == "withdrawn"


def test_rows_that_are_not_brought_are_named_with_their_reason(event: Event) -> None:
    rows = [
        pretix_row("A", 1, "Ana Popescu"),
        pretix_row("A", 2, ""),
        pretix_row("A", 3, "Add On") | {"Add-on to position ID": "1"},
        pretix_row("B", 1, "Late Payer", Status="expired"),
        pretix_row("C", 1, "Odd Status", Status="bezahlt"),
        pretix_row("D", 1, "=HYPERLINK(1)"),
        pretix_row("E", 1, "Bad Address", Attendee_email="nonsense"),
    ]

    told = fates(event, as_csv(PRETIX, rows))

    assert {row: fate for row, (fate, _why) in told.items()} == {
        2: Fate.NEW,
        **dict.fromkeys(range(3, 9), Fate.LEFT_OUT),
    }
    assert [why for _fate, why in told.values()][1:] == [
        "The row names nobody; write the name or take the row out.",
        "It is an add-on to another ticket, which stands in a row of its own.",
        "The order expired without being paid.",
        "Its status is not known; bring this guest by hand.",
        "The cell holds a formula; write its value instead.",
        "“nonsense” is no e-mail address; correct it or leave it empty.",
    ]


def test_several_guests_of_one_order_do_not_share_the_address_of_the_buyer(event: Event) -> None:
    rows = [
        eventbrite_row("77", number, name, Email="buyer@example.org") for number, name in enumerate(NAMES)
    ]

    assert brought(event, as_csv(EVENTBRITE, rows)).guests == 4
    assert not ContactPoint.objects.exists()


def test_somebody_the_directory_surely_knows_is_not_entered_again(event: Event) -> None:
    known = make.person(event.organiser, "Ana Popescu")
    ContactPoint.objects.create(person=known, kind="email", value="ana@example.org")
    content = as_csv(PRETIX, [pretix_row("A", 1, "Ana Popescu", Attendee_email="ana@example.org")])

    assert brought(event, content) == Brought(0, 1, 1, 0)
    assert Participation.objects.get(event=event).person == known
    assert brought(event, content) == NOTHING


def test_somebody_who_may_be_known_is_doubtful_and_the_office_decides(event: Event) -> None:
    known = make.person(event.organiser, "Ana Popescu")
    content = as_csv(PRETIX, [pretix_row("A", 1, "Anna Popescu")])

    ((fate, why),) = fates(event, content).values()

    assert (fate, why) == (Fate.DOUBTFUL, "It may be Ana Popescu of the directory.")
    assert brought(event, content) == NOTHING
    assert brought(event, content, doubts=Doubts.SAME) == Brought(0, 1, 1, 0)
    assert Participation.objects.get(event=event).person == known
    assert brought(event, content, doubts=Doubts.NEW) == NOTHING


def test_a_doubtful_guest_is_brought_as_somebody_new(event: Event) -> None:
    make.person(event.organiser, "Ana Popescu")
    content = as_csv(PRETIX, [pretix_row("A", 1, "Anna Popescu")])

    assert brought(event, content, doubts=Doubts.NEW) == Brought(1, 1, 1, 0)
    assert brought(event, content, doubts=Doubts.NEW) == NOTHING


def test_two_of_one_name_in_a_file_are_doubtful_and_one_of_one_address_is_one(event: Event) -> None:
    rows = [
        pretix_row("A", 1, "Ana Popescu"),
        pretix_row("B", 1, "Ana Popescu"),
        pretix_row("C", 1, "Ion Ionescu", Attendee_email="ion@example.org"),
        pretix_row("D", 1, "Ion Ionescu", Attendee_email="ion@example.org"),
    ]

    told = fates(event, as_csv(PRETIX, rows))

    assert told == {
        2: (Fate.NEW, ""),
        3: (Fate.DOUBTFUL, "It may be the same guest as in row 2."),
        4: (Fate.NEW, ""),
        5: (Fate.LEFT_OUT, "The same guest as in row 4."),
    }


def test_people_who_were_brought_are_an_import_that_can_be_taken_back(event: Event, people: People) -> None:
    brought(event, as_csv(PRETIX, [pretix_row("A", 1, "Ana Popescu")]))
    made = Import.objects.get()

    with pytest.raises(import_undo.RestsOnImport):
        import_undo.undo_import(made, by=make.actor(people.office))

    assert made.filename == "export.csv"


def test_states_of_indico_and_eventbrite(event: Event) -> None:
    states = ["Completed", "Pending", "Awaiting payment", "Withdrawn", "Rejected"]
    indico = read(
        as_csv(INDICO, [indico_row(n, f"Guest {n}", Registration_state=s) for n, s in enumerate(states)])
    )
    words = ["Attending", "Checked In", "Not Attending", "Refunded", "Transferred"]
    eventbrite = read(
        as_csv(EVENTBRITE, [eventbrite_row("1", n, f"G {n}", Attendee_Status=w) for n, w in enumerate(words)])
    )

    assert [each.standing for each in indico.attendees] == ["comes", "open", "open", "regrets", "open"]
    assert [bool(each.why_not) for each in indico.attendees] == [False, False, False, False, True]
    assert [each.standing for each in eventbrite.attendees] == [
        "comes",
        "comes",
        "regrets",
        "regrets",
        "open",
    ]
    assert [each.has_come for each in eventbrite.attendees] == [False, True, False, False, False]
    assert bool(eventbrite.attendees[4].why_not)


def test_a_workbook_of_indico_says_who_came(event: Event) -> None:
    rows = [
        indico_row(1, "ليلى أحمد", Position="Head of section", Affiliation="Ministry") | {"Checked in": True},
        indico_row(2, "Ana Popescu", Position="Editor") | {"Checked in": False},
    ]

    assert brought(event, as_xlsx(INDICO, rows)) == Brought(2, 2, 2, 1)
    assert Tenure.objects.get().office.titles == {"en": "Head of section"}
    came = Participation.objects.get(event=event, actual="attended")
    assert came.name_printed == "ليلى أحمد"


def test_the_command_says_what_it_would_do_and_does_it(event: Event, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(as_csv(PRETIX, [pretix_row("A", 1, "Ana Popescu"), pretix_row("A", 2, "")]))
    app = typer.Typer()
    commands_bringing.register(app)
    app.command("other")(lambda: None)

    looked = CliRunner().invoke(app, ["bring", event.ref, str(path), "--look"])
    before = Participation.objects.count()
    done = CliRunner().invoke(app, ["bring", event.ref, str(path)])

    assert "pretix: 1 new, 0 known, 0 there, 0 doubtful, 1 left-out; nothing was written." in looked.output
    assert "Row 3 (left-out)" in done.output
    assert (before, Participation.objects.count()) == (0, 1)


def test_orders_of_pretix_as_json(event: Event) -> None:
    answered = [{"question": 3, "answer": "near the door"}]
    content = pretix_json(
        order_json(
            "ABC12",
            {"attendee_name": "Ana Popescu", "attendee_email": "ana@example.org", "answers": answered},
            {"attendee_name": "ليلى أحمد", "company": "Sample Ltd"},
            {"attendee_name": None},
        ),
        order_json("TEST1", {"attendee_name": "Test Order"}, testmode=True),
        order_json("GONE1", {"attendee_name": "Ion Ionescu"}, status="c"),
    )

    export = read(content)

    assert [each.key for each in export.attendees][:2] == ["pretix-abc12-1", "pretix-abc12-2"]
    assert [each.category for each in export.attendees] == ["Guest of honour"] * 5
    assert export.attendees[0].answers == (("Table wishes", "near the door"),)
    assert [each.email for each in export.attendees] == [
        "ana@example.org",
        "",
        "",
        "buyer@example.org",
        "buyer@example.org",
    ]
    assert [bool(each.why_not) for each in export.attendees] == [False, False, True, True, False]
    assert brought(event, content) == Brought(3, 3, 3, 0)


def test_a_list_as_csv_and_as_json_is_the_same_list(event: Event) -> None:
    brought(event, as_csv(PRETIX, [pretix_row("ABC12", 1, "Ana Popescu")]))
    content = pretix_json(order_json("ABC12", {"attendee_name": "Ana Popescu"}))

    assert brought(event, content) == NOTHING


def page(response: Any) -> str:
    return str(response.content.decode())


def test_the_page_shows_what_would_be_made_and_then_makes_it(signed_in: Client, event: Event) -> None:
    rows = [
        pretix_row("A", 1, "Ana Popescu", Table_wishes="near the door"),
        pretix_row("A", 2, "", Attendee_email="x@example.org"),
    ]
    address = f"/o/mission/events/{event.code}/guests/add/attendees/"
    file = SimpleUploadedFile("pretix.csv", as_csv(PRETIX, rows))

    shown = page(signed_in.post(address, {"file": file}, follow=True))
    before = Participation.objects.count()
    signed_in.post(f"{address}write/")
    after = page(signed_in.get(address))

    assert "pretix.csv" in shown
    assert "Row 3" in shown
    assert "The row names nobody" in shown
    assert "Table wishes" in shown
    assert (before, Participation.objects.count()) == (0, 1)
    assert "pretix.csv" not in after


def test_a_file_of_another_kind_is_refused_on_the_page(signed_in: Client, event: Event) -> None:
    file = SimpleUploadedFile("list.csv", b"Name;Office\r\nAna;x\r\n")

    shown = page(signed_in.post(f"/o/mission/events/{event.code}/guests/add/attendees/", {"file": file}))

    assert "This is no export of pretix, Indico or Eventbrite" in shown


def test_a_page_brings_no_more_than_it_can(signed_in: Client, event: Event) -> None:
    rows = [pretix_row("A", number, f"Guest {number}") for number in range(501)]
    file = SimpleUploadedFile("pretix.csv", as_csv(PRETIX, rows))

    shown = page(signed_in.post(f"/o/mission/events/{event.code}/guests/add/attendees/", {"file": file}))

    assert "The file holds 501 tickets, more than a page brings" in shown
    assert "Bring them" not in shown


def test_a_file_waits_for_its_own_reader_and_event_alone(
    signed_in: Client, event: Event, people: People
) -> None:
    file = SimpleUploadedFile("pretix.csv", as_csv(PRETIX, [pretix_row("A", 1, "Ana Popescu")]))
    signed_in.post(f"/o/mission/events/{event.code}/guests/add/attendees/", {"file": file})
    other = make.event(people.office, "Another")

    signed_in.post(f"/o/mission/events/{other.code}/guests/add/attendees/write/")
    colleague = Client()
    colleague.force_login(people.colleague)
    colleague.post(f"/o/mission/events/{event.code}/guests/add/attendees/write/")

    assert not Participation.objects.exists()
