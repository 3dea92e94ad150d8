"""What the press wrote: reports with their clippings, quoted figures as claims, reach by who tells it."""

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from chancery.events.models import Claim, Event, Matter, Source
from chancery.record.models import Coverage
from chancery.record.queries import press as queries
from tests import make
from tests.conftest import People
from tests.record import press_built as built

EMPTY = {
    "quoted-TOTAL_FORMS": "0",
    "quoted-INITIAL_FORMS": "0",
    "kind": "article",
    "title": "A remembrance",
}


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office)


def path(name: str, of: Event, *arguments: str) -> str:
    return reverse(f"record:{name}", args=["mission", of.code, *arguments])


def page(client: Client, of: Event) -> str:
    response = client.get(path("press", of))
    assert response.status_code == 200
    return response.content.decode()


def add(client: Client, of: Event, **fields: Any) -> Any:
    sent = EMPTY | {name.replace("__", "-"): value for name, value in fields.items()}
    return client.post(path("add-report", of), sent)


def errors(response: Any) -> list[str]:
    forms = [response.context["source_form"], response.context["form"], *response.context["formset"].forms]
    return [str(words) for form in forms for field in form.errors.values() for words in field]


def test_nothing_known_is_said_in_one_sentence(signed_in: Client, event: Event) -> None:
    assert "No report of the press is known." in page(signed_in, event)


def test_a_report_keeps_what_is_known_of_it(signed_in: Client, event: Event) -> None:
    add(
        signed_in,
        event,
        outlet="Sample Daily",
        author="Ana Sample",
        language="ro",
        kind="agency",
        address="https://example.org/report",
        dated__year="2025",
        dated__month="02",
        dated__day="26",
        reach="12000",
        reach_according_to="Sample Monitor",
    )

    report = Coverage.objects.get()
    assert (report.source.outlet, report.source.language, str(report.source.dated)) == (
        "Sample Daily",
        "ro",
        "2025-02-26",
    )
    text = page(signed_in, event)
    assert "A remembrance" in text
    assert "report of an agency · Romanian · Ana Sample" in text
    assert "12,000 according to Sample Monitor" in text


def test_a_reach_without_who_tells_it_is_refused(signed_in: Client, event: Event) -> None:
    response = add(signed_in, event, reach="12000")

    assert errors(response) == ["Say who tells this number; a reach without that is not kept."]
    assert not Coverage.objects.exists()
    assert not Source.objects.exists()


def test_reach_is_added_up_by_claimant_and_never_across(signed_in: Client, event: Event) -> None:
    for reach, who in ((1000, "The outlet"), (2000, "The outlet"), (500, "Sample Monitor")):
        built.report(event, reach=reach, reach_according_to=who)
    built.report(event)

    text = page(signed_in, event)

    assert "According to The outlet: 3,000, by 2 reports" in text
    assert "According to Sample Monitor: 500, by 1 report" in text
    assert "Of 1 report nobody says how many it reached." in text
    assert "3,500" not in text


def test_quoted_figures_are_claims_on_known_and_new_matters(signed_in: Client, event: Event) -> None:
    known = Matter.objects.create(event=event, counted={"en": "guests"})

    response = add(
        signed_in,
        event,
        quoted__TOTAL_FORMS="3",
        **{
            "quoted-0-matter": str(known.pk),
            "quoted-0-value": "150",
            "quoted-0-exactness": "at-least",
            "quoted-1-new_matter": "wreaths",
            "quoted-1-value": "12",
            "quoted-1-claimant_name": "An official",
            "quoted-2-new_matter": "wreaths",
            "quoted-2-words-ro": "peste zece",
        },
    )

    assert response.status_code == 302
    told = [(str(each.matter), each.value, each.exactness, each.source.title) for each in claims()]
    assert told == [
        ("guests", 150, "at-least", "A remembrance"),
        ("wreaths", 12, "", "A remembrance"),
        ("wreaths", None, "", "A remembrance"),
    ]
    text = page(signed_in, event)
    assert "guests: at least 150" in text
    assert "wreaths: 12 (An official)" in text
    assert Matter.objects.filter(decision="").count() == 2


