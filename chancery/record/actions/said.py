"""What changes the record of what was said."""

from django.db import transaction
from django.db.models import Max

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.record.models import Statement


@transaction.atomic
def save_statement(statement: Statement, *, by: Actor) -> Statement:
    """Save a new statement as the last one, or a changed one."""
    if statement.pk is not None:
        audit.update(statement, by=by, code="record.statement.changed")
        return statement
    last = Statement.objects.filter(event=statement.event).aggregate(last=Max("position"))["last"]
    statement.position = 0 if last is None else last + 1
    return audit.create(statement, by=by, code="record.statement.added")


@transaction.atomic
def delete_statement(statement: Statement, *, by: Actor) -> None:
    """Take a statement out of the record; the history can bring it back."""
    audit.delete(statement, by=by, code="record.statement.deleted")
