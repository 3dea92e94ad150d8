"""Loans: what is due, what is insured in which currency, and in what condition a work was seen."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from chancery.exhibition.describing import due_words
from chancery.exhibition.models import ConditionReport, Loan
from chancery.exhibition.queries.loans import Insured, days_left, insured
from tests.conftest import People
from tests.exhibition import shown_built as built
from tests.forms import sent_by

State = Loan.State
TODAY = date(2027, 3, 1)


def path(name: str, *route: object) -> str:
    return reverse(f"exhibition:{name}", args=["mission", *route])


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize(
    ("state", "ends", "left"),
    [
        (State.HERE, date(2027, 3, 11), 10),
        (State.AGREED, date(2027, 2, 27), -2),
        (State.HERE, None, None),
        (State.RETURNED, date(2027, 2, 27), None),
        (State.ASKED, date(2027, 3, 2), None),
        (State.REFUSED, date(2027, 3, 2), None),
    ],
)
def test_only_a_running_loan_has_days_left(state: str, ends: date | None, left: int | None) -> None:
    assert days_left(Loan(state=state, ends=ends), TODAY) == left


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (None, ""),
        (31, ""),
        (10, "ends in 10 days"),
        (1, "ends in 1 day"),
        (0, "ends today"),
        (-1, "should be back since 1 day"),
        (-3, "should be back since 3 days"),
    ],
)
def test_what_is_due_is_said_in_words(left: int | None, words: str) -> None:
    assert due_words(left) == words


def test_sums_of_different_currencies_are_never_added() -> None:
    loans = [
        Loan(value=Decimal("100.50"), currency="EUR", state=State.HERE),
        Loan(value=Decimal("200"), currency="EUR", state=State.AGREED),
        Loan(value=Decimal("70"), currency="AZN", state=State.ASKED),
        Loan(value=Decimal("999"), currency="EUR", state=State.RETURNED),
        Loan(value=Decimal("999"), currency="EUR", state=State.REFUSED),
        Loan(value=None, currency="", state=State.HERE),
    ]

    assert insured(loans) == [Insured("AZN", Decimal("70"), 1), Insured("EUR", Decimal("300.50"), 2)]


def test_the_list_shows_what_ends_first_and_what_is_insured(signed_in: Client, people: People) -> None:
    today = timezone.localdate(timezone=people.office.zone)
    built.loan(people.office, state=State.HERE, ends=today + timedelta(days=40))
    built.loan(people.office, state=State.HERE, ends=today + timedelta(days=10), value="4800", currency="EUR")

    text = page(signed_in, path("loans"))

    assert "€4,800.00 insured for 1 loan" in text
    assert "ends in 10 days" in text
    assert text.count("ends in") == 1


def test_a_loan_is_written_down(signed_in: Client, people: People) -> None:
    work = built.work(people.office)
    form = sent_by(page(signed_in, f"{path('add-loan')}?work={work.code}"), having="insurer")

    signed_in.post(path("add-loan"), form | {"state": "here", "value": "4800", "currency": "eur"})

    loan = Loan.objects.get()
    assert (loan.work, loan.state, loan.value, loan.currency) == (work, "here", Decimal("4800"), "EUR")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"begins": "2027-03-02", "ends": "2027-03-01"}, "The loan ends before it begins"),
        ({"value": "10"}, "Write the currency of the insured value."),
        ({"value": "10", "currency": "euro"}, "at most 3 characters"),
        ({"value": "10", "currency": "€"}, "Write the currency with three letters, such as EUR."),
        ({"value": "much"}, "Enter a number."),
    ],
)
def test_what_cannot_be_is_said_and_the_input_stays(
    signed_in: Client, people: People, fields: dict[str, str], sentence: str
) -> None:
    built.work(people.office)
    form = sent_by(page(signed_in, path("add-loan")), having="insurer")

    response = signed_in.post(path("add-loan"), form | {"insurer": "Kept as typed"} | fields)

    assert sentence in response.content.decode()
    assert "Kept as typed" in response.content.decode()
    assert not Loan.objects.exists()


def test_a_condition_report_keeps_its_picture_and_its_damage(signed_in: Client, people: People) -> None:
    loan = built.loan(people.office)
    fields = {"moment": "arrival", "seen_on": "2027-03-01", "text": "Frame rubbed.", "is_damaged": "on"}

    signed_in.post(path("add-report", loan.code), {**fields, "upload": built.upload()})

    report = ConditionReport.objects.get()
    assert (report.loan, report.is_damaged, report.text) == (loan, True, "Frame rubbed.")
    assert report.picture is not None
    assert "damage found" in page(signed_in, path("loan", loan.code))


def test_a_file_that_is_no_picture_is_refused_in_a_sentence(signed_in: Client, people: People) -> None:
    loan = built.loan(people.office)
    upload = SimpleUploadedFile("note.txt", b"no picture")
    fields = {"moment": "arrival", "seen_on": "2027-03-01", "text": "Frame rubbed."}

    response = signed_in.post(path("add-report", loan.code), {**fields, "upload": upload})

    assert "“note.txt” is not a picture" in response.content.decode()
    assert not ConditionReport.objects.exists()


def test_the_list_and_the_report_are_printed(signed_in: Client, people: People) -> None:
    loan = built.loan(people.office, value="4800", currency="EUR")
    report = ConditionReport.objects.create(
        loan=loan, seen_on="2027-03-01", text="Frame rubbed.", picture=built.picture(people.office)
    )

    listed = PdfReader(BytesIO(signed_in.get(path("loan-list")).content))
    condition = PdfReader(BytesIO(signed_in.get(path("condition-paper", loan.code, report.pk)).content))

    assert "Shore" in listed.pages[0].extract_text()
    assert "€4,800.00" in listed.pages[0].extract_text()
    assert "Frame rubbed." in condition.pages[0].extract_text()


def test_a_report_of_another_loan_does_not_exist(signed_in: Client, people: People) -> None:
    first, second = built.loan(people.office), built.loan(people.office)
    report = ConditionReport.objects.create(loan=second, seen_on="2027-03-01", text="Good.")

    assert signed_in.get(path("change-report", first.code, report.pk)).status_code == 404


def test_a_work_without_a_title_is_called_by_its_caption(signed_in: Client, people: People) -> None:
    built.loan(people.office, work=built.work(people.office, titles={}, captions={"en": "A shore at dawn."}))

    assert "A shore at dawn." in page(signed_in, path("loans"))