def claims() -> list[Claim]:
    return list(Claim.objects.select_related("matter", "source").order_by("id"))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"value": "3"}, "Choose the matter, or write what else is counted, but not both."),
        ({"new_matter": "guests"}, "Write the figure, or the words as they were printed."),
        (
            {"new_matter": "guests", "value": "9", "upper": "5"},
            "The upper figure is below the figure; correct one of them.",
        ),
    ],
)
def test_what_is_wrong_with_a_figure_is_said(
    signed_in: Client, event: Event, fields: dict[str, str], sentence: str
) -> None:
    sent = {f"quoted-0-{name}": value for name, value in fields.items()}

    response = add(signed_in, event, quoted__TOTAL_FORMS="1", **sent)

    assert errors(response) == [sentence]
    assert not Source.objects.exists()


def test_a_figure_that_the_record_follows_stays(signed_in: Client, event: Event) -> None:
    report = built.report(event)
    claim = built.quoted(report, value=150, is_followed=True)
    sent = EMPTY | {"quoted-TOTAL_FORMS": "1", "quoted-INITIAL_FORMS": "1"}
    sent |= {"quoted-0-id": str(claim.pk), "quoted-0-matter": str(claim.matter_id), "quoted-0-value": "150"}

    response = signed_in.post(path("report", event, report.code), sent | {"quoted-0-DELETE": "on"})

    assert "The record follows the figure “150”; decide that matter anew" in response.content.decode()
    assert Claim.objects.filter(pk=claim.pk).exists()


def test_an_address_that_is_there_already_is_said(signed_in: Client, event: Event) -> None:
    built.report(event, "The first", address="https://www.example.org/a/?utm_source=x")

    response = add(signed_in, event, address="http://example.org/a")

    assert errors(response) == ["“The first” has this address already; open that report instead."]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.example.org/a/", "http://example.org/a"),
        ("https://example.org/a?utm_source=x&id=3", "https://EXAMPLE.org/a?id=3#top"),
    ],
)
def test_two_ways_to_write_an_address_are_one(one: str, other: str) -> None:
    assert queries.plain_address(one) == queries.plain_address(other)
    assert queries.plain_address(one) != queries.plain_address("https://example.org/b")


def test_a_source_of_the_event_becomes_a_report(signed_in: Client, event: Event) -> None:
    source = built.source(event, "Read before", ref="read-before")
    assert "Other sources of the event" in page(signed_in, event)

    address = f"{path('add-report', event)}?source=read-before"
    signed_in.post(address, EMPTY | {"title": "Read before"})

    assert Coverage.objects.get().source == source
    assert Source.objects.count() == 1
    assert "Other sources of the event" not in page(signed_in, event)


def test_versions_are_told_and_never_run_in_a_circle(signed_in: Client, event: Event) -> None:
    first = built.report(event, "The first")
    second = built.report(event, "The second", version_of=first.source)
    third = built.report(event, "The third", version_of=second.source)

    assert "A version of “The second”, “The first”." in page(signed_in, event)
    assert list(queries.versions_possible(event, second.source)) == [first.source]
    assert list(queries.versions_possible(event, third.source)) == [first.source, second.source]


def test_pasted_addresses_become_reports(signed_in: Client, event: Event) -> None:
    built.report(event, "The first", address="https://example.org/a")
    text = "https://example.org/a\nhttps://www.sample.org/b A headline\n\nhttps://sample.org/b\n"

    response = signed_in.post(path("press-paste", event), {"addresses": text}, follow=True)

    shown = response.content.decode()
    assert "1 report is added." in shown
    assert "“The first” is there already." in shown
    assert "“A headline” is there already." in shown
    new = Source.objects.get(title="A headline")
    assert (new.outlet, new.address, new.language, new.dated) == (
        "sample.org",
        "https://www.sample.org/b",
        "",
        None,
    )


