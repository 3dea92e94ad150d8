"""Papers of loans: the list for insurer and lender, the condition report to sign."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext, ngettext, override, pgettext

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.base.register import REGISTER, Column, Register
from chancery.exhibition import papers
from chancery.exhibition.documents.drawings import drawing_of
from chancery.exhibition.models import ConditionReport, Loan, Work
from chancery.exhibition.queries.loans import insured

CONDITION_PIXELS = 1600


def loan_list(loans: Sequence[Loan], *, language: str, imprint: Imprint) -> bytes:
    """Print the list of loans. Errors: PaperFailed."""
    values = loan_list_values(loans, language, imprint)
    return REGISTER.pdf(values, language=language, title=values["heading"], imprint=imprint)


def loan_list_values(loans: Sequence[Loan], language: str, imprint: Imprint) -> Register:
    """Return the list of loans as its paper takes it; sums in different currencies are never added."""
    with override(language):
        return {
            "format": imprint.stock.sheet,
            "is_landscape": True,
            "heading": gettext("List of loans"),
            "event": {"title": "", "lines": []},
            "summary": _sums(loans, language),
            "columns": [
                _column(pgettext("a number in a list", "No."), 12, "number"),
                _column(gettext("Work"), 0, "name"),
                _column(gettext("Lender"), 48),
                _column(gettext("Lent"), 42),
                _column(gettext("Insured value"), 34),
                _column(gettext("Insurer and policy"), 42),
            ],
            "rows": [_row(number, loan, language) for number, loan in enumerate(loans, 1)],
            "notes": [],
            "empty": gettext("Nothing is lent or asked for."),
        }


def _column(head: str, width: float, style: str = "text") -> Column:
    return {"head": head, "width": width, "style": style}  # type: ignore[typeddict-item]  # one of its styles


def _sums(loans: Sequence[Loan], language: str) -> str:
    parts = []
    for each in insured(loans):
        words = ngettext(
            "%(value)s insured for %(count)s loan", "%(value)s insured for %(count)s loans", each.count
        )
        value = cldr.money_in_words(each.value, each.currency, language)
        parts.append(words % {"value": value, "count": each.count})
    return " · ".join(parts)


def _row(number: int, loan: Loan, language: str) -> list[list[str]]:
    work = loan.work
    about = [work.makers, work.dimensions, work.inventory_number]
    value = "" if loan.value is None else cldr.money_in_words(loan.value, loan.currency, language)
    return [
        [str(number)],
        [_title(work, language), *(line for line in about if line)],
        [_lender(work, language)],
        [*_days(loan, language), str(loan.get_state_display())],
        [value or gettext("not known")],
        [line for line in (loan.insurer, loan.policy) if line],
    ]


def _title(work: Work, language: str) -> str:
    return wording(work.titles or work.captions, language).text or work.ref


def _lender(work: Work, language: str) -> str:
    lender = work.lender_body or work.lender_person
    return str(lender) if lender else gettext("not known")


def _days(loan: Loan, language: str) -> list[str]:
    lines = []
    if loan.begins:
        lines.append(gettext("from %(day)s") % {"day": _day(loan.begins, language)})
    if loan.ends:
        lines.append(gettext("until %(day)s") % {"day": _day(loan.ends, language)})
    return lines


def _day(day: date, language: str) -> str:
    return cldr.day_in_brief(day, language)


def condition_report(report: ConditionReport, *, language: str, imprint: Imprint) -> bytes:
    """Print a condition report to be signed. Errors: PaperFailed."""
    values = condition_values(report, language, imprint)
    return papers.CONDITION.pdf(values, language=language, title=values["heading"], imprint=imprint)


def condition_values(report: ConditionReport, language: str, imprint: Imprint) -> papers.Condition:
    """Return a condition report as its paper takes it."""
    loan, work = report.loan, report.loan.work
    with override(language):
        facts = [
            [gettext("Maker"), work.makers],
            [gettext("Technique"), wording(work.techniques, language).text],
            [gettext("Dimensions"), work.dimensions],
            [gettext("Inventory number"), work.inventory_number],
            [gettext("Lender"), _lender(work, language)],
            [gettext("Exhibition"), str(loan.exhibition or "")],
            [gettext("Lent"), ", ".join(_days(loan, language))],
            [gettext("Seen by"), report.seen_by],
        ]
        day = cldr.day_in_words(report.seen_on, language)
        return {
            "format": imprint.stock.sheet,
            "heading": gettext("Condition report"),
            "title": _title(work, language),
            "facts": [fact for fact in facts if fact[1]],
            "moment": f"{report.get_moment_display()}, {day}",
            "text": report.text,
            "damage": gettext("Damage was found.") if report.is_damaged else "",
            "picture": drawing_of(report.picture, most_pixels=CONDITION_PIXELS).svg,
            "signatories": [
                gettext("For the lender: name, day, signature"),
                gettext("For the borrower: name, day, signature"),
            ],
        }
