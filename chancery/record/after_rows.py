"""The costs of an event as its page lists them."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.base.parts import Column
from chancery.base.rows import Figure, Group, Row, Text
from chancery.record.models import Cost
from chancery.record.queries.after import Total, difference_of, totals_of


def cost_columns() -> list[Column]:
    """The heads of the list of costs."""
    return [
        Column(_("For what")),
        Column(_("Kind")),
        Column(_("Planned"), is_figure=True),
        Column(_("Paid"), is_figure=True),
        Column(_("Difference"), is_figure=True),
        Column(_("Currency")),
        Column(_("Paid by")),
    ]


def cost_rows(costs: Sequence[Cost]) -> list[Row | Group]:
    """Every line of the budget, and the totals of each currency for itself."""
    rows: list[Row | Group] = [_row(cost) for cost in costs]
    if costs:
        rows.append(Group(_("In all, each currency for itself")))
    return rows + [_total(total) for total in totals_of(costs)]


def _row(cost: Cost) -> Row:
    cells = (
        Text(f"{cost.words} ({cost.note})" if cost.note else cost.words),
        Text(cost.get_kind_display()),
        Figure(amount(cost.planned)),
        Figure(amount(cost.paid)),
        Figure(signed(difference_of(cost))),
        Text(cost.currency),
        Text(cost.paid_by),
    )
    return Row(cost.code, cost.words, cells)


def _total(total: Total) -> Row:
    cells = (
        Text(total_in_words(total)),
        Text(""),
        Figure(amount(total.planned)),
        Figure(amount(total.paid)),
        Figure(signed(total.difference)),
        Text(total.currency),
        Text(""),
    )
    return Row(total.currency, total.currency, cells)


def total_in_words(total: Total) -> str:
    """Name a total, with the lines of which it does not speak."""
    return " · ".join(part for part in (_("In all"), open_lines(total)) if part)


def open_lines(total: Total) -> str:
    """Say of how many lines the total does not speak; empty where it speaks of all."""
    lines = []
    if total.unplanned:
        words = ngettext("%(count)s line without a plan", "%(count)s lines without a plan", total.unplanned)
        lines.append(words % {"count": total.unplanned})
    if total.unpaid:
        words = ngettext(
            "of %(count)s line it is not known what was paid",
            "of %(count)s lines it is not known what was paid",
            total.unpaid,
        )
        lines.append(words % {"count": total.unpaid})
    return "; ".join(lines)


def amount(value: Decimal | None) -> str:
    """Write an amount as the reader's language does; a dash where it is not known."""
    return "–" if value is None else cldr.amount(value, get_language() or "en")


def signed(value: Decimal | None) -> str:
    """Write a difference with its sign."""
    return amount(value) if value is None or value <= 0 else f"+{amount(value)}"
