"""Reads of loans."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Prefetch, QuerySet

from chancery.accounts.models import Organiser
from chancery.exhibition.models import ConditionReport, Loan

State = Loan.State
SOON_DAYS = 30
RUNNING = (State.AGREED, State.HERE)
REPORTS = Prefetch(
    "condition_reports",
    ConditionReport.objects.select_related("picture").order_by("seen_on", "position", "pk"),
)


@dataclass(frozen=True, slots=True)
class Insured:
    """A sum in one currency, and how many loans it is for."""

    currency: str
    value: Decimal
    count: int


def loans_of(organiser: Organiser) -> QuerySet[Loan]:
    """The loans of an office with their works and condition reports; those that end first come first."""
    loans = Loan.objects.filter(organiser=organiser).select_related(
        "work__picture", "work__lender_body", "work__lender_person", "exhibition"
    )
    return loans.prefetch_related(REPORTS).order_by(F("ends").asc(nulls_last=True), "ref")


def insured(loans: Iterable[Loan]) -> list[Insured]:
    """
    Add up what is insured, each currency for itself, by its code.

    Loans that were refused or went back do not count; nor does one without a value.
    """
    sums: dict[str, tuple[Decimal, int]] = {}
    for loan in loans:
        if loan.value is not None and loan.state not in (State.REFUSED, State.RETURNED):
            value, count = sums.get(loan.currency, (Decimal(0), 0))
            sums[loan.currency] = (value + loan.value, count + 1)
    return [Insured(currency, *sums[currency]) for currency in sorted(sums)]


def days_left(loan: Loan, on: date) -> int | None:
    """Days until a running loan ends, negative once it is over; None where it does not run or has no end."""
    if loan.ends is None or loan.state not in RUNNING:
        return None
    return (loan.ends - on).days
