"""The approval of quotations: asked for, given, refused."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.record.models import Statement

Approval = Statement.Approval


@transaction.atomic
def ask_for_approval(statements: Iterable[Statement], *, by: Actor, now: datetime) -> int:
    """Note that the approval of wordings is asked for; return how many were not asked for before."""
    asked = [each for each in statements if each.approval == Approval.NOT_ASKED]
    for statement in asked:
        statement.approval, statement.approval_asked_at = Approval.ASKED, now
        audit.update(statement, by=by, code="record.statement.approval_asked")
    return len(asked)


@transaction.atomic
def note_answer(statement: Statement, *, by: Actor) -> None:
    """Save the answer to a wording: given or refused, by whom and when."""
    audit.update(statement, by=by, code="record.statement.approval_answered")