@pytest.mark.parametrize("line", ["no address", "ftp://example.org/a", "javascript:alert(1)"])
def test_a_line_without_an_address_is_named_and_the_input_stays(
    signed_in: Client, event: Event, line: str
) -> None:
    text = f"https://example.org/a\n{line}"

    response = signed_in.post(path("press-paste", event), {"addresses": text})

    shown = response.content.decode()
    assert "Line 2 does not begin with an address such as https://example.org/report." in shown
    assert line in shown
    assert not Source.objects.exists()


def test_a_clipping_is_kept_and_given_out(signed_in: Client, event: Event) -> None:
    add(signed_in, event, clipping_file=SimpleUploadedFile("page.pdf", built.PDF))

    report = Coverage.objects.get()
    sent = signed_in.get(path("clipping", event, report.code))
    assert b"".join(sent) == built.PDF  # type: ignore[arg-type]  # it streams bytes


def test_a_clipping_that_is_no_document_is_refused(signed_in: Client, event: Event) -> None:
    response = add(signed_in, event, clipping_file=SimpleUploadedFile("page.exe", b"MZ\x00\x01"))

    assert [sentence.startswith("“page.exe” is not a document") for sentence in errors(response)] == [True]
    assert not Source.objects.exists()


def test_the_list_is_printed(signed_in: Client, event: Event) -> None:
    report = built.report(
        event,
        "A remembrance",
        outlet="Sample Daily",
        language="ro",
        reach=10,
        reach_according_to="the outlet",
    )
    built.quoted(report, value=150)

    sent = signed_in.get(path("press-paper", event))

    text = " ".join(each.extract_text() for each in PdfReader(io.BytesIO(sent.content)).pages)
    for words in ("Sample Daily", "A remembrance", "10 according to the outlet", "guests: 150"):
        assert words in " ".join(text.split())


def test_the_folder_holds_the_list_and_every_clipping(signed_in: Client, event: Event) -> None:
    built.report(event, clipping=built.PDF, outlet="Sample / Daily", dated="2025-02-26")
    built.report(event, "Without a clipping")

    job = built.packed(event)

    assert job.outcome == {"clippings": 1}
    sent = signed_in.get(path("press-folder", event, job.code))
    packed = zipfile.ZipFile(io.BytesIO(b"".join(sent)))  # type: ignore[arg-type]  # it streams bytes
    assert packed.namelist() == ["press.pdf", "001 2025-02-26-Sample-Daily.pdf"]
    assert packed.read("001 2025-02-26-Sample-Daily.pdf") == built.PDF
    assert path("press-folder", event, job.code) in page(signed_in, event)


def test_a_folder_packed_anew_replaces_the_old_one(signed_in: Client, event: Event) -> None:
    built.report(event, clipping=built.PDF)
    old = built.packed(event)
    built.packed(event)

    response = signed_in.get(path("press-folder", event, old.code), follow=True)

    assert "This folder is no longer kept; pack it again." in response.content.decode()


def test_a_report_is_taken_out_and_its_source_stays(signed_in: Client, event: Event) -> None:
    report = built.report(event)
    built.quoted(report, value=150)

    signed_in.post(path("delete-report", event, report.code))

    assert not Coverage.objects.exists()
    assert (Source.objects.count(), Claim.objects.count()) == (1, 1)


def test_reports_stand_by_their_day_and_those_without_one_last(event: Event) -> None:
    built.report(event, "no day")
    built.report(event, "later", dated="2025-02-27")
    built.report(event, "month", dated="2025-02")
    built.report(event, "first", dated="2025-02-25")

    assert [each.source.title for each in queries.coverage_of(event)] == ["month", "first", "later", "no day"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_takes_as_many_statements_for_any_number_of_reports(
    signed_in: Client, event: Event, count: int
) -> None:
    for number in range(count):
        built.quoted(built.report(event, f"Report {number}", clipping=built.PDF), value=number)
    page(signed_in, event)

    with CaptureQueriesContext(connection) as asked:
        page(signed_in, event)

    assert len(asked) <= 19


def test_reports_of_another_office_do_not_exist(signed_in: Client) -> None:
    foreign = make.event(make.organiser("third"))
    report = built.report(foreign, clipping=built.PDF)

    for name in ("report", "clipping", "delete-report"):
        assert signed_in.get(path(name, foreign, report.code)).status_code == 404
