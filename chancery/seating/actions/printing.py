"""Keeping what was printed of a plan."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.seating.models import Plan, Printing
from chancery.seating.queries.printings import Card


@transaction.atomic
def note_printing(
    plan: Plan, *, paper: str, cards: Mapping[str, Card], gone: tuple[str, ...] = (), by: Actor, now: datetime
) -> Printing:
    """
    Keep which cards were printed and what stood on them; those that are `gone` no longer count as printed.

    Shape: `cards` holds a card for each sitter whose card was printed.
    """
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    last = Printing.objects.filter(plan=plan, paper=paper).aggregate(last=Max("number"))["last"]
    printed = Printing(
        plan=plan,
        paper=paper,
        number=int(last or 0) + 1,
        printed_at=now,
        cards={**cards, **{sitter: [] for sitter in gone}},
    )
    printed.by = by.user
    return audit.create(printed, by=by, code="seating.printing.noted")


@transaction.atomic
def tell_on_passes(plan: Plan, *, is_told: bool, by: Actor) -> Plan:
    """Let guests read their seat on their entry pass, or no longer."""
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    plan.is_on_passes = is_told
    audit.update(plan, by=by, code="seating.plan.told" if is_told else "seating.plan.not-told")
    return plan
