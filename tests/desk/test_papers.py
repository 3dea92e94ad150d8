"""The papers of an event: which there are, what each says, and the button that prints them all."""

import io
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import docx
import pypdf
import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from chancery.base import audit, printed
from chancery.base.jobs import run_job
from chancery.base.models import Job
from chancery.base.stock import Stock
from chancery.desk import dossier, jobs
from chancery.desk.dossier import Document, Run, documents_of, usual_stock
from chancery.events.models import Event, GuestCategory
from chancery.events.wording import main_language
from chancery.programme.models import Contribution, Cue, Item
from tests import make
from tests.conftest import People

RUN = Run(datetime(2026, 2, 20, 12, 5, tzinfo=UTC), author="A. Sample", stock=Stock())


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


@pytest.fixture
def event(people: People) -> Event:
    """An event in two languages with a speaker, a cue of two departments and two guests of one category."""
    people.office.host_state = "RO"
    people.office.save(update_fields=["host_state"])
    made = make.event(
        people.office,
        "Evening of Remembrance",
        held_on=date(2026, 2, 26),
        starts_at=time(18),
        languages=["en", "ro"],
        time_zone="Europe/Bucharest",
    )
    made.titles = {"en": "Evening of Remembrance", "ro": "Seară comemorativă"}
    made.save(update_fields=["titles"])
    heads = GuestCategory.objects.create(event=made, ref="heads", names={"en": "Heads of mission"})
    embassy = make.body(people.office, "Embassy of Poland", state="PL")
    speaker = make.person(people.office, "Șerban Probă")
    make.tenure(speaker, make.post(embassy), steps={"credentials": "2024-03-05"})
    guest = make.participation(made, speaker, category=heads)
    make.participation(made, make.person(people.office, "=1+1 Əliyeva"), category=heads)
    speech = make.item(made, duration_seconds=300)
    speech.titles = {"en": "Opening address", "ro": "Cuvânt"}
    speech.save(update_fields=["titles"])
    Contribution.objects.create(item=speech, participation=guest)
    for department in ("Light", "Sound"):
        Cue.objects.create(item=speech, department=department, text=f"{department} up")
    return made


def the(event: Event, filename: str) -> Document:
    return next(one for one in documents_of(event) if one.filename == filename)


def made(event: Event, filename: str, run: Run = RUN) -> bytes:
    return dossier.printed(the(event, filename), event, run)


def read(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def rows_of(content: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def address(route: str, event: Event, *further: str) -> str:
    return reverse(f"desk:{route}", args=[event.organiser.ref, event.code, *further])


def test_every_paper_is_there_in_its_formats(event: Event) -> None:
    assert [document.filename for document in documents_of(event)] == [
        "programme-en.pdf",
        "programme-en.docx",
        "programme-ro.pdf",
        "programme-ro.docx",
        "cue-sheet.pdf",
        "cue-sheet.xlsx",
        "cue-sheet-light.pdf",
        "cue-sheet-sound.pdf",
        "calendar.ics",
        "precedence-list.pdf",
        "precedence-list.docx",
        "precedence-list.xlsx",
        "guest-list.pdf",
        "guest-list.docx",
        "guest-list.xlsx",
        "attendance-form.pdf",
        "flags-and-anthems.pdf",
        "invitation-cards.pdf",
        "envelopes.pdf",
        "labels.pdf",
        "telephone-round.pdf",
        "dispatch-register.pdf",
        "place-cards.pdf",
        "name-cards.pdf",
        "attendance-annex.pdf",
        "attendance-annex.docx",
        "attendance-annex.xlsx",
        "report-en.pdf",
        "report-en.docx",
        "report-ro.pdf",
        "report-ro.docx",
    ]


def test_departments_that_are_written_alike_keep_their_own_sheets(event: Event) -> None:
    item = Item.objects.get(event=event)
    for department in ("light!", "свет"):
        Cue.objects.create(item=item, department=department, text="Up")

    keys = [document.key for document in documents_of(event) if document.key.startswith("cue-sheet-")]

    assert keys == ["cue-sheet-light", "cue-sheet-sound", "cue-sheet-light-2", "cue-sheet-свет"]


def test_programme_is_printed_in_each_language(event: Event) -> None:
    assert "Opening address" in read(made(event, "programme-en.pdf"))
    romanian = pypdf.PdfReader(io.BytesIO(made(event, "programme-ro.pdf")))
    assert "Cuvânt" in "".join(page.extract_text() for page in romanian.pages)
    root: Any = romanian.root_object
    assert root["/Lang"] == "ro"


@pytest.mark.parametrize("filename", ["programme-ro.pdf", "programme-ro.docx"])
def test_programme_without_a_wording_names_the_item_and_the_language(
    event: Event, tmp_path: Path, filename: str
) -> None:
    make.item(event, "Reception", kind="reception", position=9)

    outcomes = {
        one.document.filename: one for one in dossier.write_dossier(event, documents_of(event), tmp_path, RUN)
    }

    assert outcomes[filename].failure == (
        "The title of item 2 is not written in Romanian; add it or leave this language out."
    )


def test_r94_sheet_of_a_department_has_every_item_and_its_own_cues(event: Event) -> None:
    light, everybody = read(made(event, "cue-sheet-light.pdf")), read(made(event, "cue-sheet.pdf"))

    assert "Opening address" in light
    assert "Light up" in light
    assert "Sound up" not in light
    assert "Sound up" in everybody
    for text in (light, everybody):
        assert "Version 1" in text
        assert "20 Feb 2026, 14:05" in text
        assert "A. Sample" in text


def test_cues_stand_in_a_table_with_their_departments(event: Event) -> None:
    heads, *rows = rows_of(made(event, "cue-sheet.xlsx"))

    assert heads[-3:] == ["Department", "Type of cue", "Cue"]
    assert [row[-3:] for row in rows] == [["Light", "go", "Light up"], ["Sound", "go", "Sound up"]]
    assert rows[0][:5] == ["18:00", "+0:00", "5 min", "Opening address", "Șerban Probă"]


def test_name_that_begins_like_a_formula_stays_a_text(event: Event) -> None:
    content = made(event, "guest-list.xlsx")

    assert "=1+1 Əliyeva" in [row[2] for row in rows_of(content)]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


def test_order_has_its_reasons_in_every_format(event: Event) -> None:
    reason = "Ordered inside the rank by the date of credentials: 5 March 2024."
    document = docx.Document(io.BytesIO(made(event, "precedence-list.docx")))
    cells = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)

    assert reason in cells
    assert any(reason in str(row[-1]) for row in rows_of(made(event, "precedence-list.xlsx")))
    assert "5 March 2024" in read(made(event, "precedence-list.pdf"))


def test_calendar_file_keeps_its_name_and_counts_the_changes(event: Event, people: People) -> None:
    first = Calendar.from_ical(made(event, "calendar.ics")).events[0]
    event.titles = {"en": "Evening of Names"}
    audit.update(event, by=make.actor(people.office), code="events.event.changed")

    second = Calendar.from_ical(made(event, "calendar.ics")).events[0]

    assert first["UID"] == second["UID"] == f"{event.code}@events.chancery.invalid"
    assert second["SEQUENCE"] == first["SEQUENCE"] + 1
    assert second["SUMMARY"] == "Evening of Names"


def test_calendar_file_ends_with_a_running_order_whose_end_is_known(event: Event) -> None:
    assert Calendar.from_ical(made(event, "calendar.ics")).events[0]["DTEND"].dt == datetime(
        2026, 2, 26, 18, 5, tzinfo=ZoneInfo("Europe/Bucharest")
    )
    make.item(event, "Reception", position=9)

    assert "DTEND" not in Calendar.from_ical(made(event, "calendar.ics")).events[0]


@pytest.mark.parametrize(
    ("status", "said"),
    [("draft", "TENTATIVE"), ("postponed", "TENTATIVE"), ("cancelled", "CANCELLED"), ("held", "CONFIRMED")],
)
def test_calendar_file_says_whether_the_event_is_held(event: Event, status: str, said: str) -> None:
    event.status = status

    assert Calendar.from_ical(made(event, "calendar.ics")).events[0]["STATUS"] == said


def test_calendar_file_is_written_as_the_standard_wants(event: Event) -> None:
    event.titles = {"en": "Remembrance; of, all " + "ə" * 80}
    content = made(event, "calendar.ics")

    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"Remembrance\\; of\\, all" in content
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    assert b"TZID:Europe/Bucharest" in content
    assert b"DTSTART;TZID=Europe/Bucharest:20260226T180000" in content


def test_house_stands_in_the_language_of_the_paper_where_it_is_written(event: Event) -> None:
    event.organiser.names = {"en": "Sample Embassy", "ro": "Ambasada Exemplu"}

    assert dossier.imprint_of(event, "ro", RUN).house == "Ambasada Exemplu"
    missing = dossier.imprint_of(event, "az", RUN)
    assert (missing.house, missing.house_language) == ("Sample Embassy", "en")


def test_lists_take_a_language_in_which_the_title_is_written(event: Event) -> None:
    event.titles = {"ro": "Seară comemorativă"}

    assert main_language(event) == "ro"
    assert the(event, "guest-list.pdf").language == "ro"


@pytest.mark.parametrize(
    ("host_state", "sheet", "envelope"),
    [("RO", "a4", "c6"), ("us", "us-letter", "a7-envelope"), ("", "a4", "c6")],
)
def test_what_is_printed_on_follows_the_host_state(
    people: People, host_state: str, sheet: str, envelope: str
) -> None:
    people.office.host_state = host_state

    stock = usual_stock(make.event(people.office))

    assert (stock.sheet, stock.envelope) == (sheet, envelope)


@pytest.mark.parametrize(
    ("stock", "filename", "width", "height"),
    [
        (Stock(), "guest-list.pdf", 210, 297),
        (Stock(sheet="us-letter"), "guest-list.pdf", 215.9, 279.4),
        (Stock(sheet="us-letter"), "programme-en.pdf", 139.7, 215.9),
        (Stock(), "place-cards.pdf", 210, 297),
        (Stock(cut="card"), "place-cards.pdf", 90, 88),
        (Stock(cut="card", place_card="flat"), "place-cards.pdf", 90, 55),
        (Stock(cut="printer", name_card="a6"), "name-cards.pdf", 148 + 18, 105 + 18),
        (Stock(envelope="dl"), "envelopes.pdf", 220, 110),
        (Stock(cut="card", invitation_card="5x7"), "invitation-cards.pdf", 177.8, 127),
        (Stock(label="4x2in"), "labels.pdf", 215.9, 279.4),
    ],
)
def test_paper_has_the_size_that_was_chosen(
    event: Event, stock: Stock, filename: str, width: float, height: float
) -> None:
    content = made(event, filename, Run(RUN.made_at, RUN.author, stock))

    box = pypdf.PdfReader(io.BytesIO(content)).pages[0].mediabox
    millimetre = 72 / 25.4
    assert float(box.width) == pytest.approx(width * millimetre, abs=0.5)
    assert float(box.height) == pytest.approx(height * millimetre, abs=0.5)


def test_fault_in_one_paper_does_not_stop_the_others(
    event: Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **how: Any) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(dossier.cards, "envelopes", fail)

    outcomes = dossier.write_dossier(event, documents_of(event), tmp_path, RUN)

    (failed,) = (one for one in outcomes if one.path is None)
    assert failed.document.filename == "envelopes.pdf"
    assert failed.failure.startswith("“Envelopes” could not be made")


def finished(event: Event) -> Job:
    """The last dossier of an event, after the worker has run it."""
    job = Job.objects.filter(kind=jobs.DOSSIER, arguments__event=event.pk).latest("pk")
    run_job.call(job.pk)
    job.refresh_from_db()
    return job


def test_button_prints_the_dossier_on_what_was_chosen(event: Event, signed_in: Client) -> None:
    signed_in.post(address("start", event), {"envelope": "dl"})

    job = finished(event)

    assert job.state == Job.State.DONE
    assert job.arguments["stock"]["envelope"] == "dl"
    assert job.done == job.total == len(documents_of(event))
    page = signed_in.get(address("papers", event)).content.decode()
    assert address("download", event, job.code, "dossier.zip") in page
    assert address("download", event, job.code, "guest-list.pdf") in page


def test_bundle_holds_every_paper_that_was_made(event: Event, signed_in: Client) -> None:
    make.item(event, "Reception", position=9)
    signed_in.post(address("start", event))
    job = finished(event)

    answer: Any = signed_in.get(address("download", event, job.code, "dossier.zip"))

    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as bundle:
        assert set(bundle.namelist()) == {one.filename for one in documents_of(event)} - {
            "programme-ro.pdf",
            "programme-ro.docx",
        }
    page = signed_in.get(address("progress", event, job.code)).content.decode()
    assert "The title of item 2 is not written in Romanian" in page


@pytest.mark.parametrize("name", ["unknown.pdf", "programme-fr.pdf"])
def test_only_files_of_the_dossier_are_handed_over(event: Event, signed_in: Client, name: str) -> None:
    signed_in.post(address("start", event))
    job = finished(event)
    (printed.folder_of(job.code) / "unknown.pdf").write_bytes(b"")

    assert signed_in.get(address("download", event, job.code, name)).status_code == 404


def test_caller_gets_the_papers_of_the_programme_and_no_guest_list(
    event: Event, people: People, signed_in: Client
) -> None:
    signed_in.post(address("start", event))
    job = finished(event)
    caller = Client()
    caller.force_login(make.member(people.office, "caller").user)

    page = caller.get(address("papers", event)).content.decode()

    assert "cue-sheet.pdf" in page
    assert "guest-list" not in page
    assert "dossier.zip" not in page
    assert caller.get(address("paper", event, "guest-list.pdf")).status_code == 404
    handed: Any = caller.get(address("download", event, job.code, "cue-sheet.pdf"))
    assert b"".join(handed.streaming_content).startswith(b"%PDF")
    for name in ("guest-list.pdf", "dossier.zip"):
        assert caller.get(address("download", event, job.code, name)).status_code == 404


def test_dossier_of_a_caller_holds_what_the_caller_may_read(event: Event, people: People) -> None:
    caller = Client()
    caller.force_login(make.member(people.office, "caller").user)
    caller.post(address("start", event))

    job = finished(event)

    assert {one["group"] for one in job.outcome["papers"]} == {"Programme"}
    assert not (printed.folder_of(job.code) / "guest-list.pdf").exists()


def test_second_press_waits_for_the_first(event: Event, signed_in: Client) -> None:
    signed_in.post(address("start", event))
    answer = signed_in.post(address("start", event), follow=True)

    assert Job.objects.filter(kind=jobs.DOSSIER).count() == 1
    assert "The dossier is being printed; wait for it or stop it." in answer.content.decode()


def test_new_dossier_takes_the_place_of_the_last(event: Event, signed_in: Client) -> None:
    signed_in.post(address("start", event))
    first = finished(event)
    signed_in.post(address("start", event))
    second = finished(event)

    assert not printed.folder_of(first.code).exists()
    assert printed.folder_of(second.code).is_dir()
    answer = signed_in.get(address("download", event, first.code, "guest-list.pdf"), follow=True)
    assert "no longer kept" in answer.content.decode()


def test_papers_older_than_a_week_are_deleted(media: Path) -> None:
    for code in ("old", "new"):
        printed.folder_of(code).mkdir(parents=True)
    in_a_week = datetime.now(tz=UTC) + printed.KEPT

    printed.forget_others([], now=in_a_week - timedelta(minutes=1))
    assert printed.folder_of("old").exists()
    printed.forget_others(["new"], now=in_a_week + timedelta(minutes=1))

    assert not list((media / "dossiers").iterdir())


def test_one_paper_is_printed_at_once_and_named_after_the_event(event: Event, signed_in: Client) -> None:
    answer = signed_in.get(address("paper", event, "guest-list.pdf"), {"sheet": "us-letter"})

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{event.ref}-guest-list.pdf"'
    box = pypdf.PdfReader(io.BytesIO(answer.content)).pages[0].mediabox
    assert float(box.width) == pytest.approx(612)


def test_one_paper_that_fails_says_so_on_the_page(event: Event, signed_in: Client) -> None:
    Event.objects.filter(pk=event.pk).update(held_on=None)

    answer = signed_in.get(address("paper", event, "calendar.ics"), follow=True)

    assert "The calendar file needs the day of the event; give it in the plan." in answer.content.decode()


def test_sizes_of_the_last_dossier_are_offered_again(event: Event, signed_in: Client) -> None:
    signed_in.post(address("start", event), {"envelope": "dl", "name_card": "nonsense"})

    page = signed_in.get(address("papers", event)).content.decode()

    assert '<option value="dl" selected>' in page
    assert '<option value="badge" selected>' in page


def test_page_asks_as_often_for_three_guests_more(
    event: Event, signed_in: Client, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    signed_in.get(address("papers", event))
    with django_assert_max_num_queries(40) as asked:
        signed_in.get(address("papers", event))
    for number in range(3):
        make.participation(event, make.person(event.organiser, f"Guest {number}"))

    with django_assert_num_queries(len(asked)):
        signed_in.get(address("papers", event))
